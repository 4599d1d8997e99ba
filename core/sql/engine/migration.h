#pragma once

#include "core/sql/engine/connection.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace purchasing::sql {

/// One numbered script. Scripts are never edited after release; a change is a new script.
struct Migration
{
    int number = 0;
    QString path; ///< In the resources.
    bool isData = false; ///< Seed data: for new databases that want it only.
};

/// All scripts in a folder of the resources (Dialect::scripts), by ascending number.
[[nodiscard]] std::vector<Migration> migrations(const QString& folder);

/// Splits a script into statements. A statement ends with a semicolon at the end of a line outside of quotes
/// and comments; a trigger ends with a line that is "END;" without indentation.
[[nodiscard]] QStringList statementsOf(const QString& script);

/// Runs a script, with {now} in it replaced by `now` (UTC), and says before each statement which one of how
/// many follows. The caller holds the transaction. Throws Failure.
void applyMigration(Connection& connection, const Migration& migration, const QDateTime& now,
                    const std::function<void(qsizetype statement, qsizetype count)>& progress = {});

/// A moment as the catalogue tables store it.
[[nodiscard]] QString timestampText(const QDateTime& moment);

/// The newest schema of the embedded database that this program knows.
[[nodiscard]] int newestSchema();

} // namespace purchasing::sql
