#include "core/domain/decision.h"

#include <algorithm>

namespace purchasing {

const SupplierOffer* ProductFacts::supplier() const
{
    if (!suppliers || suppliers->empty())
        return nullptr;
    if (!chosenSupplierId.isEmpty()) {
        for (const SupplierOffer& offer : *suppliers) {
            if (offer.supplierId == chosenSupplierId)
                return &offer;
        }
    }
    return &suppliers->front();
}

std::optional<Quantity> ProductFacts::currentQty() const
{
    if (!warehouses || warehouses->empty())
        return std::nullopt;
    Quantity sum;
    for (const WarehouseLevel& level : *warehouses) {
        if (!level.currentQty)
            return std::nullopt;
        sum = sum + *level.currentQty;
    }
    return sum;
}

std::optional<Quantity> ProductFacts::reservedQty() const
{
    if (!warehouses || warehouses->empty())
        return std::nullopt;
    Quantity sum;
    for (const WarehouseLevel& level : *warehouses)
        sum = sum + level.reservedQty;
    return sum;
}

std::optional<Quantity> ProductFacts::availableQty() const
{
    const auto current = currentQty();
    const auto reserved = reservedQty();
    if (!current || !reserved)
        return std::nullopt;
    return *current - *reserved;
}

std::optional<Quantity> ProductFacts::onOrderQty() const
{
    if (!openOrders || !warehouses)
        return std::nullopt;
    Quantity sum;
    for (const PurchaseOrder& order : *openOrders)
        sum = sum + Quantity::whole(order.onOrderQty());
    for (const WarehouseLevel& level : *warehouses)
        sum = sum + level.onOrderQty;
    return sum;
}

std::optional<Quantity> ProductFacts::requiredQty() const
{
    const SupplierOffer* offer = supplier();
    if (!demand || !demand->avgDailyDemand || !offer || !offer->leadTimeDays)
        return std::nullopt;
    std::int64_t required = 0;
    if (__builtin_mul_overflow(demand->avgDailyDemand->tenThousandths, *offer->leadTimeDays, &required)
        || required > Quantity::kLargest || required < -Quantity::kLargest)
        return std::nullopt;
    return Quantity{required};
}

std::optional<Quantity> Decision::shortage() const
{
    const bool haveRulesFailed = std::any_of(problems.begin(), problems.end(), [](const Problem& problem) {
        return problem.code == kRulesFailed;
    });
    if (!requiredQty || !availableQty || haveRulesFailed)
        return std::nullopt;
    return outputs.shortage;
}

std::optional<std::int64_t> ProductFacts::usableLeadTimeDays() const
{
    const SupplierOffer* offer = supplier();
    if (!offer || !offer->leadTimeDays || *offer->leadTimeDays < 0
        || *offer->leadTimeDays > kLongestLeadTimeDays)
        return std::nullopt;
    return offer->leadTimeDays;
}

} // namespace purchasing
