#include "app/services/service_group.h"

#include "core/services/orchestrator_service.h"
#include "core/services/po_service.h"
#include "core/services/source_services.h"

namespace purchasing {
namespace {

constexpr std::chrono::seconds kWaitForSending{2};
constexpr std::chrono::seconds kDrainPatience{8};

/// A source is there when it answers about its first product.
template <typename Source> services::HealthProbe sourceProbe(const std::shared_ptr<Source>& source)
{
    return services::probeOf(source, [](Source& port) { return port.list(QString(), 1); });
}

/// The rule engine is there when it decides about nothing.
services::HealthProbe decisionProbe(const std::shared_ptr<DecisionMaker>& decisions)
{
    return services::probeOf(
        decisions, [](DecisionMaker& port) { return port.decide(ProductFacts(), QDate::currentDate()); });
}

services::HealthProbe orderProbe(const std::shared_ptr<PeopleStore>& people)
{
    return services::probeOf(people, [](PeopleStore& port) { return port.settings(); });
}

} // namespace

ServiceGroup::ServiceGroup(ServiceSetup setup, ServiceOptions options)
    : m_setup(std::move(setup))
    , m_options(std::move(options))
{
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

std::unique_ptr<grpc::Service> ServiceGroup::make(const std::string& name)
{
    const FlowPorts& ports = m_setup.ports;
    if (name == "oms")
        return std::make_unique<services::OmsService>(ports.demand);
    if (name == "inventory")
        return std::make_unique<services::InventoryService>(ports.inventory);
    if (name == "supplier")
        return std::make_unique<services::SupplierService>(ports.suppliers);
    if (name == "uom")
        return std::make_unique<services::UomService>(ports.units);
    if (name == "rules")
        return std::make_unique<services::RuleEngineService>(m_setup.rules);
    if (name == "po") {
        const services::PoPorts owned{ports.orders,   ports.overrides,
                                      ports.people,   ports.rules,
                                      ports.activity, [this] { m_relay->deliver(kWaitForSending); }};
        return std::make_unique<services::PoService>(
            owned, std::make_shared<services::Identity>(m_setup.actor, m_setup.key));
    }
    return makeOrchestrator();
}

std::unique_ptr<grpc::Service> ServiceGroup::makeOrchestrator()
{
    const FlowPorts& ports = m_setup.ports;
    const auto flow = std::make_shared<PurchasingFlow>(ports, [this] {
        if (m_relay) // Elsewhere the PO service has sent it before it answered.
            m_relay->deliver(kWaitForSending);
    });
    m_requests = std::make_shared<services::FlowRequests>(flow, m_setup.actor, m_options.mostAtOnce);
    m_http = std::make_unique<services::OrchestratorHttp>(
        m_requests,
        std::vector<services::Dependency>{
            {QStringLiteral("oms-service"), sourceProbe(ports.demand)},
            {QStringLiteral("inventory-service"), sourceProbe(ports.inventory)},
            {QStringLiteral("supplier-service"), sourceProbe(ports.suppliers)},
            {QStringLiteral("uom-service"), sourceProbe(ports.units)},
            {QStringLiteral("rule-engine-service"), decisionProbe(ports.decisions)},
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
        const Result<int> port = host.listen(m_options.address, m_options.ports.at(name));
        if (!port)
            return port.error();
        m_ports[name] = *port;
        m_places << QStringLiteral("%1 gRPC %2:%3")
                        .arg(QString::fromStdString(name), -13)
                        .arg(m_options.address)
                        .arg(*port);
        if (name != "orchestrator")
            continue;
        if (const Result<Done> served = serveHttp(); !served)
            return served;
    }
    return Done{};
}

Result<Done> ServiceGroup::serveHttp()
{
    m_httpServer = std::make_unique<services::HttpServer>(
        [this](const std::shared_ptr<const services::HttpRequest>& request,
               const services::HttpServer::Respond& respond) { m_http->handle(request, respond); });
    const Result<int> port = m_httpServer->listen(m_options.address, m_options.httpPort);
    if (!port)
        return port.error();
    m_httpPort = *port;
    m_places << QStringLiteral("%1 HTTP %2:%3").arg(QString(), -13).arg(m_options.address).arg(m_httpPort);
    return Done{};
}

void ServiceGroup::drain()
{
    if (m_http)
        m_http->endReadiness();
    for (auto& [name, host] : m_hosts)
        host.endReadiness();
    if (m_httpServer)
        m_httpServer->drain(kDrainPatience);
    for (auto& [name, host] : m_hosts)
        host.drain(kDrainPatience);
}

} // namespace purchasing
