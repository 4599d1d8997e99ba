#include "core/remote/service_probe.h"

#include "core/domain/program_version.h"
#include "core/remote/remote_call.h"

#include "inventory.grpc.pb.h"
#include "oms.grpc.pb.h"
#include "orchestrator.grpc.pb.h"
#include "po.grpc.pb.h"
#include "rule_engine.grpc.pb.h"
#include "rule_sets.grpc.pb.h"
#include "supplier.grpc.pb.h"
#include "uom.grpc.pb.h"

#include <QElapsedTimer>

namespace purchasing::remote {
namespace {

// What the server says of itself beside its health.
constexpr const char* kVersionKey = "purchasing-version";

/// One service that is being tried.
class Probe
{
public:
    Probe(const ServiceChannel& channel, DatabaseAnswer& answer)
        : m_wire(channel.wire())
        , m_answer(answer)
    {
    }

    /// Asks for its health; notes how long that takes, and which version it is.
    template <typename Service, typename Request, typename Response> [[nodiscard]] bool isWell()
    {
        grpc::ClientContext call;
        prepare(call, m_wire);
        Response response;
        QElapsedTimer time;
        time.start();
        const grpc::Status status =
            Service::NewStub(m_wire.channel())->HealthCheck(&call, Request(), &response);
        if (!status.ok()) {
            m_answer.error = errorOf(status, call, m_wire);
            return false;
        }
        m_answer.latencyMs = static_cast<int>(time.elapsed());
        m_answer.server = wire::text(response.service());
        const auto& metadata = call.GetServerTrailingMetadata();
        const auto said = metadata.find(kVersionKey);
        if (said == metadata.end())
            return true; // A server of another make.
        const QString version =
            QString::fromUtf8(said->second.data(), static_cast<qsizetype>(said->second.size()));
        m_answer.server += QLatin1Char(' ') + version;
        if (version != QLatin1String(programVersion())) {
            m_answer.missing +=
                QStringLiteral("It is version %1 and this program is %2: what only one of them "
                               "knows is not to be had.")
                    .arg(version, QLatin1String(programVersion()));
        }
        return true;
    }

    /// Says what it costs where a method is not there: `ask(ClientContext*)` returns the status of a call
    /// that changes nothing.
    template <typename Ask> void requireMethod(const char* cost, Ask ask)
    {
        grpc::ClientContext call;
        prepare(call, m_wire);
        const grpc::Status status = ask(&call);
        if (status.error_code() == grpc::StatusCode::UNIMPLEMENTED)
            m_answer.missing += QLatin1String(cost);
        else if (status.error_code() == grpc::StatusCode::UNAUTHENTICATED
                 || status.error_code() == grpc::StatusCode::PERMISSION_DENIED)
            m_answer.error = errorOf(status, call, m_wire); // It is well, and not for whoever asks.
    }

    /// As requireMethod(), for the list of one of the four sources, of which one product is read.
    template <typename Service, typename Request, typename Piece, typename List> void requireList(List list)
    {
        requireMethod("It has no list: products are looked up by their ids.", [&](grpc::ClientContext* call) {
            Request request;
            request.set_limit(1);
            const auto stub = Service::NewStub(m_wire.channel());
            const auto reader = list(*stub, call, request);
            Piece piece;
            while (reader->Read(&piece)) { }
            return reader->Finish();
        });
    }

    [[nodiscard]] const std::shared_ptr<grpc::Channel>& channel() const { return m_wire.channel(); }

private:
    ServiceChannel::Wire& m_wire;
    DatabaseAnswer& m_answer;
};

QString blankWithout(const QString& service)
{
    if (service == QLatin1String("oms"))
        return QStringLiteral("demand");
    if (service == QLatin1String("inventory"))
        return QStringLiteral("stock");
    if (service == QLatin1String("supplier"))
        return QStringLiteral("suppliers and prices");
    if (service == QLatin1String("uom"))
        return QStringLiteral("units");
    return service == QLatin1String("po") ? QStringLiteral("orders") : QString();
}

void probeSource(Probe& probe, const QString& service)
{
    if (service == QLatin1String("oms")) {
        if (probe.isWell<oms::OmsService, oms::HealthRequest, oms::HealthResponse>())
            probe.requireList<oms::OmsService, oms::ListRequest, oms::ListedDemands>(
                [](auto& stub, auto* call, const auto& request) { return stub.ListDemand(call, request); });
    } else if (service == QLatin1String("inventory")) {
        if (probe.isWell<inventory::InventoryService, inventory::HealthRequest, inventory::HealthResponse>())
            probe.requireList<inventory::InventoryService, inventory::ListRequest,
                              inventory::ListedLevelsPiece>(
                [](auto& stub, auto* call, const auto& request) { return stub.ListLevels(call, request); });
    } else if (service == QLatin1String("supplier")) {
        if (probe.isWell<supplier::SupplierService, supplier::HealthRequest, supplier::HealthResponse>())
            probe.requireList<supplier::SupplierService, supplier::ListRequest, supplier::ListedOffersPiece>(
                [](auto& stub, auto* call, const auto& request) { return stub.ListOffers(call, request); });
    } else {
        if (probe.isWell<uom::UomService, uom::HealthRequest, uom::HealthResponse>())
            probe.requireList<uom::UomService, uom::ListRequest, uom::ListedConversionsPiece>(
                [](auto& stub, auto* call, const auto& request) {
                    return stub.ListConversions(call, request);
                });
    }
}

void probeRules(Probe& probe)
{
    using Service = rule_engine::RuleEngineService;
    if (!probe.isWell<Service, rule_engine::HealthRequest, rule_engine::HealthResponse>())
        return;
    probe.requireMethod("It publishes no rules: they can be looked at and tried, not put in force.",
                        [&](grpc::ClientContext* call) {
                            rule_sets::Draft draft;
                            return rule_sets::RuleSetService::NewStub(probe.channel())
                                ->GetDraft(call, rule_sets::DraftRequest(), &draft);
                        });
}

void probeOrders(Probe& probe)
{
    if (!probe.isWell<po::PoService, po::HealthRequest, po::HealthResponse>())
        return;
    probe.requireMethod(
        "It creates and sends orders and tells of none: there is no list of orders, no approval, "
        "no override and no history.",
        [&](grpc::ClientContext* call) {
            po::ActorResponse response;
            return po::PoService::NewStub(probe.channel())->WhoAmI(call, po::ActorRequest(), &response);
        });
}

void probeOrchestrator(Probe& probe)
{
    using Service = orchestrator::OrchestratorService;
    if (!probe.isWell<Service, orchestrator::HealthRequest, orchestrator::HealthResponse>())
        return;
    // For no product: it says so, or that it has no such method.
    probe.requireMethod("It orders by itself only: what a person saw cannot be ordered through it.",
                        [&](grpc::ClientContext* call) {
                            orchestrator::OutcomeResponse response;
                            return Service::NewStub(probe.channel())
                                ->Evaluate(call, orchestrator::EvaluateRequest(), &response);
                        });
}

} // namespace

DatabaseAnswer probe(const ServiceChannel& channel, const QString& service)
{
    DatabaseAnswer answer;
    answer.database = channel.wire().settings.service;
    answer.blank = blankWithout(service);
    Probe tried(channel, answer);
    if (service == QLatin1String("rules"))
        probeRules(tried);
    else if (service == QLatin1String("po"))
        probeOrders(tried);
    else if (service == QLatin1String("orchestrator"))
        probeOrchestrator(tried);
    else
        probeSource(tried, service);
    return answer;
}

} // namespace purchasing::remote
