#include "core/remote/remote_sources.h"
#include "core/services/grpc_host.h"
#include "core/services/http_server.h"
#include "core/services/unix_socket.h"

#include <QFileInfo>
#include <QLocalSocket>
#include <QRegularExpression>

#include <grpcpp/grpcpp.h>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "tests/services/http_exchange.h"

namespace purchasing::tests {
namespace {

HttpAnswer exchangeAt(const QString& file, const QByteArray& bytes)
{
    QLocalSocket socket;
    socket.connectToServer(file);
    return socket.waitForConnected(10000) ? exchange(socket, bytes) : HttpAnswer();
}

bool isOwnersAlone(const QString& file)
{
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
        | QFile::WriteOther | QFile::ExeOther;
    return QFileInfo::exists(file) && !(QFileInfo(file).permissions() & others);
}

} // namespace

/// The services on sockets of the file system, which only their user reaches.
class UnixSocketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFlowOverSockets()
    {
        QTemporaryDir folder;
        const QString place = folder.filePath(QStringLiteral("run"));
        {
            const RunningServices services({}, 1000, {}, [&place](ServiceOptions& options) {
                options.address = QStringLiteral("unix:") + place;
            });
            for (const char* name : {"oms", "po", "orchestrator", "orchestrator-http", "rules-http"})
                QVERIFY2(isOwnersAlone(place + QStringLiteral("/%1.sock").arg(QLatin1String(name))), name);
            QVERIFY(isOwnersAlone(place));

            const HttpAnswer answer =
                exchangeAt(place + QStringLiteral("/orchestrator-http.sock"), flowRequest("PROD-002"));
            QCOMPARE(answer.status, 200);
            QVERIFY(answer.object().value(QLatin1String("po")).isObject());

            remote::ServiceChannel::Settings settings;
            settings.service = QStringLiteral("oms-service");
            settings.addresses = QStringLiteral("unix:%1/oms.sock").arg(place);
            settings.tls = {"not", "used", "there"};
            remote::RemoteDemandSource source(std::make_shared<remote::ServiceChannel>(settings));
            const auto demand = source.demand(QStringLiteral("PROD-002")).result();
            QVERIFY2(demand, qPrintable(demand ? QString() : demand.error().message));
        }
        QVERIFY(!QFileInfo::exists(place + QStringLiteral("/orchestrator-http.sock")));
    }

    void onlyASocketThatNobodyListensAtIsRemoved()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("here.sock"));
        const auto answer = [](const auto&, const auto& respond) { respond(services::json(200, {})); };
        {
            services::HttpServer first(answer);
            QVERIFY(first.listen(QStringLiteral("unix:") + file, 0));
            services::HttpServer second(answer);
            const Result<int> refused = second.listen(QStringLiteral("unix:") + file, 0);
            QVERIFY(!refused
                    && refused.error().message.contains(QLatin1String("another program listens there")));
            services::GrpcHost host;
            QVERIFY(!host.listen(QStringLiteral("unix:") + file, 0));
            QCOMPARE(exchangeAt(file, request("GET", "/")).status, 200); // It was left alone.
        }
        // A socket that a killed program left behind.
        const int left = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un place{};
        place.sun_family = AF_UNIX;
        qstrncpy(place.sun_path, QFile::encodeName(file).constData(), sizeof place.sun_path);
        QCOMPARE(::bind(left, reinterpret_cast<const sockaddr*>(&place), sizeof place), 0);
        ::close(left);
        {
            services::HttpServer next(answer);
            QVERIFY(next.listen(QStringLiteral("unix:") + file, 0));
            QCOMPARE(exchangeAt(file, request("GET", "/")).status, 200);
        }
        // A file is nobody's to remove.
        QFile kept(file);
        QVERIFY(kept.open(QIODevice::WriteOnly) && kept.write("kept") == 4);
        kept.close();
        services::HttpServer none(answer);
        QVERIFY(!none.listen(QStringLiteral("unix:") + file, 0));
        QCOMPARE(QFileInfo(file).size(), 4);
        QVERIFY(!services::makeRoomForSocket(folder.filePath(QString(200, QLatin1Char('x')))));
        QVERIFY(!services::makeRoomForSocket(QStringLiteral("here.sock")));
    }

    /// Several names: gRPC does not balance over them, so the channel does.
    void namesAreTakenInTurn()
    {
        const RunningServices services;
        remote::ServiceChannel::Settings settings;
        settings.service = QStringLiteral("oms-service");
        QTemporaryDir folder;
        const RunningServices others({}, 1000, {}, [&folder](ServiceOptions& options) {
            options.address = QStringLiteral("unix:") + folder.path();
        });
        const int port = services.port("oms");
        settings.addresses =
            QStringLiteral("localhost:%1,unix:%2/oms.sock,localhost:1").arg(port).arg(folder.path());
        const auto channel = std::make_shared<remote::ServiceChannel>(settings);
        remote::RemoteDemandSource source(channel);
        const auto calls = [](const HttpAnswer& metrics) {
            int counted = 0;
            const QString text = QString::fromUtf8(metrics.body);
            static const QRegularExpression count(
                QStringLiteral("purchasing_grpc_requests_total\\{[^}]*GetHistory[^}]*\\} (\\d+)"));
            for (const auto& found : count.globalMatch(text))
                counted += found.captured(1).toInt();
            return counted;
        };
        // The way that leads nowhere is known after its first failure at the latest.
        const QByteArray ask = request("GET", "/metrics");
        QTRY_VERIFY(source.demand(QStringLiteral("PROD-002")).result()
                    && calls(exchange(services.httpPort(), ask)) > 0
                    && calls(exchangeAt(folder.filePath(QStringLiteral("orchestrator-http.sock")), ask)) > 0);
        for (int i = 0; i < 50; ++i) {
            const auto demand = source.demand(QStringLiteral("PROD-002")).result();
            QVERIFY2(demand, qPrintable(demand ? QString() : demand.error().message));
        }
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::UnixSocketTest)
#include "unix_socket_test.moc"
