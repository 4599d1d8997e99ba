#include <algorithm>
#include <set>

#include "tests/services/separate_services.h"
#include "tests/services/service_call.h"

namespace purchasing::tests {
namespace {

using FlowResult = std::pair<grpc::Status, orchestrator::FlowResponse>;

bool isLong()
{
    return qEnvironmentVariableIntValue("PURCHASING_LONG_TESTS") != 0;
}

/// Seven programs with a bad network before one of them, and products that need an order.
class Lab
{
public:
    explicit Lab(const std::string& link)
        : m_link(link)
        , m_services(SeparateServices::On::File, SeparateServices::Wire::Plain, {}, {link})
    {
        for (const QString& id : demoProducts(m_services.beside())) {
            orchestrator::EvaluateRequest request;
            request.set_product_id(id.toStdString());
            orchestrator::OutcomeResponse response;
            grpc::ClientContext context;
            context.set_wait_for_ready(true);
            if (m_services.flows().Evaluate(&context, request, &response).ok()
                && response.explained().decision().outputs().should_create_po())
                m_products << id;
        }
    }

    [[nodiscard]] bool isUsedUp() const { return m_products.isEmpty(); }
    [[nodiscard]] QString takeProduct() { return m_products.takeFirst(); }
    [[nodiscard]] FaultProxy& network() { return m_services.proxy(m_link); }

    [[nodiscard]] FlowResult flow(const QString& productId, const QString& key)
    {
        FlowResult result;
        orchestrator::FlowRequest request;
        request.set_product_id(productId.toStdString());
        request.set_idempotency_key(key.toStdString());
        grpc::ClientContext context;
        context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(20));
        result.first = m_services.flows().Flow(&context, request, &result.second);
        return result;
    }
    /// The orders of the product that the flows of this lab made.
    [[nodiscard]] std::vector<PurchaseOrder> ordersOf(const QString& productId)
    {
        OrderFilter filter;
        filter.productId = productId;
        auto orders = m_services.orders()->list(filter).result();
        if (!orders)
            qFatal("%s", qPrintable(orders.error().message));
        std::erase_if(*orders, [this](const PurchaseOrder& order) { return order.createdAt < m_begin; });
        return *orders;
    }
    [[nodiscard]] AuditStore& audit() { return *m_services.audit(); }

private:
    std::string m_link;
    SeparateServices m_services;
    QDateTime m_begin = QDateTime::currentDateTimeUtc();
    QStringList m_products;
};

} // namespace

/// Orders over a network that breaks at any byte: an order exists once or not at all, whoever is told so can believe
/// it, and whoever is told nothing finds out by asking again with the same key.
class FaultLabTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutAtEachByte_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<int>("way");
        QStringList links{QStringLiteral("po"), QStringLiteral("orchestrator"), QStringLiteral("rules")};
        if (isLong())
            links << QStringLiteral("supplier") << QStringLiteral("oms") << QStringLiteral("inventory")
                  << QStringLiteral("uom");
        for (const QString& link : links) {
            const QByteArray name = link.toLatin1();
            QTest::addRow("on the way to %s", name.constData()) << link << static_cast<int>(Way::ToServer);
            QTest::addRow("on the way back from %s", name.constData())
                << link << static_cast<int>(Way::ToClient);
        }
    }

    void cutAtEachByte()
    {
        QFETCH(const QString, link);
        QFETCH(const int, way);
        auto lab = std::make_unique<Lab>(link.toStdString());
        // The first order opens the way from the PO service to the suppliers, which may take more than one
        // try.
        const QString opening = lab->takeProduct();
        QTRY_VERIFY_WITH_TIMEOUT(lab->flow(opening, QStringLiteral("opening")).first.ok(), 30000);
        const qint64 before = lab->network().passed(static_cast<Way>(way));
        const FlowResult good = lab->flow(lab->takeProduct(), QStringLiteral("whole"));
        QVERIFY2(good.first.ok(), qPrintable(words(good.first)));
        const qint64 whole = lab->network().passed(static_cast<Way>(way)) - before;
        QVERIFY(whole > 0);
        int unknown = 0;
        int broken = 0;
        int cases = 0;
        // Most of what can go wrong is on the way of the order itself.
        const bool isOrdering = link == QLatin1String("po") || link == QLatin1String("orchestrator");
        const qint64 step = isLong() ? 1 : std::max<qint64>(1, whole / (isOrdering ? 12 : 4));
        for (qint64 at = 0; at <= whole; at += step, ++cases) {
            if (lab->isUsedUp())
                lab = std::make_unique<Lab>(link.toStdString());
            const int connections = lab->network().connectionsMade();
            lab->network().cutAfter(static_cast<Way>(way), at);
            unknown += checkOnce(*lab, QStringLiteral("cut-%1").arg(at)) ? 0 : 1;
            broken += lab->network().connectionsMade() > connections ? 1 : 0;
            if (QTest::currentTestFailed())
                return qInfo("cut after %lld of %lld bytes", static_cast<long long>(at), static_cast<long long>(whole));
        }
        qInfo("%d cuts, %d of them left the caller without an answer", cases, unknown);
        QVERIFY2(broken > cases / 2, qPrintable(QString::number(broken))); // Else the network was too good.
        QVERIFY(lab->audit().verify().result());
    }

    void late()
    {
        Lab lab("po");
        lab.network().set(Toxic::Delay, 100);
        QVERIFY(checkOnce(lab, QStringLiteral("late")));
    }

    void silent()
    {
        Lab lab("po");
        lab.network().set(Toxic::Swallow);
        QVERIFY(!checkOnce(lab, QStringLiteral("silent")));
    }

private:
    /// Makes one order through the network as it is; whether its caller was answered.
    static bool checkOnce(Lab& lab, const QString& key)
    {
        const QString product = lab.takeProduct();
        const FlowResult first = lab.flow(product, key);
        const bool wasAnswered = first.first.ok();
        // What cannot be read is not guessed: the product is blocked, and its answer says so.
        const bool wasOrdered = wasAnswered && first.second.has_po();
        if (wasAnswered && !wasOrdered) {
            [&] {
                QVERIFY(first.second.problems_size() > 0);
                QVERIFY(lab.ordersOf(product).empty());
            }();
        }
        if (!wasAnswered) {
            // Nobody is told that there is no order, when there may be one.
            const auto code = first.first.error_code();
            [&] {
                QVERIFY2(code == grpc::StatusCode::UNAVAILABLE || code == grpc::StatusCode::DEADLINE_EXCEEDED,
                         qPrintable(QStringLiteral("%1 %2").arg(code).arg(words(first.first))));
            }();
        }
        lab.network().cutAfter(Way::ToServer, -1);
        lab.network().set(Toxic::None);
        FlowResult last = first;
        const auto again = [&] {
            last = lab.flow(product, key);
            return last.first.ok();
        };
        [&] {
            QVERIFY(lab.ordersOf(product).size() <= 1);
            QTRY_VERIFY2_WITH_TIMEOUT(again(), last.first.error_message().c_str(), 30000);
            const auto orders = lab.ordersOf(product);
            QCOMPARE(orders.size(), std::size_t{1});
            QCOMPARE(QString::fromStdString(last.second.po().po_id()), orders.front().poId);
            if (wasOrdered)
                QCOMPARE(first.second.po().po_id(), last.second.po().po_id());
            QCOMPARE(orders.front().qty, last.second.po().qty());
        }();
        return wasAnswered;
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::FaultLabTest)
#include "fault_lab_test.moc"
