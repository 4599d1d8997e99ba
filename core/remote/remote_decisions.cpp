#include "core/domain/approval_ceiling.h"
#include "core/ports/and_then.h"
#include "core/proto/wire_facts.h"
#include "core/remote/remote_call.h"
#include "core/remote/remote_orders.h"

#include "rule_engine.grpc.pb.h"

namespace purchasing::remote {

RemoteDecisions::RemoteDecisions(std::shared_ptr<ServiceChannel> rules, std::shared_ptr<PeopleStore> people)
    : m_rules(std::move(rules))
    , m_people(std::move(people))
{
}

QFuture<Result<ExplainedDecision>> RemoteDecisions::decide(const ProductFacts& facts, QDate today)
{
    rule_engine::EvaluateRequest request;
    *request.mutable_facts() = wire::toWire(facts);
    request.set_today(today.toString(Qt::ISODate).toStdString());
    return andThen(
        m_people->settings(),
        [channel = m_rules, request = std::move(request), context = CallContext::current(),
         productId = facts.product.productId](
            const Result<QHash<QString, QString>>& settings) mutable -> QFuture<Result<ExplainedDecision>> {
            if (!settings)
                return QtFuture::makeReadyFuture(Result<ExplainedDecision>(settings.error()));
            if (const auto ceiling = ceilingOf(settings->value(QLatin1String(kApprovalCeiling))))
                request.set_approval_ceiling_minor(ceiling->minor);
            const CallScope scope(context);
            const std::shared_ptr<rule_engine::RuleEngineService::Stub> stub =
                rule_engine::RuleEngineService::NewStub(channel->wire().channel());
            return ask<ExplainedDecision, rule_engine::EvaluateResponse>(
                channel, std::move(request),
                [stub](auto* call, auto* asked, auto* response, auto done) {
                    stub->async()->Evaluate(call, asked, response, std::move(done));
                },
                [channel,
                 productId](const rule_engine::EvaluateResponse& response) -> Result<ExplainedDecision> {
                    if (!response.has_explained()
                        || wire::text(response.explained().decision().product_id()) != productId)
                        return garbageFrom(
                            channel->wire(),
                            QStringLiteral("it does not say what was decided for %1").arg(productId));
                    return wire::fromWire(response.explained());
                });
        });
}

} // namespace purchasing::remote
