#include "app/services/tls_files.h"
#include "app/wiring/installation.h"

#include <QFile>
#include <QProcess>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

namespace purchasing::tests {

/// Certificates and the settings that name them: what is wrong is said at start, by the setting's name.
class TlsFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatWasMadeIsTaken();
    void onlyItsOwnerReadsAKey();
    void anAuthorityIsNotReplaced();
    void wrongFilesAreNamed_data();
    void wrongFilesAreNamed();
    void withoutEncryptionOnlyThisMachineIsServed();
    void olderVersionsAreNotSpoken();

private:
    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    /// What the program says when it cannot start so.
    [[nodiscard]] static QByteArray refusal(const QStringList& arguments)
    {
        QProcess program;
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/purchasing-services"),
                      arguments);
        program.waitForFinished(30000);
        return program.exitCode() == 0 ? "It started." : program.readAll();
    }

    QTemporaryDir m_folder;
};

void TlsFilesTest::initTestCase()
{
    const auto made = makeCertificates(m_folder.path(), {QStringLiteral("oms"), QStringLiteral("po")},
                                       {QStringLiteral("oms.example"), QStringLiteral("192.0.2.1")});
    QVERIFY(made.isOk());
    QCOMPARE(made->size(), 8); // The authority, two services and the planner.
}

void TlsFilesTest::whatWasMadeIsTaken()
{
    const Result<TlsIdentity> tls = readTls({file("oms.crt"), file("oms.key"), file("ca.crt")});
    QVERIFY2(tls.isOk(), tls ? "" : qPrintable(tls.error().message));
    QVERIFY(tls->isEncrypted());
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("x509"), QStringLiteral("-in"), file("oms.crt"), QStringLiteral("-noout"),
                   QStringLiteral("-ext"), QStringLiteral("subjectAltName")});
    QVERIFY(openssl.waitForFinished());
    const QByteArray names = openssl.readAllStandardOutput();
    for (const char* name :
         {"DNS:oms.purchasing", "DNS:localhost", "DNS:oms.example", "IP Address:192.0.2.1"})
        QVERIFY2(names.contains(name), names.constData());
}

void TlsFilesTest::onlyItsOwnerReadsAKey()
{
    for (const char* name : {"ca.key", "oms.key", "po.key", "planner.key"})
        QCOMPARE(QFile::permissions(file(name)) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
}

void TlsFilesTest::anAuthorityIsNotReplaced()
{
    const auto again = makeCertificates(m_folder.path(), {QStringLiteral("oms")}, {});
    QVERIFY(!again.isOk());
    QVERIFY(again.error().message.contains(QStringLiteral("has an authority already")));
    QVERIFY(
        !makeCertificates(m_folder.filePath(QStringLiteral("other")), {}, {QStringLiteral("a b")}).isOk());
}

void TlsFilesTest::wrongFilesAreNamed_data()
{
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QString>("why");
    QVERIFY(QFile::copy(file("oms.key"), file("open.key")));
    QVERIFY(QFile::setPermissions(file("open.key"), QFile::ReadOwner | QFile::ReadGroup));
    const QTemporaryDir other;
    QVERIFY(makeCertificates(other.path(), {QStringLiteral("oms")}, {}).isOk());
    QVERIFY(QFile::copy(other.filePath(QStringLiteral("ca.crt")), file("other-ca.crt")));
    const auto row = [this](const char* certificate, const char* key, const char* authority,
                            const char* why) {
        const auto named = [this](const char* name) { return *name ? file(name) : QString(); };
        QTest::newRow(why) << QStringList{named(certificate), named(key), named(authority)}
                           << QString::fromLatin1(why);
    };
    row("oms.crt", "", "ca.crt", "TLS_KEY is missing");
    row("oms.crt", "oms.key", "", "TLS_CA is missing");
    row("nowhere.crt", "oms.key", "ca.crt", "TLS_CERT: ");
    row("oms.key", "oms.key", "ca.crt", "is no certificate in PEM form");
    row("oms.crt", "ca.crt", "ca.crt", "chmod 600");
    row("oms.crt", "open.key", "ca.crt", "can be read by others");
    row("oms.crt", "po.key", "ca.crt", "is not the key of the certificate");
    row("oms.crt", "oms.key", "other-ca.crt", "is not good under the authority");
}

void TlsFilesTest::wrongFilesAreNamed()
{
    QFETCH(QStringList, files);
    QFETCH(QString, why);
    const Result<TlsIdentity> tls = readTls({files[0], files[1], files[2]});
    QVERIFY(!tls.isOk());
    QVERIFY2(tls.error().message.contains(why), qPrintable(tls.error().message));
}

void TlsFilesTest::withoutEncryptionOnlyThisMachineIsServed()
{
    const QString database = m_folder.filePath(QStringLiteral("none.sqlite"));
    for (const QStringList& there :
         {QStringList{QStringLiteral("--listen"), QStringLiteral("0.0.0.0")},
          QStringList{QStringLiteral("--po-address"), QStringLiteral("po.example:50056")}}) {
        const QByteArray said = refusal(there + QStringList{QStringLiteral("--database"), database});
        QVERIFY2(said.contains("only this machine is served and asked"), said.constData());
    }
}

void TlsFilesTest::olderVersionsAreNotSpoken()
{
    const QString database = m_folder.filePath(QStringLiteral("x.sqlite"));
    QVERIFY(openInstallation(database, {}, false, NewDatabase::Demo).isOk());
    QProcess program;
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/purchasing-services"),
                  {QStringLiteral("oms"), QStringLiteral("--database"), database,
                   QStringLiteral("--oms-port"), QStringLiteral("0"), QStringLiteral("--tls-cert"),
                   file("oms.crt"), QStringLiteral("--tls-key"), file("oms.key"), QStringLiteral("--tls-ca"),
                   file("ca.crt")});
    QByteArray said;
    while (!said.contains("Ctrl+C") && program.waitForReadyRead(30000))
        said += program.readAll();
    const int at = said.indexOf("127.0.0.1:") + 10;
    const auto port = static_cast<quint16>(said.mid(at, said.indexOf('\n', at) - at).trimmed().toInt());
    QVERIFY2(port != 0, said.constData());
    const auto canSpeak = [&](QSsl::SslProtocol version) {
        QSslSocket socket;
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(version);
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        tls.setAllowedNextProtocols({"h2"});
        socket.setSslConfiguration(tls);
        socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
        return socket.waitForEncrypted(10000);
    };
    QVERIFY(canSpeak(QSsl::TlsV1_3));
    QVERIFY(!canSpeak(QSsl::TlsV1_2));
    program.terminate();
    QVERIFY(program.waitForFinished(15000));
}

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::TlsFilesTest)
#include "tls_files_test.moc"
