#include "core/remote/remote_orchestrator.h"

#include "core/ports/and_then.h"
#include "core/proto/wire_facts.h"
#include "core/proto/wire_orders.h"
#include "core/remote/remote_call.h"

#include "orchestrator.grpc.pb.h"

#include <QUuid>

namespace purchasing::remote {
namespace {

using FlowStub = orchestrator::OrchestratorService::Stub;

std::shared_ptr<FlowStub> flowStubOf(const std::shared_ptr<ServiceChannel>& channel)
{
    return orchestrator::OrchestratorService::NewStub(channel->wire().channel());
}

/// Reads what came of the product that was asked for.
auto outcomeOf(const std::shared_ptr<ServiceChannel>& channel, const QString& productId)
{
    return [channel, productId](const orchestrator::OutcomeResponse& response) -> Result<FlowOutcome> {
        FlowOutcome outcome;
        outcome.facts = wire::fromWire(response.facts());
        outcome.explained = wire::fromWire(response.explained());
        if (outcome.explained.decision.productId != productId) {
            return garbageFrom(channel->wire(),
                               QStringLiteral("it does not say what was decided for %1").arg(productId));
        }
        if (response.has_po())
            outcome.order = wire::fromWire(response.po());
        outcome.message = wire::text(response.message());
        outcome.isReplayed = response.replayed();
        return outcome;
    };
}

QFuture<Result<FlowOutcome>> askOrder(const std::shared_ptr<ServiceChannel>& channel,
                                      orchestrator::OrderRequest message, const FlowRequest& request,
                                      const QString& key)
{
    message.set_product_id(request.productId.toStdString());
    message.set_supplier_id(request.supplierId.toStdString());
    message.set_idempotency_key(
        (key.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : key).toStdString());
    message.set_without_address(request.withoutAddress);
    message.set_batch_id(request.batchId.toStdString());
    const auto send = [channel, message, productId = request.productId] {
        return ask<FlowOutcome, orchestrator::OutcomeResponse>(
            channel, message,
            [stub = flowStubOf(channel)](auto* context, auto* asked, auto* response, auto done) {
                stub->async()->Order(context, asked, response, std::move(done));
            },
            outcomeOf(channel, productId));
    };
    // With its key the same request makes nothing twice, so one whose answer was lost is asked once more.
    return andThen(send(), [send, context = CallContext::current()](const Result<FlowOutcome>& first) {
        const bool isLost = !first && first.error().kind == ErrorKind::Unavailable;
        if (!isLost || context.whyOver())
            return QtFuture::makeReadyFuture(first);
        const CallScope scope(context);
        return send();
    });
}

} // namespace

RemoteOrchestrator::RemoteOrchestrator(std::shared_ptr<ServiceChannel> orchestrator)
    : m_orchestrator(std::move(orchestrator))
{
}

QFuture<Result<FlowOutcome>> RemoteOrchestrator::evaluate(const FlowRequest& request)
{
    orchestrator::EvaluateRequest message;
    message.set_product_id(request.productId.toStdString());
    message.set_supplier_id(request.supplierId.toStdString());
    return ask<FlowOutcome, orchestrator::OutcomeResponse>(
        m_orchestrator, std::move(message),
        [stub = flowStubOf(m_orchestrator)](auto* context, auto* asked, auto* response, auto done) {
            stub->async()->Evaluate(context, asked, response, std::move(done));
        },
        outcomeOf(m_orchestrator, request.productId));
}

QFuture<Result<FlowOutcome>> RemoteOrchestrator::run(const FlowRequest& request,
                                                     const QString& idempotencyKey)
{
    return askOrder(m_orchestrator, {}, request, idempotencyKey);
}

QFuture<Result<FlowOutcome>> RemoteOrchestrator::order(const Decision& seen, const FlowRequest& request,
                                                       const QString& idempotencyKey, bool withholdSending)
{
    orchestrator::OrderRequest message;
    *message.mutable_seen() = wire::toWire(seen);
    message.set_withhold_sending(withholdSending);
    return askOrder(m_orchestrator, std::move(message), request, idempotencyKey);
}

} // namespace purchasing::remote
