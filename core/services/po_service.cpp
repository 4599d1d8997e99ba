#include "core/services/po_service.h"

#include "core/ports/and_then.h"
#include "core/proto/wire_facts.h"
#include "core/proto/wire_orders.h"
#include "core/services/pieces_reply.h"
#include "core/services/stream_reply.h"

#include <QtConcurrent>

namespace purchasing::services {
namespace {

constexpr int kOrdersOfPiece = 200;

/// Answers a call with the order that the port gives.
template <typename Ask>
grpc::ServerUnaryReactor* replyOrder(grpc::CallbackServerContext* call, const Gate& gate, const char* method,
                                     po::OrderResponse* response, Ask ask)
{
    return reply(call, gate, method, std::move(ask),
                 [response](const PurchaseOrder& order) { *response->mutable_po() = wire::toWire(order); });
}

OrderFilter filterOf(const po::ListRequest& request)
{
    OrderFilter filter;
    for (const std::string& word : request.states()) {
        const auto state = orderStateFromDatabase(wire::text(word).toUpper());
        if (!state)
            throw wire::BadRequest{QStringLiteral("\"%1\" is no state.").arg(wire::text(word))};
        filter.states.push_back(*state);
    }
    filter.productId = wire::text(request.product_id());
    if (request.limit() > 0)
        filter.limit = request.limit();
    filter.needsApproval = request.needs_approval();
    filter.withContent = !request.without_content();
    return filter;
}

/// Writes the orders of one answer piece by piece.
class OrderPieces final : public StreamReply<po::OrderPiece>
{
public:
    OrderPieces(grpc::CallbackServerContext* call, const Gate& gate, OrderStore& orders,
                const po::ListRequest& request)
        : StreamReply(call)
        , m_store(orders)
        , m_request(request)
    {
        begin(gate, "List");
    }

private:
    void next() override
    {
        if (!m_orders)
            return read();
        if (m_at == m_orders->size())
            return end(grpc::Status::OK);
        m_piece.Clear();
        for (int i = 0; i < kOrdersOfPiece && m_at < m_orders->size(); ++i)
            *m_piece.add_orders() = wire::toWire((*m_orders)[m_at++]);
        StartWrite(&m_piece);
    }

    void read()
    {
        const CallScope scope(context());
        try {
            (void)andThen(m_store.list(filterOf(m_request)),
                          [this](const Result<std::vector<PurchaseOrder>>& found) {
                              if (!found)
                                  return end(statusOf(found.error(), call()));
                              m_orders = *found;
                              next();
                          });
        } catch (const wire::BadRequest& bad) {
            end({grpc::StatusCode::INVALID_ARGUMENT, bad.sentence.toStdString()});
        }
    }

    OrderStore& m_store;
    const po::ListRequest& m_request; ///< Lives as long as the call.
    std::optional<std::vector<PurchaseOrder>> m_orders; ///< Unset until they were read.
    std::size_t m_at = 0;
    po::OrderPiece m_piece;
};

} // namespace

PoService::PoService(PoPorts ports, Entrance entrance)
    : m_gate(std::move(entrance), "po.PoService")
    , m_ports(std::move(ports))
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
    return reply(
        call, m_gate, "Create",
        [this, request](const Caller& caller) {
            return request->has_decided() ? createDecided(*request, caller) : createDraft(*request, caller);
        },
        [response](const PurchaseOrder& order) { *response->mutable_po() = wire::toWire(order); });
}

QFuture<Result<PurchaseOrder>> PoService::createDecided(const po::CreateRequest& request,
                                                        const Caller& caller)
{
    if (!caller.isOrchestrator()) {
        return QtFuture::makeReadyFuture(Result<PurchaseOrder>(
            Error{ErrorKind::Forbidden,
                  QStringLiteral("What the rules decided is taken from the Orchestrator alone."),
                  {}}));
    }
    return andThen(m_ports.orders->create(wire::requestOf(request), personOf(caller)),
                   [this](const Result<PurchaseOrder>& created) { return sentSoon(created); });
}

QFuture<Result<PurchaseOrder>> PoService::createDraft(const po::CreateRequest& request, const Caller& caller)
{
    DraftOrder draft = wire::draftOf(request);
    draft.approvalLimit = m_ports.approvalLimit;
    return m_ports.orders->createDraft(draft, personOf(caller));
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
        call, m_gate, "Send",
        [this, choice, id = wire::text(request->po_id())](const Caller& caller) {
            return QtConcurrent::run(
                &m_delivery,
                [this, choice, id, person = personOf(caller),
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
    return healthReply(call, m_gate, m_probe, "po-service", response);
}

grpc::ServerUnaryReactor* PoService::Get(grpc::CallbackServerContext* call, const po::GetRequest* request,
                                         po::OrderResponse* response)
{
    return replyOrder(call, m_gate, "Get", response, [this, request](const Caller&) {
        return m_ports.orders->find(wire::text(request->id()));
    });
}

grpc::ServerUnaryReactor* PoService::OrderOfKey(grpc::CallbackServerContext* call,
                                                const po::OrderOfKeyRequest* request,
                                                po::OrderResponse* response)
{
    return replyOrder(call, m_gate, "OrderOfKey", response, [this, request](const Caller& caller) {
        return m_ports.orders->orderOfKey(wire::fromWire(request->key()), personOf(caller));
    });
}

grpc::ServerWriteReactor<po::OrderPiece>* PoService::List(grpc::CallbackServerContext* call,
                                                          const po::ListRequest* request)
{
    return new OrderPieces(call, m_gate, *m_ports.orders, *request);
}

grpc::ServerUnaryReactor* PoService::OpenOrders(grpc::CallbackServerContext* call,
                                                const po::OpenOrdersRequest* request,
                                                po::OpenOrdersResponse* response)
{
    return reply(
        call, m_gate, "OpenOrders",
        [this, request](const Caller&) {
            return m_ports.orders->openOrders(wire::text(request->product_id()));
        },
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
        call, m_gate, "ListOpenOrders", kOrdersOfPiece,
        [this](const Caller&) { return m_ports.orders->allOpenOrders(); },
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
    return replyOrder(call, m_gate, "Approve", response, [this, request](const Caller& caller) {
        return m_ports.orders->approve(wire::text(request->po_id()), request->version(),
                                       QByteArray::fromStdString(request->content_hash()), personOf(caller));
    });
}

grpc::ServerUnaryReactor* PoService::Reject(grpc::CallbackServerContext* call,
                                            const po::DecideRequest* request, po::OrderResponse* response)
{
    return replyOrder(call, m_gate, "Reject", response, [this, request](const Caller& caller) {
        return m_ports.orders->reject(wire::text(request->po_id()), request->version(),
                                      wire::text(request->reason()), personOf(caller));
    });
}

grpc::ServerUnaryReactor* PoService::Cancel(grpc::CallbackServerContext* call,
                                            const po::DecideRequest* request, po::OrderResponse* response)
{
    return replyOrder(call, m_gate, "Cancel", response, [this, request](const Caller& caller) {
        return m_ports.orders->cancel(wire::text(request->po_id()), request->version(),
                                      wire::text(request->reason()), personOf(caller));
    });
}

grpc::ServerUnaryReactor* PoService::Receive(grpc::CallbackServerContext* call,
                                             const po::DecideRequest* request, po::OrderResponse* response)
{
    return replyOrder(call, m_gate, "Receive", response, [this, request](const Caller& caller) {
        return m_ports.orders->receive(wire::text(request->po_id()), request->version(), request->qty(),
                                       personOf(caller));
    });
}

grpc::ServerUnaryReactor* PoService::CloseShort(grpc::CallbackServerContext* call,
                                                const po::DecideRequest* request, po::OrderResponse* response)
{
    return replyOrder(call, m_gate, "CloseShort", response, [this, request](const Caller& caller) {
        return m_ports.orders->closeShort(wire::text(request->po_id()), request->version(),
                                          wire::text(request->reason()), personOf(caller));
    });
}

grpc::ServerUnaryReactor* PoService::History(grpc::CallbackServerContext* call,
                                             const po::HistoryRequest* request, po::HistoryResponse* response)
{
    return reply(
        call, m_gate, "History",
        [this, request](const Caller&) { return m_ports.orders->history(wire::text(request->po_id())); },
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
        call, m_gate, "RulesInForce", [this](const Caller&) { return m_ports.rules->current(); },
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
