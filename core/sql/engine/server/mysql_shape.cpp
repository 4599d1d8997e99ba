#include "core/sql/engine/server/mysql_shape.h"

#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/migration.h"

#include <QHash>

#include <vector>

namespace purchasing::sql {
namespace {

/// A column that another system's table may lack.
struct OptionalColumn
{
    const char* name;
    const char* fallback; ///< SQL.
    const char* cost; ///< What does not work without it.
};

/// A table of the catalogue; with `cost` it may be missing altogether.
struct Table
{
    const char* schema;
    const QString DatabaseNames::*database;
    const char* name;
    std::vector<const char*> required;
    std::vector<OptionalColumn> optional;
    const char* cost = nullptr;
};

const std::vector<Table>& catalogueTables()
{
    static const std::vector<Table> tables = {
        {"oms",
         &DatabaseNames::oms,
         "oms_history",
         {"id", "product_id", "avg_daily_demand", "trend", "last_updated"},
         {}},
        {"oms",
         &DatabaseNames::oms,
         "products",
         {"product_id", "name", "category"},
         {},
         "products are shown by their id, without name and category"},
        {"oms",
         &DatabaseNames::oms,
         "demand_daily",
         {"product_id", "day", "qty"},
         {},
         "there is no chart of past demand"},
        {"inventory",
         &DatabaseNames::inventory,
         "inventory_levels",
         {"id", "product_id", "warehouse_id", "current_qty", "reserved_qty", "last_updated"},
         {{"on_order_qty", "0", "goods ordered outside of this program do not count as on order"}}},
        {"supplier",
         &DatabaseNames::supplier,
         "supplier_info",
         {"id", "supplier_id", "product_id", "moq", "lead_time_days", "unit_price", "is_active",
          "last_updated"},
         {{"supplier_name", "NULL", "suppliers are shown by their id"},
          {"order_multiple", "1", "quantities are not rounded up to full packs"},
          {"priority", "0", "the cheapest active supplier comes first"},
          {"email", "NULL", "orders cannot be addressed by e-mail"}}},
        {"uom",
         &DatabaseNames::uom,
         "uom_conversion",
         {"id", "product_id", "from_uom", "to_uom", "conversion_factor", "last_updated"},
         {}},
    };
    return tables;
}

struct ColumnType
{
    QString name; ///< In lower case.
    bool hasMoreDecimals = false; ///< Than the four that are kept.
};

/// Types by column, in lower case.
QHash<QString, ColumnType> columnsOf(Connection& connection, const QString& database, const char* table)
{
    QHash<QString, ColumnType> columns;
    Rows rows = connection.query(
        QStringLiteral("SELECT lower(column_name), lower(data_type), CASE WHEN lower(data_type) IN ('float', "
                       "'double') OR coalesce(numeric_scale, 0) > 4 THEN 1 ELSE 0 END FROM "
                       "information_schema.columns WHERE table_schema = ? AND table_name = ?"),
        {database, QLatin1String(table)});
    while (rows.next())
        columns.insert(rows.text(0), {rows.text(1), rows.integer(2) != 0});
    return columns;
}

bool isNumber(const QString& column)
{
    static const QStringList numbers = QStringLiteral("avg_daily_demand qty current_qty reserved_qty "
                                                      "on_order_qty moq lead_time_days unit_price is_active "
                                                      "order_multiple priority conversion_factor")
                                           .split(QLatin1Char(' '));
    return numbers.contains(column);
}

/// A text or moment where a number belongs would be read row by row as something nobody meant.
void requireNumber(const QString& column, const QString& type, const QString& where)
{
    static const QStringList numeric =
        QStringLiteral("tinyint smallint mediumint int bigint decimal float double bit")
            .split(QLatin1Char(' '));
    if (isNumber(column) && !numeric.contains(type)) {
        throw Failure(ErrorKind::Invalid,
                      ErrorWords::tr("%1.%2 is of the type %3, but a number is needed there.")
                          .arg(where, column, type));
    }
}

/// How the column compares texts.
QString collationOf(Connection& connection, const QString& database, const char* table)
{
    return connection
        .scalar(QStringLiteral("SELECT collation_name FROM information_schema.columns WHERE table_schema = ? "
                               "AND table_name = ? AND column_name = 'product_id'"),
                {database, QLatin1String(table)})
        .toString();
}

QString emptyTable(const Table& table)
{
    QStringList columns;
    for (const char* column : table.required)
        columns += QStringLiteral("NULL AS %1").arg(QLatin1String(column));
    for (const OptionalColumn& column : table.optional)
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
    return collationOf(connection, orders, "product_basis");
}

Shape adaptToShape(Connection& connection, const DatabaseNames& names, const QString& schema,
                   const QString& exact, Dialect& dialect)
{
    Shape shape;
    for (const Table& table : catalogueTables()) {
        if (schema != QLatin1String(table.schema))
            continue;
        const QString database = names.*table.database;
        const QString where = QStringLiteral("%1.%2").arg(database, QLatin1String(table.name));
        const QString token = QStringLiteral("{%1}%2").arg(schema, QLatin1String(table.name));
        const QHash<QString, ColumnType> present = columnsOf(connection, database, table.name);
        if (present.isEmpty() && table.cost) {
            dialect.readThrough(token, emptyTable(table));
            shape.limitations += QStringLiteral("%1 has no table %2: %3.")
                                     .arg(database, QLatin1String(table.name), QLatin1String(table.cost));
            continue;
        }
        if (present.isEmpty()) {
            // Says why: it does not exist, or this user may not see it. The database comes first.
            connection.executeDirectly(QStringLiteral("USE ") + quotedName(database));
            (void)connection.scalar(QStringLiteral("SELECT 1 FROM %1 LIMIT 1").arg(token));
        }
        QStringList finer;
        for (auto column = present.cbegin(); column != present.cend(); ++column) {
            if (isNumber(column.key()) && column->hasMoreDecimals)
                finer += column.key();
        }
        if (!finer.isEmpty()) {
            finer.sort();
            shape.limitations +=
                QStringLiteral("%1 may have more than four decimals in %2: they are rounded to four.")
                    .arg(where, finer.join(QLatin1String(", ")));
        }
        QStringList columns;
        QStringList missing;
        QStringList costs;
        // Ids that differ in case are different products here, and all tables must be of one order.
        const bool isExact = exact.isEmpty() || collationOf(connection, database, table.name) == exact;
        for (const char* column : table.required) {
            const QLatin1String name(column);
            if (!present.contains(name)) {
                throw Failure(ErrorKind::Unavailable,
                              ErrorWords::tr("%1 has no column %2.%3, which this program cannot do without.")
                                  .arg(database, QLatin1String(table.name), name));
            }
            requireNumber(name, present.value(name).name, where);
            columns += !isExact && name == QLatin1String("product_id")
                ? QStringLiteral("CONVERT(product_id USING utf8mb4) COLLATE %1 AS product_id").arg(exact)
                : QString(name);
        }
        for (const OptionalColumn& column : table.optional) {
            const QLatin1String name(column.name);
            if (present.contains(name)) {
                requireNumber(name, present.value(name).name, where);
                columns += name;
                continue;
            }
            columns += QStringLiteral("%1 AS %2").arg(QLatin1String(column.fallback), name);
            missing += name;
            costs += QLatin1String(column.cost);
        }
        if (isExact && missing.isEmpty())
            continue;
        dialect.readThrough(
            token, QStringLiteral("SELECT %1 FROM %2").arg(columns.join(QLatin1String(", ")), token));
        if (!isExact)
            shape.converted += where;
        if (!missing.isEmpty()) {
            shape.limitations +=
                QStringLiteral("%1 has no %2: %3.")
                    .arg(where, missing.join(QLatin1String(", ")), costs.join(QLatin1String("; ")));
        }
    }
    return shape;
}

void adaptToUnreadable(const QString& schema, const QString& why, Dialect& dialect)
{
    for (const Table& table : catalogueTables()) {
        if (schema == QLatin1String(table.schema))
            dialect.readThrough(QStringLiteral("{%1}%2").arg(schema, QLatin1String(table.name)),
                                emptyTable(table));
    }
    dialect.setUnreadable(schema, why);
}

void readFromTables(Connection& connection, const DatabaseNames& names, const QString& schema)
{
    for (const Table& table : catalogueTables()) {
        if (schema != QLatin1String(table.schema))
            continue;
        const QString database = names.*table.database;
        if (table.cost && columnsOf(connection, database, table.name).isEmpty())
            continue;
        (void)connection.scalar(QStringLiteral("SELECT 1 FROM %1.%2 LIMIT 1")
                                    .arg(quotedName(database), QLatin1String(table.name)));
    }
}

QString slowIdsInWords(const QStringList& converted, const QString& exact)
{
    return QStringLiteral(
               "%1: product ids are not stored as %2, so every look-up reads the whole table; with "
               "many products that is slow.")
        .arg(converted.join(QLatin1String(", ")), exact);
}

void requireOrders(Connection& connection, const QString& database)
{
    if (columnsOf(connection, database, "schema_migration").isEmpty()) {
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
