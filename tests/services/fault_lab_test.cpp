#include "core/remote/circuit_breaker.h"
#include "core/services/flow_requests.h"

#include <QRandomGenerator>
#include <QThreadPool>
#include <QtConcurrent>

#include <algorithm>

#include "tests/services/fault_lab.h"

namespace purchasing::tests {
namespace {

using Wire = FaultLab::Wire;

bool isLong()
{
    return qEnvironmentVariableIntValue("PURCHASING_LONG_TESTS") != 0;
}

/// What a network does from some byte on, and at how many bytes each way that is tried.
struct Case
{
    const char* name;
    Toxic toxic;
    Wire wire;
    int shortForm;
    int longForm;
};

/// In plain text a bit that was turned makes another message, about which nobody can know better; where that
/// may happen everything is encrypted.
constexpr Case kCases[] = {
    {"cut", Toxic::Drop, Wire::Plain, 6, 28},         {"reset", Toxic::Reset, Wire::Plain, 1, 16},
    {"nobody there", Toxic::Cut, Wire::Plain, 1, 16}, {"late", Toxic::Delay, Wire::Plain, 1, 12},
    {"in slices", Toxic::Slice, Wire::Plain, 1, 12},  {"thin", Toxic::Throttle, Wire::Plain, 1, 12},
    {"silent", Toxic::Swallow, Wire::Plain, 0, 4},    {"garbled", Toxic::Garble, Wire::Encrypted, 4, 36},
    {"cut", Toxic::Drop, Wire::Encrypted, 1, 8},
};
constexpr int kDelayMs = 40;

bool isOnlySlow(Toxic toxic)
{
    return toxic == Toxic::Delay || toxic == Toxic::Slice || toxic == Toxic::Throttle;
}

} // namespace

/// Orders over a network that breaks at any byte: an order exists once or not at all, whoever is told so can believe
/// it, and whoever is told nothing finds out by asking again with the same key.
class FaultLabTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nobodyAnswers();
    void whatSwallowsEverythingIsGivenUp();
    void atAnyByte_data();
    void atAnyByte();
    void cleanupTestCase();

private:
    [[nodiscard]] FaultLab& labOf(const QString& link, Wire wire);
    /// Ends the lab; nothing may be wrong with what was made in it.
    void leaveLab();
    /// Makes one order through the network as it is, and asks again when it is good.
    void orderOnce(FaultLab& lab, const QString& key);

    std::unique_ptr<FaultLab> m_lab;
    std::pair<QString, Wire> m_place;
    std::map<Way, qint64> m_bytes[2]; ///< Of a flow: on open connections, and on new ones.
    QRandomGenerator m_random;
    int m_runs = 0;
    FlowAnswer m_first; ///< Of orderOnce(), through the bad network.
    std::chrono::milliseconds m_longest{0};
};

void FaultLabTest::initTestCase()
{
    const auto seed = qEnvironmentVariableIsSet("FAULT_SEED")
        ? static_cast<quint32>(qEnvironmentVariableIntValue("FAULT_SEED"))
        : QRandomGenerator::global()->bounded(1'000'000'000U);
    qInfo("FAULT_SEED=%u", seed);
    m_random.seed(seed);
}

FaultLab& FaultLabTest::labOf(const QString& link, Wire wire)
{
    const std::pair place(link, wire);
    if (m_lab && m_place == place && !m_lab->isUsedUp())
        return *m_lab;
    leaveLab();
    m_lab = std::make_unique<FaultLab>(link.toStdString(), wire);
    m_place = place;
    for (const bool isNew : {false, true})
        m_bytes[isNew] = m_lab->measure(isNew);
    return *m_lab;
}

void FaultLabTest::leaveLab()
{
    if (!m_lab)
        return;
    const auto lab = std::move(m_lab);
    QTRY_VERIFY_WITH_TIMEOUT(lab->invariants().isSent(), 30000);
    QCOMPARE(lab->invariants().whatIsWrong(), QString());
}

void FaultLabTest::nobodyAnswers()
{
    FaultLab& lab = labOf(QStringLiteral("po"), Wire::Plain);
    lab.network().set(Toxic::Swallow);
    orderOnce(lab, QStringLiteral("silent"));
    QVERIFY(!m_first.status.ok());
}

/// Flows that need a service that only swallows fail at once after a while, and succeed again soon after it
/// is back.
void FaultLabTest::whatSwallowsEverythingIsGivenUp()
{
    FaultLab& lab = labOf(QStringLiteral("po"), Wire::Plain);
    const QString product = lab.takeProduct();
    const auto ask = [&lab, product] { return lab.flow(product, QString()); };
    lab.network().set(Toxic::Swallow);
    QList<QFuture<FlowAnswer>> first;
    QThreadPool callers;
    callers.setMaxThreadCount(remote::CircuitBreaker::kFailures);
    for (int i = 0; i < callers.maxThreadCount(); ++i)
        first << QtConcurrent::run(&callers, ask);
    for (QFuture<FlowAnswer>& one : first)
        QVERIFY(!one.result().status.ok());
    std::vector<std::chrono::milliseconds> took;
    for (int i = 0; i < 21; ++i) {
        const FlowAnswer answer = ask();
        QCOMPARE(answer.status.error_code(), grpc::StatusCode::UNAVAILABLE);
        QVERIFY2(words(answer.status).contains(QLatin1String("po-service")),
                 answer.status.error_message().c_str());
        took.push_back(answer.took);
    }
    std::sort(took.begin(), took.end());
    lab.network().set(Toxic::None);
    const auto back = std::chrono::steady_clock::now();
    QTRY_VERIFY_WITH_TIMEOUT(ask().status.ok(), 5000);
    const std::chrono::duration<double, std::milli> until = std::chrono::steady_clock::now() - back;
    qInfo(
        "given up: a flow fails after %lld ms (half of them), works again %.0f ms after the service is back",
        static_cast<long long>(took[took.size() / 2].count()), until.count());
    QVERIFY(took[took.size() / 2] < std::chrono::milliseconds(500));
}

void FaultLabTest::atAnyByte_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("runs");
    QStringList links{QStringLiteral("po"), QStringLiteral("orchestrator"), QStringLiteral("rules")};
    if (isLong())
        links << QStringLiteral("supplier") << QStringLiteral("oms") << QStringLiteral("inventory")
              << QStringLiteral("uom");
    for (const Wire wire : {Wire::Plain, Wire::Encrypted}) {
        for (const QString& link : links) {
            // Most of what can go wrong is on the way of the order itself.
            const bool isOrdering = link == QLatin1String("po") || link == QLatin1String("orchestrator");
            for (int i = 0; i < static_cast<int>(std::size(kCases)); ++i) {
                const Case& one = kCases[i];
                const int elsewhere = wire == Wire::Plain ? one.shortForm / 2 : 0;
                const int runs = isLong() ? one.longForm : isOrdering ? one.shortForm : elsewhere;
                if (one.wire == wire && runs > 0)
                    QTest::addRow("%s%s: %s", qPrintable(link), wire == Wire::Plain ? "" : ", encrypted",
                                  one.name)
                        << link << i << runs;
            }
        }
    }
}

void FaultLabTest::atAnyByte()
{
    QFETCH(const QString, link);
    QFETCH(const int, number);
    QFETCH(const int, runs);
    const Case& one = kCases[number];
    int unknown = 0;
    int broken = 0;
    m_longest = {};
    for (int run = 0; run < 2 * runs; ++run) {
        FaultLab& lab = labOf(link, one.wire);
        const Way way = run % 2 == 0 ? Way::ToServer : Way::ToClient;
        const bool isNewConnection = run % 4 >= 2;
        const auto at = m_random.bounded(static_cast<quint32>(m_bytes[isNewConnection][way]));
        const int connections = lab.network().connectionsMade();
        lab.network().setAfter(way, at, one.toxic, kDelayMs);
        if (isNewConnection)
            lab.connectAnew();
        orderOnce(lab, QStringLiteral("run-%1").arg(++m_runs));
        if (isOnlySlow(one.toxic) && !isNewConnection)
            [&] { QVERIFY2(m_first.isOrdered(), m_first.status.error_message().c_str()); }();
        if (QTest::currentTestFailed())
            return qInfo("run %d, from byte %u on the way %s", run, at,
                         way == Way::ToServer ? "to the server" : "back");
        unknown += m_first.status.ok() ? 0 : 1;
        broken += lab.network().connectionsMade() > connections + (isNewConnection ? 1 : 0) ? 1 : 0;
    }
    qInfo("%d runs, %d of them left the caller without an answer, the longest after %lld ms", 2 * runs,
          unknown, static_cast<long long>(m_longest.count()));
    if (!isOnlySlow(one.toxic) && one.toxic != Toxic::Swallow)
        QVERIFY2(broken >= runs / 2, qPrintable(QString::number(broken))); // Else the network was too good.
}

void FaultLabTest::orderOnce(FaultLab& lab, const QString& key)
{
    const QString product = lab.takeProduct();
    m_first = lab.flow(product, key);
    m_longest = std::max(m_longest, m_first.took);
    const bool isAtTheCaller = m_place.first == QLatin1String("orchestrator");
    const std::chrono::milliseconds bar = isAtTheCaller ? kPatienceOfCaller : services::kFlowDeadline;
    QVERIFY2(m_first.took < bar + std::chrono::seconds(1), qPrintable(QString::number(m_first.took.count())));
    if (m_first.status.ok() && !m_first.isOrdered()) {
        QVERIFY(m_first.response.problems_size() > 0);
        QVERIFY(lab.ordersOf(product).empty());
    }
    if (!m_first.status.ok()) {
        // Nobody is told that there is no order, when there may be one. Of a garbled way to the caller gRPC
        // itself says no more than that.
        const auto code = m_first.status.error_code();
        QVERIFY2(code == grpc::StatusCode::UNAVAILABLE || code == grpc::StatusCode::DEADLINE_EXCEEDED
                     || (isAtTheCaller && code == grpc::StatusCode::UNKNOWN),
                 qPrintable(QStringLiteral("%1 %2").arg(code).arg(words(m_first.status))));
        // And which service it was.
        QVERIFY2(isAtTheCaller || words(m_first.status).contains(QLatin1String("-service")),
                 m_first.status.error_message().c_str());
    }
    lab.network().set(Toxic::None);
    QVERIFY(lab.ordersOf(product).size() <= 1);
    FlowAnswer last;
    const auto isAnswered = [&] {
        last = lab.flow(product, key, true);
        return last.status.ok();
    };
    QTRY_VERIFY2_WITH_TIMEOUT(isAnswered(), last.status.error_message().c_str(), 30000);
    const auto orders = lab.ordersOf(product);
    QCOMPARE(orders.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(last.response.po().po_id()), orders.front().poId);
    if (m_first.isOrdered())
        QCOMPARE(m_first.response.po().po_id(), last.response.po().po_id());
    QCOMPARE(orders.front().qty, last.response.po().qty());
    // The order may have been there already, so that not everybody was asked.
    QTRY_VERIFY_WITH_TIMEOUT(lab.isWhole(), 30000);
}

void FaultLabTest::cleanupTestCase()
{
    leaveLab();
    qInfo("%d orders over a bad network", m_runs);
}

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::FaultLabTest)
#include "fault_lab_test.moc"
