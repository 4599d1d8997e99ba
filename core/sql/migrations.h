#pragma once

#include <QSqlDatabase>
#include <QStringList>

namespace purchasing::sql {

/// The schema version that this program writes: the number of the last migration.
inline constexpr int kSchemaVersion = 4;
/// The migration that fills in the demo catalogue, which an empty catalogue leaves out.
inline constexpr int kDemoMigration = 4;
/// The first migration that only fills in products.
inline constexpr int kSeedMigration = 3;

/// Splits a script into statements. A statement ends with a semicolon at the end of a line, a trigger with
/// END;.
[[nodiscard]] QStringList statementsOf(const QString& script);

/// Runs the migrations after version `from`; `fill` false leaves out seed and demo data. Inside the caller's
/// transaction. Throws Failure.
void migrate(const QSqlDatabase& connection, int from, bool fill);

} // namespace purchasing::sql
