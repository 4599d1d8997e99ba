#pragma once

#include "core/domain/result.h"

#include <QByteArray>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <utility>

namespace purchasing {

/// A W3C traceparent as somebody gave it, or nothing where it is none: it goes on to others as it is.
[[nodiscard]] inline QByteArray traceParentOf(const QByteArray& given)
{
    constexpr qsizetype kLength = 55; // Version 00: four fields of hexadecimal digits with dashes between.
    const bool isOne = given.size() == kLength && std::all_of(given.begin(), given.end(), [](char c) {
                           return c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
                       });
    return isOne ? given : QByteArray();
}

/// How long whoever asks will wait, whether they still want the answer, and the trace it belongs to. It goes
/// along with every call of a port: a port takes the context of the calling thread and keeps it for the work
/// that the call starts, on other threads and in other programs too.
struct CallContext
{
    using Deadline = std::chrono::steady_clock::time_point;

    Deadline deadline = Deadline::max(); ///< Where this program's clock jumps, the deadline does not.
    std::shared_ptr<const std::atomic_bool> cancelled; ///< Null: nobody cancels.
    QByteArray traceParent; ///< W3C traceparent; empty where nobody traces.
    QString token; ///< Of the person in whose name a service asks others; empty where nobody showed one.

    /// The context of the calling thread; without a scope, one that waits for ever.
    [[nodiscard]] static const CallContext& current();

    /// What is left until the deadline; never negative, unset where there is none.
    [[nodiscard]] std::optional<std::chrono::milliseconds> timeLeft() const
    {
        if (deadline == Deadline::max())
            return std::nullopt;
        const auto left = deadline - std::chrono::steady_clock::now();
        return std::max(std::chrono::milliseconds(0),
                        std::chrono::duration_cast<std::chrono::milliseconds>(left));
    }

    /// Why work that has not begun need not begin any more; unset where it may. Nothing was done then.
    [[nodiscard]] std::optional<Error> whyOver() const
    {
        if (cancelled && cancelled->load())
            return Error{ErrorKind::Cancelled, QStringLiteral("Nobody waits for the answer any more."), {}};
        if (std::chrono::steady_clock::now() >= deadline) {
            return Error{ErrorKind::Unavailable,
                         QStringLiteral("The answer would have come too late, so nothing was begun."),
                         {}};
        }
        return std::nullopt;
    }
};

namespace detail {
inline thread_local CallContext callContextOfThread;
}

inline const CallContext& CallContext::current()
{
    return detail::callContextOfThread;
}

/// Makes a context the calling thread's as long as the scope lives. Scopes nest; one lives on one thread.
class CallScope
{
public:
    explicit CallScope(CallContext context)
        : m_outer(std::exchange(detail::callContextOfThread, std::move(context)))
    {
    }
    ~CallScope() { detail::callContextOfThread = std::move(m_outer); }
    CallScope(const CallScope&) = delete;
    CallScope& operator=(const CallScope&) = delete;

private:
    CallContext m_outer;
};

} // namespace purchasing
