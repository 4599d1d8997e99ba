#include "ui/rules/trace_panel.h"

#include "core/flow/run_words.h"
#include "ui/parts/panel_layout.h"
#include "ui/rules/code_delegate.h"
#include "ui/rules/rule_notes.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

enum Column { RuleColumn, OutcomeColumn, WhyColumn };
constexpr int kTracedPackRole = Qt::UserRole + 1;
constexpr int kTracedLineRole = Qt::UserRole + 2;
constexpr int kWidestRule = 270;
constexpr int kWidestOutcome = 180;

theme::Tone toneOf(RuleFinding::Outcome outcome)
{
    switch (outcome) {
    case RuleFinding::Outcome::Fired: return theme::Tone::Good;
    case RuleFinding::Outcome::MatchedNotChosen: return theme::Tone::Info;
    case RuleFinding::Outcome::NotMatched: return theme::Tone::Muted;
    case RuleFinding::Outcome::Failed: return theme::Tone::Danger;
    }
    return theme::Tone::Neutral;
}

QString iconOf(RuleFinding::Outcome outcome)
{
    switch (outcome) {
    case RuleFinding::Outcome::Fired: return QStringLiteral("fired");
    case RuleFinding::Outcome::Failed: return QStringLiteral("warning");
    case RuleFinding::Outcome::MatchedNotChosen:
    case RuleFinding::Outcome::NotMatched: break;
    }
    return QStringLiteral("not_matched");
}

QString truthText(const ConditionFinding& condition)
{
    switch (condition.truth) {
    case ConditionFinding::Truth::True: return TracePanel::tr("true");
    case ConditionFinding::Truth::False: return TracePanel::tr("false");
    case ConditionFinding::Truth::NotEvaluated: return TracePanel::tr("not looked at");
    case ConditionFinding::Truth::Failed: return TracePanel::tr("failed");
    }
    return {};
}

/// What the facts were, or why that could not be said.
QString valuesOf(const ConditionFinding& condition)
{
    return condition.truth == ConditionFinding::Truth::Failed ? runInWords(condition.values)
                                                              : condition.values;
}

} // namespace

QString outcomeText(RuleFinding::Outcome outcome)
{
    switch (outcome) {
    case RuleFinding::Outcome::Fired: return TracePanel::tr("Fired");
    case RuleFinding::Outcome::MatchedNotChosen: return TracePanel::tr("Matched, not chosen");
    case RuleFinding::Outcome::NotMatched: return TracePanel::tr("Not matched");
    case RuleFinding::Outcome::Failed: return TracePanel::tr("Failed");
    }
    return {};
}

TracePanel::TracePanel(QWidget* parent)
    : QWidget(parent)
    , m_about(new QLabel(this))
    , m_tree(new QTreeWidget(this))
{
    setObjectName(QStringLiteral("panel.trace"));
    m_about->setObjectName(QStringLiteral("label.traceAbout"));
    m_tree->setObjectName(QStringLiteral("tree.trace"));
    m_tree->setAccessibleName(tr("Rules and what they did"));
    m_tree->setHeaderLabels({tr("Rule"), tr("Result"), tr("Why")});
    m_tree->setAlternatingRowColors(true);
    m_tree->setUniformRowHeights(true);
    for (const int column : {RuleColumn, WhyColumn})
        m_tree->setItemDelegateForColumn(column, new CodeDelegate(m_tree));
    m_tree->header()->setStretchLastSection(true);
    m_tree->setColumnWidth(RuleColumn, m_fittedRule = kWidestRule);
    m_tree->setColumnWidth(OutcomeColumn, m_fittedOutcome = kWidestOutcome);
    auto* copy = new QPushButton(tr("Copy as text"), this);
    copy->setObjectName(QStringLiteral("btn.copyTrace"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(asText()); });

    auto* top = new QHBoxLayout;
    top->addWidget(m_about, 1);
    top->addWidget(copy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->addLayout(top);
    layout->addWidget(m_tree, 1);

    const auto activate = [this](QTreeWidgetItem* item) {
        const int line = item->data(RuleColumn, kTracedLineRole).toInt();
        if (line > 0)
            Q_EMIT ruleActivated(item->data(RuleColumn, kTracedPackRole).toString(), line);
    };
    connect(m_tree, &QTreeWidget::itemActivated, this, activate);
    connect(m_tree, &QTreeWidget::itemClicked, this, activate);
}

/// Why takes at least a third.
void TracePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    QHeaderView& header = *m_tree->header();
    const auto fit = [&header](Column column, int& fitted, int share, int widest) {
        refit(header, column, fitted, std::max(header.sectionSizeHint(column), std::min(share, widest)));
    };
    fit(RuleColumn, m_fittedRule, width() * 2 / 5, kWidestRule);
    fit(OutcomeColumn, m_fittedOutcome, width() / 4, kWidestOutcome);
}

void TracePanel::show(const QString& about, const std::vector<RuleFinding>& rules)
{
    m_about->setText(about);
    m_rules = rules;
    m_tree->clear();
    for (const RuleFinding& rule : rules)
        addRule(rule);
}

void TracePanel::addRule(const RuleFinding& rule)
{
    auto* item = new QTreeWidgetItem(m_tree);
    item->setText(RuleColumn, rule.rule);
    item->setToolTip(RuleColumn, ruleInWords(rule));
    item->setText(OutcomeColumn,
                  rule.cycle > 0 ? tr("%1 (step %2)").arg(outcomeText(rule.outcome)).arg(rule.cycle)
                                 : outcomeText(rule.outcome));
    item->setIcon(OutcomeColumn, theme::icon(iconOf(rule.outcome), toneOf(rule.outcome)));
    item->setForeground(OutcomeColumn, theme::ink(toneOf(rule.outcome)));
    item->setText(WhyColumn,
                  rule.outcome == RuleFinding::Outcome::Fired && !rule.writes.isEmpty()
                      ? rule.writes.join(QStringLiteral("; "))
                      : runInWords(rule.sentence));
    item->setToolTip(WhyColumn, runInWords(rule.sentence));
    item->setData(RuleColumn, kTracedPackRole, rule.pack);
    item->setData(RuleColumn, kTracedLineRole, rule.line);
    const auto child = [&](const QString& what, const QString& result, const QString& why) {
        auto* line = new QTreeWidgetItem(item);
        line->setText(RuleColumn, what);
        line->setText(OutcomeColumn, result);
        line->setText(WhyColumn, why);
        line->setToolTip(WhyColumn, why);
        line->setData(RuleColumn, kTracedPackRole, rule.pack);
        line->setData(RuleColumn, kTracedLineRole, rule.line);
        return line;
    };
    for (const ConditionFinding& condition : rule.conditions) {
        QTreeWidgetItem* line = child(condition.text, truthText(condition), valuesOf(condition));
        if (condition.decisive) {
            line->setForeground(OutcomeColumn, theme::ink(theme::Tone::Danger));
            line->setIcon(OutcomeColumn, theme::icon(QStringLiteral("close"), theme::Tone::Danger));
        }
    }
    for (const QString& write : rule.writes)
        child(tr("wrote"), {}, write);
    for (const QString& line : rule.log)
        child(tr("logged"), {}, line);
}

QString TracePanel::asText() const
{
    QStringList lines{m_about->text()};
    for (const RuleFinding& rule : m_rules) {
        lines << QStringLiteral("%1 [%2]: %3. %4")
                     .arg(rule.rule, rule.pack, outcomeText(rule.outcome), runInWords(rule.sentence));
        for (const ConditionFinding& condition : rule.conditions)
            lines << QStringLiteral("    %1: %2 (%3)")
                         .arg(condition.text, truthText(condition), valuesOf(condition));
        for (const QString& write : rule.writes)
            lines << QStringLiteral("    %1").arg(write);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace purchasing::ui
