#include "core/remote/remote_sources.h"

#include "core/ports/and_then.h"
#include "core/proto/wire_facts.h"
#include "core/remote/remote_list.h"

#include "inventory.grpc.pb.h"
#include "oms.grpc.pb.h"
#include "supplier.grpc.pb.h"
#include "uom.grpc.pb.h"

#include <algorithm>

namespace purchasing::remote {
namespace {

/// Whether the answer is about the product that was asked for; what else it says is worth nothing.
template <typename Response> bool isAbout(const Response& response, const QString& productId)
{
    return response.product_id() == productId.toStdString();
}

Error wrongProduct(const ServiceChannel& channel, const QString& asked, const std::string& answered)
{
    return garbageFrom(channel.wire(),
                       QStringLiteral("asked for %1 it speaks of \"%2\"").arg(asked, wire::text(answered)));
}

Error unusable(const std::string& problem)
{
    return {ErrorKind::Invalid, wire::text(problem), {}};
}

template <typename T, typename Rows> std::vector<T> rowsOf(const Rows& messages)
{
    std::vector<T> rows;
    rows.reserve(static_cast<std::size_t>(messages.size()));
    for (const auto& message : messages)
        rows.push_back(wire::fromWire(message));
    return rows;
}

/// A double of the wire as an amount; throws OutOfRange where it is none.
template <typename Amount> Amount known(const std::optional<Amount>& amount, const char* field)
{
    if (!amount)
        throw wire::OutOfRange{QLatin1String(field)};
    return *amount;
}

/// What GetHistory says of a product.
QFuture<Result<NamedDemand>> historyOf(const std::shared_ptr<ServiceChannel>& channel,
                                       const QString& productId)
{
    const std::shared_ptr<oms::OmsService::Stub> stub = oms::OmsService::NewStub(channel->wire().channel());
    oms::HistoryRequest request;
    request.set_product_id(productId.toStdString());
    request.set_exact(true);
    return ask<NamedDemand, oms::HistoryResponse>(
        channel, std::move(request),
        [stub](auto* context, auto* asked, auto* response, auto done) {
            stub->async()->GetHistory(context, asked, response, std::move(done));
        },
        [channel, productId](const oms::HistoryResponse& response) -> Result<NamedDemand> {
            if (!isAbout(response, productId))
                return wrongProduct(*channel, productId, response.product_id());
            NamedDemand found{{productId, wire::text(response.name()), wire::text(response.category())}, {}};
            if (response.has_demand())
                found.demand = wire::fromWire(response.demand());
            else if (!response
                          .exact()) // A server of the reference system: its fixed fields are all there is.
                found.demand =
                    Demand{known(Quantity::fromDouble(response.avg_daily_demand()), "avg_daily_demand"),
                           wire::text(response.trend()),
                           {}};
            return found;
        });
}

} // namespace

RemoteDemandSource::RemoteDemandSource(std::shared_ptr<ServiceChannel> oms)
    : m_oms(std::move(oms))
{
}

QFuture<Result<Demand>> RemoteDemandSource::demand(const QString& productId)
{
    return andThen(
        historyOf(m_oms, productId), [productId](const Result<NamedDemand>& found) -> Result<Demand> {
            if (!found)
                return found.error();
            if (!found->demand) {
                return Error{
                    ErrorKind::NotFound, QStringLiteral("No demand is known for %1.").arg(productId), {}};
            }
            return *found->demand;
        });
}

QFuture<Result<ProductName>> RemoteDemandSource::product(const QString& productId)
{
    return andThen(historyOf(m_oms, productId), [](const Result<NamedDemand>& found) -> Result<ProductName> {
        return found ? Result<ProductName>(found->product) : found.error();
    });
}

QFuture<Result<std::vector<DailyDemand>>> RemoteDemandSource::history(const QString& productId, QDate from)
{
    const std::shared_ptr<oms::OmsService::Stub> stub = oms::OmsService::NewStub(m_oms->wire().channel());
    oms::DailyHistoryRequest request;
    request.set_product_id(productId.toStdString());
    request.set_from(from.toString(Qt::ISODate).toStdString());
    return ask<std::vector<DailyDemand>, oms::DailyHistoryResponse>(
        m_oms, std::move(request),
        [stub](auto* context, auto* asked, auto* response, auto done) {
            stub->async()->GetDailyHistory(context, asked, response, std::move(done));
        },
        [](const oms::DailyHistoryResponse& response) -> Result<std::vector<DailyDemand>> {
            std::vector<DailyDemand> days;
            for (const oms::DailyDemand& day : response.days()) {
                const QDate date = QDate::fromString(wire::text(day.day()), Qt::ISODate);
                if (!date.isValid())
                    throw wire::OutOfRange{QStringLiteral("day")};
                days.push_back({date, wire::amountOf<Quantity>(day.qty_e4(), "qty")});
            }
            return days;
        });
}

QFuture<ListedPiece<NamedDemand>> RemoteDemandSource::list(const QString& after, int most)
{
    const std::shared_ptr<oms::OmsService::Stub> stub = oms::OmsService::NewStub(m_oms->wire().channel());
    return askPiece<NamedDemand, oms::ListedDemands, oms::ListRequest>(
        m_oms, after, most,
        [stub](auto* context, auto* request, auto* reader) {
            stub->async()->ListDemand(context, request, reader);
        },
        [stub](std::vector<Listed<NamedDemand>>& piece, const oms::ListedDemands& message) {
            for (const oms::ListedDemand& product : message.products()) {
                const QString id = wire::text(product.product_id());
                if (!product.problem().empty()) {
                    piece.push_back({id, unusable(product.problem())});
                    continue;
                }
                NamedDemand found{{id, wire::text(product.name()), wire::text(product.category())}, {}};
                if (product.has_demand())
                    found.demand = wire::fromWire(product.demand());
                piece.push_back({id, std::move(found)});
            }
        });
}

RemoteInventorySource::RemoteInventorySource(std::shared_ptr<ServiceChannel> inventory)
    : m_inventory(std::move(inventory))
{
}

QFuture<Result<std::vector<WarehouseLevel>>> RemoteInventorySource::levels(const QString& productId)
{
    const std::shared_ptr<inventory::InventoryService::Stub> stub =
        inventory::InventoryService::NewStub(m_inventory->wire().channel());
    inventory::LevelsRequest request;
    request.set_product_id(productId.toStdString());
    request.set_exact(true);
    return ask<std::vector<WarehouseLevel>, inventory::LevelsResponse>(
        m_inventory, std::move(request),
        [stub](auto* context, auto* asked, auto* response, auto done) {
            stub->async()->GetLevels(context, asked, response, std::move(done));
        },
        [channel = m_inventory,
         productId](const inventory::LevelsResponse& response) -> Result<std::vector<WarehouseLevel>> {
            if (!isAbout(response, productId))
                return wrongProduct(*channel, productId, response.product_id());
            if (response.exact())
                return rowsOf<WarehouseLevel>(response.warehouses());
            const Quantity reserved = Quantity::whole(response.reserved_qty());
            return std::vector<WarehouseLevel>{{QString(),
                                                Quantity::whole(response.available_qty()) + reserved,
                                                reserved,
                                                Quantity::whole(response.on_order_qty()),
                                                {}}};
        });
}

QFuture<ListedPiece<std::vector<WarehouseLevel>>> RemoteInventorySource::list(const QString& after, int most)
{
    const std::shared_ptr<inventory::InventoryService::Stub> stub =
        inventory::InventoryService::NewStub(m_inventory->wire().channel());
    return askPiece<std::vector<WarehouseLevel>, inventory::ListedLevelsPiece, inventory::ListRequest>(
        m_inventory, after, most,
        [stub](auto* context, auto* request, auto* reader) {
            stub->async()->ListLevels(context, request, reader);
        },
        [stub](auto& piece, const inventory::ListedLevelsPiece& message) {
            for (const inventory::ListedLevels& product : message.products()) {
                piece.push_back({wire::text(product.product_id()), std::vector<WarehouseLevel>()});
                if (product.problem().empty())
                    piece.back().found = rowsOf<WarehouseLevel>(product.warehouses());
                else
                    piece.back().found = unusable(product.problem());
            }
        });
}

RemoteSupplierSource::RemoteSupplierSource(std::shared_ptr<ServiceChannel> supplier, bool isConfirmed)
    : m_supplier(std::move(supplier))
    , m_isConfirmed(isConfirmed)
{
}

QFuture<Result<std::vector<SupplierOffer>>> RemoteSupplierSource::offers(const QString& productId)
{
    const std::shared_ptr<supplier::SupplierService::Stub> stub =
        supplier::SupplierService::NewStub(m_supplier->wire().channel());
    supplier::InfoRequest request;
    request.set_product_id(productId.toStdString());
    request.set_exact(true);
    return ask<std::vector<SupplierOffer>, supplier::InfoResponse>(
        m_supplier, std::move(request),
        [stub](auto* context, auto* asked, auto* response, auto done) {
            stub->async()->GetInfo(context, asked, response, std::move(done));
        },
        [channel = m_supplier, productId,
         isConfirmed = m_isConfirmed](const supplier::InfoResponse& response) -> Result<std::vector<SupplierOffer>> {
            if (!isAbout(response, productId))
                return wrongProduct(*channel, productId, response.product_id());
            if (!response.exact()) {
                // Whether it is active, and its id, the reference system does not say: unknown is a problem,
                // unless a person has confirmed it for this connection.
                SupplierOffer offer;
                if (isConfirmed)
                    offer.isActive = true;
                offer.supplierId = wire::text(response.supplier_name());
                offer.name = offer.supplierId;
                offer.moq = Quantity::whole(response.moq());
                offer.leadTimeDays = response.lead_time_days();
                offer.unitPrice = known(UnitPrice::fromDouble(response.unit_price()), "unit_price");
                offer.orderMultiple = Quantity::whole(1);
                return std::vector<SupplierOffer>{offer};
            }
            auto offers = rowsOf<SupplierOffer>(response.offers());
            std::sort(offers.begin(), offers.end(), comesBefore);
            return offers;
        });
}

QFuture<ListedPiece<std::vector<SupplierOffer>>> RemoteSupplierSource::list(const QString& after, int most)
{
    const std::shared_ptr<supplier::SupplierService::Stub> stub =
        supplier::SupplierService::NewStub(m_supplier->wire().channel());
    return askPiece<std::vector<SupplierOffer>, supplier::ListedOffersPiece, supplier::ListRequest>(
        m_supplier, after, most,
        [stub](auto* context, auto* request, auto* reader) {
            stub->async()->ListOffers(context, request, reader);
        },
        [stub](auto& piece, const supplier::ListedOffersPiece& message) {
            for (const supplier::ListedOffers& product : message.products()) {
                piece.push_back({wire::text(product.product_id()), std::vector<SupplierOffer>()});
                if (!product.problem().empty()) {
                    piece.back().found = unusable(product.problem());
                    continue;
                }
                auto offers = rowsOf<SupplierOffer>(product.offers());
                std::sort(offers.begin(), offers.end(), comesBefore);
                piece.back().found = std::move(offers);
            }
        });
}

RemoteUnitSource::RemoteUnitSource(std::shared_ptr<ServiceChannel> uom)
    : m_uom(std::move(uom))
{
}

QFuture<Result<std::vector<UnitConversion>>> RemoteUnitSource::conversions(const QString& productId)
{
    const std::shared_ptr<uom::UomService::Stub> stub = uom::UomService::NewStub(m_uom->wire().channel());
    uom::ConversionRequest request;
    request.set_product_id(productId.toStdString());
    request.set_exact(true);
    return ask<std::vector<UnitConversion>, uom::ConversionResponse>(
        m_uom, std::move(request),
        [stub](auto* context, auto* asked, auto* response, auto done) {
            stub->async()->GetConversion(context, asked, response, std::move(done));
        },
        [channel = m_uom,
         productId](const uom::ConversionResponse& response) -> Result<std::vector<UnitConversion>> {
            if (!isAbout(response, productId))
                return wrongProduct(*channel, productId, response.product_id());
            if (response.exact() || response.case_qty() <= 0)
                return rowsOf<UnitConversion>(response.conversions());
            return std::vector<UnitConversion>{{QStringLiteral("CASE"),
                                                wire::text(response.base_unit()),
                                                Quantity::whole(response.case_qty()),
                                                {}}};
        });
}

QFuture<ListedPiece<std::vector<UnitConversion>>> RemoteUnitSource::list(const QString& after, int most)
{
    const std::shared_ptr<uom::UomService::Stub> stub = uom::UomService::NewStub(m_uom->wire().channel());
    return askPiece<std::vector<UnitConversion>, uom::ListedConversionsPiece, uom::ListRequest>(
        m_uom, after, most,
        [stub](auto* context, auto* request, auto* reader) {
            stub->async()->ListConversions(context, request, reader);
        },
        [stub](auto& piece, const uom::ListedConversionsPiece& message) {
            for (const uom::ListedConversions& product : message.products()) {
                piece.push_back({wire::text(product.product_id()), std::vector<UnitConversion>()});
                if (product.problem().empty())
                    piece.back().found = rowsOf<UnitConversion>(product.conversions());
                else
                    piece.back().found = unusable(product.problem());
            }
        });
}

} // namespace purchasing::remote
