#include "core/sql/people/sql_people_store.h"

#include "core/domain/approval_ceiling.h"
#include "core/domain/setting_names.h"
#include "core/ports/and_then.h"
#include "core/sql/audit/actors.h"
#include "core/sql/audit/audit_log.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/uuid.h"
#include "core/sql/people/setting_rows.h"

#include <QDateTime>
#include <QFile>
#include <QJsonObject>

#include <pwd.h>
#include <unistd.h>

namespace purchasing::sql {
namespace {

/// The login and the name the operating system has for whoever runs this program.
Actor systemUser()
{
    const QString login = operatingSystemLogin();
    const passwd* entry = ::getpwuid(::getuid());
    // The first field of the comment is the full name, where somebody filled it in.
    QString name =
        entry ? QFile::decodeName(entry->pw_gecos).section(QLatin1Char(','), 0, 0).trimmed() : QString();
    if (name.isEmpty())
        name = login;
    return {QStringLiteral("os:") + login.left(90), name.left(100), false, login};
}

bool isNameTaken(Connection& connection, const QString& name)
{
    return connection.scalar(QStringLiteral("SELECT count(*) FROM {po}person WHERE name = ?"), {name}).toInt()
        > 0;
}

void insertPerson(Connection& connection, const QString& personId, const QString& name, const QDateTime& now)
{
    connection.execute(QStringLiteral("INSERT INTO {po}person(person_id, name, kind, added_at_us) "
                                      "VALUES (?, ?, 'person', ?)"),
                       {personId, name, toMicroseconds(now)});
}

void audit(Connection& connection, const Actor& actor, const char* action, const QString& objectId,
           const QString& text, const QDateTime& now, const QJsonObject& payload = {})
{
    appendEvent(connection, {now, actor, QLatin1String(action), objectId, {}, text, payload});
}

std::optional<Actor> recordedUser(Connection& connection, const Actor& user)
{
    const QVariant name =
        connection.scalar(QStringLiteral("SELECT name FROM {po}person WHERE person_id = ?"), {user.personId});
    if (!name.isValid())
        return std::nullopt;
    return Actor{user.personId, name.toString(), isSingleOperator(connection), user.login};
}

} // namespace

SqlPeopleStore::SqlPeopleStore(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<std::vector<Person>>> SqlPeopleStore::people()
{
    return m_database->read([](Connection& connection) -> Result<std::vector<Person>> {
        std::vector<Person> found;
        Rows rows = connection.query(QStringLiteral("SELECT person_id, name, disabled_at_us FROM {po}person "
                                                    "WHERE kind = 'person' ORDER BY name"));
        while (rows.next())
            found.push_back({rows.text(0), rows.text(1), rows.isNull(2)});
        return found;
    });
}

QFuture<Result<Person>> SqlPeopleStore::addPerson(const QString& name, const Actor& actor)
{
    return m_database->write([name = name.trimmed(), actor,
                              clock = &m_database->clock()](Connection& connection) -> Result<Person> {
        const QDateTime now = clock->now();
        const Actor by = knownActor(connection, actor);
        if (name.isEmpty() || name.size() > 100)
            throw Failure(ErrorKind::Invalid, ErrorWords::tr("A name has 1 to 100 characters."));
        if (isNameTaken(connection, name))
            throw Failure(ErrorKind::Invalid,
                          ErrorWords::tr("There is already somebody named %1.").arg(name));
        const QString personId = newUuid(now);
        insertPerson(connection, personId, name, now);
        audit(connection, by, "person.added", personId, QStringLiteral("%1 added by %2.").arg(name, by.name),
              now, {{QStringLiteral("name"), name}});
        return Person{personId, name, true};
    });
}

QFuture<Result<Done>> SqlPeopleStore::setPersonEnabled(const QString& personId, bool enabled,
                                                       const Actor& actor)
{
    return m_database->write([personId, enabled, actor,
                              clock = &m_database->clock()](Connection& connection) -> Result<Done> {
        const QDateTime now = clock->now();
        const Actor by = knownActor(connection, actor);
        if (personId == by.personId && !enabled)
            throw Failure(ErrorKind::Refused, ErrorWords::tr("Nobody can shut themselves out."));
        const QVariant name = connection.scalar(
            QStringLiteral("SELECT name FROM {po}person WHERE person_id = ? AND kind = 'person'"),
            {personId});
        if (!name.isValid())
            throw Failure(ErrorKind::NotFound, ErrorWords::tr("There is no such person."), personId);
        const bool isEnabled =
            connection
                .scalar(QStringLiteral("SELECT disabled_at_us IS NULL FROM {po}person WHERE person_id = ?"),
                        {personId})
                .toBool();
        if (isEnabled == enabled)
            return Done{};
        // Noted down first: the schema takes the change only after the event that says it.
        audit(connection, by, enabled ? "person.enabled" : "person.disabled", personId,
              QStringLiteral("%1 %2 by %3.")
                  .arg(name.toString(), enabled ? QStringLiteral("enabled") : QStringLiteral("disabled"),
                       by.name),
              now);
        connection.execute(QStringLiteral("UPDATE {po}person SET disabled_at_us = ? WHERE person_id = ?"),
                           {enabled ? QVariant() : QVariant(toMicroseconds(now)), personId});
        return Done{};
    });
}

QFuture<Result<Actor>> SqlPeopleStore::operatingSystemUser()
{
    const Actor user = systemUser();
    // Mostly the login is known, and asking who works here must not wait for anybody.
    auto known = m_database->read([user](Connection& connection) -> Result<std::optional<Actor>> {
        return recordedUser(connection, user);
    });
    if (m_database->isReadOnly()) {
        return andThen(known, [user](const Result<std::optional<Actor>>& found) -> Result<Actor> {
            if (!found)
                return found.error();
            return found->value_or(user);
        });
    }
    const auto record = [user, clock = &m_database->clock()](Connection& connection) -> Result<Actor> {
        if (const auto there = recordedUser(connection, user))
            return *there;
        // Somebody may have been added under that name before this login first appeared.
        QString name = user.name;
        if (isNameTaken(connection, name))
            name = QStringLiteral("%1 (%2)").arg(user.name.left(50), user.personId.mid(3, 40));
        const QDateTime now = clock->now();
        insertPerson(connection, user.personId, name, now);
        const Actor actor{user.personId, name, isSingleOperator(connection), user.login};
        audit(connection, actor, "person.added", actor.personId,
              QStringLiteral("%1 used the database for the first time.").arg(name), now,
              {{QStringLiteral("name"), name}});
        return actor;
    };
    return andThen(known, [database = m_database.get(), record](const Result<std::optional<Actor>>& found) {
        if (found && *found)
            return QtFuture::makeReadyFuture(Result<Actor>(**found));
        return found ? database->write(record) : QtFuture::makeReadyFuture(Result<Actor>(found.error()));
    });
}

QFuture<Result<bool>> SqlPeopleStore::singleOperator()
{
    return m_database->read(
        [](Connection& connection) -> Result<bool> { return isSingleOperator(connection); });
}

QFuture<Result<Done>> SqlPeopleStore::setSingleOperator(bool on, const Actor& actor)
{
    return m_database->write(
        [on, actor, clock = &m_database->clock()](Connection& connection) -> Result<Done> {
            const Actor by = knownActor(connection, actor);
            if (by.singleOperator == on)
                return Done{};
            const qint64 enabled =
                connection
                    .scalar(QStringLiteral("SELECT count(*) FROM {po}person WHERE kind = 'person' AND "
                                           "disabled_at_us IS NULL"))
                    .toLongLong();
            if (!on && enabled < 2) {
                throw Failure(
                    ErrorKind::Refused,
                    ErrorWords::tr("Add a second person first: otherwise nobody could approve your orders."));
            }
            writeSetting(connection, QLatin1String(kSingleOperator),
                         on ? QStringLiteral("1") : QStringLiteral("0"), "mode.changed",
                         on ? QStringLiteral("Single-operator mode switched on by %1.").arg(by.name)
                            : QStringLiteral("Single-operator mode switched off by %1.").arg(by.name),
                         by, clock->now());
            return Done{};
        });
}

QFuture<Result<QHash<QString, QString>>> SqlPeopleStore::settings()
{
    return m_database->read(
        [](Connection& connection) -> Result<QHash<QString, QString>> { return readSettings(connection); });
}

QFuture<Result<Done>> SqlPeopleStore::setSetting(const QString& name, const QString& value,
                                                 const Actor& actor)
{
    return m_database->write([name, value, actor,
                              clock = &m_database->clock()](Connection& connection) -> Result<Done> {
        const Actor by = knownActor(connection, actor);
        if (name == QLatin1String(kSingleOperator))
            throw Failure(ErrorKind::Refused,
                          ErrorWords::tr("The single-operator mode is switched under People."));
        if (name.isEmpty() || name.size() > 100 || value.size() > 4000)
            throw Failure(ErrorKind::Invalid, ErrorWords::tr("The setting is too long."));
        if (name == QLatin1String("currency") && value.size() != 3)
            throw Failure(ErrorKind::Invalid,
                          ErrorWords::tr("A currency is a code of three letters, such as USD."));
        if (name == QLatin1String(kApprovalCeiling) && !value.isEmpty() && !ceilingOf(value))
            throw Failure(ErrorKind::Invalid,
                          ErrorWords::tr("The approval ceiling is an amount such as 5000.00, or empty."));
        bool isWhole = false;
        if (name == QLatin1String("stale_after_minutes") && !value.isEmpty()
            && (value.toInt(&isWhole) < 1 || !isWhole))
            throw Failure(
                ErrorKind::Invalid,
                ErrorWords::tr("After how many minutes figures are old is a whole number above 0."));
        writeSetting(connection, name, value, "setting.changed",
                     QStringLiteral("%1 set to \"%2\" by %3.").arg(name, value, by.name), by, clock->now());
        return Done{};
    });
}

} // namespace purchasing::sql
