#pragma once

#include "core/domain/catalogue.h"

#include <vector>

namespace purchasing::ui {

/// Those that were not read before what the catalogue holds of the same products: answers may overtake each
/// other.
[[nodiscard]] inline std::vector<ProductFacts> newerThan(const Catalogue& catalogue,
                                                         const std::vector<ProductFacts>& read)
{
    std::vector<ProductFacts> newer;
    for (const ProductFacts& facts : read) {
        const int row = catalogue.rowOf(facts.product.productId);
        if (row < 0 || facts.asOf >= catalogue.facts(row).asOf)
            newer.push_back(facts);
    }
    return newer;
}

} // namespace purchasing::ui
