#pragma once

#include "core/ports/rule_store.h"
#include "core/services/call_reply.h"

#include "rule_sets.grpc.pb.h"

#include <functional>
#include <memory>
#include <optional>

namespace purchasing::services {

/// Rule sets over the wire: versions, publishing, proposals and drafts. The PO service serves them over
/// po_db, and a Rule Engine over the PO service, after it has looked whether the rules can decide anything.
/// Any thread.
class RuleSetService : public rule_sets::RuleSetService::CallbackService
{
public:
    /// `check` says why packs cannot be put in force; empty leaves that to the store behind.
    RuleSetService(std::shared_ptr<RuleStore> rules, Entrance entrance, RuleCheck check = {});

    grpc::ServerWriteReactor<rule_sets::RuleSet>*
    ListVersions(grpc::CallbackServerContext* call, const rule_sets::ListVersionsRequest*) override;
    grpc::ServerUnaryReactor* Publish(grpc::CallbackServerContext* call,
                                      const rule_sets::PublishRequest* request,
                                      rule_sets::RuleSet* response) override;
    grpc::ServerUnaryReactor* Propose(grpc::CallbackServerContext* call,
                                      const rule_sets::PublishRequest* request,
                                      rule_sets::Proposal* response) override;
    grpc::ServerWriteReactor<rule_sets::Proposal>*
    ListProposals(grpc::CallbackServerContext* call, const rule_sets::ListProposalsRequest*) override;
    grpc::ServerUnaryReactor* Confirm(grpc::CallbackServerContext* call,
                                      const rule_sets::ConfirmRequest* request,
                                      rule_sets::RuleSet* response) override;
    grpc::ServerUnaryReactor* Withdraw(grpc::CallbackServerContext* call,
                                       const rule_sets::WithdrawRequest* request, po::DoneResponse*) override;
    grpc::ServerUnaryReactor* GetDraft(grpc::CallbackServerContext* call, const rule_sets::DraftRequest*,
                                       rule_sets::Draft* response) override;
    grpc::ServerUnaryReactor* SaveDraft(grpc::CallbackServerContext* call, const rule_sets::Draft* request,
                                        rule_sets::Draft* response) override;
    grpc::ServerUnaryReactor* DiscardDraft(grpc::CallbackServerContext* call,
                                           const rule_sets::DiscardRequest* request,
                                           rule_sets::Draft* response) override;

private:
    [[nodiscard]] std::optional<Error> mistakeIn(const rule_sets::PublishRequest& request) const;

    Gate m_gate;
    std::shared_ptr<RuleStore> m_rules;
    RuleCheck m_check;
};

} // namespace purchasing::services
