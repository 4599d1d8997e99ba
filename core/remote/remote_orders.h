#pragma once

#include "core/ports/activity_store.h"
#include "core/ports/decision_maker.h"
#include "core/ports/order_store.h"
#include "core/ports/override_store.h"
#include "core/ports/people_store.h"
#include "core/remote/service_channel.h"

#include <memory>

namespace purchasing::remote {

/// The ports that po_db owns, behind the PO service. Who acts is who calls: the actors in the calls are not
/// passed on. Any thread.
class RemoteOrderStore : public OrderStore
{
public:
    explicit RemoteOrderStore(std::shared_ptr<ServiceChannel> po);

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
    std::shared_ptr<ServiceChannel> m_po;
};

class RemoteOverrideStore : public OverrideStore
{
public:
    explicit RemoteOverrideStore(std::shared_ptr<ServiceChannel> po);
    [[nodiscard]] QFuture<Result<std::optional<Override>>> find(const QString& productId) override;
    [[nodiscard]] QFuture<Result<std::vector<Override>>> list() override;
    [[nodiscard]] QFuture<Result<Override>> set(const Override& wanted, std::int64_t seenVersion,
                                                const Actor& actor) override;
    [[nodiscard]] QFuture<Result<Done>> clear(const QString& productId, std::int64_t seenVersion,
                                              const Actor& actor) override;

private:
    std::shared_ptr<ServiceChannel> m_po;
};

class RemotePeopleStore : public PeopleStore
{
public:
    explicit RemotePeopleStore(std::shared_ptr<ServiceChannel> po);
    [[nodiscard]] QFuture<Result<std::vector<Person>>> people() override;
    [[nodiscard]] QFuture<Result<Person>> addPerson(const QString& name, const Actor& actor) override;
    [[nodiscard]] QFuture<Result<Done>> setPersonEnabled(const QString& personId, bool enabled,
                                                         const Actor& actor) override;
    [[nodiscard]] QFuture<Result<Actor>> operatingSystemUser() override;
    [[nodiscard]] QFuture<Result<bool>> singleOperator() override;
    [[nodiscard]] QFuture<Result<Done>> setSingleOperator(bool on, const Actor& actor) override;
    [[nodiscard]] QFuture<Result<QHash<QString, QString>>> settings() override;
    [[nodiscard]] QFuture<Result<Done>> setSetting(const QString& name, const QString& value,
                                                   const Actor& actor) override;

private:
    std::shared_ptr<ServiceChannel> m_po;
};

class RemoteActivityStore : public ActivityStore
{
public:
    explicit RemoteActivityStore(std::shared_ptr<ServiceChannel> po);
    [[nodiscard]] QFuture<Result<Done>> recordEvaluation(const Decision& decision, const QString& sentence,
                                                         const Actor& actor) override;
    [[nodiscard]] QFuture<Result<std::vector<HistoryEntry>>> activity(const QString& productId,
                                                                      int limit) override;

private:
    std::shared_ptr<ServiceChannel> m_po;
};

/// The Rule Engine service decides, under the approval ceiling that po_db holds.
class RemoteDecisions : public DecisionMaker
{
public:
    RemoteDecisions(std::shared_ptr<ServiceChannel> rules, std::shared_ptr<PeopleStore> people);
    [[nodiscard]] QFuture<Result<ExplainedDecision>> decide(const ProductFacts& facts, QDate today) override;

private:
    std::shared_ptr<ServiceChannel> m_rules;
    std::shared_ptr<PeopleStore> m_people;
};

} // namespace purchasing::remote
