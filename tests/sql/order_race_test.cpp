#include <QProcess>
#include <QThread>

#include <barrier>

#include "tests/sql/load_all.h"
#include "tests/sql/temporary_database.h"

namespace purchasing::sql {
namespace {

std::shared_ptr<Database> reopened(const TemporaryDatabase& db)
{
    EmbeddedOptions options;
    options.clock = db.clock;
    options.busyTimeoutMs = 20000;
    const auto opened = openPlace(db.file, options);
    if (!opened)
        qFatal("%s (%s)", qPrintable(opened.error().message), qPrintable(opened.error().detail));
    return *opened;
}

} // namespace

/// Many at once: the database decides who was first.
class OrderRaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHundredCreationsMakeOneOrder();
    void twoProgramsMakeOneOrder();
    void sameKeyFromManyThreadsGivesOneOrder();
    void approveAgainstRejectDecidesOnce();
    void readsGoOnWhileOthersWrite();
};

void OrderRaceTest::aHundredCreationsMakeOneOrder()
{
    constexpr int kPrograms = 4;
    constexpr int kEach = 25;
    const TemporaryDatabase db;
    const OrderRequest request =
        requestFor(db, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), 100, QString());
    std::vector<std::shared_ptr<Database>> databases;
    for (int i = 0; i < kPrograms; ++i)
        databases.push_back(reopened(db));
    std::vector<QFuture<Result<PurchaseOrder>>> asked;
    for (int i = 0; i < kPrograms * kEach; ++i) {
        OrderRequest one = request;
        one.key.key = QString::number(i);
        asked.push_back(
            SqlOrderStore(databases[static_cast<std::size_t>(i % kPrograms)]).create(one, db.user));
    }
    int made = 0;
    int stale = 0;
    for (auto& future : asked) {
        const auto result = future.result();
        if (result)
            ++made;
        else if (result.error().kind == ErrorKind::Stale)
            ++stale;
        else
            QFAIL(qPrintable(result.error().message + result.error().detail));
    }
    QCOMPARE(made, 1);
    QCOMPARE(stale, kPrograms * kEach - 1);
    QCOMPARE(db.orders().list({{}, QStringLiteral("PROD-001"), 1000}).result()->size(), 1U);
    VERIFY_OK(db.audit().verify().result());
}

void OrderRaceTest::twoProgramsMakeOneOrder()
{
    const TemporaryDatabase db;
    std::array<QProcess, 2> programs;
    for (std::size_t i = 0; i < programs.size(); ++i) {
        programs[i].setProcessChannelMode(QProcess::ForwardedErrorChannel);
        programs[i].start(
            QCoreApplication::applicationDirPath() + QStringLiteral("/order_crasher"),
            {db.file, QStringLiteral("race"), QStringLiteral("50"), QStringLiteral("p%1").arg(i)});
    }
    for (QProcess& program : programs) {
        while (!program.canReadLine())
            QVERIFY(program.waitForReadyRead(30000));
        QCOMPARE(program.readLine(), QByteArray("ready\n"));
    }
    for (QProcess& program : programs)
        program.write("go\n");
    QByteArray said;
    for (QProcess& program : programs) {
        QVERIFY(program.waitForFinished(60000));
        QCOMPARE(program.exitCode(), 0);
        said += program.readAll();
    }
    QCOMPARE(said.count("made "), 1);
    QCOMPARE(said.count("stale\n"), 99);
    QCOMPARE(db.orders().list({{}, QStringLiteral("PROD-001"), 1000}).result()->size(), 1U);
}

void OrderRaceTest::sameKeyFromManyThreadsGivesOneOrder()
{
    const TemporaryDatabase db;
    const auto second = reopened(db);
    const OrderRequest request =
        requestFor(db, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), 100, QStringLiteral("key"));
    std::vector<QFuture<Result<PurchaseOrder>>> asked;
    for (int i = 0; i < 60; ++i)
        asked.push_back(SqlOrderStore(i % 2 ? db.database : second).create(request, db.user));
    QSet<QString> ids;
    for (auto& future : asked) {
        const auto result = future.result();
        VERIFY_OK(result);
        ids.insert(result->poId);
    }
    QCOMPARE(ids.size(), 1);
}

void OrderRaceTest::approveAgainstRejectDecidesOnce()
{
    // The long form takes minutes: PURCHASING_LONG_TESTS=1.
    const int kOrders = qEnvironmentVariableIntValue("PURCHASING_LONG_TESTS") != 0 ? 10000 : 200;
    const TemporaryDatabase db;
    const Actor approver = db.addPerson(QStringLiteral("Approver"));
    const Actor rejecter = db.addPerson(QStringLiteral("Rejecter"));
    OrderRequest request =
        requestFor(db, QStringLiteral("PROD-104"), QStringLiteral("SUP-101"), 1, QString());
    request.pendingApproval = true;
    SqlOrderStore inTheOrderAsked(db.database); // It asks nobody first.
    std::vector<QFuture<Result<PurchaseOrder>>> asked;
    for (int i = 0; i < kOrders; ++i) {
        request.key.key = QString::number(i);
        request.basis.ordersVersion = i;
        asked.push_back(inTheOrderAsked.create(request, db.user));
    }
    std::vector<PurchaseOrder> orders;
    for (auto& future : asked) {
        VERIFY_OK(future.result());
        orders.push_back(future.result().value());
    }

    const auto other = reopened(db);
    std::barrier start(2);
    std::vector<Result<PurchaseOrder>> approvals;
    std::vector<Result<PurchaseOrder>> rejections;
    const std::unique_ptr<QThread> approving(QThread::create([&] {
        SqlOrderStore store(db.database);
        for (const PurchaseOrder& order : orders) {
            start.arrive_and_wait();
            approvals.push_back(
                store.approve(order.poId, order.version, order.contentHash, approver).result());
        }
    }));
    const std::unique_ptr<QThread> rejecting(QThread::create([&] {
        SqlOrderStore store(other);
        for (const PurchaseOrder& order : orders) {
            start.arrive_and_wait();
            rejections.push_back(
                store.reject(order.poId, order.version, QStringLiteral("No"), rejecter).result());
        }
    }));
    approving->start();
    rejecting->start();
    approving->wait();
    rejecting->wait();

    int approved = 0;
    for (std::size_t i = 0; i < orders.size(); ++i) {
        approved += approvals[i] ? 1 : 0;
        QVERIFY(approvals[i].isOk() != rejections[i].isOk());
        const Error& lost = approvals[i] ? rejections[i].error() : approvals[i].error();
        QCOMPARE(lost.kind, ErrorKind::Conflict);
        QVERIFY2(lost.message.contains(approvals[i] ? QStringLiteral("was approved by Approver")
                                                    : QStringLiteral("was rejected by Rejecter")),
                 qPrintable(lost.message));
        const auto final = db.orders().find(orders[i].poId).result();
        QCOMPARE(final->state, approvals[i] ? OrderState::Approved : OrderState::Rejected);
    }
    qInfo("%d orders: %d approved, %d rejected", kOrders, approved, kOrders - approved);
    QCOMPARE(db.scalar(QStringLiteral("SELECT count(*) FROM {po}approval")).toInt(), kOrders);
    VERIFY_OK(db.audit().verify().result());
}

void OrderRaceTest::readsGoOnWhileOthersWrite()
{
    const TemporaryDatabase db;
    const auto other = reopened(db);
    SqlCatalogueSource catalogue(other);
    const auto before = changeCounter(*other).value();
    QCOMPARE(changeCounter(*other).value(), before);
    std::vector<QFuture<Result<PurchaseOrder>>> asked;
    SqlOrderStore inTheOrderAsked(db.database); // It asks nobody first.
    OrderRequest request =
        requestFor(db, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), 100, QString());
    for (int i = 0; i < 50; ++i) {
        request.key.key = QString::number(i);
        request.basis.ordersVersion = i;
        asked.push_back(inTheOrderAsked.create(request, db.user));
    }
    for (int i = 0; i < 20; ++i) {
        const auto loaded = loadAll(catalogue);
        VERIFY_OK(loaded);
        for (const ProductFacts& facts : *loaded) {
            // The orders of a product and their version are of one moment.
            if (facts.product.productId == QLatin1String("PROD-001"))
                QCOMPARE(static_cast<std::int64_t>(facts.openOrders->size()), facts.ordersVersion);
        }
    }
    for (auto& future : asked)
        VERIFY_OK(future.result());
    QVERIFY(changeCounter(*other).value() != before);
    // Our own writes count too.
    const auto own = changeCounter(*other).value();
    VERIFY_OK(SqlPeopleStore(other).setSetting(QStringLiteral("a"), QStringLiteral("b"), db.user).result());
    QVERIFY(changeCounter(*other).value() != own);
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::OrderRaceTest)
#include "order_race_test.moc"
