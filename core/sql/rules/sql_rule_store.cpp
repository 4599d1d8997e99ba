#include "core/sql/rules/sql_rule_store.h"

#include "core/sql/audit/actors.h"
#include "core/sql/audit/audit_log.h"
#include "core/sql/rules/draft_rows.h"
#include "core/sql/rules/rule_rows.h"

#include <QDateTime>
#include <QSet>

namespace purchasing::sql {
namespace {

void requireNames(const std::vector<RulePack>& packs)
{
    QSet<QString> names;
    for (const RulePack& pack : packs) {
        if (pack.name.trimmed().isEmpty() || pack.name.size() > 200)
            throw Failure(ErrorKind::Invalid,
                          QStringLiteral("A rule pack needs a name of at most 200 characters."));
        if (names.contains(pack.name))
            throw Failure(ErrorKind::Invalid, QStringLiteral("Two rule packs are named %1.").arg(pack.name));
        names.insert(pack.name);
    }
    if (packs.empty())
        throw Failure(ErrorKind::Invalid, QStringLiteral("A rule set needs at least one pack."));
}

/// The second person as the database knows them; throws Refused where one is needed and missing.
std::optional<Actor> knownSecond(Connection& connection, const Actor& author,
                                 const std::optional<Actor>& second)
{
    if (author.singleOperator)
        return std::nullopt;
    if (!second)
        throw Failure(ErrorKind::Refused,
                      QStringLiteral("Publishing rules needs a second person who agrees."));
    if (second->personId == author.personId)
        throw Failure(ErrorKind::Refused, QStringLiteral("The second person must be somebody else."));
    return knownActor(connection, *second);
}

} // namespace

SqlRuleStore::SqlRuleStore(std::shared_ptr<Database> database, RuleCheck check)
    : m_database(std::move(database))
    , m_check(std::move(check))
{
}

QFuture<Result<RuleSetVersion>> SqlRuleStore::current()
{
    return m_database->read([](Connection& connection) -> Result<RuleSetVersion> {
        auto set = readRuleSet(connection, newestRuleSet(connection));
        if (!set)
            return Error{ErrorKind::NotFound, QStringLiteral("No rules have been published."), {}};
        return *std::move(set);
    });
}

QFuture<Result<std::vector<RuleSetVersion>>> SqlRuleStore::versions()
{
    return m_database->read([](Connection& connection) -> Result<std::vector<RuleSetVersion>> {
        std::vector<RuleSetVersion> all;
        for (qint64 version = newestRuleSet(connection); version > 0; --version) {
            if (auto set = readRuleSet(connection, version))
                all.push_back(*std::move(set));
        }
        return all;
    });
}

QFuture<Result<RuleSetVersion>> SqlRuleStore::publish(const std::vector<RulePack>& packs,
                                                      std::int64_t basedOn, const QString& reason,
                                                      const Actor& author,
                                                      const std::optional<Actor>& secondPerson)
{
    // Before the write turn, which others wait for.
    const std::optional<Error> mistake = m_check
        ? m_check(packs)
        : Error{ErrorKind::Refused, QStringLiteral("Rules cannot be published here."), {}};
    return m_database->write([packs, basedOn, reason, author, secondPerson, mistake,
                              clock =
                                  &m_database->clock()](Connection& connection) -> Result<RuleSetVersion> {
        const QDateTime now = clock->now();
        const Actor person = knownActor(connection, author);
        const QString why = reason.trimmed();
        if (why.isEmpty() || why.size() > 2000) {
            throw Failure(ErrorKind::Refused,
                          QStringLiteral("Say in up to 2000 characters why the rules change."));
        }
        requireNames(packs);
        if (mistake)
            throw Failure(mistake->kind, mistake->message);
        const qint64 newest = newestRuleSet(connection);
        if (newest != basedOn) {
            throw Failure(ErrorKind::Stale,
                          QStringLiteral("Rules version %1 %2. Compare your draft with it before publishing.")
                              .arg(newest)
                              .arg(lastAct(connection, QStringLiteral("rules-%1").arg(newest), now)));
        }
        const std::optional<Actor> second = knownSecond(connection, person, secondPerson);
        RuleSetVersion set{newest + 1, packs, person.name, now, why, ruleSetHash(packs)};
        insertRuleSet(connection, set, person.personId, second ? second->personId : QString());
        endDraft(connection, person.personId, packs, now);

        AuditEvent event{
            now, person, QStringLiteral("rules.published"), QStringLiteral("rules-%1").arg(set.version), {},
            {},  {}};
        event.text = second ? QStringLiteral("Rules version %1 published by %2, agreed by %3: %4")
                                  .arg(set.version)
                                  .arg(person.name, second->name, why)
                            : QStringLiteral("Rules version %1 published by %2, single operator: %3")
                                  .arg(set.version)
                                  .arg(person.name, why);
        event.payload.insert(QStringLiteral("hash"), QString::fromLatin1(set.hash.toHex()));
        appendEvent(connection, event);
        return set;
    });
}

QFuture<Result<RuleDraft>> SqlRuleStore::draft(const Actor& author)
{
    return m_database->read([author](Connection& connection) -> Result<RuleDraft> {
        return readDraft(connection, author.personId);
    });
}

QFuture<Result<RuleDraft>> SqlRuleStore::saveDraft(const RuleDraft& draft, const Actor& author)
{
    return m_database->write(
        [draft, author, clock = &m_database->clock()](Connection& connection) -> Result<RuleDraft> {
            requireNames(draft.packs);
            return storeDraft(connection, draft, author, clock->now());
        });
}

QFuture<Result<RuleDraft>> SqlRuleStore::discardDraft(std::int64_t revision, const Actor& author)
{
    return m_database->write(
        [revision, author, clock = &m_database->clock()](Connection& connection) -> Result<RuleDraft> {
            RuleDraft none;
            none.revision = revision;
            return storeDraft(connection, none, author, clock->now());
        });
}

} // namespace purchasing::sql
