#pragma once

#include "core/sql/engine/connection.h"
#include "core/sql/engine/server/catalogue_tables.h"

#include <QHash>
#include <QStringList>

namespace purchasing::sql {

struct ColumnType
{
    QString name; ///< In lower case.
    bool hasMoreDecimals = false; ///< Than the four that are kept.
};

/// Types by column, in lower case; none where there is no such table, or this user may not see it.
[[nodiscard]] QHash<QString, ColumnType> columnsOf(Connection& connection, const QString& database,
                                                   const QString& table);
/// How a column compares texts; empty where it holds none.
[[nodiscard]] QString collationOf(Connection& connection, const QString& database, const QString& table,
                                  const QString& column);

/// How one table of the catalogue is read from a server: the columns it has there, under their names, and
/// stand-ins for the rest.
class TableReading
{
public:
    /// Asks the server what the table has. `names` and `table` must outlive it; `exact` is how our own tables
    /// compare product ids, empty where that is not known.
    TableReading(Connection& connection, const CatalogueTable& table, const DatabaseNames& names,
                 const QString& exact);

    [[nodiscard]] bool exists() const { return !m_present.isEmpty(); }
    /// Whether product ids are stored in the order of ours.
    [[nodiscard]] bool isExact() const { return m_isExact; }
    /// Nobody can do without it unless it has been said that there is none.
    [[nodiscard]] bool mayBeMissing() const;
    /// "oms_db.oms_history", for people.
    [[nodiscard]] QString where() const { return m_database + QLatin1Char('.') + m_theirs; }
    /// The table in SQL, with the placeholder of its database.
    [[nodiscard]] QString itself() const;
    /// What it costs that there is no such table, a sentence.
    [[nodiscard]] QString whatIsMissing() const;

    /// The SELECT that reads it as ours; empty where it can be read as it is. `limitations` gets what it
    /// lacks, a sentence each. Throws Failure where something is missing that nobody can do without, or of no
    /// use.
    [[nodiscard]] QString select(QStringList& limitations) const;

private:
    /// What is missing, and what that costs.
    struct Lacks
    {
        QStringList columns;
        QStringList costs;
        bool areRead = false; ///< Something stands in for them.
    };

    [[nodiscard]] QString theirName(const QString& column) const;
    [[nodiscard]] QString expression(const CatalogueColumn& column, Lacks& lacks) const;
    [[nodiscard]] QStringList tooFineNumbers() const;

    const CatalogueTable& m_table;
    QString m_ours;
    const TableMapping* m_mapping;
    QString m_database;
    QString m_theirs;
    QHash<QString, ColumnType> m_present;
    QString m_exact;
    bool m_isExact = true;
};

} // namespace purchasing::sql
