#include "core/remote/call_spans.h"

#include "core/proto/product_of.h"

#include <optional>

namespace purchasing::remote {
namespace {

using grpc::experimental::InterceptionHookPoints;

class ClientCallSpan final : public grpc::experimental::Interceptor
{
public:
    ClientCallSpan(std::shared_ptr<SpanSink> spans, const std::string& service, const char* method)
        : m_spans(std::move(spans))
        , m_service(service)
        , m_method(method + 1) // Without the slash.
    {
    }
    ~ClientCallSpan() override
    {
        if (m_span) // Nobody waited for its end.
            end({grpc::StatusCode::CANCELLED, {}});
    }

    void Intercept(grpc::experimental::InterceptorBatchMethods* batch) override
    {
        if (batch->QueryInterceptionHookPoint(InterceptionHookPoints::PRE_SEND_INITIAL_METADATA))
            begin(*batch->GetSendInitialMetadata());
        if (m_span && m_span->productId.empty()
            && batch->QueryInterceptionHookPoint(InterceptionHookPoints::PRE_SEND_MESSAGE)) {
            if (const void* message = batch->GetSendMessage())
                m_span->productId = wire::productOf(*static_cast<const google::protobuf::Message*>(message));
        }
        if (m_span && batch->QueryInterceptionHookPoint(InterceptionHookPoints::POST_RECV_STATUS))
            end(*batch->GetRecvStatus());
        batch->Proceed();
    }

private:
    void begin(std::multimap<std::string, std::string>& metadata)
    {
        const auto given = metadata.find("traceparent");
        const QByteArray parent =
            given == metadata.end() ? QByteArray() : QByteArray::fromStdString(given->second);
        if (!isRecorded(parent))
            return;
        m_span = beginSpan(parent, Span::Kind::Client, m_method);
        const std::string ours = m_span->traceParent().toStdString();
        if (given == metadata.end())
            metadata.emplace("traceparent", ours);
        else
            given->second = ours;
    }

    void end(const grpc::Status& status)
    {
        const std::size_t slash = m_method.find('/');
        m_span->attributes = {{"rpc.system", "grpc"},
                              {"rpc.service", m_method.substr(0, slash)},
                              {"rpc.method", m_method.substr(slash + 1)},
                              {"rpc.grpc.status_code", std::to_string(status.error_code())},
                              {"peer.service", m_service}};
        m_span->hasFailed = !status.ok();
        m_span->message = status.error_message();
        m_span->end = std::chrono::system_clock::now();
        m_spans->take(std::move(*m_span));
        m_span.reset();
    }

    std::shared_ptr<SpanSink> m_spans;
    const std::string& m_service; ///< The factory's, which lives as long as the channel.
    std::string m_method;
    std::optional<Span> m_span; ///< From the beginning to the end of the call.
};

class ClientCallSpans final : public grpc::experimental::ClientInterceptorFactoryInterface
{
public:
    ClientCallSpans(std::shared_ptr<SpanSink> spans, std::string service)
        : m_spans(std::move(spans))
        , m_service(std::move(service))
    {
    }

    grpc::experimental::Interceptor* CreateClientInterceptor(grpc::experimental::ClientRpcInfo* call) override
    {
        return new ClientCallSpan(m_spans, m_service, call->method());
    }

private:
    std::shared_ptr<SpanSink> m_spans;
    std::string m_service;
};

} // namespace

Interceptors callSpans(std::shared_ptr<SpanSink> spans, std::string service)
{
    Interceptors interceptors;
    if (spans)
        interceptors.push_back(std::make_unique<ClientCallSpans>(std::move(spans), std::move(service)));
    return interceptors;
}

} // namespace purchasing::remote
