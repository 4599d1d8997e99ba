#include "core/sql/catalogue/change_feed.h"

#include <algorithm>
#include <utility>

namespace purchasing::sql {
namespace {

/// More changed rows than this are not worth telling apart.
constexpr int kMostRows = 20000;
/// Rows stamped so recently may still change within the same second, so they are told again.
constexpr int kRecentSeconds = 2;
/// A transaction may stamp its rows that long before it commits.
constexpr int kLongTransactionSeconds = 60;

/// MySQL's time so many seconds ago, as the last_updated columns write it: the server's clock stamps the
/// rows, so it alone is asked.
QString secondsAgo(Connection& connection, int seconds)
{
    return connection
        .scalar(QStringLiteral("SELECT date_format(now() - INTERVAL %1 SECOND, '%Y-%m-%d %H:%i:%s')")
                    .replace(QLatin1String("%1"), QString::number(seconds)))
        .toString();
}

QString selectFrom(const char* table, const QString& what)
{
    return QStringLiteral("SELECT %1 FROM %2").arg(what, QLatin1String(table));
}

/// When each table was last committed to, by its quoted name; nothing with SQLite.
QHash<QString, QString> commitTimes(Connection& connection)
{
    QHash<QString, QString> times;
    for (const QString& database : connection.dialect().databases()) {
        Rows rows = connection.query(
            QStringLiteral("SELECT table_name, CAST(update_time AS CHAR) FROM information_schema.tables "
                           "WHERE table_schema = ?"),
            {database});
        while (rows.next())
            times.insert(quotedName(database) + QLatin1Char('.') + rows.text(0), rows.text(1));
    }
    return times;
}

/// Says whether the server writes last_updated at every change, whoever makes it.
bool stampsItself(Connection& connection, const char* table)
{
    const Dialect& dialect = connection.dialect();
    const QString name = dialect.tableItself(QLatin1String(table));
    const QString ours = QString::fromLatin1(table).section(QLatin1Char('}'), 1);
    const QString database = name.section(QLatin1Char('`'), 1, 1);
    return connection
        .scalar(QStringLiteral("SELECT extra FROM information_schema.columns WHERE table_schema = ? AND "
                               "table_name = ? AND column_name = ?"),
                {database, name.section(QLatin1Char('.'), -1),
                 dialect.mapping().columnOf(ours, QStringLiteral("last_updated"))})
        .toString()
        .contains(QLatin1String("on update"), Qt::CaseInsensitive);
}

/// The plain name: a table that is read through a stand-in is still committed to under its own.
QString nameOf(Connection& connection, const char* table)
{
    return connection.dialect().tableItself(QLatin1String(table));
}

bool isReadable(Connection& connection, const char* table)
{
    const QString schema = QString::fromLatin1(table).section(QLatin1Char('}'), 0, 0).mid(1);
    return connection.dialect().whyUnreadable(schema).isEmpty();
}

} // namespace

void ChangeFeed::start(Connection& connection)
{
    m_isCounted = false;
    m_told.clear();
    readAudit(connection, nullptr);
    if (!connection.dialect().isMysql()) {
        (void)readLog(connection, nullptr);
        return;
    }
    const QHash<QString, QString> commits = commitTimes(connection);
    const QString mark = secondsAgo(connection, kRecentSeconds);
    m_started = mark;
    for (Table& table : m_tables) {
        table.commit = commits.value(nameOf(connection, table.name));
        table.watermark = mark;
        table.stampsItself = isReadable(connection, table.name) && stampsItself(connection, table.name);
    }
}

void ChangeFeed::countRows(Connection& connection)
{
    const QString soon = secondsAgo(connection, -kRecentSeconds);
    for (Table& table : m_tables) {
        if (!isReadable(connection, table.name))
            continue;
        table.rows = connection.scalar(selectFrom(table.name, QStringLiteral("count(*)"))).toLongLong();
        if (!hasTimes(table))
            continue;
        // Where another clock stamps the rows ahead of the server's, its newest time is the mark.
        const QString newest =
            connection.scalar(selectFrom(table.name, QStringLiteral("CAST(max(last_updated) AS CHAR)")))
                .toString();
        if (newest > soon)
            table.watermark = newest;
    }
    m_isCounted = true;
}

void ChangeFeed::readAudit(Connection& connection, QSet<QString>* products)
{
    if (!connection.dialect().hasOrders())
        return; // The catalogue's services have no such log.
    const qint64 newest =
        connection.scalar(QStringLiteral("SELECT coalesce(max(seq), 0) FROM {po}audit_event")).toLongLong();
    if (products && newest != m_auditEvent) {
        Rows rows = connection.query(
            QStringLiteral(
                "SELECT DISTINCT product_id FROM {po}audit_event WHERE seq > ? AND product_id <> ''"),
            {m_auditEvent});
        while (rows.next())
            products->insert(rows.text(0));
    }
    m_auditEvent = newest;
}

bool ChangeFeed::readLog(Connection& connection, QSet<QString>* products)
{
    const auto ask = [&](const char* sql) { return connection.scalar(QLatin1String(sql)).toLongLong(); };
    // An older file that is only looked at was not brought up to date.
    if (ask("SELECT count(*) FROM sqlite_master WHERE name = 'catalogue_change'") == 0)
        return !products;
    const qint64 newest = ask("SELECT coalesce(max(seq), 0) FROM catalogue_change");
    const qint64 from = std::exchange(m_logEntry, newest);
    if (!products || newest == from)
        return true;
    // Old entries are dropped now and then.
    if (newest - from > kMostRows || ask("SELECT coalesce(min(seq), 1) FROM catalogue_change") > from + 1)
        return false;
    Rows rows =
        connection.query(QStringLiteral("SELECT product_id FROM catalogue_change WHERE seq > ?"), {from});
    while (rows.next()) {
        if (rows.isNull(0))
            return false;
        products->insert(rows.text(0));
    }
    return true;
}

bool ChangeFeed::lookAt(Connection& connection, Table& table, const QString& commit, QSet<QString>& products)
{
    const bool wasCommitted = !commit.isEmpty() && commit != table.commit;
    if (!commit.isEmpty() && !wasCommitted && commit < secondsAgo(connection, kRecentSeconds))
        return true;
    table.commit = commit;
    const qint64 rows = connection.scalar(selectFrom(table.name, QStringLiteral("count(*)"))).toLongLong();
    const qint64 joined = rows - table.rows;
    table.rows = rows;
    if (!hasTimes(table))
        return !wasCommitted && joined == 0;

    const QString recent = secondsAgo(connection, kRecentSeconds);
    int listed = 0;
    int told = 0;
    {
        Rows changed = connection.query(
            selectFrom(table.name, QStringLiteral("product_id, CAST(last_updated AS CHAR), id"))
                + QStringLiteral(" WHERE last_updated > ? LIMIT %1").arg(kMostRows + 1),
            {table.watermark});
        while (changed.next()) {
            ++listed;
            const QString product = changed.text(0);
            const QString time = changed.text(1);
            QString& before = m_told[QLatin1String(table.name) + changed.text(2)];
            if (before == time && time < recent)
                continue;
            before = std::max(before, time);
            products.insert(product);
            ++told;
        }
    }
    if (listed > kMostRows)
        return false;
    table.watermark = std::max(table.watermark, secondsAgo(connection, kLongTransactionSeconds));
    // Rows that left, or came with an old time, have no product to tell; nor have rows that were changed
    // without a new time, which is for the table's definition to prevent.
    return joined >= 0 && joined <= told && (!wasCommitted || (told > 0 && table.stampsItself));
}

ChangeFeed::Changes ChangeFeed::changes(Connection& connection)
{
    Changes changes;
    QSet<QString> products;
    readAudit(connection, &products);
    if (!connection.dialect().isMysql()) {
        changes.needsReload = !readLog(connection, &products);
    } else {
        const QHash<QString, QString> commits = commitTimes(connection);
        if (!m_isCounted) {
            // What came or left since the load began is in the count already: no later one will show it.
            countRows(connection);
            changes.needsReload = std::any_of(m_tables.begin(), m_tables.end(), [&](const Table& table) {
                return isReadable(connection, table.name)
                    && commits.value(nameOf(connection, table.name)) >= m_started;
            });
        }
        for (Table& table : m_tables) {
            if (!isReadable(connection, table.name))
                continue; // When it is back, everything is read again.
            if (!lookAt(connection, table, commits.value(nameOf(connection, table.name)), products))
                changes.needsReload = true;
        }
        if (m_told.size() > kMostRows * 4)
            m_told.clear();
    }
    // Those that are known are told at once, even where a reload must bring the others.
    if (products.size() > kMostRows)
        changes.needsReload = true;
    else
        changes.productIds = QStringList(products.begin(), products.end());
    return changes;
}

} // namespace purchasing::sql
