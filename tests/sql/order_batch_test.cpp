#include "core/flow/delivered_rules.h"
#include "core/flow/order_batch.h"

#include <QProcess>
#include <QRandomGenerator>

#include "tests/sql/flow_ports.h"
#include "tests/sql/temporary_database.h"

namespace purchasing::sql {
namespace {

/// Twelve products of four suppliers; the last two cannot be ordered.
const QStringList kProducts{
    QStringLiteral("PROD-101"), QStringLiteral("PROD-127"), QStringLiteral("PROD-104"),
    QStringLiteral("PROD-003"), QStringLiteral("PROD-131"), QStringLiteral("PROD-132"),
    QStringLiteral("PROD-122"), QStringLiteral("PROD-161"), QStringLiteral("PROD-163"),
    QStringLiteral("PROD-160"), QStringLiteral("PROD-112"), QStringLiteral("PROD-124")};
constexpr int kOrders = 10;

/// Passes everything on but the creation of one product's order, which fails once: after it was made when
/// `isMade`, as when an answer is lost.
class FailingOrders : public SqlOrderStore
{
public:
    FailingOrders(const std::shared_ptr<Database>& database, QString productId, bool isMade)
        : SqlOrderStore(database)
        , m_productId(std::move(productId))
        , m_isMade(isMade)
    {
    }

    QFuture<Result<PurchaseOrder>> create(const OrderRequest& request, const Actor& actor) override
    {
        if (request.order.productId != m_productId)
            return SqlOrderStore::create(request, actor);
        m_productId.clear();
        m_isBroken = true;
        if (m_isMade)
            SqlOrderStore::create(request, actor).waitForFinished();
        return broken();
    }
    /// The connection is still broken when somebody looks whether the order was made.
    QFuture<Result<PurchaseOrder>> orderOfKey(const RequestKey& key, const Actor& actor) override
    {
        return std::exchange(m_isBroken, false) ? broken() : SqlOrderStore::orderOfKey(key, actor);
    }

private:
    static QFuture<Result<PurchaseOrder>> broken()
    {
        return QtFuture::makeReadyFuture(Result<PurchaseOrder>(
            Error{ErrorKind::Unavailable, QStringLiteral("The connection broke."), {}}));
    }

    QString m_productId;
    bool m_isMade;
    bool m_isBroken = false;
};

/// A database with the delivered rules and a flow on it.
struct Place
{
    Place()
    {
        if (!db.rules().publish(deliveredRules(), 1, QStringLiteral("As delivered"), db.user).result())
            qFatal("the rules cannot be published");
        ports = portsOn(db.database);
        ports.clock = db.clock;
    }

    [[nodiscard]] std::vector<PurchaseOrder> ordersOf(const QString& batchId) const
    {
        std::vector<PurchaseOrder> found;
        for (PurchaseOrder& order : db.orders().list({}).result().value()) {
            if (order.batchId == batchId)
                found.push_back(std::move(order));
        }
        return found;
    }

    TemporaryDatabase db;
    FlowPorts ports;
};

int openLines(const std::vector<BatchLine>& lines)
{
    return static_cast<int>(
        std::count_if(lines.begin(), lines.end(), [](const BatchLine& line) { return line.isOpen(); }));
}

} // namespace

/// Batches: what is shown before is what is made, failures are made up for, and nothing is ordered twice.
class OrderBatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePreviewIsTheResult();
    void aSplitBelowTheLimitIsFlagged();
    void onlyTheMissingIsMadeAgain_data();
    void onlyTheMissingIsMadeAgain();
    void aDecisionThatChangedIsNotOrderedUnseen();
    void stoppingEndsAfterTheCurrentOrder();
    void nothingIsOrderedTwiceAfterAKill();
    void batchesAreEachPersonsOwn();
};

void OrderBatchTest::thePreviewIsTheResult()
{
    const Place place;
    PurchasingFlow flow(place.ports);
    OrderBatch batch(flow, place.db.user, kProducts);
    const auto preview = batch.read(batch.intent().items).result();
    VERIFY_OK(preview);
    QCOMPARE(openLines(*preview), kOrders);
    QVERIFY((*preview)[10].refusal.contains(QStringLiteral("unknown whether the supplier is active")));
    QVERIFY((*preview)[11].refusal.contains(QStringLiteral("50 on order")));
    const auto rules = flow.rulesInForce();
    const auto groups = groupBatch(*preview, rules->get());
    QCOMPARE(groups.size(), 4U);
    QCOMPARE(groups[0].supplierId, QStringLiteral("SUP-101"));
    QCOMPARE(groups[0].total, Money{2028400});
    QCOMPARE(groups[0].needApproval, 1);
    QVERIFY(!groups[0].isSplitBelowLimit); // One of them needs approval anyway.
    QCOMPARE(groups[3].lines.size(), 3U);
    QCOMPARE(groups[3].orders, 1);

    std::vector<std::size_t> told;
    const auto made =
        batch.make(*preview, [&told](std::size_t line, const BatchLine&) { told.push_back(line); }).result();
    VERIFY_OK(made);
    QCOMPARE(told.size(), static_cast<std::size_t>(kOrders));
    const auto after = groupBatch(*made, rules->get());
    for (std::size_t i = 0; i < groups.size(); ++i) {
        QCOMPARE(after[i].supplierId, groups[i].supplierId);
        QCOMPARE(after[i].total, groups[i].total);
        QCOMPARE(after[i].toPay, groups[i].toPay);
        QCOMPARE(after[i].needApproval, groups[i].needApproval);
    }
    const auto orders = place.ordersOf(batch.intent().batchId);
    QCOMPARE(orders.size(), static_cast<std::size_t>(kOrders));
    QCOMPARE(place.ports.batches->unfinished(place.db.user).result()->size(), 1U);
    VERIFY_OK(batch.close().result());
    QVERIFY(place.ports.batches->unfinished(place.db.user).result()->empty());
}

void OrderBatchTest::aSplitBelowTheLimitIsFlagged()
{
    const Place place;
    PurchasingFlow flow(place.ports);
    OrderBatch batch(flow, place.db.user, {QStringLiteral("PROD-101"), QStringLiteral("PROD-127")});
    const auto preview = batch.read(batch.intent().items).result();
    VERIFY_OK(preview);
    const auto rules = flow.rulesInForce();
    const auto groups = groupBatch(*preview, rules->get());
    QCOMPARE(groups.size(), 1U);
    QCOMPARE(groups.front().total, Money{1028399});
    QVERIFY(groups.front().isSplitBelowLimit);
    OrderBatch small(flow, place.db.user, {QStringLiteral("PROD-131"), QStringLiteral("PROD-132")});
    QVERIFY(!groupBatch(*small.read(small.intent().items).result(), rules->get()).front().isSplitBelowLimit);
}

void OrderBatchTest::onlyTheMissingIsMadeAgain_data()
{
    QTest::addColumn<bool>("isMade");
    QTest::newRow("refused by the service") << false;
    QTest::newRow("made, but the answer was lost") << true;
}

void OrderBatchTest::onlyTheMissingIsMadeAgain()
{
    QFETCH(bool, isMade);
    Place place;
    place.ports.orders = std::make_shared<FailingOrders>(place.db.database, kProducts[2], isMade);
    PurchasingFlow flow(place.ports);
    OrderBatch batch(flow, place.db.user, kProducts);
    auto lines = batch.make(batch.read(batch.intent().items).result().value()).result();
    VERIFY_OK(lines);
    QCOMPARE(openLines(*lines), 1);
    QVERIFY((*lines)[2].failure.contains(QStringLiteral("The connection broke")));
    QCOMPARE(place.ordersOf(batch.intent().batchId).size(), static_cast<std::size_t>(isMade ? 10 : 9));

    std::vector<QString> told;
    const auto again =
        batch
            .make(*lines,
                  [&told](std::size_t, const BatchLine& line) { told.push_back(line.item.productId); })
            .result();
    VERIFY_OK(again);
    QCOMPARE(told, std::vector<QString>{kProducts[2]});
    QCOMPARE(openLines(*again), 0);
    QCOMPARE(place.ordersOf(batch.intent().batchId).size(), static_cast<std::size_t>(kOrders));
}

void OrderBatchTest::aDecisionThatChangedIsNotOrderedUnseen()
{
    const Place place;
    PurchasingFlow flow(place.ports);
    OrderBatch batch(flow, place.db.user, kProducts);
    const auto preview = batch.read(batch.intent().items).result();
    VERIFY_OK(preview);
    VERIFY_OK(place.db.execute(QStringLiteral(
        "UPDATE {supplier}supplier_info SET unit_price = 16.00 WHERE product_id = 'PROD-122'")));
    const auto made = batch.make(*preview).result();
    VERIFY_OK(made);
    QCOMPARE(openLines(*made), 1);
    QVERIFY2((*made)[6].failure.contains(QStringLiteral("the unit price was 10.00, is now 16.00")),
             qPrintable((*made)[6].failure));
    // Looked at again, it is ordered as it is now, with the same key.
    const auto seen = batch.read({(*made)[6].item}).result();
    const auto again = batch.make(*seen).result();
    QVERIFY(again->front().order);
    QCOMPARE(again->front().order->unitPrice, UnitPrice::of({1600}));
}

void OrderBatchTest::stoppingEndsAfterTheCurrentOrder()
{
    const Place place;
    PurchasingFlow flow(place.ports);
    OrderBatch batch(flow, place.db.user, kProducts);
    const auto preview = batch.read(batch.intent().items).result();
    const auto made = batch
                          .make(*preview,
                                [&batch](std::size_t line, const BatchLine&) {
                                    if (line == 2)
                                        batch.stop();
                                })
                          .result();
    VERIFY_OK(made);
    QCOMPARE(openLines(*made), kOrders - 3);
    QVERIFY((*made)[3].failure.isEmpty());
    QCOMPARE(place.ordersOf(batch.intent().batchId).size(), 3U);
    QCOMPARE(openLines(*batch.make(*made).result()), 0);
}

void OrderBatchTest::nothingIsOrderedTwiceAfterAKill()
{
    const quint32 seed = QRandomGenerator::system()->generate();
    QRandomGenerator random(seed);
    qInfo("seed %u", seed);
    for (int round = 0; round < 6; ++round) {
        const Place place;
        QProcess program;
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/batch_crasher"),
                      QStringList{place.db.file} + kProducts);
        QVERIFY(program.waitForReadyRead(20000)); // "read": the next thing is the intent.
        QTest::qSleep(static_cast<int>(random.bounded(150)));
        program.kill();
        QVERIFY(program.waitForFinished());
        const auto acknowledged = static_cast<std::size_t>(program.readAllStandardOutput().count("made "));

        PurchasingFlow flow(place.ports);
        auto intents = place.ports.batches->unfinished(place.db.user).result().value();
        if (intents.empty()) { // Killed before anything was written down: then nothing was ordered.
            QCOMPARE(acknowledged, 0U);
            for (const PurchaseOrder& order : place.db.orders().list({}).result().value())
                QVERIFY(order.batchId.isEmpty());
            continue;
        }
        QCOMPARE(intents.size(), 1U);
        const QString batchId = intents.front().batchId;
        QVERIFY(place.ordersOf(batchId).size() >= acknowledged);
        OrderBatch batch(flow, place.db.user, std::move(intents.front()));
        const auto lines = batch.read(batch.intent().items).result();
        const auto made = batch.make(*lines).result();
        VERIFY_OK(made);
        QCOMPARE(openLines(*made), 0);
        QSet<QString> products;
        for (const PurchaseOrder& order : place.ordersOf(batchId))
            products.insert(order.productId);
        QCOMPARE(place.ordersOf(batchId).size(), static_cast<std::size_t>(kOrders));
        QCOMPARE(products.size(), kOrders);
        VERIFY_OK(place.db.audit().verify().result());
    }
}

void OrderBatchTest::batchesAreEachPersonsOwn()
{
    const Place place;
    const Actor second = place.db.addPerson(QStringLiteral("Ana"));
    SqlBatchStore store(place.db.database);
    const BatchIntent intent{QStringLiteral("123456789012345678901234567890123456"),
                             {{QStringLiteral("PROD-001"), {}, QStringLiteral("key")}},
                             {}};
    VERIFY_OK(store.begin(intent, second).result());
    VERIFY_OK(store.begin(intent, second).result());
    QVERIFY(store.unfinished(place.db.user).result()->empty());
    VERIFY_OK(store.close(intent.batchId, place.db.user).result());
    const auto unfinished = store.unfinished(second).result();
    QCOMPARE(unfinished->size(), 1U);
    QCOMPARE(unfinished->front().items.size(), 1U);
    QCOMPARE(unfinished->front().items.front().idempotencyKey, QStringLiteral("key"));
    QCOMPARE(unfinished->front().startedAt, place.db.clock->now());
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::OrderBatchTest)
#include "order_batch_test.moc"
