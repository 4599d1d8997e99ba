#pragma once

#include "core/domain/result.h"
#include "core/ports/order_store.h"

#include <QFuture>

namespace purchasing {

/// Gives orders to suppliers. Delivering the same messageId twice must be harmless.
class MessageChannel
{
public:
    virtual ~MessageChannel() = default;
    /// Ready only when the message is safe with the channel (written, synced and in its place).
    [[nodiscard]] virtual QFuture<Result<Done>> deliver(const OutboxMessage& message) = 0;
};

} // namespace purchasing
