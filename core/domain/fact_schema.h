#pragma once

#include "core/grl/values/fact_row.h"
#include "core/grl/values/schema.h"

#include <cstddef>

namespace purchasing {

/// The facts of a purchasing decision; the values are the indices in `purchasingSchema()`.
enum class Fact : std::size_t {
    // In.
    ProductId,
    Trend,
    WarehouseId,
    SupplierId,
    FromUom,
    ToUom,
    AvgDailyDemand,
    CurrentQty,
    ReservedQty,
    AvailableQty,
    OnOrderQty,
    Moq,
    OrderMultiple,
    LeadTimeDays,
    UnitPrice,
    IsActive,
    ConversionFactor,
    RequiredQty,
    OverrideQty,
    // Out.
    Shortage,
    OrderQty,
    TotalAmount,
    DiscountAmount,
    FinalAmount,
    TaxAmount,
    GrandTotal,
    NeedReorder,
    RequiresApproval,
    ShouldCreatePo,
    ShouldSendPo,
    ApprovalStatus,
    PoStatus,
    SendMethod,
    SupplierError,
};
inline constexpr std::size_t kFactCount = static_cast<std::size_t>(Fact::SupplierError) + 1;

[[nodiscard]] constexpr std::size_t indexOf(Fact fact)
{
    return static_cast<std::size_t>(fact);
}

/// Declares every fact once, in the order of `Fact`. Lives as long as the program; safe from any thread.
[[nodiscard]] const grl::Schema& purchasingSchema();

/// Fills what is computed before the rules, where it is missing and its sources are not:
/// available = current - reserved (a missing reserved counts as 0), required = daily demand * lead time, and
/// no override (0).
void deriveFacts(grl::FactRow& facts);

} // namespace purchasing
