#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace purchasing::services {

/// How patient one is with addresses that show wrong tokens: each is answered later than the one before, and
/// after so many in a minute none is looked at any more until that minute is over. Nobody else waits. Any
/// thread.
class WrongTokens
{
public:
    using Clock = std::chrono::steady_clock;

    /// `perMinute` 0: patient without end.
    explicit WrongTokens(int perMinute, std::function<Clock::time_point()> now = &Clock::now)
        : m_perMinute(perMinute)
        , m_now(std::move(now))
    {
    }

    /// How long nothing of that address is looked at any more; 0 where it is.
    [[nodiscard]] std::chrono::seconds closedFor(const std::string& address);
    /// Notes a wrong one; returns how long its answer is held back.
    [[nodiscard]] std::chrono::milliseconds note(const std::string& address);

private:
    struct Minute
    {
        Clock::time_point begun;
        int wrong = 0;
    };
    /// Strangers take no memory for ever.
    void makeRoom(Clock::time_point now);

    int m_perMinute;
    std::function<Clock::time_point()> m_now;
    std::mutex m_mutex;
    std::map<std::string, Minute> m_minutes; ///< By network.
};

/// Whom an address belongs to: an IPv6 network is one, because whoever has one address of it has them all.
[[nodiscard]] std::string networkOf(const std::string& address);

} // namespace purchasing::services
