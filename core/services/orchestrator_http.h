#pragma once

#include "core/services/flow_requests.h"
#include "core/services/http_server.h"
#include "core/services/service_status.h"

#include <memory>

namespace purchasing::services {

/// The Orchestrator over HTTP: POST /purchasing/flow, GET /health, /ready, /metrics and /openapi.json. Any
/// thread.
class OrchestratorHttp
{
public:
    OrchestratorHttp(std::shared_ptr<FlowRequests> flows, std::shared_ptr<const ServiceStatus> status,
                     Entrance entrance);

    void handle(const std::shared_ptr<const HttpRequest>& request, const HttpServer::Respond& respond) const;

private:
    void answer(const std::shared_ptr<const HttpRequest>& request, const HttpServer::Respond& respond) const;
    void runFlow(const HttpRequest& request, const HttpServer::Respond& respond, const Actor& actor) const;

    Gate m_gate;
    std::shared_ptr<FlowRequests> m_flows;
    std::shared_ptr<const ServiceStatus> m_status;
};

} // namespace purchasing::services
