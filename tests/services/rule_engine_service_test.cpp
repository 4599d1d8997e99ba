#include "core/proto/wire_facts.h"

#include "orchestrator.grpc.pb.h"
#include "rule_engine.grpc.pb.h"

#include <cmath>
#include <limits>

#include "tests/services/service_call.h"

namespace purchasing::tests {
namespace {

rule_engine::EvaluateRequest evaluation(double required, int available, int moq, double price, bool isActive)
{
    rule_engine::EvaluateRequest request;
    request.mutable_oms_data()->set_product_id("P-1");
    request.mutable_oms_data()->set_avg_daily_demand(required);
    request.mutable_oms_data()->set_trend("stable");
    request.mutable_inventory_data()->set_product_id("P-1");
    request.mutable_inventory_data()->set_available_qty(available);
    request.mutable_supplier_data()->set_supplier_id("S-1");
    request.mutable_supplier_data()->set_moq(moq);
    request.mutable_supplier_data()->set_lead_time_days(1);
    request.mutable_supplier_data()->set_unit_price(price);
    request.mutable_supplier_data()->set_is_active(isActive);
    return request;
}

} // namespace

/// The rule engine over gRPC: as the contract says, and no order on what is not known.
class RuleEngineServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_services = std::make_unique<RunningServices>(); }

    void cleanupTestCase() { m_services.reset(); }

    /// The contract's table, asked as an existing client asks.
    void theRulesDecideAsTheContractSays_data()
    {
        QTest::addColumn<double>("required");
        QTest::addColumn<int>("available");
        QTest::addColumn<int>("moq");
        QTest::addColumn<double>("price");
        QTest::addColumn<bool>("active");
        QTest::addColumn<double>("shortage");
        QTest::addColumn<qint64>("qty");
        QTest::addColumn<double>("total");
        QTest::addColumn<double>("grand");
        QTest::addColumn<QString>("poStatus");
        QTest::newRow("ordinary") << 100.0 << 20 << 50 << 10.0 << true << 80.0 << 80LL << 800.0 << 864.0
                                  << "approved";
        QTest::newRow("moq") << 100.0 << 80 << 50 << 10.0 << true << 20.0 << 50LL << 500.0 << 540.0
                             << "approved";
        QTest::newRow("as much as the moq")
            << 100.0 << 50 << 50 << 10.0 << true << 50.0 << 50LL << 500.0 << 540.0 << "approved";
        QTest::newRow("on the limit")
            << 1000.0 << 0 << 10 << 10.0 << true << 1000.0 << 1000LL << 10000.0 << 10800.0 << "approved";
        QTest::newRow("a cent above")
            << 1.0 << 0 << 1 << 10000.01 << true << 1.0 << 1LL << 10000.01 << 10800.01 << "pending_approval";
        QTest::newRow("below the discount")
            << 1.0 << 0 << 1 << 49999.99 << true << 1.0 << 1LL << 49999.99 << 53999.99 << "pending_approval";
        QTest::newRow("with discount") << 5000.0 << 0 << 10 << 10.0 << true << 5000.0 << 5000LL << 50000.0
                                       << 48600.0 << "pending_approval";
        QTest::newRow("inactive") << 100.0 << 20 << 50 << 10.0 << false << 0.0 << 0LL << 0.0 << 0.0 << "";
        QTest::newRow("no demand") << 0.0 << 20 << 50 << 10.0 << true << 0.0 << 0LL << 0.0 << 0.0 << "";
        QTest::newRow("reserved above stock")
            << 100.0 << -20 << 50 << 10.0 << true << 120.0 << 120LL << 1200.0 << 1296.0 << "approved";
        QTest::newRow("a surplus") << 100.0 << 140 << 50 << 10.0 << true << -40.0 << 0LL << 0.0 << 0.0 << "";
    }

    void theRulesDecideAsTheContractSays()
    {
        QFETCH(double, required);
        QFETCH(int, available);
        QFETCH(int, moq);
        QFETCH(double, price);
        QFETCH(bool, active);
        const auto rules = rule_engine::RuleEngineService::NewStub(channelTo(m_services->address("rules")));
        rule_engine::EvaluateResponse response;
        QVERIFY(call(*rules, &rule_engine::RuleEngineService::Stub::Evaluate,
                     evaluation(required, available, moq, price, active), response)
                    .ok());
        QTEST(response.shortage(), "shortage");
        QTEST(qint64{response.order_qty()}, "qty");
        QTEST(response.total_amount(), "total");
        QTEST(response.grand_total(), "grand");
        QTEST(QString::fromStdString(response.po_status()), "poStatus");
        QCOMPARE(response.should_create_po(), !response.po_status().empty());
        QCOMPARE(response.should_send_po(), response.po_status() == "approved");
        QVERIFY(!response.has_explained());
    }

    /// A client that knows no problems is not told to order in spite of one.
    void aBlockedProductOrdersNothing()
    {
        const auto rules = rule_engine::RuleEngineService::NewStub(channelTo(m_services->address("rules")));
        rule_engine::EvaluateResponse response;
        QVERIFY(call(*rules, &rule_engine::RuleEngineService::Stub::Evaluate,
                     evaluation(100, 20, 50, 0.0, true), response)
                    .ok());
        QCOMPARE(response.order_qty(), 80);
        QVERIFY(response.need_reorder());
        QVERIFY(!response.should_create_po() && !response.should_send_po());
        QCOMPARE(response.problems_size(), 1);
        QCOMPARE(response.problems(0).text(), std::string("no price"));
    }

    /// A message that is not there is a source that failed, and an answer about another product is none.
    void whatIsMissingIsNoZero()
    {
        const auto rules = rule_engine::RuleEngineService::NewStub(channelTo(m_services->address("rules")));
        const auto evaluate = [&rules](const rule_engine::EvaluateRequest& request,
                                       rule_engine::EvaluateResponse& response) {
            return call(*rules, &rule_engine::RuleEngineService::Stub::Evaluate, request, response);
        };
        for (const int left : {0, 1, 2}) {
            rule_engine::EvaluateRequest request = evaluation(100, 20, 50, 10, true);
            if (left == 0)
                request.clear_oms_data();
            else if (left == 1)
                request.clear_inventory_data();
            else
                request.clear_supplier_data();
            rule_engine::EvaluateResponse response;
            QVERIFY(evaluate(request, response).ok());
            QVERIFY(!response.should_create_po() && !response.should_send_po());
            QVERIFY(response.problems_size() > 0);
        }
        rule_engine::EvaluateRequest mixed = evaluation(100, 20, 50, 10, true);
        mixed.mutable_inventory_data()->set_product_id("P-2");
        rule_engine::EvaluateResponse response;
        QCOMPARE(evaluate(mixed, response).error_code(), grpc::StatusCode::INVALID_ARGUMENT);
    }

    /// The ceiling is the installation's: whoever does not name it does not know it.
    void aBareEvaluateKnowsNoCeiling()
    {
        const RunningServices services;
        const Actor actor = *services.ports().people->operatingSystemUser().result();
        QVERIFY(services.ports()
                    .people->setSetting(QStringLiteral("approval_ceiling"), QStringLiteral("100"), actor)
                    .result());
        const auto rules = rule_engine::RuleEngineService::NewStub(channelTo(services.address("rules")));
        rule_engine::EvaluateResponse response;
        QVERIFY(call(*rules, &rule_engine::RuleEngineService::Stub::Evaluate,
                     evaluation(100, 20, 50, 10, true), response)
                    .ok());
        QVERIFY(response.should_send_po());
        // The flow knows it.
        const auto stub =
            orchestrator::OrchestratorService::NewStub(channelTo(services.address("orchestrator")));
        orchestrator::FlowRequest request;
        request.set_product_id("PROD-002");
        orchestrator::FlowResponse flowed;
        QVERIFY(call(*stub, &orchestrator::OrchestratorService::Stub::Flow, request, flowed).ok());
        QCOMPARE(flowed.po().status(), std::string("pending_approval"));
    }

    void numbersThatNobodyHas_data()
    {
        QTest::addColumn<double>("demand");
        QTest::addColumn<double>("price");
        const double infinity = std::numeric_limits<double>::infinity();
        QTest::newRow("NaN demand") << std::nan("") << 10.0;
        QTest::newRow("infinite demand") << infinity << 10.0;
        QTest::newRow("NaN price") << 100.0 << std::nan("");
        QTest::newRow("a price beyond all") << 100.0 << 1e300;
    }

    void numbersThatNobodyHas()
    {
        QFETCH(double, demand);
        QFETCH(double, price);
        const auto rules = rule_engine::RuleEngineService::NewStub(channelTo(m_services->address("rules")));
        rule_engine::EvaluateResponse response;
        const grpc::Status status = call(*rules, &rule_engine::RuleEngineService::Stub::Evaluate,
                                         evaluation(demand, 20, 50, price, true), response);
        QCOMPARE(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
        QVERIFY2(words(status).contains(QLatin1String("cannot be held"))
                     || words(status).contains(QLatin1String("can be held")),
                 qPrintable(words(status)));
    }

    /// With all facts the account comes back whole: the same as deciding here.
    void theWholeAccountTravels()
    {
        const auto rules = rule_engine::RuleEngineService::NewStub(channelTo(m_services->address("rules")));
        PurchasingFlow flow(m_services->ports());
        const auto inForce = flow.rulesInForce();
        const QDate today(2026, 3, 2);
        for (const QString& id : demoProducts(m_services->ports())) {
            const auto outcome = flow.evaluate({id, {}, {}}).result();
            if (!outcome)
                continue;
            rule_engine::EvaluateRequest request;
            *request.mutable_facts() = wire::toWire(outcome->facts);
            request.set_today("2026-03-02");
            request.set_approval_ceiling_minor(50000);
            rule_engine::EvaluateResponse response;
            QVERIFY(call(*rules, &rule_engine::RuleEngineService::Stub::Evaluate, request, response).ok());
            const ExplainedDecision here =
                (*inForce)->withCeiling(Money{50000})->explain(outcome->facts, today);
            QCOMPARE(response.explained().SerializeAsString(), wire::toWire(here).SerializeAsString());
            const ExplainedDecision back = wire::fromWire(response.explained());
            QCOMPARE(back.decision.outputs, here.decision.outputs);
            QVERIFY(back.decision.problems == here.decision.problems);
            QCOMPARE(back.decision.orderBy, here.decision.orderBy);
            QCOMPARE(back.decision.aboveCeiling, here.decision.aboveCeiling);
            QCOMPARE(back.rules.size(), here.rules.size());
            QCOMPARE(back.factsJson, here.factsJson);
        }
    }

private:
    std::unique_ptr<RunningServices> m_services;
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::RuleEngineServiceTest)
#include "rule_engine_service_test.moc"
