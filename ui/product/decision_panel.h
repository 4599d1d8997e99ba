#pragma once

#include "core/flow/rule_engine.h"
#include "ui/parts/wide_scroll.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace purchasing::ui {

class OrderActions;
class OverrideActions;
class OverrideBox;
class Workspace;

/// The decision in one sentence, the steps that led to it, the flags, the amounts, and what can be done now.
class DecisionPanel : public WideScroll
{
    Q_OBJECT

public:
    DecisionPanel(Workspace& workspace, OrderActions& actions, OverrideActions& overrides,
                  QWidget* parent = nullptr);

    void show(const ProductFacts& facts, const ExplainedDecision& explained);
    void clear();
    [[nodiscard]] OverrideBox& overrideBox() const { return *m_override; }
    /// Lets the planner type another quantity.
    void startOverride();
    using QWidget::show;

Q_SIGNALS:
    void traceWanted();

private:
    void showSteps(const ProductFacts& facts, const ExplainedDecision& explained);
    void showAmounts(const Decision& decision);
    void showFlags(const Decision& decision);
    void updateActions();
    [[nodiscard]] QString lastsText(const Decision& decision) const;
    [[nodiscard]] QString cliffText(const ProductFacts& facts, const Decision& decision) const;

    Workspace& m_workspace;
    OrderActions& m_actions;
    QLabel* m_word;
    QLabel* m_product;
    QLabel* m_sentence;
    QLabel* m_lasts;
    QLabel* m_cliff;
    QGridLayout* m_steps;
    QGridLayout* m_amounts;
    QGridLayout* m_flags;
    QPushButton* m_create;
    QPushButton* m_send;
    QPushButton* m_why;
    QLabel* m_createReason;
    QLabel* m_sendReason;
    OverrideBox* m_override;
};

/// How much cheaper a slightly larger order would be where the rules' discount starts; empty where it does
/// not bite.
struct DiscountCliff
{
    std::int64_t moreUnits = 0;
    Money saving;
};
[[nodiscard]] std::optional<DiscountCliff> discountCliff(const RuleEngine& rules, const ProductFacts& facts,
                                                         const Decision& decision);

} // namespace purchasing::ui
