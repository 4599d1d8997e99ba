#pragma once

#include "core/services/flow_requests.h"
#include "core/services/health.h"
#include "core/services/http_server.h"

#include <QString>

#include <atomic>
#include <memory>
#include <vector>

namespace purchasing::services {

/// Something the Orchestrator stands on, by name ("oms-service").
struct Dependency
{
    QString name;
    HealthProbe probe;
};

/// The Orchestrator over HTTP: POST /purchasing/flow, GET /health, /ready, /metrics and /openapi.json. Any
/// thread.
class OrchestratorHttp
{
public:
    OrchestratorHttp(std::shared_ptr<FlowRequests> flows, std::vector<Dependency> dependencies);

    void handle(const std::shared_ptr<const HttpRequest>& request, const HttpServer::Respond& respond) const;
    /// From now on /ready says no, so that nobody sends more.
    void endReadiness() { m_isEnding = true; }

private:
    void answer(const HttpRequest& request, const HttpServer::Respond& respond) const;
    void runFlow(const HttpRequest& request, const HttpServer::Respond& respond) const;
    void answerReadiness(const HttpServer::Respond& respond) const;

    std::shared_ptr<FlowRequests> m_flows;
    std::vector<Dependency> m_dependencies;
    std::atomic_bool m_isEnding = false;
};

} // namespace purchasing::services
