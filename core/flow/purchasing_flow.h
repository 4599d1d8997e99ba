#pragma once

#include "core/domain/result.h"
#include "core/flow/local_decisions.h"
#include "core/ports/activity_store.h"
#include "core/ports/audit_store.h"
#include "core/ports/batch_store.h"
#include "core/ports/clock.h"
#include "core/ports/decision_maker.h"
#include "core/ports/flow_outcome.h"
#include "core/ports/orchestrator.h"
#include "core/ports/order_store.h"
#include "core/ports/outbox_store.h"
#include "core/ports/override_store.h"
#include "core/ports/people_store.h"
#include "core/ports/product_reader.h"
#include "core/ports/rule_store.h"
#include "core/ports/sources.h"
#include "core/ports/token_store.h"

#include <QFuture>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <optional>

namespace purchasing {

/// What the flow needs of the world. The same flow runs on SQLite, MySQL and services.
struct FlowPorts
{
    std::shared_ptr<DemandSource> demand;
    std::shared_ptr<InventorySource> inventory;
    std::shared_ptr<SupplierSource> suppliers;
    std::shared_ptr<UnitSource> units;
    std::shared_ptr<ProductReader> product; ///< Asks all of these at once; null where no one place has them.
    std::shared_ptr<DecisionMaker> decisions; ///< Null: the rules in force decide in this process.
    std::shared_ptr<OrderStore> orders;
    std::shared_ptr<OutboxStore> outbox;
    std::shared_ptr<AuditStore> audit;
    std::shared_ptr<OverrideStore> overrides; ///< Null: nobody can override.
    std::shared_ptr<BatchStore> batches; ///< Null: an interrupted batch is not offered again.
    std::shared_ptr<RuleStore> rules;
    std::shared_ptr<PeopleStore> people;
    std::shared_ptr<TokenStore> tokens; ///< Null where nobody is known by a token.
    std::shared_ptr<ActivityStore> activity;
    std::shared_ptr<Orchestrator> orchestrator; ///< Null: the process runs here.
    std::shared_ptr<Clock> clock = std::make_shared<Clock>();
};

/// The business process: fetch the sources in parallel, evaluate the rules, act on their flags. It holds no
/// business logic; whatever it does, a rule's flag told it to. Where there is an orchestrator among the
/// ports, it does all of that. Calls return at once and may come from any thread.
class PurchasingFlow
{
public:
    /// `deliverOutbox` is called on a worker thread after an order that wants sending was committed; it gives
    /// waiting messages to the channel and returns when nothing is due. Without it another program's relay
    /// sends.
    /// `threads` flows run at once; they wait for sources and do not compute.
    explicit PurchasingFlow(FlowPorts ports, std::function<void()> deliverOutbox = {}, int threads = 8);
    ~PurchasingFlow();
    PurchasingFlow(const PurchasingFlow&) = delete;
    PurchasingFlow& operator=(const PurchasingFlow&) = delete;

    /// Reads, decides and records the evaluation. NotFound for a product that no source knows.
    [[nodiscard]] QFuture<Result<FlowOutcome>> evaluate(const FlowRequest& request);

    /// What is known of the product now; nothing is decided or noted down. NotFound as evaluate().
    [[nodiscard]] QFuture<Result<ProductFacts>> facts(const FlowRequest& request);

    /// Reads and decides again, and creates (and lets send) the order when the rules' flags say so. A basis
    /// that changed in between is read and decided once more, so that many flows for one product make one
    /// order.
    /// A key belongs to one request (RequestKey): the same again gives the order that was made with it, as it
    /// is now, before anything is read; another one is Invalid. Without a key the request gets one of its
    /// own.
    [[nodiscard]] QFuture<Result<FlowOutcome>> run(const FlowRequest& request, const QString& idempotencyKey);

    /// Creates the order that a planner saw in `seen`. Reads again first: Stale, naming what changed, when
    /// the fresh decision is another one; the planner then looks again. With `withholdSending` the order is
    /// not sent by itself even where the rules would, because the planner wants to look first.
    [[nodiscard]] QFuture<Result<FlowOutcome>> order(const Decision& seen, const FlowRequest& request,
                                                     const QString& idempotencyKey,
                                                     bool withholdSending = false);

    /// Lets the orders of a batch go, each supplier's in one message. Without it they go by themselves after
    /// a while.
    [[nodiscard]] QFuture<Result<Done>> sendBatch(const QString& batchId);

    /// The compiled rules in force; compiled again only when another version was published.
    [[nodiscard]] Result<std::shared_ptr<const RuleEngine>> rulesInForce()
    {
        return m_localDecisions->rulesInForce();
    }

    [[nodiscard]] const FlowPorts& ports() const { return m_ports; }

private:
    /// What the sources say of the product, all asked at once.
    [[nodiscard]] ProductAnswers fetch(const QString& productId);
    [[nodiscard]] Result<ProductFacts> factsOf(ProductAnswers& answers, const FlowRequest& request,
                                               const QDateTime& begun) const;
    [[nodiscard]] Result<FlowOutcome> decide(const FlowRequest& request);
    /// What this request was answered before, or the error where its key belongs to another; unset where it
    /// is new.
    [[nodiscard]] std::optional<Result<FlowOutcome>> answered(const RequestKey& key, const Actor& actor);
    [[nodiscard]] Result<PurchaseOrder> create(const FlowOutcome& outcome, const FlowRequest& request,
                                               const RequestKey& key, bool withholdSending);
    /// What became of a request whose answer did not come: the order, else `lost`, or that nobody knows.
    [[nodiscard]] Result<PurchaseOrder> lookFor(const RequestKey& key, const Actor& actor, const Error& lost);
    /// Lets the orchestrator do what `ask` asks it, and looks itself where its answer does not come.
    [[nodiscard]] QFuture<Result<FlowOutcome>>
    askOrchestrator(std::function<QFuture<Result<FlowOutcome>>()> ask, const RequestKey& key,
                    const Actor& actor);
    /// As create(); where no answer came it asks whether the order was made, and says so where nobody knows.
    [[nodiscard]] Result<PurchaseOrder> createSurely(const FlowOutcome& outcome, const FlowRequest& request,
                                                     const RequestKey& key, bool withholdSending);
    void act(FlowOutcome& outcome, PurchaseOrder order);
    /// Why what a person saw is not ordered: who was quicker and when, and what is different now.
    [[nodiscard]] QString whyNotAsSeen(const Decision& seen, const Decision& fresh, const QString& productId,
                                       const QString& changed) const;

    FlowPorts m_ports;
    std::function<void()> m_deliverOutbox;
    const bool m_isServed; ///< Somebody else was given to decide: among services, the rule engine.
    std::shared_ptr<LocalDecisions> m_localDecisions;
    QThreadPool m_pool; ///< Waits for sources; last member, so that it ends before what its work uses.
};

} // namespace purchasing
