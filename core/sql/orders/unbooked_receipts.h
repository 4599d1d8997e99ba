#pragma once

#include "core/domain/purchase_order.h"
#include "core/sql/engine/connection.h"

#include <vector>

namespace purchasing::sql {

/// Where stock is not ours, what came stays on order until the product's inventory is newer than the receipt:
/// says so in these orders (PurchaseOrder::unbookedQty), and adds those that are otherwise finished.
/// `condition`, with its values, chooses the products by {po}purchase_order's column o.product_id. Nothing
/// happens with the embedded file, which books its receipts itself, nor where the inventory cannot be read.
void addUnbookedReceipts(Connection& connection, const QString& condition, const QVariantList& values,
                         std::vector<PurchaseOrder>& orders);

/// SQL for the products that have such receipts, by purchase_order's column product_id; empty with the
/// embedded file.
[[nodiscard]] QString unbookedCondition(const Connection& connection, const QString& alias);

} // namespace purchasing::sql
