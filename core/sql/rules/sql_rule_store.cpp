#include "core/sql/rules/sql_rule_store.h"

#include "core/sql/audit/actors.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/rules/draft_rows.h"
#include "core/sql/rules/rule_publishing.h"
#include "core/sql/rules/rule_rows.h"

#include <QDateTime>

namespace purchasing::sql {
namespace {

Error noRules()
{
    return {ErrorKind::NotFound, ErrorWords::tr("No rules have been published."), {}};
}

} // namespace

SqlRuleStore::SqlRuleStore(std::shared_ptr<Database> database, RuleCheck check)
    : m_database(std::move(database))
    , m_check(std::move(check))
{
}

std::optional<Error> SqlRuleStore::mistakeIn(const std::vector<RulePack>& packs) const
{
    return m_check ? m_check(packs)
                   : Error{ErrorKind::Refused, ErrorWords::tr("Rules cannot be published here."), {}};
}

QFuture<Result<RuleSetVersion>> SqlRuleStore::current()
{
    return m_database->read([](Connection& connection) -> Result<RuleSetVersion> {
        auto set = readRuleSet(connection, newestRuleSet(connection));
        if (!set)
            return noRules();
        return *std::move(set);
    });
}

QFuture<Result<std::int64_t>> SqlRuleStore::currentVersion()
{
    return m_database->read([](Connection& connection) -> Result<std::int64_t> {
        const qint64 newest = newestRuleSet(connection);
        if (newest == 0)
            return noRules();
        return newest;
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
                                                      const Actor& author)
{
    return m_database->write(
        [packs, basedOn, reason, author, mistake = mistakeIn(packs),
         clock = &m_database->clock()](Connection& connection) -> Result<RuleSetVersion> {
            if (mistake)
                throw Failure(mistake->kind, mistake->message);
            return publishRules(connection, packs, basedOn, reason, author, clock->now());
        });
}

QFuture<Result<RuleProposal>> SqlRuleStore::propose(const std::vector<RulePack>& packs, std::int64_t basedOn,
                                                    const QString& reason, const Actor& author)
{
    return m_database->write([packs, basedOn, reason, author, mistake = mistakeIn(packs),
                              clock = &m_database->clock()](Connection& connection) -> Result<RuleProposal> {
        if (mistake)
            throw Failure(mistake->kind, mistake->message);
        return proposeRules(connection, packs, basedOn, reason, author, clock->now());
    });
}

QFuture<Result<std::vector<RuleProposal>>> SqlRuleStore::proposals()
{
    return m_database->read([](Connection& connection) -> Result<std::vector<RuleProposal>> {
        return openProposals(connection);
    });
}

QFuture<Result<RuleSetVersion>> SqlRuleStore::confirm(std::int64_t proposalId, const QByteArray& hash,
                                                      const Actor& actor)
{
    return m_database->write([proposalId, hash, actor, clock = &m_database->clock()](
                                 Connection& connection) -> Result<RuleSetVersion> {
        return confirmProposal(connection, proposalId, hash, actor, clock->now());
    });
}

QFuture<Result<Done>> SqlRuleStore::withdraw(std::int64_t proposalId, const Actor& actor)
{
    return m_database->write(
        [proposalId, actor, clock = &m_database->clock()](Connection& connection) -> Result<Done> {
            withdrawProposal(connection, proposalId, actor, clock->now());
            return Done{};
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
