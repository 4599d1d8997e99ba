#include "core/remote/remote_call.h"
#include "core/remote/remote_sources.h"

#include "oms.grpc.pb.h"

#include <QTest>

#include <grpcpp/generic/generic_stub.h>

#include <algorithm>
#include <future>
#include <set>

#include "tests/services/counting_server.h"

namespace purchasing::tests {
namespace {

using Fate = CountingServer::Fate;

oms::HistoryResponse someHistory()
{
    oms::HistoryResponse response;
    response.set_product_id("PROD-002");
    response.set_avg_daily_demand(3);
    return response;
}

/// What may be asked again, because asking changes nothing: whoever adds a method to those that are asked
/// again says here, too, that it only reads.
bool onlyReads(const std::string& service, const std::string& method)
{
    static const std::set<std::string> kSources = {"oms.OmsService", "inventory.InventoryService",
                                                   "supplier.SupplierService", "uom.UomService"};
    static const std::set<std::string> kOthers = {"Evaluate",     "Get",      "OrderOfKey", "OpenOrders",
                                                  "History",      "Settings", "WhoAmI",     "FindOverride",
                                                  "RulesInForce", "Identify"};
    return kSources.count(service) > 0
        || ((service == "po.PoService" || service == "rule_engine.RuleEngineService")
            && kOthers.count(method) > 0);
}

/// Asks a method with an empty message, as our services ask each other.
void askOnce(remote::ServiceChannel& channel, const std::string& method)
{
    grpc::GenericStub stub(channel.wire().channel());
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(30));
    context.set_wait_for_ready(true);
    const grpc::Slice nothing("");
    const grpc::ByteBuffer request(&nothing, 1);
    grpc::ByteBuffer response;
    std::promise<grpc::Status> ended;
    stub.UnaryCall(&context, method, {}, &request, &response,
                   [&ended](grpc::Status status) { ended.set_value(std::move(status)); });
    QCOMPARE(ended.get_future().get().error_code(), grpc::StatusCode::UNAVAILABLE);
}

} // namespace

/// Asking again helps where little fails, and never makes it worse where much does.
class RetryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void askingAgainNeverAmplifies_data()
    {
        QTest::addColumn<int>("nth");
        QTest::newRow("every twentieth call fails") << 20;
        QTest::newRow("every second call fails") << 2;
        QTest::newRow("every call fails") << 1;
    }

    void askingAgainNeverAmplifies()
    {
        QFETCH(const int, nth);
        constexpr int kTogether = 20;
        constexpr int kRounds = 25;
        CountingServer server(someHistory());
        server.treat([nth](int call) { return call % nth == 0 ? Fate::Unavailable : Fate::Answered; });
        remote::RemoteDemandSource oms(server.channel());
        int answered = 0;
        for (int round = 0; round < kRounds; ++round) {
            std::vector<QFuture<Result<Demand>>> asked;
            for (int i = 0; i < kTogether; ++i)
                asked.push_back(oms.demand(QStringLiteral("PROD-002")));
            answered += static_cast<int>(
                std::count_if(asked.begin(), asked.end(), [](auto& one) { return one.result().isOk(); }));
        }
        constexpr int kAsked = kTogether * kRounds;
        qInfo("%d asked, %d answered, %d calls made", kAsked, answered, server.calls());
        QVERIFY(server.calls() <= kAsked * 12 / 10);
        // Where few fail, nearly nobody notices; where half of them do, asking again ends soon.
        if (nth == 20)
            QVERIFY(answered > kAsked - kAsked / 50);
        if (nth == 2)
            QVERIFY(answered >= kAsked / 3);
        if (nth == 1)
            QCOMPARE(answered, 0);
    }

    void onlyWhatReadsIsAskedAgain_data()
    {
        QTest::addColumn<bool>("isSafe");
        for (const char* service :
             {"oms.OmsService", "inventory.InventoryService", "supplier.SupplierService", "uom.UomService",
              "rule_engine.RuleEngineService", "rule_sets.RuleSetService", "po.PoService",
              "orchestrator.OrchestratorService"}) {
            const auto* declared =
                google::protobuf::DescriptorPool::generated_pool()->FindServiceByName(service);
            QVERIFY2(declared, service);
            for (int i = 0; i < declared->method_count(); ++i) {
                const std::string& method = declared->method(i)->name();
                QTest::addRow("/%s/%s", service, method.c_str()) << onlyReads(service, method);
            }
        }
    }

    void onlyWhatReadsIsAskedAgain()
    {
        QFETCH(const bool, isSafe);
        const std::string method = QTest::currentDataTag();
        CountingServer server(someHistory()); // One each: how often one may ask again is counted by server.
        server.treat(Fate::Unavailable);
        askOnce(*server.channel(), method);
        QCOMPARE(server.calls(method), isSafe ? 3 : 1);
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::RetryTest)
#include "retry_test.moc"
