#pragma once

#include "core/ports/rule_store.h"
#include "core/sql/engine/database.h"

#include <memory>

namespace purchasing::sql {

/// Published rule sets and drafts in the database.
class SqlRuleStore : public RuleStore
{
public:
    /// Nothing is published without `check`: a store that only reads needs none.
    explicit SqlRuleStore(std::shared_ptr<Database> database, RuleCheck check = {});

    [[nodiscard]] QFuture<Result<RuleSetVersion>> current() override;
    [[nodiscard]] QFuture<Result<std::int64_t>> currentVersion() override;
    [[nodiscard]] QFuture<Result<std::vector<RuleSetVersion>>> versions() override;
    /// Also ends the author's draft, where it has become the version.
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
    /// Asked before the write turn, which others wait for.
    [[nodiscard]] std::optional<Error> mistakeIn(const std::vector<RulePack>& packs) const;

    std::shared_ptr<Database> m_database;
    RuleCheck m_check;
};

} // namespace purchasing::sql
