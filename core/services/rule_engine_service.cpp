#include "core/services/rule_engine_service.h"

#include "core/proto/wire_facts.h"

#include <QtConcurrent>

namespace purchasing::services {
RuleEngineService::RuleEngineService(RulesInForce rules, Entrance entrance)
    : m_gate(std::move(entrance), "rule_engine.RuleEngineService")
    , m_rules(std::move(rules))
    , m_probe([this] {
        return QtConcurrent::run(&m_pool, [this]() -> Result<Done> {
            const auto inForce = m_rules();
            return inForce ? Result<Done>(Done{}) : inForce.error();
        });
    })
{
    // Some wait for whoever knows the rules in force while others compute.
    m_pool.setMaxThreadCount(std::max(4, QThread::idealThreadCount() * 2));
}

RuleEngineService::~RuleEngineService()
{
    m_pool.waitForDone();
}

Result<ExplainedDecision> RuleEngineService::evaluate(const rule_engine::EvaluateRequest& request) const
{
    const ProductFacts facts = request.has_facts() ? wire::fromWire(request.facts()) : wire::factsOf(request);
    QDate today = QDateTime::currentDateTimeUtc().date();
    if (!request.today().empty()) {
        today = QDate::fromString(wire::text(request.today()), Qt::ISODate);
        if (!today.isValid())
            throw wire::OutOfRange{QStringLiteral("today")};
    }
    Result<std::shared_ptr<const RuleEngine>> rules = m_rules();
    if (!rules)
        return rules.error();
    std::optional<Money> ceiling;
    if (request.has_approval_ceiling_minor())
        ceiling = wire::amountOf<Money>(request.approval_ceiling_minor(), "approval_ceiling");
    return (*rules)->withCeiling(ceiling)->explain(facts, today);
}

void RuleEngineService::fill(const ExplainedDecision& explained, bool withAccount,
                             rule_engine::EvaluateResponse& response)
{
    const Decision& decision = explained.decision;
    const DecisionOutputs& outputs = decision.outputs;
    response.set_need_reorder(outputs.needReorder);
    response.set_shortage(outputs.shortage.toDouble());
    response.set_order_qty(outputs.orderQty.isWhole() || outputs.orderQty.tenThousandths < 0
                               ? outputs.orderQty.units()
                               : outputs.orderQty.units() + 1);
    response.set_total_amount(outputs.totalAmount.toDouble());
    response.set_requires_approval(outputs.requiresApproval);
    response.set_approval_status(outputs.approvalStatus.toStdString());
    // A client that knows no problems must not order in spite of them.
    response.set_should_create_po(outputs.shouldCreatePo && !decision.isBlocked());
    response.set_should_send_po(outputs.shouldSendPo && !decision.isBlocked());
    response.set_po_status(outputs.poStatus.toStdString());
    response.set_send_method(outputs.sendMethod.toStdString());
    response.set_grand_total(outputs.grandTotal.toDouble());
    response.set_discount_amount(outputs.discountAmount.toDouble());
    response.set_final_amount(outputs.finalAmount.toDouble());
    response.set_tax_amount(outputs.taxAmount.toDouble());
    response.set_supplier_error(outputs.supplierError.toStdString());
    for (const QString& rule : decision.firedRules)
        response.add_fired_rules(rule.toStdString());
    response.set_rule_set_version(decision.basis.ruleSetVersion);
    for (const Problem& problem : decision.problems)
        *response.add_problems() = wire::toWire(problem);
    if (withAccount)
        *response.mutable_explained() = wire::toWire(explained);
}

QFuture<Result<ExplainedDecision>>
RuleEngineService::evaluateSoon(std::shared_ptr<const rule_engine::EvaluateRequest> request)
{
    return QtConcurrent::run(
        &m_pool,
        [this, request = std::move(request),
         context = CallContext::current()]() -> Result<ExplainedDecision> {
            const CallScope scope(context);
            if (const auto over = context.whyOver())
                return *over;
            try {
                return evaluate(*request);
            } catch (const wire::OutOfRange& value) {
                return Error{ErrorKind::Invalid,
                             QStringLiteral("%1 is not a value that can be held.").arg(value.field),
                             {}};
            } catch (const std::exception& exception) {
                return Error{ErrorKind::Internal, QStringLiteral("Deciding failed unexpectedly."),
                             QString::fromUtf8(exception.what())};
            }
        });
}

grpc::ServerUnaryReactor* RuleEngineService::Evaluate(grpc::CallbackServerContext* call,
                                                      const rule_engine::EvaluateRequest* request,
                                                      rule_engine::EvaluateResponse* response)
{
    // The request lives as long as the call.
    const std::shared_ptr<const rule_engine::EvaluateRequest> kept(request, [](const auto*) {});
    return reply(
        call, m_gate, "Evaluate", [this, kept](const Caller&) { return evaluateSoon(kept); },
        [request, response](const ExplainedDecision& explained) {
            fill(explained, request->has_facts(), *response);
        });
}

grpc::ServerUnaryReactor* RuleEngineService::HealthCheck(grpc::CallbackServerContext* call,
                                                         const rule_engine::HealthRequest*,
                                                         rule_engine::HealthResponse* response)
{
    return healthReply(call, m_gate, m_probe, "rule-engine-service", response);
}

} // namespace purchasing::services
