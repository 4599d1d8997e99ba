#pragma once

#include "core/domain/override.h"
#include "core/ports/order_store.h"
#include "core/ports/sources.h"

#include <QHash>

#include <optional>
#include <vector>

namespace purchasing {

/// Which rules decide, and what the installation has set.
struct RulesInForce
{
    std::int64_t version = 0;
    QHash<QString, QString> settings;
};

/// What each source says of one product, all at one moment.
struct ProductAnswers
{
    Result<OpenOrders> openOrders;
    Result<std::optional<Override>> overridden;
    Result<ProductName> product;
    Result<Demand> demand;
    Result<std::vector<WarehouseLevel>> levels;
    Result<std::vector<SupplierOffer>> offers;
    Result<std::vector<UnitConversion>> conversions;
    std::optional<RulesInForce> rules; ///< Unset where they were not asked for or did not answer.
};

/// Asks all sources at once, where one database holds them: a flow then waits once instead of seven times.
/// What it says is what the sources say one by one (OrderStore::openOrders, OverrideStore::find and the
/// sources); an Error means that they have to be asked so.
class ProductReader
{
public:
    virtual ~ProductReader() = default;
    [[nodiscard]] virtual QFuture<Result<ProductAnswers>> read(const QString& productId) = 0;
};

} // namespace purchasing
