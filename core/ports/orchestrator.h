#pragma once

#include "core/domain/result.h"
#include "core/ports/flow_outcome.h"

#include <QFuture>

namespace purchasing {

/// The business process where another program runs it, with services that trust nobody else to say what the
/// rules decided. Who acts is who calls: the actor in a request is not passed on. Any thread.
class Orchestrator
{
public:
    virtual ~Orchestrator() = default;

    /// As PurchasingFlow::evaluate().
    [[nodiscard]] virtual QFuture<Result<FlowOutcome>> evaluate(const FlowRequest& request) = 0;
    /// As PurchasingFlow::run().
    [[nodiscard]] virtual QFuture<Result<FlowOutcome>> run(const FlowRequest& request,
                                                           const QString& idempotencyKey) = 0;
    /// As PurchasingFlow::order().
    [[nodiscard]] virtual QFuture<Result<FlowOutcome>> order(const Decision& seen, const FlowRequest& request,
                                                             const QString& idempotencyKey,
                                                             bool withholdSending) = 0;
};

} // namespace purchasing
