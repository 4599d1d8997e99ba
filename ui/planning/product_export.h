#pragma once

#include "ui/export/export_source.h"
#include "ui/planning/product_columns.h"

class QItemSelectionModel;
class QTableView;

namespace purchasing::ui {

class ProductTableModel;
class Workspace;

/// The value of a grid cell for a file: amounts as numbers, days as dates, the rest as the grid shows it.
[[nodiscard]] Cell exportCell(ProductColumn column, const ProductFacts& facts, const Decision& decision,
                              QDate today);

/// The planning grid as it is now: its rows in their order, its shown columns from left to right.
[[nodiscard]] ExportSource productExport(const Workspace& workspace, const ProductTableModel& model,
                                         const QTableView& grid);

/// The selected rows' products as catalogue rows, from top to bottom.
[[nodiscard]] std::vector<int> selectedProducts(const ProductTableModel& model,
                                                const QItemSelectionModel& selection);

/// The grid's shown columns from left to right.
[[nodiscard]] std::vector<ProductColumn> shownColumns(const QTableView& grid);

} // namespace purchasing::ui
