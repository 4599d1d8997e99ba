#include "core/services/po_service.h"

#include "core/proto/wire_facts.h"
#include "core/proto/wire_orders.h"
#include "core/services/pieces_reply.h"

#include <QtConcurrent>

namespace purchasing::services {
namespace {

constexpr int kOrdersOfPiece = 200;

/// Answers a call with the order that the port gives.
template <typename Ask>
grpc::ServerUnaryReactor* replyOrder(grpc::CallbackServerContext* call, po::OrderResponse* response, Ask ask)
{
    return reply(call, std::move(ask),
                 [response](const PurchaseOrder& order) { *response->mutable_po() = wire::toWire(order); });
}

OrderRequest requestOf(const po::CreateRequest& message)
{
    OrderRequest request;
    request.key = wire::fromWire(message.key());
    request.order = wire::fromWire(message.decided());
    request.pendingApproval = message.pending_approval();
    request.sendIntended = message.send_intended();
    request.withoutAddress = message.without_address();
    request.basis = wire::fromWire(message.basis());
    return request;
}

/// Writes the orders of one answer piece by piece.
class OrderPieces : public grpc::ServerWriteReactor<po::OrderPiece>
{
public:
    OrderPieces(grpc::CallbackServerContext* call, OrderStore& orders, const OrderFilter& filter)
    {
        const CallScope scope(contextOf(*call, m_cancelled));
        (void)orders.list(filter).then([this, call](const Result<std::vector<PurchaseOrder>>& found) {
            if (!found)
                return Finish(statusOf(found.error(), *call));
            m_orders = *found;
            next();
        });
    }
    explicit OrderPieces(const grpc::Status& refusal) { Finish(refusal); }

    void OnWriteDone(bool ok) override
    {
        if (ok)
            next();
        else
            Finish({grpc::StatusCode::CANCELLED, "The client has gone."});
    }
    void OnCancel() override { m_cancelled->store(true); }
    void OnDone() override { delete this; }

private:
    void next()
    {
        if (m_at == m_orders.size())
            return Finish(grpc::Status::OK);
        m_piece.Clear();
        for (int i = 0; i < kOrdersOfPiece && m_at < m_orders.size(); ++i)
            *m_piece.add_orders() = wire::toWire(m_orders[m_at++]);
        StartWrite(&m_piece);
    }

    std::vector<PurchaseOrder> m_orders;
    std::size_t m_at = 0;
    po::OrderPiece m_piece;
    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
};

} // namespace

PoService::PoService(PoPorts ports, std::shared_ptr<const Identity> identity)
    : m_ports(std::move(ports))
    , m_identity(std::move(identity))
    , m_probe(probeOf(m_ports.orders, [](OrderStore& orders) {
        OrderFilter newest;
        newest.limit = 1;
        newest.withContent = false;
        return orders.list(newest);
    }))
{
    m_delivery.setMaxThreadCount(64); // They only wait.
}

PoService::~PoService()
{
    m_delivery.waitForDone();
}

grpc::ServerUnaryReactor* PoService::Create(grpc::CallbackServerContext* call,
                                            const po::CreateRequest* request, po::CreateResponse* response)
{
    const auto fill = [response](const PurchaseOrder& order) {
        *response->mutable_po() = wire::toWire(order);
    };
    if (request->has_decided()) {
        if (!m_identity->isOrchestrator(*call)) {
            return finished(call,
                            {grpc::StatusCode::PERMISSION_DENIED,
                             "What the rules decided is taken from the Orchestrator alone."});
        }
        return reply(
            call,
            [this, call, request] {
                return m_ports.orders->create(requestOf(*request), m_identity->personOf(*call))
                    .then([this](const Result<PurchaseOrder>& created) { return sentSoon(created); })
                    .unwrap();
            },
            fill);
    }
    if (request->has_key() || request->send_intended() || request->pending_approval()
        || request->has_basis()) {
        return finished(
            call,
            {grpc::StatusCode::INVALID_ARGUMENT, "What goes with a decision means nothing without one."});
    }
    for (const std::string& id : {request->product_id(), request->supplier_id()}) {
        if (const QString why = whyNoId(wire::text(id)); !why.isEmpty())
            return finished(call, {grpc::StatusCode::INVALID_ARGUMENT, why.toStdString()});
    }
    return reply(
        call,
        [this, call, request] {
            DraftOrder draft;
            draft.approvalLimit = m_ports.approvalLimit;
            draft.productId = wire::text(request->product_id());
            draft.supplierId = wire::text(request->supplier_id());
            draft.qty = request->qty();
            const auto price = UnitPrice::fromDouble(request->unit_price());
            const auto total = Money::fromDouble(request->total_amount());
            if (!price)
                throw wire::OutOfRange{QStringLiteral("unit_price")};
            if (!total)
                throw wire::OutOfRange{QStringLiteral("total_amount")};
            draft.unitPrice = *price;
            draft.total = *total;
            return m_ports.orders->createDraft(draft, m_identity->personOf(*call));
        },
        fill);
}

QFuture<Result<PurchaseOrder>> PoService::sentSoon(const Result<PurchaseOrder>& order)
{
    if (!order || !order->sendIntended || !order->batchId.isEmpty() || !m_ports.deliverOutbox
        || order->state == OrderState::Sent)
        return QtFuture::makeReadyFuture(order);
    return QtConcurrent::run(&m_delivery, [this, order]() -> Result<PurchaseOrder> {
        m_ports.deliverOutbox();
        const Result<PurchaseOrder> after = m_ports.orders->find(order->poId).result();
        return after ? after : order; // It is made, whatever has become of its sending.
    });
}

grpc::ServerUnaryReactor* PoService::Send(grpc::CallbackServerContext* call, const po::SendRequest* request,
                                          po::SendResponse* response)
{
    SendChoice choice;
    choice.withoutAddress = request->without_address();
    choice.seenVersion = request->seen_version();
    return reply(
        call,
        [this, call, choice, id = wire::text(request->po_id())] {
            return QtConcurrent::run(
                &m_delivery,
                [this, choice, id, person = m_identity->personOf(*call),
                 context = CallContext::current()]() -> Result<PurchaseOrder> {
                    const CallScope scope(context);
                    const Result<PurchaseOrder> order =
                        m_ports.orders->requestSend(id, person, choice).result();
                    if (!order || order->state == OrderState::PendingApproval || !m_ports.deliverOutbox)
                        return order;
                    m_ports.deliverOutbox();
                    const Result<PurchaseOrder> after = m_ports.orders->find(order->poId).result();
                    return after ? after : order;
                });
        },
        [response](const PurchaseOrder& order) {
            const bool isSent = order.state == OrderState::Sent;
            response->set_success(isSent);
            response->set_message(isSent ? order.number.toStdString() + " was sent."
                                      : order.state == OrderState::PendingApproval
                                      ? order.number.toStdString() + " needs approval before it is sent."
                                      : order.number.toStdString() + " waits to be sent.");
            *response->mutable_po() = wire::toWire(order);
        });
}

grpc::ServerUnaryReactor* PoService::HealthCheck(grpc::CallbackServerContext* call, const po::HealthRequest*,
                                                 po::HealthResponse* response)
{
    return healthReply(call, m_probe, "po-service", response);
}

grpc::ServerUnaryReactor* PoService::Get(grpc::CallbackServerContext* call, const po::GetRequest* request,
                                         po::OrderResponse* response)
{
    return replyOrder(call, response,
                      [this, request] { return m_ports.orders->find(wire::text(request->id())); });
}

grpc::ServerUnaryReactor* PoService::OrderOfKey(grpc::CallbackServerContext* call,
                                                const po::OrderOfKeyRequest* request,
                                                po::OrderResponse* response)
{
    if (!m_identity->isOrchestrator(*call))
        return finished(call, {grpc::StatusCode::PERMISSION_DENIED, "Keys are the Orchestrator's."});
    return replyOrder(call, response, [this, call, request] {
        return m_ports.orders->orderOfKey(wire::fromWire(request->key()), m_identity->personOf(*call));
    });
}

grpc::ServerWriteReactor<po::OrderPiece>* PoService::List(grpc::CallbackServerContext* call,
                                                          const po::ListRequest* request)
{
    OrderFilter filter;
    for (const std::string& word : request->states()) {
        const auto state = orderStateFromDatabase(wire::text(word).toUpper());
        if (!state)
            return new OrderPieces({grpc::StatusCode::INVALID_ARGUMENT, "\"" + word + "\" is no state."});
        filter.states.push_back(*state);
    }
    filter.productId = wire::text(request->product_id());
    if (request->limit() > 0)
        filter.limit = request->limit();
    filter.needsApproval = request->needs_approval();
    filter.withContent = !request->without_content();
    return new OrderPieces(call, *m_ports.orders, filter);
}

grpc::ServerUnaryReactor* PoService::OpenOrders(grpc::CallbackServerContext* call,
                                                const po::OpenOrdersRequest* request,
                                                po::OpenOrdersResponse* response)
{
    return reply(
        call, [this, request] { return m_ports.orders->openOrders(wire::text(request->product_id())); },
        [response](const purchasing::OpenOrders& open) {
            for (const PurchaseOrder& order : open.orders)
                *response->add_orders() = wire::toWire(order);
            response->set_version(open.version);
        });
}

grpc::ServerWriteReactor<po::OpenOrdersPiece>* PoService::ListOpenOrders(grpc::CallbackServerContext* call,
                                                                         const po::ListOpenOrdersRequest*)
{
    return piecesReply<po::OpenOrdersPiece, ProductOrders>(
        call, kOrdersOfPiece, [this] { return m_ports.orders->allOpenOrders(); },
        [](po::OpenOrdersPiece& piece, const ProductOrders& product) {
            po::ProductOrders& message = *piece.add_products();
            message.set_product_id(product.productId.toStdString());
            for (const PurchaseOrder& order : product.open.orders)
                *message.add_orders() = wire::toWire(order);
            message.set_version(product.open.version);
        });
}

grpc::ServerUnaryReactor* PoService::Approve(grpc::CallbackServerContext* call,
                                             const po::DecideRequest* request, po::OrderResponse* response)
{
    return replyOrder(call, response, [this, call, request] {
        return m_ports.orders->approve(wire::text(request->po_id()), request->version(),
                                       QByteArray::fromStdString(request->content_hash()),
                                       m_identity->personOf(*call));
    });
}

grpc::ServerUnaryReactor* PoService::Reject(grpc::CallbackServerContext* call,
                                            const po::DecideRequest* request, po::OrderResponse* response)
{
    return replyOrder(call, response, [this, call, request] {
        return m_ports.orders->reject(wire::text(request->po_id()), request->version(),
                                      wire::text(request->reason()), m_identity->personOf(*call));
    });
}

grpc::ServerUnaryReactor* PoService::Cancel(grpc::CallbackServerContext* call,
                                            const po::DecideRequest* request, po::OrderResponse* response)
{
    return replyOrder(call, response, [this, call, request] {
        return m_ports.orders->cancel(wire::text(request->po_id()), request->version(),
                                      wire::text(request->reason()), m_identity->personOf(*call));
    });
}

grpc::ServerUnaryReactor* PoService::Receive(grpc::CallbackServerContext* call,
                                             const po::DecideRequest* request, po::OrderResponse* response)
{
    return replyOrder(call, response, [this, call, request] {
        return m_ports.orders->receive(wire::text(request->po_id()), request->version(), request->qty(),
                                       m_identity->personOf(*call));
    });
}

grpc::ServerUnaryReactor* PoService::CloseShort(grpc::CallbackServerContext* call,
                                                const po::DecideRequest* request, po::OrderResponse* response)
{
    return replyOrder(call, response, [this, call, request] {
        return m_ports.orders->closeShort(wire::text(request->po_id()), request->version(),
                                          wire::text(request->reason()), m_identity->personOf(*call));
    });
}

grpc::ServerUnaryReactor* PoService::History(grpc::CallbackServerContext* call,
                                             const po::HistoryRequest* request, po::HistoryResponse* response)
{
    return reply(
        call, [this, request] { return m_ports.orders->history(wire::text(request->po_id())); },
        [response](const std::vector<HistoryEntry>& entries) {
            for (const HistoryEntry& entry : entries)
                *response->add_entries() = wire::toWire(entry);
        });
}

grpc::ServerUnaryReactor* PoService::RulesInForce(grpc::CallbackServerContext* call,
                                                  const po::RulesInForceRequest* request,
                                                  po::RulesInForceResponse* response)
{
    return reply(
        call, [this] { return m_ports.rules->current(); },
        [request, response](const RuleSetVersion& rules) {
            response->set_version(rules.version);
            response->set_hash(rules.hash.toStdString());
            for (const RulePack& pack : request->with_packs() ? rules.packs : std::vector<RulePack>()) {
                po::RulePack& message = *response->add_packs();
                message.set_name(pack.name.toStdString());
                message.set_text(pack.text.toStdString());
                message.set_active(pack.active);
            }
        });
}

} // namespace purchasing::services
