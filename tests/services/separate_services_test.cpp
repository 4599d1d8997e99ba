#include "po.grpc.pb.h"

#include "core/proto/wire_facts.h"

#include <QRandomGenerator>
#include <QtConcurrent>

#include <algorithm>

#include "tests/services/separate_services.h"

namespace purchasing::tests {
namespace {

struct Flowed
{
    grpc::Status status;
    orchestrator::FlowResponse response;
};

Flowed flow(orchestrator::OrchestratorService::Stub& stub, const QString& productId, const char* key = "",
            const QString& token = {})
{
    orchestrator::FlowRequest request;
    request.set_product_id(productId.toStdString());
    request.set_idempotency_key(key);
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(30));
    if (!token.isEmpty())
        context.AddMetadata("authorization", "Bearer " + token.toStdString());
    Flowed flowed;
    flowed.status = stub.Flow(&context, request, &flowed.response);
    return flowed;
}

/// What was answered, without what differs between two installations.
QString essence(const Flowed& flowed)
{
    if (!flowed.status.ok())
        return QStringLiteral("%1 %2")
            .arg(flowed.status.error_code())
            .arg(QString::fromStdString(flowed.status.error_message()));
    orchestrator::FlowResponse response = flowed.response;
    if (response.has_po()) {
        const po::PurchaseOrder made = response.po();
        po::PurchaseOrder* kept = response.mutable_po();
        kept->Clear();
        kept->set_product_id(made.product_id());
        kept->set_supplier_id(made.supplier_id());
        kept->set_supplier_email(made.supplier_email());
        kept->set_product_name(made.product_name());
        kept->set_qty(made.qty());
        kept->set_total_minor(made.total_minor());
        kept->set_to_pay_minor(made.to_pay_minor());
        kept->set_status(made.status());
        kept->set_facts_json(made.facts_json());
        kept->set_decision_json(made.decision_json());
    }
    return QString::fromStdString(response.DebugString());
}

} // namespace

/// The services as seven programs that talk over the wire.
class SeparateServicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEncryptedFlowNeedsItsPersonAndItsOrchestrator();
    /// Within one program and between seven, every product of the demo is answered the same.
    void theyAnswerAsOneProgramDoes()
    {
        const RunningServices together;
        SeparateServices apart;
        const auto local = orchestrator::OrchestratorService::NewStub(
            grpc::CreateChannel(together.address("orchestrator"), grpc::InsecureChannelCredentials()));
        QStringList products;
        for (QString after;;) {
            const auto piece = together.ports().demand->list(after, 1000).result();
            if (!piece || piece->empty())
                break;
            for (const auto& product : *piece)
                products << product.productId;
            after = products.last();
        }
        products << QStringLiteral("GHOST");
        int ordered = 0;
        for (const QString& id : products) {
            const Flowed here = flow(*local, id);
            const Flowed there = flow(apart.flows(), id);
            QCOMPARE(essence(there), essence(here));
            ordered += there.status.ok() && there.response.has_po() ? 1 : 0;
        }
        QVERIFY(ordered > 10);
        // The engine keeps the texts that decide, under their hash.
        const QStringList kept = QDir(apart.rulesFolder()).entryList({QStringLiteral("rules-*.json")});
        QCOMPARE(kept.size(), 1);
    }

    /// Each on its own database: an order goes through all of them, receipts of its history included.
    void eachOnItsOwnDatabase()
    {
        SeparateServices apart(SeparateServices::On::Server);
        const Flowed first = flow(apart.flows(), QStringLiteral("PROD-002"), "k1");
        QVERIFY2(first.status.ok(), first.status.error_message().c_str());
        QCOMPARE(first.response.po().qty(), 245);
        QCOMPARE(first.response.po().status(), std::string("sent"));
        const Flowed again = flow(apart.flows(), QStringLiteral("PROD-002"));
        QVERIFY2(again.status.ok(), again.status.error_message().c_str());
        QVERIFY(!again.response.has_po());
        QVERIFY(again.response.message().find("245 on order") != std::string::npos);
        QCOMPARE(flow(apart.flows(), QStringLiteral("GHOST")).status.error_code(),
                 grpc::StatusCode::NOT_FOUND);
        // Sending asks the supplier's service again: without it nothing leaves, and nothing is lost.
        const QString address = apart.of("supplier").address();
        const Flowed other = flow(apart.flows(), QStringLiteral("PROD-001"));
        QVERIFY2(other.status.ok(), other.status.error_message().c_str());
        apart.of("supplier").kill();
        const Flowed blind = flow(apart.flows(), QStringLiteral("PROD-003"));
        QCOMPARE(blind.status.error_code(), grpc::StatusCode::UNAVAILABLE);
        apart.of("supplier").restartAt(address);
        QTRY_VERIFY_WITH_TIMEOUT(flow(apart.flows(), QStringLiteral("PROD-003"), "k3").status.ok(), 20000);
    }

    /// A service that is gone is named, makes no order, and is used again when it is back.
    void aServiceThatIsGoneIsNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("told");
        QTest::newRow("oms") << "oms"
                             << "oms-service";
        QTest::newRow("inventory") << "inventory"
                                   << "inventory-service";
        QTest::newRow("supplier") << "supplier"
                                  << "supplier-service";
        QTest::newRow("uom") << "uom"
                             << "uom-service";
        QTest::newRow("rules") << "rules"
                               << "rule-engine-service";
        QTest::newRow("po") << "po"
                            << "po-service";
    }

    void aServiceThatIsGoneIsNamed()
    {
        QFETCH(QString, name);
        QFETCH(QString, told);
        SeparateServices apart;
        const QString address = apart.of(name.toStdString()).address();
        apart.of(name.toStdString()).kill();
        const Flowed failed = flow(apart.flows(), QStringLiteral("PROD-002"));
        QCOMPARE(failed.status.error_code(), grpc::StatusCode::UNAVAILABLE);
        QVERIFY2(QString::fromStdString(failed.status.error_message()).contains(told),
                 failed.status.error_message().c_str());
        apart.of(name.toStdString()).restartAt(address);
        QTRY_VERIFY_WITH_TIMEOUT(flow(apart.flows(), QStringLiteral("PROD-002"), "k1").status.ok(), 20000);
        const Flowed again = flow(apart.flows(), QStringLiteral("PROD-002"), "k1");
        QVERIFY(again.response.replayed());
        QCOMPARE(again.response.po().qty(), 245);
        QCOMPARE(again.response.po().status(), std::string("sent"));
    }

    /// The PO service dies at any moment of a flow: whoever asks again with the same key gets one order,
    /// which is sent, and the audit log tells the same.
    void aKilledPoServiceLosesAndDoublesNothing()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        SeparateServices apart;
        const QString address = apart.of("po").address();
        int made = 0;
        const int kills = qEnvironmentVariableIntValue("PURCHASING_LONG_TESTS") != 0 ? 66 : 12;
        for (int i = 0; i < kills; ++i) {
            const QString id = QStringLiteral("PROD-%1").arg(101 + i);
            const QByteArray key = QByteArray("kill-") + QByteArray::number(i);
            QFuture<Flowed> asked =
                QtConcurrent::run([&apart, id, key] { return flow(apart.flows(), id, key.constData()); });
            QThread::usleep(random.bounded(40000));
            apart.of("po").kill();
            const Flowed first = asked.result();
            apart.of("po").restartAt(address);
            // Whatever was heard, the same question is answered now.
            Flowed last = first;
            QTRY_VERIFY2_WITH_TIMEOUT((last = flow(apart.flows(), id, key.constData())).status.error_code()
                                          != grpc::StatusCode::UNAVAILABLE,
                                      last.status.error_message().c_str(), 30000);
            const auto orders = apart.orders()->list({{}, id, 10}).result();
            QVERIFY(orders);
            const auto mine = std::count_if(orders->begin(), orders->end(), [](const PurchaseOrder& order) {
                return order.createdAt > QDateTime::currentDateTimeUtc().addSecs(-120);
            });
            QCOMPARE(mine, last.status.ok() && last.response.has_po() ? 1 : 0);
            if (first.status.ok() && first.response.has_po())
                QCOMPARE(last.response.po().po_id(), first.response.po().po_id());
            made += static_cast<int>(mine);
        }
        QVERIFY(made > 3);
        const auto unsent = [&apart] {
            OrderFilter filter;
            filter.states = {OrderState::Approved, OrderState::Sending};
            const auto found = apart.orders()->list(filter).result();
            return found ? std::count_if(found->begin(), found->end(),
                                         [](const PurchaseOrder& order) {
                                             return order.sendIntended && order.sendProblem.isEmpty();
                                         })
                         : -1;
        };
        QTRY_COMPARE_WITH_TIMEOUT(unsent(), 0, 30000);
        QVERIFY(apart.audit()->verify().result());
    }

    void theyEndInOrder()
    {
        SeparateServices apart;
        for (const char* name : {"orchestrator", "rules", "po", "oms"})
            QCOMPARE(apart.of(name).terminate(), 0);
    }
};

void SeparateServicesTest::anEncryptedFlowNeedsItsPersonAndItsOrchestrator()
{
    SeparateServices services(SeparateServices::On::File, SeparateServices::Wire::Encrypted);
    const FlowPorts& beside = services.beside();
    const Actor us = *beside.people->operatingSystemUser().result();
    const Result<Person> ann = beside.people->addPerson(QStringLiteral("Ann"), us).result();
    const auto issued = beside.tokens->issue(ann->personId, Role::Planner, 1, us).result();
    QVERIFY(issued.isOk());

    QCOMPARE(flow(services.flows(), QStringLiteral("PROD-002")).status.error_code(),
             grpc::StatusCode::UNAUTHENTICATED);
    const Flowed flowed = flow(services.flows(), QStringLiteral("PROD-002"), "", issued->secret);
    QVERIFY2(flowed.status.ok(), flowed.status.error_message().c_str());
    const auto order = services.orders()->find(QString::fromStdString(flowed.response.po().po_id())).result();
    QVERIFY(order.isOk());
    QCOMPARE(order->createdByName, QStringLiteral("Ann"));

    // What the rules decided is taken from nobody but the Orchestrator, and from that in a person's name
    // alone.
    const auto createAs = [&](const char* certificate, const QString& token) {
        const auto stub = po::PoService::NewStub(services.channelTo("po", certificate));
        po::CreateRequest request;
        request.mutable_decided();
        po::CreateResponse response;
        grpc::ClientContext context;
        if (!token.isEmpty())
            context.AddMetadata("authorization", "Bearer " + token.toStdString());
        return stub->Create(&context, request, &response).error_code();
    };
    QCOMPARE(createAs("oms", issued->secret), grpc::StatusCode::PERMISSION_DENIED);
    QCOMPARE(createAs("", issued->secret), grpc::StatusCode::PERMISSION_DENIED);
    QCOMPARE(createAs("orchestrator", {}), grpc::StatusCode::UNAUTHENTICATED);
    const auto asItself = createAs("orchestrator", issued->secret);
    QVERIFY(asItself != grpc::StatusCode::PERMISSION_DENIED && asItself != grpc::StatusCode::UNAUTHENTICATED);
}

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::SeparateServicesTest)
#include "separate_services_test.moc"
