#include "core/sql/dialect.h"

#include "core/sql/sqlite_errors.h"

#include <QSqlError>

namespace purchasing::sql {
namespace {

constexpr const char* kSchemas[] = {"oms", "inventory", "supplier", "uom", "po"};

} // namespace

Dialect Dialect::sqlite()
{
    Dialect dialect;
    dialect.m_driver = QStringLiteral("QSQLITE");
    dialect.m_scripts = QStringLiteral(":/sql/sqlite");
    dialect.m_beginWrite = QStringLiteral("BEGIN IMMEDIATE");
    dialect.m_beginRead = QStringLiteral("BEGIN");
    dialect.m_insertIfAbsent = QStringLiteral("INSERT OR IGNORE INTO ");
    for (const char* schema : kSchemas)
        dialect.m_schemas.insert(QLatin1String(schema), QString());
    return dialect;
}

QString Dialect::expand(const QString& sql) const
{
    QString text = sql;
    for (auto schema = m_schemas.cbegin(); schema != m_schemas.cend(); ++schema)
        text.replace(QLatin1Char('{') + schema.key() + QLatin1Char('}'), schema.value());
    return text;
}

Failure Dialect::failure(const QSqlError& error, const QString& statement) const
{
    const QString detail =
        QStringLiteral("%1 [%2] in: %3").arg(error.text(), error.nativeErrorCode(), statement);
    return sqliteFailure(error.nativeErrorCode().toInt(), error.databaseText() + error.driverText(), detail);
}

} // namespace purchasing::sql
