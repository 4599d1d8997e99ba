#include "core/sql/engine/change_watch.h"

namespace purchasing::sql {
namespace {

constexpr qint64 kSettledAfterSeconds = 2;

} // namespace

qint64 ChangeWatch::counter(Connection& connection)
{
    const Dialect& dialect = connection.dialect();
    if (!dialect.isMysql())
        return connection.scalar(QStringLiteral("PRAGMA data_version")).toLongLong();

    QString state;
    if (dialect.hasOrders())
        state =
            connection.scalar(QStringLiteral("SELECT coalesce(max(seq), 0) FROM {po}audit_event")).toString();
    // One equality per database: only so does the server not look through all of its databases.
    QStringList parts;
    QVariantList values;
    for (const QString& database : dialect.ownDatabase().isEmpty()
             ? dialect.databases()
             : QStringList{dialect.database(dialect.ownDatabase())}) {
        parts += QStringLiteral("SELECT table_schema, table_name, CAST(update_time AS CHAR) AS changed, "
                                "timestampdiff(SECOND, update_time, now()) AS age "
                                "FROM information_schema.tables WHERE table_schema = ?");
        values += database;
    }
    bool isSettling = false;
    {
        Rows rows = connection.query(parts.join(QLatin1String(" UNION ALL "))
                                         + QStringLiteral(" ORDER BY table_schema, table_name"),
                                     values);
        while (rows.next()) {
            state += QStringLiteral("|%1.%2=%3").arg(rows.text(0), rows.text(1), rows.text(2));
            isSettling |= !rows.isNull(3) && rows.integer(3) < kSettledAfterSeconds;
        }
    }
    if (state != m_state || (m_isSettling && !isSettling))
        ++m_counter;
    m_state = state;
    m_isSettling = isSettling;
    return m_counter;
}

} // namespace purchasing::sql
