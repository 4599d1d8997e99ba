#include "core/sql/people/setting_rows.h"

#include "core/domain/setting_names.h"
#include "core/sql/audit/actors.h"
#include "core/sql/audit/audit_log.h"

namespace purchasing::sql {

QHash<QString, QString> readSettings(Connection& connection)
{
    QHash<QString, QString> found;
    Rows rows = connection.query(QStringLiteral("SELECT name, value FROM {po}setting"));
    while (rows.next())
        found.insert(rows.text(0), rows.text(1));
    // As it works, be it set or not: on a server it is on by itself.
    const QString name = QLatin1String(kRefuseOneLoginAsTwo);
    const QVariant set = found.contains(name) ? QVariant(found.value(name)) : QVariant();
    found.insert(name,
                 refusesOneLoginAsTwo(set, connection.dialect()) ? QStringLiteral("1") : QStringLiteral("0"));
    return found;
}

void writeSetting(Connection& connection, const QString& name, const QString& value, const char* action,
                  const QString& text, const Actor& by, const QDateTime& now)
{
    appendEvent(connection,
                {now,
                 by,
                 QLatin1String(action),
                 name,
                 {},
                 text,
                 {{QStringLiteral("value"), value},
                  {QStringLiteral("bytes"), // What the schema compares.
                   QString::fromLatin1(value.toUtf8().toHex())}}});
    const bool isThere =
        connection.scalar(QStringLiteral("SELECT count(*) FROM {po}setting WHERE name = ?"), {name}).toInt()
        > 0;
    connection.execute(isThere ? QStringLiteral("UPDATE {po}setting SET value = ? WHERE name = ?")
                               : QStringLiteral("INSERT INTO {po}setting(value, name) VALUES (?, ?)"),
                       {value, name});
}

} // namespace purchasing::sql
