#pragma once

#include "core/flow/rule_engine.h"

#include <QWidget>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace purchasing::ui {

/// Why: every rule in evaluation order with what it did, the sub-condition that failed with its values, what
/// it wrote and logged. Activating a rule asks for its line in the editor.
class TracePanel : public QWidget
{
    Q_OBJECT

public:
    explicit TracePanel(QWidget* parent = nullptr);

    /// `about` names the product and the rules, "PROD-001 by version 3" or "PROD-001 by the draft".
    void show(const QString& about, const std::vector<RuleFinding>& rules);
    using QWidget::show;
    /// The whole trace as plain text, for "Copy as text".
    [[nodiscard]] QString asText() const;

Q_SIGNALS:
    void ruleActivated(const QString& pack, int line);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addRule(const RuleFinding& rule);

    QLabel* m_about;
    QTreeWidget* m_tree;
    std::vector<RuleFinding> m_rules;
    int m_fittedRule = 0; ///< Widths that nobody chose.
    int m_fittedOutcome = 0;
};

/// "Fired", "Not matched", … in the application's language.
[[nodiscard]] QString outcomeText(RuleFinding::Outcome outcome);

} // namespace purchasing::ui
