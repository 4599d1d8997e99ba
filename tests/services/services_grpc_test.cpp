#include "core/proto/wire_facts.h"

#include "inventory.grpc.pb.h"
#include "oms.grpc.pb.h"
#include "orchestrator.grpc.pb.h"
#include "policy.pb.h"
#include "supplier.grpc.pb.h"
#include "uom.grpc.pb.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>

#include "tests/services/service_call.h"

namespace purchasing::tests {

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
        client << QString::fromStdString(supplierOf(services, "PROD-003"));
        QProcess python;
        python.start(QStringLiteral("/usr/bin/python3"), client); // Debian's, which has grpcio.
        QVERIFY(python.waitForFinished(60000));
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
        QCOMPARE(python.readAllStandardOutput().trimmed(), QByteArray("all as expected"));
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
    std::unique_ptr<RunningServices> m_services;
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::ServicesGrpcTest)
#include "services_grpc_test.moc"
