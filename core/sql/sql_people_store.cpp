#include "core/sql/audit.h"
#include "core/sql/order_changes.h"
#include "core/sql/sql_office_stores.h"

#include <QCoreApplication>
#include <QUuid>

#include <pwd.h>
#include <unistd.h>

namespace purchasing::sql {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::PeopleStore)
};

struct SystemUser
{
    QString id;
    QString name;
};

/// The user who runs this program; the name people know where the system has one.
SystemUser systemUser()
{
    SystemUser user{QStringLiteral("os:%1").arg(::geteuid()), QStringLiteral("user %1").arg(::geteuid())};
    passwd entry{};
    passwd* found = nullptr;
    std::vector<char> buffer(16384);
    if (::getpwuid_r(::geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found) {
        const QString fullName =
            QString::fromLocal8Bit(found->pw_gecos).section(QLatin1Char(','), 0, 0).trimmed();
        user.id = QStringLiteral("os:%1").arg(QString::fromLocal8Bit(found->pw_name));
        user.name = fullName.isEmpty() ? QString::fromLocal8Bit(found->pw_name) : fullName;
    }
    return user;
}

} // namespace

SqlPeopleStore::SqlPeopleStore(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<std::vector<Person>>> SqlPeopleStore::people()
{
    using People = std::vector<Person>;
    return m_database->read<People>([](const QSqlDatabase& connection) -> Result<People> {
        Query rows(connection,
                   QStringLiteral("SELECT person_id, name, disabled_at_us FROM person WHERE person_id <> "
                                  "'system' ORDER BY name"));
        People people;
        while (rows.next())
            people.push_back({rows.text(0), rows.text(1), rows.isNull(2)});
        return people;
    });
}

QFuture<Result<Person>> SqlPeopleStore::addPerson(const QString& name, const Actor& actor)
{
    return m_database->write<Person>([=, this](const QSqlDatabase& connection) -> Result<Person> {
        const QString trimmed = name.trimmed();
        if (trimmed.isEmpty() || trimmed.size() > 200)
            return Error{ErrorKind::Invalid, Words::tr("A name has 1 to 200 characters."), {}};
        Query taken(connection, QStringLiteral("SELECT 1 FROM person WHERE name = ?"), {trimmed});
        if (taken.next())
            return Error{
                ErrorKind::Invalid, Words::tr("There is already somebody called %1.").arg(trimmed), {}};
        const Person person{QUuid::createUuid().toString(QUuid::WithoutBraces), trimmed, true};
        Query(connection, QStringLiteral("INSERT INTO person(person_id, name) VALUES(?, ?)"),
              {person.personId, person.name});
        appendAudit(connection, m_database->now(), actor, QStringLiteral("person.added"), person.personId,
                    QStringLiteral(""), {{QStringLiteral("name"), person.name}});
        return person;
    });
}

QFuture<Result<Done>> SqlPeopleStore::setPersonEnabled(const QString& personId, bool enabled,
                                                       const Actor& actor)
{
    return m_database->write<Done>([=, this](const QSqlDatabase& connection) -> Result<Done> {
        const QDateTime now = m_database->now();
        if (!enabled && personId == actor.personId)
            return Error{ErrorKind::Refused, Words::tr("You cannot switch yourself off."), {}};
        Query update(
            connection, QStringLiteral("UPDATE person SET disabled_at_us = ? WHERE person_id = ?"),
            {enabled ? QVariant(QMetaType(QMetaType::LongLong)) : QVariant(microseconds(now)), personId});
        if (update.affectedRows() != 1)
            return Error{ErrorKind::NotFound, Words::tr("This person does not exist."), {}};
        appendAudit(connection, now, actor,
                    enabled ? QStringLiteral("person.enabled") : QStringLiteral("person.disabled"), personId,
                    QStringLiteral(""), {});
        return Done{};
    });
}

QFuture<Result<Actor>> SqlPeopleStore::operatingSystemUser()
{
    const SystemUser user = systemUser();
    const auto known = [user](const QSqlDatabase& connection) -> std::optional<Actor> {
        Query row(connection, QStringLiteral("SELECT name FROM person WHERE person_id = ?"), {user.id});
        if (!row.next())
            return std::nullopt;
        return Actor{user.id, row.text(0), isSingleOperator(connection)};
    };
    if (m_database->isReadOnly())
        return m_database->read<Actor>([user, known](const QSqlDatabase& connection) -> Result<Actor> {
            return known(connection).value_or(Actor{user.id, user.name, isSingleOperator(connection)});
        });
    // Almost always known already: only the very first start writes.
    const Result<std::optional<Actor>> before =
        m_database
            ->read<std::optional<Actor>>(
                [known](const QSqlDatabase& c) -> Result<std::optional<Actor>> { return known(c); })
            .result();
    if (before && *before)
        return m_database->read<Actor>(
            [actor = **before](const QSqlDatabase&) -> Result<Actor> { return actor; });
    return m_database->write<Actor>([user, known](const QSqlDatabase& connection) -> Result<Actor> {
        if (const std::optional<Actor> actor = known(connection))
            return *actor;
        QString name = user.name;
        Query taken(connection, QStringLiteral("SELECT 1 FROM person WHERE name = ?"), {name});
        if (taken.next())
            name += QStringLiteral(" (%1)").arg(user.id);
        Query(connection, QStringLiteral("INSERT INTO person(person_id, name) VALUES(?, ?)"),
              {user.id, name});
        return Actor{user.id, name, isSingleOperator(connection)};
    });
}

QFuture<Result<bool>> SqlPeopleStore::singleOperator()
{
    return m_database->read<bool>(
        [](const QSqlDatabase& connection) -> Result<bool> { return isSingleOperator(connection); });
}

QFuture<Result<Done>> SqlPeopleStore::setSingleOperator(bool on, const Actor& actor)
{
    return m_database->write<Done>([=, this](const QSqlDatabase& connection) -> Result<Done> {
        if (!on) {
            Query count(
                connection,
                QStringLiteral(
                    "SELECT count(*) FROM person WHERE person_id <> 'system' AND disabled_at_us IS NULL"));
            count.next();
            if (count.integer(0) < 2)
                return Error{
                    ErrorKind::Refused,
                    Words::tr("Add a second person first: with single operator off, somebody else approves."),
                    {}};
        }
        Query(connection, QStringLiteral("UPDATE setting SET value = ? WHERE name = 'single_operator'"),
              {on ? QStringLiteral("1") : QStringLiteral("0")});
        appendAudit(connection, m_database->now(), actor, QStringLiteral("single_operator.changed"),
                    QStringLiteral("single_operator"), QStringLiteral(""), {{QStringLiteral("on"), on}});
        return Done{};
    });
}

QFuture<Result<QHash<QString, QString>>> SqlPeopleStore::settings()
{
    using Settings = QHash<QString, QString>;
    return m_database->read<Settings>([](const QSqlDatabase& connection) -> Result<Settings> {
        Query rows(connection, QStringLiteral("SELECT name, value FROM setting"));
        Settings settings;
        while (rows.next())
            settings.insert(rows.text(0), rows.text(1));
        return settings;
    });
}

QFuture<Result<Done>> SqlPeopleStore::setSetting(const QString& name, const QString& value,
                                                 const Actor& actor)
{
    return m_database->write<Done>([=, this](const QSqlDatabase& connection) -> Result<Done> {
        if (name == QLatin1String("single_operator"))
            return Error{
                ErrorKind::Invalid, Words::tr("The single-operator mode is changed under People."), {}};
        Query(connection,
              QStringLiteral("INSERT INTO setting(name, value) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET "
                             "value = excluded.value"),
              {name, value});
        appendAudit(connection, m_database->now(), actor, QStringLiteral("setting.changed"), name,
                    QStringLiteral(""), {{QStringLiteral("value"), value}});
        return Done{};
    });
}

} // namespace purchasing::sql
