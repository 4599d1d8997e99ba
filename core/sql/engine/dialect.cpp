#include "core/sql/engine/dialect.h"

#include "core/sql/engine/errors/mysql_errors.h"
#include "core/sql/engine/errors/sqlite_errors.h"

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
    dialect.m_beginWrite = {QStringLiteral("BEGIN IMMEDIATE")};
    dialect.m_beginRead = {QStringLiteral("BEGIN")};
    for (const char* schema : kSchemas)
        dialect.m_schemas.insert(QLatin1String(schema), QString());
    return dialect;
}

Dialect Dialect::mysql(const DatabaseNames& names)
{
    Dialect dialect;
    dialect.m_isMysql = true;
    dialect.m_driver = QStringLiteral("QMYSQL");
    dialect.m_scripts = QStringLiteral(":/sql/mysql");
    dialect.m_mapping = names.mapping;
    const auto name = [&](const char* schema, const QString& database) {
        dialect.m_schemas.insert(QLatin1String(schema), quotedName(database) + QLatin1Char('.'));
        dialect.m_databaseOf.insert(QLatin1String(schema), database);
        if (!dialect.m_databases.contains(database))
            dialect.m_databases += database;
    };
    name("oms", names.oms);
    name("inventory", names.inventory);
    name("supplier", names.supplier);
    name("uom", names.uom);
    name("po", names.po);
    // One writer at a time, as with SQLite: the numbers and the audit chain follow each other without a gap.
    // The first plain read comes after the lock, so the snapshot holds what the writer before committed.
    dialect.m_beginWrite = {
        QStringLiteral("START TRANSACTION"),
        dialect.expand(QStringLiteral("SELECT id FROM {po}write_turn WHERE id = 1 FOR UPDATE"))};
    dialect.m_beginRead = {QStringLiteral("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY")};
    return dialect;
}

QString databaseOf(const DatabaseNames& names, const QString& schema)
{
    return schema == QLatin1String("oms")      ? names.oms
        : schema == QLatin1String("inventory") ? names.inventory
        : schema == QLatin1String("supplier")  ? names.supplier
        : schema == QLatin1String("uom")       ? names.uom
                                               : names.po;
}

QString quotedName(const QString& name)
{
    QString escaped = name;
    escaped.replace(QLatin1Char('`'), QLatin1String("``"));
    return QLatin1Char('`') + escaped + QLatin1Char('`');
}

void Dialect::readThrough(const QString& table, const QString& select)
{
    const QString plainName = table.section(QLatin1Char('}'), 1);
    m_standIns.insert(QStringLiteral("FROM ") + table,
                      QStringLiteral("FROM (%1) AS %2").arg(expand(select), plainName));
}

QString Dialect::tableItself(const QString& table) const
{
    return expand(table.section(QLatin1Char('}'), 0, 0) + QLatin1Char('}')
                  + m_mapping.nameOf(table.section(QLatin1Char('}'), 1)));
}

QString Dialect::expand(const QString& sql) const
{
    QString text = sql;
    for (auto standIn = m_standIns.cbegin(); standIn != m_standIns.cend(); ++standIn)
        text.replace(standIn.key(), standIn.value());
    for (auto schema = m_schemas.cbegin(); schema != m_schemas.cend(); ++schema)
        text.replace(QLatin1Char('{') + schema.key() + QLatin1Char('}'), schema.value());
    return text;
}

Failure Dialect::failure(const QSqlError& error, const QString& statement) const
{
    const QString detail =
        QStringLiteral("%1 [%2] in: %3").arg(error.text(), error.nativeErrorCode(), statement);
    if (m_isMysql)
        return mysqlFailure(error.nativeErrorCode().toInt(), error.databaseText(), detail);
    return sqliteFailure(error.nativeErrorCode().toInt(), error.databaseText() + error.driverText(), detail);
}

} // namespace purchasing::sql
