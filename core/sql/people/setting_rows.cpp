#include "core/sql/people/setting_rows.h"

namespace purchasing::sql {

QHash<QString, QString> readSettings(Connection& connection)
{
    QHash<QString, QString> found;
    Rows rows = connection.query(QStringLiteral("SELECT name, value FROM {po}setting"));
    while (rows.next())
        found.insert(rows.text(0), rows.text(1));
    // As it works, be it set or not: on a server it is on by itself.
    QString& refuses = found[QStringLiteral("refuse_one_login_as_two")];
    if (refuses.isNull())
        refuses = connection.dialect().isMysql() ? QStringLiteral("1") : QStringLiteral("0");
    else
        refuses = refuses == QLatin1String("1") ? QStringLiteral("1") : QStringLiteral("0");
    return found;
}

} // namespace purchasing::sql
