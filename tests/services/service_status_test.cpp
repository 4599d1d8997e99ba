#include "app/wiring/installation.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>

namespace purchasing::tests {

/// How a service that runs alone says how it is: over HTTP, over grpc.health.v1, and in its log.
class ServiceStatusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void itSaysThatItIsWell();
    void itSaysThatItsDatabaseIsOut();
    void itCountsItsCalls();
    void everyLineOfItsLogIsJson();
    void aLogThatCannotBeWrittenIsNamed();

private:
    struct Answer
    {
        int status = 0;
        QByteArray body;
    };
    [[nodiscard]] Answer get(const char* path) const
    {
        QNetworkAccessManager network;
        const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(
            QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_statusPort).arg(QLatin1String(path))))));
        if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 30000))
            return {};
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
    }
    /// Calls a method with these bytes; the answer's bytes, or nothing where it fails.
    [[nodiscard]] QByteArray call(const std::string& method, const QByteArray& request = {}) const
    {
        grpc::GenericStub stub(
            grpc::CreateChannel("127.0.0.1:" + std::to_string(m_port), grpc::InsecureChannelCredentials()));
        grpc::ClientContext context;
        context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(10));
        grpc::CompletionQueue queue;
        const grpc::Slice slice(request.constData(), static_cast<std::size_t>(request.size()));
        const auto pending = stub.PrepareUnaryCall(&context, method, grpc::ByteBuffer(&slice, 1), &queue);
        grpc::ByteBuffer answer;
        grpc::Status status;
        pending->StartCall();
        pending->Finish(&answer, &status, nullptr);
        void* tag = nullptr;
        bool ok = false;
        queue.Next(&tag, &ok);
        QByteArray bytes;
        std::vector<grpc::Slice> slices;
        if (status.ok() && answer.Dump(&slices).ok()) {
            for (const grpc::Slice& piece : slices)
                bytes.append(reinterpret_cast<const char*>(piece.begin()),
                             static_cast<qsizetype>(piece.size()));
        }
        return bytes;
    }
    /// As grpc.health.v1 has it: field 1, an enum of which 1 is SERVING and 2 NOT_SERVING.
    [[nodiscard]] bool isServing() const
    {
        return call("/grpc.health.v1.Health/Check") == QByteArray("\x08\x01");
    }

    /// Puts the database back in its place. SQLite makes an empty file where a connection was just being
    /// opened.
    void bringBack() const
    {
        QFile::remove(m_file);
        QVERIFY(QFile::rename(m_file + QStringLiteral(".away"), m_file));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<QProcess> m_program;
    int m_port = 0;
    int m_statusPort = 0;
};

void ServiceStatusTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("oms.sqlite"));
    QVERIFY(openInstallation(m_file, {}, false, NewDatabase::Demo).isOk());
    m_program = std::make_unique<QProcess>();
    m_program->setProcessChannelMode(QProcess::MergedChannels);
    m_program->start(QCoreApplication::applicationDirPath() + QStringLiteral("/purchasing-services"),
                     {QStringLiteral("oms"), QStringLiteral("--database"), m_file,
                      QStringLiteral("--oms-port"), QStringLiteral("0"), QStringLiteral("--status-port"),
                      QStringLiteral("0"), QStringLiteral("--log-format"), QStringLiteral("json"),
                      QStringLiteral("--log-file"), m_folder->filePath(QStringLiteral("oms.log"))});
    QByteArray said;
    while (!said.contains("Ctrl+C")) {
        QVERIFY2(m_program->waitForReadyRead(30000), said.constData());
        said += m_program->readAll();
    }
    const auto portAfter = [&said](const char* words) {
        const QRegularExpression place(QLatin1String(words)
                                       + QStringLiteral(" +\\w+ 127\\.0\\.0\\.1:(\\d+)"));
        return place.match(QString::fromUtf8(said)).captured(1).toInt();
    };
    m_port = portAfter("oms");
    m_statusPort = portAfter("status");
    QVERIFY2(m_port != 0 && m_statusPort != 0, said.constData());
}

void ServiceStatusTest::cleanup()
{
    m_program->terminate();
    QVERIFY(m_program->waitForFinished(15000));
    QCOMPARE(m_program->exitCode(), 0);
}

void ServiceStatusTest::itSaysThatItIsWell()
{
    const Answer health = get("/health");
    QCOMPARE(health.status, 200);
    QCOMPARE(QJsonDocument::fromJson(health.body).object().value(QStringLiteral("service")).toString(),
             QStringLiteral("oms-service"));
    const Answer ready = get("/ready");
    QCOMPARE(ready.status, 200);
    const QJsonObject dependencies =
        QJsonDocument::fromJson(ready.body).object().value(QStringLiteral("dependencies")).toObject();
    QCOMPARE(dependencies.keys(), QStringList{QStringLiteral("oms-service")}); // And nobody else's health.
    QCOMPARE(get("/elsewhere").status, 404);
    QTRY_VERIFY(isServing());
}

void ServiceStatusTest::itSaysThatItsDatabaseIsOut()
{
    QTRY_VERIFY(isServing());
    QVERIFY(QFile::rename(m_file, m_file + QStringLiteral(".away")));
    QTRY_VERIFY_WITH_TIMEOUT(!isServing(), 10000);
    QCOMPARE(get("/ready").status, 503);
    QCOMPARE(get("/health").status, 200); // It lives, and starting it again would not help.
    bringBack();
    QTRY_VERIFY_WITH_TIMEOUT(isServing(), 10000);
    QCOMPARE(get("/ready").status, 200);
}

void ServiceStatusTest::itCountsItsCalls()
{
    const auto count = [this](const char* code) {
        const QRegularExpression line(
            QStringLiteral(R"(purchasing_grpc_requests_total\{([^}]*method="GetHistory"[^}]*)\} (\d+))"));
        for (auto match = line.globalMatch(QString::fromUtf8(get("/metrics").body)); match.hasNext();) {
            const auto found = match.next();
            if (found.captured(1).contains(QStringLiteral("code=\"%1\"").arg(QLatin1String(code))))
                return found.captured(2).toInt();
        }
        return 0;
    };
    for (int i = 0; i < 3; ++i)
        QVERIFY(!call("/oms.OmsService/GetHistory", QByteArray("\x0a\x08PROD-002")).isEmpty());
    QVERIFY(call("/oms.OmsService/GetHistory", QByteArray("\x0a\x04NONE")).isEmpty());
    QCOMPARE(count("0"), 3);
    QCOMPARE(count("5"), 1); // NOT_FOUND
}

void ServiceStatusTest::everyLineOfItsLogIsJson()
{
    // Something worth a line: the database is not the one that was opened.
    QVERIFY(QFile::rename(m_file, m_file + QStringLiteral(".away")));
    QTRY_VERIFY_WITH_TIMEOUT(!isServing(), 10000);
    bringBack();
    QFile log(m_folder->filePath(QStringLiteral("oms.log")));
    QVERIFY(log.open(QIODevice::ReadOnly));
    QCOMPARE(log.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    int lines = 0;
    while (!log.atEnd()) {
        const QByteArray line = log.readLine();
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        QVERIFY2(object.contains(QStringLiteral("time")) && object.contains(QStringLiteral("message")),
                 line.constData());
        QCOMPARE(object.value(QStringLiteral("service")).toString(), QStringLiteral("oms"));
        ++lines;
    }
    QVERIFY(lines > 0);
}

void ServiceStatusTest::aLogThatCannotBeWrittenIsNamed()
{
    QProcess other;
    other.setProcessChannelMode(QProcess::MergedChannels);
    other.start(QCoreApplication::applicationDirPath() + QStringLiteral("/purchasing-services"),
                {QStringLiteral("oms"), QStringLiteral("--database"), m_file, QStringLiteral("--log-file"),
                 m_folder->path()});
    QVERIFY(other.waitForFinished(30000));
    QCOMPARE(other.exitCode(), 1);
    const QByteArray said = other.readAll();
    QVERIFY2(said.contains("LOG_FILE: "), said.constData());
}

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::ServiceStatusTest)
#include "service_status_test.moc"
