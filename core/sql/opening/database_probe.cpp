#include "core/sql/opening/database_probe.h"

#include "core/sql/engine/embedded_file.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/server/mysql_shape.h"
#include "core/sql/engine/server/mysql_tls.h"
#include "core/sql/opening/mysql_database.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSqlDatabase>

namespace purchasing::sql {
namespace {

constexpr int kPatienceMs = 1000; // For another program that is writing.

struct DatabaseProbeWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::DatabaseProbe)
};

QString blankWithout(const QString& schema)
{
    return schema == QLatin1String("oms")      ? DatabaseProbeWords::tr("names and demand")
        : schema == QLatin1String("inventory") ? DatabaseProbeWords::tr("stock")
        : schema == QLatin1String("supplier")  ? DatabaseProbeWords::tr("suppliers and prices")
        : schema == QLatin1String("uom")       ? DatabaseProbeWords::tr("units")
                                               : DatabaseProbeWords::tr("orders, approvals and rules");
}

void probe(const MysqlSettings& settings, const QString& schema, DatabaseAnswer& answer)
{
    checkServer(settings);
    ConnectionSettings how = mysqlConnection(settings, answer.database);
    Connection connection(how);
    QElapsedTimer time;
    time.start();
    answer.server = serverInWords(connection);
    answer.latencyMs = static_cast<int>(time.elapsed());
    if (schema == QLatin1String("po"))
        return requireOrders(connection, answer.database);
    const QString exact = exactCollation(connection, settings.names.po);
    const Shape shape = adaptToShape(connection, settings.names, schema, exact, how.dialect);
    answer.missing = shape.limitations;
    if (!shape.converted.isEmpty())
        answer.missing += slowIdsInWords(shape.converted, exact);
}

} // namespace

QStringList probedSchemas()
{
    return catalogueSchemas() << QStringLiteral("po");
}

DatabaseAnswer probeMysql(const MysqlSettings& settings, const QString& schema)
{
    DatabaseAnswer answer;
    answer.database = databaseOf(settings.names, schema);
    answer.blank = blankWithout(schema);
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QMYSQL"))) {
        answer.error = Error{ErrorKind::Unavailable,
                             ErrorWords::tr("Qt's MySQL driver is not installed (package libqt6sql6-mysql)."),
                             {}};
        return answer;
    }
    try {
        probe(settings, schema, answer);
    } catch (const Failure& failure) {
        answer.error = failure.error();
    } catch (const std::exception& exception) {
        answer.error = Error{ErrorKind::Internal, ErrorWords::tr("The database could not be tried."),
                             QString::fromUtf8(exception.what())};
    }
    return answer;
}

DatabaseAnswer probeEmbedded(const QString& file)
{
    DatabaseAnswer answer;
    answer.database = QFileInfo(file).fileName();
    try {
        QElapsedTimer time;
        time.start();
        if (!QFileInfo::exists(file)) {
            throw Failure(ErrorKind::NotFound,
                          ErrorWords::tr("%1 does not exist.").arg(QDir::toNativeSeparators(file)));
        }
        requireOurFile(file);
        Connection connection(readingSettings(file, kPatienceMs));
        answer.server = QStringLiteral("SQLite ")
            + connection.scalar(QStringLiteral("SELECT sqlite_version() FROM setting")).toString();
        answer.latencyMs = static_cast<int>(time.elapsed());
        if (const QString reason = whyNotWritable(file); !reason.isEmpty())
            answer.missing += reason;
    } catch (const Failure& failure) {
        answer.error = failure.error();
    }
    return answer;
}

} // namespace purchasing::sql
