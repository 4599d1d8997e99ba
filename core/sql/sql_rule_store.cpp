#include "core/sql/audit.h"
#include "core/sql/order_changes.h"
#include "core/sql/rule_set_rows.h"
#include "core/sql/sql_office_stores.h"

#include <QCoreApplication>

namespace purchasing::sql {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::RuleStore)
};

std::vector<RuleSetVersion> readVersions(const QSqlDatabase& connection, int limit)
{
    Query rows(
        connection,
        QStringLiteral(
            "SELECT v.version, v.packs, p.name, v.published_at_us, v.reason, v.hash FROM rule_set_version v "
            "JOIN person p ON p.person_id = v.published_by ORDER BY v.version DESC LIMIT %1")
            .arg(limit));
    std::vector<RuleSetVersion> versions;
    while (rows.next()) {
        RuleSetVersion version;
        version.version = rows.integer(0);
        version.packs = packsOf(rows.text(1));
        version.author = rows.text(2);
        version.publishedAt = rows.time(3);
        version.reason = rows.text(4);
        version.hash = rows.bytes(5);
        if (hashOf(version.packs) != version.hash)
            throw Failure{
                {ErrorKind::Invalid,
                 Words::tr("Rule set version %1 was changed after it was published; it is not used.")
                     .arg(version.version),
                 {}}};
        versions.push_back(std::move(version));
    }
    return versions;
}

} // namespace

SqlRuleStore::SqlRuleStore(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<RuleSetVersion>> SqlRuleStore::current()
{
    return m_database->read<RuleSetVersion>([](const QSqlDatabase& connection) -> Result<RuleSetVersion> {
        std::vector<RuleSetVersion> versions = readVersions(connection, 1);
        if (versions.empty())
            return Error{ErrorKind::NotFound, Words::tr("No rules are published in this database."), {}};
        return std::move(versions.front());
    });
}

QFuture<Result<std::vector<RuleSetVersion>>> SqlRuleStore::versions()
{
    using Versions = std::vector<RuleSetVersion>;
    return m_database->read<Versions>(
        [](const QSqlDatabase& connection) -> Result<Versions> { return readVersions(connection, -1); });
}

QFuture<Result<RuleSetVersion>> SqlRuleStore::publish(const std::vector<RulePack>& packs,
                                                      std::int64_t basedOn, const QString& reason,
                                                      const Actor& author,
                                                      const std::optional<Actor>& secondPerson)
{
    return m_database->write<RuleSetVersion>([=, this](
                                                 const QSqlDatabase& connection) -> Result<RuleSetVersion> {
        const QDateTime now = m_database->now();
        requirePerson(connection, author);
        if (reason.trimmed().isEmpty())
            return Error{ErrorKind::Invalid, Words::tr("Publishing needs a reason."), {}};
        if (!isSingleOperator(connection)) {
            if (!secondPerson || secondPerson->personId == author.personId)
                return Error{
                    ErrorKind::Refused, Words::tr("Publishing rules needs a second person who agrees."), {}};
            requirePerson(connection, *secondPerson);
        }
        const std::int64_t newest = newestRuleSet(connection);
        if (newest != basedOn) {
            const RuleSetVersion theirs = readVersions(connection, 1).front();
            return Error{ErrorKind::Stale,
                         Words::tr("%1 published version %2 in the meantime (\"%3\"). Your draft is kept; "
                                   "compare it before you publish.")
                             .arg(theirs.author)
                             .arg(theirs.version)
                             .arg(theirs.reason),
                         {}};
        }
        insertRuleSet(connection, newest + 1, packs, author.personId,
                      secondPerson ? secondPerson->personId : QString(), reason, now);
        appendAudit(connection, now, author, QStringLiteral("rules.published"),
                    QStringLiteral("rule-set-%1").arg(newest + 1), QStringLiteral(""),
                    {{QStringLiteral("version"), static_cast<qint64>(newest + 1)},
                     {QStringLiteral("reason"), reason},
                     {QStringLiteral("hash"), QString::fromLatin1(hashOf(packs).toHex())},
                     {QStringLiteral("second_person"), secondPerson ? secondPerson->name : QString()}});
        Query(connection, QStringLiteral("DELETE FROM rule_draft WHERE person_id = ?"), {author.personId});
        return readVersions(connection, 1).front();
    });
}

QFuture<Result<std::optional<RuleDraft>>> SqlRuleStore::draft(const Actor& author)
{
    using Draft = std::optional<RuleDraft>;
    return m_database->read<Draft>([author](const QSqlDatabase& connection) -> Result<Draft> {
        Query row(connection,
                  QStringLiteral("SELECT packs, based_on, saved_at_us FROM rule_draft WHERE person_id = ?"),
                  {author.personId});
        if (!row.next())
            return Draft();
        return Draft(RuleDraft{packsOf(row.text(0)), row.integer(1), row.time(2)});
    });
}

QFuture<Result<Done>> SqlRuleStore::saveDraft(const RuleDraft& draft, const Actor& author)
{
    return m_database->write<Done>([=, this](const QSqlDatabase& connection) -> Result<Done> {
        requirePerson(connection, author);
        Query(
            connection,
            QStringLiteral(
                "INSERT INTO rule_draft(person_id, packs, based_on, saved_at_us) VALUES(?, ?, ?, ?) "
                "ON CONFLICT(person_id) DO UPDATE SET packs = excluded.packs, based_on = excluded.based_on, "
                "saved_at_us = excluded.saved_at_us"),
            {author.personId, packsJson(draft.packs), static_cast<qlonglong>(draft.basedOn),
             microseconds(m_database->now())});
        return Done{};
    });
}

QFuture<Result<Done>> SqlRuleStore::discardDraft(const Actor& author)
{
    return m_database->write<Done>([author](const QSqlDatabase& connection) -> Result<Done> {
        Query(connection, QStringLiteral("DELETE FROM rule_draft WHERE person_id = ?"), {author.personId});
        return Done{};
    });
}

} // namespace purchasing::sql
