#pragma once

#include "core/ports/orchestrator.h"
#include "core/remote/service_channel.h"

#include <memory>

namespace purchasing::remote {

/// The Orchestrator over gRPC. It has longer to answer than other services have: it asks them in its turn,
/// and an order may be sent meanwhile.
class RemoteOrchestrator : public Orchestrator
{
public:
    explicit RemoteOrchestrator(std::shared_ptr<ServiceChannel> orchestrator);

    [[nodiscard]] QFuture<Result<FlowOutcome>> evaluate(const FlowRequest& request) override;
    /// Where no answer comes nobody knows whether an order was made, and the error says so; asking again with
    /// the same key finds out.
    [[nodiscard]] QFuture<Result<FlowOutcome>> run(const FlowRequest& request,
                                                   const QString& idempotencyKey) override;
    [[nodiscard]] QFuture<Result<FlowOutcome>> order(const Decision& seen, const FlowRequest& request,
                                                     const QString& idempotencyKey,
                                                     bool withholdSending) override;

private:
    std::shared_ptr<ServiceChannel> m_orchestrator;
};

} // namespace purchasing::remote
