#pragma once

#include "core/ports/span.h"
#include "core/services/http_server.h"

#include <memory>

namespace grpc {
class ServerBuilder;
}

namespace purchasing::services {

/// Makes a span of every call that the server answers, below the traceparent that came with it, and gives the
/// span's own to whoever answers. Without a sink nothing changes. Probes of health make none.
void traceCalls(grpc::ServerBuilder& builder, std::shared_ptr<SpanSink> spans);
/// The same for what is asked over HTTP.
[[nodiscard]] HttpServer::Handler traced(HttpServer::Handler handler, std::shared_ptr<SpanSink> spans);

} // namespace purchasing::services
