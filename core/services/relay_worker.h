#pragma once

#include "core/flow/outbox_relay.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <thread>

namespace purchasing::services {

/// Delivers waiting messages on a thread of its own: at once when somebody asks, and every second for what
/// waited or was left behind. Any thread.
class RelayWorker
{
public:
    explicit RelayWorker(std::shared_ptr<OutboxRelay> relay);
    /// Lets a delivery that has begun end.
    ~RelayWorker();
    RelayWorker(const RelayWorker&) = delete;
    RelayWorker& operator=(const RelayWorker&) = delete;

    /// Has everything delivered that is due now, and waits for it, but no longer than `patience`: the rest is
    /// delivered all the same.
    void deliver(std::chrono::milliseconds patience);

private:
    void work();

    std::shared_ptr<OutboxRelay> m_relay;
    std::mutex m_mutex; ///< Guards what follows.
    std::condition_variable m_wanted; ///< For the worker. Of its own: hundreds may wait for an answer.
    std::condition_variable m_answered;
    std::uint64_t m_asked = 0;
    std::uint64_t m_done = 0; ///< The last question that a whole round answered.
    bool m_isEnding = false;
    std::thread m_thread;
};

} // namespace purchasing::services
