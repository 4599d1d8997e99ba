#include "core/remote/circuit_breaker.h"
#include "core/remote/remote_sources.h"

#include "oms.grpc.pb.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <thread>

#include "tests/services/counting_server.h"

namespace purchasing::tests {
namespace {

using Fate = CountingServer::Fate;
using remote::CircuitBreaker;
using std::chrono::milliseconds;

/// A service behind a breaker, and who asks it.
class IllService
{
public:
    explicit IllService(milliseconds patience)
        : m_channel(server.channel(patience))
        , m_oms(m_channel)
    {
        server.treat(Fate::Answered);
        if (!QTest::qWaitFor([this] { return ask(); }, 30000)) // A connection may take two tries.
            qFatal("The service does not answer while it is well.");
    }

    /// So many at once; how many were answered.
    int askTogether(int count)
    {
        std::vector<QFuture<Result<Demand>>> asked;
        for (int i = 0; i < count; ++i)
            asked.push_back(m_oms.demand(QStringLiteral("PROD-002")));
        return static_cast<int>(
            std::count_if(asked.begin(), asked.end(), [](auto& one) { return one.result().isOk(); }));
    }
    bool ask() { return askTogether(1) == 1; }
    /// As /ready does, which waits less long than a flow.
    bool askInAHurry()
    {
        CallContext context;
        context.deadline = std::chrono::steady_clock::now() + milliseconds(50);
        const CallScope scope(context);
        return ask();
    }
    [[nodiscard]] bool isGivenUp() const { return m_channel->isGivenUp(); }
    /// Until it is given up; then nothing of it is waited for.
    void fall(Fate how)
    {
        server.treat(how);
        askTogether(CircuitBreaker::kFailures);
        QVERIFY(isGivenUp());
        server.treat(how);
    }

private:
    static oms::HistoryResponse someHistory()
    {
        oms::HistoryResponse response;
        response.set_product_id("PROD-002");
        response.set_avg_daily_demand(3);
        return response;
    }

public:
    CountingServer server{someHistory()};

private:
    std::shared_ptr<remote::ServiceChannel> m_channel;
    remote::RemoteDemandSource m_oms;
};

constexpr milliseconds kShort{200};
constexpr milliseconds kLong{6000};
/// More than a pause, for a machine that has other things to do.
constexpr int kSoonMs = 4000;

} // namespace

/// A service that answers nothing costs its callers their time a few times, and then nothing until it is
/// back.
class CircuitBreakerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBlackHoleIsGivenUp()
    {
        IllService service(kShort);
        service.fall(Fate::Ignored);
        constexpr int kAsked = 200;
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(service.askTogether(kAsked), 0);
        const double each = static_cast<double>(timer.nsecsElapsed()) / 1e6 / kAsked;
        qInfo("refused in %.3f ms each", each);
        QVERIFY(each < 5);
        QVERIFY(service.server.calls() <= 1); // A busy machine may have waited for the end of the pause.
    }

    void oneTriesAfterAPause()
    {
        IllService service(kShort);
        service.fall(Fate::Ignored);
        QTest::qWait(static_cast<int>(CircuitBreaker::kPause.count()) + 100);
        QCOMPARE(service.askTogether(50), 0);
        QCOMPARE(service.server.calls(), 1);
        QVERIFY(service.isGivenUp());
    }

    void itIsAskedAgainWhenItIsBack()
    {
        IllService service(kShort);
        service.fall(Fate::Ignored);
        service.server.treat(Fate::Answered);
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY_WITH_TIMEOUT(service.ask(), kSoonMs);
        qInfo("answered %lld ms after it was back", static_cast<long long>(timer.elapsed()));
        QVERIFY(!service.isGivenUp());
        QCOMPARE(service.askTogether(50), 50);
    }

    /// Whoever tried just before it was back may never hear of it; the others do not wait for them.
    void aLostTryHoldsNobodyBack()
    {
        IllService service(kLong);
        service.fall(Fate::Unavailable);
        service.server.treat(Fate::Ignored);
        std::thread trying([&service] {
            while (service.server.calls() == 0 && !service.ask())
                std::this_thread::sleep_for(milliseconds(20));
        });
        const auto isTrying = [&service] { return service.server.calls() > 0; };
        if (!QTest::qWaitFor(isTrying, kSoonMs))
            qFatal("Nobody tries.");
        service.server.treat(Fate::Answered);
        QElapsedTimer timer;
        timer.start();
        const bool isBack = QTest::qWaitFor([&service] { return service.ask(); }, kSoonMs);
        qInfo("answered %lld ms after it was back", static_cast<long long>(timer.elapsed()));
        trying.join();
        QVERIFY(isBack);
    }

    /// An answer that somebody did not wait for says nothing about the service.
    void hurryProvesNothing()
    {
        IllService service(kShort);
        service.server.treat(Fate::Ignored);
        for (int i = 0; i < 2 * CircuitBreaker::kFailures; ++i)
            QVERIFY(!service.askInAHurry());
        QVERIFY(!service.isGivenUp());
        // And does not count as an answer either: what has failed before has.
        service.askTogether(CircuitBreaker::kFailures - 1);
        QVERIFY(!service.askInAHurry());
        QVERIFY(!service.ask());
        QVERIFY(service.isGivenUp());
        QTest::qWait(static_cast<int>(CircuitBreaker::kPause.count()) + 100);
        QVERIFY(!service.askInAHurry());
        QVERIFY(service.isGivenUp());
        // One that comes is an answer, however little was waited for it.
        service.server.treat(Fate::Answered);
        QTRY_VERIFY_WITH_TIMEOUT(service.askInAHurry(), kSoonMs);
        QVERIFY(!service.isGivenUp());
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::CircuitBreakerTest)
#include "circuit_breaker_test.moc"
