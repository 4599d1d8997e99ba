#pragma once

#include "core/services/http_server.h"
#include "core/services/rule_engine_service.h"

namespace purchasing::services {

/// The rule engine over HTTP: POST /rules/evaluate with oms_data, inventory_data and supplier_data named as
/// the messages, and GET /health. Any thread.
class RuleEngineHttp
{
public:
    /// `engine` must outlive it.
    RuleEngineHttp(RuleEngineService& engine, Entrance entrance);

    void handle(const std::shared_ptr<const HttpRequest>& request, const HttpServer::Respond& respond) const;

private:
    void evaluate(const HttpRequest& request, const HttpServer::Respond& respond) const;

    Gate m_gate;
    RuleEngineService& m_engine;
};

} // namespace purchasing::services
