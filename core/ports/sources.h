#pragma once

#include "core/domain/product.h"
#include "core/domain/result.h"

#include <QFuture>
#include <QHash>

#include <vector>

namespace purchasing {

/// Where demand comes from. Every port is asynchronous: a call returns at once, on any thread, and the future
/// carries a value or an Error, never an exception. A product the source does not know is
/// ErrorKind::NotFound.
class DemandSource
{
public:
    virtual ~DemandSource() = default;
    [[nodiscard]] virtual QFuture<Result<Demand>> demand(const QString& productId) = 0;
    /// Daily demand from `from` on, oldest first; empty where the source keeps none.
    [[nodiscard]] virtual QFuture<Result<std::vector<DailyDemand>>> history(const QString& productId,
                                                                            QDate from) = 0;
    /// Name and category; a product without a row has its id and empty texts. NotFound only where no table
    /// knows it.
    [[nodiscard]] virtual QFuture<Result<ProductName>> product(const QString& productId) = 0;
};

/// Where stock comes from. Known product without rows: an empty vector.
class InventorySource
{
public:
    virtual ~InventorySource() = default;
    [[nodiscard]] virtual QFuture<Result<std::vector<WarehouseLevel>>> levels(const QString& productId) = 0;
};

/// Where suppliers come from, in the contract's order. No supplier: an empty vector.
class SupplierSource
{
public:
    virtual ~SupplierSource() = default;
    [[nodiscard]] virtual QFuture<Result<std::vector<SupplierOffer>>> offers(const QString& productId) = 0;
};

/// Where unit conversions come from. None: an empty vector.
class UnitSource
{
public:
    virtual ~UnitSource() = default;
    [[nodiscard]] virtual QFuture<Result<std::vector<UnitConversion>>>
    conversions(const QString& productId) = 0;
};

} // namespace purchasing
