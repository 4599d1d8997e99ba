#include "ui/rules/compare_dialog.h"

#include "ui/parts/screen_fit.h"
#include "ui/rules/rule_comparison.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace purchasing::ui {

CompareDialog::CompareDialog(std::vector<RulePack> left, const QString& leftTitle,
                             std::vector<RulePack> right, const QString& rightTitle, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("dialog.compare"));
    setWindowTitle(tr("Compare rules"));
    auto* comparison = new RuleComparison(this);
    comparison->compare(std::move(left), leftTitle, std::move(right), rightTitle);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(comparison, 1);
    layout->addWidget(buttons);
    resizeWithin(*this, {960, 600});
}

} // namespace purchasing::ui
