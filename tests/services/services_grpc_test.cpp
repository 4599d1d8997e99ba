#include "core/proto/wire_facts.h"
#include "core/proto/wire_orders.h"

#include "inventory.grpc.pb.h"
#include "oms.grpc.pb.h"
#include "orchestrator.grpc.pb.h"
#include "po.grpc.pb.h"
#include "policy.pb.h"
#include "rule_engine.grpc.pb.h"
#include "supplier.grpc.pb.h"
#include "uom.grpc.pb.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>

#include <grpcpp/grpcpp.h>

#include <cmath>
#include <limits>

#include "tests/services/running_services.h"

namespace purchasing::tests {
namespace {

std::shared_ptr<grpc::Channel> channelTo(const std::string& address)
{
    return grpc::CreateChannel(address, grpc::InsecureChannelCredentials());
}

/// Calls one method and returns its status.
template <typename Stub, typename Request, typename Response>
grpc::Status call(Stub& stub, grpc::Status (Stub::*method)(grpc::ClientContext*, const Request&, Response*),
                  const Request& request, Response& response)
{
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(30));
    return (stub.*method)(&context, request, &response);
}

QString words(const grpc::Status& status)
{
    return QString::fromStdString(status.error_message());
}

QStringList demoProducts(const FlowPorts& ports)
{
    QStringList ids;
    for (QString after;;) {
        const auto piece = ports.demand->list(after, 1000).result();
        if (!piece || piece->empty())
            return ids;
        for (const auto& product : *piece)
            ids << product.productId;
        after = ids.last();
    }
}

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

/// The services over gRPC: the reference system's fields, and ours beside them.
class ServicesGrpcTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_services = std::make_unique<RunningServices>(); }
    void cleanupTestCase() { m_services.reset(); }

    void theReferencesFieldsSayWhatTheyAlwaysDid()
    {
        const auto omsStub = oms::OmsService::NewStub(channelTo(m_services->address("oms")));
        oms::HistoryRequest history;
        history.set_product_id("PROD-001");
        oms::HistoryResponse demand;
        QVERIFY(call(*omsStub, &oms::OmsService::Stub::GetHistory, history, demand).ok());
        QCOMPARE(demand.product_id(), std::string("PROD-001"));
        QCOMPARE(demand.avg_daily_demand(), 15.5);
        QVERIFY(!demand.trend().empty());
        const auto inventoryStub =
            inventory::InventoryService::NewStub(channelTo(m_services->address("inventory")));
        inventory::LevelsRequest levelsOf;
        levelsOf.set_product_id("PROD-001");
        inventory::LevelsResponse levels;
        QVERIFY(call(*inventoryStub, &inventory::InventoryService::Stub::GetLevels, levelsOf, levels).ok());
        QCOMPARE(levels.available_qty(), 20);
        const auto supplierStub =
            supplier::SupplierService::NewStub(channelTo(m_services->address("supplier")));
        supplier::InfoRequest infoOf;
        infoOf.set_product_id("PROD-001");
        supplier::InfoResponse info;
        QVERIFY(call(*supplierStub, &supplier::SupplierService::Stub::GetInfo, infoOf, info).ok());
        QCOMPARE(info.moq(), 20);
        QCOMPARE(info.lead_time_days(), 7);
        QCOMPARE(info.unit_price(), 15.99);
        QVERIFY(!info.supplier_name().empty());
        QVERIFY(info.has_is_active() && info.is_active());
        const auto uomStub = uom::UomService::NewStub(channelTo(m_services->address("uom")));
        uom::ConversionRequest unitsOf;
        unitsOf.set_product_id("PROD-001");
        uom::ConversionResponse units;
        QVERIFY(call(*uomStub, &uom::UomService::Stub::GetConversion, unitsOf, units).ok());
        QVERIFY(!units.base_unit().empty());
    }

    /// Nothing that a source knows is lost on the way.
    void everyFactTravels()
    {
        const FlowPorts& ports = m_services->ports();
        const auto omsStub = oms::OmsService::NewStub(channelTo(m_services->address("oms")));
        const auto inventoryStub =
            inventory::InventoryService::NewStub(channelTo(m_services->address("inventory")));
        const auto supplierStub =
            supplier::SupplierService::NewStub(channelTo(m_services->address("supplier")));
        const auto uomStub = uom::UomService::NewStub(channelTo(m_services->address("uom")));
        const QStringList products = demoProducts(ports);
        QVERIFY(products.size() > 40);
        for (const QString& id : products) {
            oms::HistoryRequest history;
            history.set_product_id(id.toStdString());
            history.set_exact(true);
            oms::HistoryResponse demand;
            QVERIFY(call(*omsStub, &oms::OmsService::Stub::GetHistory, history, demand).ok());
            const auto known = ports.demand->demand(id).result();
            QCOMPARE(demand.has_demand(), known.isOk());
            if (known)
                QCOMPARE(wire::fromWire(demand.demand()), *known);
            inventory::LevelsRequest levelsOf;
            levelsOf.set_product_id(id.toStdString());
            levelsOf.set_exact(true);
            inventory::LevelsResponse levels;
            QVERIFY(
                call(*inventoryStub, &inventory::InventoryService::Stub::GetLevels, levelsOf, levels).ok());
            std::vector<WarehouseLevel> rows;
            for (const auto& row : levels.warehouses())
                rows.push_back(wire::fromWire(row));
            QVERIFY(rows == *ports.inventory->levels(id).result());
            supplier::InfoRequest infoOf;
            infoOf.set_product_id(id.toStdString());
            infoOf.set_exact(true);
            supplier::InfoResponse info;
            QVERIFY(call(*supplierStub, &supplier::SupplierService::Stub::GetInfo, infoOf, info).ok());
            std::vector<SupplierOffer> offers;
            for (const auto& offer : info.offers())
                offers.push_back(wire::fromWire(offer));
            QVERIFY(offers == *ports.suppliers->offers(id).result());
            uom::ConversionRequest unitsOf;
            unitsOf.set_product_id(id.toStdString());
            unitsOf.set_exact(true);
            uom::ConversionResponse units;
            QVERIFY(call(*uomStub, &uom::UomService::Stub::GetConversion, unitsOf, units).ok());
            std::vector<UnitConversion> conversions;
            for (const auto& conversion : units.conversions())
                conversions.push_back(wire::fromWire(conversion));
            QVERIFY(conversions == *ports.units->conversions(id).result());
        }
    }

    void listsHoldEveryProductOnce()
    {
        const auto omsStub = oms::OmsService::NewStub(channelTo(m_services->address("oms")));
        const QStringList products = demoProducts(m_services->ports());
        for (const int skipped : {0, 5}) {
            oms::ListRequest request;
            if (skipped > 0)
                request.set_after(products.at(skipped - 1).toStdString());
            grpc::ClientContext context;
            const auto reader = omsStub->ListDemand(&context, request);
            QStringList listed;
            oms::ListedDemands piece;
            while (reader->Read(&piece)) {
                for (const auto& product : piece.products())
                    listed << QString::fromStdString(product.product_id());
            }
            QVERIFY(reader->Finish().ok());
            QCOMPARE(listed, products.mid(skipped));
        }
    }

    void unknownAndImpossibleProducts()
    {
        const auto omsStub = oms::OmsService::NewStub(channelTo(m_services->address("oms")));
        oms::HistoryRequest request;
        oms::HistoryResponse response;
        request.set_product_id("GHOST");
        grpc::Status status = call(*omsStub, &oms::OmsService::Stub::GetHistory, request, response);
        QCOMPARE(status.error_code(), grpc::StatusCode::NOT_FOUND);
        QVERIFY2(words(status).contains(QLatin1String("GHOST")), qPrintable(words(status)));
        for (const std::string& id : {std::string(), std::string("a\x01"), std::string(51, 'x')}) {
            request.set_product_id(id);
            status = call(*omsStub, &oms::OmsService::Stub::GetHistory, request, response);
            QCOMPARE(status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
        }
    }

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

    /// Who reads the fixed fields only never gets a zero for something that nobody knows.
    void theFixedFieldsInventNothing()
    {
        const auto supplierStub =
            supplier::SupplierService::NewStub(channelTo(m_services->address("supplier")));
        const auto inventoryStub =
            inventory::InventoryService::NewStub(channelTo(m_services->address("inventory")));
        const auto omsStub = oms::OmsService::NewStub(channelTo(m_services->address("oms")));
        const auto info = [&supplierStub](const char* id, bool isExact) {
            supplier::InfoRequest request;
            request.set_product_id(id);
            request.set_exact(isExact);
            supplier::InfoResponse response;
            return call(*supplierStub, &supplier::SupplierService::Stub::GetInfo, request, response)
                .error_code();
        };
        for (const char* id : {"PROD-113", "PROD-115"}) { // Without a supplier; without a price.
            QCOMPARE(info(id, false), grpc::StatusCode::NOT_FOUND);
            QCOMPARE(info(id, true), grpc::StatusCode::OK);
        }
        QCOMPARE(info("PROD-114", false), grpc::StatusCode::OK); // A price of 0 is a value.
        inventory::LevelsRequest levels;
        levels.set_product_id("PROD-116"); // Without stock.
        inventory::LevelsResponse stock;
        QCOMPARE(
            call(*inventoryStub, &inventory::InventoryService::Stub::GetLevels, levels, stock).error_code(),
            grpc::StatusCode::NOT_FOUND);
        oms::HistoryRequest history;
        history.set_product_id("PROD-117"); // Without demand.
        oms::HistoryResponse demand;
        QCOMPARE(call(*omsStub, &oms::OmsService::Stub::GetHistory, history, demand).error_code(),
                 grpc::StatusCode::NOT_FOUND);
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

    /// An existing client's Create and Send.
    void aBareOrderIsADraftUntilItIsSent()
    {
        const auto poStub = po::PoService::NewStub(channelTo(m_services->address("po")));
        po::CreateRequest create;
        create.set_product_id("PROD-003");
        create.set_supplier_id(supplierOf("PROD-003"));
        create.set_qty(400);
        create.set_unit_price(25.0);
        create.set_total_amount(10000.0); // On the limit.
        po::CreateResponse created;
        QVERIFY(call(*poStub, &po::PoService::Stub::Create, create, created).ok());
        QCOMPARE(created.po().status(), std::string("draft"));
        QCOMPARE(created.po().qty(), 400);
        QCOMPARE(created.po().total_amount(), 10000.0);
        QVERIFY(created.po().sent_at().empty());
        po::SendRequest send;
        send.set_po_id(created.po().po_id());
        po::SendResponse sent;
        const grpc::Status status = call(*poStub, &po::PoService::Stub::Send, send, sent);
        QVERIFY2(status.ok(), qPrintable(words(status)));
        QVERIFY2(sent.success(), sent.message().c_str());
        QCOMPARE(sent.po().status(), std::string("sent"));
        QVERIFY(!sent.po().sent_at().empty());
    }

    void aBareOrderAboveTheLimitNeedsApproval()
    {
        const auto poStub = po::PoService::NewStub(channelTo(m_services->address("po")));
        po::CreateRequest create;
        create.set_product_id("PROD-003");
        create.set_supplier_id(supplierOf("PROD-003"));
        create.set_qty(1);
        create.set_unit_price(10000.01);
        create.set_total_amount(10000.01);
        po::CreateResponse created;
        QVERIFY(call(*poStub, &po::PoService::Stub::Create, create, created).ok());
        QCOMPARE(created.po().status(), std::string("draft"));
        po::SendRequest send;
        send.set_po_id(created.po().po_id());
        po::SendResponse sent;
        QVERIFY(call(*poStub, &po::PoService::Stub::Send, send, sent).ok());
        QVERIFY(!sent.success());
        QCOMPARE(sent.po().status(), std::string("pending_approval"));
        QVERIFY(QString::fromStdString(sent.message()).contains(QLatin1String("needs approval")));
        // Asking once more does not help; an approval does.
        const grpc::Status again = call(*poStub, &po::PoService::Stub::Send, send, sent);
        QCOMPARE(again.error_code(), grpc::StatusCode::FAILED_PRECONDITION);
        po::GetRequest get;
        get.set_id(created.po().po_id());
        po::OrderResponse waiting;
        QVERIFY(call(*poStub, &po::PoService::Stub::Get, get, waiting).ok());
        po::DecideRequest approve;
        approve.set_po_id(created.po().po_id());
        approve.set_version(waiting.po().version());
        approve.set_content_hash(waiting.po().content_hash());
        po::OrderResponse approved;
        const grpc::Status decided = call(*poStub, &po::PoService::Stub::Approve, approve, approved);
        QVERIFY2(decided.ok(), qPrintable(words(decided)));
        QCOMPARE(approved.po().status(), std::string("approved"));
        QVERIFY(call(*poStub, &po::PoService::Stub::Send, send, sent).ok());
        QVERIFY2(sent.success(), sent.message().c_str());
        // The audit log tells the same story.
        QVERIFY(m_services->ports().audit->verify().result());
    }

    void aBareOrderMustAddUp()
    {
        const auto poStub = po::PoService::NewStub(channelTo(m_services->address("po")));
        po::CreateRequest create;
        create.set_product_id("PROD-003");
        create.set_supplier_id("SUP-1");
        create.set_qty(3);
        create.set_unit_price(10.0);
        create.set_total_amount(31.0);
        po::CreateResponse created;
        QCOMPARE(call(*poStub, &po::PoService::Stub::Create, create, created).error_code(),
                 grpc::StatusCode::INVALID_ARGUMENT);
        create.set_total_amount(30.0);
        create.set_qty(0);
        QVERIFY(!call(*poStub, &po::PoService::Stub::Create, create, created).ok());
        create.set_qty(3);
        create.set_unit_price(std::nan(""));
        QCOMPARE(call(*poStub, &po::PoService::Stub::Create, create, created).error_code(),
                 grpc::StatusCode::INVALID_ARGUMENT);
    }

    /// Another implementation of gRPC that knows the reference system's messages only.
    void anExistingClientWorksUnchanged()
    {
        const RunningServices services;
        QTemporaryDir folder;
        const QDir protocols(QStringLiteral(PURCHASING_SOURCE "/tests/data/wire"));
        QStringList arguments{QStringLiteral("-I"), protocols.path(),
                              QStringLiteral("--python_out=") + folder.path(),
                              QStringLiteral("--grpc_out=") + folder.path(),
                              QStringLiteral("--plugin=protoc-gen-grpc=")
                                  + QStandardPaths::findExecutable(QStringLiteral("grpc_python_plugin"))};
        for (const QString& file : protocols.entryList({QStringLiteral("*.proto")}))
            arguments << protocols.filePath(file);
        QProcess protoc;
        protoc.start(QStringLiteral("protoc"), arguments);
        QVERIFY2(protoc.waitForFinished(60000) && protoc.exitCode() == 0,
                 protoc.readAllStandardError().constData());
        QStringList client{QStringLiteral(PURCHASING_SOURCE "/tests/services/existing_client.py"),
                           folder.path()};
        for (const char* service : {"oms", "inventory", "supplier", "uom", "rules", "po"})
            client << QStringLiteral("%1=%2").arg(QLatin1String(service),
                                                  QString::fromStdString(services.address(service)));
        client << QString::fromStdString(supplierOf("PROD-003"));
        QProcess python;
        python.start(QStringLiteral("/usr/bin/python3"), client); // Debian's, which has grpcio.
        QVERIFY(python.waitForFinished(60000));
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
        QCOMPARE(python.readAllStandardOutput().trimmed(), QByteArray("all as expected"));
    }

    /// What belongs to a decision is refused without one, instead of being passed over.
    void aBareOrderWithAKeyIsRefused()
    {
        const auto poStub = po::PoService::NewStub(channelTo(m_services->address("po")));
        po::CreateRequest create;
        create.set_product_id("PROD-003");
        create.set_supplier_id("SUP-1");
        create.set_qty(3);
        create.set_unit_price(10.0);
        create.mutable_key()->set_key("k1");
        po::CreateResponse created;
        QCOMPARE(call(*poStub, &po::PoService::Stub::Create, create, created).error_code(),
                 grpc::StatusCode::INVALID_ARGUMENT);
        po::OrderOfKeyRequest asked;
        po::OrderResponse found;
        QCOMPARE(call(*poStub, &po::PoService::Stub::OrderOfKey, asked, found).error_code(),
                 grpc::StatusCode::PERMISSION_DENIED);
    }

    /// Nobody but the Orchestrator may say that rules have decided.
    void decisionsAreTakenFromTheOrchestratorAlone()
    {
        const auto poStub = po::PoService::NewStub(channelTo(m_services->address("po")));
        po::CreateRequest create;
        create.mutable_decided()->set_product_id("PROD-003");
        create.set_send_intended(true);
        po::CreateResponse created;
        const grpc::Status status = call(*poStub, &po::PoService::Stub::Create, create, created);
        QCOMPARE(status.error_code(), grpc::StatusCode::PERMISSION_DENIED);
    }

    void theFlowOverGrpcAnswersAsOverHttp()
    {
        const RunningServices services;
        const auto stub =
            orchestrator::OrchestratorService::NewStub(channelTo(services.address("orchestrator")));
        orchestrator::FlowRequest request;
        request.set_product_id("PROD-002");
        request.set_idempotency_key("k1");
        orchestrator::FlowResponse first;
        QVERIFY(call(*stub, &orchestrator::OrchestratorService::Stub::Flow, request, first).ok());
        QCOMPARE(first.po().qty(), 245);
        QCOMPARE(first.po().status(), std::string("sent"));
        QCOMPARE(first.calculation().total_amount_minor(), 379750);
        QVERIFY(!first.replayed());
        orchestrator::FlowResponse again;
        QVERIFY(call(*stub, &orchestrator::OrchestratorService::Stub::Flow, request, again).ok());
        QVERIFY(again.replayed());
        QCOMPARE(again.po().po_id(), first.po().po_id());
        request.set_product_id("GHOST");
        request.set_idempotency_key("");
        QCOMPARE(call(*stub, &orchestrator::OrchestratorService::Stub::Flow, request, again).error_code(),
                 grpc::StatusCode::NOT_FOUND);
        orchestrator::FlowBatchRequest batch;
        for (const char* id : {"PROD-001", "GHOST", "PROD-113", "PROD-002"})
            batch.add_product_ids(id);
        grpc::ClientContext context;
        const auto reader = stub->FlowBatch(&context, batch);
        QStringList told;
        orchestrator::FlowBatchAnswer answer;
        while (reader->Read(&answer)) {
            told << QStringLiteral("%1 %2").arg(QString::fromStdString(answer.product_id()),
                                                !answer.has_answer()           ? QStringLiteral("failed")
                                                    : answer.answer().has_po() ? QStringLiteral("ordered")
                                                                               : QStringLiteral("nothing"));
        }
        QVERIFY(reader->Finish().ok());
        QCOMPARE(told,
                 (QStringList{QStringLiteral("PROD-001 ordered"), QStringLiteral("GHOST failed"),
                              QStringLiteral("PROD-113 failed"), QStringLiteral("PROD-002 nothing")}));
    }

    /// A method without a policy would be nobody's or everybody's.
    void everyMethodSaysWhoMayCallIt()
    {
        int methods = 0;
        for (const char* name :
             {"oms.OmsService", "inventory.InventoryService", "supplier.SupplierService", "uom.UomService",
              "rule_engine.RuleEngineService", "po.PoService", "orchestrator.OrchestratorService"}) {
            const auto* service = google::protobuf::DescriptorPool::generated_pool()->FindServiceByName(name);
            QVERIFY2(service, name);
            for (int i = 0; i < service->method_count(); ++i, ++methods) {
                const auto& options = service->method(i)->options();
                QVERIFY2(options.HasExtension(policy), service->method(i)->full_name().c_str());
                const Policy& policyOf = options.GetExtension(policy);
                QVERIFY2(policyOf.everybody() || policyOf.people_size() + policyOf.services_size() > 0,
                         service->method(i)->full_name().c_str());
            }
        }
        QVERIFY(methods > 30);
    }

    void theyAreHealthy()
    {
        const auto omsStub = oms::OmsService::NewStub(channelTo(m_services->address("oms")));
        oms::HealthResponse response;
        QVERIFY(call(*omsStub, &oms::OmsService::Stub::HealthCheck, oms::HealthRequest(), response).ok());
        QCOMPARE(response.status(), std::string("healthy"));
        QCOMPARE(response.service(), std::string("oms-service"));
    }

    /// Two of them cannot share a port unnoticed.
    void aPortInUseIsSaid()
    {
        services::GrpcHost host;
        const Result<int> taken = host.listen(QStringLiteral("127.0.0.1"), m_services->port("oms"));
        QVERIFY(!taken);
        QVERIFY2(taken.error().message.contains(QString::number(m_services->port("oms"))),
                 qPrintable(taken.error().message));
        services::HttpServer server([](auto, auto) {});
        const Result<int> http = server.listen(QStringLiteral("127.0.0.1"), m_services->httpPort());
        QVERIFY(!http);
        QVERIFY2(http.error().message.contains(QString::number(m_services->httpPort())),
                 qPrintable(http.error().message));
    }

private:
    [[nodiscard]] std::string supplierOf(const char* productId) const
    {
        return m_services->ports()
            .suppliers->offers(QString::fromLatin1(productId))
            .result()
            ->front()
            .supplierId.toStdString();
    }

    std::unique_ptr<RunningServices> m_services;
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::ServicesGrpcTest)
#include "services_grpc_test.moc"
