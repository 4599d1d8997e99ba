#include "ui/product/override_conflict.h"

#include "core/flow/decision_words.h"
#include "ui/parts/panel_layout.h"
#include "ui/parts/screen_fit.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace purchasing::ui {
namespace {

struct OverrideConflictWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::OverrideConflict)
};

QString quantityOf(const Override& override)
{
    return override.qty > 0 ? quantityText(Quantity::whole(override.qty))
                            : OverrideConflictWords::tr("as the rules calculate");
}

QString supplierOf(const Override& override)
{
    return override.supplierId.isEmpty() ? OverrideConflictWords::tr("the first one") : override.supplierId;
}

QGridLayout* comparison(const std::optional<Override>& stored, const Override& mine, QWidget* parent)
{
    auto* grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    int row = 0;
    const auto addRow = [&](const QString& name, const QString& theirs, const QString& own) {
        grid->addWidget(plainLabel(name, parent), row, 0, Qt::AlignTop);
        grid->addWidget(plainLabel(theirs, parent), row, 1, Qt::AlignTop);
        grid->addWidget(plainLabel(own, parent), row, 2, Qt::AlignTop);
        ++row;
    };
    const auto of = [&stored](const QString& text) {
        return stored ? text : OverrideConflictWords::tr("none");
    };
    addRow({}, OverrideConflictWords::tr("Stored now"), OverrideConflictWords::tr("Yours"));
    addRow(OverrideConflictWords::tr("Quantity"), of(stored ? quantityOf(*stored) : QString()),
           quantityOf(mine));
    addRow(OverrideConflictWords::tr("Supplier"), of(stored ? supplierOf(*stored) : QString()),
           supplierOf(mine));
    addRow(OverrideConflictWords::tr("Reason"), of(stored ? stored->reason : QString()), mine.reason);
    for (int column = 0; column < 3; ++column) {
        QFont bold = parent->font();
        bold.setBold(true);
        grid->itemAtPosition(0, column)->widget()->setFont(bold);
    }
    return grid;
}

} // namespace

OverrideChoice askOverrideConflict(QWidget* parent, const QString& what,
                                   const std::optional<Override>& stored, const Override& mine)
{
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("dialog.overrideConflict"));
    dialog.setWindowTitle(OverrideConflictWords::tr("Somebody else changed this override"));
    const QString story = stored
        ? OverrideConflictWords::tr("%1 overrode %2 at %3, after you began. Nothing of yours is stored yet.")
              .arg(stored->byName, mine.productId,
                   QLocale().toString(stored->at.toLocalTime(), QLocale::ShortFormat))
        : what;
    auto* about = plainLabel(story, &dialog);
    about->setObjectName(QStringLiteral("label.overrideConflict"));
    auto* buttons = new QDialogButtonBox(&dialog);
    const auto button = [&](const QString& text, const char* name, OverrideChoice choice) {
        QPushButton* made = buttons->addButton(text, QDialogButtonBox::ActionRole);
        made->setObjectName(QLatin1String(name));
        QObject::connect(made, &QPushButton::clicked, &dialog,
                         [&dialog, choice] { dialog.done(static_cast<int>(choice) + 1); });
    };
    button(stored ? OverrideConflictWords::tr("&Keep what is stored")
                  : OverrideConflictWords::tr("&Leave it without an override"),
           "btn.keepStored", OverrideChoice::KeepStored);
    button(OverrideConflictWords::tr("&Store mine"), "btn.storeMine", OverrideChoice::StoreMine);
    QPushButton* editOn =
        buttons->addButton(OverrideConflictWords::tr("&Edit mine"), QDialogButtonBox::RejectRole);
    editOn->setObjectName(QStringLiteral("btn.editMine"));
    editOn->setDefault(true); // Enter, still under way from typing, decides nothing.
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(&dialog);
    layout->addWidget(about);
    layout->addLayout(comparison(stored, mine, &dialog));
    layout->addStretch();
    layout->addWidget(buttons);
    constexpr int kConflictWidth = 520;
    resizeWithin(dialog, {kConflictWidth, layout->totalHeightForWidth(kConflictWidth)}); // Reasons wrap.
    const int answer = dialog.exec();
    return answer == QDialog::Rejected ? OverrideChoice::EditOn : static_cast<OverrideChoice>(answer - 1);
}

} // namespace purchasing::ui
