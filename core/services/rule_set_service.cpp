#include "core/services/rule_set_service.h"

#include "core/proto/wire_rules.h"
#include "core/services/pieces_reply.h"

namespace purchasing::services {
namespace {

constexpr int kMostPacks = 100;

/// Puts what a port gives into the response.
template <typename Response> auto into(Response* response)
{
    return [response](const auto& value) { *response = wire::toWire(value); };
}

template <typename T> QFuture<Result<T>> refused(const Error& error)
{
    return QtFuture::makeReadyFuture(Result<T>(error));
}

} // namespace

RuleSetService::RuleSetService(std::shared_ptr<RuleStore> rules, Entrance entrance, RuleCheck check)
    : m_gate(std::move(entrance), "rule_sets.RuleSetService")
    , m_rules(std::move(rules))
    , m_check(std::move(check))
{
}

std::optional<Error> RuleSetService::mistakeIn(const rule_sets::PublishRequest& request) const
{
    if (request.packs_size() == 0 || request.packs_size() > kMostPacks)
        return Error{ErrorKind::Invalid, QStringLiteral("A rule set has 1 to %1 packs.").arg(kMostPacks), {}};
    return m_check ? m_check(wire::packsOf(request.packs())) : std::nullopt;
}

grpc::ServerWriteReactor<rule_sets::RuleSet>*
RuleSetService::ListVersions(grpc::CallbackServerContext* call, const rule_sets::ListVersionsRequest*)
{
    return piecesReply<rule_sets::RuleSet, RuleSetVersion>(
        call, m_gate, "ListVersions", 1, [this](const Caller&) { return m_rules->versions(); },
        [](rule_sets::RuleSet& message, const RuleSetVersion& rules) { message = wire::toWire(rules); });
}

grpc::ServerUnaryReactor* RuleSetService::Publish(grpc::CallbackServerContext* call,
                                                  const rule_sets::PublishRequest* request,
                                                  rule_sets::RuleSet* response)
{
    return reply(
        call, m_gate, "Publish",
        [this, request](const Caller& caller) {
            if (const auto mistake = mistakeIn(*request))
                return refused<RuleSetVersion>(*mistake);
            return m_rules->publish(wire::packsOf(request->packs()), request->based_on(),
                                    wire::text(request->reason()), personOf(caller));
        },
        into(response));
}

grpc::ServerUnaryReactor* RuleSetService::Propose(grpc::CallbackServerContext* call,
                                                  const rule_sets::PublishRequest* request,
                                                  rule_sets::Proposal* response)
{
    return reply(
        call, m_gate, "Propose",
        [this, request](const Caller& caller) {
            if (const auto mistake = mistakeIn(*request))
                return refused<RuleProposal>(*mistake);
            return m_rules->propose(wire::packsOf(request->packs()), request->based_on(),
                                    wire::text(request->reason()), personOf(caller));
        },
        into(response));
}

grpc::ServerWriteReactor<rule_sets::Proposal>*
RuleSetService::ListProposals(grpc::CallbackServerContext* call, const rule_sets::ListProposalsRequest*)
{
    return piecesReply<rule_sets::Proposal, RuleProposal>(
        call, m_gate, "ListProposals", 1, [this](const Caller&) { return m_rules->proposals(); },
        [](rule_sets::Proposal& message, const RuleProposal& proposal) { message = wire::toWire(proposal); });
}

grpc::ServerUnaryReactor* RuleSetService::Confirm(grpc::CallbackServerContext* call,
                                                  const rule_sets::ConfirmRequest* request,
                                                  rule_sets::RuleSet* response)
{
    return reply(
        call, m_gate, "Confirm",
        [this, request](const Caller& caller) {
            return m_rules->confirm(request->proposal_id(), QByteArray::fromStdString(request->hash()),
                                    personOf(caller));
        },
        into(response));
}

grpc::ServerUnaryReactor* RuleSetService::Withdraw(grpc::CallbackServerContext* call,
                                                   const rule_sets::WithdrawRequest* request,
                                                   po::DoneResponse*)
{
    return reply(
        call, m_gate, "Withdraw",
        [this, request](const Caller& caller) {
            return m_rules->withdraw(request->proposal_id(), personOf(caller));
        },
        [](const Done&) {});
}

grpc::ServerUnaryReactor* RuleSetService::GetDraft(grpc::CallbackServerContext* call,
                                                   const rule_sets::DraftRequest*, rule_sets::Draft* response)
{
    return reply(
        call, m_gate, "GetDraft", [this](const Caller& caller) { return m_rules->draft(personOf(caller)); },
        into(response));
}

grpc::ServerUnaryReactor* RuleSetService::SaveDraft(grpc::CallbackServerContext* call,
                                                    const rule_sets::Draft* request,
                                                    rule_sets::Draft* response)
{
    return reply(
        call, m_gate, "SaveDraft",
        [this, request](const Caller& caller) {
            if (request->packs_size() > kMostPacks)
                return refused<RuleDraft>({ErrorKind::Invalid,
                                           QStringLiteral("A draft has at most %1 packs.").arg(kMostPacks),
                                           {}});
            return m_rules->saveDraft(wire::fromWire(*request), personOf(caller));
        },
        into(response));
}

grpc::ServerUnaryReactor* RuleSetService::DiscardDraft(grpc::CallbackServerContext* call,
                                                       const rule_sets::DiscardRequest* request,
                                                       rule_sets::Draft* response)
{
    return reply(
        call, m_gate, "DiscardDraft",
        [this, request](const Caller& caller) {
            return m_rules->discardDraft(request->revision(), personOf(caller));
        },
        into(response));
}

} // namespace purchasing::services
