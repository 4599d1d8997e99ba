#include "core/flow/purchasing_flow.h"

#include "core/flow/decision_words.h"
#include "core/flow/made_order.h"
#include "core/flow/order_request.h"
#include "core/ports/call_context.h"

#include <QCoreApplication>
#include <QLocale>
#include <QLoggingCategory>
#include <QUuid>
#include <QtConcurrent>

namespace purchasing {
namespace {

Q_LOGGING_CATEGORY(lcFlow, "purchasing.flow", QtWarningMsg)

struct PurchasingFlowWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::PurchasingFlow)
};

// Each try means that another flow changed the product in between; more than a few in a row is a fault.
constexpr int kStaleTries = 20;

// For finding out what became of an order whose answer did not come.
constexpr std::chrono::seconds kLastLook{2};

/// Takes a source's answer, or names the source as a problem of this product: failing sources never become
/// zeros. An outage sets `outage`, because the source may well know the product.
template <typename T>
std::optional<T> take(Result<T> answer, const char* code, const char* sourceName, ProductFacts& facts,
                      bool& outage)
{
    if (answer)
        return std::move(answer).value();
    const QString source = QString::fromUtf8(sourceName); // Kept in English, as all problems.
    if (answer.error().kind == ErrorKind::NotFound) {
        facts.sourceProblems.push_back(
            {QLatin1String("no-") + QLatin1String(code), QStringLiteral("no %1 record").arg(source)});
        return std::nullopt;
    }
    outage = true;
    QString cause = answer.error().message;
    if (cause.endsWith(QLatin1Char('.')))
        cause.chop(1); // It becomes a part of a sentence.
    facts.sourceProblems.push_back({QLatin1String("unavailable:") + QLatin1String(code),
                                    QStringLiteral("%1 unavailable: %2").arg(source, cause)});
    return std::nullopt;
}

RequestKey keyOf(const FlowRequest& request, const QString& key, const char* method)
{
    return {key, QLatin1String(method), request.productId, request.supplierId, 0};
}

/// Why nothing is ordered on the strength of this, whoever decided it: a source failed, or nobody is there to
/// order from; unset where that is not so. The rules block it themselves; another program's might not.
std::optional<Error> whyNotTrusted(const FlowOutcome& outcome)
{
    if (!outcome.facts.sourceProblems.empty())
        return Error{ErrorKind::Unavailable, outcome.facts.sourceProblems.front().text, {}};
    if (!outcome.facts.supplier())
        return Error{ErrorKind::Invalid, PurchasingFlowWords::tr("no supplier"), {}};
    return std::nullopt;
}

/// Whether any source has rows of the product. Lists answer for any product; only rows prove that it is
/// known.
bool hasRows(const ProductFacts& facts)
{
    return facts.demand || (facts.warehouses && !facts.warehouses->empty())
        || (facts.suppliers && !facts.suppliers->empty()) || (facts.units && !facts.units->empty())
        || (facts.openOrders && !facts.openOrders->empty());
}

/// How the history keeps what was decided: in one language, whatever the program speaks (history_words.h).
QString keptSentence(const FlowOutcome& outcome)
{
    return QString::fromStdString(whyPhrase(outcome.explained.decision, outcome.facts).english());
}

} // namespace

PurchasingFlow::PurchasingFlow(FlowPorts ports, std::function<void()> deliverOutbox, int threads)
    : m_ports(std::move(ports))
    , m_deliverOutbox(std::move(deliverOutbox))
    , m_isServed(m_ports.decisions != nullptr)
    , m_localDecisions(std::dynamic_pointer_cast<LocalDecisions>(m_ports.decisions))
{
    if (!m_localDecisions)
        m_localDecisions = std::make_shared<LocalDecisions>(m_ports.rules, m_ports.people);
    if (!m_ports.decisions)
        m_ports.decisions = m_localDecisions;
    m_pool.setMaxThreadCount(threads);
}

PurchasingFlow::~PurchasingFlow()
{
    m_pool.waitForDone();
}

QFuture<Result<FlowOutcome>> PurchasingFlow::evaluate(const FlowRequest& request)
{
    if (m_ports.orchestrator)
        return m_ports.orchestrator->evaluate(request);
    CallContext context = CallContext::current();
    if (request.cancelled)
        context.cancelled = request.cancelled;
    return QtConcurrent::run(&m_pool, [this, request, context]() -> Result<FlowOutcome> {
        const CallScope scope(context);
        Result<FlowOutcome> outcome = decide(request);
        if (!outcome)
            return outcome;
        if (request.cancelled && request.cancelled->load())
            return Error{ErrorKind::Cancelled, PurchasingFlowWords::tr("Evaluating was cancelled."), {}};
        // The evaluation stands even where it cannot be noted down, on a read-only file for instance.
        m_ports.activity->recordEvaluation(outcome->explained.decision, keptSentence(*outcome), request.actor)
            .waitForFinished();
        return outcome;
    });
}

QFuture<Result<ProductFacts>> PurchasingFlow::facts(const FlowRequest& request)
{
    return QtConcurrent::run(&m_pool,
                             [this, request, context = CallContext::current()]() -> Result<ProductFacts> {
                                 const CallScope scope(context);
                                 const QDateTime begun = m_ports.clock->now();
                                 ProductAnswers answers = fetch(request.productId);
                                 return factsOf(answers, request, begun);
                             });
}

std::optional<Result<FlowOutcome>> PurchasingFlow::answered(const RequestKey& key, const Actor& actor)
{
    Result<PurchaseOrder> made = m_ports.orders->orderOfKey(key, actor).result();
    if (made)
        return outcomeOfMade(std::move(made).value());
    if (made.error().kind == ErrorKind::NotFound)
        return std::nullopt;
    return made.error();
}

QFuture<Result<FlowOutcome>> PurchasingFlow::run(const FlowRequest& request, const QString& idempotencyKey)
{
    const RequestKey key =
        keyOf(request,
              idempotencyKey.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : idempotencyKey,
              kCreateAndSend);
    if (m_ports.orchestrator) {
        return askOrchestrator(
            [elsewhere = m_ports.orchestrator, request, key] { return elsewhere->run(request, key.key); },
            key, request.actor);
    }
    return QtConcurrent::run(
        &m_pool,
        [this, request, idempotencyKey, key, context = CallContext::current()]() -> Result<FlowOutcome> {
            const CallScope scope(context);
            // The same request gives the same answer, whatever has become of the product since. A key that
            // was made here a moment ago nobody has used.
            if (auto answer = idempotencyKey.isEmpty() ? std::nullopt : answered(key, request.actor))
                return *std::move(answer);
            for (int tries = 1;; ++tries) {
                Result<FlowOutcome> outcome = decide(request);
                if (!outcome)
                    return outcome;
                // Nobody waits for it: it is a note beside, and its commit takes longer than all the rest.
                (void)m_ports.activity->recordEvaluation(outcome->explained.decision, keptSentence(*outcome),
                                                         request.actor);
                const Decision& decision = outcome->explained.decision;
                if (decision.isBlocked() || !decision.outputs.shouldCreatePo)
                    return outcome;
                if (const auto why = whyNotTrusted(*outcome))
                    return *why;
                Result<PurchaseOrder> order = createSurely(*outcome, request, key, false);
                if (order) {
                    act(*outcome, std::move(order).value());
                    return outcome;
                }
                if (order.error().kind != ErrorKind::Stale || tries == kStaleTries)
                    return order.error();
            }
        });
}

QString PurchasingFlow::whyNotAsSeen(const Decision& seen, const Decision& fresh, const QString& productId,
                                     const QString& changed) const
{
    if (seen.basis.ordersVersion != fresh.basis.ordersVersion) {
        const auto newest = m_ports.orders->list({{}, productId, 1}).result();
        const auto history = newest && !newest->empty()
            ? m_ports.orders->history(newest->front().poId).result()
            : Result<std::vector<HistoryEntry>>(std::vector<HistoryEntry>());
        if (history && !history->empty()) {
            return PurchasingFlowWords::tr(
                       "No order was made, because %2 made or changed %1 meanwhile (%3): %4.")
                .arg(newest->front().number, history->back().actorName,
                     QLocale().toString(history->back().at.toLocalTime(), QLocale::ShortFormat), changed);
        }
    }
    return PurchasingFlowWords::tr("No order was made, because the decision changed: %1.").arg(changed);
}

QFuture<Result<FlowOutcome>> PurchasingFlow::order(const Decision& seen, const FlowRequest& request,
                                                   const QString& idempotencyKey, bool withholdSending)
{
    const RequestKey key = keyOf(request, idempotencyKey, withholdSending ? kCreate : kCreateAndSend);
    if (m_ports.orchestrator) {
        return askOrchestrator(
            [elsewhere = m_ports.orchestrator, seen, request, idempotencyKey, withholdSending] {
                return elsewhere->order(seen, request, idempotencyKey, withholdSending);
            },
            key, request.actor);
    }
    return QtConcurrent::run(
        &m_pool,
        [this, seen, request, key, withholdSending,
         context = CallContext::current()]() -> Result<FlowOutcome> {
            const CallScope scope(context);
            // A repeated click whose first one already made the order gets that order.
            if (auto answer = answered(key, request.actor))
                return *std::move(answer);
            Result<FlowOutcome> outcome = decide(request);
            if (!outcome)
                return outcome;
            const Decision& fresh = outcome->explained.decision;
            if (const QString changed = differenceInWords(seen, fresh); !changed.isEmpty())
                return Error{ErrorKind::Stale, whyNotAsSeen(seen, fresh, request.productId, changed), {}};
            if (fresh.isBlocked() || !fresh.outputs.shouldCreatePo)
                return Error{ErrorKind::Refused, outcome->message, {}};
            if (const auto why = whyNotTrusted(*outcome))
                return *why;
            Result<PurchaseOrder> order = createSurely(*outcome, request, key, withholdSending);
            if (!order)
                return order.error();
            act(*outcome, std::move(order).value());
            return outcome;
        });
}

Result<FlowOutcome> PurchasingFlow::decide(const FlowRequest& request)
{
    qCInfo(lcFlow, "Step 1: Fetching data from all services...");
    const QDateTime begun = m_ports.clock->now();
    ProductAnswers answers = fetch(request.productId);
    Result<ProductFacts> facts = factsOf(answers, request, begun);
    if (!facts)
        return facts.error();
    qCInfo(lcFlow, "Step 1: All data fetched successfully");

    const bool isLocal = m_ports.decisions == m_localDecisions;
    qCInfo(lcFlow, "Step 2: Evaluating business rules%s...", m_isServed ? " via gRPC" : "");
    const QDate today = m_ports.clock->now().toLocalTime().date();
    Result<ExplainedDecision> explained = isLocal && answers.rules
        ? m_localDecisions->decide(*facts, today, *answers.rules)
        : m_ports.decisions->decide(*facts, today).result();
    if (!explained)
        return explained.error();
    FlowOutcome outcome;
    outcome.explained = std::move(explained).value();
    outcome.explained.decision.decidedAt = m_ports.clock->now();
    outcome.facts = std::move(facts).value();
    outcome.message = whyInWords(outcome.explained.decision, outcome.facts);
    const DecisionOutputs& outputs = outcome.explained.decision.outputs;
    qCInfo(lcFlow, "Step 2: Rules evaluated - should_create_po: %s, should_send_po: %s",
           outputs.shouldCreatePo ? "true" : "false", outputs.shouldSendPo ? "true" : "false");
    return outcome;
}

ProductAnswers PurchasingFlow::fetch(const QString& productId)
{
    if (m_ports.product) {
        if (Result<ProductAnswers> all = m_ports.product->read(productId).result())
            return std::move(all).value();
    }
    // Before the stock: goods received in between would else be neither in the one nor in the other, and be
    // ordered twice. Read this way round, their receipt outdates the basis.
    Result<OpenOrders> openOrders = m_ports.orders->openOrders(productId).result();
    QFuture<Result<std::optional<Override>>> overridden;
    if (m_ports.overrides)
        overridden = m_ports.overrides->find(productId);
    auto product = m_ports.demand->product(productId);
    auto demand = m_ports.demand->demand(productId);
    auto levels = m_ports.inventory->levels(productId);
    auto offers = m_ports.suppliers->offers(productId);
    auto conversions = m_ports.units->conversions(productId);
    return {std::move(openOrders),
            m_ports.overrides ? overridden.result() : Result<std::optional<Override>>(std::nullopt),
            product.result(),
            demand.result(),
            levels.result(),
            offers.result(),
            conversions.result(),
            std::nullopt};
}

Result<ProductFacts> PurchasingFlow::factsOf(ProductAnswers& answers, const FlowRequest& request,
                                             const QDateTime& begun) const
{
    ProductFacts facts;
    facts.asOf = begun; // All of it is at least as new; what was read and told meanwhile may be newer.
    facts.product.productId = request.productId;
    bool outage = false;
    bool named = false;
    if (answers.product) {
        facts.product = std::move(answers.product).value();
        named = true;
    }
    facts.demand = take(std::move(answers.demand), "demand",
                        QT_TRANSLATE_NOOP("purchasing::PurchasingFlow", "demand"), facts, outage);
    facts.warehouses = take(std::move(answers.levels), "inventory",
                            QT_TRANSLATE_NOOP("purchasing::PurchasingFlow", "inventory"), facts, outage);
    facts.suppliers = take(std::move(answers.offers), "supplier",
                           QT_TRANSLATE_NOOP("purchasing::PurchasingFlow", "supplier"), facts, outage);
    facts.units = take(std::move(answers.conversions), "units",
                       QT_TRANSLATE_NOOP("purchasing::PurchasingFlow", "units"), facts, outage);
    std::optional<OpenOrders> orders =
        take(std::move(answers.openOrders), "orders",
             QT_TRANSLATE_NOOP("purchasing::PurchasingFlow", "open orders"), facts, outage);
    if (orders) {
        facts.openOrders = std::move(orders->orders);
        facts.ordersVersion = orders->version;
    }
    if (m_ports.overrides) {
        if (auto found = take(std::move(answers.overridden), "override",
                              QT_TRANSLATE_NOOP("purchasing::PurchasingFlow", "override"), facts, outage))
            facts.overridden = std::move(*found);
    }
    // An order elsewhere would neither follow the override nor use it up.
    if (facts.overridden && !request.supplierId.isEmpty() && !facts.overridden->supplierId.isEmpty()
        && facts.overridden->supplierId != request.supplierId)
        facts.sourceProblems.push_back(
            {QStringLiteral("override-supplier"),
             PurchasingFlowWords::tr("a planner has overridden the supplier with %1; revert that first")
                 .arg(facts.overridden->supplierId)});
    facts.chosenSupplierId = !request.supplierId.isEmpty() ? request.supplierId
        : facts.overridden                                 ? facts.overridden->supplierId
                                                           : QString();
    if (!named && !outage && !hasRows(facts))
        return Error{ErrorKind::NotFound,
                     PurchasingFlowWords::tr(
                         "No source knows the product \"%1\". Check the id, or import the product.")
                         .arg(request.productId),
                     {}};
    return facts;
}

Result<PurchaseOrder> PurchasingFlow::create(const FlowOutcome& outcome, const FlowRequest& request,
                                             const RequestKey& key, bool withholdSending)
{
    qCInfo(lcFlow, "Workflow: Creating PO (rules decided: should_create_po=true)");
    OrderRequest order =
        orderRequestOf(outcome.facts, outcome.explained, {}, key); // In the currency of the orders' store.
    order.sendIntended = order.sendIntended && !withholdSending;
    order.withoutAddress = request.withoutAddress;
    order.order.batchId = request.batchId;
    return m_ports.orders->create(order, request.actor).result();
}

Result<PurchaseOrder> PurchasingFlow::createSurely(const FlowOutcome& outcome, const FlowRequest& request,
                                                   const RequestKey& key, bool withholdSending)
{
    Result<PurchaseOrder> order = create(outcome, request, key, withholdSending);
    const bool isLost = !order && order.error().kind == ErrorKind::Unavailable && !key.key.isEmpty();
    return isLost ? lookFor(key, request.actor, order.error()) : order;
}

Result<PurchaseOrder> PurchasingFlow::lookFor(const RequestKey& key, const Actor& actor, const Error& lost)
{
    // The answer may have been lost on its way, or its time was over: whoever asked must not hear "no".
    CallContext patient = CallContext::current();
    patient.deadline = std::chrono::steady_clock::now() + kLastLook;
    patient.cancelled.reset();
    const CallScope scope(patient);
    Result<PurchaseOrder> made = m_ports.orders->orderOfKey(key, actor).result();
    if (made)
        return made;
    if (made.error().kind == ErrorKind::NotFound)
        return lost;
    return Error{ErrorKind::Unavailable,
                 PurchasingFlowWords::tr(
                     "It is not known whether an order was made for %1: %2 Look at the orders before you ask "
                     "again.")
                     .arg(key.productId, lost.message),
                 lost.detail};
}

QFuture<Result<FlowOutcome>>
PurchasingFlow::askOrchestrator(std::function<QFuture<Result<FlowOutcome>>()> ask, const RequestKey& key,
                                const Actor& actor)
{
    return QtConcurrent::run(
        &m_pool,
        [this, ask = std::move(ask), key, actor, context = CallContext::current()]() -> Result<FlowOutcome> {
            const CallScope scope(context);
            Result<FlowOutcome> outcome = ask().result();
            if (outcome || outcome.error().kind != ErrorKind::Unavailable)
                return outcome;
            Result<PurchaseOrder> made = lookFor(key, actor, outcome.error());
            if (!made)
                return made.error();
            return outcomeOfMade(std::move(made).value());
        });
}

void PurchasingFlow::act(FlowOutcome& outcome, PurchaseOrder order)
{
    qCInfo(lcFlow, "Workflow: PO created - ID %s", qUtf8Printable(order.poId));
    if (order.sendIntended && m_deliverOutbox && order.batchId.isEmpty()) {
        qCInfo(lcFlow, "Workflow: Sending PO (rules decided: should_send_po=true)");
        m_deliverOutbox();
        if (Result<PurchaseOrder> after = m_ports.orders->find(order.poId).result())
            order = std::move(after).value();
        if (order.state == OrderState::Sent)
            qCInfo(lcFlow, "Workflow: PO sent successfully");
    }
    outcome.message = orderInWords(order);
    outcome.order = std::move(order);
}

QFuture<Result<Done>> PurchasingFlow::sendBatch(const QString& batchId)
{
    return QtConcurrent::run(&m_pool, [this, batchId, context = CallContext::current()]() -> Result<Done> {
        const CallScope scope(context);
        Result<Done> released = m_ports.outbox->releaseBatch(batchId).result();
        if (released && m_deliverOutbox)
            m_deliverOutbox();
        return released;
    });
}

} // namespace purchasing
