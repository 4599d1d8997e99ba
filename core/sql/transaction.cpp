#include "core/sql/transaction.h"

namespace purchasing::sql {
namespace {

constexpr int kCommitAttempts = 4;

} // namespace

Transaction::Transaction(Connection& connection, const QString& begin)
    : m_connection(connection)
{
    m_connection.executeDirectly(begin);
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
            if (!failure.isRetryable() || round == kCommitAttempts)
                throw;
        }
    }
}

} // namespace purchasing::sql
