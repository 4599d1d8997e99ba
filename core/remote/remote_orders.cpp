#include "core/remote/remote_orders.h"

#include "core/proto/wire_facts.h"
#include "core/proto/wire_orders.h"
#include "core/remote/po_call.h"
#include "core/remote/remote_gather.h"

namespace purchasing::remote {
namespace {

using OrdersStub = po::PoService::Stub;

/// As askPo, for calls that answer with an order.
template <typename Request, typename Method>
QFuture<Result<PurchaseOrder>> askOrder(const std::shared_ptr<ServiceChannel>& channel, Request request,
                                        Method method)
{
    return askPo<PurchaseOrder, po::OrderResponse>(
        channel, std::move(request), method, [](const po::OrderResponse& response) -> Result<PurchaseOrder> {
            return wire::fromWire(response.po());
        });
}

po::DecideRequest decision(const QString& poId, std::int64_t version, const QString& reason = {})
{
    po::DecideRequest request;
    request.set_po_id(poId.toStdString());
    request.set_version(version);
    request.set_reason(reason.toStdString());
    return request;
}

Person personOf(const po::KnownPerson& message)
{
    return {wire::text(message.person_id()), wire::text(message.name()), message.enabled()};
}

Result<std::vector<HistoryEntry>> entriesOf(const po::HistoryResponse& response)
{
    std::vector<HistoryEntry> entries;
    for (const po::HistoryEntry& entry : response.entries())
        entries.push_back(wire::fromWire(entry));
    return entries;
}

} // namespace

RemoteOrderStore::RemoteOrderStore(std::shared_ptr<ServiceChannel> po)
    : m_po(std::move(po))
{
}

QFuture<Result<PurchaseOrder>> RemoteOrderStore::create(const OrderRequest& request, const Actor& /*actor*/)
{
    po::CreateRequest message;
    message.set_product_id(request.order.productId.toStdString());
    message.set_supplier_id(request.order.supplierId.toStdString());
    message.set_qty(request.order.qty);
    message.set_unit_price(request.order.unitPrice.toDouble());
    message.set_total_amount(request.order.total.toDouble());
    *message.mutable_decided() = wire::toWire(request.order);
    *message.mutable_key() = wire::toWire(request.key);
    message.set_pending_approval(request.pendingApproval);
    message.set_send_intended(request.sendIntended);
    message.set_without_address(request.withoutAddress);
    *message.mutable_basis() = wire::toWire(request.basis);
    return askPo<PurchaseOrder, po::CreateResponse>(
        m_po, std::move(message), PURCHASING_PO(Create),
        [](const po::CreateResponse& response) -> Result<PurchaseOrder> {
            return wire::fromWire(response.po());
        });
}

QFuture<Result<PurchaseOrder>> RemoteOrderStore::createDraft(const DraftOrder& draft, const Actor& /*actor*/)
{
    po::CreateRequest message;
    message.set_product_id(draft.productId.toStdString());
    message.set_supplier_id(draft.supplierId.toStdString());
    message.set_qty(draft.qty);
    message.set_unit_price(draft.unitPrice.toDouble());
    message.set_total_amount(draft.total.toDouble());
    return askPo<PurchaseOrder, po::CreateResponse>(
        m_po, std::move(message), PURCHASING_PO(Create),
        [](const po::CreateResponse& response) -> Result<PurchaseOrder> {
            return wire::fromWire(response.po());
        });
}

QFuture<Result<PurchaseOrder>> RemoteOrderStore::orderOfKey(const RequestKey& key, const Actor& /*actor*/)
{
    po::OrderOfKeyRequest request;
    *request.mutable_key() = wire::toWire(key);
    return askOrder(m_po, std::move(request), PURCHASING_PO(OrderOfKey));
}

QFuture<Result<PurchaseOrder>> RemoteOrderStore::approve(const QString& poId, std::int64_t version,
                                                         const QByteArray& contentHash,
                                                         const Actor& /*actor*/)
{
    po::DecideRequest request = decision(poId, version);
    request.set_content_hash(contentHash.toStdString());
    return askOrder(m_po, std::move(request), PURCHASING_PO(Approve));
}

QFuture<Result<PurchaseOrder>> RemoteOrderStore::reject(const QString& poId, std::int64_t version,
                                                        const QString& reason, const Actor& /*actor*/)
{
    return askOrder(m_po, decision(poId, version, reason), PURCHASING_PO(Reject));
}

QFuture<Result<PurchaseOrder>> RemoteOrderStore::cancel(const QString& poId, std::int64_t version,
                                                        const QString& reason, const Actor& /*actor*/)
{
    return askOrder(m_po, decision(poId, version, reason), PURCHASING_PO(Cancel));
}

QFuture<Result<PurchaseOrder>> RemoteOrderStore::requestSend(const QString& poId, const Actor& /*actor*/,
                                                             const SendChoice& choice)
{
    po::SendRequest request;
    request.set_po_id(poId.toStdString());
    request.set_without_address(choice.withoutAddress);
    request.set_seen_version(choice.seenVersion);
    return askPo<PurchaseOrder, po::SendResponse>(
        m_po, std::move(request), PURCHASING_PO(Send),
        [](const po::SendResponse& response) -> Result<PurchaseOrder> {
            return wire::fromWire(response.po());
        });
}

QFuture<Result<PurchaseOrder>> RemoteOrderStore::receive(const QString& poId, std::int64_t version,
                                                         std::int64_t qty, const Actor& /*actor*/)
{
    po::DecideRequest request = decision(poId, version);
    request.set_qty(qty);
    return askOrder(m_po, std::move(request), PURCHASING_PO(Receive));
}

QFuture<Result<PurchaseOrder>> RemoteOrderStore::closeShort(const QString& poId, std::int64_t version,
                                                            const QString& reason, const Actor& /*actor*/)
{
    return askOrder(m_po, decision(poId, version, reason), PURCHASING_PO(CloseShort));
}

QFuture<Result<std::vector<PurchaseOrder>>> RemoteOrderStore::list(const OrderFilter& filter)
{
    po::ListRequest request;
    for (const OrderState state : filter.states)
        request.add_states(wireWord(state).toStdString());
    request.set_product_id(filter.productId.toStdString());
    request.set_limit(filter.limit);
    request.set_needs_approval(filter.needsApproval);
    request.set_without_content(!filter.withContent);
    const std::shared_ptr<OrdersStub> stub = po::PoService::NewStub(m_po->wire().channel());
    return gather<PurchaseOrder, po::OrderPiece>(
        m_po, std::move(request),
        [stub](auto* context, auto* asked, auto* reader) { stub->async()->List(context, asked, reader); },
        [stub](std::vector<PurchaseOrder>& orders, const po::OrderPiece& piece) {
            for (const po::PurchaseOrder& order : piece.orders())
                orders.push_back(wire::fromWire(order));
        });
}

QFuture<Result<PurchaseOrder>> RemoteOrderStore::find(const QString& idOrNumber)
{
    po::GetRequest request;
    request.set_id(idOrNumber.toStdString());
    return askOrder(m_po, std::move(request), PURCHASING_PO(Get));
}

QFuture<Result<std::vector<HistoryEntry>>> RemoteOrderStore::history(const QString& poId)
{
    po::HistoryRequest request;
    request.set_po_id(poId.toStdString());
    return askPo<std::vector<HistoryEntry>, po::HistoryResponse>(m_po, std::move(request),
                                                                 PURCHASING_PO(History), &entriesOf);
}

QFuture<Result<OpenOrders>> RemoteOrderStore::openOrders(const QString& productId)
{
    po::OpenOrdersRequest request;
    request.set_product_id(productId.toStdString());
    return askPo<OpenOrders, po::OpenOrdersResponse>(
        m_po, std::move(request), PURCHASING_PO(OpenOrders),
        [](const po::OpenOrdersResponse& response) -> Result<OpenOrders> {
            OpenOrders open;
            for (const po::PurchaseOrder& order : response.orders())
                open.orders.push_back(wire::fromWire(order));
            open.version = response.version();
            return open;
        });
}

QFuture<Result<std::vector<ProductOrders>>> RemoteOrderStore::allOpenOrders()
{
    const std::shared_ptr<OrdersStub> stub = po::PoService::NewStub(m_po->wire().channel());
    return gather<ProductOrders, po::OpenOrdersPiece>(
        m_po, po::ListOpenOrdersRequest(),
        [stub](auto* context, auto* asked, auto* reader) {
            stub->async()->ListOpenOrders(context, asked, reader);
        },
        [stub](std::vector<ProductOrders>& all, const po::OpenOrdersPiece& piece) {
            for (const po::ProductOrders& product : piece.products()) {
                ProductOrders& known = all.emplace_back();
                known.productId = wire::text(product.product_id());
                for (const po::PurchaseOrder& order : product.orders())
                    known.open.orders.push_back(wire::fromWire(order));
                known.open.version = product.version();
            }
        });
}

RemoteOverrideStore::RemoteOverrideStore(std::shared_ptr<ServiceChannel> po)
    : m_po(std::move(po))
{
}

QFuture<Result<std::optional<Override>>> RemoteOverrideStore::find(const QString& productId)
{
    po::OverrideRequest request;
    request.set_product_id(productId.toStdString());
    return askPo<std::optional<Override>, po::OverrideResponse>(
        m_po, std::move(request), PURCHASING_PO(FindOverride),
        [](const po::OverrideResponse& response) -> Result<std::optional<Override>> {
            return response.has_overridden() ? std::optional(wire::fromWire(response.overridden()))
                                             : std::optional<Override>();
        });
}

QFuture<Result<std::vector<Override>>> RemoteOverrideStore::list()
{
    return askPo<std::vector<Override>, po::ListOverridesResponse>(
        m_po, po::ListOverridesRequest(), PURCHASING_PO(ListOverrides),
        [](const po::ListOverridesResponse& response) -> Result<std::vector<Override>> {
            std::vector<Override> overrides;
            for (const auto& overridden : response.overrides())
                overrides.push_back(wire::fromWire(overridden));
            return overrides;
        });
}

QFuture<Result<Override>> RemoteOverrideStore::set(const Override& wanted, std::int64_t seenVersion,
                                                   const Actor& /*actor*/)
{
    po::SetOverrideRequest request;
    *request.mutable_wanted() = wire::toWire(wanted);
    request.set_seen_version(seenVersion);
    return askPo<Override, po::OverrideResponse>(
        m_po, std::move(request), PURCHASING_PO(SetOverride),
        [](const po::OverrideResponse& response) -> Result<Override> {
            return wire::fromWire(response.overridden());
        });
}

QFuture<Result<Done>> RemoteOverrideStore::clear(const QString& productId, std::int64_t seenVersion,
                                                 const Actor& /*actor*/)
{
    po::ClearOverrideRequest request;
    request.set_product_id(productId.toStdString());
    request.set_seen_version(seenVersion);
    return askDone(m_po, std::move(request), PURCHASING_PO(ClearOverride));
}

RemotePeopleStore::RemotePeopleStore(std::shared_ptr<ServiceChannel> po)
    : m_po(std::move(po))
{
}

QFuture<Result<std::vector<Person>>> RemotePeopleStore::people()
{
    return askPo<std::vector<Person>, po::ListPeopleResponse>(
        m_po, po::ListPeopleRequest(), PURCHASING_PO(ListPeople),
        [](const po::ListPeopleResponse& response) -> Result<std::vector<Person>> {
            std::vector<Person> people;
            for (const po::KnownPerson& person : response.people())
                people.push_back(personOf(person));
            return people;
        });
}

QFuture<Result<Person>> RemotePeopleStore::addPerson(const QString& name, const Actor& /*actor*/)
{
    po::AddPersonRequest request;
    request.set_name(name.toStdString());
    return askPo<Person, po::AddPersonResponse>(
        m_po, std::move(request), PURCHASING_PO(AddPerson),
        [](const po::AddPersonResponse& response) -> Result<Person> { return personOf(response.person()); });
}

QFuture<Result<Done>> RemotePeopleStore::setPersonEnabled(const QString& personId, bool enabled,
                                                          const Actor& /*actor*/)
{
    po::EnablePersonRequest request;
    request.set_person_id(personId.toStdString());
    request.set_enabled(enabled);
    return askDone(m_po, std::move(request), PURCHASING_PO(EnablePerson));
}

QFuture<Result<Actor>> RemotePeopleStore::operatingSystemUser()
{
    return askPo<Actor, po::ActorResponse>(
        m_po, po::ActorRequest(), PURCHASING_PO(WhoAmI),
        [](const po::ActorResponse& response) -> Result<Actor> { return wire::fromWire(response.actor()); });
}

QFuture<Result<bool>> RemotePeopleStore::singleOperator()
{
    return askPo<bool, po::SingleOperatorResponse>(
        m_po, po::SingleOperatorRequest(), PURCHASING_PO(SingleOperator),
        [](const po::SingleOperatorResponse& response) -> Result<bool> { return response.on(); });
}

QFuture<Result<Done>> RemotePeopleStore::setSingleOperator(bool on, const Actor& /*actor*/)
{
    po::SetSingleOperatorRequest request;
    request.set_on(on);
    return askDone(m_po, std::move(request), PURCHASING_PO(SetSingleOperator));
}

QFuture<Result<QHash<QString, QString>>> RemotePeopleStore::settings()
{
    return askPo<QHash<QString, QString>, po::SettingsResponse>(
        m_po, po::SettingsRequest(), PURCHASING_PO(Settings),
        [](const po::SettingsResponse& response) -> Result<QHash<QString, QString>> {
            QHash<QString, QString> settings;
            for (const auto& [name, value] : response.settings())
                settings.insert(wire::text(name), wire::text(value));
            return settings;
        });
}

QFuture<Result<Done>> RemotePeopleStore::setSetting(const QString& name, const QString& value,
                                                    const Actor& /*actor*/)
{
    po::SetSettingRequest request;
    request.set_name(name.toStdString());
    request.set_value(value.toStdString());
    return askDone(m_po, std::move(request), PURCHASING_PO(SetSetting));
}

RemoteActivityStore::RemoteActivityStore(std::shared_ptr<ServiceChannel> po)
    : m_po(std::move(po))
{
}

QFuture<Result<Done>> RemoteActivityStore::recordEvaluation(const Decision& decision, const QString& sentence,
                                                            const Actor& /*actor*/)
{
    po::EvaluationRequest request;
    *request.mutable_decision() = wire::toWire(decision);
    request.set_sentence(sentence.toStdString());
    return askDone(m_po, std::move(request), PURCHASING_PO(RecordEvaluation));
}

QFuture<Result<std::vector<HistoryEntry>>> RemoteActivityStore::activity(const QString& productId, int limit)
{
    po::ActivityRequest request;
    request.set_product_id(productId.toStdString());
    request.set_limit(limit);
    return askPo<std::vector<HistoryEntry>, po::HistoryResponse>(m_po, std::move(request),
                                                                 PURCHASING_PO(Activity), &entriesOf);
}

} // namespace purchasing::remote
