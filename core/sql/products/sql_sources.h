#pragma once

#include "core/ports/sources.h"
#include "core/sql/engine/database.h"
#include "core/sql/engine/shared_turns.h"

#include <memory>

namespace purchasing::sql {

/// The four sources of single products on a database. Each may be used from any thread.
class SqlDemandSource : public DemandSource
{
public:
    explicit SqlDemandSource(std::shared_ptr<Database> database);
    [[nodiscard]] QFuture<Result<Demand>> demand(const QString& productId) override;
    [[nodiscard]] QFuture<Result<std::vector<DailyDemand>>> history(const QString& productId,
                                                                    QDate from) override;
    [[nodiscard]] QFuture<Result<ProductName>> product(const QString& productId) override;
    [[nodiscard]] QFuture<ListedPiece<NamedDemand>> list(const QString& after, int most) override;

private:
    std::shared_ptr<Database> m_database;
};

class SqlInventorySource : public InventorySource
{
public:
    explicit SqlInventorySource(std::shared_ptr<Database> database);
    [[nodiscard]] QFuture<Result<std::vector<WarehouseLevel>>> levels(const QString& productId) override;
    [[nodiscard]] QFuture<ListedPiece<std::vector<WarehouseLevel>>> list(const QString& after,
                                                                         int most) override;

private:
    std::shared_ptr<Database> m_database;
};

class SqlSupplierSource : public SupplierSource
{
public:
    explicit SqlSupplierSource(std::shared_ptr<Database> database);
    [[nodiscard]] QFuture<Result<std::vector<SupplierOffer>>> offers(const QString& productId) override;
    [[nodiscard]] QFuture<ListedPiece<std::vector<SupplierOffer>>> list(const QString& after,
                                                                        int most) override;

private:
    std::shared_ptr<Database> m_database;
    SharedTurns<QString, std::vector<SupplierOffer>> m_turns; ///< Orders are many at once and ask again.
};

class SqlUnitSource : public UnitSource
{
public:
    explicit SqlUnitSource(std::shared_ptr<Database> database);
    [[nodiscard]] QFuture<Result<std::vector<UnitConversion>>> conversions(const QString& productId) override;
    [[nodiscard]] QFuture<ListedPiece<std::vector<UnitConversion>>> list(const QString& after,
                                                                         int most) override;

private:
    std::shared_ptr<Database> m_database;
};

} // namespace purchasing::sql
