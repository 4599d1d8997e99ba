#include "core/services/relay_worker.h"

#include <algorithm>

namespace purchasing::services {
namespace {

constexpr std::chrono::seconds kBetweenLooks{1};
/// Services write texts, each in a millisecond or two.
constexpr int kMostTogether = 64;

} // namespace

RelayWorker::RelayWorker(std::shared_ptr<OutboxRelay> relay)
    : m_relay(std::move(relay))
    , m_thread([this] { work(); })
{
}

RelayWorker::~RelayWorker()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isEnding = true;
    }
    m_wanted.notify_all();
    m_answered.notify_all();
    m_thread.join();
}

void RelayWorker::deliver(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    const std::uint64_t mine = ++m_asked;
    m_wanted.notify_one();
    m_answered.wait_for(lock, patience, [this, mine] { return m_done >= mine || m_isEnding; });
}

void RelayWorker::work()
{
    std::unique_lock lock(m_mutex);
    int together = 1; // As many as waited the last time: who waits for the first does not wait for all.
    while (!m_isEnding) {
        // Whoever asks while a round is under way may have come too late for it.
        const std::uint64_t answered = m_asked;
        lock.unlock();
        const int tried = m_relay->deliverTogether(together);
        lock.lock();
        m_done = answered;
        m_answered.notify_all();
        if (tried == together) {
            together = std::min(2 * together, kMostTogether);
            continue; // There may be more.
        }
        together = std::max(1, tried);
        m_wanted.wait_for(lock, kBetweenLooks, [this] { return m_isEnding || m_asked != m_done; });
    }
}

} // namespace purchasing::services
