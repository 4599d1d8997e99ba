#pragma once

#include "core/domain/purchase_order.h"
#include "core/sql/query.h"

#include <initializer_list>
#include <vector>

namespace purchasing::sql {

/// SQL condition on `po.status` for the states that still bring something.
[[nodiscard]] QString onOrderCondition();

/// Reads orders `po` by a condition with bound values, sorted by `order`. Throws Failure.
[[nodiscard]] std::vector<PurchaseOrder>
readOrders(const QSqlDatabase& connection, const QString& condition, std::initializer_list<QVariant> values,
           const QString& order = QStringLiteral("po.created_at_us DESC, po.po_number DESC"), int limit = -1);
/// The order with this UUID or number; throws a NotFound Failure.
[[nodiscard]] PurchaseOrder readOrder(const QSqlDatabase& connection, const QString& idOrNumber);

/// SHA-256 over what was decided; an approval holds for exactly this content.
[[nodiscard]] QByteArray contentHashOf(const PurchaseOrder& order);

/// Raises the version that decisions of the product are based on, and returns the one before.
std::int64_t raiseBasis(const QSqlDatabase& connection, const QString& productId);
/// The version of the product's orders; 0 before the first.
[[nodiscard]] std::int64_t basisOf(const QSqlDatabase& connection, const QString& productId);

} // namespace purchasing::sql
