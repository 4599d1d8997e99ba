#pragma once

#include "core/ports/sources.h"
#include "core/remote/service_channel.h"

#include <memory>

namespace purchasing::remote {

/// The four sources behind their services. An answer about another product than the one asked for is a
/// failure of the source. Any thread.
class RemoteDemandSource : public DemandSource
{
public:
    explicit RemoteDemandSource(std::shared_ptr<ServiceChannel> oms);
    [[nodiscard]] QFuture<Result<Demand>> demand(const QString& productId) override;
    [[nodiscard]] QFuture<Result<std::vector<DailyDemand>>> history(const QString& productId,
                                                                    QDate from) override;
    [[nodiscard]] QFuture<Result<ProductName>> product(const QString& productId) override;
    [[nodiscard]] QFuture<ListedPiece<NamedDemand>> list(const QString& after, int most) override;

private:
    std::shared_ptr<ServiceChannel> m_oms;
};

class RemoteInventorySource : public InventorySource
{
public:
    explicit RemoteInventorySource(std::shared_ptr<ServiceChannel> inventory);
    [[nodiscard]] QFuture<Result<std::vector<WarehouseLevel>>> levels(const QString& productId) override;
    [[nodiscard]] QFuture<ListedPiece<std::vector<WarehouseLevel>>> list(const QString& after,
                                                                         int most) override;

private:
    std::shared_ptr<ServiceChannel> m_inventory;
};

class RemoteSupplierSource : public SupplierSource
{
public:
    /// `isConfirmed`: somebody vouches for suppliers of whom the service says neither id nor whether they are
    /// active; else that is unknown, which no order is made on.
    explicit RemoteSupplierSource(std::shared_ptr<ServiceChannel> supplier, bool isConfirmed = false);
    [[nodiscard]] QFuture<Result<std::vector<SupplierOffer>>> offers(const QString& productId) override;
    [[nodiscard]] QFuture<ListedPiece<std::vector<SupplierOffer>>> list(const QString& after,
                                                                        int most) override;

private:
    std::shared_ptr<ServiceChannel> m_supplier;
    bool m_isConfirmed;
};

class RemoteUnitSource : public UnitSource
{
public:
    explicit RemoteUnitSource(std::shared_ptr<ServiceChannel> uom);
    [[nodiscard]] QFuture<Result<std::vector<UnitConversion>>> conversions(const QString& productId) override;
    [[nodiscard]] QFuture<ListedPiece<std::vector<UnitConversion>>> list(const QString& after,
                                                                         int most) override;

private:
    std::shared_ptr<ServiceChannel> m_uom;
};

} // namespace purchasing::remote
