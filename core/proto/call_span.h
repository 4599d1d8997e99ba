#pragma once

#include "core/ports/span.h"
#include "core/proto/product_of.h"

#include <grpcpp/support/status.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace purchasing::wire {

/// The span of one RPC at either end of it, from its metadata to its status, where somebody wants it
/// recorded. One thread at a time.
class CallSpan
{
public:
    /// `method` as gRPC names it ("/po.PoService/Create"); `peer` is whom a client calls.
    CallSpan(std::shared_ptr<SpanSink> spans, Span::Kind kind, const char* method, std::string peer = {})
        : m_spans(std::move(spans))
        , m_kind(kind)
        , m_method(method + 1)
        , m_peer(std::move(peer))
    {
    }
    ~CallSpan()
    {
        end({grpc::StatusCode::CANCELLED, {}}); // Nobody waited for its end.
    }
    CallSpan(const CallSpan&) = delete;
    CallSpan& operator=(const CallSpan&) = delete;

    /// Begins below the traceparent in the call's metadata, which may point into this, and puts the span's
    /// own in its place. `parentOf` reads what is there.
    template <typename Metadata, typename ParentOf> void begin(Metadata& metadata, ParentOf parentOf)
    {
        const auto given = metadata.find("traceparent");
        const QByteArray parent = given == metadata.end() ? QByteArray() : parentOf(given->second);
        if (!isRecorded(parent))
            return;
        m_span = beginSpan(parent, m_kind, m_method);
        m_traceParent = m_span->traceParent().toStdString();
        if (given == metadata.end())
            metadata.emplace("traceparent", m_traceParent);
        else
            given->second = m_traceParent;
    }

    /// The first message that is about a product names it.
    void see(const void* message)
    {
        if (m_span && message && m_span->productId.empty())
            m_span->productId = productOf(*static_cast<const google::protobuf::Message*>(message));
    }

    /// Only the first end counts.
    void end(const grpc::Status& status)
    {
        if (!m_span)
            return;
        const std::size_t slash = m_method.find('/');
        m_span->attributes = {{"rpc.system", "grpc"},
                              {"rpc.service", m_method.substr(0, slash)},
                              {"rpc.method", m_method.substr(slash + 1)},
                              {"rpc.grpc.status_code", std::to_string(status.error_code())}};
        if (!m_peer.empty())
            m_span->attributes.emplace_back("peer.service", m_peer);
        m_span->hasFailed = !status.ok();
        m_span->message = status.error_message();
        m_span->end = std::chrono::system_clock::now();
        m_spans->take(std::move(*m_span));
        m_span.reset();
    }

private:
    std::shared_ptr<SpanSink> m_spans;
    Span::Kind m_kind;
    std::string m_method; ///< Without the slash before it.
    std::string m_peer;
    std::string m_traceParent; ///< A server's metadata points to it.
    std::optional<Span> m_span;
};

} // namespace purchasing::wire
