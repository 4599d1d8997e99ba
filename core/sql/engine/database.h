#pragma once

#include "core/domain/background_thread.h"
#include "core/domain/result.h"
#include "core/domain/source_outage.h"
#include "core/ports/call_context.h"
#include "core/ports/clock.h"
#include "core/sql/engine/change_watch.h"
#include "core/sql/engine/connection.h"
#include "core/sql/engine/work_queue.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>
#include <QThreadStorage>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <type_traits>
#include <utility>
#include <vector>

namespace purchasing::sql {

/// Runs work on a database: reads in parallel, writes one after the other, each on a thread of its own pool
/// with a connection of its own. Safe to use from any thread.
///
/// Work is a callable `Result<T>(Connection&)`. It may throw Failure; nothing it throws escapes: the future
/// always carries a Result. Work whose caller no longer waits for it (CallContext) when its turn comes is not
/// begun. Work must not wait for other work of the same database. Destroying the database
/// waits for work already asked for, so it must not be destroyed on one of its own threads (do not keep it
/// alive from a continuation of one of its futures).
class Database
{
public:
    Database(ConnectionSettings settings, std::shared_ptr<const Clock> clock, bool readOnly,
             QString readOnlyReason);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs `work`, whose reads all see the same moment. Where all readers are busy, those that wait share
    /// one.
    template <typename Work> [[nodiscard]] auto read(Work work)
    {
        return startInTurn(m_readers, m_waitingReads, Access::Read, std::move(work));
    }
    /// Runs `work`, which asks one question only: one statement sees one moment without a transaction.
    template <typename Work> [[nodiscard]] auto ask(Work work)
    {
        return start(m_readers, Access::None, std::move(work));
    }
    /// Runs `work` without a transaction around it, for long work that takes its own short ones. Nobody who
    /// reads a little waits behind it, and its threads yield to the window.
    template <typename Work> [[nodiscard]] auto readInPieces(Work work)
    {
        return start(m_longReaders, Access::None, [work = std::move(work)](Connection& connection) mutable {
            yieldToWindows();
            return work(connection);
        });
    }
    /// Runs `work` in one transaction, which work that waits at the same time shares (one commit for up to 64
    /// of them is what makes many a second possible); where some of it must be taken back, all is done again,
    /// each behind a savepoint. It is committed before the future is ready, and what the work did is rolled
    /// back when it returns an Error or throws. Repeated, also while the database is busy, so it must not
    /// have effects elsewhere.
    template <typename Work> [[nodiscard]] auto write(Work work)
    {
        return startInTurn(m_writer, m_waitingWrites, Access::Write, std::move(work));
    }

    /// As write(), for what is only noted beside: it takes no turn among those who write orders, stands in no
    /// queue with them, and gives up where the database is busy.
    template <typename Work> [[nodiscard]] auto note(Work work)
    {
        return startInTurn(m_notes, m_waitingNotes, Access::Note, std::move(work));
    }

    /// Runs `work` where write() would, without a transaction around it, for long work that takes its own.
    /// Repeated while the database is busy and after a broken connection, so doing it twice must be harmless.
    template <typename Work> [[nodiscard]] auto writeInPieces(Work work)
    {
        return start(m_writer, Access::WriteInPieces, std::move(work));
    }

    /// Runs `work`, a callable `Result<T>(Connection&, std::int64_t counter)` that gets a number that changes
    /// with every commit of any connection and program (and means nothing to other Database objects), on the
    /// thread and connection that notice every commit. It must not write.
    template <typename Work> [[nodiscard]] auto watch(Work work)
    {
        return start(m_watcher, Access::None, [this, work = std::move(work)](Connection& connection) mutable {
            lookForMissing(connection);
            return work(connection, m_changes.counter(connection));
        });
    }

    /// The sources that cannot be read at the moment, as far as anybody noticed.
    [[nodiscard]] std::vector<SourceOutage> outages() const;
    /// Who remembers the newest event of the audit log outside of the database; null where nobody does.
    [[nodiscard]] const std::shared_ptr<AuditKeeper>& auditKeeper() const { return m_settings.keeper; }
    /// The name under which the audit log is remembered: its place and its first event.
    [[nodiscard]] QString auditName(Connection& connection) const;
    /// Null where nothing goes by itself.
    [[nodiscard]] const std::shared_ptr<CatalogueAccess>& access() const { return m_settings.access; }

    /// Ends the connections on which reading waits for an answer, and reading that has begun fails as
    /// cancelled. What is being written goes on. From any thread.
    void abandonReading();

    /// Says whether no work is running or waiting, so that destroying the database takes no time.
    [[nodiscard]] bool isIdle() const;
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    /// Why nothing can be changed, as a sentence; empty when everything can.
    [[nodiscard]] QString readOnlyReason() const { return m_readOnlyReason; }
    /// The SQLite file, or the MySQL server, with its port where that is not the usual one, and database.
    [[nodiscard]] QString location() const;
    [[nodiscard]] const Clock& clock() const { return *m_clock; }

private:
    enum class Access { None, Read, Write, WriteInPieces, Note };

    /// Has the keeper remember the newest audit event of what was committed just now.
    void rememberAudit(Connection& connection) const;

    /// A promise instead of QtConcurrent::run: the waiting thread of a QtConcurrent future may take queued
    /// work over and run it itself, on a thread that must not have a connection.
    template <typename Work> auto start(QThreadPool& pool, Access access, Work work)
    {
        using Answer = std::invoke_result_t<Work&, Connection&>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        auto future = promise->future();
        pool.start(
            [this, promise, access, context = CallContext::current(), work = std::move(work)]() mutable {
                const CallScope scope(std::move(context));
                std::optional<Answer> answer;
                std::optional<Error> error = CallContext::current().whyOver();
                if (!error) {
                    error = attempt(access, [&](Connection& connection) {
                        answer.emplace(work(connection));
                        return answer->isOk();
                    });
                }
                promise->addResult(error ? Answer(*error) : std::move(*answer));
                promise->finish();
            });
        return future;
    }

    template <typename Work> auto startInTurn(QThreadPool& pool, WorkQueue& queue, Access access, Work work)
    {
        using Answer = std::invoke_result_t<Work&, Connection&>;
        struct Asked
        {
            Work work;
            std::optional<Answer> answer;
            QPromise<Answer> promise;
        };
        auto asked = std::make_shared<Asked>(Asked{std::move(work), std::nullopt, {}});
        asked->promise.start();
        auto future = asked->promise.future();
        queue.add({CallContext::current(),
                   [asked](Connection& connection) {
                       asked->answer.emplace(asked->work(connection));
                       return asked->answer->isOk();
                   },
                   [asked](std::optional<Error> error) {
                       asked->promise.addResult(error ? Answer(*error) : std::move(*asked->answer));
                       asked->promise.finish();
                   }});
        pool.start([this, &queue, access] { workOff(queue, access); });
        return future;
    }

    /// Does the next work that waits, if nobody else did.
    void workOff(WorkQueue& queue, Access access);
    /// All of it in one transaction; returns what is still to be done, each by itself.
    [[nodiscard]] std::vector<WaitingWork> readTogether(std::vector<WaitingWork> group) const;
    [[nodiscard]] std::vector<WaitingWork> writeTogether(Access access, std::vector<WaitingWork> group) const;

    /// Runs `step` in the transaction; it says whether to commit. Returns what made it fail otherwise.
    std::optional<Error> attempt(Access access, const std::function<bool(Connection&)>& step) const;

    /// One round of attempt(); throws Failure. Sets `hasBegun` when the work may have reached the database.
    void attemptOnce(Access access, const std::function<bool(Connection&)>& step, bool& hasBegun) const;

    /// The MySQL database and its server, without the port.
    [[nodiscard]] QString serverPlace() const;
    [[nodiscard]] Connection& connectionOfThread() const;
    /// Notes, as long as it lives, that reading may wait for the connection.
    class Reading;
    /// Finds out whether sources that could not be read have come back. Throws Failure.
    void lookForMissing(Connection& connection) const;
    /// Says whether what failed on this thread may succeed without tables that cannot be read any more.
    [[nodiscard]] bool canDoWithout(Access access, const Failure& failure) const;

    /// Nobody knows whether what was being written is there.
    [[nodiscard]] static Error brokeWhileSaving(const Failure& failure);
    /// Throws Failure when the file is no longer the one that was opened. SQLite would go on writing to a
    /// file that has no name any more, and threads that connect later would use another one.
    void requireSameFile() const;

    ConnectionSettings m_settings;
    QByteArray m_identity; ///< Of the file; empty where there is none.
    std::shared_ptr<const Clock> m_clock;
    bool m_readOnly;
    QString m_readOnlyReason;
    /// Emptied by each thread before the pool stops waiting for it. A thread_local would be destroyed later,
    /// in a race with the end of the program.
    mutable QThreadStorage<Connection*> m_connections;
    mutable std::mutex m_readingMutex; ///< Guards the next two.
    mutable std::set<const Connection*> m_reading; ///< What readers are using.
    quint64 m_abandoned = 0; ///< How often reading was given up.
    QThreadPool m_readers;
    QThreadPool m_longReaders;
    WorkQueue m_waitingReads;
    WorkQueue m_waitingWrites;
    WorkQueue m_waitingNotes;
    std::chrono::steady_clock::time_point m_lastNote; ///< Of the thread that notes.
    QThreadPool m_writer;
    QThreadPool m_notes;
    ChangeWatch m_changes; ///< Of the watcher's thread.
    QThreadPool m_watcher; ///< One thread that never writes, so that its connection notices every commit.
};

} // namespace purchasing::sql
