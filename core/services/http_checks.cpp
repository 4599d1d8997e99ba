#include "core/services/http_checks.h"

namespace purchasing::services {
namespace {

QString tokenIn(const HttpRequest& request)
{
    const QString header = QString::fromStdString(request.header("authorization"));
    const QLatin1String bearer("Bearer ");
    return header.startsWith(bearer, Qt::CaseInsensitive) ? header.mid(bearer.size()).trimmed() : QString();
}

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

} // namespace

std::optional<HttpResponse> whyNotServed(const HttpRequest& request, bool isEncrypted)
{
    if (isEncrypted || isLoopbackHost(request.header("host")))
        return std::nullopt;
    return problem(
        403,
        QStringLiteral("Without encryption only this machine is answered, by the name localhost or "
                       "127.0.0.1."));
}

std::optional<HttpResponse> whyNotJson(const HttpRequest& request)
{
    if (!isJson(request.header("content-type")))
        return problem(415, QStringLiteral("The body must be application/json."));
    if (wire::isTooDeep(request.body))
        return problem(400,
                       QStringLiteral("The body is nested deeper than %1 levels.").arg(wire::kDeepestJson));
    return std::nullopt;
}

void admit(const Gate& gate, const char* method, const HttpRequest& request,
           const HttpServer::Respond& respond, const Identity::Admitted& admitted)
{
    gate.admit({tokenIn(request), {}, request.address}, method, admitted, [respond](const Refusal& refusal) {
        switch (refusal.kind) {
        case Refusal::Kind::Unknown: {
            HttpResponse response = problem(401, refusal.sentence);
            response.headers.emplace("WWW-Authenticate", "Bearer");
            return respond(std::move(response));
        }
        case Refusal::Kind::Forbidden: return respond(problem(403, refusal.sentence));
        case Refusal::Kind::TooMany: {
            HttpResponse response = problem(429, refusal.sentence);
            response.headers.emplace("Retry-After", std::to_string(refusal.retryAfter.count()));
            return respond(std::move(response));
        }
        case Refusal::Kind::Unavailable: break;
        }
        HttpResponse response = problem(503, refusal.sentence, QStringLiteral("po-service"));
        response.headers.emplace("Retry-After", "1");
        respond(std::move(response));
    });
}

CallContext contextOf(const HttpRequest& request)
{
    CallContext context;
    context.traceParent = traceParentOf(QByteArray::fromStdString(request.header("traceparent")));
    context.token = tokenIn(request);
    return context;
}

HttpResponse notAllowed(const char* allowed)
{
    HttpResponse response =
        problem(405, QStringLiteral("Only %1 is answered here.").arg(QLatin1String(allowed)));
    response.headers.emplace("Allow", allowed);
    return response;
}

} // namespace purchasing::services
