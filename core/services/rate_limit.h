#pragma once

#include <QString>

#include <chrono>
#include <map>
#include <mutex>

namespace purchasing::services {

/// How often each may ask: so many times a second on average, and four times as many at once. Any thread.
class RateLimit
{
public:
    using Clock = std::chrono::steady_clock;

    /// 0: as often as they like.
    explicit RateLimit(int perSecond)
        : m_perSecond(perSecond)
    {
    }

    /// Whether `who` may ask now; asking counts only then.
    [[nodiscard]] bool take(const QString& who, Clock::time_point now = Clock::now());

private:
    struct Bucket
    {
        double left = 0;
        Clock::time_point filled;
    };
    /// Forgets those whose buckets are full again, so that strangers take no memory for ever.
    void forgetFull(Clock::time_point now);
    [[nodiscard]] double most() const { return 4.0 * m_perSecond; }
    [[nodiscard]] double leftIn(const Bucket& bucket, Clock::time_point now) const;

    int m_perSecond;
    std::mutex m_mutex;
    std::map<QString, Bucket> m_buckets;
    Clock::time_point m_lookedThrough;
};

} // namespace purchasing::services
