#include "app/services/service_group.h"

#include "core/services/http_checks.h"
#include "core/services/orchestrator_service.h"
#include "core/services/po_service.h"
#include "core/services/request_spans.h"
#include "core/services/source_services.h"

#include <QLoggingCategory>
#include <QThreadPool>
#include <QtConcurrent>

#include <limits>

namespace purchasing {
namespace {

Q_LOGGING_CATEGORY(lcServices, "purchasing.services")

constexpr std::chrono::seconds kWaitForSending{2};
constexpr std::chrono::seconds kDrainPatience{9};
constexpr int kFlowThreads = 256; // They wait for services.

/// The rule engine is there when it decides about nothing. In this process that waits for stores, which the
/// thread that asks must not.
services::HealthProbe decisionProbe(const ServiceSetup& setup)
{
    if (!setup.rules) {
        return services::probeOf(setup.ports.decisions, [](DecisionMaker& port) {
            return port.decide(ProductFacts(), QDate::currentDate());
        });
    }
    const auto pool = std::make_shared<QThreadPool>();
    pool->setMaxThreadCount(1);
    return [rules = setup.rules, pool] {
        return QtConcurrent::run(pool.get(), [rules]() -> Result<Done> {
            const auto inForce = rules();
            return inForce ? Result<Done>(Done{}) : inForce.error();
        });
    };
}

services::HealthProbe orderProbe(const std::shared_ptr<PeopleStore>& people)
{
    return services::probeOf(people, [](PeopleStore& port) { return port.settings(); });
}

} // namespace

ServiceGroup::ServiceGroup(ServiceSetup setup, ServiceOptions options)
    : m_setup(std::move(setup))
    , m_options(std::move(options))
    , m_entrance{std::make_shared<services::Identity>(services::Identity::Trust{
                     m_setup.actor, m_setup.key, m_options.servesEncrypted(), m_setup.ports.tokens,
                     std::make_shared<services::WrongTokens>(m_options.wrongTokens)}),
                 std::make_shared<services::Metrics>(), m_options.mostCalls}
    , m_status(std::make_shared<services::ServiceStatus>(m_options.services.size() > 1
                                                             ? QStringLiteral("orchestrator")
                                                             : publicName(m_options.services.front()),
                                                         dependencies(), m_entrance.metrics))
{
    if (m_setup.changes)
        m_changes = std::make_shared<services::ChangeHub>(m_setup.changes);
    if (m_setup.channel) {
        m_relay = std::make_unique<services::RelayWorker>(
            std::make_shared<OutboxRelay>(m_setup.ports.outbox, m_setup.channel));
    }
}

ServiceGroup::~ServiceGroup()
{
    drain();
}

int ServiceGroup::port(const std::string& service) const
{
    const auto found = m_ports.find(service);
    return found == m_ports.end() ? 0 : found->second;
}

int ServiceGroup::httpPort(const std::string& service) const
{
    const auto found = m_httpPorts.find(service);
    return found == m_httpPorts.end() ? 0 : found->second;
}

std::unique_ptr<grpc::Service> ServiceGroup::make(const std::string& name)
{
    const FlowPorts& ports = m_setup.ports;
    if (name == "oms")
        return std::make_unique<services::OmsService>(ports.demand, m_entrance, m_changes);
    if (name == "inventory")
        return std::make_unique<services::InventoryService>(ports.inventory, m_entrance, m_changes);
    if (name == "supplier")
        return std::make_unique<services::SupplierService>(ports.suppliers, m_entrance, m_changes);
    if (name == "uom")
        return std::make_unique<services::UomService>(ports.units, m_entrance, m_changes);
    if (name == "rules")
        return std::make_unique<services::RuleEngineService>(m_setup.rules, m_entrance);
    return name == "po" ? makePo() : makeOrchestrator();
}

std::unique_ptr<grpc::Service> ServiceGroup::makePo()
{
    const FlowPorts& ports = m_setup.ports;
    services::PoPorts owned;
    owned.orders = ports.orders;
    owned.overrides = ports.overrides;
    owned.people = ports.people;
    owned.rules = ports.rules;
    owned.activity = ports.activity;
    owned.batches = ports.batches;
    owned.outbox = ports.outbox;
    owned.audit = ports.audit;
    owned.tokens = ports.tokens;
    owned.changes = m_changes;
    owned.deliverOutbox = [this] { m_relay->deliver(kWaitForSending); };
    owned.approvalLimit = m_options.approvalLimit;
    return std::make_unique<services::PoService>(owned, m_entrance);
}

std::unique_ptr<grpc::Service> ServiceGroup::makeOrchestrator()
{
    const FlowPorts& ports = m_setup.ports;
    const auto flow = std::make_shared<PurchasingFlow>(
        ports,
        [this] {
            if (m_relay) // Elsewhere the PO service has sent it before it answered.
                m_relay->deliver(kWaitForSending);
        },
        kFlowThreads);
    m_requests = std::make_shared<services::FlowRequests>(flow, m_options.mostAtOnce,
                                                          m_options.flowsPerSecond, m_entrance.metrics);
    m_http = std::make_unique<services::OrchestratorHttp>(m_requests, m_status, m_entrance);
    return std::make_unique<services::OrchestratorService>(m_requests, orderProbe(ports.people), m_entrance);
}

Result<Done> ServiceGroup::start()
{
    for (const std::string& name : m_options.services) {
        std::unique_ptr<grpc::Service>& service = m_services[name];
        service = make(name);
        services::GrpcHost& host = m_hosts[name];
        host.add(*service);
        host.traceInto(m_setup.spans);
        if (m_setup.ruleSets && (name == "rules" || name == "po")) {
            // A store in this process looks itself whether the rules can decide anything.
            auto& ruleSets = m_ruleSets[name];
            ruleSets = std::make_unique<services::RuleSetService>(
                m_setup.ruleSets, m_entrance, name == "rules" ? RuleCheck(&RuleEngine::check) : RuleCheck());
            host.add(*ruleSets);
        }
        const Result<int> port =
            host.listen(m_options.placeOf(name), m_options.ports.at(name), tlsOfServers());
        if (!port)
            return port.error();
        m_ports[name] = *port;
        notePlace(QString::fromStdString(name), "gRPC", m_options.placeOf(name), *port);
        if (const Result<Done> served = serveHttp(name); !served)
            return served;
        m_watches.push_back(std::make_unique<services::HealthWatch>(
            probeOf(name),
            [&host, service = publicName(name), wasWell = std::make_shared<bool>(true)](bool isWell) {
                host.setReadiness(isWell);
                if (isWell != std::exchange(*wasWell, isWell))
                    qCInfo(lcServices, "%s %s", qUtf8Printable(service),
                           isWell ? "can do its work again"
                                  : "cannot do its work: what it stands on does not answer");
            }));
    }
    watchFigures();
    if (m_options.statusPort < 0)
        return Done{};
    return serveHttpAt("status", m_options.statusPort, [this](const auto& request, const auto& respond) {
        if (const auto refusal = services::whyNotServed(*request, m_options.servesEncrypted()))
            return respond(*refusal);
        if (!m_status->answer(*request, respond))
            respond(services::problem(404, QStringLiteral("Here are /health, /ready and /metrics.")));
    });
}

void ServiceGroup::watchFigures()
{
    services::Metrics& metrics = *m_entrance.metrics;
    if (m_requests) {
        metrics.watch("purchasing_flows_running", "Flows under way", {},
                      [requests = std::weak_ptr(m_requests)] {
                          const auto kept = requests.lock(); // It keeps the metrics itself.
                          return kept ? kept->running() : 0;
                      });
    }
    if (m_relay && m_setup.ports.outbox) {
        metrics.watch("purchasing_outbox_waiting", "Messages to suppliers that were not delivered yet", {},
                      [outbox = m_setup.ports.outbox]() -> double {
                          const auto waiting = outbox->waitingMessages().result();
                          return waiting ? static_cast<double>(waiting->size())
                                         : std::numeric_limits<double>::quiet_NaN();
                      });
    }
    metrics.watch("purchasing_spans_dropped", "Spans that were not handed on, since the program started", {},
                  [spans = std::weak_ptr(m_setup.spans)] {
                      const auto kept = spans.lock();
                      return kept ? static_cast<double>(kept->dropped()) : 0;
                  });
    for (const auto& channel : m_setup.channels) {
        metrics.watch("purchasing_breaker_open", "1 where a service was given up for the moment",
                      {{"service", channel->service().toStdString()}},
                      [channel] { return channel->isGivenUp() ? 1 : 0; });
    }
}

services::HealthProbe ServiceGroup::probeOf(const std::string& name) const
{
    const FlowPorts& ports = m_setup.ports;
    if (name == "oms")
        return services::sourceProbe(ports.demand);
    if (name == "inventory")
        return services::sourceProbe(ports.inventory);
    if (name == "supplier")
        return services::sourceProbe(ports.suppliers);
    if (name == "uom")
        return services::sourceProbe(ports.units);
    if (name == "rules")
        return decisionProbe(m_setup);
    return orderProbe(ports.people);
}

std::vector<services::Dependency> ServiceGroup::dependencies() const
{
    std::vector<services::Dependency> found;
    // The Orchestrator stands on all of the others, a service alone on what it asks itself.
    const bool isAll = m_options.services.size() > 1 || m_options.services.front() == "orchestrator";
    for (const std::string& name : isAll ? kServiceNames : m_options.services) {
        if (name != "orchestrator")
            found.push_back({publicName(name), probeOf(name)});
    }
    return found;
}

Result<Done> ServiceGroup::serveHttp(const std::string& name)
{
    services::HttpServer::Handler handler;
    if (name == "orchestrator") {
        handler = [this](const auto& request, const auto& respond) { m_http->handle(request, respond); };
    } else if (name == "rules") {
        m_rulesHttp = std::make_unique<services::RuleEngineHttp>(
            static_cast<services::RuleEngineService&>(*m_services.at(name)), m_entrance);
        handler = [this](const auto& request, const auto& respond) { m_rulesHttp->handle(request, respond); };
    } else {
        return Done{};
    }
    return serveHttpAt(name, name == "rules" ? m_options.rulesHttpPort : m_options.httpPort,
                       std::move(handler));
}

Result<Done> ServiceGroup::serveHttpAt(const std::string& name, int wanted,
                                       services::HttpServer::Handler handler)
{
    std::unique_ptr<services::HttpServer>& server = m_httpServers[name];
    server = std::make_unique<services::HttpServer>(services::traced(std::move(handler), m_setup.spans));
    const QString place = m_options.placeOf(name == "status" ? name : name + "-http");
    const Result<int> port = server->listen(place, wanted, tlsOfServers());
    if (!port)
        return port.error();
    m_httpPorts[name] = *port;
    notePlace(name == "status" ? QStringLiteral("status") : QString(), "HTTP", place, *port);
    return Done{};
}

TlsIdentity ServiceGroup::tlsOfServers() const
{
    return m_options.servesEncrypted() ? m_options.tls : TlsIdentity();
}

void ServiceGroup::notePlace(const QString& service, const char* protocol, const QString& address, int port)
{
    m_places << QStringLiteral("%1 %2 %3")
                    .arg(service, -13)
                    .arg(QLatin1String(protocol),
                         isUnixAddress(address) ? address : QStringLiteral("%1:%2").arg(address).arg(port));
}

void ServiceGroup::drain()
{
    if (std::exchange(m_isDrained, true))
        return;
    m_watches.clear();
    m_status->endReadiness();
    for (auto& [name, host] : m_hosts)
        host.setReadiness(false);
    if (m_changes)
        m_changes->endAll(); // Whoever watches would do so for ever.
    // One end for all of them, however many there are.
    const auto end = std::chrono::steady_clock::now() + kDrainPatience;
    const auto left = [end] {
        return std::max(
            std::chrono::milliseconds(0),
            std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()));
    };
    for (auto& [name, server] : m_httpServers)
        server->drain(left());
    for (auto& [name, host] : m_hosts)
        host.drain(left());
}

} // namespace purchasing
