#include "core/ports/and_then.h"
#include "core/services/later.h"

#include "supplier.grpc.pb.h"

#include <QFile>
#include <QPromise>
#include <QtConcurrent>

#include <future>

#include "tests/services/flow_load.h"
#include "tests/services/http_exchange.h"
#include "tests/services/separate_services.h"
#include "tests/services/service_call.h"

namespace purchasing::tests {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

bool isLong()
{
    return qEnvironmentVariableIntValue("PURCHASING_LONG_TESTS") != 0;
}

/// A source that takes its time, so that what can be answered is known whatever the machine: so many at once,
/// each for so long.
class SlowSuppliers : public SupplierSource
{
public:
    SlowSuppliers(std::shared_ptr<SupplierSource> inner, milliseconds takes)
        : m_inner(std::move(inner))
        , m_takes(takes)
    {
    }
    QFuture<Result<std::vector<SupplierOffer>>> offers(const QString& productId) override
    {
        auto promise = std::make_shared<QPromise<Result<std::vector<SupplierOffer>>>>();
        promise->start();
        services::later(m_takes, [promise, inner = m_inner, productId] {
            (void)andThen(inner->offers(productId), [promise](const auto& offers) {
                promise->addResult(offers);
                promise->finish();
            });
        });
        return promise->future();
    }
    QFuture<ListedPiece<std::vector<SupplierOffer>>> list(const QString& after, int most) override
    {
        return m_inner->list(after, most);
    }

private:
    std::shared_ptr<SupplierSource> m_inner;
    milliseconds m_takes;
};

/// A call that nobody waits for yet.
struct Asked
{
    grpc::ClientContext context;
    supplier::InfoRequest request;
    supplier::InfoResponse response;
    std::promise<grpc::Status> status;
};

/// What a process holds in memory, in MiB.
double memoryOf(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const qsizetype at = text.indexOf("VmRSS:") + 6;
    return text.mid(at, text.indexOf("kB", at) - at).trimmed().toDouble() / 1024;
}

/// What callers over HTTP hear meanwhile, one after the other: answers by status. Whoever is told to come
/// again hears when.
QFuture<QMap<int, int>> askOverHttp(int port, milliseconds time)
{
    return QtConcurrent::run([port, time] {
        QMap<int, int> heard;
        const auto end = std::chrono::steady_clock::now() + time;
        while (std::chrono::steady_clock::now() < end) {
            const HttpAnswer answer = exchange(port, flowRequest("PROD-002"));
            const bool isAdvised = answer.headers.contains("retry-after");
            ++heard[answer.status == 429 && !isAdvised ? -429 : answer.status];
        }
        return heard;
    });
}

} // namespace

/// Five times as many flows as can be answered: those that can are, and the others hear at once that they
/// cannot.
class OverloadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRestIsTurnedAway();
    void aServiceTurnsAwayTheRestToo();
    void sevenProgramsTurnAwayTheRest();

private:
    static void compare(const LoadOutcome& peak, LoadOutcome over, double share);
};

void OverloadTest::compare(const LoadOutcome& peak, LoadOutcome over, double share)
{
    qInfo("at most %.0f flows/s; of %.0f asked a second %.0f answered, the others refused after %.1f ms "
          "(half), "
          "%.1f ms (99 of 100), %.1f ms (all)",
          peak.perSecond(), static_cast<double>(over.answered + over.refused) / over.seconds,
          over.perSecond(), over.refusedAfter(0.5), over.refusedAfter(0.99), over.refusedAfter(1));
    for (const LoadOutcome* outcome : {&peak, static_cast<const LoadOutcome*>(&over)}) {
        for (const auto& [what, count] : outcome->failures)
            qInfo("%ld × %s", count, what.c_str());
    }
    QVERIFY(peak.failures.empty() && over.failures.empty());
    QCOMPARE(over.unadvised, 0L);
    QVERIFY(over.refused > 2 * over.answered);
    QVERIFY(over.answered > 0);
    if (!isLong()) // A few seconds on a busy machine prove no rates.
        return;
    QVERIFY(over.perSecond() >= share * peak.perSecond());
    QVERIFY(over.refusedAfter(0.5) < 50);
}

void OverloadTest::theRestIsTurnedAway()
{
    constexpr int kMost = 16;
    const RunningServices services(
        [](FlowPorts& ports) {
            ports.product = nullptr; // Each source by itself.
            ports.suppliers = std::make_shared<SlowSuppliers>(ports.suppliers, milliseconds(50));
        },
        kMost);
    FlowLoad load(services.address("orchestrator"), demoProducts(services.ports()).mid(0, 10));
    load.keep(kMost, seconds(2)); // What is needed is ordered, connections are made.
    const milliseconds time = isLong() ? seconds(60) : seconds(3);
    const LoadOutcome peak = load.keep(kMost, seconds(3));
    const double before = memoryOf(QCoreApplication::applicationPid());
    QFuture<QMap<int, int>> http = askOverHttp(services.httpPort(), time);
    const LoadOutcome over = load.offer(5 * peak.perSecond(), time);
    const double after = memoryOf(QCoreApplication::applicationPid());
    compare(peak, over, 0.8);
    qInfo() << "over HTTP, by status:" << http.result() << "memory before and after:" << before << after;
    for (const int status : http.result().keys())
        QVERIFY2(status == 200 || status == 429, qPrintable(QString::number(status)));
    QVERIFY(http.result().value(429) > 0);
    QVERIFY(after < before + 100);
}

/// Whoever asks a service itself waits in no endless line either; that it lives is told meanwhile.
void OverloadTest::aServiceTurnsAwayTheRestToo()
{
    constexpr int kMost = 8;
    constexpr int kAsked = 40;
    const RunningServices services(
        [](FlowPorts& ports) {
            ports.suppliers = std::make_shared<SlowSuppliers>(ports.suppliers, seconds(3));
        },
        1000, {}, [](ServiceOptions& options) { options.mostCalls = kMost; });
    const auto stub = supplier::SupplierService::NewStub(channelTo(services.address("supplier")));
    const auto isHealthy = [&stub] {
        supplier::HealthResponse response;
        return call(*stub, &supplier::SupplierService::Stub::HealthCheck, supplier::HealthRequest(), response)
            .ok();
    };
    QVERIFY(isHealthy()); // And connected.
    std::vector<std::unique_ptr<Asked>> asked;
    for (int i = 0; i < kAsked; ++i) {
        Asked& one = *asked.emplace_back(std::make_unique<Asked>());
        one.request.set_product_id("PROD-002");
        stub->async()->GetInfo(&one.context, &one.request, &one.response,
                               [&one](const grpc::Status& status) { one.status.set_value(status); });
    }
    QVERIFY(isHealthy());
    int answered = 0;
    for (const auto& one : asked) {
        const grpc::Status status = one->status.get_future().get();
        answered += status.ok() ? 1 : 0;
        if (status.ok())
            continue;
        QCOMPARE(status.error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
        QCOMPARE(one->context.GetServerTrailingMetadata().count("retry-after"), std::size_t{1});
    }
    QVERIFY2(answered == kMost || answered == kMost - 1,
             qPrintable(QString::number(answered))); // Health's turn.
    // They have made room.
    supplier::InfoRequest request;
    request.set_product_id("PROD-002");
    supplier::InfoResponse response;
    QVERIFY(call(*stub, &supplier::SupplierService::Stub::GetInfo, request, response).ok());
}

/// As they run, callers and services on one machine: what can be answered is what the machine can, and who is
/// refused costs the others something.
void OverloadTest::sevenProgramsTurnAwayTheRest()
{
    if (!isLong())
        QSKIP("the long form: PURCHASING_LONG_TESTS=1");
    SeparateServices services(SeparateServices::On::Server, SeparateServices::Wire::Plain, "FLOW_LIMIT=64\n");
    FlowLoad load(services.addressOf("orchestrator").toStdString(),
                  {QStringLiteral("PROD-001"), QStringLiteral("PROD-002"), QStringLiteral("PROD-003")});
    load.keep(64, seconds(5)); // What is needed is ordered, connections are made.
    const LoadOutcome peak = load.keep(64, seconds(10));
    const qint64 process = services.of("orchestrator").processId();
    const double before = memoryOf(process);
    const LoadOutcome over = load.offer(5 * peak.perSecond(), seconds(60));
    qInfo("the Orchestrator held %.0f MiB before and %.0f MiB after", before, memoryOf(process));
    QVERIFY(memoryOf(process) < before + 200);
    compare(peak, over, 0.5);
}

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::OverloadTest)
#include "overload_test.moc"
