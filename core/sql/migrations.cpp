#include "core/sql/migrations.h"

#include "core/sql/query.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

// Q_INIT_RESOURCE must stand outside of any namespace.
static void initMigrationResources()
{
    Q_INIT_RESOURCE(migrations);
}

namespace purchasing::sql {
namespace {

QString scriptOf(int number)
{
    initMigrationResources();
    const QDir folder(QStringLiteral(":/sql/sqlite"));
    const QString prefix = QStringLiteral("%1_").arg(number, 4, 10, QLatin1Char('0'));
    for (const QString& name : folder.entryList({prefix + QStringLiteral("*.sql")})) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            return QString::fromUtf8(file.readAll());
    }
    throw Failure{{ErrorKind::Internal,
                   QCoreApplication::translate("purchasing::sql::Migrations",
                                               "Migration %1 is missing from the program.")
                       .arg(number),
                   {}}};
}

} // namespace

QStringList statementsOf(const QString& script)
{
    QStringList statements;
    QString statement;
    for (const QString& line : script.split(QLatin1Char('\n'))) {
        if (statement.isEmpty() && (line.trimmed().isEmpty() || line.startsWith(QLatin1String("--"))))
            continue;
        statement += line + QLatin1Char('\n');
        const QString end = statement.startsWith(QLatin1String("CREATE TRIGGER")) ? QStringLiteral("END;")
                                                                                  : QStringLiteral(";");
        if (line.endsWith(end)) {
            statements << statement;
            statement.clear();
        }
    }
    return statements;
}

void migrate(const QSqlDatabase& connection, int from, bool fill)
{
    for (int number = from + 1; number <= kSchemaVersion; ++number) {
        if (!fill && (number == kSeedMigration || number == kDemoMigration))
            continue;
        for (const QString& statement : statementsOf(scriptOf(number)))
            Query(connection, statement);
    }
    Query(connection, QStringLiteral("PRAGMA user_version = %1").arg(kSchemaVersion));
}

} // namespace purchasing::sql
