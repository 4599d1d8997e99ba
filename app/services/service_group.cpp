#include "app/services/service_group.h"

#include "core/services/orchestrator_service.h"
#include "core/services/po_service.h"
#include "core/services/source_services.h"

#include <QThreadPool>
#include <QtConcurrent>

namespace purchasing {
namespace {

constexpr std::chrono::seconds kWaitForSending{2};
constexpr std::chrono::seconds kDrainPatience{9};
constexpr int kFlowThreads = 64; // They wait for services.

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
    , m_identity(std::make_shared<services::Identity>(m_setup.actor, m_setup.key))
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
        return std::make_unique<services::OmsService>(ports.demand, m_changes);
    if (name == "inventory")
        return std::make_unique<services::InventoryService>(ports.inventory, m_changes);
    if (name == "supplier")
        return std::make_unique<services::SupplierService>(ports.suppliers, m_changes);
    if (name == "uom")
        return std::make_unique<services::UomService>(ports.units, m_changes);
    if (name == "rules")
        return std::make_unique<services::RuleEngineService>(m_setup.rules);
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
    owned.changes = m_changes;
    owned.deliverOutbox = [this] { m_relay->deliver(kWaitForSending); };
    owned.approvalLimit = m_options.approvalLimit;
    return std::make_unique<services::PoService>(owned, m_identity);
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
    m_requests = std::make_shared<services::FlowRequests>(flow, m_setup.actor, m_options.mostAtOnce);
    m_http = std::make_unique<services::OrchestratorHttp>(
        m_requests,
        std::vector<services::Dependency>{
            {QStringLiteral("oms-service"), services::sourceProbe(ports.demand)},
            {QStringLiteral("inventory-service"), services::sourceProbe(ports.inventory)},
            {QStringLiteral("supplier-service"), services::sourceProbe(ports.suppliers)},
            {QStringLiteral("uom-service"), services::sourceProbe(ports.units)},
            {QStringLiteral("rule-engine-service"), decisionProbe(m_setup)},
            {QStringLiteral("po-service"), orderProbe(ports.people)}});
    return std::make_unique<services::OrchestratorService>(m_requests, orderProbe(ports.people));
}

Result<Done> ServiceGroup::start()
{
    for (const std::string& name : m_options.services) {
        std::unique_ptr<grpc::Service>& service = m_services[name];
        service = make(name);
        services::GrpcHost& host = m_hosts[name];
        host.add(*service);
        if (m_setup.ruleSets && (name == "rules" || name == "po")) {
            // A store in this process looks itself whether the rules can decide anything.
            auto& ruleSets = m_ruleSets[name];
            ruleSets = std::make_unique<services::RuleSetService>(
                m_setup.ruleSets, m_identity, name == "rules" ? RuleCheck(&RuleEngine::check) : RuleCheck());
            host.add(*ruleSets);
        }
        const Result<int> port = host.listen(m_options.address, m_options.ports.at(name));
        if (!port)
            return port.error();
        m_ports[name] = *port;
        m_places << QStringLiteral("%1 gRPC %2:%3")
                        .arg(QString::fromStdString(name), -13)
                        .arg(m_options.address)
                        .arg(*port);
        if (const Result<Done> served = serveHttp(name); !served)
            return served;
    }
    return Done{};
}

Result<Done> ServiceGroup::serveHttp(const std::string& name)
{
    services::HttpServer::Handler handler;
    if (name == "orchestrator") {
        handler = [this](const auto& request, const auto& respond) { m_http->handle(request, respond); };
    } else if (name == "rules") {
        m_rulesHttp = std::make_unique<services::RuleEngineHttp>(
            static_cast<services::RuleEngineService&>(*m_services.at(name)));
        handler = [this](const auto& request, const auto& respond) { m_rulesHttp->handle(request, respond); };
    } else {
        return Done{};
    }
    std::unique_ptr<services::HttpServer>& server = m_httpServers[name];
    server = std::make_unique<services::HttpServer>(std::move(handler));
    const Result<int> port =
        server->listen(m_options.address, name == "rules" ? m_options.rulesHttpPort : m_options.httpPort);
    if (!port)
        return port.error();
    m_httpPorts[name] = *port;
    m_places << QStringLiteral("%1 HTTP %2:%3").arg(QString(), -13).arg(m_options.address).arg(*port);
    return Done{};
}

void ServiceGroup::drain()
{
    if (std::exchange(m_isDrained, true))
        return;
    if (m_http)
        m_http->endReadiness();
    for (auto& [name, host] : m_hosts)
        host.endReadiness();
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
