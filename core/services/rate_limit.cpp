#include "core/services/rate_limit.h"

#include <algorithm>

namespace purchasing::services {
namespace {

constexpr std::size_t kMany = 10000;
constexpr std::chrono::seconds kPause{1}; // Looking through them takes time.

} // namespace

double RateLimit::leftIn(const Bucket& bucket, Clock::time_point now) const
{
    return std::min(most(),
                    bucket.left + std::chrono::duration<double>(now - bucket.filled).count() * m_perSecond);
}

bool RateLimit::take(const QString& who, Clock::time_point now)
{
    if (m_perSecond == 0)
        return true;
    const std::scoped_lock lock(m_mutex);
    if (m_buckets.size() >= kMany && now >= m_lookedThrough + kPause) {
        m_lookedThrough = now;
        forgetFull(now);
    }
    Bucket& bucket = m_buckets.try_emplace(who, Bucket{most(), now}).first->second;
    bucket.left = leftIn(bucket, now);
    bucket.filled = now;
    if (bucket.left < 1)
        return false;
    bucket.left -= 1;
    return true;
}

void RateLimit::forgetFull(Clock::time_point now)
{
    std::erase_if(m_buckets, [this, now](const auto& entry) { return leftIn(entry.second, now) >= most(); });
}

} // namespace purchasing::services
