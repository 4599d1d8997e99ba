#pragma once

#include "core/sql/opening/embedded_database.h"
#include "core/sql/opening/mysql_database.h"

#include "tests/support/mariadb_server.h"

namespace purchasing::sql {

/// Opens what a test made for another program or once more: a file, or "mariadb:PREFIX:SOCKET" for databases
/// on the test's server, as the user the tests' setup makes.
inline Result<std::shared_ptr<Database>> openPlace(const QString& place, const EmbeddedOptions& options)
{
    if (!place.startsWith(QLatin1String("mariadb:")))
        return openEmbedded(place, options);
    MysqlSettings settings =
        tests::settingsOn(place.section(QLatin1Char(':'), 2), place.section(QLatin1Char(':'), 1, 1));
    settings.user = QStringLiteral("planner");
    settings.password = QStringLiteral("pass'word\\");
    auto opened = openMysql(settings, options.clock);
    if (!opened)
        return opened.error();
    return opened->database;
}

/// The number that moves with every change of the database; see Database::watch().
inline Result<std::int64_t> changeCounter(Database& database)
{
    return database.watch([](Connection&, std::int64_t counter) -> Result<std::int64_t> { return counter; })
        .result();
}

} // namespace purchasing::sql
