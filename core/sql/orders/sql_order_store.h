#pragma once

#include "core/ports/order_store.h"
#include "core/sql/engine/database.h"
#include "core/sql/engine/shared_turns.h"
#include "core/sql/orders/order_steps.h"

#include <memory>

namespace purchasing::sql {

/// The order store on a database; the steps themselves are in order_steps.h, the rules nobody can skip in the
/// schema.
class SqlOrderStore : public OrderStore
{
public:
    /// `suppliers` says what is offered where the offers are in another database than the orders.
    explicit SqlOrderStore(std::shared_ptr<Database> database, RelaySettings relay = {},
                           std::shared_ptr<SupplierSource> suppliers = nullptr);

    [[nodiscard]] QFuture<Result<PurchaseOrder>> create(const OrderRequest& request,
                                                        const Actor& actor) override;
    [[nodiscard]] QFuture<Result<PurchaseOrder>> createDraft(const DraftOrder& draft,
                                                             const Actor& actor) override;
    [[nodiscard]] QFuture<Result<PurchaseOrder>> orderOfKey(const RequestKey& key,
                                                            const Actor& actor) override;
    [[nodiscard]] QFuture<Result<PurchaseOrder>> approve(const QString& poId, std::int64_t version,
                                                         const QByteArray& contentHash,
                                                         const Actor& actor) override;
    [[nodiscard]] QFuture<Result<PurchaseOrder>> reject(const QString& poId, std::int64_t version,
                                                        const QString& reason, const Actor& actor) override;
    [[nodiscard]] QFuture<Result<PurchaseOrder>> cancel(const QString& poId, std::int64_t version,
                                                        const QString& reason, const Actor& actor) override;
    [[nodiscard]] QFuture<Result<PurchaseOrder>> requestSend(const QString& poId, const Actor& actor,
                                                             const SendChoice& choice = {}) override;
    [[nodiscard]] QFuture<Result<PurchaseOrder>> receive(const QString& poId, std::int64_t version,
                                                         std::int64_t qty, const Actor& actor) override;
    [[nodiscard]] QFuture<Result<PurchaseOrder>>
    closeShort(const QString& poId, std::int64_t version, const QString& reason, const Actor& actor) override;

    [[nodiscard]] QFuture<Result<std::vector<PurchaseOrder>>> list(const OrderFilter& filter) override;
    [[nodiscard]] QFuture<Result<PurchaseOrder>> find(const QString& idOrNumber) override;
    [[nodiscard]] QFuture<Result<std::vector<HistoryEntry>>> history(const QString& poId) override;
    [[nodiscard]] QFuture<Result<OpenOrders>> openOrders(const QString& productId) override;
    [[nodiscard]] QFuture<Result<std::vector<ProductOrders>>> allOpenOrders() override;

private:
    std::shared_ptr<Database> m_database;
    const Clock* m_clock; ///< The database's.
    RelaySettings m_relay;
    std::shared_ptr<SupplierSource> m_suppliers;
    /// Does not keep the database, whose threads end these; who asks does.
    SharedTurns<OrderQuestion, PurchaseOrder> m_created;
    SharedTurns<QString, PurchaseOrder> m_found; ///< The same.
};

} // namespace purchasing::sql
