#include "po.grpc.pb.h"

#include <cmath>

#include "tests/services/service_call.h"

namespace purchasing::tests {

/// Orders over gRPC: what existing clients create and send, and what the Orchestrator alone may say.
class PoServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_services = std::make_unique<RunningServices>(); }

    void cleanupTestCase() { m_services.reset(); }

    /// An existing client's Create and Send.
    void aBareOrderIsADraftUntilItIsSent()
    {
        const auto poStub = po::PoService::NewStub(channelTo(m_services->address("po")));
        po::CreateRequest create;
        create.set_product_id("PROD-003");
        create.set_supplier_id(supplierOf(*m_services, "PROD-003"));
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
        create.set_supplier_id(supplierOf(*m_services, "PROD-003"));
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

private:
    std::unique_ptr<RunningServices> m_services;
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::PoServiceTest)
#include "po_service_test.moc"
