#include "core/sql/mysql_database.h"

#include "core/sql/migration.h"
#include "core/sql/mysql_shape.h"

#include <QSqlDatabase>

namespace purchasing::sql {
namespace {

void requireSetUp(Connection& connection)
{
    const int present =
        connection
            .scalar(
                QStringLiteral("SELECT coalesce(max(number), 0) FROM {po}schema_migration WHERE part = 'po'"))
            .toInt();
    const auto scripts = migrations(connection.dialect().scripts() + QStringLiteral("/po"));
    const int known = scripts.empty() ? 0 : scripts.back().number;
    if (present > known) {
        throw Failure(ErrorKind::Invalid,
                      QStringLiteral("The databases were set up by a newer version of this program (schema "
                                     "%1, this version knows %2). Update the program to open them.")
                          .arg(present)
                          .arg(known));
    }
    if (present < known) {
        throw Failure(ErrorKind::Invalid,
                      QStringLiteral("The databases are of an older version. Bring them up to date first "
                                     "(purchasing database setup)."),
                      QStringLiteral("schema %1, needs %2").arg(present).arg(known));
    }
}

} // namespace

ConnectionSettings mysqlConnection(const MysqlSettings& settings, const QString& defaultDatabase)
{
    ConnectionSettings connection;
    connection.dialect = Dialect::mysql(settings.names);
    connection.databaseName = defaultDatabase;
    connection.host = settings.host;
    connection.port = settings.port;
    connection.user = settings.user;
    connection.password = settings.password;
    // Rows found count as changed, as in SQLite. The client must not reconnect by itself: it would lose the
    // transaction and the settings below without telling.
    QStringList options = {QStringLiteral("CLIENT_FOUND_ROWS=1"), QStringLiteral("MYSQL_OPT_RECONNECT=0"),
                           QStringLiteral("MYSQL_OPT_CONNECT_TIMEOUT=5"),
                           QStringLiteral("MYSQL_OPT_READ_TIMEOUT=60"),
                           QStringLiteral("MYSQL_OPT_WRITE_TIMEOUT=60")};
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
        QStringLiteral("SET SESSION lock_wait_timeout = 30"),
        QStringLiteral("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ"),
        QStringLiteral("SET SESSION autocommit = 1"),
    };
    connection.optionalStatements = {
        QStringLiteral("SET SESSION innodb_snapshot_isolation = ON"), // MariaDB 10.6.18, 10.11.8 and later.
        QStringLiteral("SET SESSION information_schema_stats_expiry = 0"), // MySQL 8.
    };
    return connection;
}

Result<MysqlDatabase> openMysql(const MysqlSettings& settings, std::shared_ptr<const Clock> clock)
{
    if (!clock)
        clock = std::make_shared<const Clock>();
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QMYSQL"))) {
        return Error{ErrorKind::Unavailable,
                     QStringLiteral("Qt's MySQL driver is not installed (package libqt6sql6-mysql)."),
                     {}};
    }
    try {
        ConnectionSettings how = mysqlConnection(settings, settings.names.po);
        MysqlDatabase opened;
        {
            Connection connection(how);
            requireSetUp(connection);
            opened.limitations = adaptToShape(connection, settings.names, how.dialect);
        }
        opened.database = std::make_shared<Database>(how, std::move(clock), false, QString());
        return opened;
    } catch (const Failure& failure) {
        return failure.error();
    } catch (const std::exception& exception) {
        return Error{ErrorKind::Internal, QStringLiteral("The databases could not be opened."),
                     QString::fromUtf8(exception.what())};
    }
}

} // namespace purchasing::sql
