#include "ui/orders/order_filter.h"

#include <QMetaEnum>

#include <limits>

namespace purchasing::ui {
namespace {

using Column = OrderTableModel::Column;
using Kind = FilterColumn::Kind;

constexpr double kEmpty = std::numeric_limits<double>::quiet_NaN();
constexpr qint64 kSecondsOfDay = 86400;

Kind kindOf(Column column)
{
    switch (column) {
    case Column::Qty:
    case Column::Total:
    case Column::ToPay:
    case Column::OverLimit:
    case Column::Age:
    case Column::Received: return Kind::Number;
    case Column::Created:
    case Column::Expected:
    case Column::SentAt: return Kind::Day;
    default: return Kind::Text;
    }
}

double dayKey(const QDateTime& at)
{
    return at.isValid() ? static_cast<double>(at.toLocalTime().date().toJulianDay()) : kEmpty;
}

double keyOf(const PurchaseOrder& order, Column column, const QDateTime& now, Money limit)
{
    switch (column) {
    case Column::Qty: return static_cast<double>(order.qty);
    case Column::Total: return static_cast<double>(order.total.minor);
    case Column::ToPay: return static_cast<double>(order.toPay.minor);
    case Column::OverLimit:
        return order.total > limit ? static_cast<double>((order.total - limit).minor) : kEmpty;
    case Column::Age: return static_cast<double>(order.createdAt.secsTo(now) / kSecondsOfDay);
    case Column::Received: return order.receivedQty > 0 ? static_cast<double>(order.receivedQty) : kEmpty;
    case Column::Created: return dayKey(order.createdAt);
    case Column::SentAt: return dayKey(order.sentAt);
    case Column::Expected: {
        const QDate day = order.expectedArrival();
        return day.isValid() ? static_cast<double>(day.toJulianDay()) : kEmpty;
    }
    default: return kEmpty;
    }
}

bool isAmount(Column column)
{
    return column == Column::Total || column == Column::ToPay || column == Column::OverLimit;
}

} // namespace

std::vector<FilterColumn> orderFilterColumns(const OrderTableModel& model, const QString& list)
{
    const auto names = QMetaEnum::fromType<Column>();
    std::vector<FilterColumn> columns;
    for (int i = 0; i < model.columnCount(); ++i) {
        const auto column = static_cast<Column>(i);
        QString header = model.headerData(i, Qt::Horizontal).toString();
        if (column == Column::Age)
            header = OrderTableModel::tr("Age in days");
        columns.push_back({list + QLatin1Char('.') + QString::fromLatin1(names.valueToKey(i)), header,
                           kindOf(column), isAmount(column) ? double{Money::kScale} : 1, 0});
    }
    return columns;
}

bool passes(const ColumnFilter& filter, OrderTableModel::Column column, const PurchaseOrder& order,
            const QDateTime& now, Money limit)
{
    return kindOf(column) == Kind::Text ? filter.passes(OrderTableModel::textOf(order, column, now, limit))
                                        : filter.passes(keyOf(order, column, now, limit));
}

} // namespace purchasing::ui
