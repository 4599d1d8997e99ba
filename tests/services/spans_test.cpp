#include "core/services/collector.h"
#include "core/services/span_export.h"

#include "po.grpc.pb.h"

#include <QJsonArray>
#include <QTcpServer>

#include <future>
#include <set>

#include "tests/services/http_exchange.h"
#include "tests/services/separate_services.h"

namespace purchasing::tests {
namespace {

const QByteArray kTrace = "0af7651916cd43dd8448eb211c80319c";
const QByteArray kCaller = "b7ad6b7169203331";

/// A span as somebody reads it who knows OTLP's JSON form and nothing of ours.
struct ReadSpan
{
    QString service;
    QString traceId;
    QString spanId;
    QString parentId;
    QString name;
    int kind = 0;
    QMap<QString, QString> attributes;
    int status = 0;
    qint64 nanoseconds = 0;
};

QMap<QString, QString> attributesOf(const QJsonObject& object)
{
    QMap<QString, QString> attributes;
    for (const auto& entry : object.value(QLatin1String("attributes")).toArray()) {
        const QJsonObject one = entry.toObject();
        attributes.insert(
            one.value(QLatin1String("key")).toString(),
            one.value(QLatin1String("value")).toObject().value(QLatin1String("stringValue")).toString());
    }
    return attributes;
}

std::vector<ReadSpan> spansIn(const QByteArray& otlp)
{
    std::vector<ReadSpan> spans;
    for (const QByteArray& line : otlp.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        for (const auto& one : object.value(QLatin1String("resourceSpans")).toArray()) {
            const QJsonObject resource = one.toObject().value(QLatin1String("resource")).toObject();
            const QString service = attributesOf(resource).value(QStringLiteral("service.name"));
            for (const auto& scope : one.toObject().value(QLatin1String("scopeSpans")).toArray()) {
                for (const auto& entry : scope.toObject().value(QLatin1String("spans")).toArray()) {
                    const QJsonObject span = entry.toObject();
                    const auto text = [&span](const char* name) {
                        return span.value(QLatin1String(name)).toString();
                    };
                    spans.push_back(
                        {service, text("traceId"), text("spanId"), text("parentSpanId"), text("name"),
                         span.value(QLatin1String("kind")).toInt(), attributesOf(span),
                         span.value(QLatin1String("status")).toObject().value(QLatin1String("code")).toInt(),
                         text("endTimeUnixNano").toLongLong() - text("startTimeUnixNano").toLongLong()});
                }
            }
        }
    }
    return spans;
}

QByteArray traced(const QByteArray& flags = "01")
{
    return "traceparent: 00-" + kTrace + '-' + kCaller + '-' + flags + "\r\n";
}

Span someSpan(int number)
{
    Span span = beginSpan({}, Span::Kind::Server, "span " + std::to_string(number));
    span.end = span.begin;
    return span;
}

std::vector<po::HistoryEntry> historyOf(SeparateServices& apart, const QString& poId)
{
    const auto stub = po::PoService::NewStub(apart.channelTo("po"));
    grpc::ClientContext context;
    po::HistoryRequest request;
    request.set_po_id(poId.toStdString());
    po::HistoryResponse response;
    if (const grpc::Status status = stub->History(&context, request, &response); !status.ok())
        qWarning("%s", status.error_message().c_str());
    return {response.entries().begin(), response.entries().end()};
}

QString whyNotVerified(SeparateServices& apart)
{
    const auto stub = po::PoService::NewStub(apart.channelTo("po"));
    grpc::ClientContext context;
    po::VerifyAuditResponse response;
    return QString::fromStdString(stub->VerifyAudit(&context, {}, &response).error_message());
}

/// The spans of all programs after they have ended, by id.
QMap<QString, ReadSpan> endedSpans(SeparateServices& apart, const QString& file)
{
    for (const std::string& name : kServiceNames)
        (void)apart.of(name).terminate();
    QFile written(file);
    QMap<QString, ReadSpan> byId;
    if (written.open(QIODevice::ReadOnly)) {
        for (const ReadSpan& span : spansIn(written.readAll()))
            byId.insert(span.spanId, span);
    }
    return byId;
}

} // namespace

/// What one request does in all programs is found by its trace.
class SpansTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSpansOfAFlowJoin_data()
    {
        QTest::addColumn<bool>("onServer");
        QTest::newRow("on a file") << false;
        QTest::newRow("on MariaDB") << true;
    }

    /// A flow over HTTP through seven programs: every span belongs to the caller's trace, every call that one
    /// answers is below the one that another made, and every event of the order's history names the trace.
    void theSpansOfAFlowJoin()
    {
        QFETCH(const bool, onServer);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("spans.jsonl"));
        SeparateServices apart(onServer ? SeparateServices::On::Server : SeparateServices::On::File,
                               SeparateServices::Wire::Plain, "TRACE_FILE=" + file.toUtf8() + '\n');
        const HttpAnswer answer =
            exchange(apart.of("orchestrator").httpPort(), flowRequest("PROD-002", traced()));
        QCOMPARE(answer.status, 200);
        const QJsonObject order = answer.object().value(QLatin1String("po")).toObject();
        QCOMPARE(order.value(QLatin1String("status")).toString(), QStringLiteral("sent"));
        const auto history = historyOf(apart, order.value(QLatin1String("po_id")).toString());
        QStringList actions;
        for (const po::HistoryEntry& entry : history) {
            actions << QString::fromStdString(entry.action());
            QCOMPARE(QByteArray::fromStdString(entry.trace_id()), kTrace);
        }
        QVERIFY2(actions.contains(QLatin1String("order.created"))
                     && actions.contains(QLatin1String("order.sent")),
                 qPrintable(actions.join(QLatin1Char(' '))));
        QVERIFY2(whyNotVerified(apart).isEmpty(), qPrintable(whyNotVerified(apart)));
        const auto spans = endedSpans(apart, file);

        std::set<QString> services;
        int answered = 0;
        for (const ReadSpan& span : spans) {
            if (span.traceId != QLatin1String(kTrace))
                continue; // Of the programs among themselves.
            services.insert(span.service);
            QVERIFY(span.nanoseconds >= 0);
            if (span.name == QLatin1String("POST /purchasing/flow")) {
                QCOMPARE(span.parentId, QLatin1String(kCaller));
                QCOMPARE(span.attributes.value(QStringLiteral("purchasing.product_id")),
                         QStringLiteral("PROD-002"));
                QCOMPARE(span.attributes.value(QStringLiteral("http.response.status_code")),
                         QStringLiteral("200"));
                continue;
            }
            QVERIFY2(spans.contains(span.parentId), qPrintable(span.service + QLatin1Char(' ') + span.name));
            const ReadSpan& parent = spans[span.parentId];
            QCOMPARE(parent.traceId, span.traceId);
            if (span.kind != static_cast<int>(Span::Kind::Server))
                continue;
            ++answered;
            QCOMPARE(parent.kind, static_cast<int>(Span::Kind::Client));
            QCOMPARE(parent.name, span.name);
            QCOMPARE(parent.attributes.value(QStringLiteral("peer.service")), span.service);
        }
        QCOMPARE(services,
                 (std::set<QString>{QStringLiteral("oms-service"), QStringLiteral("inventory-service"),
                                    QStringLiteral("supplier-service"), QStringLiteral("uom-service"),
                                    QStringLiteral("rule-engine-service"), QStringLiteral("po-service"),
                                    QStringLiteral("orchestrator")}));
        QVERIFY2(answered >= 7, qPrintable(QString::number(answered)));
    }

    void aFailureIsSaid()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("spans.jsonl"));
        {
            const RunningServices services({}, 1000, {}, [&file](ServiceOptions& options) {
                options.trace = {file, {}, QStringLiteral("purchasing-services")};
            });
            const auto stub = orchestrator::OrchestratorService::NewStub(
                grpc::CreateChannel(services.address("orchestrator"), grpc::InsecureChannelCredentials()));
            grpc::ClientContext context;
            context.set_wait_for_ready(true);
            orchestrator::FlowRequest ghost;
            ghost.set_product_id("GHOST");
            orchestrator::FlowResponse response;
            QCOMPARE(stub->Flow(&context, ghost, &response).error_code(), grpc::StatusCode::NOT_FOUND);
            // Who does not want to be recorded is not.
            QCOMPARE(exchange(services.httpPort(), flowRequest("PROD-002", traced("00"))).status, 200);
            QCOMPARE(exchange(services.httpPort(), request("GET", "/health")).status, 200);
        }
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const auto spans = spansIn(written.readAll());
        QCOMPARE(spans.size(), std::size_t{1});
        QCOMPARE(spans.front().name, QStringLiteral("orchestrator.OrchestratorService/Flow"));
        QCOMPARE(spans.front().status, 2);
        QCOMPARE(spans.front().parentId, QString());
        QCOMPARE(spans.front().attributes.value(QStringLiteral("purchasing.product_id")),
                 QStringLiteral("GHOST"));
    }

    void aSlowReaderCostsSpansAndNoTime()
    {
        std::promise<void> mayWrite;
        std::atomic_int written = 0;
        {
            services::SpanExport spans(
                QStringLiteral("s"),
                [open = mayWrite.get_future().share(), &written](const QByteArray& otlp) {
                    open.wait();
                    written += static_cast<int>(spansIn(otlp).size());
                    return true;
                });
            for (int i = 0; i < 10000; ++i)
                spans.take(someSpan(i)); // Does not wait for the reader, or this would never end.
            QVERIFY(spans.dropped() >= 10000 - 4096 - 512);
            mayWrite.set_value();
            QTRY_COMPARE(written + static_cast<int>(spans.dropped()), 10000);
        }
    }

    void aCollectorGetsThem()
    {
        QTcpServer collector;
        QVERIFY(collector.listen(QHostAddress::LocalHost));
        const services::Collector to{"127.0.0.1", std::to_string(collector.serverPort()), "/v1/traces"};
        const QByteArray otlp = services::otlpOf({someSpan(1), someSpan(2)}, QStringLiteral("po-service"));
        for (const QByteArray status : {"200 OK", "503 Service Unavailable"}) {
            auto taken = std::async(std::launch::async, [&to, &otlp] { return to.post(otlp); });
            QVERIFY(collector.waitForNewConnection(10000));
            const std::unique_ptr<QTcpSocket> socket(collector.nextPendingConnection());
            QByteArray got;
            while (!got.contains(otlp) && socket->waitForReadyRead(10000))
                got += socket->readAll();
            QVERIFY(got.startsWith("POST /v1/traces HTTP/1.1\r\n"));
            QCOMPARE(spansIn(got.mid(got.indexOf("\r\n\r\n") + 4)).size(), std::size_t{2});
            socket->write("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
            QVERIFY(socket->waitForBytesWritten(10000));
            QCOMPARE(taken.get(), status.startsWith("200"));
        }
        collector.close();
        QVERIFY(!to.post(otlp));
    }

    void aCollectorElsewhereIsRefused()
    {
        for (const char* url : {"http://127.0.0.1:4318/v1/traces", "http://localhost", "http://[::1]:4318"})
            QCOMPARE(whyNoCollector(QLatin1String(url)), QString());
        for (const char* url : {"http://192.0.2.1:4318", "https://127.0.0.1", "127.0.0.1:4318", "collector"})
            QVERIFY2(!whyNoCollector(QLatin1String(url)).isEmpty(), url);
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::SpansTest)
#include "spans_test.moc"
