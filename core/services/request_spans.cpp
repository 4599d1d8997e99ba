#include "core/services/request_spans.h"

#include "core/ports/call_context.h"
#include "core/proto/call_span.h"
#include "core/proto/wire_requests.h"

#include <grpcpp/grpcpp.h>
#include <grpcpp/support/server_interceptor.h>

#include <string_view>

namespace purchasing::services {
namespace {

using grpc::experimental::InterceptionHookPoints;

class ServerCallSpan final : public grpc::experimental::Interceptor
{
public:
    ServerCallSpan(std::shared_ptr<SpanSink> spans, const char* method)
        : m_span(std::move(spans), Span::Kind::Server, method)
    {
    }

    void Intercept(grpc::experimental::InterceptorBatchMethods* batch) override
    {
        if (batch->QueryInterceptionHookPoint(InterceptionHookPoints::POST_RECV_INITIAL_METADATA)) {
            m_span.begin(*batch->GetRecvInitialMetadata(), [](grpc::string_ref given) {
                return traceParentOf(QByteArray(given.data(), static_cast<qsizetype>(given.size())));
            });
        }
        if (batch->QueryInterceptionHookPoint(InterceptionHookPoints::POST_RECV_MESSAGE))
            m_span.see(batch->GetRecvMessage());
        if (batch->QueryInterceptionHookPoint(InterceptionHookPoints::PRE_SEND_STATUS))
            m_span.end(batch->GetSendStatus());
        batch->Proceed();
    }

private:
    wire::CallSpan m_span;
};

class ServerCallSpans final : public grpc::experimental::ServerInterceptorFactoryInterface
{
public:
    explicit ServerCallSpans(std::shared_ptr<SpanSink> spans)
        : m_spans(std::move(spans))
    {
    }

    grpc::experimental::Interceptor* CreateServerInterceptor(grpc::experimental::ServerRpcInfo* call) override
    {
        const std::string_view method = call->method();
        const bool isProbe =
            method.rfind("/grpc.", 0) == 0 || method.find("/HealthCheck") != std::string_view::npos;
        return isProbe ? nullptr : new ServerCallSpan(m_spans, call->method());
    }

private:
    std::shared_ptr<SpanSink> m_spans;
};

/// The product that a body names, in the few that are answered.
std::string productIn(const HttpRequest& request)
{
    if (request.method != "POST" || wire::isTooDeep(request.body))
        return {};
    if (request.path == "/purchasing/flow") {
        const Result<QString> id = wire::productIdIn(request.body);
        return id ? id->toStdString() : std::string();
    }
    const Result<rule_engine::EvaluateRequest> asked = wire::evaluateRequestIn(request.body);
    return asked ? wire::productOf(*asked) : std::string();
}

void endRequest(Span& span, const HttpRequest& request, int status)
{
    // A path that nothing is at could be anything.
    span.name = status == 404 ? request.method : request.method + ' ' + request.path;
    span.attributes = {{"http.request.method", request.method},
                       {"url.path", request.path.substr(0, 200)},
                       {"http.response.status_code", std::to_string(status)}};
    span.hasFailed = status >= 500;
    span.end = std::chrono::system_clock::now();
}

} // namespace

void traceCalls(grpc::ServerBuilder& builder, std::shared_ptr<SpanSink> spans)
{
    if (!spans)
        return;
    std::vector<std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface>> interceptors;
    interceptors.push_back(std::make_unique<ServerCallSpans>(std::move(spans)));
    builder.experimental().SetInterceptorCreators(std::move(interceptors));
}

HttpServer::Handler traced(HttpServer::Handler handler, std::shared_ptr<SpanSink> spans)
{
    if (!spans)
        return handler;
    return [handler = std::move(handler), spans = std::move(spans)](
               const std::shared_ptr<const HttpRequest>& request, const HttpServer::Respond& respond) {
        const bool isProbe =
            request->path == "/health" || request->path == "/ready" || request->path == "/metrics";
        const QByteArray parent = traceParentOf(QByteArray::fromStdString(request->header("traceparent")));
        if (isProbe || !isRecorded(parent))
            return handler(request, respond);
        Span span = beginSpan(parent, Span::Kind::Server, request->method);
        span.productId = productIn(*request);
        const auto below = std::make_shared<HttpRequest>(*request);
        below->headers["traceparent"] = span.traceParent().toStdString();
        handler(below, [respond, spans, span, request](HttpResponse response) mutable {
            endRequest(span, *request, response.status);
            spans->take(std::move(span));
            respond(std::move(response));
        });
    };
}

} // namespace purchasing::services
