#include "core/services/orchestrator_http.h"

#include "core/flow/flow_json.h"
#include "core/services/flow_answer.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace purchasing::services {
namespace {

constexpr int kDeepest = 32;
constexpr std::chrono::seconds kProbePatience{1};

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

/// How deep arrays and objects are nested, brackets in texts left aside.
int depthOf(const std::string& text)
{
    int depth = 0;
    int deepest = 0;
    bool isText = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (isText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                isText = false;
        } else if (c == '"') {
            isText = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

/// A page of some other origin can make a browser send requests here; it cannot make it name this host or
/// send JSON without being asked whether it may.
bool isLoopbackHost(const std::string& host)
{
    for (const std::string name : {"localhost", "127.0.0.1", "[::1]"}) {
        if (host == name || host.rfind(name + ":", 0) == 0)
            return true;
    }
    return false;
}

bool isJson(const std::string& contentType)
{
    const std::string type = contentType.substr(0, contentType.find(';'));
    return QString::fromStdString(type).trimmed().compare(QLatin1String("application/json"),
                                                          Qt::CaseInsensitive)
        == 0;
}

HttpResponse notAllowed(const char* allowed)
{
    HttpResponse response =
        problem(405, QStringLiteral("Only %1 is answered here.").arg(QLatin1String(allowed)));
    response.headers.emplace("Allow", allowed);
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
    if (!isLoopbackHost(request->header("host")))
        return respond(problem(403,
                               QStringLiteral("Without a token, only this machine is answered, by the name "
                                              "localhost or 127.0.0.1.")));
    const bool isGet = request->method == "GET" || request->method == "HEAD";
    if (request->path == "/purchasing/flow")
        return request->method == "POST" ? runFlow(*request, respond) : respond(notAllowed("POST"));
    if (request->path == "/health")
        return respond(isGet ? json(200,
                                    {{QStringLiteral("status"), QStringLiteral("healthy")},
                                     {QStringLiteral("service"), QStringLiteral("orchestrator")}})
                             : notAllowed("GET"));
    if (request->path == "/ready")
        return isGet ? answerReadiness(respond) : respond(notAllowed("GET"));
    if (request->path == "/openapi.json") {
        QFile file(QStringLiteral(":/services/openapi.json"));
        if (!isGet || !file.open(QIODevice::ReadOnly))
            return respond(isGet ? problem(404, QStringLiteral("It was not built in.")) : notAllowed("GET"));
        return respond({200, "application/json", file.readAll().toStdString(), {}});
    }
    respond(
        problem(404, QStringLiteral("There is nothing at %1.").arg(QString::fromStdString(request->path))));
}

void OrchestratorHttp::runFlow(const HttpRequest& request, const HttpServer::Respond& respond) const
{
    if (!isJson(request.header("content-type")))
        return respond(problem(415, QStringLiteral("The body must be application/json.")));
    if (depthOf(request.body) > kDeepest)
        return respond(
            problem(400, QStringLiteral("The body is nested deeper than %1 levels.").arg(kDeepest)));
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
    if (key.size() > 255)
        return respond(problem(400, QStringLiteral("Idempotency-Key has more than 255 characters.")));
    CallContext context;
    context.deadline = std::chrono::steady_clock::now() + kFlowDeadline;
    context.traceParent = QByteArray::fromStdString(request.header("traceparent"));
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
