#include "core/remote/circuit_breaker.h"

namespace purchasing::remote {

bool CircuitBreaker::mayAsk()
{
    const std::scoped_lock lock(m_mutex);
    if (m_failures < kFailures)
        return true;
    const auto now = Clock::now();
    if (now < m_nextTry)
        return false;
    m_nextTry = now + kPause;
    return true;
}

bool CircuitBreaker::isOpen()
{
    const std::scoped_lock lock(m_mutex);
    return m_failures >= kFailures;
}

void CircuitBreaker::note(bool isAnswered)
{
    const std::scoped_lock lock(m_mutex);
    if (isAnswered)
        m_failures = 0;
    else if (++m_failures == kFailures) // What was asked before and fails later makes the pause no longer.
        m_nextTry = Clock::now() + kPause;
}

} // namespace purchasing::remote
