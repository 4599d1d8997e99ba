#pragma once

#include "core/domain/amount.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace purchasing {

/// What a planner looked at when overriding; unset where it was unknown. Kept with the override, so that a
/// later look can say what has changed since.
struct OverrideBasis
{
    std::optional<Quantity> dailyDemand;
    std::optional<Quantity> availableQty;
    std::optional<Quantity> onOrderQty;
    QString supplierId; ///< The supplier the next four belong to; empty where there was none.
    std::optional<Quantity> moq;
    std::optional<Quantity> orderMultiple;
    std::optional<std::int64_t> leadTimeDays;
    std::optional<UnitPrice> unitPrice;
    std::optional<bool> supplierActive;

    friend bool operator==(const OverrideBasis&, const OverrideBasis&) = default;
};

/// A planner's own quantity or supplier for the next order of a product, with the reason. It is a fact for
/// the rules, which still decide totals, approval and flags. The order that is made with it ends it.
struct Override
{
    QString productId;
    std::int64_t qty = 0; ///< Whole units; 0: as the rules calculate.
    QString supplierId; ///< Empty: the first supplier in the contract's order.
    QString reason; ///< Never blank.
    OverrideBasis basis;
    std::int64_t version = 0; ///< Raised by every change, never used twice; 0 before it is stored.
    QString byId;
    QString byName;
    QDateTime at; ///< UTC.

    friend bool operator==(const Override&, const Override&) = default;
};

inline constexpr std::int64_t kLargestOverride = 1'000'000'000; ///< As the largest order.

} // namespace purchasing
