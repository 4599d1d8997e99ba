#pragma once

#include "core/domain/product.h"
#include "core/domain/result.h"
#include "core/sql/products/product_groups.h"

#include <QStringList>

#include <vector>

namespace purchasing::sql {

/// What the sources say of one product. All throw Failure: Unavailable where their tables cannot be read,
/// NotFound where no table knows the product, and for a row that cannot be used.
[[nodiscard]] ProductName readName(Connection& connection, const QString& productId);
/// Why a known product has no demand.
[[nodiscard]] Error noDemand(const QString& productId);
/// NotFound, too, where a known product has no demand.
[[nodiscard]] Demand readDemand(Connection& connection, const QString& productId);
[[nodiscard]] std::vector<WarehouseLevel> readLevels(Connection& connection, const QString& productId);
/// In the contract's order.
[[nodiscard]] std::vector<SupplierOffer> readOffers(Connection& connection, const QString& productId);
/// readOffers() of each that has any.
[[nodiscard]] GroupedRows<SupplierOffer> groupedOffers(Connection& connection, const ProductKeys& keys);
/// readOffers() of each, with one statement for all that are known. Throws only what another try may mend.
[[nodiscard]] std::vector<Result<std::vector<SupplierOffer>>> readOffersOfEach(Connection& connection,
                                                                               const QStringList& productIds);
[[nodiscard]] std::vector<UnitConversion> readConversions(Connection& connection, const QString& productId);

} // namespace purchasing::sql
