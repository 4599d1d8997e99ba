#pragma once

#include "core/domain/result.h"
#include "core/ports/and_then.h"
#include "core/ports/call_context.h"
#include "core/proto/wire_requests.h"
#include "core/proto/wire_values.h"
#include "core/services/identity.h"
#include "core/services/metrics.h"

#include <QFuture>

#include <grpcpp/grpcpp.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace purchasing::services {

/// What a call over the wire brings along: its deadline, its trace, and that nobody waits any more once
/// `cancelled` is set.
[[nodiscard]] CallContext contextOf(const grpc::CallbackServerContext& call,
                                    std::shared_ptr<const std::atomic_bool> cancelled);

/// The status of a failure, with its sentence. Its kind goes along as metadata, because several kinds share a
/// code.
[[nodiscard]] grpc::Status statusOf(const Error& error, grpc::CallbackServerContext& call);
[[nodiscard]] grpc::Status statusOf(const wire::OutOfRange& value);
/// Too much was asked: when to try again goes along as metadata.
[[nodiscard]] grpc::Status exhausted(const QString& sentence, std::chrono::seconds retryAfter,
                                     grpc::CallbackServerContext& call);
/// The name under which a kind of failure travels ("stale").
[[nodiscard]] const char* wireName(ErrorKind kind);
inline constexpr const char* kErrorKindKey = "purchasing-error-kind";

/// What stands before all services of a program.
struct Entrance
{
    std::shared_ptr<const Identity> identity;
    std::shared_ptr<Metrics> metrics;
    int mostCalls = 10000; ///< Of each service under way at once; more would only wait and take memory.
};

/// What stands before every method of one service: the policy that its protocol declares, how many may call
/// at once, and a count.
class Gate
{
public:
    /// The place of a call among those under way, if there was one left.
    class Turn
    {
    public:
        explicit Turn(const Gate& gate)
            : m_running(gate.m_running)
            , m_isTaken(++m_running <= gate.m_entrance.mostCalls)
        {
            if (!m_isTaken)
                --m_running;
        }
        ~Turn()
        {
            if (m_isTaken)
                --m_running;
        }
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;

        [[nodiscard]] bool isTaken() const { return m_isTaken; }

    private:
        std::atomic_int& m_running;
        bool m_isTaken;
    };

    /// `service` by its full name ("po.PoService"); every method of it must declare a policy, to which the
    /// build sees.
    Gate(Entrance entrance, const std::string& service);
    ~Gate();
    Gate(const Gate&) = delete;
    Gate& operator=(const Gate&) = delete;

    /// Calls one of the two, at once where nobody need be asked who calls. A method that is none is a program
    /// error. Without a turn only whoever asks about health is admitted.
    void admit(grpc::CallbackServerContext& call, const char* method, const Turn& turn,
               const Identity::Admitted& admitted,
               const std::function<void(const grpc::Status&)>& refused) const;
    /// The same for somebody who came in another way.
    void admit(const Shown& shown, const char* method, const Identity::Admitted& admitted,
               const Identity::Refused& refused) const;
    [[nodiscard]] bool isEncrypted() const { return m_entrance.identity->isEncrypted(); }
    /// Counts a call that has ended.
    void note(const char* method, grpc::StatusCode code, std::chrono::steady_clock::duration took) const;

private:
    Entrance m_entrance;
    std::string m_service;
    std::map<std::string, std::unique_ptr<Policy>> m_policies; ///< By method.
    mutable std::atomic_int m_running = 0;
};

/// Answers one call when its port does; no thread waits meanwhile. Deletes itself.
class UnaryReply : public grpc::ServerUnaryReactor
{
public:
    /// The gate must outlive it.
    UnaryReply(const Gate& gate, const char* method)
        : m_gate(gate)
        , m_method(method)
    {
    }

    /// Once.
    void end(const grpc::Status& status)
    {
        m_gate.note(m_method, status.error_code(), std::chrono::steady_clock::now() - m_since);
        Finish(status);
    }
    [[nodiscard]] const std::shared_ptr<std::atomic_bool>& cancelled() const { return m_cancelled; }
    [[nodiscard]] const Gate::Turn& turn() const { return m_turn; }
    void OnCancel() override { m_cancelled->store(true); }
    void OnDone() override { delete this; }

private:
    const Gate& m_gate;
    const Gate::Turn m_turn{m_gate};
    const char* m_method;
    std::chrono::steady_clock::time_point m_since = std::chrono::steady_clock::now();
    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
};

/// Answers a call of the method, where the caller is admitted, with what a port says: `ask(const Caller&)`
/// returns a QFuture<Result<T>>, `fill(const T&)` writes the value. Both may throw wire::OutOfRange, the
/// first wire::BadRequest too. Both are kept until the call has ended.
template <typename Ask, typename Fill>
grpc::ServerUnaryReactor* reply(grpc::CallbackServerContext* call, const Gate& gate, const char* method,
                                Ask ask, Fill fill)
{
    using Answer = decltype(ask(Caller()).result());
    auto* reply = new UnaryReply(gate, method);
    const CallContext context = contextOf(*call, reply->cancelled());
    const CallScope scope(context);
    const auto answer = [call, reply, fill = std::move(fill)](const Answer& result) {
        if (!result)
            return reply->end(statusOf(result.error(), *call));
        try {
            fill(*result);
        } catch (const wire::OutOfRange& value) {
            return reply->end(statusOf(value));
        } catch (const std::exception& exception) {
            return reply->end({grpc::StatusCode::INTERNAL, exception.what()});
        }
        reply->end(grpc::Status::OK);
    };
    gate.admit(
        *call, method, reply->turn(),
        [reply, context, ask = std::move(ask), answer](const Caller& caller) {
            const CallScope asking(context);
            try {
                (void)andThen(ask(caller), answer);
            } catch (const wire::OutOfRange& value) {
                reply->end(statusOf(value));
            } catch (const wire::BadRequest& request) {
                reply->end({grpc::StatusCode::INVALID_ARGUMENT, request.sentence.toStdString()});
            } catch (const std::exception& exception) {
                reply->end({grpc::StatusCode::INTERNAL, exception.what()});
            }
        },
        [reply](const grpc::Status& refusal) { reply->end(refusal); });
    return reply;
}

/// The person in whose name a method acts; its policy sees to it that there is one.
[[nodiscard]] const Actor& personOf(const Caller& caller);

} // namespace purchasing::services
