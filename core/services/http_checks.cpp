#include "core/services/http_checks.h"

#include <algorithm>

namespace purchasing::services {
namespace {

constexpr int kDeepest = 32;

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

std::optional<HttpResponse> whyNotServed(const HttpRequest& request)
{
    if (isLoopbackHost(request.header("host")))
        return std::nullopt;
    return problem(403,
                   QStringLiteral("Without a token, only this machine is answered, by the name localhost or "
                                  "127.0.0.1."));
}

std::optional<HttpResponse> whyNotJson(const HttpRequest& request)
{
    if (!isJson(request.header("content-type")))
        return problem(415, QStringLiteral("The body must be application/json."));
    if (depthOf(request.body) > kDeepest)
        return problem(400, QStringLiteral("The body is nested deeper than %1 levels.").arg(kDeepest));
    return std::nullopt;
}

HttpResponse notAllowed(const char* allowed)
{
    HttpResponse response =
        problem(405, QStringLiteral("Only %1 is answered here.").arg(QLatin1String(allowed)));
    response.headers.emplace("Allow", allowed);
    return response;
}

} // namespace purchasing::services
