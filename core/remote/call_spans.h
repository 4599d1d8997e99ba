#pragma once

#include "core/ports/span.h"

#include <grpcpp/support/client_interceptor.h>

#include <memory>
#include <string>
#include <vector>

// Only for the sources of this folder.

namespace purchasing::remote {

using Interceptors = std::vector<std::unique_ptr<grpc::experimental::ClientInterceptorFactoryInterface>>;

/// Makes a span of every call of `service`, below the traceparent that the call carries, and sends the span's
/// own in its place.
[[nodiscard]] Interceptors callSpans(std::shared_ptr<SpanSink> spans, std::string service);

} // namespace purchasing::remote
