#include "core/ports/and_then.h"
#include "core/proto/wire_orders.h"
#include "core/services/pieces_reply.h"
#include "core/services/po_service.h"

#include <QtConcurrent>

namespace purchasing::services {
namespace {

constexpr int kMostItems = 5000; // Of a batch; a request is at most 1 MiB anyway.

constexpr auto kNoBatches = [](const Done&) {};

BatchIntent intentOf(const po::BatchRequest& request)
{
    BatchIntent intent;
    intent.batchId = wire::text(request.batch_id());
    for (const po::BatchItem& item : request.items())
        intent.items.push_back({wire::text(item.product_id()), wire::text(item.supplier_id()),
                                wire::text(item.idempotency_key())});
    return intent;
}

} // namespace

// What is ordered together, what waits to be sent, and what watches over all of it.

grpc::ServerUnaryReactor* PoService::BeginBatch(grpc::CallbackServerContext* call,
                                                const po::BatchRequest* request, po::DoneResponse*)
{
    return reply(
        call, m_gate, "BeginBatch",
        [this, request](const Caller& caller) {
            if (request->batch_id().empty() || request->items_size() == 0
                || request->items_size() > kMostItems)
                throw wire::BadRequest{
                    QStringLiteral("A batch has an id and 1 to %1 items.").arg(kMostItems)};
            return m_ports.batches->begin(intentOf(*request), personOf(caller));
        },
        kNoBatches);
}

grpc::ServerUnaryReactor* PoService::UnfinishedBatches(grpc::CallbackServerContext* call,
                                                       const po::UnfinishedBatchesRequest*,
                                                       po::UnfinishedBatchesResponse* response)
{
    return reply(
        call, m_gate, "UnfinishedBatches",
        [this](const Caller& caller) { return m_ports.batches->unfinished(personOf(caller)); },
        [response](const std::vector<BatchIntent>& batches) {
            for (const BatchIntent& batch : batches) {
                po::BatchRequest& message = *response->add_batches();
                message.set_batch_id(batch.batchId.toStdString());
                message.set_started_at_us(wire::microseconds(batch.startedAt));
                for (const BatchItem& item : batch.items) {
                    po::BatchItem& one = *message.add_items();
                    one.set_product_id(item.productId.toStdString());
                    one.set_supplier_id(item.supplierId.toStdString());
                    one.set_idempotency_key(item.idempotencyKey.toStdString());
                }
            }
        });
}

grpc::ServerUnaryReactor* PoService::CloseBatch(grpc::CallbackServerContext* call,
                                                const po::BatchIdRequest* request, po::DoneResponse*)
{
    return reply(
        call, m_gate, "CloseBatch",
        [this, request](const Caller& caller) {
            return m_ports.batches->close(wire::text(request->batch_id()), personOf(caller));
        },
        kNoBatches);
}

grpc::ServerUnaryReactor* PoService::ReleaseBatch(grpc::CallbackServerContext* call,
                                                  const po::BatchIdRequest* request, po::DoneResponse*)
{
    return reply(
        call, m_gate, "ReleaseBatch",
        [this, request](const Caller&) {
            return andThen(
                m_ports.outbox->releaseBatch(wire::text(request->batch_id())),
                [this](const Result<Done>& released) {
                    if (!released || !m_ports.deliverOutbox)
                        return QtFuture::makeReadyFuture(released);
                    return QtConcurrent::run(&m_delivery, [this, released] {
                        m_ports.deliverOutbox();
                        return released;
                    });
                });
        },
        kNoBatches);
}

grpc::ServerWriteReactor<po::OutboxMessage>* PoService::ListOutbox(grpc::CallbackServerContext* call,
                                                                   const po::ListOutboxRequest*)
{
    return piecesReply<po::OutboxMessage, OutboxMessage>(
        call, m_gate, "ListOutbox", 1, [this](const Caller&) { return m_ports.outbox->waitingMessages(); },
        [](po::OutboxMessage& message, const OutboxMessage& waiting) {
            message.set_message_id(waiting.messageId.toStdString());
            for (const PurchaseOrder& order : waiting.orders)
                *message.add_orders() = wire::toWire(order);
            message.set_channel(waiting.channel.toStdString());
            message.set_attempts(waiting.attempts);
            message.set_state(waiting.state.toStdString());
            message.set_not_before_us(wire::microseconds(waiting.notBefore));
            message.set_last_error(waiting.lastError.toStdString());
        });
}

grpc::ServerUnaryReactor* PoService::VerifyAudit(grpc::CallbackServerContext* call,
                                                 const po::VerifyAuditRequest*,
                                                 po::VerifyAuditResponse* response)
{
    return reply(
        call, m_gate, "VerifyAudit", [this](const Caller&) { return m_ports.audit->verify(); },
        [response](const AuditReport& report) {
            response->set_events(report.events);
            response->set_remembered_event(report.rememberedEvent);
        });
}

grpc::ServerWriteReactor<wire::Changed>* PoService::Watch(grpc::CallbackServerContext* call,
                                                          const wire::WatchRequest*)
{
    return watchReply(call, m_gate, m_ports.changes);
}

} // namespace purchasing::services
