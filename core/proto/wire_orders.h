#pragma once

#include "core/domain/purchase_order.h"

#include "po.pb.h"

namespace purchasing::wire {

/// An order between our type and po.PurchaseOrder: the reference system's fields (amounts as their nearest
/// doubles, times RFC 3339) and ours, which are exact. Reading looks at ours only.
[[nodiscard]] po::PurchaseOrder toWire(const purchasing::PurchaseOrder& order);
/// Throws OutOfRange.
[[nodiscard]] purchasing::PurchaseOrder fromWire(const po::PurchaseOrder& message);

[[nodiscard]] po::RequestKey toWire(const purchasing::RequestKey& key);
[[nodiscard]] purchasing::RequestKey fromWire(const po::RequestKey& message);
[[nodiscard]] po::HistoryEntry toWire(const purchasing::HistoryEntry& entry);
[[nodiscard]] purchasing::HistoryEntry fromWire(const po::HistoryEntry& message);

} // namespace purchasing::wire
