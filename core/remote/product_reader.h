#pragma once

#include "core/domain/decision.h"
#include "core/ports/order_store.h"
#include "core/ports/override_store.h"
#include "core/ports/sources.h"

#include <memory>
#include <optional>

namespace purchasing::remote {

/// What one product is read from.
struct ProductPorts
{
    std::shared_ptr<DemandSource> demand;
    std::shared_ptr<InventorySource> inventory;
    std::shared_ptr<SupplierSource> suppliers;
    std::shared_ptr<UnitSource> units;
    std::shared_ptr<OrderStore> orders;
    std::shared_ptr<OverrideStore> overrides;
};

/// The product as a catalogue holds it; unset where no source knows it any more. An error where a source does
/// not answer. Waits for all of them at once.
[[nodiscard]] Result<std::optional<ProductFacts>> readProduct(const ProductPorts& ports,
                                                              const QString& productId, const QDateTime& now);

} // namespace purchasing::remote
