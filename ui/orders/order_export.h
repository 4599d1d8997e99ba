#pragma once

#include "ui/export/export_source.h"

class QTableView;

namespace purchasing {
struct PurchaseOrder;
}

namespace purchasing::ui {

class OrderTableModel;

/// The list of orders as it is now; `all` are those behind its filter.
[[nodiscard]] ExportSource orderExport(const std::vector<PurchaseOrder>& all, const OrderTableModel& model,
                                       const QTableView& grid, const QDateTime& now);

} // namespace purchasing::ui
