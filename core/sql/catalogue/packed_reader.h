#pragma once

#include "core/domain/catalogue.h"
#include "core/sql/products/catalogue_rows.h"

namespace purchasing::sql {

/// The products of a range, packed: what readProducts gives, made for a million of them. Plain rows go
/// straight into blocks; a product with anything else (open orders, an override, a cell that is not what its
/// column should be) is read by readProducts. The caller holds a reading transaction. Throws Failure.
[[nodiscard]] std::vector<Catalogue::Block> readPacked(Connection& connection, const ProductKeys& keys,
                                                       const QDateTime& now);

} // namespace purchasing::sql
