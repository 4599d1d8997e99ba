#include "app/wiring/installation.h"
#include "core/flow/outbox_relay.h"
#include "core/flow/override_words.h"
#include "core/flow/purchasing_flow.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include "tests/support/environment_variable.h"

namespace purchasing::tests {
namespace {

/// A source that fails as a dead server would.
class DeadInventory : public InventorySource
{
public:
    QFuture<Result<std::vector<WarehouseLevel>>> levels(const QString&) override
    {
        QPromise<Result<std::vector<WarehouseLevel>>> promise;
        promise.start();
        promise.addResult(Error{ErrorKind::Unavailable, QStringLiteral("connection refused"), {}});
        promise.finish();
        return promise.future();
    }
    QFuture<ListedPiece<std::vector<WarehouseLevel>>> list(const QString&, int) override
    {
        return QtFuture::makeReadyFuture(ListedPiece<std::vector<WarehouseLevel>>(
            Error{ErrorKind::Unavailable, QStringLiteral("connection refused"), {}}));
    }
};

/// A source during whose answer, once, something else happens.
class InterruptedInventory : public InventorySource
{
public:
    InterruptedInventory(std::shared_ptr<InventorySource> inner, std::function<void()> happens)
        : m_inner(std::move(inner))
        , m_happens(std::move(happens))
    {
    }

    QFuture<Result<std::vector<WarehouseLevel>>> levels(const QString& productId) override
    {
        auto levels = m_inner->levels(productId);
        levels.waitForFinished();
        if (m_happens)
            std::exchange(m_happens, {})();
        return levels;
    }
    QFuture<ListedPiece<std::vector<WarehouseLevel>>> list(const QString& after, int most) override
    {
        return m_inner->list(after, most);
    }

private:
    std::shared_ptr<InventorySource> m_inner;
    std::function<void()> m_happens;
};

/// A clock that stands still.
class FrozenClock : public Clock
{
public:
    explicit FrozenClock(QDateTime now)
        : m_now(std::move(now))
    {
    }
    [[nodiscard]] QDateTime now() const override { return m_now; }

private:
    QDateTime m_now;
};

} // namespace

/// The business process on a real database.
class PurchasingFlowTest : public QObject
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

    void createsAndSendsAsTheFlagsSay()
    {
        const auto relay =
            std::make_shared<OutboxRelay>(m_installation->ports.outbox, m_installation->channel);
        PurchasingFlow flow(m_installation->ports, [relay] { relay->deliverDue(); });
        const auto outcome =
            flow.run({QStringLiteral("PROD-002"), {}, m_actor}, QStringLiteral("key")).result();
        QVERIFY(outcome.isOk());
        QVERIFY(outcome->order.has_value());
        QCOMPARE(outcome->order->state, OrderState::Sent);
        QCOMPARE(outcome->order->qty, 245);
        QCOMPARE(outcome->order->total, Money{379750});
        QCOMPARE(outcome->order->toPay, Money{410130});
        QCOMPARE(QDir(m_installation->channel->folder()).entryList({QStringLiteral("*.eml")}).size(), 1);

        // The same key gives the same order.
        const auto repeated =
            flow.run({QStringLiteral("PROD-002"), {}, m_actor}, QStringLiteral("key")).result();
        QVERIFY(repeated.isOk() && repeated->order);
        QCOMPARE(repeated->order->poId, outcome->order->poId);

        // Deciding twice orders once.
        const auto again =
            flow.run({QStringLiteral("PROD-002"), {}, m_actor}, QStringLiteral("other key")).result();
        QVERIFY(again.isOk());
        QVERIFY(!again->order);
        QCOMPARE(again->message, QStringLiteral("no reorder needed: 245 on order"));
    }

    void aUsedKeyNeverAnswersWithAnotherOrder()
    {
        PurchasingFlow flow(m_installation->ports);
        const auto first = flow.run({QStringLiteral("PROD-101"), {}, m_actor}, QStringLiteral("k1")).result();
        QVERIFY(first.isOk() && first->order);
        const auto other = flow.run({QStringLiteral("PROD-103"), {}, m_actor}, QStringLiteral("k1")).result();
        QVERIFY(!other.isOk());
        QCOMPARE(other.error().kind, ErrorKind::Invalid);
        QVERIFY(m_installation->ports.orders->list({{}, QStringLiteral("PROD-103"), 10}).result()->empty());
        const auto elsewhere =
            flow.run({QStringLiteral("PROD-101"), QStringLiteral("SUP-101"), m_actor}, QStringLiteral("k1"))
                .result();
        QVERIFY(!elsewhere.isOk()); // It names a supplier, which the first one left open.
        const auto created = flow.order(first->explained.decision, {QStringLiteral("PROD-101"), {}, m_actor},
                                        QStringLiteral("k1"), true)
                                 .result();
        QVERIFY(!created.isOk()); // Creating is not creating and sending.
    }

    void aRepeatedRequestIsAnsweredBeforeAnythingIsRead()
    {
        PurchasingFlow flow(m_installation->ports);
        const FlowRequest request{QStringLiteral("PROD-002"), {}, m_actor};
        const auto first = flow.run(request, QStringLiteral("k1")).result();
        QVERIFY(first.isOk() && first->order);
        const auto cancelled = m_installation->ports.orders
                                   ->cancel(first->order->poId, first->order->version, QString(), m_actor)
                                   .result();
        QVERIFY(cancelled.isOk());
        FlowPorts blind = m_installation->ports;
        blind.product.reset();
        blind.demand.reset();
        blind.inventory.reset();
        blind.suppliers.reset();
        blind.units.reset();
        blind.rules.reset();
        PurchasingFlow again(blind);
        const auto repeated = again.run(request, QStringLiteral("k1")).result();
        QVERIFY(repeated.isOk() && repeated->order);
        QCOMPARE(repeated->order->poId, first->order->poId);
        QCOMPARE(repeated->order->state, OrderState::Cancelled); // As it is now,
        QCOMPARE(repeated->explained.decision.outputs,
                 first->explained.decision.outputs); // as it was decided.
    }

    void aStaleOverrideBlocksUntilItIsConfirmed()
    {
        FlowPorts& ports = m_installation->ports;
        PurchasingFlow flow(ports);
        const FlowRequest request{QStringLiteral("PROD-002"), {}, m_actor};
        const auto seen = flow.evaluate(request).result();
        Override wanted;
        wanted.productId = request.productId;
        wanted.qty = 300;
        wanted.reason = QStringLiteral("Fair");
        wanted.basis = overrideBasisOf(seen->facts, {});
        const auto set = ports.overrides->set(wanted, 0, m_actor).result();
        QVERIFY(set.isOk());
        QVERIFY(!flow.evaluate(request).result()->explained.decision.isBlocked());
        wanted.basis.dailyDemand = Quantity::whole(49); // What somebody looked at before it changed.
        const auto stale = ports.overrides->set(wanted, set->version, m_actor).result();
        QVERIFY(stale.isOk());
        const auto blocked = flow.run(request, QStringLiteral("k1")).result();
        QVERIFY(blocked.isOk() && !blocked->order);
        QCOMPARE(blocked->explained.decision.word, Word::Blocked);
        QCOMPARE(blocked->explained.decision.problems.front().code, QStringLiteral("stale-override"));
        const auto catalogue = m_installation->catalogue->load({}, {}, {}).result();
        const auto rules = flow.rulesInForce();
        for (int row = 0; row < (*catalogue)->size(); ++row) {
            const ProductFacts facts = (*catalogue)->facts(row);
            if (facts.product.productId == request.productId)
                QCOMPARE((*rules)->decide(facts, QDate::currentDate()).word, Word::Blocked);
        }
        wanted.basis = overrideBasisOf(blocked->facts, {});
        QVERIFY(ports.overrides->set(wanted, stale->version, m_actor).result().isOk());
        QVERIFY(flow.run(request, QStringLiteral("k1")).result()->order.has_value());
    }

    void aboveTheCeilingApprovalIsNeededEverywhere()
    {
        FlowPorts& ports = m_installation->ports;
        PurchasingFlow flow(ports);
        const FlowRequest request{QStringLiteral("PROD-002"), {}, m_actor}; // 3797.50, approved by the rules.
        QVERIFY(
            ports.people->setSetting(QStringLiteral("approval_ceiling"), QStringLiteral("3797.49"), m_actor)
                .result()
                .isOk());
        const auto seen = flow.evaluate(request).result();
        const Decision& decision = seen->explained.decision;
        QCOMPARE(decision.word, Word::NeedsApproval);
        QVERIFY(decision.outputs.requiresApproval && !decision.outputs.shouldSendPo);
        QVERIFY2(seen->message.contains(
                     QStringLiteral("approved by the rules but above the approval ceiling of 3797.49")),
                 qPrintable(seen->message));
        const auto high = flow.evaluate({QStringLiteral("PROD-104"), {}, m_actor}).result();
        QVERIFY2(high->message.contains(
                     QStringLiteral("needs approval by the rules and above the approval ceiling")),
                 qPrintable(high->message));
        const auto made = flow.run(request, QStringLiteral("k1")).result();
        QVERIFY(made.isOk() && made->order);
        QCOMPARE(made->order->state, OrderState::PendingApproval);
        QVERIFY(
            ports.people->setSetting(QStringLiteral("approval_ceiling"), QString(), m_actor).result().isOk());
        QCOMPARE(flow.evaluate({QStringLiteral("PROD-101"), {}, m_actor}).result()->explained.decision.word,
                 Word::ToOrder);
    }

    void highValueWaitsForApprovalAndIsNotSent()
    {
        const auto relay =
            std::make_shared<OutboxRelay>(m_installation->ports.outbox, m_installation->channel);
        PurchasingFlow flow(m_installation->ports, [relay] { relay->deliverDue(); });
        const auto outcome =
            flow.run({QStringLiteral("PROD-104"), {}, m_actor}, QStringLiteral("key")).result();
        QVERIFY(outcome.isOk() && outcome->order);
        QCOMPARE(outcome->order->state, OrderState::PendingApproval);
        QVERIFY(QDir(m_installation->channel->folder()).entryList({QStringLiteral("*.eml")}).isEmpty());
        const auto sent = m_installation->ports.orders->requestSend(outcome->order->poId, m_actor).result();
        QVERIFY(!sent.isOk());
        QVERIFY2(sent.error().message.contains(QStringLiteral("approv")), qPrintable(sent.error().message));
        QCOMPARE(m_installation->ports.orders->find(outcome->order->poId).result()->state,
                 OrderState::PendingApproval);
    }

    void manyFlowsForOneProductMakeOneOrder()
    {
        PurchasingFlow flow(m_installation->ports);
        std::vector<QFuture<Result<FlowOutcome>>> runs;
        for (int i = 0; i < 60; ++i)
            runs.push_back(
                flow.run({QStringLiteral("PROD-003"), {}, m_actor}, QUuid::createUuid().toString()));
        int made = 0;
        for (auto& run : runs) {
            const auto outcome = run.result();
            QVERIFY2(outcome.isOk(), outcome.isOk() ? "" : qPrintable(outcome.error().message));
            made += outcome->order ? 1 : 0;
        }
        QCOMPARE(made, 1);
        QCOMPARE(m_installation->ports.orders->list({{}, QStringLiteral("PROD-003"), 100}).result()->size(),
                 std::size_t{1});
    }

    void goodsReceivedWhileReadingAreNotOrderedAgain()
    {
        const auto relay =
            std::make_shared<OutboxRelay>(m_installation->ports.outbox, m_installation->channel);
        const FlowRequest request{QStringLiteral("PROD-002"), {}, m_actor};
        PurchasingFlow before(m_installation->ports, [relay] { relay->deliverDue(); });
        const auto made = before.run(request, QStringLiteral("key")).result();
        QVERIFY(made.isOk() && made->order && made->order->state == OrderState::Sent);

        // The stock was read without the goods; when the orders are read next, nothing is on order any more.
        FlowPorts ports = m_installation->ports;
        ports.product = nullptr; // Each source by itself.
        ports.inventory = std::make_shared<InterruptedInventory>(ports.inventory, [&] {
            const auto received =
                ports.orders->receive(made->order->poId, made->order->version, made->order->qty, m_actor)
                    .result();
            QVERIFY(received.isOk());
        });
        PurchasingFlow flow(ports, [relay] { relay->deliverDue(); });
        const auto again = flow.run(request, QStringLiteral("other key")).result();
        QVERIFY(again.isOk());
        QVERIFY2(!again->order, qPrintable(again->message));
        QCOMPARE(m_installation->ports.orders->list({{}, request.productId, 100}).result()->size(),
                 std::size_t{1});
    }

    void decidesOnTheDayOfThePlaceAndNotOfGreenwich()
    {
        const EnvironmentVariable zone("TZ",
                                       "Pacific/Auckland"); // Thirteen hours ahead: already the day after.
        FlowPorts ports = m_installation->ports;
        ports.clock = std::make_shared<FrozenClock>(QDateTime(QDate(2026, 1, 15), QTime(20, 0), Qt::UTC));
        PurchasingFlow flow(ports);
        const auto outcome = flow.evaluate({QStringLiteral("PROD-002"), {}, m_actor}).result();
        QVERIFY(outcome.isOk());
        QCOMPARE(outcome->explained.decision.stockOut, QDate(2026, 1, 16)); // 5 left, 50 used a day.
    }

    /// Whatever was told of the product while its sources answered is newer than the answer.
    void whatIsReadIsAsOfTheMomentBefore()
    {
        FlowPorts ports = m_installation->ports;
        ports.product = nullptr;
        QDateTime during;
        ports.inventory = std::make_shared<InterruptedInventory>(ports.inventory, [&during] {
            QTest::qSleep(5);
            during = QDateTime::currentDateTimeUtc();
        });
        PurchasingFlow flow(ports);
        const QDateTime before = QDateTime::currentDateTimeUtc();
        const auto outcome = flow.evaluate({QStringLiteral("PROD-001"), {}, m_actor}).result();
        QVERIFY(outcome.isOk() && during.isValid());
        QVERIFY(outcome->facts.asOf >= before && outcome->facts.asOf < during);
    }

    void aDeadSourceBlocksAndNamesItself()
    {
        FlowPorts ports = m_installation->ports;
        ports.product = nullptr; // Each source by itself.
        ports.inventory = std::make_shared<DeadInventory>();
        PurchasingFlow flow(ports);
        const auto outcome =
            flow.run({QStringLiteral("PROD-001"), {}, m_actor}, QStringLiteral("key")).result();
        QVERIFY(outcome.isOk());
        QCOMPARE(outcome->explained.decision.word, Word::Blocked);
        QVERIFY2(outcome->message.contains(QStringLiteral("inventory")), qPrintable(outcome->message));
        QVERIFY2(outcome->message.contains(QStringLiteral("connection refused")),
                 qPrintable(outcome->message));
        QVERIFY(!outcome->order);
        QVERIFY(m_installation->ports.orders->list({{}, QStringLiteral("PROD-001"), 100}).result()->empty());
    }

    void aProductThatNobodyKnowsIsNotFound()
    {
        PurchasingFlow flow(m_installation->ports);
        const auto outcome = flow.evaluate({QStringLiteral("NO-SUCH"), {}, m_actor}).result();
        QVERIFY(!outcome.isOk());
        QCOMPARE(outcome.error().kind, ErrorKind::NotFound);
        QVERIFY(outcome.error().message.contains(QStringLiteral("NO-SUCH")));
        const auto ordered = flow.run({QStringLiteral("NO-SUCH"), {}, m_actor}, {}).result();
        QVERIFY(!ordered.isOk());
        QCOMPARE(ordered.error().kind, ErrorKind::NotFound);
        const auto facts = flow.facts({QStringLiteral("NO-SUCH"), {}, m_actor}).result();
        QVERIFY(!facts.isOk());
        QCOMPARE(facts.error().kind, ErrorKind::NotFound);
    }

    /// Whoever called may leave, also where the request itself cannot be cancelled.
    void nothingIsEvaluatedForACallerWhoLeft()
    {
        PurchasingFlow flow(m_installation->ports);
        CallContext left;
        left.cancelled = std::make_shared<std::atomic_bool>(true);
        const CallScope scope(left);
        const auto outcome = flow.evaluate({QStringLiteral("PROD-001"), {}, m_actor}).result();
        const auto told = !outcome ? outcome.error().message : outcome->message;
        QVERIFY2(!outcome || outcome->explained.decision.isBlocked(), qPrintable(told));
    }

    void anOrderOfADecisionThatChangedIsRefusedAndSaysWhat()
    {
        PurchasingFlow flow(m_installation->ports);
        const FlowRequest request{QStringLiteral("PROD-103"), {}, m_actor};
        const auto seen = flow.evaluate(request).result();
        QVERIFY(seen.isOk());
        Decision other = seen->explained.decision;
        other.basis.unitPrice = UnitPrice{1};
        const auto refused = flow.order(other, request, QStringLiteral("key")).result();
        QVERIFY(!refused.isOk());
        QCOMPARE(refused.error().kind, ErrorKind::Stale);
        QVERIFY2(refused.error().message.contains(QStringLiteral("unit price")),
                 qPrintable(refused.error().message));
        QVERIFY(flow.order(seen->explained.decision, request, QStringLiteral("key")).result().isOk());
        // The same click again gets the same order.
        const auto repeated = flow.order(seen->explained.decision, request, QStringLiteral("key")).result();
        QVERIFY(repeated.isOk() && repeated->order);
        QCOMPARE(m_installation->ports.orders->list({{}, QStringLiteral("PROD-103"), 100}).result()->size(),
                 std::size_t{1});
    }

    void evaluatingIsNotedInTheActivity()
    {
        PurchasingFlow flow(m_installation->ports);
        QVERIFY(flow.evaluate({QStringLiteral("PROD-001"), {}, m_actor}).result().isOk());
        const auto activity =
            m_installation->ports.activity->activity(QStringLiteral("PROD-001"), 10).result();
        QVERIFY(activity.isOk() && !activity->empty());
        QCOMPARE(activity->front().actorName, m_actor.name);
        QVERIFY(activity->front().text.contains(QStringLiteral("order 100")));
    }

    void aFailingChannelKeepsTheOrderAndIsTriedAgain()
    {
        const QString folder = m_installation->channel->folder();
        QFile inTheWay(folder); // A file where the folder should be: the channel cannot write.
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        const auto relay =
            std::make_shared<OutboxRelay>(m_installation->ports.outbox, m_installation->channel);
        PurchasingFlow flow(m_installation->ports, [relay] { relay->deliverDue(); });
        const auto outcome =
            flow.run({QStringLiteral("PROD-001"), {}, m_actor}, QStringLiteral("key")).result();
        QVERIFY(outcome.isOk() && outcome->order);
        QCOMPARE(outcome->order->state, OrderState::Approved);
        QVERIFY2(outcome->message.contains(QStringLiteral("failed")), qPrintable(outcome->message));
        QVERIFY(inTheWay.remove());
        const auto state = [&] {
            relay->deliverDue();
            return m_installation->ports.orders->find(outcome->order->poId).result()->state;
        };
        QTRY_COMPARE_WITH_TIMEOUT(state(), OrderState::Sent, 20000);
        QCOMPARE(QDir(folder).entryList({QStringLiteral("*.eml")}).size(), 1);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Installation> m_installation;
    Actor m_actor;
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::PurchasingFlowTest)
#include "purchasing_flow_test.moc"
