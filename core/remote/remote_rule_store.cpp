#include "core/remote/remote_rule_store.h"

#include "core/ports/and_then.h"
#include "core/proto/wire_rules.h"
#include "core/remote/po_call.h"
#include "core/remote/remote_gather.h"

#include "rule_sets.grpc.pb.h"

namespace purchasing::remote {
namespace {

using RulesStub = rule_sets::RuleSetService::Stub;

std::shared_ptr<RulesStub> rulesStubOf(const std::shared_ptr<ServiceChannel>& channel)
{
    return rule_sets::RuleSetService::NewStub(channel->wire().channel());
}

/// Makes one call. `method(RulesStub::async&, context, request, response, done)` names it.
template <typename T, typename Response, typename Request, typename Method>
QFuture<Result<T>> askRuleSets(const std::shared_ptr<ServiceChannel>& channel, Request request, Method method)
{
    return ask<T, Response>(
        channel, std::move(request),
        [stub = rulesStubOf(channel), method](auto* context, auto* asked, auto* response, auto done) {
            method(*stub->async(), context, asked, response, std::move(done));
        },
        [channel](const Response& response) -> Result<T> {
            T value = wire::fromWire(response);
            if (!wire::isAsNamed(value))
                return garbageFrom(channel->wire(),
                                   QStringLiteral("the rules it sends are not those it names"));
            return value;
        });
}

} // namespace

RemoteRuleStore::RemoteRuleStore(std::shared_ptr<ServiceChannel> po, std::shared_ptr<ServiceChannel> ruleSets)
    : m_po(std::move(po))
    , m_ruleSets(std::move(ruleSets))
{
}

QFuture<Result<RuleSetVersion>> RemoteRuleStore::current()
{
    std::optional<RuleSetVersion> known;
    {
        const std::scoped_lock lock(m_known->mutex);
        known = m_known->current;
    }
    // Who knows none asks for the texts at once.
    return andThen(
        askRulesInForce(m_po, !known),
        [po = m_po, known, kept = m_known, context = CallContext::current()](
            const Result<po::RulesInForceResponse>& named) -> QFuture<Result<RuleSetVersion>> {
            if (!named)
                return QtFuture::makeReadyFuture(Result<RuleSetVersion>(named.error()));
            if (known && known->version == named->version()
                && known->hash == QByteArray::fromStdString(named->hash()))
                return QtFuture::makeReadyFuture(Result<RuleSetVersion>(*known));
            const CallScope scope(context);
            const QFuture<Result<po::RulesInForceResponse>> sent =
                known ? askRulesInForce(po, true) : QtFuture::makeReadyFuture(named);
            return andThen(
                sent, [po, kept](const Result<po::RulesInForceResponse>& texts) -> Result<RuleSetVersion> {
                    if (!texts)
                        return texts.error();
                    RuleSetVersion rules;
                    rules.version = texts->version();
                    rules.hash = QByteArray::fromStdString(texts->hash());
                    for (const po::RulePack& pack : texts->packs())
                        rules.packs.push_back(
                            {wire::text(pack.name()), wire::text(pack.text()), pack.active()});
                    if (ruleSetHash(rules.packs) != rules.hash)
                        return garbageFrom(po->wire(),
                                           QStringLiteral("the rules it sends are not those it names"));
                    const std::scoped_lock lock(kept->mutex);
                    kept->current = rules;
                    return rules;
                });
        });
}

// A method of the rule sets' asynchronous stub, for askRuleSets().
#define PURCHASING_RULE_SETS(NAME)                                                                           \
    [](auto& asyncStub, auto* call, auto* asked, auto* answer, auto done) {                                  \
        asyncStub.NAME(call, asked, answer, std::move(done));                                                \
    }

QFuture<Result<std::vector<RuleSetVersion>>> RemoteRuleStore::versions()
{
    return gather<RuleSetVersion, rule_sets::RuleSet>(
        m_ruleSets, rule_sets::ListVersionsRequest(),
        [stub = rulesStubOf(m_ruleSets)](auto* context, auto* asked, auto* reader) {
            stub->async()->ListVersions(context, asked, reader);
        },
        [](std::vector<RuleSetVersion>& versions, const rule_sets::RuleSet& message) {
            versions.push_back(wire::fromWire(message));
            if (!wire::isAsNamed(versions.back()))
                throw wire::OutOfRange{QStringLiteral("hash")};
        });
}

QFuture<Result<RuleSetVersion>> RemoteRuleStore::publish(const std::vector<RulePack>& packs,
                                                         std::int64_t basedOn, const QString& reason,
                                                         const Actor& /*author*/)
{
    return askRuleSets<RuleSetVersion, rule_sets::RuleSet>(
        m_ruleSets, wire::publishing(packs, basedOn, reason), PURCHASING_RULE_SETS(Publish));
}

QFuture<Result<RuleProposal>> RemoteRuleStore::propose(const std::vector<RulePack>& packs,
                                                       std::int64_t basedOn, const QString& reason,
                                                       const Actor& /*author*/)
{
    return askRuleSets<RuleProposal, rule_sets::Proposal>(
        m_ruleSets, wire::publishing(packs, basedOn, reason), PURCHASING_RULE_SETS(Propose));
}

QFuture<Result<std::vector<RuleProposal>>> RemoteRuleStore::proposals()
{
    return gather<RuleProposal, rule_sets::Proposal>(
        m_ruleSets, rule_sets::ListProposalsRequest(),
        [stub = rulesStubOf(m_ruleSets)](auto* context, auto* asked, auto* reader) {
            stub->async()->ListProposals(context, asked, reader);
        },
        [](std::vector<RuleProposal>& proposals, const rule_sets::Proposal& message) {
            proposals.push_back(wire::fromWire(message));
            if (!wire::isAsNamed(proposals.back()))
                throw wire::OutOfRange{QStringLiteral("hash")};
        });
}

QFuture<Result<RuleSetVersion>> RemoteRuleStore::confirm(std::int64_t proposalId, const QByteArray& hash,
                                                         const Actor& /*actor*/)
{
    rule_sets::ConfirmRequest request;
    request.set_proposal_id(proposalId);
    request.set_hash(hash.toStdString());
    return askRuleSets<RuleSetVersion, rule_sets::RuleSet>(m_ruleSets, std::move(request),
                                                           PURCHASING_RULE_SETS(Confirm));
}

QFuture<Result<Done>> RemoteRuleStore::withdraw(std::int64_t proposalId, const Actor& /*actor*/)
{
    rule_sets::WithdrawRequest request;
    request.set_proposal_id(proposalId);
    return ask<Done, po::DoneResponse>(
        m_ruleSets, std::move(request),
        [stub = rulesStubOf(m_ruleSets)](auto* context, auto* asked, auto* response, auto done) {
            stub->async()->Withdraw(context, asked, response, std::move(done));
        },
        [](const po::DoneResponse&) -> Result<Done> { return Done{}; });
}

QFuture<Result<RuleDraft>> RemoteRuleStore::draft(const Actor& /*author*/)
{
    return askRuleSets<RuleDraft, rule_sets::Draft>(m_ruleSets, rule_sets::DraftRequest(),
                                                    PURCHASING_RULE_SETS(GetDraft));
}

QFuture<Result<RuleDraft>> RemoteRuleStore::saveDraft(const RuleDraft& draft, const Actor& /*author*/)
{
    return askRuleSets<RuleDraft, rule_sets::Draft>(m_ruleSets, wire::toWire(draft),
                                                    PURCHASING_RULE_SETS(SaveDraft));
}

QFuture<Result<RuleDraft>> RemoteRuleStore::discardDraft(std::int64_t revision, const Actor& /*author*/)
{
    rule_sets::DiscardRequest request;
    request.set_revision(revision);
    return askRuleSets<RuleDraft, rule_sets::Draft>(m_ruleSets, std::move(request),
                                                    PURCHASING_RULE_SETS(DiscardDraft));
}

#undef PURCHASING_RULE_SETS

} // namespace purchasing::remote
