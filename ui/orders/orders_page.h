#pragma once

#include "core/domain/purchase_order.h"
#include "core/domain/result.h"
#include "ui/orders/order_table_model.h"

#include <QFuture>
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace purchasing::ui {

class FilterHeader;
class FittingColumns;
class OrderDetail;
enum class RowCopy;
struct ExportSource;
class StatePanel;
class Workspace;

/// Orders mode: the list of all orders, the selected one in full, and what can be done with it.
class OrdersPage : public QWidget
{
    Q_OBJECT

public:
    explicit OrdersPage(Workspace& workspace, QWidget* parent = nullptr);

    void selectOrder(const QString& poId);
    /// Shows the approved orders that wait for a person to send them.
    void showToSend();
    void focusFilter();
    void clearFilters();
    [[nodiscard]] QList<QAction*> orderActions() const;
    [[nodiscard]] FilterHeader& filterHeader() const { return *m_header; }
    [[nodiscard]] QTableView* grid() const { return m_grid; }
    /// The product of the selected order; empty where none is selected.
    [[nodiscard]] QString currentProduct() const;
    /// The list as it is now, for a file.
    [[nodiscard]] ExportSource exportSource() const;
    void copySelection(RowCopy copied);

Q_SIGNALS:
    /// Another order may be selected.
    void currentChanged();
    void done(const QString& message);
    void failed(const QString& what, const purchasing::Error& error);
    void productActivated(const QString& productId);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildActions();
    void refresh();
    void applyFilter();
    void showRows(const OrderList& orders, std::vector<std::uint32_t> rows, const QDateTime& now);
    void showCurrent();
    void updateActions();
    void send();
    void receive();
    void closeShort();
    void cancel();
    /// The selected orders that can be sent; the current one where nothing else is selected.
    [[nodiscard]] std::vector<PurchaseOrder> sendable() const;
    void savePdf();
    [[nodiscard]] const PurchaseOrder* current() const;
    void finish(const QString& what, const QFuture<Result<PurchaseOrder>>& future, const QString& message);

    Workspace& m_workspace;
    OrderTableModel* m_model;
    QTableView* m_grid;
    FilterHeader* m_header;
    FittingColumns* m_names = nullptr;
    StatePanel* m_noMatch; ///< In the list, so that its filter row stays.
    QLineEdit* m_search;
    QComboBox* m_states;
    QStackedWidget* m_stack;
    StatePanel* m_statePanel;
    OrderDetail* m_detail;
    QLabel* m_count = nullptr;
    QAction* m_send;
    QAction* m_receive;
    QAction* m_closeShort;
    QToolButton* m_toSend;
    QAction* m_cancel;
    QAction* m_again;
    QAction* m_pdf;
    OrderList m_all = std::make_shared<const std::vector<PurchaseOrder>>();
    int m_generation = 0; ///< Of the arrangement; late ones are dropped.
    int m_readings = 0; ///< Of the list, as well.
    bool m_isReading = false;
    bool m_isOutdated = true; ///< To be read when the page is shown.
    QString m_currentId;
    bool m_restoring = false;
};

} // namespace purchasing::ui
