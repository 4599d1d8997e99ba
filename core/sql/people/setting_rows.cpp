#include "core/sql/people/setting_rows.h"

#include "core/sql/audit/actors.h"

namespace purchasing::sql {

QHash<QString, QString> readSettings(Connection& connection)
{
    QHash<QString, QString> found;
    Rows rows = connection.query(QStringLiteral("SELECT name, value FROM {po}setting"));
    while (rows.next())
        found.insert(rows.text(0), rows.text(1));
    // As it works, be it set or not: on a server it is on by itself.
    const QString name = QStringLiteral("refuse_one_login_as_two");
    const QVariant set = found.contains(name) ? QVariant(found.value(name)) : QVariant();
    found.insert(name,
                 refusesOneLoginAsTwo(set, connection.dialect()) ? QStringLiteral("1") : QStringLiteral("0"));
    return found;
}

} // namespace purchasing::sql
