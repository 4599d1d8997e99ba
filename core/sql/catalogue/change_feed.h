#pragma once

#include "core/sql/engine/connection.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <array>

namespace purchasing::sql {

/// Tells which products changed since it was last asked. The audit log names those of orders and overrides.
/// For the catalogue's own tables SQLite keeps a log by triggers (0006_changes.sql), which misses nothing. On
/// MySQL the tables may be another system's: there it goes by the times rows were last updated, by the number
/// of rows for those that were deleted, and by the time of each table's last commit for what neither shows.
/// What it cannot tell apart it says so of, and the catalogue is then read again as a whole.
///
/// Use it from one thread at a time.
class ChangeFeed
{
public:
    struct Changes
    {
        bool needsReload = false;
        QStringList productIds; ///< Without repetition; may hold products that did not change after all.
    };

    /// Remembers how things stand now, which is quick: call it before the catalogue is read. Throws Failure.
    void start(Connection& connection);
    /// Call it when something is known to have been written, outside of a transaction. Throws Failure.
    [[nodiscard]] Changes changes(Connection& connection);

private:
    /// One catalogue table as it was last seen.
    struct Table
    {
        const char* name;
        QString watermark; ///< Rows updated later are looked at.
        qint64 rows = 0;
        bool stampsItself = false; ///< MySQL: every change gives its row a new time.
        QString commit; ///< MySQL: the time of the last commit; empty where the server does not say.
    };

    /// Reads what the order tables wrote down since.
    void readAudit(Connection& connection, QSet<QString>* products);
    /// SQLite; false when the log does not tell all.
    [[nodiscard]] bool readLog(Connection& connection, QSet<QString>* products);
    /// MySQL: adds the table's changed products; false when its changes cannot be told.
    [[nodiscard]] bool lookAt(Connection& connection, Table& table, const QString& commit,
                              QSet<QString>& products);
    [[nodiscard]] bool hasTimes(const Table& table) const { return &table != &m_tables.front(); }
    void countRows(Connection& connection);

    qint64 m_auditEvent = 0;
    qint64 m_logEntry = 0;
    QString m_started; ///< The server's time a little before start().
    bool m_isCounted = false; ///< Counting large tables takes a while: not before the catalogue is shown.
    /// The products come first, whose table has no times.
    std::array<Table, 5> m_tables{{{"{oms}products", {}, 0, false, {}},
                                   {"{oms}oms_history", {}, 0, false, {}},
                                   {"{inventory}inventory_levels", {}, 0, false, {}},
                                   {"{supplier}supplier_info", {}, 0, false, {}},
                                   {"{uom}uom_conversion", {}, 0, false, {}}}};
    QHash<QString, QString> m_told; ///< By table and row: the times that were told already.
};

} // namespace purchasing::sql
