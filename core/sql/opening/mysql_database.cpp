#include "core/sql/opening/mysql_database.h"

#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/server/catalogue_access.h"
#include "core/sql/engine/server/mysql_shape.h"
#include "core/sql/engine/server/mysql_tls.h"

#include <QSqlDatabase>

#include <algorithm>

namespace purchasing::sql {
ConnectionSettings mysqlConnection(const MysqlSettings& settings, const QString& defaultDatabase)
{
    ConnectionSettings connection;
    connection.dialect = Dialect::mysql(settings.names);
    connection.databaseName = defaultDatabase;
    connection.host = addressOf(settings);
    connection.port = settings.port;
    connection.user = settings.user;
    connection.password = settings.password;
    connection.isEncrypted = settings.tls != TlsMode::Off;
    // Rows found count as changed, as in SQLite. The client must not reconnect by itself: it would lose the
    // transaction and the settings below without telling.
    QStringList options = {QStringLiteral("CLIENT_FOUND_ROWS=1"), QStringLiteral("MYSQL_OPT_RECONNECT=0"),
                           QStringLiteral("MYSQL_OPT_CONNECT_TIMEOUT=%1").arg(connectSeconds(settings)),
                           QStringLiteral("MYSQL_OPT_READ_TIMEOUT=%1").arg(settings.answerSeconds),
                           QStringLiteral("MYSQL_OPT_WRITE_TIMEOUT=%1").arg(settings.answerSeconds)};
    options += tlsOptions(settings);
    if (!settings.socket.isEmpty())
        options += QStringLiteral("UNIX_SOCKET=%1").arg(settings.socket);
    connection.options = options.join(QLatin1Char(';'));
    // The two additions to the strict mode make texts and || mean what they mean in SQLite, so that scripts
    // and statements are shared.
    connection.openingStatements = {
        QStringLiteral("SET NAMES utf8mb4"),
        QStringLiteral("SET SESSION sql_mode = 'STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,"
                       "NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,"
                       "NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT'"),
        QStringLiteral("SET SESSION time_zone = '+00:00'"),
        QStringLiteral("SET SESSION innodb_lock_wait_timeout = 3"),
        QStringLiteral("SET SESSION lock_wait_timeout = %1")
            .arg(std::max(1, settings.answerSeconds - 1)), // The server's own words come first.
        QStringLiteral("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ"),
        QStringLiteral("SET SESSION autocommit = 1"),
    };
    if (settings.readOnly)
        connection.openingStatements += QStringLiteral("SET SESSION TRANSACTION READ ONLY");
    connection.optionalStatements = {
        QStringLiteral("SET SESSION innodb_snapshot_isolation = ON"), // MariaDB 10.6.18, 10.11.8 and later.
        QStringLiteral("SET SESSION information_schema_stats_expiry = 0"), // MySQL 8.
    };
    return connection;
}

/// The server itself says "10.11.19-MariaDB-0+deb12u1".
QString serverInWords(Connection& connection)
{
    const QString version = connection.scalar(QStringLiteral("SELECT version()")).toString();
    const QLatin1String kind(version.contains(QLatin1String("MariaDB"), Qt::CaseInsensitive) ? "MariaDB"
                                                                                             : "MySQL");
    return kind + QLatin1Char(' ') + version.section(QLatin1Char('-'), 0, 0);
}

namespace {

/// Asks with a change of nothing, which needs the right and locks no row.
bool mayWriteOrders(Connection& connection)
{
    try {
        connection.execute(QStringLiteral("UPDATE {po}write_turn SET id = 1 WHERE id = 1 AND id = 2"));
        return true;
    } catch (const Failure& failure) {
        if (!failure.isAboutTables())
            throw;
        return false;
    }
}

/// Runs `open`, whose failures become errors.
template <typename Open> Result<MysqlDatabase> opened(Open open)
{
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QMYSQL"))) {
        return Error{ErrorKind::Unavailable,
                     ErrorWords::tr("Qt's MySQL driver is not installed (package libqt6sql6-mysql)."),
                     {}};
    }
    try {
        return open();
    } catch (const Failure& failure) {
        return failure.error();
    } catch (const std::exception& exception) {
        return Error{ErrorKind::Internal, ErrorWords::tr("The databases could not be opened."),
                     QString::fromUtf8(exception.what())};
    }
}

} // namespace

Result<MysqlDatabase> openMysqlService(const MysqlSettings& settings, const QString& schema,
                                       std::shared_ptr<AuditKeeper> keeper)
{
    return opened([&]() -> Result<MysqlDatabase> {
        const auto clock = std::make_shared<const Clock>();
        ConnectionSettings how = mysqlConnection(settings, databaseOf(settings.names, schema));
        how.check = [settings] { checkServer(settings); };
        how.keeper = std::move(keeper);
        how.access = std::make_shared<CatalogueAccess>(settings.names, clock, schema);
        const bool ownsOrders = schema == QLatin1String("po");
        MysqlDatabase database;
        QString reason;
        {
            Connection connection(how);
            if (ownsOrders)
                requireOrders(connection, settings.names.po);
            how.access->open(
                connection, [](const QString&, const Failure& failure) { throw failure; },
                database.limitations);
            if (ownsOrders && (settings.readOnly || !mayWriteOrders(connection)))
                reason =
                    QStringLiteral("The user %1 may only look at %2.").arg(settings.user, settings.names.po);
        }
        if (!ownsOrders)
            reason = QStringLiteral("A service of the catalogue changes nothing.");
        database.database = std::make_shared<Database>(how, clock, !reason.isEmpty(), reason);
        return database;
    });
}

Result<MysqlDatabase> openMysql(const MysqlSettings& settings, std::shared_ptr<const Clock> clock,
                                Completeness wanted, std::shared_ptr<AuditKeeper> keeper)
{
    if (!clock)
        clock = std::make_shared<const Clock>();
    return opened([&]() -> Result<MysqlDatabase> {
        ConnectionSettings how = mysqlConnection(settings, settings.names.po);
        // Connections are opened again after hours and on other networks: each time it must be that server.
        how.check = [settings] { checkServer(settings); };
        how.keeper = std::move(keeper);
        how.access = std::make_shared<CatalogueAccess>(settings.names, clock);
        MysqlDatabase database;
        bool mayOnlyRead = false;
        {
            Connection connection(how);
            requireOrders(connection, settings.names.po);
            database.server = serverInWords(connection);
            mayOnlyRead = !settings.readOnly && !mayWriteOrders(connection);
            how.access->open(
                connection,
                [&](const QString&, const Failure& failure) {
                    if (wanted == Completeness::AllDatabases)
                        throw failure;
                },
                database.limitations);
        }
        const QString reason = settings.readOnly
            ? ErrorWords::tr("The databases were opened to be looked at only.")
            : mayOnlyRead ? ErrorWords::tr("The user %1 may only look at the databases.").arg(settings.user)
                          : QString();
        database.database = std::make_shared<Database>(how, std::move(clock), !reason.isEmpty(), reason);
        return database;
    });
}

} // namespace purchasing::sql
