#pragma once

#include "core/ports/change_source.h"
#include "core/services/call_reply.h"

#include "facts.pb.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

namespace purchasing::services {

/// Tells everybody who watches a database what is written to it: one question a second, however many watch,
/// and none where nobody does. Any thread.
class ChangeHub
{
public:
    /// One who watches. Called on the hub's thread, one call after the other.
    class Watcher
    {
    public:
        virtual ~Watcher() = default;
        virtual void take(const WrittenChanges& changes) = 0;
        /// Nothing more will be told, because of `error`, or because the program ends where it is unset.
        virtual void end(const std::optional<Error>& error) = 0;
    };

    explicit ChangeHub(std::shared_ptr<ChangeSource> source);
    /// Ends all watches.
    ~ChangeHub();
    ChangeHub(const ChangeHub&) = delete;
    ChangeHub& operator=(const ChangeHub&) = delete;

    /// From the call of the watcher's take() with no changes on nothing is missed.
    void add(std::shared_ptr<Watcher> watcher);
    void remove(const std::shared_ptr<Watcher>& watcher);
    /// Ends all watches, and those that begin later at once. Waits for the hub's thread.
    void endAll();

private:
    void run();

    std::shared_ptr<ChangeSource> m_source;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::set<std::shared_ptr<Watcher>> m_watchers;
    std::set<std::shared_ptr<Watcher>> m_joining; ///< Not told yet that they watch.
    bool m_isOver = false;
    std::thread m_thread; ///< Last, so that all it uses is there.
};

/// Answers a call of Watch until the client goes or the hub ends.
[[nodiscard]] grpc::ServerWriteReactor<wire::Changed>*
watchReply(grpc::CallbackServerContext* call, const Gate& gate, const std::shared_ptr<ChangeHub>& hub);

} // namespace purchasing::services
