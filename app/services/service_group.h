#pragma once

#include "app/services/service_options.h"
#include "app/services/service_setup.h"
#include "core/services/change_hub.h"
#include "core/services/grpc_host.h"
#include "core/services/health_watch.h"
#include "core/services/http_server.h"
#include "core/services/orchestrator_http.h"
#include "core/services/relay_worker.h"
#include "core/services/rule_engine_http.h"
#include "core/services/rule_set_service.h"

#include <QStringList>

#include <map>
#include <memory>

namespace purchasing {

/// The services of this process, each with a port of its own. They call each other within the process.
class ServiceGroup
{
public:
    ServiceGroup(ServiceSetup setup, ServiceOptions options);
    ~ServiceGroup();
    ServiceGroup(const ServiceGroup&) = delete;
    ServiceGroup& operator=(const ServiceGroup&) = delete;

    /// Begins to serve. On an error the group is of no further use.
    [[nodiscard]] Result<Done> start();
    /// What listens where, a line each.
    [[nodiscard]] const QStringList& places() const { return m_places; }
    /// The gRPC port of a service; 0 where it does not run here.
    [[nodiscard]] int port(const std::string& service) const;
    /// The HTTP port of the orchestrator, the rule engine ("rules") or the "status"; 0 where it is not served
    /// here.
    [[nodiscard]] int httpPort(const std::string& service = "orchestrator") const;
    /// Says "not ready", takes nothing new and ends what is under way. Blocks for at most ten seconds.
    void drain();

private:
    [[nodiscard]] std::unique_ptr<grpc::Service> make(const std::string& name);
    [[nodiscard]] std::unique_ptr<grpc::Service> makePo();
    [[nodiscard]] std::unique_ptr<grpc::Service> makeOrchestrator();
    /// Serves the service over HTTP, too, where it has that.
    [[nodiscard]] Result<Done> serveHttp(const std::string& name);
    [[nodiscard]] Result<Done> serveHttpAt(const std::string& name, int port,
                                           services::HttpServer::Handler handler);
    /// Whether the service can do its work.
    [[nodiscard]] services::HealthProbe probeOf(const std::string& name) const;
    /// What this program stands on, each by name.
    [[nodiscard]] std::vector<services::Dependency> dependencies() const;
    void watchFigures();
    void notePlace(const QString& service, const char* protocol, const QString& address, int port);
    [[nodiscard]] TlsIdentity tlsOfServers() const;

    ServiceSetup m_setup;
    ServiceOptions m_options;
    services::Entrance m_entrance;
    std::shared_ptr<services::ServiceStatus> m_status;
    QStringList m_places;
    std::map<std::string, int> m_ports; ///< gRPC, by service.
    std::map<std::string, int> m_httpPorts;
    bool m_isDrained = false;
    std::shared_ptr<services::ChangeHub> m_changes; ///< Null where no database is here.
    std::unique_ptr<services::RelayWorker> m_relay; ///< Null where another process sends.
    std::shared_ptr<services::FlowRequests> m_requests;
    std::unique_ptr<services::OrchestratorHttp> m_http;
    std::unique_ptr<services::RuleEngineHttp> m_rulesHttp;
    std::map<std::string, std::unique_ptr<grpc::Service>> m_services;
    /// Beside the rule engine and the PO service, on their ports.
    std::map<std::string, std::unique_ptr<services::RuleSetService>> m_ruleSets;
    std::map<std::string, services::GrpcHost> m_hosts;
    std::vector<std::unique_ptr<services::HealthWatch>> m_watches;
    std::map<std::string, std::unique_ptr<services::HttpServer>>
        m_httpServers; ///< Last, so that they end first.
};

} // namespace purchasing
