#include "core/remote/bare_orders.h"

#include "core/ports/and_then.h"
#include "core/remote/po_call.h"

#include <algorithm>
#include <map>

namespace purchasing::remote {
namespace {

Error cannot(const ServiceChannel& po, const char* what)
{
    return {ErrorKind::Unavailable,
            QStringLiteral("%1 at %2 cannot %3.")
                .arg(po.wire().settings.service, po.wire().settings.addresses, QLatin1String(what)),
            {}};
}

template <typename T> QFuture<Result<T>> answer(Result<T> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

/// What the fixed fields say of an order; what they cannot say is left as it is.
void take(const po::PurchaseOrder& message, PurchaseOrder& order)
{
    order.poId = wire::text(message.po_id());
    order.number = order.poId;
    order.productId = wire::text(message.product_id());
    order.supplierId = wire::text(message.supplier_id());
    order.qty = message.qty();
    const auto price = UnitPrice::fromDouble(message.unit_price());
    const auto total = Money::fromDouble(message.total_amount());
    if (!price || !total)
        throw wire::OutOfRange{QStringLiteral("total_amount")};
    order.unitPrice = *price;
    order.total = *total;
    order.state = orderStateFromDatabase(wire::text(message.status()).toUpper()).value_or(OrderState::Draft);
    order.createdAt = QDateTime::fromString(wire::text(message.created_at()), Qt::ISODate).toUTC();
    order.sentAt = QDateTime::fromString(wire::text(message.sent_at()), Qt::ISODate).toUTC();
}

} // namespace

BareOrderStore::BareOrderStore(std::shared_ptr<ServiceChannel> po)
    : m_po(std::move(po))
{
}

QFuture<Result<PurchaseOrder>> BareOrderStore::create(const OrderRequest& request, const Actor& /*actor*/)
{
    if (request.pendingApproval)
        return answer<PurchaseOrder>(
            Error{ErrorKind::Refused,
                  QStringLiteral("The order needs approval, which %1 cannot give. Nothing was ordered.")
                      .arg(m_po->wire().settings.service),
                  {}});
    po::CreateRequest message;
    message.set_product_id(request.order.productId.toStdString());
    message.set_supplier_id(request.order.supplierId.toStdString());
    message.set_qty(request.order.qty);
    message.set_unit_price(request.order.unitPrice.toDouble());
    message.set_total_amount(request.order.total.toDouble());
    return andThen(
        askPo<PurchaseOrder, po::CreateResponse>(
            m_po, std::move(message), PURCHASING_PO(Create),
            [memory = m_memory, request,
             po = m_po](const po::CreateResponse& response) -> Result<PurchaseOrder> {
                PurchaseOrder order = request.order;
                take(response.po(), order);
                if (order.poId.isEmpty() || order.productId != request.order.productId
                    || order.qty != request.order.qty)
                    return garbageFrom(po->wire(), QStringLiteral("the order it made is another one"));
                order.sendIntended = request.sendIntended;
                const std::scoped_lock lock(memory->mutex);
                memory->made.push_back({order, request.key});
                return order;
            }),
        [this, sends = request.sendIntended](const Result<PurchaseOrder>& created) {
            // It is made, whatever becomes of its sending.
            return created && sends
                ? andThen(send(created->poId),
                          [created](const Result<PurchaseOrder>& sent) { return sent ? sent : created; })
                : QtFuture::makeReadyFuture(created);
        });
}

QFuture<Result<PurchaseOrder>> BareOrderStore::send(const QString& poId)
{
    po::SendRequest request;
    request.set_po_id(poId.toStdString());
    return askPo<PurchaseOrder, po::SendResponse>(
        m_po, std::move(request), PURCHASING_PO(Send),
        [memory = m_memory, poId](const po::SendResponse& response) -> Result<PurchaseOrder> {
            if (!response.success())
                return Error{ErrorKind::Refused,
                             response.message().empty() ? QStringLiteral("%1 was not sent.").arg(poId)
                                                        : wire::text(response.message()),
                             {}};
            const std::scoped_lock lock(memory->mutex);
            const auto made = std::find_if(memory->made.begin(), memory->made.end(),
                                           [&](const Made& known) { return known.order.poId == poId; });
            PurchaseOrder order = made == memory->made.end() ? PurchaseOrder() : made->order;
            take(response.po(), order);
            if (made != memory->made.end())
                made->order = order;
            return order;
        });
}

QFuture<Result<PurchaseOrder>> BareOrderStore::createDraft(const DraftOrder& draft, const Actor& actor)
{
    OrderRequest request;
    request.order.productId = draft.productId;
    request.order.supplierId = draft.supplierId;
    request.order.qty = draft.qty;
    request.order.unitPrice = draft.unitPrice;
    request.order.total = draft.total;
    return create(request, actor);
}

QFuture<Result<PurchaseOrder>> BareOrderStore::orderOfKey(const RequestKey& key, const Actor& /*actor*/)
{
    const std::scoped_lock lock(m_memory->mutex);
    for (const Made& made : m_memory->made) {
        if (made.key.key != key.key)
            continue;
        if (made.key.method != key.method || made.key.productId != key.productId
            || made.key.supplierId != key.supplierId)
            return answer<PurchaseOrder>(
                Error{ErrorKind::Invalid, QStringLiteral("The key belongs to another request."), {}});
        return answer<PurchaseOrder>(made.order);
    }
    return answer<PurchaseOrder>(
        Error{ErrorKind::NotFound, QStringLiteral("No order was made with this key."), {}});
}

QFuture<Result<PurchaseOrder>> BareOrderStore::approve(const QString& /*poId*/, std::int64_t /*version*/,
                                                       const QByteArray& /*hash*/, const Actor& /*actor*/)
{
    return answer<PurchaseOrder>(cannot(*m_po, "approve orders"));
}

QFuture<Result<PurchaseOrder>> BareOrderStore::reject(const QString& /*poId*/, std::int64_t /*version*/,
                                                      const QString& /*reason*/, const Actor& /*actor*/)
{
    return answer<PurchaseOrder>(cannot(*m_po, "reject orders"));
}

QFuture<Result<PurchaseOrder>> BareOrderStore::cancel(const QString& /*poId*/, std::int64_t /*version*/,
                                                      const QString& /*reason*/, const Actor& /*actor*/)
{
    return answer<PurchaseOrder>(cannot(*m_po, "cancel orders"));
}

QFuture<Result<PurchaseOrder>> BareOrderStore::requestSend(const QString& poId, const Actor& /*actor*/,
                                                           const SendChoice& /*choice*/)
{
    return send(poId);
}

QFuture<Result<PurchaseOrder>> BareOrderStore::receive(const QString& /*poId*/, std::int64_t /*version*/,
                                                       std::int64_t /*qty*/, const Actor& /*actor*/)
{
    return answer<PurchaseOrder>(cannot(*m_po, "book receipts"));
}

QFuture<Result<PurchaseOrder>> BareOrderStore::closeShort(const QString& /*poId*/, std::int64_t /*version*/,
                                                          const QString& /*reason*/, const Actor& /*actor*/)
{
    return answer<PurchaseOrder>(cannot(*m_po, "close orders"));
}

QFuture<Result<std::vector<PurchaseOrder>>> BareOrderStore::list(const OrderFilter& filter)
{
    const std::scoped_lock lock(m_memory->mutex);
    std::vector<PurchaseOrder> orders;
    for (auto made = m_memory->made.rbegin(); made != m_memory->made.rend(); ++made) {
        const PurchaseOrder& order = made->order;
        const bool isWanted = (filter.productId.isEmpty() || order.productId == filter.productId)
            && (filter.states.empty()
                || std::find(filter.states.begin(), filter.states.end(), order.state) != filter.states.end())
            && !filter.needsApproval;
        if (isWanted && static_cast<int>(orders.size()) < filter.limit)
            orders.push_back(order);
    }
    return answer<std::vector<PurchaseOrder>>(std::move(orders));
}

QFuture<Result<PurchaseOrder>> BareOrderStore::find(const QString& idOrNumber)
{
    const std::scoped_lock lock(m_memory->mutex);
    for (const Made& made : m_memory->made) {
        if (made.order.poId == idOrNumber)
            return answer<PurchaseOrder>(made.order);
    }
    return answer<PurchaseOrder>(cannot(*m_po, "tell of orders that were not made here"));
}

QFuture<Result<std::vector<HistoryEntry>>> BareOrderStore::history(const QString& /*poId*/)
{
    return answer<std::vector<HistoryEntry>>(cannot(*m_po, "tell what happened"));
}

QFuture<Result<OpenOrders>> BareOrderStore::openOrders(const QString& productId)
{
    const std::scoped_lock lock(m_memory->mutex);
    OpenOrders open;
    for (const Made& made : m_memory->made) {
        if (made.order.productId == productId && countsAsOnOrder(made.order.state))
            open.orders.push_back(made.order);
    }
    open.version = static_cast<std::int64_t>(open.orders.size());
    return answer<OpenOrders>(std::move(open));
}

QFuture<Result<std::vector<ProductOrders>>> BareOrderStore::allOpenOrders()
{
    std::map<QString, OpenOrders> byProduct;
    const std::scoped_lock lock(m_memory->mutex);
    for (const Made& made : m_memory->made) {
        if (countsAsOnOrder(made.order.state))
            byProduct[made.order.productId].orders.push_back(made.order);
    }
    std::vector<ProductOrders> all;
    for (auto& [productId, open] : byProduct) {
        open.version = static_cast<std::int64_t>(open.orders.size());
        all.push_back({productId, std::move(open)});
    }
    return answer<std::vector<ProductOrders>>(std::move(all));
}

} // namespace purchasing::remote
