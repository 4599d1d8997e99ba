#include "core/flow/work_pool.h"

#include "core/domain/background_thread.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>

namespace purchasing {
namespace {

/// Stages under way. Each thread that works on a stage takes one part and queues itself again; the one that
/// ends the last part goes on with the next stage. So nobody waits for anybody.
class StagedWork : public std::enable_shared_from_this<StagedWork>
{
public:
    StagedWork(std::vector<WorkStage> stages, std::function<void(std::exception_ptr)> done)
        : m_stages(std::move(stages))
        , m_progress(m_stages.size())
        , m_done(std::move(done))
    {
    }

    void begin(std::size_t stage)
    {
        const std::size_t parts = m_failed ? 0 : m_stages[stage].parts;
        m_progress[stage].open = parts;
        if (parts == 0)
            return queue(&StagedWork::end, stage);
        const auto threads = static_cast<std::size_t>(workPool().maxThreadCount());
        for (std::size_t i = std::min(parts, threads); i > 0; --i)
            queue(&StagedWork::doPart, stage);
    }

private:
    struct Progress
    {
        std::atomic_size_t next = 0; ///< The part that is begun next.
        std::atomic_size_t open = 0; ///< Parts that have not ended.
    };

    void queue(void (StagedWork::*step)(std::size_t), std::size_t stage)
    {
        workPool().start([self = shared_from_this(), step, stage] {
            stepBackOnce();
            (self.get()->*step)(stage);
        });
    }

    void doPart(std::size_t stage)
    {
        const std::size_t parts = m_stages[stage].parts;
        Progress& progress = m_progress[stage];
        const std::size_t part = progress.next.fetch_add(1);
        if (part >= parts)
            return; // Others were quicker.
        if (!m_failed)
            guarded([&] { m_stages[stage].work(part); });
        if (progress.open.fetch_sub(1) == 1)
            return end(stage);
        if (progress.next < parts)
            queue(&StagedWork::doPart, stage);
    }

    void end(std::size_t stage)
    {
        if (!m_failed && m_stages[stage].end)
            guarded(m_stages[stage].end);
        if (stage + 1 == m_stages.size())
            return m_done(m_failure);
        begin(stage + 1);
    }

    template <typename Work> void guarded(const Work& work)
    {
        try {
            work();
        } catch (...) {
            const std::scoped_lock lock(m_mutex);
            if (!m_failed.exchange(true))
                m_failure = std::current_exception();
        }
    }

    std::vector<WorkStage> m_stages;
    std::vector<Progress> m_progress; ///< By stage.
    std::function<void(std::exception_ptr)> m_done;
    std::atomic_bool m_failed = false;
    std::mutex m_mutex; ///< Guards what follows.
    std::exception_ptr m_failure;
};

} // namespace

QThreadPool& workPool()
{
    static QThreadPool pool;
    static const bool isSetUp = (pool.setExpiryTimeout(-1), true); // Threads step back for good.
    Q_UNUSED(isSetUp)
    return pool;
}

void stepBackOnce()
{
    thread_local const bool hasSteppedBack = (yieldToWindows(), true);
    Q_UNUSED(hasSteppedBack)
}

void runInWorkPool(std::vector<WorkStage> stages, std::function<void(std::exception_ptr)> done)
{
    if (stages.empty())
        stages.emplace_back();
    std::make_shared<StagedWork>(std::move(stages), std::move(done))->begin(0);
}

} // namespace purchasing
