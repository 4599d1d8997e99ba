#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

#include "tests/sql/made_on_server.h"
#include "tests/support/tls_files.h"

namespace purchasing::sql {
namespace {

using tests::FaultProxy;
using tests::MariaDbServer;

} // namespace

/// The way to a server, encrypted: whom the program believes, and what it shows of itself.
class MysqlTlsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serverNamesAreVerified();
    void encryptionThatIsRequiredIsUsed();
    void certificatesAreShown();
    void certificateMistakesHaveTheirSentence_data();
    void certificateMistakesHaveTheirSentence();
    void everyConnectionChecksTheName();

private:
    const tests::TlsFiles m_files;
    std::unique_ptr<MariaDbServer> m_secure; ///< Shared by the rows of one test; starting takes a while.
};

void MysqlTlsTest::serverNamesAreVerified()
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

void MysqlTlsTest::encryptionThatIsRequiredIsUsed()
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
void MysqlTlsTest::certificatesAreShown()
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

void MysqlTlsTest::certificateMistakesHaveTheirSentence_data()
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

void MysqlTlsTest::certificateMistakesHaveTheirSentence()
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
void MysqlTlsTest::everyConnectionChecksTheName()
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

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::MysqlTlsTest)
#include "mysql_tls_test.moc"
