#pragma once

#include "core/ports/outbox_store.h"
#include "core/remote/service_channel.h"

#include <memory>

namespace purchasing::remote {

/// The outbox of the PO service, to look at and to let batches go. Giving messages to a channel is the
/// service's: whatever a relay does is Refused. Any thread.
class RemoteOutboxStore : public OutboxStore
{
public:
    explicit RemoteOutboxStore(std::shared_ptr<ServiceChannel> po);
    [[nodiscard]] QFuture<Result<Done>> releaseBatch(const QString& batchId) override;
    [[nodiscard]] QFuture<Result<std::vector<OutboxMessage>>> leaseMessages(const QString& owner,
                                                                            int most) override;
    [[nodiscard]] QFuture<Result<std::vector<PurchaseOrder>>> messageDelivered(const QString& messageId,
                                                                               const QString& owner) override;
    [[nodiscard]] QFuture<Result<Done>> messageFailed(const QString& messageId, const QString& owner,
                                                      const QString& error) override;
    [[nodiscard]] QFuture<Result<std::vector<OutboxMessage>>> waitingMessages() override;

private:
    std::shared_ptr<ServiceChannel> m_po;
};

} // namespace purchasing::remote
