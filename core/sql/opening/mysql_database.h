#pragma once

#include "core/domain/result.h"
#include "core/ports/clock.h"
#include "core/ports/database_settings.h"
#include "core/sql/engine/database.h"

#include <QStringList>

#include <memory>

namespace purchasing::sql {

/// An open installation on a server.
struct MysqlDatabase
{
    std::shared_ptr<Database> database;
    /// What databases made by another system lack and which feature that costs, a sentence each.
    QStringList limitations;
    QString server; ///< Its kind and version, for people: "MariaDB 10.11.19"; empty for a service.
};

/// What an open installation must have.
enum class Completeness {
    AllDatabases,
    OrdersAtLeast ///< Databases of the catalogue may be missing; what they would say is then unknown.
};

/// Opens the five databases, which must have been set up (setUpMysql). Blocks. The connections speak UTF-8,
/// UTC and strict SQL whatever the server's own settings are. Columns that only our own script makes may be
/// missing from the four catalogue databases; they are then read with their defaults.
[[nodiscard]] Result<MysqlDatabase> openMysql(const MysqlSettings& settings,
                                              std::shared_ptr<const Clock> clock = nullptr,
                                              Completeness wanted = Completeness::AllDatabases,
                                              std::shared_ptr<AuditKeeper> keeper = nullptr);

/// Opens the one database of a service that runs alone ("oms", "inventory", "supplier", "uom" or "po"), as a
/// user who needs rights on nothing else. Blocks.
[[nodiscard]] Result<MysqlDatabase> openMysqlService(const MysqlSettings& settings, const QString& schema,
                                                     std::shared_ptr<AuditKeeper> keeper = nullptr);

/// The settings of each connection; `defaultDatabase` is empty before the databases exist.
[[nodiscard]] ConnectionSettings mysqlConnection(const MysqlSettings& settings,
                                                 const QString& defaultDatabase);

/// The server's kind and version, as people say it: "MariaDB 10.11.19".
[[nodiscard]] QString serverInWords(Connection& connection);

} // namespace purchasing::sql
