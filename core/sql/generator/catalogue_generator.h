#pragma once

#include "core/domain/product.h"

#include <cstdint>
#include <vector>

namespace purchasing::sql {

/// A made-up product with everything the catalogue tables hold about it.
struct GeneratedProduct
{
    ProductName name;
    std::optional<Demand> demand;
    std::vector<WarehouseLevel> levels;
    std::vector<SupplierOffer> offers;
    std::vector<UnitConversion> units;
};

/// Makes catalogues of any size, the same for the same seed on every machine.
///
/// Most products are ordinary: about half have enough, most others are to be ordered, a few are expensive
/// enough to need approval. About one in forty has a fault that real data have: no supplier, no price, an
/// inactive supplier, no stock row. A product depends on the seed and its index only, so a larger catalogue
/// begins with the smaller one.
class CatalogueGenerator
{
public:
    explicit CatalogueGenerator(std::uint64_t seed)
        : m_seed(seed)
    {
    }

    /// The product with this index, counted from 0.
    [[nodiscard]] GeneratedProduct product(std::int64_t index) const;

private:
    std::uint64_t m_seed;
};

} // namespace purchasing::sql
