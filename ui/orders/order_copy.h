#pragma once

class QDateTime;
class QTableView;

namespace purchasing::ui {

class OrderTableModel;
enum class RowCopy;

/// Copies the selected rows of a list of orders; nothing happens where none is selected.
void copyOrders(const OrderTableModel& model, const QTableView& grid, RowCopy copied, const QDateTime& now);

} // namespace purchasing::ui
