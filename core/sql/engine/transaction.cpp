#include "core/sql/engine/transaction.h"

namespace purchasing::sql {
namespace {

constexpr int kCommitAttempts = 4;

} // namespace

Transaction::Transaction(Connection& connection, const QStringList& begin)
    : m_connection(connection)
{
    try {
        m_connection.begin(begin);
    } catch (const Failure& failure) {
        // Open already where a later statement of several failed.
        if (begin.size() > 1 && !failure.isDisconnect())
            m_connection.executeDirectly(QStringLiteral("ROLLBACK"));
        throw;
    }
}

Transaction::~Transaction()
{
    if (!m_isOpen)
        return;
    try {
        m_connection.executeDirectly(QStringLiteral("ROLLBACK"));
    } catch (const Failure&) {
        // Some errors (disk full) have already rolled it back.
    }
}

void Transaction::commit()
{
    for (int round = 1;; ++round) {
        try {
            m_connection.executeDirectly(QStringLiteral("COMMIT"));
            m_isOpen = false;
            return;
        } catch (const Failure& failure) {
            if (!failure.isRetryable() || !m_connection.dialect().canRepeatCommit()
                || round == kCommitAttempts)
                throw;
        }
    }
}

} // namespace purchasing::sql
