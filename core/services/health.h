#pragma once

#include "core/ports/and_then.h"
#include "core/services/call_reply.h"
#include "core/services/version.h"

#include <functional>
#include <memory>

namespace purchasing::services {

/// Says, by asking what it stands on, whether a service can do its work.
using HealthProbe = std::function<QFuture<Result<Done>>()>;

/// A probe that asks `port` one small question (`ask(*port)` returns a QFuture<Result<T>>).
template <typename Port, typename Ask> HealthProbe probeOf(std::shared_ptr<Port> port, Ask ask)
{
    return [port = std::move(port), ask = std::move(ask)] {
        return andThen(ask(*port), [](const auto& result) -> Result<Done> {
            return result ? Result<Done>(Done{}) : result.error();
        });
    };
}

/// Of a source: its first product is enough to know that it answers.
template <typename Source> HealthProbe sourceProbe(const std::shared_ptr<Source>& source)
{
    return probeOf(source, [](Source& port) { return port.list(QString(), 1); });
}

/// The reference system's HealthCheck: "healthy", or UNAVAILABLE with the reason. `Response` is the package's
/// own HealthResponse.
template <typename Response>
grpc::ServerUnaryReactor* healthReply(grpc::CallbackServerContext* call, const Gate& gate,
                                      const HealthProbe& probe, const char* service, Response* response)
{
    tellVersion(*call);
    return reply(
        call, gate, "HealthCheck", [probe](const Caller&) { return probe(); },
        [service, response](const Done&) {
            response->set_status("healthy");
            response->set_service(service);
        });
}

} // namespace purchasing::services
