#include "core/domain/product.h"

#include <limits>
#include <tuple>

namespace purchasing {
namespace {

/// Unknown comes after every number.
template <typename Amount> std::int64_t knownFirst(const std::optional<Amount>& amount)
{
    return amount ? amount->tenThousandths : std::numeric_limits<std::int64_t>::max();
}

} // namespace

bool canBeOrderedFrom(const SupplierOffer& offer)
{
    return offer.unitPrice && *offer.unitPrice > UnitPrice{} && offer.leadTimeDays;
}

bool comesBefore(const SupplierOffer& a, const SupplierOffer& b)
{
    const auto rank = [](const SupplierOffer& offer) {
        return std::tuple(!offer.isActive.value_or(false), !canBeOrderedFrom(offer), offer.priority,
                          knownFirst(offer.unitPrice));
    };
    const auto rankA = rank(a);
    const auto rankB = rank(b);
    if (rankA != rankB)
        return rankA < rankB;
    if (a.supplierId != b.supplierId)
        return a.supplierId < b.supplierId;
    // Several rows of one supplier, in another system's table: the same one whoever looks.
    const auto rest = [](const SupplierOffer& offer) {
        return std::tuple(offer.leadTimeDays.value_or(std::numeric_limits<std::int64_t>::max()),
                          knownFirst(offer.moq), knownFirst(offer.orderMultiple), offer.email, offer.name);
    };
    return rest(a) < rest(b);
}

const SupplierOffer* passedOver(const std::vector<SupplierOffer>& offers)
{
    if (offers.empty() || !canBeOrderedFrom(offers.front()))
        return nullptr;
    const SupplierOffer* best = nullptr;
    for (const SupplierOffer& offer : offers) {
        if (offer.isActive.value_or(false) && !canBeOrderedFrom(offer)
            && offer.priority < offers.front().priority && (!best || offer.priority < best->priority))
            best = &offer;
    }
    return best;
}

} // namespace purchasing
