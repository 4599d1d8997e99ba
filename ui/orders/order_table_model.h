#pragma once

#include "core/domain/purchase_order.h"

#include <QAbstractTableModel>

#include <vector>

namespace purchasing::ui {

/// Purchase orders as rows, for the list of orders and the approval queue. Sorts itself; exact signals only
/// where rows stay, so that a refresh keeps the selection.
class OrderTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column {
        Number,
        State,
        Product,
        Supplier,
        Qty,
        Total,
        OverLimit,
        Age,
        ToPay,
        Name,
        Created,
        CreatedBy,
        Expected,
        SentAt,
        Received,
        Approval,
        Source,
        Count
    };
    enum Role { PoIdRole = Qt::UserRole + 1 };

    explicit OrderTableModel(QObject* parent = nullptr);

    /// A column's usual width in pixels.
    [[nodiscard]] static int widthOf(Column column);

    /// What a cell shows; the age and what is overdue as of `now`, what is over the limit by `limit`.
    [[nodiscard]] static QString textOf(const PurchaseOrder& order, Column column, const QDateTime& now,
                                        Money limit);

    void setOrders(std::vector<PurchaseOrder> orders, const QDateTime& now);
    /// The limit above which the rules ask for approval, for "over limit by".
    void setApprovalLimit(Money limit) { m_limit = limit; }
    [[nodiscard]] const PurchaseOrder& order(int row) const
    {
        return m_orders[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] int rowOf(const QString& poId) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    [[nodiscard]] QString text(const PurchaseOrder& order, Column column) const
    {
        return textOf(order, column, m_now, m_limit);
    }
    [[nodiscard]] QVariant key(const PurchaseOrder& order, Column column) const;
    void sortOrders();

    std::vector<PurchaseOrder> m_orders;
    QDateTime m_now;
    Money m_limit{1000000};
    int m_sortColumn = static_cast<int>(Column::Created);
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

/// "5 min", "3 h", "2 d": how long ago, for people.
[[nodiscard]] QString ageText(const QDateTime& then, const QDateTime& now);

} // namespace purchasing::ui
