#pragma once

#include "core/domain/purchase_order.h"
#include "core/domain/result.h"
#include "ui/orders/order_table_model.h"

#include <QTimer>
#include <QWidget>

#include <utility>
#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace purchasing::ui {

enum class RowCopy;
class FilterHeader;
class FittingColumns;
class OrderDetail;
class StatePanel;
class Workspace;

/// Approvals mode: the queue of orders above the limit, why they need approval, and the decisions on one or
/// several.
class ApprovalsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ApprovalsPage(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] QAction* approveAction() const { return m_approve; }
    [[nodiscard]] QAction* rejectAction() const { return m_reject; }
    void copySelection(RowCopy copied);
    void focusFilter();
    void clearFilters();
    [[nodiscard]] FilterHeader& filterHeader() const { return *m_header; }
    [[nodiscard]] int waitingCount() const { return m_waiting; }
    /// The product of the selected order; empty where none is selected.
    [[nodiscard]] QString currentProduct() const;

Q_SIGNALS:
    /// Another order may be selected.
    void currentChanged();
    void waitingChanged(int count);
    /// The person wants to see the approved orders that are to be sent.
    void toSendWanted();
    void done(const QString& message);
    void failed(const QString& what, const purchasing::Error& error);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum class Filter { Waiting, Decided, All };
    enum class PanelAct { ReadAgain, ClearFilters, ShowToSend };

    void refresh();
    void applyFilter();
    void showEmpty(Filter filter);
    void showToSendCount();
    [[nodiscard]] int toSendCount() const;
    void showCurrent();
    void updateActions();
    void approveSelected();
    void rejectSelected();
    [[nodiscard]] std::vector<PurchaseOrder> selectedWaiting() const;
    [[nodiscard]] QString whyNotDecide() const;
    void collect(const QString& what, const Result<PurchaseOrder>& result);
    void tellFailures(const std::vector<std::pair<QString, Error>>& failures);
    [[nodiscard]] QString whatWasDecided() const;

    Workspace& m_workspace;
    OrderTableModel* m_model;
    QTableView* m_queue;
    FilterHeader* m_header;
    FittingColumns* m_names = nullptr;
    StatePanel* m_noMatch; ///< In the list, so that its filter row stays.
    QLineEdit* m_search;
    QComboBox* m_filter;
    QStackedWidget* m_stack;
    StatePanel* m_statePanel;
    OrderDetail* m_detail;
    PanelAct m_panelAct = PanelAct::ReadAgain; ///< Of the button in m_statePanel.
    QLabel* m_count = nullptr;
    QToolButton* m_showToSend = nullptr; ///< Below the list, as long as an approved order waits to be sent.
    QAction* m_approve;
    QAction* m_reject;
    int m_readings = 0; ///< Of the list; late answers are dropped.
    bool m_isOutdated = true; ///< To be read in full when the page is shown.
    OrderList m_all = std::make_shared<const std::vector<PurchaseOrder>>();
    QString m_currentId;
    int m_waiting = 0;
    std::size_t m_pending = 0; ///< Decisions under way; the buttons wait for them.
    std::vector<PurchaseOrder> m_decided; ///< Since the last time somebody decided.
    std::vector<std::pair<QString, Error>> m_failures; ///< Likewise.
    bool m_restoring = false;
    QTimer m_settling; ///< Runs while an order that the page itself selected has only just appeared.
};

} // namespace purchasing::ui
