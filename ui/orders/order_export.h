#pragma once

#include "ui/export/export_source.h"

class QTableView;

namespace purchasing {
struct PurchaseOrder;
}

namespace purchasing::ui {

class OrderTableModel;

/// The list of orders as it is now.
[[nodiscard]] ExportSource orderExport(const OrderTableModel& model, const QTableView& grid,
                                       const QDateTime& now);

} // namespace purchasing::ui
