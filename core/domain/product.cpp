#include "core/domain/product.h"

#include <limits>
#include <tuple>

namespace purchasing {

bool comesBefore(const SupplierOffer& a, const SupplierOffer& b)
{
    const auto rank = [](const SupplierOffer& offer) {
        return std::tuple(!offer.isActive.value_or(false), offer.priority,
                          offer.unitPrice ? offer.unitPrice->minor
                                          : std::numeric_limits<std::int64_t>::max());
    };
    const auto rankA = rank(a);
    const auto rankB = rank(b);
    return rankA != rankB ? rankA < rankB : a.supplierId < b.supplierId;
}

} // namespace purchasing
