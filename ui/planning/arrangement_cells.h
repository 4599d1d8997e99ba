#pragma once

#include "ui/planning/product_arrangement.h"

#include <QStringList>

#include <limits>
#include <vector>

namespace purchasing::ui {

// What the columns of the grid say of a block's products, for filtering and sorting. Blocks may be asked for
// at the same time, on any thread.

/// A column's cells as numbers in the order people expect, by catalogue row; kEmptyCell where there is
/// nothing.
using CellKeys = std::vector<double>;
inline constexpr double kEmptyCell = std::numeric_limits<double>::quiet_NaN();

/// Whether readKeys() gives texts of the column, which ranked() turns into keys when it has them all.
[[nodiscard]] bool hasTexts(ProductColumn column);

/// Takes the keys of a block's products that are shown. `keys` have a place for every row, and so have
/// `texts` where the column holds texts; else they are empty.
void readKeys(ProductColumn column, const ArrangementRequest& request, std::size_t block,
              const std::vector<char>& shown, CellKeys& keys, std::vector<QString>& texts);

/// Numbers texts by the language's order, equal texts alike.
[[nodiscard]] CellKeys ranked(const std::vector<QString>& texts);

/// Which of a block's products the filter lets through; `words` are those of its text, in lower case.
[[nodiscard]] std::vector<char> filtered(const ArrangementRequest& request, const QStringList& words,
                                         std::size_t block);

} // namespace purchasing::ui
