#pragma once

#include "core/ports/rule_store.h"
#include "core/remote/service_channel.h"

#include <memory>
#include <mutex>
#include <optional>

namespace purchasing::remote {

/// The rule sets over services: the PO service says which are in force, and whoever serves rule sets (a Rule
/// Engine, or for that engine the PO service itself) does the rest. Texts are believed only with the hash
/// they are named by. Who acts is who calls: the actors in the calls are not passed on. Any thread.
class RemoteRuleStore : public RuleStore
{
public:
    RemoteRuleStore(std::shared_ptr<ServiceChannel> po, std::shared_ptr<ServiceChannel> ruleSets);

    /// The texts travel only when another version is in force than at the last call.
    [[nodiscard]] QFuture<Result<RuleSetVersion>> current() override;
    [[nodiscard]] QFuture<Result<std::vector<RuleSetVersion>>> versions() override;
    [[nodiscard]] QFuture<Result<RuleSetVersion>> publish(const std::vector<RulePack>& packs,
                                                          std::int64_t basedOn, const QString& reason,
                                                          const Actor& author) override;
    [[nodiscard]] QFuture<Result<RuleProposal>> propose(const std::vector<RulePack>& packs,
                                                        std::int64_t basedOn, const QString& reason,
                                                        const Actor& author) override;
    [[nodiscard]] QFuture<Result<std::vector<RuleProposal>>> proposals() override;
    [[nodiscard]] QFuture<Result<RuleSetVersion>> confirm(std::int64_t proposalId, const QByteArray& hash,
                                                          const Actor& actor) override;
    [[nodiscard]] QFuture<Result<Done>> withdraw(std::int64_t proposalId, const Actor& actor) override;
    [[nodiscard]] QFuture<Result<RuleDraft>> draft(const Actor& author) override;
    [[nodiscard]] QFuture<Result<RuleDraft>> saveDraft(const RuleDraft& draft, const Actor& author) override;
    [[nodiscard]] QFuture<Result<RuleDraft>> discardDraft(std::int64_t revision,
                                                          const Actor& author) override;

private:
    /// The version in force, shared with answers that are on their way.
    struct Known
    {
        std::mutex mutex;
        std::optional<RuleSetVersion> current;
    };

    std::shared_ptr<ServiceChannel> m_po;
    std::shared_ptr<ServiceChannel> m_ruleSets;
    std::shared_ptr<Known> m_known = std::make_shared<Known>();
};

} // namespace purchasing::remote
