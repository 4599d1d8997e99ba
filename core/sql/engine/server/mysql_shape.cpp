#include "core/sql/engine/server/mysql_shape.h"

#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/migration.h"
#include "core/sql/engine/server/catalogue_tables.h"
#include "core/sql/engine/server/table_reading.h"

namespace purchasing::sql {
namespace {

QString emptyTable(const CatalogueTable& table)
{
    QStringList columns;
    for (const CatalogueColumn& column : table.columns)
        columns += QStringLiteral("NULL AS %1").arg(QLatin1String(column.name));
    return QStringLiteral("SELECT %1 FROM DUAL WHERE 1 = 0").arg(columns.join(QLatin1String(", ")));
}

} // namespace

QStringList catalogueSchemas()
{
    return {QStringLiteral("oms"), QStringLiteral("inventory"), QStringLiteral("supplier"),
            QStringLiteral("uom")};
}

QString exactCollation(Connection& connection, const QString& orders)
{
    return collationOf(connection, orders, QStringLiteral("product_basis"), QStringLiteral("product_id"));
}

Shape adaptToShape(Connection& connection, const DatabaseNames& names, const QString& schema,
                   const QString& exact, Dialect& dialect)
{
    Shape shape;
    for (const CatalogueTable& table : catalogueTables()) {
        if (schema != QLatin1String(table.schema))
            continue;
        const QString token = QStringLiteral("{%1}%2").arg(schema, QLatin1String(table.name));
        const TableReading reading(connection, table, names, exact);
        if (!reading.exists() && reading.mayBeMissing()) {
            dialect.readThrough(token, emptyTable(table));
            shape.limitations += reading.whatIsMissing();
            continue;
        }
        if (!reading.exists()) {
            // Says why: it does not exist, or this user may not see it. The database comes first.
            connection.executeDirectly(QStringLiteral("USE ") + quotedName(names.*table.database));
            (void)connection.scalar(QStringLiteral("SELECT 1 FROM %1 LIMIT 1").arg(reading.itself()));
        }
        if (const QString select = reading.select(shape.limitations); !select.isEmpty())
            dialect.readThrough(token, select);
        if (!reading.isExact())
            shape.converted += reading.where();
    }
    return shape;
}

void adaptToUnreadable(const QString& schema, const QString& why, Dialect& dialect)
{
    for (const CatalogueTable& table : catalogueTables()) {
        if (schema == QLatin1String(table.schema))
            dialect.readThrough(QStringLiteral("{%1}%2").arg(schema, QLatin1String(table.name)),
                                emptyTable(table));
    }
    dialect.setUnreadable(schema, why);
}

void readFromTables(Connection& connection, const DatabaseNames& names, const QString& schema)
{
    for (const CatalogueTable& table : catalogueTables()) {
        if (schema != QLatin1String(table.schema))
            continue;
        const QString database = names.*table.database;
        const QString theirs = names.mapping.nameOf(QLatin1String(table.name));
        if (theirs.isEmpty()
            || (table.mayLack == CatalogueColumn::MayLack::Always
                && columnsOf(connection, database, theirs).isEmpty()))
            continue;
        (void)connection.scalar(
            QStringLiteral("SELECT 1 FROM %1.%2 LIMIT 1").arg(quotedName(database), quotedName(theirs)));
    }
}

QString slowIdsInWords(const QStringList& converted, const QString& exact)
{
    return ErrorWords::tr(
               "%1: product ids are not stored as %2, so every look-up reads the whole table; with "
               "many products that is slow.")
        .arg(converted.join(QLatin1String(", ")), exact);
}

void requireOrders(Connection& connection, const QString& database)
{
    if (columnsOf(connection, database, QStringLiteral("schema_migration")).isEmpty()) {
        throw Failure(ErrorKind::Unavailable,
                      ErrorWords::tr("%1 has no order tables yet. Set the databases up first (purchasing "
                                     "database setup).")
                          .arg(database));
    }
    const int present =
        connection
            .scalar(
                QStringLiteral("SELECT coalesce(max(number), 0) FROM {po}schema_migration WHERE part = 'po'"))
            .toInt();
    const auto scripts = migrations(connection.dialect().scripts() + QStringLiteral("/po"));
    const int known = scripts.empty() ? 0 : scripts.back().number;
    if (present > known) {
        throw Failure(ErrorKind::Invalid,
                      ErrorWords::tr("The databases were set up by a newer version of this program (schema "
                                     "%1, this version knows %2). Update the program to open them.")
                          .arg(present)
                          .arg(known));
    }
    if (present < known) {
        throw Failure(ErrorKind::Invalid,
                      ErrorWords::tr("The databases are of an older version (schema %1, this version needs "
                                     "%2). Bring them up to date first (purchasing database setup).")
                          .arg(present)
                          .arg(known));
    }
}

} // namespace purchasing::sql
