#pragma once

#include "core/domain/result.h"
#include "core/ports/call_context.h"
#include "core/proto/wire_values.h"
#include "core/remote/circuit_breaker.h"
#include "core/remote/service_channel.h"

#include <QFuture>
#include <QPromise>

#include <grpcpp/grpcpp.h>

#include <memory>
#include <optional>

// Only for the sources of this folder: no other room sees gRPC's types.

namespace purchasing::remote {

struct ServiceChannel::Wire
{
    explicit Wire(Settings chosen);

    Settings settings;
    std::shared_ptr<grpc::Channel> channel;
    CircuitBreaker breaker;
};

/// Prepares a call: deadline, trace and key.
void prepare(grpc::ClientContext& call, const ServiceChannel::Wire& wire);
/// What a failed call says, with the kind of the failure there where it travelled along.
[[nodiscard]] Error errorOf(const grpc::Status& status, const grpc::ClientContext& call,
                            const ServiceChannel::Wire& wire);
/// Whether the service as such failed, and not what was asked.
[[nodiscard]] bool isOutage(const grpc::Status& status);
/// An answer that means nothing, which is as bad as none.
[[nodiscard]] Error garbageFrom(const ServiceChannel::Wire& wire, const QString& what);

/// Makes one call and gives what `read(const Response&)` makes of the answer: a Result<T>, or a throw of
/// wire::OutOfRange. `start(ClientContext*, const Request*, Response*, callback)` begins it. No thread waits
/// meanwhile.
template <typename T, typename Response, typename Request, typename Start, typename Read>
QFuture<Result<T>> ask(const std::shared_ptr<ServiceChannel>& channel, Request request, Start start,
                       Read read)
{
    struct Call
    {
        grpc::ClientContext context;
        Request request;
        Response response;
        QPromise<Result<T>> promise;
    };
    ServiceChannel::Wire& ours = channel->wire();
    if (const auto over = CallContext::current().whyOver())
        return QtFuture::makeReadyFuture(Result<T>(*over));
    if (!ours.breaker.mayAsk()) {
        return QtFuture::makeReadyFuture(Result<T>(
            Error{ErrorKind::Unavailable, QStringLiteral("%1 does not answer.").arg(ours.settings.service),
                  QStringLiteral("Given up for a moment after several calls without an answer.")}));
    }
    auto made = std::make_shared<Call>();
    made->request = std::move(request);
    made->promise.start();
    prepare(made->context, ours);
    QFuture<Result<T>> future = made->promise.future();
    start(&made->context, &made->request, &made->response,
          [made, channel, read = std::move(read)](const grpc::Status& status) {
              ServiceChannel::Wire& wire = channel->wire();
              wire.breaker.note(!isOutage(status));
              const auto answer = [&]() -> Result<T> {
                  if (!status.ok())
                      return errorOf(status, made->context, wire);
                  try {
                      return read(made->response);
                  } catch (const wire::OutOfRange& value) {
                      return garbageFrom(
                          wire, QStringLiteral("%1 is not a value that can be held").arg(value.field));
                  }
              };
              made->promise.addResult(answer());
              made->promise.finish();
          });
    return future;
}

} // namespace purchasing::remote
