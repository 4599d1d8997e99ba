#pragma once

#include "core/ports/outbox_store.h"
#include "core/sql/engine/database.h"
#include "core/sql/engine/shared_turns.h"
#include "core/sql/orders/order_steps.h"

#include <memory>

namespace purchasing::sql {

/// The outbox on a database; the steps themselves are in order_steps.h.
class SqlOutboxStore : public OutboxStore
{
public:
    /// `suppliers` says what is offered where the offers are in another database than the orders.
    explicit SqlOutboxStore(std::shared_ptr<Database> database, RelaySettings relay = {},
                            std::shared_ptr<SupplierSource> suppliers = nullptr);

    [[nodiscard]] QFuture<Result<Done>> releaseBatch(const QString& batchId) override;
    [[nodiscard]] QFuture<Result<std::vector<OutboxMessage>>> leaseMessages(const QString& owner,
                                                                            int most) override;
    [[nodiscard]] QFuture<Result<std::vector<PurchaseOrder>>> messageDelivered(const QString& messageId,
                                                                               const QString& owner) override;
    [[nodiscard]] QFuture<Result<Done>> messageFailed(const QString& messageId, const QString& owner,
                                                      const QString& error) override;
    [[nodiscard]] QFuture<Result<std::vector<OutboxMessage>>> waitingMessages() override;

private:
    std::shared_ptr<Database> m_database;
    const Clock* m_clock; ///< The database's.
    RelaySettings m_relay;
    std::shared_ptr<SupplierSource> m_suppliers;
    /// Does not keep the database, whose threads end these; who asks does.
    SharedTurns<DeliveredMessage, std::vector<PurchaseOrder>> m_delivered;
};

} // namespace purchasing::sql
