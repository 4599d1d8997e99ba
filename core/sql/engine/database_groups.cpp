#include "core/sql/engine/database.h"
#include "core/sql/engine/database_reading.h"
#include "core/sql/engine/server/catalogue_access.h"
#include "core/sql/engine/transaction.h"

#include <chrono>
#include <memory>
#include <thread>

namespace purchasing::sql {
namespace {

// So that nobody waits long for those before them.
constexpr std::size_t kMostReads = 8;
constexpr std::size_t kMostWrites = 64;
constexpr std::size_t kMostNotes = 1000;
/// On SQLite nobody reads while somebody commits. What is only noted beside, therefore, is gathered while
/// much is noted.
constexpr std::chrono::milliseconds kPauseBetweenNotes{50};
const QString kSavepoint = QStringLiteral("waiting_write");

using GroupErrors = std::vector<std::optional<Error>>;

/// Does one of a group's writes and says whether it is to be kept. What makes the whole transaction useless
/// is thrown.
bool stepOfGroup(Connection& connection, const WaitingWork& write, std::optional<Error>& error)
{
    const CallScope scope(write.context);
    try {
        return write.step(connection);
    } catch (const Failure& failure) {
        if (failure.mayBeMended())
            throw;
        error = failure.error();
        return false;
    }
}

/// Does all of the group, as nearly always goes well; false where one of them must be taken back, and so all.
bool doAll(Connection& connection, const std::vector<WaitingWork>& group, GroupErrors& errors)
{
    for (const WaitingWork& write : group) {
        errors.push_back(write.context.whyOver());
        if (!errors.back() && !stepOfGroup(connection, write, errors.back()))
            return false;
    }
    return true;
}

/// Does one of the group behind a savepoint, so that it is taken back alone.
std::optional<Error> doGuarded(Connection& connection, const WaitingWork& write)
{
    if (const auto over = write.context.whyOver())
        return over;
    const auto headBefore = connection.takeAuditHead();
    connection.executeDirectly(QStringLiteral("SAVEPOINT ") + kSavepoint);
    std::optional<Error> error;
    const bool isKept = stepOfGroup(connection, write, error);
    if (!isKept)
        connection.executeDirectly(QStringLiteral("ROLLBACK TO SAVEPOINT ") + kSavepoint);
    connection.executeDirectly(QStringLiteral("RELEASE SAVEPOINT ") + kSavepoint);
    const auto head = connection.takeAuditHead();
    const auto& newest = isKept && head.first > 0 ? head : headBefore;
    connection.noteAuditHead(newest.first, newest.second);
    return error;
}

} // namespace

void Database::workOff(WorkQueue& queue, Access access)
{
    if (access == Access::Note)
        std::this_thread::sleep_until(m_lastNote + kPauseBetweenNotes);
    std::vector<WaitingWork> group = queue.take(access == Access::Read       ? kMostReads
                                                    : access == Access::Note ? kMostNotes
                                                                             : kMostWrites);
    const bool isNote = access == Access::Note && !group.empty();
    if (group.size() > 1)
        group =
            access == Access::Read ? readTogether(std::move(group)) : writeTogether(access, std::move(group));
    for (const WaitingWork& alone : group) {
        const CallScope scope(alone.context);
        std::optional<Error> error = alone.context.whyOver();
        if (!error)
            error = attempt(access, alone.step);
        alone.finish(error);
    }
    if (isNote)
        m_lastNote = std::chrono::steady_clock::now();
}

std::vector<WaitingWork> Database::readTogether(std::vector<WaitingWork> group) const
{
    std::vector<bool> isDone(group.size());
    std::vector<std::optional<Error>> errors(group.size());
    try {
        requireSameFile();
        Connection& connection = connectionOfThread();
        const Reading reading(*this, Access::Read, connection);
        if (m_settings.access)
            connection.speak(m_settings.access->dialect());
        sql::Transaction open(connection, connection.dialect().beginRead());
        for (std::size_t i = 0; i < group.size(); ++i) {
            const CallScope scope(group[i].context);
            errors[i] = group[i].context.whyOver();
            if (!errors[i])
                (void)group[i].step(connection);
            isDone[i] = true;
        }
        open.commit();
    } catch (const std::exception&) {
        // Reading leaves nothing behind: what is not done is done alone, and says there what is wrong.
    }
    std::vector<WaitingWork> left;
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (isDone[i])
            group[i].finish(errors[i]);
        else
            left.push_back(std::move(group[i]));
    }
    return left;
}

std::vector<WaitingWork> Database::writeTogether(Access access, std::vector<WaitingWork> group) const
{
    if (m_readOnly)
        return group;
    GroupErrors errors;
    bool isCommitting = false;
    try {
        requireSameFile();
        Connection& connection = connectionOfThread();
        if (m_settings.access)
            connection.speak(m_settings.access->dialect());
        const Dialect& dialect = connection.dialect();
        const QStringList begin = access == Access::Note ? dialect.beginNote() : dialect.beginWrite();
        auto open = std::make_unique<sql::Transaction>(connection, begin);
        (void)connection.takeAuditHead(); // Of a transaction that came to nothing.
        if (!doAll(connection, group, errors)) {
            open.reset(); // Before the next one begins.
            open = std::make_unique<sql::Transaction>(connection, begin);
            (void)connection.takeAuditHead();
            errors.clear();
            for (const WaitingWork& write : group)
                errors.push_back(doGuarded(connection, write));
        }
        requireSameFile();
        isCommitting = true;
        open->commit();
        rememberAudit(connection);
    } catch (const Failure& failure) {
        if (failure.isDisconnect())
            m_connections.setLocalData(nullptr);
        if (!isCommitting || !failure.isDisconnect())
            return group; // Nothing was kept.
        for (std::optional<Error>& error : errors)
            error = error.value_or(brokeWhileSaving(failure));
    } catch (const std::exception&) {
        return group;
    }
    for (std::size_t i = 0; i < group.size(); ++i)
        group[i].finish(errors[i]);
    return {};
}

} // namespace purchasing::sql
