#include "core/sql/audit/audit_keeper.h"
#include "core/sql/engine/database.h"
#include "core/sql/engine/server/catalogue_access.h"
#include "core/sql/engine/transaction.h"

namespace purchasing::sql {
namespace {

constexpr std::size_t kMostTogether = 64; // So that nobody waits long for those before them.
const QString kSavepoint = QStringLiteral("waiting_write");

/// Does one of a group's writes behind a savepoint. What fails by itself is taken back alone; what makes the
/// whole transaction useless is thrown.
std::optional<Error> stepOfGroup(Connection& connection, const WaitingWrite& write)
{
    const CallScope scope(write.context);
    if (const auto over = write.context.whyOver())
        return over;
    const auto headBefore = connection.takeAuditHead();
    connection.executeDirectly(QStringLiteral("SAVEPOINT ") + kSavepoint);
    std::optional<Error> error;
    bool isKept = false;
    try {
        isKept = write.step(connection);
    } catch (const Failure& failure) {
        if (failure.isDisconnect() || failure.isRetryable() || failure.isAboutTables())
            throw;
        error = failure.error();
    }
    if (!isKept)
        connection.executeDirectly(QStringLiteral("ROLLBACK TO SAVEPOINT ") + kSavepoint);
    connection.executeDirectly(QStringLiteral("RELEASE SAVEPOINT ") + kSavepoint);
    const auto head = connection.takeAuditHead();
    const auto& newest = isKept && head.first > 0 ? head : headBefore;
    connection.noteAuditHead(newest.first, newest.second);
    return error;
}

} // namespace

void Database::workOff(WriteQueue& queue, Access access)
{
    const std::vector<WaitingWrite> group = queue.take(kMostTogether);
    if (group.size() > 1 && !m_readOnly && attemptTogether(access, group))
        return;
    for (const WaitingWrite& write : group) {
        const CallScope scope(write.context);
        std::optional<Error> error = write.context.whyOver();
        if (!error)
            error = attempt(access, write.step);
        write.finish(error);
    }
}

bool Database::attemptTogether(Access access, const std::vector<WaitingWrite>& group) const
{
    std::vector<std::optional<Error>> errors;
    bool isCommitting = false;
    try {
        requireSameFile();
        Connection& connection = connectionOfThread();
        if (m_settings.access)
            connection.speak(m_settings.access->dialect());
        const Dialect& dialect = connection.dialect();
        sql::Transaction open(connection,
                              access == Access::Note ? dialect.beginCatalogueWrite() : dialect.beginWrite());
        (void)connection.takeAuditHead(); // Of a transaction that came to nothing.
        for (const WaitingWrite& write : group)
            errors.push_back(stepOfGroup(connection, write));
        requireSameFile();
        isCommitting = true;
        open.commit();
        if (const auto [seq, hash] = connection.takeAuditHead(); seq > 0 && m_settings.keeper)
            m_settings.keeper->remember(auditName(connection), {seq, hash});
    } catch (const Failure& failure) {
        if (failure.isDisconnect())
            m_connections.setLocalData(nullptr);
        if (!isCommitting || !failure.isDisconnect())
            return false; // Nothing was kept.
        for (std::size_t i = 0; i < group.size(); ++i)
            group[i].finish(errors[i] ? *errors[i] : brokeWhileSaving(failure));
        return true;
    } catch (const std::exception&) {
        return false;
    }
    for (std::size_t i = 0; i < group.size(); ++i)
        group[i].finish(errors[i]);
    return true;
}

} // namespace purchasing::sql
