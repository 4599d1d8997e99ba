#pragma once

#include "core/domain/result.h"
#include "core/ports/outbox_store.h"

#include <QFuture>

namespace purchasing {

/// Gives orders to suppliers, all of a message or none. Delivering the same messageId twice must be harmless:
/// the later one takes the place of the earlier, and may have fewer orders where some were given up between.
class MessageChannel
{
public:
    virtual ~MessageChannel() = default;
    /// Ready only when the message is safe with the channel (written, synced and in its place).
    [[nodiscard]] virtual QFuture<Result<Done>> deliver(const OutboxMessage& message) = 0;
};

} // namespace purchasing
