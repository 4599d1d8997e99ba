#pragma once

#include "core/ports/sources.h"
#include "core/services/change_hub.h"
#include "core/services/health.h"

#include "inventory.grpc.pb.h"
#include "oms.grpc.pb.h"
#include "supplier.grpc.pb.h"
#include "uom.grpc.pb.h"

namespace purchasing::services {

// The four services that own the facts, each over the port of its source. Any thread; the port must be too.

class OmsService : public oms::OmsService::CallbackService
{
public:
    /// Without `changes` nobody is told what is written.
    OmsService(std::shared_ptr<DemandSource> source, Entrance entrance,
               std::shared_ptr<ChangeHub> changes = nullptr);

    grpc::ServerUnaryReactor* GetHistory(grpc::CallbackServerContext* call,
                                         const oms::HistoryRequest* request,
                                         oms::HistoryResponse* response) override;
    grpc::ServerUnaryReactor* HealthCheck(grpc::CallbackServerContext* call, const oms::HealthRequest*,
                                          oms::HealthResponse* response) override;
    grpc::ServerUnaryReactor* GetDailyHistory(grpc::CallbackServerContext* call,
                                              const oms::DailyHistoryRequest* request,
                                              oms::DailyHistoryResponse* response) override;
    grpc::ServerWriteReactor<oms::ListedDemands>* ListDemand(grpc::CallbackServerContext* call,
                                                             const oms::ListRequest* request) override;
    grpc::ServerWriteReactor<wire::Changed>* Watch(grpc::CallbackServerContext* call,
                                                   const wire::WatchRequest*) override;

private:
    Gate m_gate;
    std::shared_ptr<DemandSource> m_source;
    std::shared_ptr<ChangeHub> m_changes;
    HealthProbe m_probe;
};

class InventoryService : public inventory::InventoryService::CallbackService
{
public:
    /// Without `changes` nobody is told what is written.
    InventoryService(std::shared_ptr<InventorySource> source, Entrance entrance,
                     std::shared_ptr<ChangeHub> changes = nullptr);

    grpc::ServerUnaryReactor* GetLevels(grpc::CallbackServerContext* call,
                                        const inventory::LevelsRequest* request,
                                        inventory::LevelsResponse* response) override;
    grpc::ServerUnaryReactor* HealthCheck(grpc::CallbackServerContext* call, const inventory::HealthRequest*,
                                          inventory::HealthResponse* response) override;
    grpc::ServerWriteReactor<inventory::ListedLevelsPiece>*
    ListLevels(grpc::CallbackServerContext* call, const inventory::ListRequest* request) override;
    grpc::ServerWriteReactor<wire::Changed>* Watch(grpc::CallbackServerContext* call,
                                                   const wire::WatchRequest*) override;

private:
    Gate m_gate;
    std::shared_ptr<InventorySource> m_source;
    std::shared_ptr<ChangeHub> m_changes;
    HealthProbe m_probe;
};

class SupplierService : public supplier::SupplierService::CallbackService
{
public:
    /// Without `changes` nobody is told what is written.
    SupplierService(std::shared_ptr<SupplierSource> source, Entrance entrance,
                    std::shared_ptr<ChangeHub> changes = nullptr);

    grpc::ServerUnaryReactor* GetInfo(grpc::CallbackServerContext* call, const supplier::InfoRequest* request,
                                      supplier::InfoResponse* response) override;
    grpc::ServerUnaryReactor* HealthCheck(grpc::CallbackServerContext* call, const supplier::HealthRequest*,
                                          supplier::HealthResponse* response) override;
    grpc::ServerWriteReactor<supplier::ListedOffersPiece>*
    ListOffers(grpc::CallbackServerContext* call, const supplier::ListRequest* request) override;
    grpc::ServerWriteReactor<wire::Changed>* Watch(grpc::CallbackServerContext* call,
                                                   const wire::WatchRequest*) override;

private:
    Gate m_gate;
    std::shared_ptr<SupplierSource> m_source;
    std::shared_ptr<ChangeHub> m_changes;
    HealthProbe m_probe;
};

class UomService : public uom::UomService::CallbackService
{
public:
    /// Without `changes` nobody is told what is written.
    UomService(std::shared_ptr<UnitSource> source, Entrance entrance,
               std::shared_ptr<ChangeHub> changes = nullptr);

    grpc::ServerUnaryReactor* GetConversion(grpc::CallbackServerContext* call,
                                            const uom::ConversionRequest* request,
                                            uom::ConversionResponse* response) override;
    grpc::ServerUnaryReactor* HealthCheck(grpc::CallbackServerContext* call, const uom::HealthRequest*,
                                          uom::HealthResponse* response) override;
    grpc::ServerWriteReactor<uom::ListedConversionsPiece>*
    ListConversions(grpc::CallbackServerContext* call, const uom::ListRequest* request) override;
    grpc::ServerWriteReactor<wire::Changed>* Watch(grpc::CallbackServerContext* call,
                                                   const wire::WatchRequest*) override;

private:
    Gate m_gate;
    std::shared_ptr<UnitSource> m_source;
    std::shared_ptr<ChangeHub> m_changes;
    HealthProbe m_probe;
};

/// An amount as the reference system's int32 fields carry it: available stock rounded down, reserved and
/// ordered quantities up, so that a client that knows no fractions never sees more than there is. Beyond
/// int32, its nearest end.
[[nodiscard]] std::int32_t roundedDown(Quantity amount);
[[nodiscard]] std::int32_t roundedUp(Quantity amount);

} // namespace purchasing::services
