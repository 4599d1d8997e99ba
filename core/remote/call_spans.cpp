#include "core/remote/call_spans.h"

#include "core/proto/call_span.h"

namespace purchasing::remote {
namespace {

using grpc::experimental::InterceptionHookPoints;

class ClientCallSpan final : public grpc::experimental::Interceptor
{
public:
    ClientCallSpan(std::shared_ptr<SpanSink> spans, const std::string& service, const char* method)
        : m_span(std::move(spans), Span::Kind::Client, method, service)
    {
    }

    void Intercept(grpc::experimental::InterceptorBatchMethods* batch) override
    {
        if (batch->QueryInterceptionHookPoint(InterceptionHookPoints::PRE_SEND_INITIAL_METADATA))
            m_span.begin(*batch->GetSendInitialMetadata(), &QByteArray::fromStdString);
        if (batch->QueryInterceptionHookPoint(InterceptionHookPoints::PRE_SEND_MESSAGE))
            m_span.see(batch->GetSendMessage());
        if (batch->QueryInterceptionHookPoint(InterceptionHookPoints::POST_RECV_STATUS))
            m_span.end(*batch->GetRecvStatus());
        batch->Proceed();
    }

private:
    wire::CallSpan m_span;
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
