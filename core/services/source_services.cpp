#include "core/services/source_services.h"

#include "core/ports/and_then.h"
#include "core/proto/wire_facts.h"
#include "core/services/list_reply.h"

#include <algorithm>
#include <limits>

namespace purchasing::services {
namespace {

/// What an unusable row says; empty where it can be used.
template <typename T> std::string problemOf(const Listed<T>& product)
{
    return product.found ? std::string() : product.found.error().message.toStdString();
}

std::int32_t withinInt32(std::int64_t value)
{
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(value, std::numeric_limits<std::int32_t>::min(),
                                                              std::numeric_limits<std::int32_t>::max()));
}

/// `ask` for the product of the request, or INVALID_ARGUMENT where its id cannot be one.
template <typename Ask, typename Fill>
grpc::ServerUnaryReactor* replyFor(grpc::CallbackServerContext* call, const Gate& gate, const char* method,
                                   const std::string& productId, Ask ask, Fill fill)
{
    return reply(
        call, gate, method,
        [ask = std::move(ask), &productId](const Caller&) { return ask(wire::goodId(productId)); },
        std::move(fill));
}

/// What a client that reads the fixed fields only must not take for a zero: an error in place of the value.
Error unknownTo(const char* what)
{
    return {
        ErrorKind::NotFound, QStringLiteral("No %1 is known for the product.").arg(QLatin1String(what)), {}};
}

/// Puts an error in place of an answer that the fixed fields cannot say.
template <typename T, typename Why>
QFuture<Result<T>> sayable(const QFuture<Result<T>>& found, bool isExact, Why why)
{
    if (isExact)
        return found;
    return andThen(found, [why](const Result<T>& value) -> Result<T> {
        const char* missing = value ? why(*value) : nullptr;
        return missing ? Result<T>(unknownTo(missing)) : value;
    });
}

/// How many `base` one of them holds, where a conversion says so in whole numbers; 0 where none does.
std::int32_t unitsPer(const std::vector<UnitConversion>& conversions, QLatin1String name)
{
    for (const UnitConversion& conversion : conversions) {
        if (conversion.fromUom.compare(name, Qt::CaseInsensitive) == 0 && conversion.factor
            && conversion.factor->isWhole())
            return roundedDown(*conversion.factor);
    }
    return 0;
}

} // namespace

std::int32_t roundedDown(Quantity amount)
{
    const std::int64_t whole = amount.units();
    return withinInt32(amount.isWhole() || amount.tenThousandths > 0 ? whole : whole - 1);
}

std::int32_t roundedUp(Quantity amount)
{
    const std::int64_t whole = amount.units();
    return withinInt32(amount.isWhole() || amount.tenThousandths < 0 ? whole : whole + 1);
}

OmsService::OmsService(std::shared_ptr<DemandSource> source, Entrance entrance,
                       std::shared_ptr<ChangeHub> changes)
    : m_gate(std::move(entrance), "oms.OmsService")
    , m_source(std::move(source))
    , m_changes(std::move(changes))
    , m_probe(sourceProbe(m_source))
{
}

grpc::ServerUnaryReactor* OmsService::GetHistory(grpc::CallbackServerContext* call,
                                                 const oms::HistoryRequest* request,
                                                 oms::HistoryResponse* response)
{
    return replyFor(
        call, m_gate, "GetHistory", request->product_id(),
        [this, isExact = request->exact()](const QString& id) {
            // A product has a name, a demand or both; without either it is unknown.
            auto name = m_source->product(id);
            const QFuture<Result<NamedDemand>> found =
                andThen(m_source->demand(id), [name](const Result<Demand>& demand) {
                    return andThen(name, [demand](const Result<ProductName>& product) -> Result<NamedDemand> {
                        if (!product)
                            return product.error();
                        if (!demand && demand.error().kind != ErrorKind::NotFound)
                            return demand.error();
                        return NamedDemand{*product, demand ? std::optional(*demand) : std::nullopt};
                    });
                });
            return sayable(found, isExact, [](const NamedDemand& known) {
                return known.demand && known.demand->avgDailyDemand ? nullptr : "demand";
            });
        },
        [response](const NamedDemand& found) {
            response->set_exact(true);
            response->set_product_id(found.product.productId.toStdString());
            response->set_name(found.product.name.toStdString());
            response->set_category(found.product.category.toStdString());
            if (!found.demand)
                return;
            response->set_avg_daily_demand(found.demand->avgDailyDemand.value_or(Quantity()).toDouble());
            response->set_trend(found.demand->trend.toStdString());
            *response->mutable_demand() = wire::toWire(*found.demand);
        });
}

grpc::ServerUnaryReactor* OmsService::HealthCheck(grpc::CallbackServerContext* call,
                                                  const oms::HealthRequest*, oms::HealthResponse* response)
{
    return healthReply(call, m_gate, m_probe, "oms-service", response);
}

grpc::ServerUnaryReactor* OmsService::GetDailyHistory(grpc::CallbackServerContext* call,
                                                      const oms::DailyHistoryRequest* request,
                                                      oms::DailyHistoryResponse* response)
{
    return replyFor(
        call, m_gate, "GetDailyHistory", request->product_id(),
        [this, request](const QString& id) {
            const QDate from = QDate::fromString(wire::text(request->from()), Qt::ISODate);
            if (!from.isValid())
                throw wire::BadRequest{QStringLiteral("from is no date (2026-01-31).")};
            return m_source->history(id, from);
        },
        [response](const std::vector<DailyDemand>& days) {
            for (const DailyDemand& day : days) {
                oms::DailyDemand& message = *response->add_days();
                message.set_day(day.day.toString(Qt::ISODate).toStdString());
                message.set_qty_e4(day.qty.tenThousandths);
            }
        });
}

grpc::ServerWriteReactor<oms::ListedDemands>* OmsService::ListDemand(grpc::CallbackServerContext* call,
                                                                     const oms::ListRequest* request)
{
    return listReply<oms::ListedDemands>(
        call, m_gate, "ListDemand", m_source, *request,
        [](oms::ListedDemands& piece, const Listed<NamedDemand>& product) {
            oms::ListedDemand& listed = *piece.add_products();
            listed.set_product_id(product.productId.toStdString());
            listed.set_problem(problemOf(product));
            if (!product.found)
                return;
            listed.set_name(product.found->product.name.toStdString());
            listed.set_category(product.found->product.category.toStdString());
            if (product.found->demand)
                *listed.mutable_demand() = wire::toWire(*product.found->demand);
        });
}

InventoryService::InventoryService(std::shared_ptr<InventorySource> source, Entrance entrance,
                                   std::shared_ptr<ChangeHub> changes)
    : m_gate(std::move(entrance), "inventory.InventoryService")
    , m_source(std::move(source))
    , m_changes(std::move(changes))
    , m_probe(sourceProbe(m_source))
{
}

grpc::ServerUnaryReactor* InventoryService::GetLevels(grpc::CallbackServerContext* call,
                                                      const inventory::LevelsRequest* request,
                                                      inventory::LevelsResponse* response)
{
    response->set_product_id(request->product_id());
    return replyFor(
        call, m_gate, "GetLevels", request->product_id(),
        [this, isExact = request->exact()](const QString& id) {
            return sayable(m_source->levels(id), isExact, [](const std::vector<WarehouseLevel>& levels) {
                ProductFacts facts;
                facts.warehouses = levels;
                return facts.availableQty() ? nullptr : "stock";
            });
        },
        [response](const std::vector<WarehouseLevel>& levels) {
            response->set_exact(true);
            ProductFacts facts;
            facts.warehouses = levels;
            Quantity onOrder;
            for (const WarehouseLevel& level : levels) {
                onOrder = onOrder + level.onOrderQty;
                *response->add_warehouses() = wire::toWire(level);
            }
            if (const auto current = facts.currentQty())
                response->set_current_qty_e4(current->tenThousandths);
            response->set_available_qty(roundedDown(facts.availableQty().value_or(Quantity())));
            response->set_reserved_qty(roundedUp(facts.reservedQty().value_or(Quantity())));
            response->set_on_order_qty(roundedDown(onOrder));
        });
}

grpc::ServerUnaryReactor* InventoryService::HealthCheck(grpc::CallbackServerContext* call,
                                                        const inventory::HealthRequest*,
                                                        inventory::HealthResponse* response)
{
    return healthReply(call, m_gate, m_probe, "inventory-service", response);
}

grpc::ServerWriteReactor<inventory::ListedLevelsPiece>*
InventoryService::ListLevels(grpc::CallbackServerContext* call, const inventory::ListRequest* request)
{
    return listReply<inventory::ListedLevelsPiece>(
        call, m_gate, "ListLevels", m_source, *request,
        [](inventory::ListedLevelsPiece& piece, const Listed<std::vector<WarehouseLevel>>& product) {
            inventory::ListedLevels& listed = *piece.add_products();
            listed.set_product_id(product.productId.toStdString());
            listed.set_problem(problemOf(product));
            for (const WarehouseLevel& level : product.found ? *product.found : std::vector<WarehouseLevel>())
                *listed.add_warehouses() = wire::toWire(level);
        });
}

SupplierService::SupplierService(std::shared_ptr<SupplierSource> source, Entrance entrance,
                                 std::shared_ptr<ChangeHub> changes)
    : m_gate(std::move(entrance), "supplier.SupplierService")
    , m_source(std::move(source))
    , m_changes(std::move(changes))
    , m_probe(sourceProbe(m_source))
{
}

grpc::ServerUnaryReactor* SupplierService::GetInfo(grpc::CallbackServerContext* call,
                                                   const supplier::InfoRequest* request,
                                                   supplier::InfoResponse* response)
{
    response->set_product_id(request->product_id());
    return replyFor(
        call, m_gate, "GetInfo", request->product_id(),
        [this, isExact = request->exact()](const QString& id) {
            return sayable(m_source->offers(id), isExact,
                           [](const std::vector<SupplierOffer>& offers) -> const char* {
                               if (offers.empty())
                                   return "supplier";
                               const SupplierOffer& first = offers.front();
                               return !first.unitPrice   ? "unit price"
                                   : !first.leadTimeDays ? "lead time"
                                   : !first.moq          ? "minimum order"
                                                         : nullptr;
                           });
        },
        [response](const std::vector<SupplierOffer>& offers) {
            response->set_exact(true);
            for (const SupplierOffer& offer : offers)
                *response->add_offers() = wire::toWire(offer);
            if (offers.empty())
                return;
            const SupplierOffer& first = offers.front();
            response->set_moq(roundedUp(first.moq.value_or(Quantity())));
            response->set_lead_time_days(withinInt32(first.leadTimeDays.value_or(0)));
            response->set_unit_price(first.unitPrice.value_or(UnitPrice()).toDouble());
            response->set_supplier_name(first.name.toStdString());
            response->set_supplier_id(first.supplierId.toStdString());
            if (first.isActive)
                response->set_is_active(*first.isActive);
            if (first.orderMultiple)
                response->set_order_multiple_e4(first.orderMultiple->tenThousandths);
        });
}

grpc::ServerUnaryReactor* SupplierService::HealthCheck(grpc::CallbackServerContext* call,
                                                       const supplier::HealthRequest*,
                                                       supplier::HealthResponse* response)
{
    return healthReply(call, m_gate, m_probe, "supplier-service", response);
}

grpc::ServerWriteReactor<supplier::ListedOffersPiece>*
SupplierService::ListOffers(grpc::CallbackServerContext* call, const supplier::ListRequest* request)
{
    return listReply<supplier::ListedOffersPiece>(
        call, m_gate, "ListOffers", m_source, *request,
        [](supplier::ListedOffersPiece& piece, const Listed<std::vector<SupplierOffer>>& product) {
            supplier::ListedOffers& listed = *piece.add_products();
            listed.set_product_id(product.productId.toStdString());
            listed.set_problem(problemOf(product));
            for (const SupplierOffer& offer : product.found ? *product.found : std::vector<SupplierOffer>())
                *listed.add_offers() = wire::toWire(offer);
        });
}

UomService::UomService(std::shared_ptr<UnitSource> source, Entrance entrance,
                       std::shared_ptr<ChangeHub> changes)
    : m_gate(std::move(entrance), "uom.UomService")
    , m_source(std::move(source))
    , m_changes(std::move(changes))
    , m_probe(sourceProbe(m_source))
{
}

grpc::ServerUnaryReactor* UomService::GetConversion(grpc::CallbackServerContext* call,
                                                    const uom::ConversionRequest* request,
                                                    uom::ConversionResponse* response)
{
    response->set_product_id(request->product_id());
    return replyFor(
        call, m_gate, "GetConversion", request->product_id(),
        [this](const QString& id) { return m_source->conversions(id); },
        [response](const std::vector<UnitConversion>& conversions) {
            response->set_exact(true);
            for (const UnitConversion& conversion : conversions)
                *response->add_conversions() = wire::toWire(conversion);
            if (!conversions.empty())
                response->set_base_unit(conversions.front().toUom.toStdString());
            response->set_case_qty(unitsPer(conversions, QLatin1String("CASE")));
            response->set_pallet_qty(unitsPer(conversions, QLatin1String("PALLET")));
        });
}

grpc::ServerUnaryReactor* UomService::HealthCheck(grpc::CallbackServerContext* call,
                                                  const uom::HealthRequest*, uom::HealthResponse* response)
{
    return healthReply(call, m_gate, m_probe, "uom-service", response);
}

grpc::ServerWriteReactor<uom::ListedConversionsPiece>*
UomService::ListConversions(grpc::CallbackServerContext* call, const uom::ListRequest* request)
{
    return listReply<uom::ListedConversionsPiece>(
        call, m_gate, "ListConversions", m_source, *request,
        [](uom::ListedConversionsPiece& piece, const Listed<std::vector<UnitConversion>>& product) {
            uom::ListedConversions& listed = *piece.add_products();
            listed.set_product_id(product.productId.toStdString());
            listed.set_problem(problemOf(product));
            for (const UnitConversion& conversion :
                 product.found ? *product.found : std::vector<UnitConversion>())
                *listed.add_conversions() = wire::toWire(conversion);
        });
}

grpc::ServerWriteReactor<wire::Changed>* OmsService::Watch(grpc::CallbackServerContext* call,
                                                           const wire::WatchRequest*)
{
    return watchReply(call, m_gate, m_changes);
}

grpc::ServerWriteReactor<wire::Changed>* InventoryService::Watch(grpc::CallbackServerContext* call,
                                                                 const wire::WatchRequest*)
{
    return watchReply(call, m_gate, m_changes);
}

grpc::ServerWriteReactor<wire::Changed>* SupplierService::Watch(grpc::CallbackServerContext* call,
                                                                const wire::WatchRequest*)
{
    return watchReply(call, m_gate, m_changes);
}

grpc::ServerWriteReactor<wire::Changed>* UomService::Watch(grpc::CallbackServerContext* call,
                                                           const wire::WatchRequest*)
{
    return watchReply(call, m_gate, m_changes);
}

} // namespace purchasing::services
