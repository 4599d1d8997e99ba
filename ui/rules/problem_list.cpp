#include "ui/rules/problem_list.h"

#include "core/flow/rule_words.h"
#include "ui/parts/long_words.h"
#include "ui/parts/panel_layout.h"
#include "ui/rules/code_delegate.h"
#include "ui/theme/theme.h"

#include <QHeaderView>

#include <algorithm>

namespace purchasing::ui {
namespace {

enum ProblemColumn { Message, Pack, Line, Hint };
constexpr int kNarrowestProblemColumn = 40;
constexpr int kAroundHint = 16; // Its margins.
constexpr int kProblemPackRole = Qt::UserRole + 1;
constexpr int kProblemLineRole = Qt::UserRole + 2;
constexpr int kProblemColumnRole = Qt::UserRole + 3;

/// Shows a sentence on as many lines as its column makes of it, which a tree does not do by itself.
class WholeSentence : public CodeDelegate
{
public:
    explicit WholeSentence(QTreeView& tree)
        : CodeDelegate(&tree)
        , m_tree(tree)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem placed = option;
        placed.rect = QRect(0, 0, m_tree.columnWidth(index.column()), 1);
        return CodeDelegate::sizeHint(placed, index);
    }

private:
    const QTreeView& m_tree;
};

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
    letGiveWay(*header(), {Message});
    header()->setSectionResizeMode(Hint, QHeaderView::Fixed);
    setMaximumHeight(150);
    setWordWrap(true);
    for (const int column : {Message, Hint}) // They quote rules.
        setItemDelegateForColumn(column, new WholeSentence(*this));
    connect(header(), &QHeaderView::sectionResized, this, [this] { scheduleDelayedItemsLayout(); });
    connect(this, &QTreeWidget::itemActivated, this, &ProblemList::goTo);
    connect(this, &QTreeWidget::itemClicked, this, &ProblemList::goTo);
}

void ProblemList::showProblems(const std::vector<grl::Diagnostic>& diagnostics)
{
    clear();
    bool hasHints = false;
    for (auto one = diagnostics.begin(); one != diagnostics.end(); ++one) {
        if (std::any_of(diagnostics.begin(), one,
                        [one](const auto& other) { return isSameMistake(*one, other); }))
            continue;
        const QString message = messageInWords(*one);
        const QString pack = QString::fromStdString(one->pack);
        const QString hint = hintInWords(*one);
        hasHints |= !hint.isEmpty();
        auto* item = new QTreeWidgetItem(
            this, {withBreaks(message), pack, QString::number(one->line), withBreaks(hint)});
        item->setIcon(Message,
                      theme::icon(QStringLiteral("warning"),
                                  one->severity == grl::Severity::Error ? theme::Tone::Danger
                                                                        : theme::Tone::Attention));
        item->setToolTip(Message, message);
        item->setToolTip(Hint, hint);
        item->setData(Message, kProblemPackRole, pack);
        item->setData(Message, kProblemLineRole, one->line);
        item->setData(Message, kProblemColumnRole, one->column);
    }
    setColumnHidden(Hint, !hasHints); // The sentences need the room.
    setVisible(!diagnostics.empty());
    shareRoom();
}

/// A hint gets what its longest needs and half of the room at most: the rest is the sentences'.
void ProblemList::shareRoom()
{
    if (isColumnHidden(Hint))
        return;
    int widest = header()->sectionSizeHint(Hint);
    for (int i = 0; i < topLevelItemCount(); ++i)
        widest = std::max(widest, fontMetrics().horizontalAdvance(topLevelItem(i)->text(Hint)) + kAroundHint);
    const int others = header()->sectionSize(Pack) + header()->sectionSize(Line);
    header()->resizeSection(
        Hint, std::max(header()->minimumSectionSize(), std::min(widest, (viewport()->width() - others) / 2)));
}

void ProblemList::resizeEvent(QResizeEvent* event)
{
    QTreeWidget::resizeEvent(event);
    shareRoom();
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
    Q_EMIT placeWanted(item->data(Message, kProblemPackRole).toString(),
                       item->data(Message, kProblemLineRole).toInt(),
                       item->data(Message, kProblemColumnRole).toInt());
}

} // namespace purchasing::ui
