#include "core/services/orchestrator_service.h"

#include "core/ports/and_then.h"
#include "core/proto/wire_facts.h"
#include "core/proto/wire_orders.h"
#include "core/services/flow_answer.h"
#include "core/services/stream_reply.h"

namespace purchasing::services {
namespace {

grpc::Status statusOfFailure(const FlowFailure& failure, grpc::CallbackServerContext& call)
{
    using Kind = FlowFailure::Kind;
    if (!failure.service.isEmpty())
        call.AddTrailingMetadata("purchasing-service", failure.service.toStdString());
    const auto code = [&failure] {
        switch (failure.kind) {
        case Kind::Unknown: return grpc::StatusCode::NOT_FOUND;
        case Kind::InUse: return grpc::StatusCode::ABORTED;
        case Kind::Unusable: return grpc::StatusCode::FAILED_PRECONDITION;
        case Kind::Forbidden: return grpc::StatusCode::PERMISSION_DENIED;
        case Kind::Unavailable: return grpc::StatusCode::UNAVAILABLE;
        case Kind::Broken: break;
        }
        return grpc::StatusCode::INTERNAL;
    };
    return {code(), failure.sentence.toStdString()};
}

grpc::Status statusOfOutcome(const Result<FlowOutcome>& outcome, grpc::CallbackServerContext& call)
{
    if (!outcome) {
        if (FlowRequests::isTooMany(outcome.error()))
            return exhausted(outcome.error().message, std::chrono::seconds(1), call);
        return statusOfFailure(failureOf(outcome.error()), call);
    }
    const auto failure = failureOf(*outcome);
    return failure ? statusOfFailure(*failure, call) : grpc::Status::OK;
}

void fill(const FlowOutcome& outcome, orchestrator::FlowResponse& response)
{
    response.set_success(true);
    if (outcome.order)
        *response.mutable_po() = wire::toWire(*outcome.order);
    *response.mutable_calculation() = wire::toWire(outcome.explained.decision.outputs);
    response.set_message(outcome.message.toStdString());
    response.set_replayed(outcome.isReplayed);
    response.set_word(static_cast<wire::Word>(outcome.explained.decision.word));
    for (const Problem& problem : outcome.explained.decision.problems)
        *response.add_problems() = wire::toWire(problem);
}

void fillAll(const FlowOutcome& outcome, orchestrator::OutcomeResponse& response)
{
    *response.mutable_facts() = wire::toWire(outcome.facts);
    *response.mutable_explained() = wire::toWire(outcome.explained);
    if (outcome.order)
        *response.mutable_po() = wire::toWire(*outcome.order);
    response.set_message(outcome.message.toStdString());
    response.set_replayed(outcome.isReplayed);
}

/// What EvaluateRequest and OrderRequest have in common.
template <typename Request> FlowRequest requestOf(const Request& request, const Caller& caller)
{
    FlowRequest flow;
    flow.productId = wire::goodId(request.product_id());
    flow.actor = personOf(caller);
    flow.supplierId = wire::text(request.supplier_id());
    return flow;
}

/// Runs the products of a batch one after the other and writes each answer as it comes.
class BatchReply final : public StreamReply<orchestrator::FlowBatchAnswer>
{
public:
    BatchReply(grpc::CallbackServerContext* call, const Gate& gate, std::shared_ptr<FlowRequests> flows,
               const orchestrator::FlowBatchRequest& request)
        : StreamReply(call)
        , m_flows(std::move(flows))
        , m_productIds(request.product_ids().begin(), request.product_ids().end())
    {
        begin(gate, "FlowBatch");
    }

private:
    void next() override
    {
        if (m_at == m_productIds.size())
            return end(grpc::Status::OK);
        m_answer.Clear();
        const std::string& productId = m_productIds[m_at++];
        m_answer.set_product_id(productId);
        const QString id = wire::text(productId);
        if (const QString why = wire::whyNoId(id); !why.isEmpty()) {
            m_answer.set_error(why.toStdString());
            return StartWrite(&m_answer);
        }
        const CallScope scope(context());
        (void)andThen(
            m_flows->run(id, QString(), personOf(caller())), [this](const Result<FlowOutcome>& outcome) {
                const auto failure =
                    outcome ? failureOf(*outcome) : std::optional(failureOf(outcome.error()));
                if (failure)
                    m_answer.set_error(failure->sentence.toStdString());
                else
                    fill(*outcome, *m_answer.mutable_answer());
                StartWrite(&m_answer);
            });
    }

    std::shared_ptr<FlowRequests> m_flows;
    std::vector<std::string> m_productIds;
    std::size_t m_at = 0;
    orchestrator::FlowBatchAnswer m_answer;
};

} // namespace

OrchestratorService::OrchestratorService(std::shared_ptr<FlowRequests> flows, HealthProbe probe,
                                         Entrance entrance)
    : m_gate(std::move(entrance), "orchestrator.OrchestratorService")
    , m_flows(std::move(flows))
    , m_probe(std::move(probe))
{
}

grpc::ServerUnaryReactor* OrchestratorService::Flow(grpc::CallbackServerContext* call,
                                                    const orchestrator::FlowRequest* request,
                                                    orchestrator::FlowResponse* response)
{
    auto* reply = new UnaryReply(m_gate, "Flow");
    const CallContext context = contextOf(*call, reply->cancelled());
    m_gate.admit(
        *call, "Flow", reply->turn(),
        [this, call, request, response, reply, context](const Caller& caller) {
            const QString id = wire::text(request->product_id());
            if (const QString why = wire::whyNoId(id); !why.isEmpty())
                return reply->end({grpc::StatusCode::INVALID_ARGUMENT, why.toStdString()});
            const CallScope scope(context);
            (void)andThen(m_flows->run(id, wire::text(request->idempotency_key()), personOf(caller)),
                          [call, reply, response](const Result<FlowOutcome>& outcome) {
                              const grpc::Status status = statusOfOutcome(outcome, *call);
                              if (status.ok())
                                  fill(*outcome, *response);
                              reply->end(status);
                          });
        },
        [reply](const grpc::Status& refusal) { reply->end(refusal); });
    return reply;
}

grpc::ServerWriteReactor<orchestrator::FlowBatchAnswer>*
OrchestratorService::FlowBatch(grpc::CallbackServerContext* call,
                               const orchestrator::FlowBatchRequest* request)
{
    return new BatchReply(call, m_gate, m_flows, *request);
}

// Unlike Flow these tell everything, whether or not something could be ordered: who asks is a person who
// looks.

grpc::ServerUnaryReactor* OrchestratorService::Evaluate(grpc::CallbackServerContext* call,
                                                        const orchestrator::EvaluateRequest* request,
                                                        orchestrator::OutcomeResponse* response)
{
    return reply(
        call, m_gate, "Evaluate",
        [this, request](const Caller& caller) { return m_flows->evaluate(requestOf(*request, caller)); },
        [response](const FlowOutcome& outcome) { fillAll(outcome, *response); });
}

grpc::ServerUnaryReactor* OrchestratorService::Order(grpc::CallbackServerContext* call,
                                                     const orchestrator::OrderRequest* request,
                                                     orchestrator::OutcomeResponse* response)
{
    return reply(
        call, m_gate, "Order",
        [this, request](const Caller& caller) {
            FlowRequest flow = requestOf(*request, caller);
            flow.batchId = wire::text(request->batch_id());
            flow.withoutAddress = request->without_address();
            std::optional<Decision> seen;
            if (request->has_seen())
                seen = wire::fromWire(request->seen());
            return m_flows->order(flow, wire::text(request->idempotency_key()), seen,
                                  request->withhold_sending());
        },
        [response](const FlowOutcome& outcome) { fillAll(outcome, *response); });
}

grpc::ServerUnaryReactor* OrchestratorService::HealthCheck(grpc::CallbackServerContext* call,
                                                           const orchestrator::HealthRequest*,
                                                           orchestrator::HealthResponse* response)
{
    return healthReply(call, m_gate, m_probe, "orchestrator", response);
}

} // namespace purchasing::services
