#include "core/sql/overrides/sql_override_store.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QThread>

#include "tests/sql/load_all.h"
#include "tests/sql/made_on_server.h"

namespace purchasing::sql {
namespace {

/// The rows of a query in one text, "1|a;2|b".
QString table(Database& database, const QString& sql)
{
    const auto read = database
                          .read([sql](Connection& connection) -> Result<QStringList> {
                              QStringList lines;
                              Rows rows = connection.query(sql);
                              while (rows.next())
                                  lines += rows.text(0) + QLatin1Char('|') + rows.text(1);
                              return lines;
                          })
                          .result();
    return read ? read->join(QLatin1Char(';')) : read.error().detail;
}

} // namespace

/// What only a server has: setting up, rights, lost connections, its death.
class MysqlServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setUpRepeatsHarmlessly();
    void anOlderSetUpIsBroughtUpToDate();
    void twoSetUpsAtOnceMakeOneInstallation();
    void ordersAreRefusedWithoutSetUp();
    void mistakesAreExplained();
    void sessionsAreStrictAndUtc();
    void usersHaveTheLeastRights();
    void closedConnectionsAreOpenedAgain();
    void aConnectionLostInAChangeIsSaid();
    void whoHoldsTheTurnTooLongIsSaid();
    void changesOfOtherProgramsAreNoticed();
    void killedServerLosesNothingAcknowledged();

private:
    /// Ends all connections of the users, as a server does with idle ones.
    static void dropConnections()
    {
        Connection connection(
            mysqlConnection(tests::MariaDbServer::shared().administrator(QString()), QString()));
        connection.executeDirectly(QStringLiteral("KILL USER planner"));
    }
};

void MysqlServerTest::setUpRepeatsHarmlessly()
{
    const MysqlSettings settings = madeFor(QStringLiteral("again"));
    const auto opened = openMysql(settings);
    VERIFY_OK(opened);
    QVERIFY(opened->limitations.isEmpty());
    SqlOrderStore store(opened->database);
    SqlOutboxStore outbox(opened->database);
    const auto orders = store.list({}).result()->size();
    const auto events = SqlAuditStore(opened->database).verify().result()->events;
    QCOMPARE(orders, 3U);
    QStringList said;
    MysqlSetup setup = setupOf(true);
    setup.report = [&](const QString& sentence) { said += sentence; };
    VERIFY_OK(setUpMysql(tests::MariaDbServer::shared().administrator(QStringLiteral("again")), setup));
    QCOMPARE(said.filter(QStringLiteral("is up to date")).size(), 5);
    QVERIFY(said.filter(QStringLiteral("was filled")).isEmpty());
    QCOMPARE(store.list({}).result()->size(), orders);
    QCOMPARE(SqlAuditStore(opened->database).verify().result()->events, events);
    const auto loaded = loadAll(SqlCatalogueSource(opened->database));
    VERIFY_OK(loaded);
    QVERIFY(loaded->size() >= 60);
}

void MysqlServerTest::anOlderSetUpIsBroughtUpToDate()
{
    const MysqlSettings settings = madeFor(QStringLiteral("older"));
    run(QStringLiteral("older"),
        {QStringLiteral("DROP TABLE {po}product_override"), QStringLiteral("DROP TABLE {po}order_batch_item"),
         QStringLiteral("DROP TABLE {po}order_batch"),
         QStringLiteral("ALTER TABLE {po}outbox DROP COLUMN letter_id"),
         // Prices in cents, as they were.
         QStringLiteral("DROP TRIGGER {po}order_changes"),
         QStringLiteral("DROP TRIGGER {po}order_raises_basis"),
         QStringLiteral(
             "ALTER TABLE {po}purchase_order ADD COLUMN unit_price_minor BIGINT NOT NULL DEFAULT 1"),
         QStringLiteral("UPDATE {po}purchase_order SET unit_price_minor = unit_price_e4 DIV 100"),
         QStringLiteral(
             "ALTER TABLE {po}purchase_order DROP CONSTRAINT CHECK_order_unit_price, "
             "DROP CONSTRAINT CHECK_order_amount, DROP CONSTRAINT CHECK_order_format, "
             "DROP CONSTRAINT CHECK_order_short, DROP CONSTRAINT CHECK_order_complete, "
             "DROP COLUMN unit_price_e4, DROP COLUMN content_format, DROP COLUMN closed_short, "
             "ADD CONSTRAINT CHECK_order_price CHECK(unit_price_minor > 0), "
             "ADD CONSTRAINT CHECK_order_total CHECK(total_minor = qty * unit_price_minor), "
             "ADD CONSTRAINT CHECK_order_complete CHECK((status = 'RECEIVED') = (received_qty = qty))"),
         QStringLiteral("DELETE FROM {po}schema_migration WHERE part = 'po' AND number > 1")});
    VERIFY_ERROR(openMysql(settings), ErrorKind::Invalid, "older version");
    QStringList said;
    MysqlSetup setup = setupOf(true);
    setup.report = [&](const QString& sentence) { said += sentence; };
    VERIFY_OK(setUpMysql(tests::MariaDbServer::shared().administrator(QStringLiteral("older")), setup));
    QCOMPARE(said.filter(QStringLiteral("from schema 1 to 9")).size(), 1);
    const auto opened = openMysql(settings);
    VERIFY_OK(opened);
    const auto orders = SqlOrderStore(opened->database).list({}).result();
    QCOMPARE(orders->size(), 3U);
    for (const PurchaseOrder& order : *orders) {
        QCOMPARE(order.contentFormat, 1);
        QCOMPARE(order.unitPrice.times(order.qty), std::optional<Money>(order.total));
    }
    const Actor user = SqlPeopleStore(opened->database).operatingSystemUser().result().value();
    Override wanted;
    wanted.productId = QStringLiteral("PROD-001");
    wanted.qty = 240;
    wanted.reason = QStringLiteral("Promotion");
    VERIFY_OK(SqlOverrideStore(opened->database).set(wanted, 0, user).result());
}

void MysqlServerTest::twoSetUpsAtOnceMakeOneInstallation()
{
    const MysqlSettings admin = tests::MariaDbServer::shared().administrator(QStringLiteral("twice"));
    QByteArray errors[2];
    std::vector<std::unique_ptr<QThread>> threads;
    for (QByteArray& error : errors) {
        threads.emplace_back(QThread::create([&] { error = errorText(setUpMysql(admin, setupOf(true))); }));
        threads.back()->start();
    }
    for (const auto& thread : threads)
        thread->wait();
    QCOMPARE(errors[0], QByteArray());
    QCOMPARE(errors[1], QByteArray());
    const auto opened = openMysql(admin);
    VERIFY_OK(opened);
    QCOMPARE(SqlOrderStore(opened->database).list({}).result()->size(), 3U);
    QCOMPARE(SqlRuleStore(opened->database).current().result()->version, std::int64_t{1});
}

void MysqlServerTest::ordersAreRefusedWithoutSetUp()
{
    MysqlSettings settings = tests::MariaDbServer::shared().administrator(QStringLiteral("nowhere"));
    VERIFY_ERROR(openMysql(settings), ErrorKind::Unavailable, "nowhere_po_db does not exist");
    run(QStringLiteral("nowhere"), {QStringLiteral("CREATE DATABASE nowhere_po_db")});
    VERIFY_ERROR(openMysql(settings), ErrorKind::Unavailable, "nowhere_po_db has no order tables yet");
    settings = madeFor(QStringLiteral("newer"), false);
    run(QStringLiteral("newer"),
        {QStringLiteral("INSERT INTO {po}schema_migration(part, number) VALUES ('po', 99)")});
    VERIFY_ERROR(openMysql(settings), ErrorKind::Invalid, "newer version of this program (schema 99");
}

void MysqlServerTest::mistakesAreExplained()
{
    const MysqlSettings right = madeFor(QStringLiteral("words"), false);
    MysqlSettings settings = right;
    settings.password = QStringLiteral("wrong");
    VERIFY_ERROR(openMysql(settings), ErrorKind::Refused, "Check user and password");
    settings = right;
    settings.socket += QStringLiteral("x");
    VERIFY_ERROR(openMysql(settings), ErrorKind::Unavailable, "does not answer");
    settings = right;
    settings.socket.clear();
    settings.host = QStringLiteral("127.0.0.1");
    settings.port = 1; // Nobody's.
    VERIFY_ERROR(openMysql(settings), ErrorKind::Unavailable, "does not answer");
    const auto opened = openMysql(right);
    VERIFY_OK(opened);
    const auto failing = [&](const char* sql) {
        return opened->database
            ->write([sql](Connection& connection) -> Result<Done> {
                connection.execute(QLatin1String(sql));
                return Done{};
            })
            .result();
    };
    VERIFY_ERROR(failing("UPDATE mysql.global_priv SET Host = 'x'"), ErrorKind::Refused, "lacks the right");
    VERIFY_ERROR(failing("INSERT INTO {oms}products(nothing) VALUES (1)"), ErrorKind::Unavailable,
                 "The column nothing is missing");
    VERIFY_ERROR(failing("INSERT INTO {oms}products(product_id, name) VALUES (repeat('x', 51), 'x')"),
                 ErrorKind::Invalid, "too large");
}

void MysqlServerTest::sessionsAreStrictAndUtc()
{
    const auto opened = openMysql(madeFor(QStringLiteral("session"), false));
    VERIFY_OK(opened);
    Database& database = *opened->database;
    const QString version =
        table(database, QStringLiteral("SELECT @@version, 0")).section(QLatin1Char('-'), 0, 0);
    QCOMPARE(opened->server, QStringLiteral("MariaDB ") + version);
    QCOMPARE(table(database, QStringLiteral("SELECT @@time_zone, @@innodb_lock_wait_timeout")),
             QStringLiteral("+00:00|3"));
    QCOMPARE(table(database, QStringLiteral("SELECT @@character_set_connection, @@tx_isolation")),
             QStringLiteral("utf8mb4|REPEATABLE-READ"));
    QVERIFY(table(database, QStringLiteral("SELECT @@sql_mode, 0"))
                .contains(QStringLiteral("STRICT_ALL_TABLES")));
    QCOMPARE(table(database, QStringLiteral("SELECT @@innodb_snapshot_isolation, @@autocommit")),
             QStringLiteral("1|1"));
    // Exact, where a double is not.
    QCOMPARE(table(database, QStringLiteral("SELECT CAST('99999999999999.9999' AS DECIMAL(18,4)), 0")),
             QStringLiteral("99999999999999.9999|0"));
}

void MysqlServerTest::usersHaveTheLeastRights()
{
    MysqlSettings settings = madeFor(QStringLiteral("rights"));
    const auto opened = openMysql(settings);
    VERIFY_OK(opened);
    const auto attempt = [](const MysqlDatabase& as, const QString& sql) {
        return as.database
            ->write([sql](Connection& connection) -> Result<Done> {
                connection.execute(sql);
                return Done{};
            })
            .result();
    };
    for (const char* sql :
         {"UPDATE {po}audit_event SET text = 'x'", "DELETE FROM {po}audit_event",
          "UPDATE {po}approval SET reason = ''", "DELETE FROM {po}approval", "DELETE FROM {po}purchase_order",
          "DELETE FROM {po}person", "UPDATE {po}rule_pack SET text = ''", "DROP TRIGGER {po}order_changes",
          "ALTER TABLE {po}purchase_order ADD COLUMN x INT", "TRUNCATE TABLE {po}audit_event",
          "UPDATE {po}order_transition SET to_state = 'SENT'"}) {
        const auto refused = attempt(*opened, QLatin1String(sql));
        QVERIFY2(!refused, sql);
        QVERIFY2(refused.error().message.contains(QStringLiteral("lacks the right")), sql);
    }
    // A service's user sees its own database only.
    settings.user = QStringLiteral("oms");
    const Connection oms(mysqlConnection(settings, settings.names.oms));
    settings.names.po = settings.names.oms;
    try {
        const Connection other(mysqlConnection(settings, settings.names.inventory));
        QFAIL("The user of OMS may use Inventory.");
    } catch (const Failure& failure) {
        QCOMPARE(failure.error().kind, ErrorKind::Refused);
    }
}

void MysqlServerTest::closedConnectionsAreOpenedAgain()
{
    const auto opened = openMysql(madeFor(QStringLiteral("idle")));
    VERIFY_OK(opened);
    SqlOrderStore store(opened->database);
    SqlOutboxStore outbox(opened->database);
    const Actor user = SqlPeopleStore(opened->database).operatingSystemUser().result().value();
    SqlCatalogueSource catalogue(opened->database);
    for (int i = 0; i < 3; ++i) {
        const auto made = store
                              .create(requestFor(opened->database, QStringLiteral("PROD-001"),
                                                 QStringLiteral("SUP-001"), 10, QString::number(i)),
                                      user)
                              .result();
        VERIFY_OK(made);
        VERIFY_OK(changeCounter(*opened->database));
        dropConnections();
        VERIFY_OK(store.list({}).result());
        VERIFY_OK(catalogue.load({}, {}, {}).result());
        VERIFY_OK(changeCounter(*opened->database));
    }
    QCOMPARE(store.list({{}, QStringLiteral("PROD-001"), 10}).result()->size(), 3U);
}

void MysqlServerTest::aConnectionLostInAChangeIsSaid()
{
    const auto opened = openMysql(madeFor(QStringLiteral("lost"), false));
    VERIFY_OK(opened);
    int runs = 0;
    const auto broken =
        opened->database
            ->write([&](Connection& connection) -> Result<Done> {
                ++runs;
                connection.execute(QStringLiteral("INSERT INTO {po}product_basis VALUES ('LOST-1', 0)"));
                dropConnections();
                connection.execute(QStringLiteral("INSERT INTO {po}product_basis VALUES ('LOST-2', 0)"));
                return Done{};
            })
            .result();
    VERIFY_ERROR(broken, ErrorKind::Unavailable, "Look whether it was done");
    QCOMPARE(runs, 1);
    QCOMPARE(SqlOrderStore(opened->database).openOrders(QStringLiteral("LOST-1")).result()->version,
             std::int64_t{0});
    const auto left = opened->database
                          ->read([](Connection& connection) -> Result<int> {
                              return connection
                                  .scalar(QStringLiteral("SELECT count(*) FROM {po}product_basis "
                                                         "WHERE product_id LIKE 'LOST-%'"))
                                  .toInt();
                          })
                          .result();
    QCOMPARE(*left, 0);
}

void MysqlServerTest::whoHoldsTheTurnTooLongIsSaid()
{
    const auto opened = openMysql(madeFor(QStringLiteral("turn"), false));
    VERIFY_OK(opened);
    const MysqlSettings admin = tests::MariaDbServer::shared().administrator(QStringLiteral("turn"));
    SqlPeopleStore people(opened->database);
    const Actor user = people.operatingSystemUser().result().value();
    Connection holder(mysqlConnection(admin, admin.names.po));
    holder.begin(holder.dialect().beginWrite());
    QElapsedTimer time;
    time.start();
    VERIFY_ERROR(people.setSetting(QStringLiteral("a"), QStringLiteral("b"), user).result(),
                 ErrorKind::Unavailable, "busy with other people's changes");
    QVERIFY(time.elapsed() >= 3000);
    // Reading never waits.
    time.start();
    VERIFY_OK(people.settings().result());
    QVERIFY(time.elapsed() < 1000);
    holder.executeDirectly(QStringLiteral("ROLLBACK"));
    VERIFY_OK(people.setSetting(QStringLiteral("a"), QStringLiteral("b"), user).result());
}

void MysqlServerTest::changesOfOtherProgramsAreNoticed()
{
    const auto opened = openMysql(madeFor(QStringLiteral("watch")));
    VERIFY_OK(opened);
    SqlCatalogueSource catalogue(opened->database);
    const auto counter = [&] { return changeCounter(*opened->database).value(); };
    (void)counter();
    QTest::qWait(4500); // Until what the setting up did is past.
    const auto settled = counter();
    QCOMPARE(counter(), settled);
    // Two changes within a second, the second one after it was asked: both count in the end.
    run(QStringLiteral("watch"), {QStringLiteral("UPDATE {oms}oms_history SET avg_daily_demand = 1")});
    const auto changed = counter();
    QVERIFY(changed != settled);
    run(QStringLiteral("watch"), {QStringLiteral("UPDATE {oms}oms_history SET avg_daily_demand = 2")});
    QTRY_VERIFY_WITH_TIMEOUT(counter() != changed, 6000);
    QTest::qWait(3500);
    const auto after = counter();
    QTest::qWait(2500);
    QCOMPARE(counter(), after); // And nothing by itself.
    QElapsedTimer time;
    time.start();
    for (int i = 0; i < 100; ++i)
        (void)counter();
    qInfo("the change counter takes %.2f ms", static_cast<double>(time.elapsed()) / 100);
}

void MysqlServerTest::killedServerLosesNothingAcknowledged()
{
    constexpr int kKills = 8;
    tests::MariaDbServer server; // Not the others' one.
    const QString prefix = QStringLiteral("kill");
    VERIFY_OK(setUpMysql(server.administrator(prefix), setupOf(true)));
    MysqlSettings settings = tests::settingsOn(server.socket(), prefix);
    settings.user = QStringLiteral("planner");
    settings.password = kPassword;
    const quint32 seed = QRandomGenerator::system()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const auto opened = openMysql(settings);
    VERIFY_OK(opened);
    const Actor user = SqlPeopleStore(opened->database).operatingSystemUser().result().value();
    OrderRequest request =
        requestFor(opened->database, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), 1, QString());

    QHash<QString, QString> acknowledged; // Number by key.
    std::atomic_bool isEnough = false;
    int failures = 0;
    const std::unique_ptr<QThread> working(QThread::create([&] {
        SqlOrderStore store(opened->database);
        SqlOutboxStore outbox(opened->database);
        for (int i = 0; !isEnough;) {
            request.key.key = QString::number(i);
            const auto made = store.create(request, user).result();
            if (made) {
                acknowledged.insert(request.key.key, made->number);
                ++i;
                ++request.basis.ordersVersion;
                continue;
            }
            if (made.error().kind != ErrorKind::Unavailable)
                qFatal("%s %s", qPrintable(made.error().message), qPrintable(made.error().detail));
            ++failures; // The same key again: the order is there or is made now.
            QThread::msleep(5);
        }
    }));
    working->start();
    qint64 longest = 0;
    for (int kill = 0; kill < kKills; ++kill) {
        QTest::qSleep(static_cast<int>(150 + random.bounded(250)));
        server.kill();
        QElapsedTimer time;
        time.start();
        server.start();
        longest = std::max(longest, time.elapsed());
    }
    QTest::qSleep(300);
    isEnough = true;
    QVERIFY(working->wait(60000));
    qInfo("%d kills, %lld orders acknowledged, %d failed attempts, longest restart %lld ms", kKills,
          static_cast<long long>(acknowledged.size()), failures, static_cast<long long>(longest));
    QVERIFY(acknowledged.size() >= 20);
    QVERIFY(failures >= 1);
    SqlOrderStore store(opened->database);
    SqlOutboxStore outbox(opened->database);
    for (auto order = acknowledged.cbegin(); order != acknowledged.cend(); ++order)
        QCOMPARE(
            store.orderOfKey({order.key(), {}, QStringLiteral("PROD-001"), {}, 0}, user).result()->number,
            order.value());
    QCOMPARE(static_cast<qsizetype>(store.list({{}, QStringLiteral("PROD-001"), 100000}).result()->size()),
             acknowledged.size());
    VERIFY_OK(SqlAuditStore(opened->database).verify().result());
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::MysqlServerTest)
#include "mysql_server_test.moc"
