#pragma once

#include "core/services/flow_requests.h"
#include "core/services/health.h"

#include "orchestrator.grpc.pb.h"

namespace purchasing::services {

/// The flow over gRPC: the same answers as over HTTP. Any thread.
class OrchestratorService : public orchestrator::OrchestratorService::CallbackService
{
public:
    OrchestratorService(std::shared_ptr<FlowRequests> flows, HealthProbe probe, Entrance entrance);

    grpc::ServerUnaryReactor* Flow(grpc::CallbackServerContext* call,
                                   const orchestrator::FlowRequest* request,
                                   orchestrator::FlowResponse* response) override;
    grpc::ServerWriteReactor<orchestrator::FlowBatchAnswer>*
    FlowBatch(grpc::CallbackServerContext* call, const orchestrator::FlowBatchRequest* request) override;
    grpc::ServerUnaryReactor* Evaluate(grpc::CallbackServerContext* call,
                                       const orchestrator::EvaluateRequest* request,
                                       orchestrator::OutcomeResponse* response) override;
    grpc::ServerUnaryReactor* Order(grpc::CallbackServerContext* call,
                                    const orchestrator::OrderRequest* request,
                                    orchestrator::OutcomeResponse* response) override;
    grpc::ServerUnaryReactor* HealthCheck(grpc::CallbackServerContext* call,
                                          const orchestrator::HealthRequest*,
                                          orchestrator::HealthResponse* response) override;

private:
    Gate m_gate;
    std::shared_ptr<FlowRequests> m_flows;
    HealthProbe m_probe;
};

} // namespace purchasing::services
