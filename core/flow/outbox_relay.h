#pragma once

#include "core/ports/message_channel.h"
#include "core/ports/outbox_store.h"

#include <memory>
#include <mutex>
#include <vector>

namespace purchasing {

/// Gives waiting messages to the channel. Any number of relays in any number of programs may run: a lease in
/// the database decides who has a message, and a message whose relay died is taken again when its lease runs
/// out.
class OutboxRelay
{
public:
    OutboxRelay(std::shared_ptr<OutboxStore> outbox, std::shared_ptr<MessageChannel> channel);

    /// Delivers everything that is due and returns how many messages were delivered. Blocks: call it on a
    /// worker thread. Calls from several threads take turns.
    int deliverDue();
    /// As deliverDue(), but of no more than `most` messages, which share their transactions: so many that
    /// each is safe with the channel before the lease of the first runs out. Returns how many were due and
    /// tried: as many as `most` mean that there may be more.
    int deliverTogether(int most);

private:
    /// Takes up to `most` messages that are due; fewer mean that no more are.
    [[nodiscard]] std::vector<OutboxMessage> lease(int most);
    /// Gives them to the channel, says what became of each, and returns how many are sent.
    int give(const std::vector<OutboxMessage>& messages);

    std::shared_ptr<OutboxStore> m_outbox;
    std::shared_ptr<MessageChannel> m_channel;
    QString m_owner;
    std::mutex m_turn;
};

} // namespace purchasing
