#include "ui/rules/problem_list.h"

#include "core/flow/rule_words.h"
#include "ui/parts/panel_layout.h"
#include "ui/rules/code_delegate.h"
#include "ui/theme/theme.h"

#include <QHeaderView>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr int kNarrowestProblemColumn = 40;
constexpr int kProblemPackRole = Qt::UserRole + 1;
constexpr int kProblemLineRole = Qt::UserRole + 2;

bool isSameMistake(const grl::Diagnostic& left, const grl::Diagnostic& right)
{
    return left.id == right.id && left.pack == right.pack && left.rule == right.rule
        && left.message == right.message;
}

} // namespace

ProblemList::ProblemList(QWidget* parent)
    : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("tree.problems"));
    setAccessibleName(tr("Problems in the rules"));
    setRootIsDecorated(false);
    setHeaderLabels({tr("Problem"), tr("Pack"), tr("Line"), tr("Hint")});
    header()->setMinimumSectionSize(kNarrowestProblemColumn);
    letGiveWay(*header(), {0, 3});
    setMaximumHeight(150);
    for (const int column : {0, 3}) // They quote rules.
        setItemDelegateForColumn(column, new CodeDelegate(this));
    connect(this, &QTreeWidget::itemActivated, this, &ProblemList::goTo);
    connect(this, &QTreeWidget::itemClicked, this, &ProblemList::goTo);
}

void ProblemList::showProblems(const std::vector<grl::Diagnostic>& diagnostics)
{
    clear();
    for (auto one = diagnostics.begin(); one != diagnostics.end(); ++one) {
        if (std::any_of(diagnostics.begin(), one,
                        [one](const auto& other) { return isSameMistake(*one, other); }))
            continue;
        const QString message = messageInWords(*one);
        const QString pack = QString::fromStdString(one->pack);
        auto* item =
            new QTreeWidgetItem(this, {message, pack, QString::number(one->line), hintInWords(*one)});
        item->setIcon(0,
                      theme::icon(QStringLiteral("warning"),
                                  one->severity == grl::Severity::Error ? theme::Tone::Danger
                                                                        : theme::Tone::Attention));
        item->setToolTip(0, message);
        item->setData(0, kProblemPackRole, pack);
        item->setData(0, kProblemLineRole, one->line);
    }
    setVisible(!diagnostics.empty());
}

void ProblemList::step(int count)
{
    const int size = topLevelItemCount();
    if (size == 0)
        return;
    const int current = indexOfTopLevelItem(currentItem());
    setCurrentItem(topLevelItem(current < 0 ? 0 : (current + count + size) % size));
    goTo(currentItem());
}

void ProblemList::goTo(const QTreeWidgetItem* item)
{
    Q_EMIT placeWanted(item->data(0, kProblemPackRole).toString(), item->data(0, kProblemLineRole).toInt());
}

} // namespace purchasing::ui
