#include "core/remote/circuit_breaker.h"

namespace purchasing::remote {

bool CircuitBreaker::mayAsk()
{
    const std::scoped_lock lock(m_mutex);
    if (m_failures < kFailures)
        return true;
    if (m_isTrying || Clock::now() < m_until)
        return false;
    m_isTrying = true;
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
    m_isTrying = false;
    if (isAnswered) {
        m_failures = 0;
        return;
    }
    if (++m_failures >= kFailures)
        m_until = Clock::now() + kPause;
}

} // namespace purchasing::remote
