#include "core/sql/verification/sql_audit_store.h"

#include "core/sql/engine/audit_keeper.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/verification/verification.h"

#include <QDir>

namespace purchasing::sql {
namespace {

constexpr int kTries = 5;

qint64 newestEvent(Connection& connection)
{
    return connection.scalar(QStringLiteral("SELECT coalesce(max(seq), 0) FROM {po}audit_event"))
        .toLongLong();
}

/// Checks in pieces, so that nobody waits; again when somebody worked meanwhile, whose change is no
/// difference.
qint64 verifyInPeace(Connection& connection)
{
    for (int round = 1;; ++round) {
        const qint64 before = newestEvent(connection);
        try {
            return verifyEverything(connection);
        } catch (const Failure&) {
            if (newestEvent(connection) == before || round == kTries)
                throw;
        }
    }
}

/// Compares the log with what was remembered of it outside of the database; returns the event, 0 where none
/// was.
qint64 compareWithRemembered(Connection& connection, const Database& database)
{
    const auto& keeper = database.auditKeeper();
    if (!keeper)
        return 0;
    const auto head = keeper->remembered(database.auditName(connection));
    if (!head)
        throw Failure(head.error());
    if (!*head)
        return 0;
    const QByteArray hash =
        connection.scalar(QStringLiteral("SELECT hash FROM {po}audit_event WHERE seq = ?"), {(*head)->seq})
            .toByteArray();
    if (hash.isEmpty()) {
        throw Failure(
            ErrorKind::Invalid,
            ErrorWords::tr("The audit log was changed from outside: event %1, which was signed and "
                           "remembered outside of the database, is missing, and with it all after event %2. "
                           "An older copy of the database shows this too; whoever put one back removes %3.")
                .arg((*head)->seq)
                .arg(newestEvent(connection))
                .arg(QDir::toNativeSeparators(keeper->fileOf(database.auditName(connection)))));
    }
    if (hash != (*head)->hash) {
        throw Failure(
            ErrorKind::Invalid,
            ErrorWords::tr("The audit log was changed from outside: event %1 is not the one that was signed "
                           "and remembered outside of the database.")
                .arg((*head)->seq));
    }
    return (*head)->seq;
}

} // namespace

SqlAuditStore::SqlAuditStore(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<AuditReport>> SqlAuditStore::verify()
{
    return m_database->readInPieces(
        [database = m_database.get()](Connection& connection) -> Result<AuditReport> {
            const qint64 events = verifyInPeace(connection);
            return AuditReport{events, compareWithRemembered(connection, *database)};
        });
}

} // namespace purchasing::sql
