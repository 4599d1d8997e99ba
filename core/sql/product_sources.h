#pragma once

#include "core/ports/sources.h"
#include "core/sql/database.h"

namespace purchasing::sql {

/// Demand, names and history from oms_history, products and demand_daily.
class SqlDemandSource : public DemandSource
{
public:
    explicit SqlDemandSource(std::shared_ptr<Database> database);
    [[nodiscard]] QFuture<Result<Demand>> demand(const QString& productId) override;
    [[nodiscard]] QFuture<Result<std::vector<DailyDemand>>> history(const QString& productId,
                                                                    QDate from) override;
    [[nodiscard]] QFuture<Result<ProductName>> product(const QString& productId) override;

private:
    std::shared_ptr<Database> m_database;
};

/// Stock from inventory_levels.
class SqlInventorySource : public InventorySource
{
public:
    explicit SqlInventorySource(std::shared_ptr<Database> database);
    [[nodiscard]] QFuture<Result<std::vector<WarehouseLevel>>> levels(const QString& productId) override;

private:
    std::shared_ptr<Database> m_database;
};

/// Suppliers from supplier_info.
class SqlSupplierSource : public SupplierSource
{
public:
    explicit SqlSupplierSource(std::shared_ptr<Database> database);
    [[nodiscard]] QFuture<Result<std::vector<SupplierOffer>>> offers(const QString& productId) override;

private:
    std::shared_ptr<Database> m_database;
};

/// Units from uom_conversion.
class SqlUnitSource : public UnitSource
{
public:
    explicit SqlUnitSource(std::shared_ptr<Database> database);
    [[nodiscard]] QFuture<Result<std::vector<UnitConversion>>> conversions(const QString& productId) override;

private:
    std::shared_ptr<Database> m_database;
};

} // namespace purchasing::sql
