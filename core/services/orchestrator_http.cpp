#include "core/services/orchestrator_http.h"

#include "core/flow/flow_json.h"
#include "core/services/flow_answer.h"
#include "core/services/http_checks.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace purchasing::services {
namespace {

constexpr std::chrono::seconds kProbePatience{1};
const std::vector<std::string> kRoutes = {"/purchasing/flow", "/health", "/ready", "/metrics",
                                          "/openapi.json"};

HttpResponse json(int status, const QJsonObject& object)
{
    return {
        status, "application/json", QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString(), {}};
}

int statusOfFailure(FlowFailure::Kind kind)
{
    using Kind = FlowFailure::Kind;
    switch (kind) {
    case Kind::Malformed: return 400;
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

OrchestratorHttp::OrchestratorHttp(std::shared_ptr<FlowRequests> flows, std::vector<Dependency> dependencies)
    : m_flows(std::move(flows))
    , m_dependencies(std::move(dependencies))
{
}

void OrchestratorHttp::handle(const std::shared_ptr<const HttpRequest>& request,
                              const HttpServer::Respond& respond) const
{
    const bool isKnown = std::find(kRoutes.begin(), kRoutes.end(), request->path) != kRoutes.end();
    const auto counted = [respond, flows = m_flows, route = isKnown ? request->path : std::string("other"),
                          since = std::chrono::steady_clock::now()](HttpResponse response) {
        flows->metrics().noteRequest(route, response.status, std::chrono::steady_clock::now() - since);
        respond(std::move(response));
    };
    if (const auto refusal = whyNotServed(*request))
        return counted(*refusal);
    answer(*request, counted);
}

void OrchestratorHttp::answer(const HttpRequest& request, const HttpServer::Respond& respond) const
{
    const bool isGet = request.method == "GET";
    if (request.path == "/purchasing/flow")
        return request.method == "POST" ? runFlow(request, respond) : respond(notAllowed("POST"));
    if (request.path == "/health")
        return respond(isGet ? json(200,
                                    {{QStringLiteral("status"), QStringLiteral("healthy")},
                                     {QStringLiteral("service"), QStringLiteral("orchestrator")}})
                             : notAllowed("GET"));
    if (request.path == "/ready")
        return isGet ? answerReadiness(respond) : respond(notAllowed("GET"));
    if (request.path == "/metrics") {
        return respond(
            isGet ? HttpResponse{200, Metrics::contentType(), m_flows->metrics().text(m_flows->running()), {}}
                  : notAllowed("GET"));
    }
    if (request.path == "/openapi.json") {
        QFile file(QStringLiteral(":/services/openapi.json"));
        if (!isGet || !file.open(QIODevice::ReadOnly))
            return respond(isGet ? problem(404, QStringLiteral("It was not built in.")) : notAllowed("GET"));
        return respond({200, "application/json", file.readAll().toStdString(), {}});
    }
    respond(
        problem(404, QStringLiteral("There is nothing at %1.").arg(QString::fromStdString(request.path))));
}

void OrchestratorHttp::runFlow(const HttpRequest& request, const HttpServer::Respond& respond) const
{
    if (const auto refusal = whyNotJson(request))
        return respond(*refusal);
    QJsonParseError error;
    const QJsonDocument body = QJsonDocument::fromJson(QByteArray::fromStdString(request.body), &error);
    if (!body.isObject()) {
        return respond(problem(400,
                               error.error == QJsonParseError::NoError
                                   ? QStringLiteral("The body is no JSON object.")
                                   : QStringLiteral("The body is no JSON: %1.").arg(error.errorString())));
    }
    const QJsonValue id = body.object().value(QStringLiteral("product_id"));
    if (!id.isString())
        return respond(problem(400, QStringLiteral("product_id is missing or no text.")));
    if (const QString why = whyNoId(id.toString()); !why.isEmpty())
        return respond(problem(400, why));
    const QString key = QString::fromStdString(request.header("idempotency-key"));
    if (key.size() > kLongestKey)
        return respond(
            problem(400, QStringLiteral("Idempotency-Key has more than %1 characters.").arg(kLongestKey)));
    CallContext context;
    context.traceParent = traceParentOf(QByteArray::fromStdString(request.header("traceparent")));
    const CallScope scope(std::move(context));
    (void)m_flows->run(id.toString(), key).then([respond](const Result<FlowOutcome>& outcome) {
        respond(answerOf(outcome));
    });
}

void OrchestratorHttp::answerReadiness(const HttpServer::Respond& respond) const
{
    CallContext context;
    context.deadline = std::chrono::steady_clock::now() + kProbePatience;
    const CallScope scope(std::move(context));
    QList<QFuture<Result<Done>>> asked;
    for (const Dependency& dependency : m_dependencies)
        asked << dependency.probe();
    (void)QtFuture::whenAll(asked.begin(), asked.end())
        .then([respond, names = m_dependencies,
               isEnding = m_isEnding.load()](const QList<QFuture<Result<Done>>>& answers) {
            QJsonObject dependencies;
            bool isReady = !isEnding;
            for (qsizetype i = 0; i < answers.size(); ++i) {
                const Result<Done> answer = answers[i].result();
                isReady = isReady && answer;
                dependencies.insert(names[static_cast<std::size_t>(i)].name,
                                    answer ? QStringLiteral("ready") : answer.error().message);
            }
            respond(json(isReady ? 200 : 503,
                         {{QStringLiteral("ready"), isReady},
                          {QStringLiteral("ending"), isEnding},
                          {QStringLiteral("dependencies"), dependencies}}));
        });
}

} // namespace purchasing::services
