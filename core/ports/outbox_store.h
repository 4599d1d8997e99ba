#pragma once

#include "core/domain/purchase_order.h"
#include "core/domain/result.h"

#include <QFuture>

#include <vector>

namespace purchasing {

/// A message that waits to be given to a channel. Once a relay has taken it, `messageId` names it and its
/// orders for ever, so giving it twice is harmless.
struct OutboxMessage
{
    QString messageId;
    std::vector<PurchaseOrder> orders; ///< At least one; several only of one batch and one supplier.
    QString channel;
    int attempts = 0;
    QString state; ///< READY, LEASED, DONE or DEAD.
    QDateTime notBefore;
    QString lastError;
};

/// Keeps the messages to suppliers until a channel has taken them. What happens to a message happens to its
/// orders in the same transaction, with their audit events.
class OutboxStore
{
public:
    virtual ~OutboxStore() = default;

    /// The orders of a batch wait a while for each other, so that each supplier gets one message; this says
    /// that the batch is complete. Repeating is harmless.
    [[nodiscard]] virtual QFuture<Result<Done>> releaseBatch(const QString& batchId) = 0;
    /// Takes up to `most` due messages (or such whose lease ran out) for `owner` and moves their orders to
    /// SENDING, in one transaction. Fewer than `most` when no more are due.
    [[nodiscard]] virtual QFuture<Result<std::vector<OutboxMessage>>> leaseMessages(const QString& owner,
                                                                                    int most) = 0;
    /// The channel took the message: its orders are SENT.
    [[nodiscard]] virtual QFuture<Result<std::vector<PurchaseOrder>>>
    messageDelivered(const QString& messageId, const QString& owner) = 0;
    /// The channel failed: the orders are APPROVED again, the message waits with back-off and shows `error`.
    [[nodiscard]] virtual QFuture<Result<Done>> messageFailed(const QString& messageId, const QString& owner,
                                                              const QString& error) = 0;
    /// What was not delivered yet, oldest first: waiting, being given, or put aside. Not what went with a
    /// cancelled order.
    [[nodiscard]] virtual QFuture<Result<std::vector<OutboxMessage>>> waitingMessages() = 0;
};

} // namespace purchasing
