#include "core/flow/outbox_relay.h"

#include <QLoggingCategory>
#include <QUuid>

namespace purchasing {
namespace {

Q_LOGGING_CATEGORY(lcOutbox, "purchasing.outbox", QtWarningMsg)

} // namespace

OutboxRelay::OutboxRelay(std::shared_ptr<OutboxStore> outbox, std::shared_ptr<MessageChannel> channel)
    : m_outbox(std::move(outbox))
    , m_channel(std::move(channel))
    , m_owner(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

int OutboxRelay::deliverDue(int most)
{
    const std::scoped_lock turn(m_turn);
    int delivered = 0;
    for (int tried = 0; tried < most; ++tried) {
        const Result<OutboxMessage> message = m_outbox->leaseMessage(m_owner).result();
        if (!message) {
            if (message.error().kind != ErrorKind::NotFound)
                qCWarning(lcOutbox, "%s", qUtf8Printable(message.error().message));
            return delivered;
        }
        const Result<Done> given = m_channel->deliver(*message).result();
        if (!given) {
            m_outbox->messageFailed(message->messageId, m_owner, given.error().message).waitForFinished();
            continue; // Not due again before its back-off, so this ends.
        }
        // A crash between here and the commit repeats the delivery under the same message id, which is
        // harmless.
        const auto sent = m_outbox->messageDelivered(message->messageId, m_owner).result();
        if (!sent)
            qCWarning(lcOutbox, "%s", qUtf8Printable(sent.error().message));
        else
            ++delivered;
    }
    return delivered;
}

} // namespace purchasing
