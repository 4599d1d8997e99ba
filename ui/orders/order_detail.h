#pragma once

#include "core/domain/purchase_order.h"

#include <QScrollArea>

class QGridLayout;
class QLabel;
class QTableWidget;

namespace purchasing::ui {

class Workspace;

/// Everything about one order: content, state, decision with the rules that made it, approval and history.
class OrderDetail : public QScrollArea
{
    Q_OBJECT

public:
    explicit OrderDetail(Workspace& workspace, QWidget* parent = nullptr);
    /// Wide enough to be read without scrolling sideways.
    [[nodiscard]] QSize minimumSizeHint() const override;

    void show(const PurchaseOrder& order);
    void clear(const QString& text);
    using QWidget::show;

protected:
    bool event(QEvent* event) override;

private:
    void showContent(const PurchaseOrder& order);
    void showDecision(const PurchaseOrder& order);
    void loadDecision(const QString& poId);
    void loadHistory(const QString& poId);

    Workspace& m_workspace;
    QLabel* m_title;
    QLabel* m_state;
    QLabel* m_why;
    QGridLayout* m_content;
    QGridLayout* m_decision;
    QTableWidget* m_history;
    QString m_poId;
};

/// Why an order needs or needed approval, as one sentence with the rule that says so.
[[nodiscard]] QString approvalReason(const PurchaseOrder& order);

} // namespace purchasing::ui
