#include "core/services/health_watch.h"

#include <chrono>
#include <optional>

namespace purchasing::services {
namespace {

constexpr std::chrono::milliseconds kPause{500};
constexpr std::chrono::milliseconds kPatience{1000};

} // namespace

HealthWatch::HealthWatch(HealthProbe probe, std::function<void(bool)> tell)
    : m_probe(std::move(probe))
    , m_tell(std::move(tell))
    , m_thread([this] { work(); })
{
}

HealthWatch::~HealthWatch()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isEnding = true;
    }
    m_ended.notify_all();
    m_thread.join();
}

void HealthWatch::work()
{
    std::optional<bool> told;
    std::unique_lock lock(m_mutex);
    while (!m_isEnding) {
        lock.unlock();
        CallContext context;
        context.deadline = std::chrono::steady_clock::now() + kPatience;
        const CallScope scope(std::move(context));
        const bool isWell = m_probe().result().isOk();
        if (told != isWell)
            m_tell(isWell);
        told = isWell;
        lock.lock();
        m_ended.wait_for(lock, kPause, [this] { return m_isEnding; });
    }
}

} // namespace purchasing::services
