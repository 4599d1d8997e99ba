#pragma once

#include "core/domain/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace purchasing {

/// Where another system keeps what one table of ours would hold. Columns that are not named have our names.
struct TableMapping
{
    QString table; ///< Or view, in the same database; empty: there is none, and nothing is known of it.
    QMap<QString, QString> columns; ///< Theirs by ours.
    QMap<QString, QString> values; ///< What is the same in every row, by our column.

    friend bool operator==(const TableMapping&, const TableMapping&) = default;
};

/// Tables and columns of the catalogue that have other names on a server of another system; tables that are
/// not mentioned have our names. For reading only.
struct CatalogueMapping
{
    QMap<QString, TableMapping> tables; ///< By our name ("supplier_info").

    [[nodiscard]] bool isEmpty() const { return tables.isEmpty(); }
    /// Null where the table has our names.
    [[nodiscard]] const TableMapping* of(const QString& table) const;
    /// What the table is called there.
    [[nodiscard]] QString nameOf(const QString& table) const;
    /// What the column is called there.
    [[nodiscard]] QString columnOf(const QString& table, const QString& column) const;

    friend bool operator==(const CatalogueMapping&, const CatalogueMapping&) = default;
};

/// A mapping as a file that people read, correct and keep under version control; empty for an empty mapping.
[[nodiscard]] QByteArray catalogueMappingToJson(const CatalogueMapping& mapping);
/// Refuses what is no mapping, and names what is wrong in it.
[[nodiscard]] Result<CatalogueMapping> catalogueMappingFromJson(const QByteArray& json);

} // namespace purchasing
