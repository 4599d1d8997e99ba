#include <QJsonArray>
#include <QJsonObject>
#include <QPromise>
#include <QtConcurrent>

#include "tests/services/http_exchange.h"
#include "tests/services/running_services.h"
#include "tests/ui/forwarding_orders.h"

namespace purchasing::tests {
namespace {

/// A source that fails as a dead server would.
class DeadSuppliers : public SupplierSource
{
public:
    QFuture<Result<std::vector<SupplierOffer>>> offers(const QString&) override
    {
        return QtFuture::makeReadyFuture(Result<std::vector<SupplierOffer>>(failure()));
    }
    QFuture<ListedPiece<std::vector<SupplierOffer>>> list(const QString&, int) override
    {
        return QtFuture::makeReadyFuture(ListedPiece<std::vector<SupplierOffer>>(failure()));
    }

private:
    static Error failure() { return {ErrorKind::Unavailable, QStringLiteral("Connection refused."), {}}; }
};

/// A source that answers when the test lets it.
class WaitingSuppliers : public SupplierSource
{
public:
    explicit WaitingSuppliers(std::shared_ptr<SupplierSource> inner)
        : m_inner(std::move(inner))
    {
    }
    QFuture<Result<std::vector<SupplierOffer>>> offers(const QString& productId) override
    {
        ++asked;
        const std::scoped_lock lock(m_mutex);
        if (m_isOpen)
            return m_inner->offers(productId);
        auto& waiting = m_waiting.emplace_back(productId, std::make_shared<Promise>());
        waiting.second->start();
        return waiting.second->future();
    }
    QFuture<ListedPiece<std::vector<SupplierOffer>>> list(const QString& after, int most) override
    {
        return m_inner->list(after, most);
    }
    void open()
    {
        decltype(m_waiting) waiting;
        {
            const std::scoped_lock lock(m_mutex);
            m_isOpen = true;
            waiting.swap(m_waiting);
        }
        for (const auto& [productId, promise] : waiting) {
            promise->addResult(m_inner->offers(productId).result());
            promise->finish();
        }
    }
    std::atomic<int> asked = 0;

private:
    using Promise = QPromise<Result<std::vector<SupplierOffer>>>;

    std::shared_ptr<SupplierSource> m_inner;
    std::mutex m_mutex; ///< Guards what follows.
    bool m_isOpen = false;
    std::vector<std::pair<QString, std::shared_ptr<Promise>>> m_waiting;
};

} // namespace

/// The Orchestrator over HTTP, as existing clients talk to it.
class OrchestratorHttpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The documented request and answer; the second one orders nothing and says why.
    void theDocumentedFlow()
    {
        const RunningServices services;
        const HttpAnswer answer = flow(services, "PROD-002");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.headers.value("content-type"), QByteArray("application/json"));
        const QJsonObject object = answer.object();
        QCOMPARE(object.value(QStringLiteral("success")).toBool(), true);
        const QJsonObject po = object.value(QStringLiteral("po")).toObject();
        QCOMPARE(po.value(QStringLiteral("product_id")).toString(), QStringLiteral("PROD-002"));
        QCOMPARE(po.value(QStringLiteral("qty")).toInt(), 245);
        QCOMPARE(po.value(QStringLiteral("unit_price")).toDouble(), 15.5);
        QCOMPARE(po.value(QStringLiteral("total_amount")).toDouble(), 3797.5);
        QCOMPARE(po.value(QStringLiteral("status")).toString(), QStringLiteral("sent"));
        QVERIFY(!po.value(QStringLiteral("supplier_id")).toString().isEmpty());
        for (const char* time : {"created_at", "sent_at"})
            QVERIFY(
                QDateTime::fromString(po.value(QLatin1String(time)).toString(), Qt::ISODateWithMs).isValid());
        const QJsonObject calculation = object.value(QStringLiteral("calculation")).toObject();
        QCOMPARE(calculation.value(QStringLiteral("need_reorder")).toBool(), true);
        QCOMPARE(calculation.value(QStringLiteral("shortage")).toDouble(), 245.0);
        QCOMPARE(calculation.value(QStringLiteral("order_qty")).toDouble(), 245.0);
        QCOMPARE(calculation.value(QStringLiteral("total_amount")).toDouble(), 3797.5);
        QCOMPARE(calculation.value(QStringLiteral("requires_approval")).toBool(), false);
        QCOMPARE(calculation.value(QStringLiteral("approval_status")).toString(),
                 QStringLiteral("auto_approved"));

        const HttpAnswer again = flow(services, "PROD-002");
        QCOMPARE(again.status, 200);
        QVERIFY(again.object().value(QStringLiteral("po")).isNull());
        QVERIFY2(again.text("message").contains(QLatin1String("245 on order")), again.body.constData());
        QCOMPARE(services.ports().orders->list({{}, QStringLiteral("PROD-002"), 10}).result()->size(), 1u);
    }

    /// The same key answers the same, with the order as it is; another request with it is refused.
    void aKeyBelongsToOneRequest()
    {
        const RunningServices services;
        const HttpAnswer first = flow(services, "PROD-002", "k1");
        QCOMPARE(first.status, 200);
        QVERIFY(!first.headers.contains("idempotent-replayed"));
        const HttpAnswer again = flow(services, "PROD-002", "k1");
        QCOMPARE(again.status, 200);
        QCOMPARE(again.headers.value("idempotent-replayed"), QByteArray("true"));
        QCOMPARE(again.body, first.body);
        const HttpAnswer other = flow(services, "PROD-001", "k1");
        QCOMPARE(other.status, 422);
        QCOMPARE(services.ports().orders->list({{}, QStringLiteral("PROD-001"), 10}).result()->size(), 0u);
    }

    void anOrderThatNeedsApprovalIsNotSent()
    {
        const RunningServices services;
        // The first product of the demo that the rules want approved.
        const auto rules = PurchasingFlow(services.ports()).rulesInForce();
        QString wanted;
        for (int i = 1; i < 400 && wanted.isEmpty(); ++i) {
            const QString id = QStringLiteral("PROD-%1").arg(i, 3, 10, QLatin1Char('0'));
            const auto outcome = PurchasingFlow(services.ports()).evaluate({id, {}, {}}).result();
            if (outcome && outcome->explained.decision.word == Word::NeedsApproval)
                wanted = id;
        }
        QVERIFY(!wanted.isEmpty());
        const HttpAnswer answer = flow(services, wanted.toUtf8());
        QCOMPARE(answer.status, 200);
        const QJsonObject po = answer.object().value(QStringLiteral("po")).toObject();
        QCOMPARE(po.value(QStringLiteral("status")).toString(), QStringLiteral("pending_approval"));
        QVERIFY(po.value(QStringLiteral("sent_at")).isNull());
    }

    void whatCannotBeAnsweredSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("words");
        const QByteArray good = R"({"product_id":"PROD-002"})";
        const auto post = [](const QByteArray& body) { return request("POST", "/purchasing/flow", body); };
        QTest::newRow("no JSON") << post("product") << 400 << "no JSON";
        QTest::newRow("half of one") << post("{\"product_id\":") << 400 << "no JSON";
        QTest::newRow("a list") << post("[1]") << 400 << "no JSON object";
        QTest::newRow("nothing in it") << post("{}") << 400 << "product_id is missing";
        QTest::newRow("a number") << post(R"({"product_id":7})") << 400 << "product_id is missing or no text";
        QTest::newRow("an empty id") << post(R"({"product_id":""})") << 400 << "missing";
        QTest::newRow("a control character")
            << post(R"({"product_id":"a\u0001"})") << 400 << "control character";
        QTest::newRow("a long id") << post("{\"product_id\":\"" + QByteArray(51, 'x') + "\"}") << 400 << "50";
        QTest::newRow("deep") << post("{\"a\":" + QByteArray(40, '[') + QByteArray(40, ']') + "}") << 400
                              << "32";
        QTest::newRow("no known product") << post(R"({"product_id":"GHOST"})") << 404 << "GHOST";
        QTest::newRow("too large") << post(QByteArray(1024 * 1024 + 1, ' ')) << 413 << "1 MiB";
        QTest::newRow("another type")
            << request("POST", "/purchasing/flow", good, "Content-Type: text/plain\r\n") << 415
            << "application/json";
        QTest::newRow("no type") << request("POST", "/purchasing/flow", good, "") << 415
                                 << "application/json";
        QTest::newRow("another host")
            << request("POST", "/purchasing/flow", good, "Content-Type: application/json\r\n", "evil.example")
            << 403 << "this machine";
        QTest::newRow("a host that begins like ours") << request(
            "POST", "/purchasing/flow", good, "Content-Type: application/json\r\n", "localhost.evil.example")
                                                      << 403 << "this machine";
        QTest::newRow("a long key") << request(
            "POST", "/purchasing/flow", good,
            "Content-Type: application/json\r\nIdempotency-Key: " + QByteArray(256, 'k') + "\r\n")
                                    << 400 << "255";
        QTest::newRow("another method") << request("GET", "/purchasing/flow") << 405 << "POST";
        QTest::newRow("nothing there") << request("GET", "/nowhere") << 404 << "/nowhere";
        QTest::newRow("long headers")
            << request("GET", "/health", {}, "X-Long: " + QByteArray(9000, 'x') + "\r\n") << 431 << "8 KiB";
        QTest::newRow("no HTTP") << QByteArray("hello there\r\n\r\n") << 400 << "not HTTP";
    }

    void whatCannotBeAnsweredSaysWhy()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        QFETCH(QString, words);
        if (!m_services)
            m_services = std::make_unique<RunningServices>();
        const RunningServices& services = *m_services;
        const HttpAnswer answer = exchange(services.httpPort(), bytes);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.headers.value("content-type"), QByteArray("application/problem+json"));
        QCOMPARE(answer.object().value(QStringLiteral("status")).toInt(), status);
        QVERIFY2(answer.text("detail").contains(words), answer.body.constData());
        QVERIFY(services.ports().orders->list({{}, QStringLiteral("PROD-002"), 10}).result()->empty());
    }

    /// A failing source never makes an order, and is named.
    void aDeadSourceIsNamed()
    {
        const RunningServices services([](FlowPorts& ports) {
            ports.product = nullptr; // Each source by itself.
            ports.suppliers = std::make_shared<DeadSuppliers>();
        });
        const HttpAnswer answer = flow(services, "PROD-002");
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.text("service"), QStringLiteral("supplier-service"));
        QVERIFY2(answer.text("detail").contains(QLatin1String("Connection refused")),
                 answer.body.constData());
        QCOMPARE(answer.headers.value("retry-after"), QByteArray("1"));
        QVERIFY(services.ports().orders->list({{}, QStringLiteral("PROD-002"), 10}).result()->empty());
        const HttpAnswer ready = exchange(services.httpPort(), request("GET", "/ready"));
        QCOMPARE(ready.status, 503);
        const QJsonObject dependencies = ready.object().value(QStringLiteral("dependencies")).toObject();
        QCOMPARE(dependencies.value(QStringLiteral("supplier-service")).toString(),
                 QStringLiteral("Connection refused."));
        QCOMPARE(dependencies.value(QStringLiteral("oms-service")).toString(), QStringLiteral("ready"));
        // It lives, though it can do nothing.
        QCOMPARE(exchange(services.httpPort(), request("GET", "/health")).status, 200);
    }

    /// A fact that is missing is the product's problem and not the sources'.
    void aMissingFactIsNamed()
    {
        const RunningServices services;
        const HttpAnswer answer = flow(services, "PROD-113"); // It has no supplier.
        QCOMPARE(answer.status, 422);
        QVERIFY2(answer.text("detail").contains(QLatin1String("no supplier")), answer.body.constData());
    }

    void oneKeyIsWorkedOnOnce()
    {
        std::shared_ptr<WaitingSuppliers> suppliers;
        const RunningServices services(
            [&suppliers](FlowPorts& ports) {
                suppliers = std::make_shared<WaitingSuppliers>(ports.suppliers);
                ports.product = nullptr; // Each source by itself.
                ports.suppliers = suppliers;
            },
            2);
        QByteArray firstBody;
        const auto ask = [&services](const QByteArray& id, const QByteArray& key) {
            return QtConcurrent::run([&services, id, key] { return flow(services, id, key); });
        };
        QFuture<HttpAnswer> first = ask("PROD-002", "k1");
        QTRY_COMPARE_WITH_TIMEOUT(suppliers->asked.load(), 1, 10000);
        const HttpAnswer same = flow(services, "PROD-002", "k1");
        QCOMPARE(same.status, 409);
        QCOMPARE(same.headers.value("retry-after"), QByteArray("1"));
        QFuture<HttpAnswer> second = ask("PROD-001", "k2");
        QTRY_COMPARE_WITH_TIMEOUT(suppliers->asked.load(), 2, 10000);
        const HttpAnswer third = flow(services, "PROD-003", "k3");
        QCOMPARE(third.status, 429);
        QCOMPARE(third.headers.value("retry-after"), QByteArray("1"));
        suppliers->open();
        QCOMPARE(first.result().status, 200);
        QCOMPARE(second.result().status, 200);
        QCOMPARE(flow(services, "PROD-003", "k3").status, 200);
    }

    /// What was asked is answered, and nothing new is taken, when the services end.
    void endingFinishesWhatIsUnderWay()
    {
        std::shared_ptr<WaitingSuppliers> suppliers;
        RunningServices services([&suppliers](FlowPorts& ports) {
            suppliers = std::make_shared<WaitingSuppliers>(ports.suppliers);
            ports.product = nullptr; // Each source by itself.
            ports.suppliers = suppliers;
        });
        const int port = services.httpPort();
        QFuture<HttpAnswer> asked = QtConcurrent::run([&services] { return flow(services, "PROD-002"); });
        QTRY_COMPARE_WITH_TIMEOUT(suppliers->asked.load(), 1, 10000);
        QFuture<void> ending = QtConcurrent::run([&services] { services.group().drain(); });
        QTRY_COMPARE_WITH_TIMEOUT(exchange(port, request("GET", "/health")).status, 0, 10000);
        suppliers->open();
        QCOMPARE(asked.result().status, 200);
        ending.waitForFinished();
        QCOMPARE(services.ports().orders->list({{}, QStringLiteral("PROD-002"), 10}).result()->size(), 1u);
    }

    void theDescriptionIsServedAndTrue()
    {
        const RunningServices services;
        const QJsonObject api = exchange(services.httpPort(), request("GET", "/openapi.json")).object();
        const QJsonObject paths = api.value(QStringLiteral("paths")).toObject();
        QVERIFY(paths.size() >= 4);
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            if (path.value().toObject().contains(QStringLiteral("get")))
                QCOMPARE(exchange(services.httpPort(), request("GET", path.key().toUtf8())).status, 200);
        }
        const QJsonObject schemas =
            api.value(QStringLiteral("components")).toObject().value(QStringLiteral("schemas")).toObject();
        const QJsonObject answer = flow(services, "PROD-002").object();
        const auto describes = [&schemas](const char* name, const QJsonObject& object) {
            const QJsonObject schema = schemas.value(QLatin1String(name)).toObject();
            for (const QJsonValue& needed : schema.value(QStringLiteral("required")).toArray()) {
                if (!object.contains(needed.toString()))
                    return needed.toString() + QStringLiteral(" is missing");
            }
            const QJsonObject known = schema.value(QStringLiteral("properties")).toObject();
            for (const QString& field : object.keys()) {
                if (!known.contains(field))
                    return field + QStringLiteral(" is not described");
            }
            return QString();
        };
        QCOMPARE(describes("FlowResponse", answer), QString());
        QCOMPARE(describes("PurchaseOrder", answer.value(QStringLiteral("po")).toObject()), QString());
        QCOMPARE(describes("Calculation", answer.value(QStringLiteral("calculation")).toObject()), QString());
        QCOMPARE(describes("Problem", flow(services, "GHOST").object()), QString());
    }

    /// The rule engine decides over HTTP as over gRPC.
    void theRuleEngineAnswersOverHttp()
    {
        const RunningServices services;
        const auto evaluate = [&services](const QByteArray& body) {
            return exchange(services.httpPort("rules"), request("POST", "/rules/evaluate", body));
        };
        const HttpAnswer answer = evaluate(
            R"({"oms_data":{"product_id":"P-1","avg_daily_demand":50,"trend":"stable"},
                "inventory_data":{"product_id":"P-1","available_qty":5},
                "supplier_data":{"supplier_id":"S","product_id":"P-1","moq":100,"lead_time_days":5,"unit_price":15.5,
                                 "is_active":true},
                "something_newer":1})");
        QCOMPARE(answer.status, 200);
        const QJsonObject object = answer.object();
        QCOMPARE(object.value(QStringLiteral("order_qty")).toInt(), 245);
        QCOMPARE(object.value(QStringLiteral("total_amount")).toDouble(), 3797.5);
        QCOMPARE(object.value(QStringLiteral("grand_total")).toDouble(), 4101.3);
        QCOMPARE(object.value(QStringLiteral("should_create_po")).toBool(), true);
        QCOMPARE(object.value(QStringLiteral("po_status")).toString(), QStringLiteral("approved"));
        QVERIFY(object.value(QStringLiteral("fired_rules")).toArray().size() > 5);
        // Without stock nothing is ordered, and no number is no demand.
        const HttpAnswer missing = evaluate(R"({"oms_data":{"product_id":"P-1","avg_daily_demand":50}})");
        QCOMPARE(missing.status, 200);
        QCOMPARE(missing.object().value(QStringLiteral("should_create_po")).toBool(true), false);
        QCOMPARE(evaluate(R"({"oms_data":{"avg_daily_demand":"NaN"}})").status, 422);
        QCOMPARE(evaluate(R"({"oms_data":7})").status, 400);
        QCOMPARE(evaluate("").status, 400);
        QCOMPARE(exchange(services.httpPort("rules"), request("GET", "/health")).status, 200);
        QCOMPARE(exchange(services.httpPort("rules"), request("GET", "/rules/evaluate")).status, 405);
    }

    void whatWasDoneIsCounted()
    {
        const RunningServices services;
        QCOMPARE(flow(services, "PROD-002", "k1").status, 200);
        QCOMPARE(flow(services, "PROD-002", "k1").status, 200);
        QCOMPARE(flow(services, "PROD-002").status, 200);
        QCOMPARE(flow(services, "GHOST").status, 404);
        QCOMPARE(exchange(services.httpPort(), request("GET", "/made/up")).status, 404);
        const HttpAnswer answer = exchange(services.httpPort(), request("GET", "/metrics"));
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.headers.value("content-type").startsWith("text/plain"));
        for (const char* line :
             {"purchasing_flows_total{outcome=\"ordered\"} 1",
              "purchasing_flows_total{outcome=\"replayed\"} 1",
              "purchasing_flows_total{outcome=\"nothing\"} 1", "purchasing_flows_total{outcome=\"failed\"} 1",
              "purchasing_flows_running 0",
              "purchasing_http_requests_total{route=\"/purchasing/flow\",status=\"200\"} 3",
              "purchasing_http_requests_total{route=\"other\",status=\"404\"} 1",
              "purchasing_http_request_duration_seconds_count{route=\"/purchasing/flow\"} 4"})
            QVERIFY2(answer.body.contains(line), (QByteArray(line) + "\n" + answer.body).constData());
    }

    /// A trace that is none is dropped: passed on it would break calls to others.
    void aTraceThatIsNoneIsDropped()
    {
        const QByteArray good("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        QCOMPARE(traceParentOf(good), good);
        for (const QByteArray& bad : {QByteArray("\xe9"), QByteArray("none"), QByteArray(8000, 'a'),
                                      good + '1', QByteArray(good).replace('b', 'B')})
            QCOMPARE(traceParentOf(bad), QByteArray());
        const RunningServices services;
        const QByteArray headers = "Content-Type: application/json\r\ntraceparent: \xe9\t\r\n";
        QCOMPARE(exchange(services.httpPort(),
                          request("POST", "/purchasing/flow", R"({"product_id":"PROD-001"})", headers))
                     .status,
                 200);
    }

    /// A client that does not keep its connection gets its answer, too, while the services end.
    void endingAnswersWhoDoesNotKeepTheConnection()
    {
        std::shared_ptr<WaitingSuppliers> suppliers;
        RunningServices services([&suppliers](FlowPorts& ports) {
            suppliers = std::make_shared<WaitingSuppliers>(ports.suppliers);
            ports.product = nullptr; // Each source by itself.
            ports.suppliers = suppliers;
        });
        const QByteArray headers = "Content-Type: application/json\r\nConnection: close\r\n";
        QFuture<HttpAnswer> asked = QtConcurrent::run([&services, headers] {
            return exchange(services.httpPort(),
                            request("POST", "/purchasing/flow", R"({"product_id":"PROD-002"})", headers));
        });
        QTRY_COMPARE_WITH_TIMEOUT(suppliers->asked.load(), 1, 10000);
        QFuture<void> ending = QtConcurrent::run([&services] { services.group().drain(); });
        QTest::qWait(200);
        suppliers->open();
        QCOMPARE(asked.result().status, 200);
        ending.waitForFinished();
    }

    /// An order whose answer was lost is not reported as none: whoever asked gets it, or hears that nobody
    /// knows.
    void aLostAnswerIsLookedFor()
    {
        bool isFound = true;
        class Forgetful : public ForwardingOrders
        {
        public:
            Forgetful(std::shared_ptr<OrderStore> inner, const bool& canLook)
                : ForwardingOrders(std::move(inner))
                , m_isFound(canLook)
            {
            }
            QFuture<Result<PurchaseOrder>> create(const OrderRequest& request, const Actor& actor) override
            {
                ForwardingOrders::create(request, actor).waitForFinished();
                return answer<PurchaseOrder>(gone());
            }
            QFuture<Result<PurchaseOrder>> orderOfKey(const RequestKey& key, const Actor& actor) override
            {
                return m_isFound ? ForwardingOrders::orderOfKey(key, actor) : answer<PurchaseOrder>(gone());
            }

        private:
            static Error gone() { return {ErrorKind::Unavailable, QStringLiteral("No answer."), {}}; }
            const bool& m_isFound;
        };
        for (const bool found : {true, false}) {
            isFound = found;
            const RunningServices services([&isFound](FlowPorts& ports) {
                ports.orders = std::make_shared<Forgetful>(ports.orders, isFound);
            });
            const HttpAnswer answer = flow(services, "PROD-002");
            QCOMPARE(answer.status, found ? 200 : 503);
            if (!found)
                QVERIFY2(answer.text("detail").contains(QLatin1String("not known")), answer.body.constData());
            QCOMPARE(services.ports().orders->list({{}, QStringLiteral("PROD-002"), 10}).result()->size(),
                     1u);
        }
    }

    /// Several requests on one connection, as clients that keep it do.
    void connectionsAreKept()
    {
        const RunningServices services;
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(services.httpPort()));
        QVERIFY(socket.waitForConnected(10000));
        for (int i = 0; i < 3; ++i) {
            socket.write(request("GET", "/health"));
            QByteArray received;
            while (!received.contains("healthy")) {
                QVERIFY(socket.waitForReadyRead(10000));
                received += socket.readAll();
            }
            QVERIFY(received.startsWith("HTTP/1.1 200"));
        }
    }

    void cleanupTestCase() { m_services.reset(); } // While there is an application.

private:
    std::unique_ptr<RunningServices> m_services; ///< Of all bad requests.
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::OrchestratorHttpTest)
#include "orchestrator_http_test.moc"
