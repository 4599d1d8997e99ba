#pragma once

#include "core/sql/engine/connection.h"

namespace purchasing::sql {

/// Counts the changes of a database that it notices when asked.
///
/// SQLite counts commits itself. MySQL has no such number, so two things are compared: the newest audit
/// event, which every change of an order, person, rule or setting has, and the time of the last commit to
/// each table, which the server keeps in memory and other programs' changes move as well. That time has whole
/// seconds; a commit later in the same second is noticed because the counter moves once more when the second
/// is over.
class ChangeWatch
{
public:
    /// Use it from one thread, with one connection that never writes. Throws Failure.
    [[nodiscard]] qint64 counter(Connection& connection);

private:
    qint64 m_counter = 0;
    QString m_state;
    bool m_isSettling = false; ///< A table changed so recently that its time may hide another commit.
};

} // namespace purchasing::sql
