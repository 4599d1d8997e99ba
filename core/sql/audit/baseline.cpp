#include "core/sql/audit/baseline.h"

#include "core/sql/audit/actors.h"
#include "core/sql/audit/audit_log.h"

#include <QDateTime>

namespace purchasing::sql {

void recordBaseline(Connection& connection, const QDateTime& now)
{
    const qint64 earlier =
        connection
            .scalar(QStringLiteral("SELECT count(*) FROM {po}audit_event WHERE object_id = ?"),
                    {QLatin1String(kBaseline)})
            .toLongLong();
    if (earlier > 0)
        return;
    QJsonObject settings;
    {
        Rows rows = connection.query(QStringLiteral("SELECT name, value FROM {po}setting"));
        while (rows.next())
            settings.insert(rows.text(0), rows.text(1));
    }
    QJsonObject people;
    {
        Rows rows = connection.query(
            QStringLiteral("SELECT person_id, name, kind, added_at_us, disabled_at_us FROM {po}person"));
        while (rows.next()) {
            people.insert(
                rows.text(0),
                QJsonObject{{QStringLiteral("name"), rows.text(1)},
                            {QStringLiteral("kind"), rows.text(2)},
                            {QStringLiteral("added"), rows.text(3)},
                            {QStringLiteral("disabled"), rows.isNull(4) ? QString() : rows.text(4)}});
        }
    }
    AuditEvent event{now,
                     systemActor(),
                     QLatin1String(kBaseline),
                     QLatin1String(kBaseline),
                     {},
                     QStringLiteral("From here on settings and people are noted down."),
                     {{QStringLiteral("settings"), settings}, {QStringLiteral("people"), people}}};
    appendEvent(connection, event);
}

} // namespace purchasing::sql
