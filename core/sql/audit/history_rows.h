#pragma once

#include "core/domain/purchase_order.h"
#include "core/sql/engine/connection.h"

#include <vector>

namespace purchasing::sql {

/// The events of an order, oldest first.
[[nodiscard]] std::vector<HistoryEntry> orderHistory(Connection& connection, const QString& poId);

/// Evaluations and order events of a product, newest first.
[[nodiscard]] std::vector<HistoryEntry> productHistory(Connection& connection, const QString& productId,
                                                       int limit);

} // namespace purchasing::sql
