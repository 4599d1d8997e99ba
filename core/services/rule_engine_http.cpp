#include "core/services/rule_engine_http.h"

#include "core/flow/flow_json.h"
#include "core/ports/and_then.h"
#include "core/services/http_checks.h"

#include <QJsonArray>
#include <QJsonObject>

namespace purchasing::services {
namespace {

/// The answer under the names of EvaluateResponse.
QJsonObject answerOf(const ExplainedDecision& explained)
{
    const Decision& decision = explained.decision;
    QJsonObject object = calculationJson(decision.outputs);
    // A client that knows no problems must not order in spite of them.
    for (const char* flag : {"should_create_po", "should_send_po"}) {
        const QLatin1String name(flag);
        object.insert(name, object.value(name).toBool() && !decision.isBlocked());
    }
    object.insert(QStringLiteral("fired_rules"), QJsonArray::fromStringList(decision.firedRules));
    object.insert(QStringLiteral("rule_set_version"), static_cast<qint64>(decision.basis.ruleSetVersion));
    QJsonArray problems;
    for (const Problem& problem : decision.problems)
        problems.append(
            QJsonObject{{QStringLiteral("code"), problem.code}, {QStringLiteral("text"), problem.text}});
    object.insert(QStringLiteral("problems"), problems);
    return object;
}

HttpResponse failureOf(const Error& error)
{
    const bool isTheirs = error.kind == ErrorKind::Invalid;
    return problem(isTheirs                                ? 422
                       : error.kind == ErrorKind::Internal ? 500
                                                           : 503,
                   error.message, isTheirs ? QString() : QStringLiteral("rule-engine-service"));
}

} // namespace

RuleEngineHttp::RuleEngineHttp(RuleEngineService& engine, Entrance entrance)
    : m_gate(std::move(entrance), "rule_engine.RuleEngineService")
    , m_engine(engine)
{
}

void RuleEngineHttp::handle(const std::shared_ptr<const HttpRequest>& request,
                            const HttpServer::Respond& respond) const
{
    if (const auto refusal = whyNotServed(*request, m_gate.isEncrypted()))
        return respond(*refusal);
    if (request->path == "/health") {
        return respond(request->method == "GET"
                           ? json(200,
                                  {{QStringLiteral("status"), QStringLiteral("healthy")},
                                   {QStringLiteral("service"), QStringLiteral("rule-engine-service")}})
                           : notAllowed("GET"));
    }
    if (request->path != "/rules/evaluate")
        return respond(problem(
            404, QStringLiteral("There is nothing at %1.").arg(QString::fromStdString(request->path))));
    if (request->method != "POST")
        return respond(notAllowed("POST"));
    admit(m_gate, "Evaluate", *request, respond,
          [this, request, respond](const Caller&) { evaluate(*request, respond); });
}

void RuleEngineHttp::evaluate(const HttpRequest& request, const HttpServer::Respond& respond) const
{
    if (const auto refusal = whyNotJson(request))
        return respond(*refusal);
    const Result<rule_engine::EvaluateRequest> message = wire::evaluateRequestIn(request.body);
    if (!message)
        return respond(problem(400, message.error().message));
    (void)andThen(m_engine.evaluateSoon(std::make_shared<const rule_engine::EvaluateRequest>(*message)),
                  [respond](const Result<ExplainedDecision>& explained) {
                      respond(explained ? json(200, answerOf(*explained)) : failureOf(explained.error()));
                  });
}

} // namespace purchasing::services
