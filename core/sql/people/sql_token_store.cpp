#include "core/sql/people/sql_token_store.h"

#include "core/domain/digest.h"
#include "core/sql/audit/actors.h"
#include "core/sql/audit/audit_log.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/uuid.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>

namespace purchasing::sql {
namespace {

constexpr const char* kIssued = "token.issued";
constexpr const char* kRevoked = "token.revoked";
constexpr const char* kRoles = "person.roles";
const QString kPrefix = QStringLiteral("pf_"); // So that those who look for lost secrets find it.
constexpr int kSecretBytes = 32;
constexpr int kLongestDays = 366;

QByteArray hashOf(const QString& secret)
{
    return Digest("access-token-1").add(secret).result();
}

QString newSecret(const QString& tokenId)
{
    quint32 random[kSecretBytes / sizeof(quint32)];
    QRandomGenerator::system()->fillRange(random);
    return kPrefix + tokenId + QLatin1Char('_')
        + QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(random), kSecretBytes).toHex());
}

/// The id in a secret; empty where it cannot be one.
QString idIn(const QString& secret)
{
    return secret.startsWith(kPrefix) ? secret.mid(kPrefix.size()).section(QLatin1Char('_'), 0, 0)
                                      : QString();
}

/// A token as its events tell of it. Throws where they tell of none, or are not what was written.
struct ToldToken
{
    AccessToken known;
    QByteArray hash;
};

ToldToken toldToken(Connection& connection, const QString& tokenId)
{
    ToldToken told;
    for (const StoredEvent& event : eventsOf(connection, tokenId)) {
        if (!event.isIntact)
            throw Failure(ErrorKind::Refused, ErrorWords::tr("What is stored of the token was changed."));
        if (event.action == QLatin1String(kIssued)) {
            const auto roles = rolesFromText(event.payload.value(QLatin1String("roles")).toString());
            told.hash = QByteArray::fromHex(event.payload.value(QLatin1String("hash")).toString().toLatin1());
            told.known.tokenId = tokenId;
            told.known.personId = event.payload.value(QLatin1String("person")).toString();
            told.known.roles = roles ? *roles : Roles();
            told.known.issuedAt = event.at;
            told.known.expiresAt =
                QDateTime::fromString(event.payload.value(QLatin1String("expires")).toString(), Qt::ISODate);
        } else if (event.action == QLatin1String(kRevoked)) {
            told.known.revokedAt = event.at;
        }
    }
    if (told.hash.isEmpty() || !told.known.expiresAt.isValid())
        throw Failure(ErrorKind::NotFound, ErrorWords::tr("There is no such token."));
    return told;
}

/// What a person was given last; none where nobody gave them any.
Roles rolesOf(Connection& connection, const QString& personId)
{
    Roles roles;
    for (const StoredEvent& event : eventsOf(connection, personId)) {
        if (event.action != QLatin1String(kRoles))
            continue;
        if (!event.isIntact)
            throw Failure(ErrorKind::Refused, ErrorWords::tr("What is stored of the roles was changed."));
        const auto told = rolesFromText(event.payload.value(QLatin1String("roles")).toString());
        roles = told ? *told : Roles();
    }
    return roles;
}

/// Throws for people who do not work here.
QString nameOf(Connection& connection, const QString& personId)
{
    Actor person;
    person.personId = personId;
    return knownActor(connection, person).name;
}

void giveRoles(Connection& connection, const QString& personId, Roles roles, const Actor& by,
               const QDateTime& now)
{
    if (const Result<Done> together = checkTogether(roles); !together)
        throw Failure(together.error().kind, together.error().message);
    appendEvent(
        connection,
        {now,
         by,
         QLatin1String(kRoles),
         personId,
         {},
         QStringLiteral("%1 was made %2 by %3.").arg(nameOf(connection, personId), textOf(roles), by.name),
         {{QStringLiteral("roles"), textOf(roles)}}});
}

} // namespace

SqlTokenStore::SqlTokenStore(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<IssuedToken>> SqlTokenStore::issue(const QString& personId, Roles roles, int days,
                                                  const Actor& actor)
{
    return m_database->write([personId, roles, days, actor,
                              clock = &m_database->clock()](Connection& connection) -> Result<IssuedToken> {
        const QDateTime now = clock->now();
        const Actor by = knownActor(connection, actor);
        const QString name = nameOf(connection, personId);
        if (days < 1 || days > kLongestDays)
            throw Failure(ErrorKind::Invalid,
                          ErrorWords::tr("A token is for 1 to %1 days.").arg(kLongestDays));
        const Roles held = rolesOf(connection, personId);
        if (!held)
            giveRoles(connection, personId, roles, by, now);
        else if (roles & ~held)
            throw Failure(ErrorKind::Refused,
                          ErrorWords::tr("%1 is %2, not %3. Change that first.")
                              .arg(name, textOf(held), textOf(roles & ~held)));
        IssuedToken issued;
        issued.known = {newUuid(now), personId, name, roles, now, now.addDays(days), {}};
        issued.secret = newSecret(issued.known.tokenId);
        appendEvent(
            connection,
            {now,
             by,
             QLatin1String(kIssued),
             issued.known.tokenId,
             {},
             QStringLiteral("A token for %1 (%2), good until %3, was issued by %4.")
                 .arg(name, textOf(roles), issued.known.expiresAt.date().toString(Qt::ISODate), by.name),
             {{QStringLiteral("person"), personId},
              {QStringLiteral("roles"), textOf(roles)},
              {QStringLiteral("expires"), issued.known.expiresAt.toString(Qt::ISODate)},
              {QStringLiteral("hash"), QString::fromLatin1(hashOf(issued.secret).toHex())}}});
        return issued;
    });
}

QFuture<Result<std::vector<AccessToken>>> SqlTokenStore::tokens()
{
    return m_database->read([](Connection& connection) -> Result<std::vector<AccessToken>> {
        QStringList ids;
        {
            Rows rows = connection.query(
                QStringLiteral("SELECT object_id FROM {po}audit_event WHERE action = ? ORDER BY seq DESC"),
                {QLatin1String(kIssued)});
            while (rows.next())
                ids << rows.text(0);
        }
        std::vector<AccessToken> found;
        for (const QString& id : ids) {
            AccessToken token = toldToken(connection, id).known;
            token.personName = connection
                                   .scalar(QStringLiteral("SELECT name FROM {po}person WHERE person_id = ?"),
                                           {token.personId})
                                   .toString();
            found.push_back(token);
        }
        return found;
    });
}

QFuture<Result<Done>> SqlTokenStore::revoke(const QString& tokenId, const Actor& actor)
{
    return m_database->write(
        [tokenId, actor, clock = &m_database->clock()](Connection& connection) -> Result<Done> {
            const Actor by = knownActor(connection, actor);
            const ToldToken told = toldToken(connection, tokenId);
            if (told.known.revokedAt.isValid())
                return Done{};
            appendEvent(connection,
                        {clock->now(),
                         by,
                         QLatin1String(kRevoked),
                         tokenId,
                         {},
                         QStringLiteral("A token was revoked by %1.").arg(by.name),
                         {{QStringLiteral("person"), told.known.personId}}});
            return Done{};
        });
}

QFuture<Result<Done>> SqlTokenStore::setRoles(const QString& personId, Roles roles, const Actor& actor)
{
    return m_database->write(
        [personId, roles, actor, clock = &m_database->clock()](Connection& connection) -> Result<Done> {
            const Actor by = knownActor(connection, actor);
            const Roles held = rolesOf(connection, personId);
            if (held == roles)
                return Done{};
            if (personId == by.personId && held)
                throw Failure(ErrorKind::Refused, ErrorWords::tr("Nobody changes their own roles."));
            giveRoles(connection, personId, roles, by, clock->now());
            return Done{};
        });
}

QFuture<Result<TokenHolder>> SqlTokenStore::identify(const QString& secret)
{
    return m_database->read(
        [secret, clock = &m_database->clock()](Connection& connection) -> Result<TokenHolder> {
            const QString tokenId = idIn(secret);
            if (tokenId.isEmpty())
                throw Failure(ErrorKind::NotFound, ErrorWords::tr("That is no token."));
            const ToldToken told = toldToken(connection, tokenId);
            // The id names it; that the rest is not the one issued says no more than that there is none.
            if (told.hash != hashOf(secret))
                throw Failure(ErrorKind::NotFound, ErrorWords::tr("There is no such token."));
            if (told.known.revokedAt.isValid())
                throw Failure(ErrorKind::Refused, ErrorWords::tr("The token was revoked. Ask for another."));
            if (clock->now() >= told.known.expiresAt)
                throw Failure(ErrorKind::Refused,
                              ErrorWords::tr("The token was good until %1. Ask for another.")
                                  .arg(told.known.expiresAt.date().toString(Qt::ISODate)));
            Actor holder;
            holder.personId = told.known.personId;
            holder.login = QStringLiteral("token ") + tokenId;
            return TokenHolder{knownActor(connection, holder),
                               told.known.roles & rolesOf(connection, told.known.personId)};
        });
}

} // namespace purchasing::sql
