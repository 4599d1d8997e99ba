#pragma once

#include <QThreadPool>
#include <QtConcurrent>

#include <cstddef>
#include <exception>
#include <functional>
#include <utility>
#include <vector>

namespace purchasing {

/// The threads that compute over whole catalogues, as many as there are cores. Never Qt's global pool:
/// painting borrows its threads and would wait behind a million decisions. Lives as long as the program.
///
/// What runs here never waits for other work of this pool: with one core that is for ever.
[[nodiscard]] QThreadPool& workPool();

/// Lets the calling thread of the pool yield to the window, from its first call on.
void stepBackOnce();

/// Runs `work`, which takes nothing, on the pool; the future has what it returns.
template <typename Work> [[nodiscard]] auto inWorkPool(Work work)
{
    return QtConcurrent::run(&workPool(), [work = std::move(work)]() mutable {
        stepBackOnce();
        return work();
    });
}

/// A piece of work that is done in parts, in any order and at the same time, and one step after the last of
/// them.
struct WorkStage
{
    std::size_t parts = 0;
    std::function<void(std::size_t part)> work; ///< Each part once, the first ones first.
    std::function<void()> end; ///< May be empty.
};

/// Does the stages one after the other on the pool's threads, then calls `done` on one of them, with the
/// first exception that left a part or an end; what had not begun by then is left out. Returns at once and
/// waits for nothing. Every part takes its turn in the pool's queue, so that long work holds up no short one.
void runInWorkPool(std::vector<WorkStage> stages, std::function<void(std::exception_ptr failure)> done);

} // namespace purchasing
