#pragma once

#include "core/ports/order_store.h"
#include "core/sql/engine/connection.h"
#include "core/sql/products/catalogue_rows.h"

#include <map>

namespace purchasing::sql {

/// The product's orders whose quantity is still on its way, with the version of that list. Throws Failure.
[[nodiscard]] OpenOrders readOpenOrders(Connection& connection, const QString& productId);

/// As above, of several products by the bytes of their ids; none for one that never had an order.
[[nodiscard]] std::map<QByteArray, OpenOrders> readOpenOrders(Connection& connection,
                                                              const ProductKeys& keys);

} // namespace purchasing::sql
