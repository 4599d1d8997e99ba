#pragma once

#include "core/domain/decision.h"
#include "core/sql/products/catalogue_rows.h"

#include <vector>

namespace purchasing::sql {

/// The end of the next range of products after `after`, so that no table has more than about two thousand
/// rows in it: read in well under the 50 ms that a writer may have to wait. Unset: the rest is one range.
/// Throws Failure.
[[nodiscard]] std::optional<QString> endOfRange(Connection& connection, const QString& after);

/// The facts of the products of `keys` that any catalogue table knows, by ascending id. The caller holds a
/// reading transaction, so that each product is of one moment, `now`. Throws Failure.
[[nodiscard]] std::vector<ProductFacts> readProducts(Connection& connection, const ProductKeys& keys,
                                                     const QDateTime& now);

} // namespace purchasing::sql
