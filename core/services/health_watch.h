#pragma once

#include "core/services/health.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace purchasing::services {

/// Asks twice a second whether a service can do its work, on a thread of its own, and tells whoever says so
/// to others (grpc.health.v1).
class HealthWatch
{
public:
    /// `tell` is called on the watch's thread, first with the first answer and then where it changes.
    HealthWatch(HealthProbe probe, std::function<void(bool isWell)> tell);
    /// Tells nothing afterwards.
    ~HealthWatch();
    HealthWatch(const HealthWatch&) = delete;
    HealthWatch& operator=(const HealthWatch&) = delete;

private:
    void work();

    HealthProbe m_probe;
    std::function<void(bool)> m_tell;
    std::mutex m_mutex;
    std::condition_variable m_ended;
    bool m_isEnding = false;
    std::thread m_thread;
};

} // namespace purchasing::services
