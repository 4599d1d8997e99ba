#pragma once

#include "app/services/service_options.h"
#include "app/services/service_setup.h"
#include "core/services/grpc_host.h"
#include "core/services/http_server.h"
#include "core/services/orchestrator_http.h"
#include "core/services/relay_worker.h"

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
    /// The Orchestrator's HTTP port; 0 where it does not run here.
    [[nodiscard]] int httpPort() const { return m_httpPort; }
    /// Says "not ready", takes nothing new and ends what is under way. Blocks for at most ten seconds.
    void drain();

private:
    [[nodiscard]] std::unique_ptr<grpc::Service> make(const std::string& name);
    [[nodiscard]] std::unique_ptr<grpc::Service> makeOrchestrator();
    [[nodiscard]] Result<Done> serveHttp();

    ServiceSetup m_setup;
    ServiceOptions m_options;
    QStringList m_places;
    std::map<std::string, int> m_ports; ///< gRPC, by service.
    int m_httpPort = 0;
    std::unique_ptr<services::RelayWorker> m_relay; ///< Null where another process sends.
    std::shared_ptr<services::FlowRequests> m_requests;
    std::unique_ptr<services::OrchestratorHttp> m_http;
    std::map<std::string, std::unique_ptr<grpc::Service>> m_services;
    std::map<std::string, services::GrpcHost> m_hosts;
    std::unique_ptr<services::HttpServer> m_httpServer; ///< Last, so that it ends first.
};

} // namespace purchasing
