#include "ui/rules/rule_comparison.h"

#include "ui/parts/action_state.h"
#include "ui/parts/panel_layout.h"
#include "ui/rules/rule_editor.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>

namespace purchasing::ui {
namespace {

/// How a line differs: its colour, and a sign in the margin that says the same.
struct LineDifference
{
    int colourMarker; // The editor uses markers of lower numbers.
    int signMarker;
    theme::Tone tone;
    QsciScintilla::MarkerSymbol sign;
};

constexpr LineDifference kChangedLine{5, 8, theme::Tone::Attention, QsciScintilla::RightTriangle};
constexpr LineDifference kRemovedLine{6, 9, theme::Tone::Danger, QsciScintilla::Minus};
constexpr LineDifference kAddedLine{7, 10, theme::Tone::Good, QsciScintilla::Plus};
constexpr int kSignMargin = 1;
constexpr int kSignMarkers = (1 << 8) | (1 << 9) | (1 << 10);

const RulePack* packOf(const std::vector<RulePack>& packs, const QString& name)
{
    const auto found =
        std::find_if(packs.begin(), packs.end(), [&name](const RulePack& pack) { return pack.name == name; });
    return found == packs.end() ? nullptr : &*found;
}

bool isSame(const RulePack* left, const RulePack* right)
{
    return left && right && *left == *right;
}

} // namespace

RuleComparison::RuleComparison(QWidget* parent)
    : QWidget(parent)
    , m_names(new QListWidget(this))
    , m_leftTitle(plainLabel({}, this))
    , m_rightTitle(plainLabel({}, this))
    , m_leftText(new RuleEditor(this))
    , m_rightText(new RuleEditor(this))
    , m_place(plainLabel({}, this))
    , m_previous(new QAction(tr("&Previous change"), this))
    , m_next(new QAction(tr("&Next change"), this))
{
    m_names->setObjectName(QStringLiteral("list.compared"));
    m_names->setAccessibleName(tr("Packs that differ"));
    m_names->setMaximumHeight(90);
    m_leftTitle->setObjectName(QStringLiteral("label.leftTitle"));
    m_rightTitle->setObjectName(QStringLiteral("label.rightTitle"));
    m_leftText->setObjectName(QStringLiteral("text.left"));
    m_rightText->setObjectName(QStringLiteral("text.right"));
    for (RuleEditor* text : {m_leftText, m_rightText}) {
        text->setReadOnly(true);
        text->setMinimumWidth(200);
        text->setMarginMarkerMask(kSignMargin, kSignMarkers);
        for (const LineDifference& difference : {kChangedLine, kRemovedLine, kAddedLine}) {
            text->markerDefine(QsciScintilla::Background, difference.colourMarker);
            text->setMarkerBackgroundColor(theme::wash(difference.tone), difference.colourMarker);
            text->markerDefine(difference.sign, difference.signMarker);
            text->setMarkerForegroundColor(theme::ink(difference.tone), difference.signMarker);
            text->setMarkerBackgroundColor(theme::ink(difference.tone), difference.signMarker);
        }
    }
    m_place->setObjectName(QStringLiteral("label.change"));
    m_previous->setObjectName(QStringLiteral("action.previousChange"));
    m_previous->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F7));
    m_next->setObjectName(QStringLiteral("action.nextChange"));
    m_next->setShortcut(QKeySequence(Qt::Key_F7));
    auto* steps = new QHBoxLayout;
    steps->addWidget(m_place, 1);
    steps->addWidget(actionButton(m_previous, QStringLiteral("btn.previousChange"), this));
    steps->addWidget(actionButton(m_next, QStringLiteral("btn.nextChange"), this));
    addActions({m_previous, m_next});
    connect(m_previous, &QAction::triggered, this, [this] { step(-1); });
    connect(m_next, &QAction::triggered, this, [this] { step(1); });
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_names, 0, 0, 1, 2);
    layout->addLayout(steps, 1, 0, 1, 2);
    layout->addWidget(m_leftTitle, 2, 0);
    layout->addWidget(m_rightTitle, 2, 1);
    layout->addWidget(m_leftText, 3, 0);
    layout->addWidget(m_rightText, 3, 1);
    layout->setRowStretch(3, 1);
    connect(m_names, &QListWidget::currentRowChanged, this, &RuleComparison::showPack);
}

void RuleComparison::compare(std::vector<RulePack> left, const QString& leftTitle,
                             std::vector<RulePack> right, const QString& rightTitle)
{
    m_left = std::move(left);
    m_right = std::move(right);
    m_leftTitle->setText(leftTitle);
    m_rightTitle->setText(rightTitle);
    m_leftText->setAccessibleName(leftTitle);
    m_rightText->setAccessibleName(rightTitle);
    QStringList names;
    for (const RulePack& pack : m_left)
        names << pack.name;
    for (const RulePack& pack : m_right) {
        if (!names.contains(pack.name))
            names << pack.name;
    }
    m_names->clear();
    for (const QString& name : names) {
        if (!isSame(packOf(m_left, name), packOf(m_right, name)))
            m_names->addItem(name);
    }
    m_names->setCurrentRow(m_names->count() > 0 ? 0 : -1);
    showPack(m_names->currentRow());
}

void RuleComparison::showPack(int index)
{
    m_changes.clear();
    m_change = 0;
    const RulePack* left = index < 0 ? nullptr : packOf(m_left, m_names->item(index)->text());
    const RulePack* right = index < 0 ? nullptr : packOf(m_right, m_names->item(index)->text());
    m_leftText->setText(left ? left->text : QString());
    m_rightText->setText(right ? right->text : QString());
    const auto mark = [](RuleEditor& text, int start, int end, const LineDifference& difference) {
        for (int line = start; line < end; ++line) {
            text.markerAdd(line, difference.colourMarker);
            text.markerAdd(line, difference.signMarker);
        }
    };
    if (index >= 0)
        m_changes = lineChanges(m_leftText->text().split(QLatin1Char('\n')),
                                m_rightText->text().split(QLatin1Char('\n')));
    for (const LineChange& change : m_changes) {
        const bool isAdded = change.fromStart == change.fromEnd;
        const bool isRemoved = change.toStart == change.toEnd;
        mark(*m_leftText, change.fromStart, change.fromEnd, isRemoved ? kRemovedLine : kChangedLine);
        mark(*m_rightText, change.toStart, change.toEnd, isAdded ? kAddedLine : kChangedLine);
    }
    showChange();
}

void RuleComparison::step(int count)
{
    const int next = m_change + count;
    if (next >= 0 && next < static_cast<int>(m_changes.size())) {
        m_change = next;
        return showChange();
    }
    m_names->setCurrentRow(m_names->currentRow() + count); // Its changes are shown from the first.
    if (count < 0 && !m_changes.empty()) {
        m_change = static_cast<int>(m_changes.size()) - 1;
        showChange();
    }
}

void RuleComparison::showChange()
{
    const int pack = m_names->currentRow();
    const bool hasChange = m_change < static_cast<int>(m_changes.size());
    if (hasChange) {
        const LineChange& change = m_changes[static_cast<std::size_t>(m_change)];
        const auto show = [](RuleEditor& text, int line) {
            text.ensureLineVisible(line);
            text.setCursorPosition(std::min(line, text.lines() - 1), 0);
            text.setFirstVisibleLine(std::max(0, line - 3));
        };
        show(*m_leftText, change.fromStart);
        show(*m_rightText, change.toStart);
    }
    m_place->setText(pack < 0 ? tr("Nothing differs.")
                         : hasChange
                         ? tr("Change %1 of %2 in %3")
                               .arg(m_change + 1)
                               .arg(m_changes.size())
                               .arg(m_names->item(pack)->text())
                         : tr("%1 is switched on only on one side.").arg(m_names->item(pack)->text()));
    explainAction(m_previous, tr("Goes to the change before"),
                  pack > 0 || m_change > 0 ? QString() : tr("this is the first change"));
    explainAction(m_next, tr("Goes to the next change"),
                  pack + 1 < m_names->count() || m_change + 1 < static_cast<int>(m_changes.size())
                      ? QString()
                      : tr("this is the last change"));
}

} // namespace purchasing::ui
