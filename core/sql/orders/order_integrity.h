#pragma once

#include "core/domain/purchase_order.h"
#include "core/sql/audit/audit_log.h"
#include "core/sql/engine/connection.h"

namespace purchasing::sql {

/// Says in words how the order differs from what the audit log says was created, decided and done with it;
/// empty when it is what was written. Nothing stored is believed without it where something is done on its
/// strength.
[[nodiscard]] QString whyNotGenuine(Connection& connection, const PurchaseOrder& order);
/// The same by the order's events.
[[nodiscard]] QString whyNotGenuine(const PurchaseOrder& order, const std::vector<StoredEvent>& events);

/// Throws Refused, in words, unless the order is what was written.
void requireGenuine(Connection& connection, const PurchaseOrder& order);

} // namespace purchasing::sql
