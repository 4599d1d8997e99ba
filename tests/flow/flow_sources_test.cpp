#include "app/wiring/installation.h"
#include "core/flow/order_batch.h"
#include "core/flow/override_words.h"
#include "core/flow/purchasing_flow.h"

#include <QTemporaryDir>
#include <QTest>

#include "tests/flow/product_builder.h"
#include "tests/ui/forwarding_orders.h"

namespace purchasing::tests {
namespace {

const Error kNotFound{ErrorKind::NotFound, QStringLiteral("no such product"), {}};
const Error kDead{ErrorKind::Unavailable, QStringLiteral("connection refused."), {}};

template <typename T> QFuture<Result<T>> answered(Result<T> answer)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(answer));
    promise.finish();
    return promise.future();
}

/// What every source says.
struct Answers
{
    Result<ProductName> name = kNotFound;
    Result<Demand> use = kNotFound;
    Result<std::vector<WarehouseLevel>> stock = std::vector<WarehouseLevel>();
    Result<std::vector<SupplierOffer>> sellers = std::vector<SupplierOffer>();
    Result<std::vector<UnitConversion>> units = std::vector<UnitConversion>();
};

/// A source that says what `Answers` holds, about single products; nobody asks for lists here.
template <typename Source, typename T> class Answering : public Source
{
public:
    explicit Answering(std::shared_ptr<Answers> answers)
        : m_answers(std::move(answers))
    {
    }
    QFuture<ListedPiece<T>> list(const QString&, int) override
    {
        return answered(ListedPiece<T>(std::vector<Listed<T>>()));
    }

protected:
    std::shared_ptr<Answers> m_answers;
};

struct AnsweredDemand : Answering<DemandSource, NamedDemand>
{
    using Answering::Answering;
    QFuture<Result<ProductName>> product(const QString&) override { return answered(m_answers->name); }
    QFuture<Result<Demand>> demand(const QString&) override { return answered(m_answers->use); }
    QFuture<Result<std::vector<DailyDemand>>> history(const QString&, QDate) override
    {
        return answered(Result<std::vector<DailyDemand>>(kNotFound));
    }
};

struct AnsweredStock : Answering<InventorySource, std::vector<WarehouseLevel>>
{
    using Answering::Answering;
    QFuture<Result<std::vector<WarehouseLevel>>> levels(const QString&) override
    {
        return answered(m_answers->stock);
    }
};

struct AnsweredOffers : Answering<SupplierSource, std::vector<SupplierOffer>>
{
    using Answering::Answering;
    QFuture<Result<std::vector<SupplierOffer>>> offers(const QString&) override
    {
        return answered(m_answers->sellers);
    }
};

struct AnsweredUnits : Answering<UnitSource, std::vector<UnitConversion>>
{
    using Answering::Answering;
    QFuture<Result<std::vector<UnitConversion>>> conversions(const QString&) override
    {
        return answered(m_answers->units);
    }
};

/// Orders that answer as told when they are asked for the open ones.
class OpenOrdersAs : public ForwardingOrders
{
public:
    OpenOrdersAs(std::shared_ptr<OrderStore> inner, Result<OpenOrders> answer)
        : ForwardingOrders(std::move(inner))
        , m_answer(std::move(answer))
    {
    }
    QFuture<Result<OpenOrders>> openOrders(const QString&) override { return answered(m_answer); }

private:
    Result<OpenOrders> m_answer;
};

/// Reads all of a product at once, with or without the rules that decide it.
class ProductAtOnce : public ProductReader
{
public:
    ProductAtOnce(std::shared_ptr<ProductReader> inner, bool withRules)
        : m_inner(std::move(inner))
        , m_withRules(withRules)
    {
    }
    QFuture<Result<ProductAnswers>> read(const QString& productId) override
    {
        Result<ProductAnswers> answers = m_inner->read(productId).result();
        if (answers && answers->rules.has_value() != m_withRules)
            answers->rules = m_withRules ? std::optional(RulesInForce{}) : std::nullopt;
        return answered(std::move(answers));
    }

private:
    std::shared_ptr<ProductReader> m_inner;
    bool m_withRules;
};

/// A rule engine elsewhere that has something to order of everything.
class DecisionsElsewhere : public DecisionMaker
{
public:
    QFuture<Result<ExplainedDecision>> decide(const ProductFacts&, QDate) override
    {
        ExplainedDecision explained;
        explained.decision.word = Word::ToOrder;
        explained.decision.outputs.orderQty = Quantity::whole(7);
        return answered(Result<ExplainedDecision>(explained));
    }
};

/// Batches that cannot be noted down.
class BatchesOut : public BatchStore
{
public:
    QFuture<Result<Done>> begin(const BatchIntent&, const Actor&) override
    {
        return answered(Result<Done>(kDead));
    }
    QFuture<Result<std::vector<BatchIntent>>> unfinished(const Actor&) override
    {
        return answered(Result<std::vector<BatchIntent>>(kDead));
    }
    QFuture<Result<Done>> close(const QString&, const Actor&) override
    {
        return answered(Result<Done>(kDead));
    }
};

using Change = std::function<void(Answers&)>;

} // namespace

/// What the flow makes of the answers of its sources.
class FlowSourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        Result<Installation> opened = openInstallation(m_folder->filePath(QStringLiteral("demo.sqlite")));
        QVERIFY(opened.isOk());
        m_installation = std::make_unique<Installation>(std::move(opened).value());
        m_actor = m_installation->ports.people->operatingSystemUser().result().value();
        m_answers = std::make_shared<Answers>();
        m_ports = m_installation->ports;
        m_ports.product = nullptr; // Each source by itself.
        m_ports.demand = std::make_shared<AnsweredDemand>(m_answers);
        m_ports.inventory = std::make_shared<AnsweredStock>(m_answers);
        m_ports.suppliers = std::make_shared<AnsweredOffers>(m_answers);
        m_ports.units = std::make_shared<AnsweredUnits>(m_answers);
    }

    void oneRowOrOneOutageMakesAProductKnown_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char* tag, const Change& change, const char* problem) {
            QTest::newRow(tag) << change << QString::fromLatin1(problem);
        };
        const ProductFacts known = ordinaryProduct();
        row(
            "name", [=](Answers& a) { a.name = known.product; }, "no demand record");
        row(
            "demand", [=](Answers& a) { a.use = *known.demand; }, "no supplier");
        row(
            "stock", [=](Answers& a) { a.stock = *known.warehouses; }, "no demand record");
        row(
            "supplier", [=](Answers& a) { a.sellers = *known.suppliers; }, "no inventory record");
        row(
            "units", [=](Answers& a) { a.units = *known.units; }, "no supplier");
        row(
            "demand is out", [](Answers& a) { a.use = kDead; }, "demand unavailable: connection refused");
        row(
            "stock is out", [](Answers& a) { a.stock = kDead; }, "inventory unavailable: connection refused");
        row(
            "suppliers are out", [](Answers& a) { a.sellers = kDead; },
            "supplier unavailable: connection refused");
        row(
            "units are out", [](Answers& a) { a.units = kDead; }, "units unavailable: connection refused");
    }

    void oneRowOrOneOutageMakesAProductKnown()
    {
        QFETCH(Change, change);
        QFETCH(QString, problem);
        QCOMPARE(evaluated().error().kind, ErrorKind::NotFound);
        change(*m_answers);
        const auto outcome = evaluated();
        QVERIFY2(outcome.isOk(), outcome.isOk() ? "" : qPrintable(outcome.error().message));
        QCOMPARE(outcome->explained.decision.word, Word::Blocked);
        QVERIFY2(outcome->message.contains(problem), qPrintable(outcome->message));
        QVERIFY(!outcome->message.contains(QStringLiteral("refused.")));
    }

    void openOrdersMakeAProductKnownToo()
    {
        OpenOrders open;
        open.orders.push_back(openOrder(5, QDate(2026, 1, 15), 1));
        open.version = 4;
        const auto orders = m_ports.orders;
        m_ports.orders = std::make_shared<OpenOrdersAs>(orders, open);
        QCOMPARE(evaluated()->explained.decision.basis.ordersVersion, 4);
        m_ports.orders = std::make_shared<OpenOrdersAs>(orders, kDead);
        QVERIFY(evaluated()->message.contains(QStringLiteral("open orders unavailable: connection refused")));
        m_ports.orders = std::make_shared<OpenOrdersAs>(orders, OpenOrders{});
        QCOMPARE(evaluated().error().kind, ErrorKind::NotFound);
    }

    void anOverriddenSupplierIsNotPassedOver()
    {
        m_productId = QStringLiteral("PROD-130"); // One that the overrides' store knows, with its suppliers.
        const QString first = QStringLiteral("SUP-106");
        const QString second = QStringLiteral("SUP-109");
        knowEverything(first, second);
        const auto problems = [&](const QString& supplier) {
            QStringList codes;
            const auto outcome = evaluated(supplier);
            for (const Problem& problem : outcome->explained.decision.problems)
                codes += problem.code;
            return codes;
        };
        Override wanted;
        wanted.productId = m_productId;
        wanted.supplierId = second;
        wanted.reason = QStringLiteral("Test");
        wanted.basis = overrideBasisOf(evaluated()->facts, second);
        const auto set = m_ports.overrides->set(wanted, 0, m_actor).result();
        QVERIFY2(set.isOk(), set.isOk() ? "" : qPrintable(set.error().message));
        QCOMPARE(problems(first), QStringList{QStringLiteral("override-supplier")});
        QCOMPARE(problems(second), QStringList());
        QCOMPARE(problems({}), QStringList());
        QCOMPARE(evaluated()->explained.decision.basis.supplierId, second);
        wanted.supplierId.clear(); // Of the quantity alone.
        wanted.qty = 60;
        wanted.basis = overrideBasisOf(evaluated()->facts, first);
        QVERIFY(m_ports.overrides->set(wanted, set->version, m_actor).result().isOk());
        QCOMPARE(problems(first), QStringList());
        m_ports.overrides.reset(); // An installation without them.
        QCOMPARE(evaluated()->explained.decision.outputs.orderQty, Quantity::whole(80));
    }

    void theRequestedSupplierIsOrderedFrom()
    {
        knowEverything();
        QCOMPARE(evaluated()->explained.decision.basis.supplierId, QStringLiteral("S-1"));
        QCOMPARE(evaluated(QStringLiteral("S-2"))->explained.decision.basis.supplierId,
                 QStringLiteral("S-2"));
    }

    /// Rules that were read beside the product spare this process a reading; whoever decides elsewhere has
    /// its own.
    void rulesReadBesideTheProductDecideOnlyHere()
    {
        FlowPorts ports = m_installation->ports;
        const auto reader = ports.product;
        QVERIFY(reader);
        const auto orderQty = [&] {
            PurchasingFlow flow(ports);
            return flow.evaluate({QStringLiteral("PROD-002"), {}, m_actor})
                .result()
                .value()
                .explained.decision.outputs.orderQty;
        };
        for (const bool withRules : {true, false}) {
            ports.product = std::make_shared<ProductAtOnce>(reader, withRules);
            ports.decisions = m_installation->ports.decisions;
            QCOMPARE(orderQty(), Quantity::whole(245));
            ports.decisions = std::make_shared<DecisionsElsewhere>();
            QCOMPARE(orderQty(), Quantity::whole(7));
        }
    }

    void whatIsCancelledLeavesNoTrace()
    {
        knowEverything();
        const auto noted = [&] {
            return m_ports.activity->activity(QStringLiteral("P-1"), 10).result()->size();
        };
        PurchasingFlow flow(m_ports);
        FlowRequest request{QStringLiteral("P-1"), {}, m_actor};
        request.cancelled = std::make_shared<std::atomic_bool>(true);
        QCOMPARE(flow.evaluate(request).result().error().kind, ErrorKind::Cancelled);
        QCOMPARE(noted(), std::size_t{0});
        request.cancelled->store(false);
        QVERIFY(flow.evaluate(request).result().isOk());
        QCOMPARE(noted(), std::size_t{1});
    }

    void whoChangedItMeanwhileIsNamed()
    {
        PurchasingFlow flow(m_installation->ports);
        const FlowRequest request{QStringLiteral("PROD-103"), {}, m_actor};
        const auto seen = flow.evaluate(request).result();
        const auto made = flow.run(request, QStringLiteral("first")).result();
        QVERIFY(seen.isOk() && made.isOk() && made->order);
        const auto refused = flow.order(seen->explained.decision, request, QStringLiteral("second")).result();
        QCOMPARE(refused.error().kind, ErrorKind::Stale);
        for (const QString& part : {made->order->number, m_actor.name, QStringLiteral("quantity on order")})
            QVERIFY2(refused.error().message.contains(part), qPrintable(refused.error().message));
    }

    void whatIsWithheldIsCreatedAndNotSent()
    {
        int delivered = 0;
        PurchasingFlow flow(m_installation->ports, [&delivered] { ++delivered; });
        const auto order = [&](const char* product, bool withhold, const QString& batch) {
            FlowRequest request{QLatin1String(product), {}, m_actor, batch};
            const auto seen = flow.evaluate(request).result();
            return flow
                .order(seen->explained.decision, request, QStringLiteral("key of ") + request.productId,
                       withhold)
                .result()
                .value()
                .order.value();
        };
        QVERIFY(!order("PROD-101", true, {}).sendIntended);
        QCOMPARE(delivered, 0);
        QVERIFY(order("PROD-103", false, {}).sendIntended);
        QCOMPARE(delivered, 1);
        const PurchaseOrder inBatch = order("PROD-002", false, QStringLiteral("B-1"));
        QVERIFY(inBatch.sendIntended);
        QCOMPARE(inBatch.batchId, QStringLiteral("B-1"));
        QCOMPARE(delivered, 1); // It waits for the rest of its batch.
        QVERIFY(flow.sendBatch(QStringLiteral("B-1")).result().isOk());
        QCOMPARE(delivered, 2);
    }

    /// Where batches are not kept, they are made all the same, and cannot be gone on with.
    void batchesNeedNoStore()
    {
        FlowPorts ports = m_installation->ports;
        ports.batches.reset();
        PurchasingFlow flow(ports);
        OrderBatch batch(flow, m_actor, {QStringLiteral("PROD-101"), QStringLiteral("PROD-103")});
        const auto made = batch.make(batch.read(batch.intent().items).result().value()).result();
        QVERIFY(made.isOk());
        for (const BatchLine& line : *made)
            QVERIFY2(line.order && line.order->batchId == batch.intent().batchId, qPrintable(line.failure));
        QVERIFY(batch.close().result().isOk());
    }

    void aBatchThatCannotBeNotedDownOrdersNothing()
    {
        FlowPorts ports = m_installation->ports;
        ports.batches = std::make_shared<BatchesOut>();
        PurchasingFlow flow(ports);
        OrderBatch batch(flow, m_actor, QStringList{QStringLiteral("PROD-101")});
        const auto made = batch.make(batch.read(batch.intent().items).result().value()).result();
        QVERIFY(!made.isOk());
        QCOMPARE(made.error().message, kDead.message);
        QVERIFY(ports.orders->list({{}, QStringLiteral("PROD-101"), 10}).result()->empty());
        QVERIFY(!batch.close().result().isOk());
    }

    void aBatchIsSentOnceItIsMadeUnlessAllWaits()
    {
        int delivered = 0;
        PurchasingFlow flow(m_installation->ports, [&delivered] { ++delivered; });
        const auto make = [&](const QStringList& products, bool withhold) {
            OrderBatch batch(flow, m_actor, products);
            std::vector<BatchLine> lines = batch.read(batch.intent().items).result().value();
            for (BatchLine& line : lines)
                line.withholdSending = withhold;
            for (const BatchLine& line : batch.make(lines).result().value())
                QVERIFY2(line.order, qPrintable(line.failure));
        };
        make({QStringLiteral("PROD-101"), QStringLiteral("PROD-103")}, true);
        QCOMPARE(delivered, 0);
        make({QStringLiteral("PROD-002"), QStringLiteral("PROD-127")}, false);
        QCOMPARE(delivered, 1);
    }

    void batchesAreGroupedBySupplier()
    {
        const auto rules = PurchasingFlow(m_ports).rulesInForce();
        QVERIFY(rules.isOk());
        const auto lineOf = [](const char* supplier, std::int64_t cents, Word word = Word::ToOrder) {
            BatchLine line;
            line.facts = ordinaryProduct();
            line.facts.suppliers->front().supplierId = QLatin1String(supplier);
            line.decision.word = word;
            line.decision.outputs.totalAmount = Money{cents};
            line.decision.outputs.grandTotal = Money{cents + 1};
            return line;
        };
        const auto isSplit = [&](std::vector<BatchLine> lines) {
            return groupBatch(lines, rules->get()).front().isSplitBelowLimit;
        };
        QVERIFY(!isSplit({lineOf("A", 500000), lineOf("A", 500000)})); // 10000.00 together.
        QVERIFY(isSplit({lineOf("A", 500000), lineOf("A", 500001)}));
        QVERIFY(!isSplit({lineOf("A", 1000001)}));
        QVERIFY(!isSplit({lineOf("A", 500000), lineOf("A", 500001, Word::NeedsApproval)}));
        BatchLine refused = lineOf("A", 900000);
        refused.refusal = QStringLiteral("no price");
        QVERIFY(!isSplit({lineOf("A", 500000), refused}));
        QVERIFY(!groupBatch({lineOf("A", 500000), lineOf("A", 500001)}, nullptr).front().isSplitBelowLimit);

        BatchLine made = lineOf("A", 1);
        made.order.emplace();
        made.order->supplierId = QStringLiteral("B");
        made.order->supplierName = QStringLiteral("Made");
        made.order->total = Money{70};
        made.order->toPay = Money{80};
        made.order->approvalsRequired = 1;
        BatchLine nobody = lineOf("", 1);
        nobody.facts.suppliers->clear();
        nobody.refusal = QStringLiteral("no supplier");
        const auto groups =
            groupBatch({lineOf("A", 10), made, nobody, refused, lineOf("A", 20)}, rules->get());
        QCOMPARE(groups.size(), std::size_t{3});
        QCOMPARE(groups[0].lines, (std::vector<std::size_t>{0, 3, 4}));
        QCOMPARE(groups[0].orders, 2);
        QCOMPARE(groups[0].total, Money{30});
        QCOMPARE(groups[0].toPay, Money{32});
        QCOMPARE(groups[1].supplierName, QStringLiteral("Made"));
        QCOMPARE(groups[1].total, Money{70});
        QCOMPARE(groups[1].toPay, Money{80});
        QCOMPARE(groups[1].needApproval, 1);
        QCOMPARE(groups[2].supplierId, QString());
        QCOMPARE(groups[2].orders, 0);
    }

private:
    Result<FlowOutcome> evaluated(const QString& supplier = {})
    {
        PurchasingFlow flow(m_ports);
        return flow.evaluate({m_productId, supplier, m_actor}).result();
    }

    /// The ordinary product, from two suppliers.
    void knowEverything(const QString& first = QStringLiteral("S-1"),
                        const QString& second = QStringLiteral("S-2"))
    {
        const ProductFacts known = ordinaryProduct();
        m_answers->name = known.product;
        m_answers->use = *known.demand;
        m_answers->stock = *known.warehouses;
        std::vector<SupplierOffer> offers(2, known.suppliers->front());
        offers.front().supplierId = first;
        offers.back().supplierId = second;
        m_answers->sellers = offers;
        m_answers->units = *known.units;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Installation> m_installation;
    std::shared_ptr<Answers> m_answers;
    FlowPorts m_ports;
    Actor m_actor;
    QString m_productId = QStringLiteral("P-1");
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::FlowSourcesTest)
#include "flow_sources_test.moc"
