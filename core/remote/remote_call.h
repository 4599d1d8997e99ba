#pragma once

#include "core/domain/result.h"
#include "core/ports/call_context.h"
#include "core/proto/wire_values.h"
#include "core/remote/circuit_breaker.h"
#include "core/remote/service_channel.h"

#include <QFuture>
#include <QPromise>

#include <grpcpp/grpcpp.h>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

// Only for the sources of this folder: no other room sees gRPC's types.

namespace purchasing::remote {

struct ServiceChannel::Wire
{
    explicit Wire(Settings chosen);
    /// Any thread: calls hold the wire until they end.
    ~Wire();
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    /// The way to ask next: one that is there, the ways taken in turn.
    [[nodiscard]] const std::shared_ptr<grpc::Channel>& channel();

    Settings settings;
    /// One for all addresses that are numbers, which gRPC takes in turn itself, and for a name, which may
    /// stand for several; names beside others have one each.
    std::vector<std::shared_ptr<grpc::Channel>> channels;
    std::atomic<std::size_t> turn = 0;
    CircuitBreaker breaker;
};

/// Prepares a call: deadline, trace and key.
void prepare(grpc::ClientContext& call, const ServiceChannel::Wire& wire);
/// What a failed call says, with the kind of the failure there where it travelled along.
[[nodiscard]] Error errorOf(const grpc::Status& status, const grpc::ClientContext& call,
                            const ServiceChannel::Wire& wire);
/// Whether the service as such failed, and not what was asked.
[[nodiscard]] bool isOutage(const grpc::Status& status, const grpc::ClientContext& call);
/// Why nobody asks now: the caller's time is over, or the service was given up for a moment; unset where one
/// may ask, and notes the end.
[[nodiscard]] std::optional<Error> whyNotAsk(ServiceChannel::Wire& wire);
/// Tells the breaker whether a call was answered, unless its end proves neither: whoever was in a hurry or
/// let go of it might have been.
void noteEnd(ServiceChannel::Wire& wire, const grpc::Status& status, const grpc::ClientContext& call,
             bool hadFullPatience = true);
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
        bool hadFullPatience = true;
    };
    ServiceChannel::Wire& ours = channel->wire();
    if (const auto why = whyNotAsk(ours))
        return QtFuture::makeReadyFuture(Result<T>(*why));
    auto made = std::make_shared<Call>();
    made->request = std::move(request);
    made->promise.start();
    const auto left = CallContext::current().timeLeft();
    made->hadFullPatience = !left || *left >= ours.settings.patience;
    prepare(made->context, ours);
    QFuture<Result<T>> future = made->promise.future();
    start(&made->context, &made->request, &made->response,
          [made, channel, read = std::move(read)](const grpc::Status& status) {
              ServiceChannel::Wire& wire = channel->wire();
              noteEnd(wire, status, made->context, made->hadFullPatience);
              const auto answer = [&]() -> Result<T> {
                  if (!status.ok())
                      return errorOf(status, made->context, wire);
                  try {
                      return read(made->response);
                  } catch (const wire::OutOfRange& value) {
                      return garbageFrom(
                          wire, QStringLiteral("%1 is not a value that can be held").arg(value.field));
                  } catch (const std::exception& exception) {
                      return Error{ErrorKind::Internal, QStringLiteral("An answer could not be read."),
                                   QString::fromUtf8(exception.what())};
                  }
              };
              made->promise.addResult(answer());
              made->promise.finish();
          });
    return future;
}

} // namespace purchasing::remote
