#pragma once

#include "core/ports/order_store.h"
#include "core/sql/engine/connection.h"

namespace purchasing::sql {

/// The product's orders whose quantity is still on its way, with the version of that list. Throws Failure.
[[nodiscard]] OpenOrders readOpenOrders(Connection& connection, const QString& productId);

} // namespace purchasing::sql
