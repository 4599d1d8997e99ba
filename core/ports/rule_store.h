#pragma once

#include "core/domain/purchase_order.h"
#include "core/domain/result.h"
#include "core/domain/rule_set.h"

#include <QFuture>

#include <optional>

namespace purchasing {

/// Keeps published rule sets and drafts.
class RuleStore
{
public:
    virtual ~RuleStore() = default;
    [[nodiscard]] virtual QFuture<Result<RuleSetVersion>> current() = 0;
    /// Newest first.
    [[nodiscard]] virtual QFuture<Result<std::vector<RuleSetVersion>>> versions() = 0;
    /// Publishes `packs` as the next version. Stale when somebody published after `basedOn`; Refused without
    /// a reason, or when a second person is needed and `secondPerson` is the author or missing.
    [[nodiscard]] virtual QFuture<Result<RuleSetVersion>>
    publish(const std::vector<RulePack>& packs, std::int64_t basedOn, const QString& reason,
            const Actor& author, const std::optional<Actor>& secondPerson) = 0;
    [[nodiscard]] virtual QFuture<Result<std::optional<RuleDraft>>> draft(const Actor& author) = 0;
    [[nodiscard]] virtual QFuture<Result<Done>> saveDraft(const RuleDraft& draft, const Actor& author) = 0;
    [[nodiscard]] virtual QFuture<Result<Done>> discardDraft(const Actor& author) = 0;
};

} // namespace purchasing
