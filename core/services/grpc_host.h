#pragma once

#include "core/domain/result.h"
#include "core/ports/span.h"
#include "core/ports/tls_identity.h"

#include <QString>

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <memory>
#include <vector>

namespace purchasing::services {

/// Serves gRPC services at one address, with the standard health service and reflection. Messages are at most
/// 1 MiB.
class GrpcHost
{
public:
    ~GrpcHost();

    /// Adds a service, which must outlive the host's serving.
    void add(grpc::Service& service) { m_services.push_back(&service); }
    /// From listen() on, makes a span of every call.
    void traceInto(std::shared_ptr<SpanSink> spans) { m_spans = std::move(spans); }
    /// Begins to serve, encrypted where there is a certificate, which then asks callers for one of theirs;
    /// returns the port, which is a free one where `port` is 0. `address` may be "unix:/path", a socket of
    /// this user's alone, which has no port. Unavailable where that cannot be.
    [[nodiscard]] Result<int> listen(const QString& address, int port, const TlsIdentity& tls = {});
    /// Says from now on that it can do its work, or NOT_SERVING. Any thread, while it listens.
    void setReadiness(bool isReady);
    /// Takes no more calls, waits for those under way, but no longer than `patience`. Blocks.
    void drain(std::chrono::milliseconds patience);

private:
    std::vector<grpc::Service*> m_services;
    std::shared_ptr<SpanSink> m_spans; ///< Null: nobody traces.
    std::unique_ptr<grpc::Server> m_server;
};

} // namespace purchasing::services
