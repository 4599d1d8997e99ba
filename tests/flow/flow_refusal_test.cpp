#include "app/wiring/installation.h"
#include "core/flow/decision_words.h"
#include "core/flow/purchasing_flow.h"

#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/forwarding_orders.h"

namespace purchasing::tests {
namespace {

template <typename T> QFuture<Result<T>> answered(Result<T> answer)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(answer));
    promise.finish();
    return promise.future();
}

/// A source that fails as a dead server would.
class DeadInventory : public InventorySource
{
public:
    QFuture<Result<std::vector<WarehouseLevel>>> levels(const QString&) override
    {
        return answered<std::vector<WarehouseLevel>>(
            Error{ErrorKind::Unavailable, QStringLiteral("connection refused"), {}});
    }
    QFuture<ListedPiece<std::vector<WarehouseLevel>>> list(const QString&, int) override
    {
        return answered<std::vector<Listed<std::vector<WarehouseLevel>>>>(
            Error{ErrorKind::Unavailable, QStringLiteral("connection refused"), {}});
    }
};

/// Orders of a product that somebody else changes in every moment.
class RestlessOrders : public ForwardingOrders
{
public:
    using ForwardingOrders::ForwardingOrders;

    QFuture<Result<PurchaseOrder>> create(const OrderRequest& request, const Actor& actor) override
    {
        if (++tries <= staleTries)
            return answered<PurchaseOrder>(Error{ErrorKind::Stale, QStringLiteral("changed"), {}});
        return ForwardingOrders::create(request, actor);
    }

    int staleTries = 0;
    int tries = 0;
};

/// Another program that runs the process, and whose answers get lost before or after it did.
class LosingOrchestrator : public Orchestrator
{
public:
    LosingOrchestrator(PurchasingFlow& inner, bool isDone)
        : m_inner(inner)
        , m_isDone(isDone)
    {
    }
    QFuture<Result<FlowOutcome>> evaluate(const FlowRequest& request) override
    {
        return m_inner.evaluate(request);
    }
    QFuture<Result<FlowOutcome>> run(const FlowRequest& request, const QString& key) override
    {
        if (m_isDone)
            m_inner.run(request, key).waitForFinished();
        return lost();
    }
    QFuture<Result<FlowOutcome>> order(const Decision& seen, const FlowRequest& request, const QString& key,
                                       bool withholdSending) override
    {
        if (m_isDone)
            m_inner.order(seen, request, key, withholdSending).waitForFinished();
        return lost();
    }

private:
    static QFuture<Result<FlowOutcome>> lost()
    {
        return answered<FlowOutcome>(Error{ErrorKind::Unavailable, QStringLiteral("Socket closed."), {}});
    }

    PurchasingFlow& m_inner;
    bool m_isDone;
};

/// Orders that cannot be asked for.
class DumbOrders : public ForwardingOrders
{
public:
    using ForwardingOrders::ForwardingOrders;

    QFuture<Result<PurchaseOrder>> orderOfKey(const RequestKey&, const Actor&) override
    {
        return answered<PurchaseOrder>(Error{ErrorKind::Unavailable, QStringLiteral("out"), {}});
    }
};

} // namespace

/// What the flow and its stores refuse.
class FlowRefusalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        Result<Installation> opened = openInstallation(m_folder->filePath(QStringLiteral("demo.sqlite")));
        QVERIFY(opened.isOk());
        m_installation = std::make_unique<Installation>(std::move(opened).value());
        const Result<Actor> actor = m_installation->ports.people->operatingSystemUser().result();
        QVERIFY(actor.isOk());
        m_actor = *actor;
    }

    void rulesThatAreNoRulesAreNotPublished_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("named");
        QTest::newRow("not even a sentence")
            << QStringLiteral("rule Broken { when") << QStringLiteral("broken.grl, line 1");
        QTest::newRow("an unknown fact")
            << QStringLiteral("rule X { when colour == 1 then order_qty = 1; }") << QStringLiteral("colour");
        QTest::newRow("a name that is taken")
            << QStringLiteral("\n\nrule CalculateTax { when moq > 0 then order_qty = 1; }")
            << QStringLiteral("broken.grl, line 3");
    }

    void rulesThatAreNoRulesAreNotPublished()
    {
        QFETCH(QString, text);
        QFETCH(QString, named);
        std::vector<RulePack> packs = current().packs;
        packs.push_back({QStringLiteral("broken.grl"), text, true});
        const auto refused = publish(packs);
        QVERIFY(!refused.isOk());
        QCOMPARE(refused.error().kind, ErrorKind::Invalid);
        QVERIFY2(refused.error().message.contains(named), qPrintable(refused.error().message));
        QCOMPARE(current().version, 1);
        // Kept with the set, but not run, it may be anything.
        packs.back().active = false;
        QVERIFY(publish(packs).isOk());
        QCOMPARE(current().version, 2);
    }

    void aRuleThatFailsStopsTheOrderEverywhere()
    {
        addRule(QStringLiteral("rule TooMany salience 96 no-loop { when order_qty / reserved_qty > 100 then "
                               "requires_approval = true; }"));
        PurchasingFlow flow(m_installation->ports);
        const QString sentence = QStringLiteral("Rule \"TooMany\" could not be evaluated: division by zero");
        const FlowRequest request{QStringLiteral("PROD-101"), {}, m_actor};
        const auto evaluated = flow.evaluate(request).result();
        QVERIFY(evaluated.isOk());
        const Decision& decision = evaluated->explained.decision;
        QCOMPARE(decision.word, Word::Blocked);
        QVERIFY2(evaluated->message.contains(sentence), qPrintable(evaluated->message));

        const auto run = flow.run(request, QStringLiteral("key")).result();
        QVERIFY(run.isOk() && !run->order);
        QCOMPARE(run->message, evaluated->message);
        const auto ordered = flow.order(decision, request, QStringLiteral("key 2")).result();
        QVERIFY(!ordered.isOk());
        QCOMPARE(ordered.error().kind, ErrorKind::Refused);
        QCOMPARE(ordered.error().message, evaluated->message);

        // The plan says the same of every product that evaluating says.
        const auto rules = flow.rulesInForce();
        const auto catalogue =
            m_installation->catalogue->load({}, std::make_shared<std::atomic_bool>(false), nullptr).result();
        QVERIFY(rules.isOk() && catalogue.isOk());
        for (int row = 0; row < (*catalogue)->size(); ++row) {
            const QString id = (*catalogue)->productId(row);
            const auto one = flow.evaluate({id, {}, m_actor}).result();
            QVERIFY2(one.isOk(), qPrintable(id));
            const Decision planned = (*rules)->decide((*catalogue)->facts(row),
                                                      one->explained.decision.decidedAt.toLocalTime().date());
            QVERIFY2(planned.word == one->explained.decision.word, qPrintable(id));
            QCOMPARE(problemText(planned), problemText(one->explained.decision));
        }
        QVERIFY(m_installation->ports.orders->list({{}, request.productId, 100}).result()->empty());
    }

    void aBlockedDecisionIsNotOrdered()
    {
        PurchasingFlow flow(m_installation->ports);
        const QString blocked = blockedProduct(flow);
        const FlowRequest request{blocked, {}, m_actor};
        const auto seen = flow.evaluate(request).result();
        QVERIFY(seen.isOk() && seen->explained.decision.isBlocked());
        const auto refused = flow.order(seen->explained.decision, request, QStringLiteral("key")).result();
        QVERIFY(!refused.isOk());
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QCOMPARE(refused.error().message, seen->message);
        QVERIFY(m_installation->ports.orders->list({{}, blocked, 100}).result()->empty());
    }

    void aSourceThatIsOutMayKnowWhatNobodyElseDoes()
    {
        FlowPorts ports = m_installation->ports;
        ports.product = nullptr; // Each source by itself.
        ports.inventory = std::make_shared<DeadInventory>();
        PurchasingFlow flow(ports);
        const auto outcome = flow.evaluate({QStringLiteral("NO-SUCH"), {}, m_actor}).result();
        QVERIFY2(outcome.isOk(), outcome.isOk() ? "" : qPrintable(outcome.error().message));
        QCOMPARE(outcome->explained.decision.word, Word::Blocked);
        QVERIFY2(outcome->message.contains(QStringLiteral("connection refused")),
                 qPrintable(outcome->message));
    }

    void aLostAnswerIsLookedFor_data()
    {
        QTest::addColumn<bool>("isDone");
        QTest::addColumn<bool>("canLook");
        QTest::addColumn<QString>("said"); // Empty: the order.
        QTest::newRow("made") << true << true << QString();
        QTest::newRow("not made") << false << true << QStringLiteral("Socket closed.");
        QTest::newRow("nobody knows") << true << false << QStringLiteral("It is not known whether");
    }

    void aLostAnswerIsLookedFor()
    {
        QFETCH(bool, isDone);
        QFETCH(bool, canLook);
        QFETCH(QString, said);
        PurchasingFlow inner(m_installation->ports);
        FlowPorts ports = m_installation->ports;
        ports.orchestrator = std::make_shared<LosingOrchestrator>(inner, isDone);
        if (!canLook)
            ports.orders = std::make_shared<DumbOrders>(ports.orders);
        PurchasingFlow flow(ports);
        const FlowRequest request{QStringLiteral("PROD-002"), {}, m_actor};
        const auto seen = inner.evaluate(request).result();
        QVERIFY(seen.isOk());
        const auto first = flow.order(seen->explained.decision, request, QStringLiteral("key")).result();
        const auto second = flow.run({QStringLiteral("PROD-003"), {}, m_actor}, QString()).result();
        for (const auto& [outcome, product] : {std::pair(&first, QStringLiteral("PROD-002")),
                                               std::pair(&second, QStringLiteral("PROD-003"))}) {
            const auto made = m_installation->ports.orders->list({{}, product, 10}).result();
            QCOMPARE(made->size(), isDone ? 1U : 0U);
            QCOMPARE(outcome->isOk(), said.isEmpty());
            if (said.isEmpty())
                QCOMPARE((*outcome)->order->poId, made->front().poId);
            else
                QVERIFY2(outcome->error().message.contains(said), qPrintable(outcome->error().message));
        }
    }

    void aProductThatNeverStandsStillIsGivenUp_data()
    {
        QTest::addColumn<int>("staleTries");
        QTest::addColumn<bool>("isMade");
        QTest::newRow("the last try") << 19 << true;
        QTest::newRow("one too many") << 20 << false;
    }

    void aProductThatNeverStandsStillIsGivenUp()
    {
        QFETCH(int, staleTries);
        QFETCH(bool, isMade);
        FlowPorts ports = m_installation->ports;
        const auto orders = std::make_shared<RestlessOrders>(ports.orders);
        orders->staleTries = staleTries;
        ports.orders = orders;
        PurchasingFlow flow(ports);
        const auto outcome =
            flow.run({QStringLiteral("PROD-002"), {}, m_actor}, QStringLiteral("key")).result();
        QCOMPARE(orders->tries, 20);
        QCOMPARE(outcome.isOk(), isMade);
        if (isMade)
            QVERIFY(outcome->order);
        else
            QCOMPARE(outcome.error().kind, ErrorKind::Stale);
    }

private:
    RuleSetVersion current() { return m_installation->ports.rules->current().result().value(); }

    Result<RuleSetVersion> publish(const std::vector<RulePack>& packs)
    {
        return m_installation->ports.rules->publish(packs, current().version, QStringLiteral("Test"), m_actor)
            .result();
    }

    void addRule(const QString& text)
    {
        std::vector<RulePack> packs = current().packs;
        packs.push_back({QStringLiteral("more.grl"), text, true});
        const auto published = publish(packs);
        if (!published)
            qFatal("%s", qPrintable(published.error().message));
    }

    /// Any product of the demo catalogue that cannot be ordered.
    QString blockedProduct(PurchasingFlow& flow)
    {
        const auto catalogue =
            m_installation->catalogue->load({}, std::make_shared<std::atomic_bool>(false), nullptr).result();
        for (int row = 0; row < (*catalogue)->size(); ++row) {
            const QString id = (*catalogue)->productId(row);
            if (flow.evaluate({id, {}, m_actor}).result()->explained.decision.isBlocked())
                return id;
        }
        qFatal("no product is blocked");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Installation> m_installation;
    Actor m_actor;
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::FlowRefusalTest)
#include "flow_refusal_test.moc"
