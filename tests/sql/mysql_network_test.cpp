#include <QElapsedTimer>

#include "tests/sql/made_on_server.h"

namespace purchasing::sql {
namespace {

using tests::FaultProxy;
using tests::MariaDbServer;
using tests::Toxic;

} // namespace

/// Between the program and a server: silence, mistakes, databases that are not as they should be.
class MysqlNetworkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMistakeHasItsSentence_data();
    void everyMistakeHasItsSentence();
    void everyBadDatabaseIsNamed_data();
    void everyBadDatabaseIsNamed();
    void silenceEndsInTime();
    void closedWhileIdleIsInvisible();
    void readOnlyChangesNothing();
    void localhostWithAPortIsTheAddress();
};

void MysqlNetworkTest::everyMistakeHasItsSentence_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* change, ErrorKind kind, const char* sentence) {
        QTest::newRow(change) << QString::fromLatin1(change) << static_cast<int>(kind)
                              << QString::fromLatin1(sentence);
    };
    row("host", ErrorKind::Unavailable, "name is not known");
    row("port", ErrorKind::Unavailable, "does not answer. Check that it runs");
    row("socket", ErrorKind::Unavailable, "does not answer. Check that it runs");
    row("user", ErrorKind::Refused, "does not accept the user name or password");
    row("password", ErrorKind::Refused, "does not accept the user name or password");
    row("database", ErrorKind::Unavailable, "The database nothing_here does not exist");
    row("tls", ErrorKind::Unavailable, "offers no secure connection");
    row("verify", ErrorKind::Unavailable, "offers no secure connection");
    row("ca file", ErrorKind::Unavailable, "certificates, /nowhere.pem, does not exist");
    row("silence", ErrorKind::Unavailable, "takes the connection but does not answer");
    row("reset", ErrorKind::Unavailable, "database server"); // Which half of connecting it hits is chance.
}

void MysqlNetworkTest::everyMistakeHasItsSentence()
{
    QFETCH(QString, change);
    const MysqlSettings right = madeOn(MariaDbServer::shared(), QStringLiteral("words"));
    FaultProxy proxy(MariaDbServer::shared().socket());
    MysqlSettings settings = through(proxy, right);
    settings.answerSeconds = 2;
    if (change == QLatin1String("host"))
        settings.host = QStringLiteral("no-such-host.invalid");
    else if (change == QLatin1String("port"))
        settings.port = 1; // Nobody's.
    else if (change == QLatin1String("socket"))
        settings.socket = right.socket + QLatin1Char('x');
    else if (change == QLatin1String("user"))
        settings.user = QStringLiteral("nobody");
    else if (change == QLatin1String("password"))
        settings.password = QStringLiteral("wrong");
    else if (change == QLatin1String("database"))
        settings.names.po = QStringLiteral("nothing_here");
    else if (change == QLatin1String("tls"))
        settings.tls = TlsMode::Required;
    else if (change == QLatin1String("verify"))
        settings.tls = TlsMode::Verify;
    else if (change == QLatin1String("ca file")) {
        settings.tls = TlsMode::Verify;
        settings.caFile = QStringLiteral("/nowhere.pem");
    } else
        proxy.set(change == QLatin1String("silence") ? Toxic::Swallow : Toxic::Reset);

    if (change == QLatin1String("database")) // Else the server would not tell whether it exists.
        run(MariaDbServer::shared().administrator(QStringLiteral("words")),
            {QStringLiteral("GRANT SELECT ON nothing_here.* TO planner@localhost")});
    QElapsedTimer time;
    time.start();
    const auto opened = openMysql(settings);
    QVERIFY(!opened);
    QFETCH(QString, sentence);
    QFETCH(int, kind);
    QVERIFY2(opened.error().message.contains(sentence), errorText(opened).constData());
    QCOMPARE(static_cast<int>(opened.error().kind), kind);
    QVERIFY2(time.elapsed() < 3500, QByteArray::number(time.elapsed()).constData());
    // Trying it says the same.
    const DatabaseAnswer tried = probeMysql(settings, QStringLiteral("po"));
    QVERIFY(tried.error);
    if (change != QLatin1String("reset"))
        QCOMPARE(tried.error->message, opened.error().message);
    // No secret in what people copy.
    QVERIFY(!(opened.error().message + opened.error().detail).contains(kPassword));
}

void MysqlNetworkTest::everyBadDatabaseIsNamed_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* tag, const QStringList& statements, const char* schema,
                        const char* sentence) {
        QTest::newRow(tag) << statements << QString::fromLatin1(schema) << QString::fromLatin1(sentence);
    };
    row("missing", {QStringLiteral("DROP DATABASE bad_supplier_db")}, "supplier", "bad_supplier_db");
    row("empty", {QStringLiteral("DROP TABLE {uom}uom_conversion")}, "uom",
        "bad_uom_db.uom_conversion is missing");
    row("rights",
        {QStringLiteral("REVOKE ALL PRIVILEGES ON `bad\\_inventory\\_db`.* FROM planner@localhost")},
        "inventory", "database bad_inventory_db does not exist, or this user may not use it");
    row("column", {QStringLiteral("ALTER TABLE {supplier}supplier_info DROP COLUMN moq")}, "supplier",
        "no column supplier_info.moq");
    row("type", {QStringLiteral("ALTER TABLE {oms}oms_history MODIFY avg_daily_demand VARCHAR(20)")}, "oms",
        "oms_history.avg_daily_demand is of the type varchar, but a number is needed");
    row("older", {QStringLiteral("DELETE FROM {po}schema_migration")}, "po", "older version");
    row("newer", {QStringLiteral("INSERT INTO {po}schema_migration(part, number) VALUES ('po', 99)")}, "po",
        "newer version of this program (schema 99");
    row("unused", {QStringLiteral("DROP TABLE {po}schema_migration")}, "po", "has no order tables yet");
}

void MysqlNetworkTest::everyBadDatabaseIsNamed()
{
    QFETCH(QStringList, statements);
    QFETCH(QString, schema);
    QFETCH(QString, sentence);
    const MysqlSettings admin = MariaDbServer::shared().administrator(QStringLiteral("bad"));
    const MysqlSettings settings = madeOn(MariaDbServer::shared(), QStringLiteral("bad"));
    run(admin, statements);
    const auto opened = openMysql(settings);
    const auto partly = openMysql(settings, nullptr, Completeness::OrdersAtLeast);
    QStringList failed; // Of the sources of one product.
    std::size_t products = 0;
    QStringList missing;
    if (partly) {
        for (const SourceOutage& outage : partly->database->outages())
            missing += outage.cause;
        const QString id = QStringLiteral("PROD-001");
        if (const auto a = SqlDemandSource(partly->database).demand(id).result(); !a)
            failed += a.error().message;
        if (const auto a = SqlInventorySource(partly->database).levels(id).result(); !a)
            failed += a.error().message;
        if (const auto a = SqlSupplierSource(partly->database).offers(id).result(); !a)
            failed += a.error().message;
        if (const auto a = SqlUnitSource(partly->database).conversions(id).result(); !a)
            failed += a.error().message;
        const auto loaded = SqlCatalogueSource(partly->database).load({}, {}, {}).result();
        VERIFY_OK(loaded);
        products = static_cast<std::size_t>((*loaded)->size());
    }
    QList<bool> usable;
    DatabaseAnswer bad;
    for (const QString& each : probedSchemas()) {
        DatabaseAnswer answer = probeMysql(settings, each);
        usable += !answer.error;
        if (each == schema)
            bad = answer;
        else
            QVERIFY(answer.latencyMs >= 0 && answer.server.startsWith(QStringLiteral("MariaDB 1")));
    }
    for (const QString& name : Dialect::mysql(settings.names).databases())
        run(admin, {QStringLiteral("DROP DATABASE IF EXISTS ") + quotedName(name)});

    QVERIFY(!opened);
    QVERIFY2(opened.error().message.contains(sentence), errorText(opened).constData());
    QCOMPARE(usable.count(false), 1); // The others are fine, and shown so.
    QVERIFY(bad.error);
    QVERIFY2(bad.error->message.contains(sentence), qPrintable(bad.error->message));
    QVERIFY(!bad.blank.isEmpty());
    // Without a database of the catalogue one can look at the rest; without the orders there is nothing.
    if (schema == QLatin1String("po")) {
        QVERIFY(!partly);
        return;
    }
    VERIFY_OK(partly);
    QCOMPARE(missing.size(), 1);
    QVERIFY2(missing[0].contains(sentence), qPrintable(missing[0]));
    QCOMPARE(failed, missing); // The other three answer.
    QVERIFY(products >= 50);
}

void MysqlNetworkTest::silenceEndsInTime()
{
    FaultProxy proxy(MariaDbServer::shared().socket());
    MysqlSettings settings = through(proxy, madeOn(MariaDbServer::shared(), QStringLiteral("silent")));
    settings.answerSeconds = 2;
    const auto opened = openMysql(settings);
    VERIFY_OK(opened);
    SqlCatalogueSource catalogue(opened->database);
    VERIFY_OK(changeCounter(*opened->database));
    proxy.set(Toxic::Swallow);
    // On a connection that is open, and when a new one is tried.
    for (int i = 0; i < 3; ++i) {
        QElapsedTimer time;
        time.start();
        const auto asked = changeCounter(*opened->database);
        QVERIFY(!asked);
        QCOMPARE(asked.error().kind, ErrorKind::Unavailable);
        QVERIFY2(asked.error().message.contains(QStringLiteral("does not answer")),
                 errorText(asked).constData());
        QVERIFY2(time.elapsed() < 5000, QByteArray::number(time.elapsed()).constData());
    }
    proxy.set(Toxic::None);
    VERIFY_OK(changeCounter(*opened->database)); // Nothing has to be started again.
    proxy.set(Toxic::Delay, 20);
    VERIFY_OK(catalogue.load({}, {}, {}).result());
    proxy.set(Toxic::Cut);
    const auto cut = catalogue.load({}, {}, {}).result();
    QVERIFY(!cut);
    QCOMPARE(cut.error().kind, ErrorKind::Unavailable);
    proxy.set(Toxic::None);
    VERIFY_OK(catalogue.load({}, {}, {}).result());
}

void MysqlNetworkTest::closedWhileIdleIsInvisible()
{
    const MysqlSettings settings = madeOn(MariaDbServer::shared(), QStringLiteral("quiet"));
    const MysqlSettings admin = MariaDbServer::shared().administrator(QStringLiteral("quiet"));
    run(admin, {QStringLiteral("SET GLOBAL wait_timeout = 1")});
    const auto opened = openMysql(settings);
    VERIFY_OK(opened);
    SqlCatalogueSource catalogue(opened->database);
    SqlOrderStore orders(opened->database);
    SqlPeopleStore people(opened->database);
    const Actor user = people.operatingSystemUser().result().value();
    for (int i = 0; i < 2; ++i) {
        VERIFY_OK(changeCounter(*opened->database));
        VERIFY_OK(catalogue.load({}, {}, {}).result());
        VERIFY_OK(people.setSetting(QStringLiteral("a"), QString::number(i), user).result());
        QTest::qSleep(2500); // The server has closed them all by now.
    }
    VERIFY_OK(people.setSetting(QStringLiteral("a"), QStringLiteral("z"), user).result());
    VERIFY_OK(changeCounter(*opened->database));
    VERIFY_OK(catalogue.load({}, {}, {}).result());
    VERIFY_OK(orders.list({}).result());
    run(admin, {QStringLiteral("SET GLOBAL wait_timeout = 28800")});
}

void MysqlNetworkTest::readOnlyChangesNothing()
{
    MysqlSettings settings = madeOn(MariaDbServer::shared(), QStringLiteral("look"));
    settings.readOnly = true;
    const auto opened = openMysql(settings);
    VERIFY_OK(opened);
    QVERIFY(opened->database->isReadOnly());
    VERIFY_OK(SqlCatalogueSource(opened->database).load({}, {}, {}).result());
    SqlPeopleStore people(opened->database);
    VERIFY_ERROR(people.setSetting(QStringLiteral("a"), QStringLiteral("b"), {}).result(), ErrorKind::Refused,
                 "looked at only");
    // And the server would not let it.
    const auto sneaked = opened->database
                             ->readInPieces([](Connection& connection) -> Result<Done> {
                                 connection.execute(QStringLiteral("UPDATE {po}setting SET value = 'x'"));
                                 return Done{};
                             })
                             .result();
    VERIFY_ERROR(sneaked, ErrorKind::Refused, "can only be read");
}

void MysqlNetworkTest::localhostWithAPortIsTheAddress()
{
    FaultProxy proxy(MariaDbServer::shared().socket());
    MysqlSettings settings = through(proxy, madeOn(MariaDbServer::shared(), QStringLiteral("local")));
    settings.host = QStringLiteral("localhost");
    VERIFY_OK(openMysql(settings));
    QVERIFY(proxy.connectionsMade() >= 1);
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::MysqlNetworkTest)
#include "mysql_network_test.moc"
