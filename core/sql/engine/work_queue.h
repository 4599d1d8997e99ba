#pragma once

#include "core/domain/result.h"
#include "core/ports/call_context.h"

#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace purchasing::sql {

class Connection;

/// Work that waits for its turn on the database.
struct WaitingWork
{
    CallContext context; ///< Of whoever asked for it.
    std::function<bool(Connection&)> step; ///< Says whether to commit. May be done again after a rollback.
    std::function<void(std::optional<Error>)> finish; ///< Once: what made it fail, or that its answer stands.
};

/// Work in the order in which it was asked for, so that what waits while other work is done can share the
/// next transaction. Any thread.
class WorkQueue
{
public:
    void add(WaitingWork work)
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back(std::move(work));
    }
    /// The next ones, at most `most`; none where somebody else took them.
    [[nodiscard]] std::vector<WaitingWork> take(std::size_t most)
    {
        const std::scoped_lock lock(m_mutex);
        std::vector<WaitingWork> taken;
        while (!m_waiting.empty() && taken.size() < most) {
            taken.push_back(std::move(m_waiting.front()));
            m_waiting.pop_front();
        }
        return taken;
    }

private:
    std::mutex m_mutex;
    std::deque<WaitingWork> m_waiting;
};

} // namespace purchasing::sql
