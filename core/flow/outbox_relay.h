#pragma once

#include "core/ports/message_channel.h"
#include "core/ports/outbox_store.h"

#include <limits>
#include <memory>
#include <mutex>

namespace purchasing {

/// Gives waiting messages to the channel. Any number of relays in any number of programs may run: a lease in
/// the database decides who has a message, and a message whose relay died is taken again when its lease runs
/// out.
class OutboxRelay
{
public:
    OutboxRelay(std::shared_ptr<OutboxStore> outbox, std::shared_ptr<MessageChannel> channel);

    /// Delivers everything that is due, but no more than `most` messages, and returns how many were
    /// delivered. Blocks: call it on a worker thread. Calls from several threads take turns.
    int deliverDue(int most = std::numeric_limits<int>::max());

private:
    std::shared_ptr<OutboxStore> m_outbox;
    std::shared_ptr<MessageChannel> m_channel;
    QString m_owner;
    std::mutex m_turn;
};

} // namespace purchasing
