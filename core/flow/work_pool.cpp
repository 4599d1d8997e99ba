#include "core/flow/work_pool.h"

#include "core/domain/background_thread.h"

#include <barrier>
#include <memory>

namespace purchasing {
namespace {

/// Starts every thread of the pool once, for good, with the priority of background work.
void startAll(QThreadPool& pool)
{
    pool.setExpiryTimeout(-1);
    // Each waits for the others, so that no thread takes two of these.
    const auto together = std::make_shared<std::barrier<>>(pool.maxThreadCount());
    for (int i = 0; i < pool.maxThreadCount(); ++i) {
        pool.start([together] {
            yieldToWindows();
            together->arrive_and_wait();
        });
    }
}

} // namespace

QThreadPool& workPool()
{
    static QThreadPool pool;
    static const bool isStarted = (startAll(pool), true);
    Q_UNUSED(isStarted)
    return pool;
}

} // namespace purchasing
