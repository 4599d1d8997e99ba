#pragma once

#include "ui/parts/column_filter.h"
#include "ui/planning/product_columns.h"

#include <vector>

namespace purchasing::ui {

/// How the planning grid's column is filtered, by its cellKey().
[[nodiscard]] FilterColumn filterColumn(ProductColumn column);
/// All of them, in the order of ProductColumn.
[[nodiscard]] std::vector<FilterColumn> filterColumns();

} // namespace purchasing::ui
