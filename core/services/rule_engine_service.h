#pragma once

#include "core/flow/rule_engine.h"
#include "core/services/health.h"

#include "rule_engine.grpc.pb.h"

#include <QThreadPool>

#include <functional>
#include <memory>

namespace purchasing::services {

/// Decides over the wire by the rules in force; it has no database and calls nobody but for them. Without our
/// added facts it answers as the reference system's engine: on_order_qty and override_qty are 0, the order
/// multiple is 1, and a zero in a fixed field is a value. A blocked product never says that an order should
/// be made.
class RuleEngineService : public rule_engine::RuleEngineService::CallbackService
{
public:
    /// Gives the compiled rules in force; may wait for whoever knows which those are.
    using RulesInForce = std::function<Result<std::shared_ptr<const RuleEngine>>()>;

    RuleEngineService(RulesInForce rules, Entrance entrance);
    ~RuleEngineService() override;

    grpc::ServerUnaryReactor* Evaluate(grpc::CallbackServerContext* call,
                                       const rule_engine::EvaluateRequest* request,
                                       rule_engine::EvaluateResponse* response) override;
    grpc::ServerUnaryReactor* HealthCheck(grpc::CallbackServerContext* call,
                                          const rule_engine::HealthRequest*,
                                          rule_engine::HealthResponse* response) override;

    /// What Evaluate does, for whoever serves it otherwise: on a thread of its own, under the caller's
    /// context.
    [[nodiscard]] QFuture<Result<ExplainedDecision>>
    evaluateSoon(std::shared_ptr<const rule_engine::EvaluateRequest> request);

private:
    /// Waits for the rules; throws wire::OutOfRange.
    [[nodiscard]] Result<ExplainedDecision> evaluate(const rule_engine::EvaluateRequest& request) const;
    static void fill(const ExplainedDecision& explained, bool withAccount,
                     rule_engine::EvaluateResponse& response);

    Gate m_gate;
    RulesInForce m_rules;
    HealthProbe m_probe;
    QThreadPool m_pool; ///< Evaluating takes a core; last member, so that it ends first.
};

} // namespace purchasing::services
