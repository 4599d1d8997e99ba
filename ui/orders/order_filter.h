#pragma once

#include "ui/orders/order_table_model.h"
#include "ui/parts/column_filter.h"

namespace purchasing::ui {

/// How the columns of a list of orders are filtered, in their order; their names begin with `list`.
[[nodiscard]] std::vector<FilterColumn> orderFilterColumns(const OrderTableModel& model, const QString& list);

/// Says whether the order's cell passes; `now` and `limit` as in OrderTableModel::textOf(). Any thread.
[[nodiscard]] bool passes(const ColumnFilter& filter, OrderTableModel::Column column,
                          const PurchaseOrder& order, const QDateTime& now, Money limit);

} // namespace purchasing::ui
