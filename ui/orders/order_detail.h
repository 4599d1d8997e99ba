#pragma once

#include "core/domain/purchase_order.h"
#include "ui/parts/wide_scroll.h"

class QGridLayout;
class QLabel;
class QTableWidget;

namespace purchasing::ui {

class Workspace;

/// Everything about one order: content, state, decision with the rules that made it, approval and history.
class OrderDetail : public WideScroll
{
    Q_OBJECT

public:
    explicit OrderDetail(Workspace& workspace, QWidget* parent = nullptr);

    void show(const PurchaseOrder& order);
    void clear(const QString& text);
    using QWidget::show;

protected:
    /// Its texts have colours of the theme.
    void changeEvent(QEvent* event) override;

private:
    void showContent(const PurchaseOrder& order);
    void showDecision(const PurchaseOrder& order);
    void loadDecision(const QString& poId);
    void loadHistory(const QString& poId);

    Workspace& m_workspace;
    QLabel* m_title;
    QLabel* m_state;
    QLabel* m_why;
    QWidget* m_body; ///< Hidden while there is no order.
    QGridLayout* m_content;
    QGridLayout* m_decision;
    QTableWidget* m_history;
    PurchaseOrder m_order; ///< That is shown; without an id none is.
};

/// Why an order needs or needed approval, as one sentence with the rule that says so.
[[nodiscard]] QString approvalReason(const PurchaseOrder& order);

} // namespace purchasing::ui
