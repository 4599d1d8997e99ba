#pragma once

#include "core/sql/opening/database_probe.h"
#include "core/sql/opening/mysql_setup.h"

#include "tests/sql/temporary_database.h"
#include "tests/support/fault_proxy.h"

namespace purchasing::sql {

inline const QString kPassword = QStringLiteral("secret");

/// With the users "planner", of all databases, and "oms", of that one.
[[nodiscard]] inline MysqlSetup setupOf(bool fillDemo)
{
    MysqlSetup setup;
    setup.initialRulePacks = testPacks();
    setup.fillDemo = fillDemo;
    setup.users = {{QStringLiteral("planner"), kPassword, QStringLiteral("localhost"), probedSchemas()},
                   {QStringLiteral("oms"), kPassword, QStringLiteral("localhost"), {QStringLiteral("oms")}}};
    return setup;
}

/// Databases with a prefix of the caller's, set up, and their planner's settings through the socket.
[[nodiscard]] inline MysqlSettings madeOn(const tests::MariaDbServer& server, const QString& prefix,
                                          bool fillDemo = true)
{
    const auto made = setUpMysql(server.administrator(prefix), setupOf(fillDemo));
    if (!made)
        qFatal("%s (%s)", qPrintable(made.error().message), qPrintable(made.error().detail));
    MysqlSettings settings = tests::settingsOn(server.socket(), prefix);
    settings.user = QStringLiteral("planner");
    settings.password = kPassword;
    return settings;
}

/// The same on the server of this test program.
[[nodiscard]] inline MysqlSettings madeFor(const QString& prefix, bool fillDemo = true)
{
    return madeOn(tests::MariaDbServer::shared(), prefix, fillDemo);
}

/// The same through a proxy.
[[nodiscard]] inline MysqlSettings through(const tests::FaultProxy& proxy, MysqlSettings settings)
{
    settings.socket.clear();
    settings.host = QStringLiteral("127.0.0.1");
    settings.port = proxy.port();
    return settings;
}

inline void run(const MysqlSettings& admin, const QStringList& statements)
{
    Connection connection(mysqlConnection(admin, QString()));
    for (const QString& statement : statements)
        connection.executeDirectly(connection.dialect().expand(statement));
}

/// Runs statements as the administrator of this test program's server.
inline void run(const QString& prefix, const QStringList& statements)
{
    run(tests::MariaDbServer::shared().administrator(prefix), statements);
}

} // namespace purchasing::sql
