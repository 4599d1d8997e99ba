#include "core/sql/opening/database_probe.h"
#include "core/sql/opening/mysql_setup.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

#include "tests/sql/temporary_database.h"
#include "tests/support/fault_proxy.h"
#include "tests/support/tls_files.h"

namespace purchasing::sql {
namespace {

using tests::FaultProxy;
using tests::MariaDbServer;
using tests::Toxic;

const QString kPassword = QStringLiteral("secret");

/// Databases with a prefix, set up, and their user's settings through the socket.
MysqlSettings madeOn(const MariaDbServer& server, const QString& prefix)
{
    MysqlSetup setup;
    setup.initialRulePacks = testPacks();
    setup.users = {{QStringLiteral("planner"), kPassword, QStringLiteral("localhost"), probedSchemas()}};
    const auto made = setUpMysql(server.administrator(prefix), setup);
    if (!made)
        qFatal("%s (%s)", qPrintable(made.error().message), qPrintable(made.error().detail));
    MysqlSettings settings = tests::settingsOn(server.socket(), prefix);
    settings.user = QStringLiteral("planner");
    settings.password = kPassword;
    return settings;
}

/// The same through a proxy.
MysqlSettings through(const FaultProxy& proxy, MysqlSettings settings)
{
    settings.socket.clear();
    settings.host = QStringLiteral("127.0.0.1");
    settings.port = proxy.port();
    return settings;
}

void run(const MysqlSettings& admin, const QStringList& statements)
{
    Connection connection(mysqlConnection(admin, QString()));
    for (const QString& statement : statements)
        connection.executeDirectly(connection.dialect().expand(statement));
}

} // namespace

/// Between the program and a server: names, encryption, silence, databases that are not as they should be.
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
    void serverNamesAreVerified();
    void encryptionThatIsRequiredIsUsed();
    void certificatesAreShown();
    void certificateMistakesHaveTheirSentence_data();
    void certificateMistakesHaveTheirSentence();
    void everyConnectionChecksTheName();
    void readOnlyChangesNothing();
    void localhostWithAPortIsTheAddress();

private:
    const tests::TlsFiles m_files;
    std::unique_ptr<MariaDbServer> m_secure; ///< Shared by the rows of one test; starting takes a while.
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

void MysqlNetworkTest::serverNamesAreVerified()
{
    const tests::TlsFiles ours;
    const tests::TlsFiles others;
    const MariaDbServer server(ours.serverOptions(QStringLiteral("localhost")));
    FaultProxy proxy(server.socket());
    MysqlSettings settings = through(proxy, madeOn(server, QStringLiteral("named")));
    settings.host = QStringLiteral("localhost");
    settings.tls = TlsMode::Verify;
    settings.caFile = ours.authority();
    VERIFY_OK(openMysql(settings));
    QVERIFY(!probeMysql(settings, QStringLiteral("oms")).error);

    settings.host = QStringLiteral("127.0.0.1"); // The same server, by a name the certificate does not have.
    VERIFY_ERROR(openMysql(settings), ErrorKind::Unavailable, "made out to another name");
    settings.host = QStringLiteral("localhost");
    settings.caFile = others.authority();
    VERIFY_ERROR(openMysql(settings), ErrorKind::Unavailable, "not signed by anybody trusted");
    settings.caFile.clear(); // Whom the system trusts.
    VERIFY_ERROR(openMysql(settings), ErrorKind::Unavailable, "not signed by anybody trusted");

    // Qt's own connections check the signature too, each time.
    settings.caFile = others.authority();
    try {
        const Connection connection(mysqlConnection(settings, settings.names.po));
        QFAIL("Qt's driver took a certificate that nobody trusted has signed.");
    } catch (const Failure& failure) {
        QVERIFY2(failure.error().message.contains(QStringLiteral("not signed")),
                 qPrintable(failure.error().detail));
    }
}

void MysqlNetworkTest::encryptionThatIsRequiredIsUsed()
{
    const tests::TlsFiles files;
    const MariaDbServer server(files.serverOptions(QStringLiteral("elsewhere.example")));
    FaultProxy proxy(server.socket());
    MysqlSettings settings = through(proxy, madeOn(server, QStringLiteral("secure")));
    const auto cipher = [](const MysqlSettings& how) {
        Connection connection(mysqlConnection(how, how.names.po));
        Rows rows = connection.query(QStringLiteral("SHOW SESSION STATUS LIKE 'Ssl_cipher'"));
        return rows.next() ? rows.text(1) : QString();
    };
    QCOMPARE(cipher(settings), QString());
    settings.tls = TlsMode::Required;
    try {
        MysqlSettings inTheClear = madeOn(MariaDbServer::shared(), QStringLiteral("clear"));
        inTheClear.tls = TlsMode::Required;
        const Connection connection(mysqlConnection(inTheClear, inTheClear.names.po));
        QFAIL("Qt's driver went on in the clear.");
    } catch (const Failure& failure) {
        QVERIFY(failure.error().message.contains(QStringLiteral("offers no secure connection")));
    }
    QVERIFY(!cipher(settings).isEmpty());
    VERIFY_OK(openMysql(settings)); // Whoever it is.
    settings.tls = TlsMode::Verify;
    settings.caFile = files.authority();
    QVERIFY(!cipher(settings).isEmpty());
    VERIFY_ERROR(openMysql(settings), ErrorKind::Unavailable, "made out to another name");
}

/// A server that lets the user in with a certificate only.
void MysqlNetworkTest::certificatesAreShown()
{
    const tests::TlsFiles files;
    const MariaDbServer server(files.serverOptions(QStringLiteral("localhost")));
    FaultProxy proxy(server.socket());
    const MysqlSettings admin = server.administrator(QStringLiteral("shown"));
    MysqlSettings settings = through(proxy, madeOn(server, QStringLiteral("shown")));
    run(admin, {QStringLiteral("ALTER USER planner@localhost REQUIRE X509")});
    settings.host = QStringLiteral("localhost");
    settings.caFile = files.authority();
    for (const TlsMode mode : {TlsMode::Required, TlsMode::Verify}) {
        settings.tls = mode;
        settings.certificateFile.clear();
        settings.keyFile.clear();
        VERIFY_ERROR(openMysql(settings), ErrorKind::Refused, "asks this user for a certificate");
        QCOMPARE(probeMysql(settings, QStringLiteral("po")).error->kind, ErrorKind::Refused);
        const tests::TlsFiles::Pair mine = files.client(QStringLiteral("planner"));
        settings.certificateFile = mine.certificate;
        settings.keyFile = mine.key;
        const auto opened = openMysql(settings);
        VERIFY_OK(opened);
        VERIFY_OK(SqlCatalogueSource(opened->database).load({}, {}, {}).result());
        QVERIFY(!probeMysql(settings, QStringLiteral("po")).error);
    }
}

void MysqlNetworkTest::certificateMistakesHaveTheirSentence_data()
{
    QTest::addColumn<QString>("mistake");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* mistake, const char* sentence) {
        QTest::newRow(mistake) << QString::fromLatin1(mistake) << QString::fromLatin1(sentence);
    };
    row("no certificate file", "your certificate, /nowhere.pem, does not exist");
    row("no key file", "the key of your certificate, /nowhere.pem, does not exist");
    row("a folder", "cannot be read");
    row("no PEM", "is no PEM file with the key of your certificate");
    row("no key", "belong together");
    row("semicolon", "has a semicolon in its name");
    row("another's key", "does not belong to the certificate");
    row("key with a passphrase", "protected by a passphrase");
    row("broken key", "cannot be used");
    row("stranger's certificate", "does not accept your certificate");
}

void MysqlNetworkTest::certificateMistakesHaveTheirSentence()
{
    QFETCH(QString, mistake);
    if (!m_secure)
        m_secure = std::make_unique<MariaDbServer>(m_files.serverOptions(QStringLiteral("localhost")));
    FaultProxy proxy(m_secure->socket());
    MysqlSettings settings = through(proxy, madeOn(*m_secure, QStringLiteral("mistakes")));
    settings.host = QStringLiteral("localhost");
    settings.tls = TlsMode::Verify;
    settings.caFile = m_files.authority();
    const tests::TlsFiles::Pair mine = m_files.client(QStringLiteral("mine"));
    settings.certificateFile = mine.certificate;
    settings.keyFile = mine.key;
    VERIFY_OK(openMysql(settings));

    const tests::TlsFiles others;
    QTemporaryDir folder;
    const auto written = [&](const char* name, const QByteArray& content) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                        : QString();
    };
    if (mistake == QLatin1String("no certificate file"))
        settings.certificateFile = QStringLiteral("/nowhere.pem");
    else if (mistake == QLatin1String("no key file"))
        settings.keyFile = QStringLiteral("/nowhere.pem");
    else if (mistake == QLatin1String("a folder"))
        settings.keyFile = folder.path();
    else if (mistake == QLatin1String("no PEM"))
        settings.keyFile = written("text", "hello\n");
    else if (mistake == QLatin1String("no key"))
        settings.keyFile.clear();
    else if (mistake == QLatin1String("semicolon"))
        settings.keyFile = QStringLiteral("/tmp/a;SSL_CA=b");
    else if (mistake == QLatin1String("another's key"))
        settings.keyFile = m_files.client(QStringLiteral("other")).key;
    else if (mistake == QLatin1String("key with a passphrase")) {
        settings.keyFile = folder.filePath(QStringLiteral("locked.pem"));
        QCOMPARE(
            QProcess::execute(QStringLiteral("openssl"),
                              {QStringLiteral("rsa"), QStringLiteral("-aes256"), QStringLiteral("-passout"),
                               QStringLiteral("pass:secret"), QStringLiteral("-in"), mine.key,
                               QStringLiteral("-out"), settings.keyFile}),
            0);
    } else if (mistake == QLatin1String("broken key"))
        settings.keyFile =
            written("broken", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    else {
        const tests::TlsFiles::Pair theirs = others.client(QStringLiteral("stranger"));
        settings.certificateFile = theirs.certificate;
        settings.keyFile = theirs.key;
    }
    const auto opened = openMysql(settings);
    QVERIFY(!opened);
    QFETCH(QString, sentence);
    QVERIFY2(opened.error().message.contains(sentence), errorText(opened).constData());
}

/// The name is looked at whenever a connection is opened: after hours another server may answer there.
void MysqlNetworkTest::everyConnectionChecksTheName()
{
    const tests::TlsFiles files;
    const MariaDbServer right(files.serverOptions(QStringLiteral("localhost")));
    FaultProxy way(right.socket());
    MysqlSettings settings = through(way, madeOn(right, QStringLiteral("names")));
    settings.host = QStringLiteral("localhost");
    settings.tls = TlsMode::Verify;
    settings.caFile = files.authority();
    const auto opened = openMysql(settings);
    VERIFY_OK(opened);
    const auto count = [&] {
        return opened->database
            ->read([](Connection& connection) -> Result<qint64> {
                return connection.scalar(QStringLiteral("SELECT count(*) FROM {po}setting")).toLongLong();
            })
            .result();
    };
    VERIFY_OK(count());
    way.dropConnections(); // As a server does with idle clients; an encrypted one is opened again, too.
    VERIFY_OK(count());
    // The same authority has signed for this one too, but under another name; the data is the same.
    const MariaDbServer other(files.serverOptions(QStringLiteral("elsewhere.example")));
    (void)madeOn(other, QStringLiteral("names"));
    way.leadTo(other.socket());
    for (int i = 0; i < 8; ++i) // More than there are threads with connections.
        VERIFY_ERROR(count(), ErrorKind::Unavailable, "made out to another name");
    way.leadTo(right.socket());
    VERIFY_OK(count());
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
