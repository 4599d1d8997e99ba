#pragma once

#include "core/domain/result.h"
#include "core/ports/clock.h"
#include "core/sql/database.h"

#include <QStringList>

#include <memory>

namespace purchasing::sql {

/// Where the five databases are and who asks.
struct MysqlSettings
{
    QString host = QStringLiteral("localhost");
    int port = 3306;
    QString socket; ///< A Unix socket; wins over host and port.
    QString user;
    QString password;
    DatabaseNames names;
};

/// An open installation on a server.
struct MysqlDatabase
{
    std::shared_ptr<Database> database;
    /// What databases made by another system lack and which feature that costs, a sentence each.
    QStringList limitations;
};

/// Opens the five databases, which must have been set up (setUpMysql). Blocks. The connections speak UTF-8,
/// UTC and strict SQL whatever the server's own settings are. Columns that only our own script makes may be
/// missing from the four catalogue databases; they are then read with their defaults.
[[nodiscard]] Result<MysqlDatabase> openMysql(const MysqlSettings& settings,
                                              std::shared_ptr<const Clock> clock = nullptr);

/// The settings of each connection; `defaultDatabase` is empty before the databases exist.
[[nodiscard]] ConnectionSettings mysqlConnection(const MysqlSettings& settings,
                                                 const QString& defaultDatabase);

} // namespace purchasing::sql
