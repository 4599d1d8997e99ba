#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace purchasing::tests {

/// Servers of the reference system, which know the fixed fields and methods alone: our command line looks up
/// products by their ids, decides, creates and sends, and says what is not to be had.
class ExistingServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QDir protocols(QStringLiteral(PURCHASING_SOURCE "/tests/data/wire"));
        QStringList arguments{QStringLiteral("-I"), protocols.path(),
                              QStringLiteral("--python_out=") + m_folder.path(),
                              QStringLiteral("--grpc_out=") + m_folder.path(),
                              QStringLiteral("--plugin=protoc-gen-grpc=")
                                  + QStandardPaths::findExecutable(QStringLiteral("grpc_python_plugin"))};
        for (const QString& file : protocols.entryList({QStringLiteral("*.proto")}))
            arguments << protocols.filePath(file);
        QProcess protoc;
        protoc.start(QStringLiteral("protoc"), arguments);
        QVERIFY2(protoc.waitForFinished(60000) && protoc.exitCode() == 0,
                 protoc.readAllStandardError().constData());
        m_server.start(
            QStringLiteral("/usr/bin/python3"), // Debian's, which has grpcio.
            {QStringLiteral(PURCHASING_SOURCE "/tests/services/existing_server.py"), m_folder.path()});
        while (!m_server.canReadLine()) // It may come in pieces.
            QVERIFY2(m_server.waitForReadyRead(60000), m_server.readAllStandardError().constData());
        m_environment = QProcessEnvironment::systemEnvironment();
        const QList<QByteArray> places = m_server.readLine().trimmed().split(' ');
        QCOMPARE(places.size(), 5);
        for (const QByteArray& place : places)
            m_environment.insert(QString::fromLatin1(place.left(place.indexOf('='))).toUpper()
                                     + QStringLiteral("_ADDRESS"),
                                 QString::fromLatin1(place.mid(place.indexOf('=') + 1)));
        m_environment.insert(QStringLiteral("ORCHESTRATOR_ADDRESS"), QStringLiteral("none"));
    }

    void cleanupTestCase()
    {
        m_server.closeWriteChannel();
        m_server.waitForFinished();
    }

    /// Who offers it and whether they are active the service does not say: without a person's word nothing is
    /// ordered.
    void unknownSuppliersBlock()
    {
        run({"evaluate", "PROD-002"});
        QCOMPARE(m_exitCode, 0);
        QVERIFY2(m_out.startsWith("PROD-002: Blocked"), m_out.constData());
        QVERIFY2(m_out.contains("active"), m_out.constData());
        run({"evaluate", "PROD-002", "--order"});
        QVERIFY2(m_out.startsWith("PROD-002: Blocked"), m_out.constData());
        QVERIFY(m_server.readAllStandardOutput().isEmpty());
    }

    void confirmedOnesAreOrderedFrom()
    {
        m_environment.insert(QStringLiteral("SUPPLIERS_CONFIRMED"), QStringLiteral("yes"));
        run({"evaluate", "PROD-002", "--json"});
        QCOMPARE(m_exitCode, 0);
        const QJsonObject calculation =
            QJsonDocument::fromJson(m_out).object().value(QStringLiteral("calculation")).toObject();
        QCOMPARE(calculation.value(QStringLiteral("order_qty")).toInt(), 245);
        QCOMPARE(calculation.value(QStringLiteral("total_amount")).toDouble(), 3797.5);
        run({"evaluate", "PROD-002", "--order", "--json"});
        QCOMPARE(m_exitCode, 0);
        const QJsonObject order =
            QJsonDocument::fromJson(m_out).object().value(QStringLiteral("po")).toObject();
        QCOMPARE(order.value(QStringLiteral("po_id")).toString(), QStringLiteral("THEIRS-1"));
        QCOMPARE(order.value(QStringLiteral("status")).toString(), QStringLiteral("sent"));
        QTRY_VERIFY(m_server.bytesAvailable() > 0 || m_server.waitForReadyRead(1000));
        QCOMPARE(m_server.readAllStandardOutput(),
                 QByteArray("created PROD-002 Acme 245 3797.5\nsent THEIRS-1\n"));
        run({"evaluate", "PROD-002"});
        QVERIFY2(m_err.contains("It was confirmed for this connection"), m_err.constData());
    }

    /// What is not to be had is said, and never looks like nothing.
    void whatIsMissingIsSaid()
    {
        run({"plan"});
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_err.contains("look them up by their ids"), m_err.constData());
        run({"history", "PROD-002"});
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_err.contains("knows no history"), m_err.constData());
        run({"orders", "show", "THEIRS-1"});
        QCOMPARE(m_exitCode, 1);
        run({"override", "PROD-002", "--qty", "300", "--reason", "x"});
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_err.contains("knows no overrides"), m_err.constData());
        run({"evaluate", "GHOST"});
        QCOMPARE(m_exitCode, 1);
        run({"audit", "verify"});
        QCOMPARE(m_exitCode, 1);
    }

private:
    void run(const QList<QByteArray>& words)
    {
        QStringList arguments;
        for (const QByteArray& word : words)
            arguments << QString::fromUtf8(word);
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.setWorkingDirectory(m_folder.path());
        process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/purchasing"),
                      arguments << QStringLiteral("--services"));
        QVERIFY(process.waitForFinished(60000));
        m_exitCode = process.exitCode();
        m_out = process.readAllStandardOutput();
        m_err = process.readAllStandardError();
    }

    QTemporaryDir m_folder;
    QProcess m_server;
    QProcessEnvironment m_environment;
    int m_exitCode = -1;
    QByteArray m_out;
    QByteArray m_err;
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::ExistingServerTest)
#include "existing_server_test.moc"
