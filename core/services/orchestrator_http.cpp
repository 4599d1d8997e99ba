#include "core/services/orchestrator_http.h"

#include "core/flow/flow_json.h"
#include "core/ports/and_then.h"
#include "core/services/flow_answer.h"
#include "core/services/http_checks.h"

#include <QFile>
#include <QJsonObject>

#include <algorithm>

namespace purchasing::services {
namespace {

const std::vector<std::string> kRoutes = {"/purchasing/flow", "/health", "/ready", "/metrics",
                                          "/openapi.json"};

int statusOfFailure(FlowFailure::Kind kind)
{
    using Kind = FlowFailure::Kind;
    switch (kind) {
    case Kind::Unknown: return 404;
    case Kind::InUse: return 409;
    case Kind::Unusable: return 422;
    case Kind::Forbidden: return 403;
    case Kind::Unavailable: return 503;
    case Kind::Broken: break;
    }
    return 500;
}

HttpResponse answerOf(const FlowFailure& failure)
{
    HttpResponse response = problem(statusOfFailure(failure.kind), failure.sentence, failure.service);
    if (response.status == 503 || response.status == 409)
        response.headers.emplace("Retry-After", "1");
    return response;
}

HttpResponse answerOf(const Result<FlowOutcome>& outcome)
{
    if (!outcome) {
        if (FlowRequests::isTooMany(outcome.error())) {
            HttpResponse response = problem(429, outcome.error().message);
            response.headers.emplace("Retry-After", "1");
            return response;
        }
        return answerOf(failureOf(outcome.error()));
    }
    if (const auto failure = failureOf(*outcome))
        return answerOf(*failure);
    HttpResponse response = json(200, flowJson(*outcome));
    if (outcome->isReplayed)
        response.headers.emplace("Idempotent-Replayed", "true");
    return response;
}

} // namespace

OrchestratorHttp::OrchestratorHttp(std::shared_ptr<FlowRequests> flows,
                                   std::shared_ptr<const ServiceStatus> status, Entrance entrance)
    : m_gate(std::move(entrance), "orchestrator.OrchestratorService")
    , m_flows(std::move(flows))
    , m_status(std::move(status))
{
}

void OrchestratorHttp::handle(const std::shared_ptr<const HttpRequest>& request,
                              const HttpServer::Respond& respond) const
{
    const bool isKnown = std::find(kRoutes.begin(), kRoutes.end(), request->path) != kRoutes.end();
    const auto counted = [respond, status = m_status, route = isKnown ? request->path : std::string("other"),
                          since = std::chrono::steady_clock::now()](HttpResponse response) {
        status->metrics().noteRequest(route, response.status, std::chrono::steady_clock::now() - since);
        respond(std::move(response));
    };
    if (const auto refusal = whyNotServed(*request, m_gate.isEncrypted()))
        return counted(*refusal);
    answer(request, counted);
}

void OrchestratorHttp::answer(const std::shared_ptr<const HttpRequest>& asked,
                              const HttpServer::Respond& respond) const
{
    const HttpRequest& request = *asked;
    const bool isGet = request.method == "GET";
    if (request.path == "/purchasing/flow") {
        if (request.method != "POST")
            return respond(notAllowed("POST"));
        return admit(m_gate, "Flow", request, respond, [this, asked, respond](const Caller& caller) {
            runFlow(*asked, respond, personOf(caller));
        });
    }
    if (m_status->answer(request, respond))
        return;
    if (request.path == "/openapi.json") {
        QFile file(QStringLiteral(":/services/openapi.json"));
        if (!isGet || !file.open(QIODevice::ReadOnly))
            return respond(isGet ? problem(404, QStringLiteral("It was not built in.")) : notAllowed("GET"));
        return respond({200, "application/json", file.readAll().toStdString(), {}});
    }
    respond(
        problem(404, QStringLiteral("There is nothing at %1.").arg(QString::fromStdString(request.path))));
}

void OrchestratorHttp::runFlow(const HttpRequest& request, const HttpServer::Respond& respond,
                               const Actor& actor) const
{
    if (const auto refusal = whyNotJson(request))
        return respond(*refusal);
    const Result<QString> id = wire::productIdIn(request.body);
    if (!id)
        return respond(problem(400, id.error().message));
    const QString key = QString::fromStdString(request.header("idempotency-key"));
    if (key.size() > kLongestKey)
        return respond(
            problem(400, QStringLiteral("Idempotency-Key has more than %1 characters.").arg(kLongestKey)));
    const CallScope scope(contextOf(request));
    (void)andThen(m_flows->run(*id, key, actor),
                  [respond](const Result<FlowOutcome>& outcome) { respond(answerOf(outcome)); });
}

} // namespace purchasing::services
