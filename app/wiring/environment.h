#pragma once

#include "core/domain/result.h"
#include "core/sql/opening/mysql_setup.h"

#include <QHash>
#include <QString>

#include <vector>

namespace purchasing {

/// The variables a program is set up with: those of a file, and of the process, which win.
class Environment
{
public:
    /// Reads `file`, which need not exist. Lines are NAME=VALUE, with or without "export" and quotes; the
    /// rest of a line after an unquoted " #" is a comment. Errors name the line and never a value.
    [[nodiscard]] static Result<Environment> read(const QString& file);

    /// The variable, or `fallback` where it is not set or empty.
    [[nodiscard]] QString value(const char* name, const QString& fallback = {}) const;

private:
    QHash<QString, QString> m_ofFile;
};

/// DB_HOST DB_PORT DB_USER DB_PASSWORD DB_SOCKET DB_TLS DB_TLS_CA DB_TLS_CERT DB_TLS_KEY DB_TIMEOUT and
/// the names of the databases; `.env.example` explains them.
[[nodiscard]] Result<MysqlSettings> mysqlSettings(const Environment& environment);

/// As mysqlSettings, as the user of one service's own database ("oms"), where the environment names one.
[[nodiscard]] Result<MysqlSettings> mysqlServiceSettings(const Environment& environment,
                                                         const QString& schema);

/// As mysqlSettings, with DB_ADMIN_USER and DB_ADMIN_PASSWORD where they are set.
[[nodiscard]] Result<MysqlSettings> mysqlAdministrator(const Environment& environment);

/// The users that setting up makes: DB_USER for all five databases where an administrator is named beside it,
/// and one per database that has a password of its own (OMS_DB_PASSWORD …).
[[nodiscard]] std::vector<sql::MysqlUser> mysqlUsers(const Environment& environment);

} // namespace purchasing
