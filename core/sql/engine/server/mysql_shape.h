#pragma once

#include "core/sql/engine/connection.h"

#include <QStringList>

namespace purchasing::sql {

/// What a database of the catalogue is like, compared to the one our own script makes.
struct Shape
{
    QStringList limitations; ///< What it lacks and what that costs, a sentence per table.
    QStringList converted; ///< Tables whose product ids are stored in another order than ours.
};

/// The databases of the catalogue: "oms", "inventory", "supplier" and "uom".
[[nodiscard]] QStringList catalogueSchemas();

/// How the order tables compare product ids; empty where they cannot be seen.
[[nodiscard]] QString exactCollation(Connection& connection, const QString& orders);

/// Finds out which tables and columns that only our own script makes exist in a database of the catalogue,
/// and lets `dialect` read the missing ones as their defaults. Throws Failure when the database cannot be
/// used, or something no catalogue can do without is missing or no number where a number belongs.
[[nodiscard]] Shape adaptToShape(Connection& connection, const DatabaseNames& names, const QString& schema,
                                 const QString& exact, Dialect& dialect);

/// Lets `dialect` find the database's tables empty, and say why: they cannot be read.
void adaptToUnreadable(const QString& schema, const QString& why, Dialect& dialect);

/// Reads a row of each of the database's tables that exist: being able to see a table does not mean that it
/// can be read. Throws Failure.
void readFromTables(Connection& connection, const DatabaseNames& names, const QString& schema);

/// Says what converted product ids cost.
[[nodiscard]] QString slowIdsInWords(const QStringList& converted, const QString& exact);

/// Throws Failure unless the database of the orders was set up by this version of the program.
void requireOrders(Connection& connection, const QString& database);

} // namespace purchasing::sql
