#include "core/flow/order_batch.h"

#include "core/flow/decision_words.h"
#include "core/flow/override_words.h"
#include "core/flow/problem_words.h"

#include <QCoreApplication>
#include <QUuid>
#include <QtConcurrent>

#include <algorithm>

namespace purchasing {
namespace {

struct OrderBatchWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::OrderBatch)
};

BatchIntent intentOf(const QStringList& productIds)
{
    BatchIntent intent;
    intent.batchId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    for (const QString& productId : productIds)
        intent.items.push_back({productId, {}, intent.batchId + QLatin1Char(':') + productId});
    return intent;
}

RequestKey keyOf(const BatchItem& item)
{
    return {item.idempotencyKey, {}, item.productId, item.supplierId, 0};
}

/// Asks the rules whether one order of this amount would need approval, with a made-up product that needs one
/// unit at that price. Says no where the rules make something else of it.
bool wouldNeedApproval(const RuleEngine& rules, Money total, QDate today)
{
    ProductFacts facts;
    facts.product.productId = QStringLiteral("batch");
    facts.demand = Demand{Quantity::whole(1), QStringLiteral("stable"), {}};
    facts.warehouses = std::vector<WarehouseLevel>{{QStringLiteral("batch"), Quantity{}, {}, {}, {}}};
    SupplierOffer offer;
    offer.supplierId = QStringLiteral("batch");
    offer.moq = Quantity::whole(1);
    offer.leadTimeDays = 1;
    offer.unitPrice = UnitPrice::of(total);
    offer.isActive = true;
    offer.orderMultiple = Quantity::whole(1);
    facts.suppliers = std::vector<SupplierOffer>{offer};
    facts.units.emplace();
    facts.openOrders.emplace();
    facts.overridden.emplace();
    facts.overridden->qty = 1; // Whatever a pack adds to the shortage.
    const DecisionOutputs outputs = rules.decide(facts, today).outputs;
    return outputs.totalAmount == total && outputs.requiresApproval;
}

QString refusalOf(const FlowOutcome& outcome)
{
    const Decision& decision = outcome.explained.decision;
    if (decision.isBlocked())
        return problemsInWords(decision);
    return decision.outputs.shouldCreatePo ? QString() : whyInWords(decision, outcome.facts);
}

} // namespace

std::vector<BatchGroup> groupBatch(const std::vector<BatchLine>& lines, const RuleEngine* rules)
{
    std::vector<BatchGroup> groups;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const BatchLine& line = lines[i];
        const SupplierOffer* supplier = line.facts.supplier();
        const QString supplierId = line.order ? line.order->supplierId
            : supplier                        ? supplier->supplierId
                                              : QString();
        auto group = std::find_if(groups.begin(), groups.end(), [&supplierId](const BatchGroup& known) {
            return known.supplierId == supplierId;
        });
        if (group == groups.end()) {
            groups.push_back({});
            group = groups.end() - 1;
            group->supplierId = supplierId;
            group->supplierName = line.order ? line.order->supplierName
                : supplier                   ? supplier->name
                                             : QString();
        }
        group->lines.push_back(i);
        if (!line.order && !line.refusal.isEmpty())
            continue;
        const DecisionOutputs& out = line.decision.outputs;
        ++group->orders;
        group->total = group->total + (line.order ? line.order->total : out.totalAmount);
        group->toPay = group->toPay + (line.order ? line.order->toPay : out.grandTotal);
        group->needApproval +=
            line.order ? line.order->approvalsRequired > 0 : line.decision.word == Word::NeedsApproval;
    }
    for (BatchGroup& group : groups) {
        group.isSplitBelowLimit = rules && group.orders > 1 && group.needApproval == 0
            && wouldNeedApproval(*rules, group.total, QDate::currentDate());
    }
    return groups;
}

OrderBatch::OrderBatch(PurchasingFlow& flow, const Actor& actor, const QStringList& productIds)
    : OrderBatch(flow, actor, intentOf(productIds))
{
}

OrderBatch::OrderBatch(PurchasingFlow& flow, const Actor& actor, BatchIntent intent)
    : m_flow(flow)
    , m_actor(actor)
    , m_intent(std::move(intent))
{
    m_pool.setMaxThreadCount(1);
}

OrderBatch::~OrderBatch()
{
    stop();
    m_pool.waitForDone();
}

BatchLine OrderBatch::readLine(const BatchItem& item) const
{
    BatchLine line;
    line.item = item;
    line.facts.product.productId = item.productId;
    if (Result<PurchaseOrder> made = m_flow.ports().orders->orderOfKey(keyOf(item), m_actor).result()) {
        line.order = std::move(made).value();
        line.facts.product.name = line.order->productName;
        return line;
    }
    Result<FlowOutcome> outcome = m_flow.evaluate({item.productId, item.supplierId, m_actor, {}}).result();
    if (!outcome) {
        line.refusal = outcome.error().message;
        return line;
    }
    line.refusal = refusalOf(*outcome);
    line.decision = outcome->explained.decision;
    line.facts = std::move(outcome->facts);
    line.isStaleOnly = line.decision.problems.size() == 1
        && line.decision.problems.front().code == QLatin1String("stale-override");
    return line;
}

BatchLine OrderBatch::confirmLine(const BatchLine& line) const
{
    Override wanted = line.facts.overridden.value();
    wanted.basis = overrideBasisOf(line.facts, wanted.supplierId);
    const Result<Override> stored = m_flow.ports().overrides->set(wanted, wanted.version, m_actor).result();
    BatchLine read = readLine(line.item); // What somebody else made of it meanwhile, too.
    if (!stored && !read.refusal.isEmpty())
        read.refusal = stored.error().message;
    return read;
}

void OrderBatch::makeLine(BatchLine& line) const
{
    line.failure.clear();
    // An earlier attempt may have got through though its answer did not.
    if (Result<PurchaseOrder> made = m_flow.ports().orders->orderOfKey(keyOf(line.item), m_actor).result()) {
        line.order = std::move(made).value();
        return;
    }
    FlowRequest request{line.item.productId, line.item.supplierId, m_actor, m_intent.batchId};
    request.withoutAddress = !line.withholdSending; // Shown with the line, which can be withheld.
    Result<FlowOutcome> outcome =
        m_flow.order(line.decision, request, line.item.idempotencyKey, line.withholdSending).result();
    if (outcome && outcome->order)
        line.order = std::move(outcome->order);
    else
        line.failure = outcome ? outcome->message : outcome.error().message;
}

void OrderBatch::sendMade(std::vector<BatchLine>& lines) const
{
    const auto waits = [](const BatchLine& line) {
        return line.order && line.order->sendIntended && line.order->state == OrderState::Approved;
    };
    if (std::none_of(lines.begin(), lines.end(), waits))
        return;
    // Where this fails the orders are still sent, after the time that they wait for each other.
    m_flow.sendBatch(m_intent.batchId).waitForFinished();
    for (BatchLine& line : lines) {
        if (!waits(line))
            continue;
        if (Result<PurchaseOrder> now = m_flow.ports().orders->find(line.order->poId).result())
            line.order = std::move(now).value();
    }
}

QFuture<Result<std::vector<BatchLine>>> OrderBatch::read(const std::vector<BatchItem>& items,
                                                         BatchProgress progress)
{
    m_stopped->store(false);
    return QtConcurrent::run(&m_pool, [this, items, progress]() -> Result<std::vector<BatchLine>> {
        std::vector<BatchLine> lines;
        for (const BatchItem& item : items) {
            if (m_stopped->load())
                break;
            lines.push_back(readLine(item));
            if (progress)
                progress(lines.size() - 1, lines.back());
        }
        return lines;
    });
}

QFuture<Result<std::vector<BatchLine>>> OrderBatch::confirmStale(std::vector<BatchLine> lines,
                                                                 BatchProgress progress)
{
    m_stopped->store(false);
    return QtConcurrent::run(
        &m_pool, [this, lines = std::move(lines), progress]() mutable -> Result<std::vector<BatchLine>> {
            for (std::size_t i = 0; i < lines.size() && !m_stopped->load(); ++i) {
                lines[i] = confirmLine(lines[i]);
                if (progress)
                    progress(i, lines[i]);
            }
            return lines;
        });
}

QFuture<Result<std::vector<BatchLine>>> OrderBatch::make(std::vector<BatchLine> lines, BatchProgress progress)
{
    m_stopped->store(false);
    return QtConcurrent::run(
        &m_pool, [this, lines = std::move(lines), progress]() mutable -> Result<std::vector<BatchLine>> {
            if (m_flow.ports().batches) {
                const Result<Done> begun = m_flow.ports().batches->begin(m_intent, m_actor).result();
                if (!begun)
                    return begun.error();
            }
            for (std::size_t i = 0; i < lines.size() && !m_stopped->load(); ++i) {
                if (!lines[i].isOpen())
                    continue;
                makeLine(lines[i]);
                if (progress)
                    progress(i, lines[i]);
            }
            sendMade(lines);
            return lines;
        });
}

QFuture<Result<Done>> OrderBatch::close()
{
    return QtConcurrent::run(&m_pool, [this]() -> Result<Done> {
        if (!m_flow.ports().batches)
            return Done{};
        return m_flow.ports().batches->close(m_intent.batchId, m_actor).result();
    });
}

} // namespace purchasing
