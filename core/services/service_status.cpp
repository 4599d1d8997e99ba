#include "core/services/service_status.h"

#include "core/ports/and_then.h"
#include "core/services/http_checks.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace purchasing::services {
namespace {

constexpr std::chrono::seconds kProbePatience{1};

} // namespace

ServiceStatus::ServiceStatus(QString service, std::vector<Dependency> dependencies,
                             std::shared_ptr<Metrics> metrics)
    : m_service(std::move(service))
    , m_dependencies(std::move(dependencies))
    , m_metrics(std::move(metrics))
{
}

bool ServiceStatus::answer(const HttpRequest& request, const HttpServer::Respond& respond) const
{
    if (request.path != "/health" && request.path != "/ready" && request.path != "/metrics")
        return false;
    if (request.method != "GET")
        respond(notAllowed("GET"));
    else if (request.path == "/ready")
        answerReadiness(respond);
    else if (request.path == "/metrics")
        respond({200, Metrics::contentType(), m_metrics->text(), {}});
    else
        respond(json(
            200,
            {{QStringLiteral("status"), QStringLiteral("healthy")}, {QStringLiteral("service"), m_service}}));
    return true;
}

void ServiceStatus::answerReadiness(const HttpServer::Respond& respond) const
{
    CallContext context;
    context.deadline = std::chrono::steady_clock::now() + kProbePatience;
    const CallScope scope(std::move(context));
    QList<QFuture<Result<Done>>> asked;
    for (const Dependency& dependency : m_dependencies)
        asked << dependency.probe();
    (void)andThen(
        allFinished(asked),
        [respond, names = m_dependencies,
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
