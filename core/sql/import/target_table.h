#pragma once

#include "core/sql/engine/connection.h"
#include "core/sql/import/csv_tables.h"

#include <QHash>

#include <map>

namespace purchasing::sql {

/// The table that a file goes into, as it is in this database: one of another system's may lack columns, take
/// shorter texts, or compare them in an order of its own.
class TargetTable
{
public:
    /// Looks the table up. Throws Failure where it cannot be written in one piece or not be seen.
    TargetTable(Connection& connection, const CsvTable& table);

    /// The file's table with the columns that can be written, and what each of them takes.
    [[nodiscard]] const CsvTable& columns() const { return m_columns; }
    /// Says whether there is such a table at all.
    [[nodiscard]] bool exists() const { return m_exists; }
    /// Says whether the file may have the column although the table cannot take it.
    [[nodiscard]] bool lacks(const QString& column) const { return m_missing.contains(column); }
    /// Why columns of the file, or the whole of it, cannot be taken.
    [[nodiscard]] QString inWords(const QStringList& missing) const;

    /// The table's name, written out.
    [[nodiscard]] QString name() const { return m_name; }
    /// Compares `t`'s column with the stage's, byte by byte, in a way that its index helps with.
    [[nodiscard]] QString equalKey(const QString& t, const char* column) const;
    /// The same for values, of which both may be NULL.
    [[nodiscard]] QString equalValue(const CsvColumn& column) const;
    /// A condition that finds texts of the stage which the column's character set cannot hold; empty where
    /// it holds everything.
    [[nodiscard]] QString unwritable(const char* column) const;
    /// How texts of the stage are stored on a server.
    [[nodiscard]] QString stageCollation() const { return m_exact; }

private:
    struct TextForm
    {
        QString characterSet;
        QString collation;
    };

    void lookUp(Connection& connection, const QString& schema, const QString& plainName);

    CsvTable m_columns;
    QString m_name;
    QString m_where; ///< "database.table", for sentences.
    QString m_exact;
    bool m_isMysql = false;
    bool m_exists = true;
    QStringList m_missing;
    std::map<QString, TextForm> m_foreignTexts; ///< Columns that do not compare texts as we do.
};

} // namespace purchasing::sql
