#pragma once

#include "core/ports/order_store.h"
#include "core/remote/service_channel.h"

#include <memory>
#include <mutex>
#include <vector>

namespace purchasing::remote {

/// Orders with a PO service that knows the reference system's methods alone: it creates and sends, and tells
/// of nothing. What this program made it remembers as long as it lives, so that a product is not ordered
/// twice by it; what others made is known only as far as the inventory says what is on order. What the
/// service cannot do is Unavailable, and says so. Any thread.
class BareOrderStore : public OrderStore
{
public:
    explicit BareOrderStore(std::shared_ptr<ServiceChannel> po);

    /// Creates the order there and sends it where that is intended. Refused for one that needs approval:
    /// nobody there could give it.
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
    /// What this program made, with the key it was made with.
    struct Made
    {
        PurchaseOrder order;
        RequestKey key;
    };
    struct Memory
    {
        std::mutex mutex;
        std::vector<Made> made; ///< Oldest first.
    };

    [[nodiscard]] QFuture<Result<PurchaseOrder>> send(const QString& poId);

    std::shared_ptr<ServiceChannel> m_po;
    std::shared_ptr<Memory> m_memory = std::make_shared<Memory>();
};

} // namespace purchasing::remote
