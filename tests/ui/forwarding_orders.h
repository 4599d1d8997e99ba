#pragma once

#include "core/ports/order_store.h"

#include <QPromise>

#include <memory>

namespace purchasing::tests {

/// An order store that passes everything on to another; tests override what shall go differently.
class ForwardingOrders : public OrderStore
{
public:
    explicit ForwardingOrders(std::shared_ptr<OrderStore> inner)
        : m_inner(std::move(inner))
    {
    }

    QFuture<Result<PurchaseOrder>> create(const OrderRequest& request, const Actor& actor) override
    {
        return m_inner->create(request, actor);
    }
    QFuture<Result<PurchaseOrder>> createDraft(const DraftOrder& draft, const Actor& actor) override
    {
        return m_inner->createDraft(draft, actor);
    }
    QFuture<Result<PurchaseOrder>> orderOfKey(const RequestKey& key, const Actor& actor) override
    {
        return m_inner->orderOfKey(key, actor);
    }
    QFuture<Result<PurchaseOrder>> approve(const QString& poId, std::int64_t version, const QByteArray& hash,
                                           const Actor& actor) override
    {
        return m_inner->approve(poId, version, hash, actor);
    }
    QFuture<Result<PurchaseOrder>> reject(const QString& poId, std::int64_t version, const QString& reason,
                                          const Actor& actor) override
    {
        return m_inner->reject(poId, version, reason, actor);
    }
    QFuture<Result<PurchaseOrder>> cancel(const QString& poId, std::int64_t version, const QString& reason,
                                          const Actor& actor) override
    {
        return m_inner->cancel(poId, version, reason, actor);
    }
    QFuture<Result<PurchaseOrder>> requestSend(const QString& poId, const Actor& actor,
                                               const SendChoice& choice) override
    {
        return m_inner->requestSend(poId, actor, choice);
    }
    QFuture<Result<PurchaseOrder>> receive(const QString& poId, std::int64_t version, std::int64_t qty,
                                           const Actor& actor) override
    {
        return m_inner->receive(poId, version, qty, actor);
    }
    QFuture<Result<PurchaseOrder>> closeShort(const QString& poId, std::int64_t version,
                                              const QString& reason, const Actor& actor) override
    {
        return m_inner->closeShort(poId, version, reason, actor);
    }
    QFuture<Result<std::vector<PurchaseOrder>>> list(const OrderFilter& filter) override
    {
        return m_inner->list(filter);
    }
    QFuture<Result<PurchaseOrder>> find(const QString& idOrNumber) override
    {
        return m_inner->find(idOrNumber);
    }
    QFuture<Result<std::vector<HistoryEntry>>> history(const QString& poId) override
    {
        return m_inner->history(poId);
    }
    QFuture<Result<OpenOrders>> openOrders(const QString& productId) override
    {
        return m_inner->openOrders(productId);
    }
    QFuture<Result<std::vector<ProductOrders>>> allOpenOrders() override { return m_inner->allOpenOrders(); }

protected:
    template <typename T> [[nodiscard]] static QFuture<Result<T>> answer(Result<T> result)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(result));
        promise.finish();
        return promise.future();
    }

private:
    std::shared_ptr<OrderStore> m_inner;
};

} // namespace purchasing::tests
