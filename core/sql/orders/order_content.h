#pragma once

#include "core/domain/purchase_order.h"

namespace purchasing::sql {

/// SHA-256 over what was decided: an approval of this hash approves this product, supplier, quantity and
/// money.
[[nodiscard]] QByteArray contentHash(const PurchaseOrder& order);

/// SHA-256 over everything a request asks for, so that a repeated key with another body is noticed.
[[nodiscard]] QByteArray requestHash(const OrderRequest& request);

/// Throws Refused or Invalid, in words, unless quantity and amounts agree with each other.
void requirePossible(const PurchaseOrder& order);

} // namespace purchasing::sql
