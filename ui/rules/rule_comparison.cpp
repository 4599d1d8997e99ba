#include "ui/rules/rule_comparison.h"

#include "core/domain/text_merge.h"
#include "ui/parts/panel_layout.h"
#include "ui/rules/rule_editor.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QListWidget>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr int kChangedLine = 5; // The editor uses markers of lower numbers.

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
{
    m_names->setObjectName(QStringLiteral("list.compared"));
    m_names->setAccessibleName(tr("Packs that differ"));
    m_names->setMaximumHeight(90);
    m_leftText->setObjectName(QStringLiteral("text.left"));
    m_rightText->setObjectName(QStringLiteral("text.right"));
    for (RuleEditor* text : {m_leftText, m_rightText}) {
        text->setReadOnly(true);
        text->setMinimumWidth(200);
        text->markerDefine(QsciScintilla::Background, kChangedLine);
        text->setMarkerBackgroundColor(theme::wash(theme::Tone::Attention), kChangedLine);
    }
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_names, 0, 0, 1, 2);
    layout->addWidget(m_leftTitle, 1, 0);
    layout->addWidget(m_rightTitle, 1, 1);
    layout->addWidget(m_leftText, 2, 0);
    layout->addWidget(m_rightText, 2, 1);
    layout->setRowStretch(2, 1);
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
    if (index < 0) {
        m_leftText->clear();
        m_rightText->clear();
        return;
    }
    const RulePack* left = packOf(m_left, m_names->item(index)->text());
    const RulePack* right = packOf(m_right, m_names->item(index)->text());
    m_leftText->setText(left ? left->text : QString());
    m_rightText->setText(right ? right->text : QString());
    const auto mark = [](RuleEditor& text, int start, int end) {
        for (int line = start; line < end; ++line)
            text.markerAdd(line, kChangedLine);
    };
    const auto changes = lineChanges(m_leftText->text().split(QLatin1Char('\n')),
                                     m_rightText->text().split(QLatin1Char('\n')));
    for (const LineChange& change : changes) {
        mark(*m_leftText, change.fromStart, change.fromEnd);
        mark(*m_rightText, change.toStart, change.toEnd);
    }
    if (!changes.empty()) {
        m_leftText->ensureLineVisible(changes.front().fromStart);
        m_rightText->ensureLineVisible(changes.front().toStart);
    }
}

} // namespace purchasing::ui
