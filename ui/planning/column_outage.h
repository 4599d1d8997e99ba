#pragma once

#include "ui/planning/product_columns.h"

namespace purchasing::ui {

/// Why the cell is not as fresh as the others, in words: the source it comes from, or one that its number is
/// computed from, cannot be read. Empty while all is well.
[[nodiscard]] QString outageOfCell(ProductColumn column, const ProductFacts& facts);
/// Says whether the cell's own source cannot be read and nothing of it was known before.
[[nodiscard]] bool isUnknownCell(ProductColumn column, const ProductFacts& facts);
/// Whether the outage concerns the column.
[[nodiscard]] bool isFedBy(ProductColumn column, Source source);

} // namespace purchasing::ui
