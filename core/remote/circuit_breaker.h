#pragma once

#include <chrono>
#include <mutex>

namespace purchasing::remote {

/// Gives up on a service that answers nothing: after some calls in a row without an answer nobody asks for a
/// second, and then one call a second tries until one is answered. Nobody waits for how an earlier try ends:
/// it may never. Any thread.
class CircuitBreaker
{
public:
    static constexpr int kFailures = 5;
    static constexpr std::chrono::milliseconds kPause{1000};

    /// Whether a call may be made now.
    [[nodiscard]] bool mayAsk();
    /// Whether nobody asks at the moment.
    [[nodiscard]] bool isOpen();
    /// A call has ended: with an answer, whichever, or without one. Not to be told of a call whose end proves
    /// neither.
    void note(bool isAnswered);

private:
    using Clock = std::chrono::steady_clock;

    std::mutex m_mutex;
    int m_failures = 0; ///< In a row.
    Clock::time_point m_nextTry; ///< Once given up: nobody asks before.
};

} // namespace purchasing::remote
