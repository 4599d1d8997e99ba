#include "core/sql/audit/actors.h"

#include "core/domain/setting_names.h"
#include "core/sql/engine/errors/error_words.h"

#include <QDateTime>
#include <QFile>

#include <pwd.h>
#include <unistd.h>

namespace purchasing::sql {

Actor systemActor()
{
    return {QStringLiteral("system"), QStringLiteral("system"), false};
}

QString operatingSystemLogin()
{
    // Asked once: the answer does not change while the program runs, and getpwuid may ask a server.
    static const QString login = [] {
        const passwd* entry = ::getpwuid(::getuid());
        return (entry ? QFile::decodeName(entry->pw_name) : QString::number(::getuid())).left(100);
    }();
    return login;
}

QVariant storedSetting(Connection& connection, const QString& name)
{
    return connection
        .known(QStringLiteral("{po}setting"), QStringLiteral("SELECT value FROM {po}setting WHERE name = ?"),
               {name})
        .value(0);
}

bool isSingleOperator(Connection& connection)
{
    return storedSetting(connection, QLatin1String(kSingleOperator)).toString() == QLatin1String("1");
}

bool refusesOneLoginAsTwo(Connection& connection)
{
    return refusesOneLoginAsTwo(storedSetting(connection, QLatin1String(kRefuseOneLoginAsTwo)),
                                connection.dialect());
}

bool refusesOneLoginAsTwo(const QVariant& setting, const Dialect& dialect)
{
    return setting.isValid() ? setting.toString() == QLatin1String("1") : dialect.isMysql();
}

Actor knownActor(Connection& connection, const Actor& actor)
{
    const QVariantList person = connection.known(
        QStringLiteral("{po}person"),
        QStringLiteral("SELECT name, disabled_at_us FROM {po}person WHERE person_id = ? AND kind = 'person'"),
        {actor.personId});
    if (person.isEmpty()) {
        throw Failure(ErrorKind::Refused,
                      ErrorWords::tr("%1 is not known here. Add the person under Tools, People.")
                          .arg(actor.name.isEmpty() ? actor.personId : actor.name));
    }
    const QString name = person[0].toString();
    if (!person[1].isNull())
        throw Failure(ErrorKind::Refused, ErrorWords::tr("%1 no longer works with this database.").arg(name));
    return {actor.personId, name, isSingleOperator(connection),
            actor.login.isEmpty() ? operatingSystemLogin() : actor.login};
}

QString agoInWords(const QDateTime& then, const QDateTime& now)
{
    const qint64 seconds = then.secsTo(now);
    // Without plural forms: programs without a translation say it in the same words.
    const auto counted = [](qint64 count, const QString& one, const QString& many) {
        return count == 1 ? one : many.arg(count);
    };
    if (seconds < 1)
        return ErrorWords::tr("just now");
    if (seconds < 60)
        return counted(seconds, ErrorWords::tr("1 second ago"), ErrorWords::tr("%1 seconds ago"));
    if (seconds < 3600)
        return counted(seconds / 60, ErrorWords::tr("1 minute ago"), ErrorWords::tr("%1 minutes ago"));
    if (seconds < 86400)
        return counted(seconds / 3600, ErrorWords::tr("1 hour ago"), ErrorWords::tr("%1 hours ago"));
    return ErrorWords::tr("on %1").arg(then.date().toString(Qt::ISODate));
}

} // namespace purchasing::sql
