#include "core/flow/outbox_relay.h"

#include <QLoggingCategory>
#include <QUuid>

#include <algorithm>

namespace purchasing {
namespace {

Q_LOGGING_CATEGORY(lcOutbox, "purchasing.outbox", QtWarningMsg)

/// With a document each they are safe with the channel before the lease of the first runs out.
constexpr int kMostTogether = 16;

} // namespace

OutboxRelay::OutboxRelay(std::shared_ptr<OutboxStore> outbox, std::shared_ptr<MessageChannel> channel)
    : m_outbox(std::move(outbox))
    , m_channel(std::move(channel))
    , m_owner(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

std::vector<OutboxMessage> OutboxRelay::lease(int most)
{
    Result<std::vector<OutboxMessage>> messages = m_outbox->leaseMessages(m_owner, most).result();
    if (messages)
        return std::move(messages).value();
    qCWarning(lcOutbox, "%s", qUtf8Printable(messages.error().message));
    return {};
}

int OutboxRelay::give(const std::vector<OutboxMessage>& messages)
{
    std::vector<QFuture<Result<Done>>> given;
    for (const OutboxMessage& message : messages)
        given.push_back(m_channel->deliver(message));
    // A crash between here and the commit repeats the delivery under the same message id, which is harmless.
    std::vector<QFuture<Result<std::vector<PurchaseOrder>>>> sent;
    std::vector<QFuture<Result<Done>>> failed;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const QString& id = messages[i].messageId;
        if (const Result<Done> answer = given[i].result())
            sent.push_back(m_outbox->messageDelivered(id, m_owner));
        else // Not due again before its back-off, so this ends.
            failed.push_back(m_outbox->messageFailed(id, m_owner, answer.error().message));
    }
    int delivered = 0;
    for (const auto& answer : sent) {
        if (const auto noted = answer.result())
            ++delivered;
        else
            qCWarning(lcOutbox, "%s", qUtf8Printable(noted.error().message));
    }
    for (auto& answer : failed)
        answer.waitForFinished();
    return delivered;
}

int OutboxRelay::deliverTogether(int most)
{
    const std::scoped_lock turn(m_turn);
    const std::vector<OutboxMessage> messages = lease(most);
    (void)give(messages);
    return static_cast<int>(messages.size());
}

int OutboxRelay::deliverDue()
{
    const std::scoped_lock turn(m_turn);
    int delivered = 0;
    // One message goes at once; where more wait, they share their transactions.
    for (int together = 1;; together = std::min(2 * together, kMostTogether)) {
        const std::vector<OutboxMessage> messages = lease(together);
        delivered += give(messages);
        if (static_cast<int>(messages.size()) < together)
            return delivered;
    }
}

} // namespace purchasing
