#pragma once

#include "core/domain/purchase_order.h"

namespace purchasing::sql {

/// SHA-256 over what was decided, in the order's format: an approval of this hash approves this product,
/// supplier, quantity and money.
[[nodiscard]] QByteArray contentHash(const PurchaseOrder& order);

/// SHA-256 over what the request itself names, so that its key is not used for another.
[[nodiscard]] QByteArray requestHash(const RequestKey& key);

/// Throws Refused or Invalid, in words, unless quantity and amounts agree with each other.
void requirePossible(const PurchaseOrder& order);

} // namespace purchasing::sql
