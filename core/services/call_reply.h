#pragma once

#include "core/domain/result.h"
#include "core/ports/call_context.h"
#include "core/proto/wire_values.h"

#include <QFuture>

#include <grpcpp/grpcpp.h>

#include <atomic>
#include <memory>

namespace purchasing::services {

/// What a call over the wire brings along: its deadline, its trace, and that nobody waits any more once
/// `cancelled` is set.
[[nodiscard]] CallContext contextOf(const grpc::CallbackServerContext& call,
                                    std::shared_ptr<const std::atomic_bool> cancelled);

/// The status of a failure, with its sentence. Its kind goes along as metadata, because several kinds share a
/// code.
[[nodiscard]] grpc::Status statusOf(const Error& error, grpc::CallbackServerContext& call);
[[nodiscard]] grpc::Status statusOf(const wire::OutOfRange& value);
/// The name under which a kind of failure travels ("stale").
[[nodiscard]] const char* wireName(ErrorKind kind);
inline constexpr const char* kErrorKindKey = "purchasing-error-kind";

/// Answers one call when its port does; no thread waits meanwhile. Deletes itself.
class UnaryReply : public grpc::ServerUnaryReactor
{
public:
    [[nodiscard]] const std::shared_ptr<std::atomic_bool>& cancelled() const { return m_cancelled; }
    void OnCancel() override { m_cancelled->store(true); }
    void OnDone() override { delete this; }

private:
    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
};

/// Asks a port (`ask` returns a QFuture<Result<T>>) and answers the call with what `fill(const T&)` makes of
/// the value. Both may throw wire::OutOfRange.
template <typename Ask, typename Fill>
grpc::ServerUnaryReactor* reply(grpc::CallbackServerContext* call, Ask ask, Fill fill)
{
    using Answer = decltype(ask().result());
    auto* reply = new UnaryReply;
    const CallScope scope(contextOf(*call, reply->cancelled()));
    try {
        (void)ask().then([call, reply, fill](const Answer& result) {
            if (!result)
                return reply->Finish(statusOf(result.error(), *call));
            try {
                fill(*result);
            } catch (const wire::OutOfRange& value) {
                return reply->Finish(statusOf(value));
            } catch (const std::exception& exception) {
                return reply->Finish({grpc::StatusCode::INTERNAL, exception.what()});
            }
            reply->Finish(grpc::Status::OK);
        });
    } catch (const wire::OutOfRange& value) {
        reply->Finish(statusOf(value));
    }
    return reply;
}

/// Answers a call at once.
grpc::ServerUnaryReactor* finished(grpc::CallbackServerContext* call, const grpc::Status& status);

/// What is wrong with an id that came over the wire, as a sentence; empty where it can be one.
[[nodiscard]] QString whyNoId(const QString& id);

} // namespace purchasing::services
