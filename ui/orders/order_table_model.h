#pragma once

#include "core/domain/purchase_order.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace purchasing::ui {

/// Orders as they were read; shared, because there may be very many.
using OrderList = std::shared_ptr<const std::vector<PurchaseOrder>>;

/// Purchase orders as rows, for the list of orders and the approval queue. Its page arranges the rows; exact
/// signals only where rows stay, so that a refresh keeps the selection.
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
    Q_ENUM(Column)
    enum Role { PoIdRole = Qt::UserRole + 1 };
    /// More than these are arranged and given up by another thread.
    static constexpr std::size_t kManyOrders = 2000;
    struct Sorting
    {
        Column column = Column::Created;
        Qt::SortOrder direction = Qt::DescendingOrder;
    };
    static constexpr std::size_t kMostSortings = 3;

    explicit OrderTableModel(QObject* parent = nullptr);

    /// A column's usual width in pixels.
    [[nodiscard]] static int widthOf(Column column);

    /// What a cell shows; the age and what is overdue as of `now`, what is over the limit by `limit`.
    [[nodiscard]] static QString textOf(const PurchaseOrder& order, Column column, const QDateTime& now,
                                        Money limit);

    /// Whether a column is sorted by numberOf() and not by its text.
    [[nodiscard]] static bool isSortedByNumber(Column column);
    [[nodiscard]] static std::int64_t numberOf(const PurchaseOrder& order, Column column);

    /// Shows these positions of `orders`, in this order.
    void setOrders(OrderList orders, std::vector<std::uint32_t> rows, const QDateTime& now);
    /// The first decides, the next ones among equals.
    [[nodiscard]] const std::vector<Sorting>& sortings() const { return m_sortings; }
    /// Sorts by one more column; by one that is sorted by already, the other way round.
    void addSorting(Column column);
    [[nodiscard]] QString sortingInWords() const;
    /// The positions in the list that are shown, row by row.
    [[nodiscard]] const std::vector<std::uint32_t>& rows() const { return m_rows; }
    [[nodiscard]] const OrderList& orders() const { return m_orders; }
    /// The limit above which the rules ask for approval, for "over limit by".
    void setApprovalLimit(Money limit) { m_limit = limit; }
    [[nodiscard]] Money approvalLimit() const { return m_limit; }
    [[nodiscard]] const PurchaseOrder& order(int row) const
    {
        return (*m_orders)[m_rows[static_cast<std::size_t>(row)]];
    }
    [[nodiscard]] int rowOf(const QString& poId) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    /// Only says how to sort: see sortingChanged().
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    /// The rows are to be arranged anew.
    void sortingChanged();

private:
    [[nodiscard]] QString text(const PurchaseOrder& order, Column column) const
    {
        return textOf(order, column, m_now, m_limit);
    }

    OrderList m_orders = std::make_shared<std::vector<PurchaseOrder>>();
    std::vector<std::uint32_t> m_rows;
    QDateTime m_now;
    Money m_limit{1000000};
    std::vector<Sorting> m_sortings{{}};
};

/// How many orders a list shows, and of how many.
[[nodiscard]] QString rowCountText(qint64 shown, qint64 all);

/// "5 min", "3 h", "2 d": how long ago, for people.
[[nodiscard]] QString ageText(const QDateTime& then, const QDateTime& now);

} // namespace purchasing::ui
