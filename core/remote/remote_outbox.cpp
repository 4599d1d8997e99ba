#include "core/remote/remote_outbox.h"

#include "core/proto/wire_orders.h"
#include "core/remote/po_call.h"
#include "core/remote/remote_gather.h"

namespace purchasing::remote {
namespace {

template <typename T> QFuture<Result<T>> notOurs()
{
    return QtFuture::makeReadyFuture(Result<T>(Error{
        ErrorKind::Refused, QStringLiteral("Messages are sent by the PO service, not from here."), {}}));
}

} // namespace

RemoteOutboxStore::RemoteOutboxStore(std::shared_ptr<ServiceChannel> po)
    : m_po(std::move(po))
{
}

QFuture<Result<Done>> RemoteOutboxStore::releaseBatch(const QString& batchId)
{
    po::BatchIdRequest request;
    request.set_batch_id(batchId.toStdString());
    return askDone(m_po, std::move(request), PURCHASING_PO(ReleaseBatch));
}

QFuture<Result<std::vector<OutboxMessage>>> RemoteOutboxStore::leaseMessages(const QString& /*owner*/,
                                                                             int /*most*/)
{
    return notOurs<std::vector<OutboxMessage>>();
}

QFuture<Result<std::vector<PurchaseOrder>>> RemoteOutboxStore::messageDelivered(const QString& /*messageId*/,
                                                                                const QString& /*owner*/)
{
    return notOurs<std::vector<PurchaseOrder>>();
}

QFuture<Result<Done>> RemoteOutboxStore::messageFailed(const QString& /*messageId*/, const QString& /*owner*/,
                                                       const QString& /*error*/)
{
    return notOurs<Done>();
}

QFuture<Result<std::vector<OutboxMessage>>> RemoteOutboxStore::waitingMessages()
{
    const std::shared_ptr<po::PoService::Stub> stub = po::PoService::NewStub(m_po->wire().channel());
    return gather<OutboxMessage, po::OutboxMessage>(
        m_po, po::ListOutboxRequest(),
        [stub](auto* context, auto* asked, auto* reader) {
            stub->async()->ListOutbox(context, asked, reader);
        },
        [stub](std::vector<OutboxMessage>& waiting, const po::OutboxMessage& message) {
            OutboxMessage& known = waiting.emplace_back();
            known.messageId = wire::text(message.message_id());
            for (const po::PurchaseOrder& order : message.orders())
                known.orders.push_back(wire::fromWire(order));
            known.channel = wire::text(message.channel());
            known.attempts = message.attempts();
            known.state = wire::text(message.state());
            known.notBefore = wire::timeOf(message.not_before_us());
            known.lastError = wire::text(message.last_error());
        });
}

} // namespace purchasing::remote
