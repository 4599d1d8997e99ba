#pragma once

#include "core/domain/purchase_order.h"
#include "core/domain/result.h"
#include "core/domain/rule_set.h"
#include "core/ports/and_then.h"

#include <QFuture>

#include <functional>
#include <optional>
#include <vector>

namespace purchasing {

/// Says why these packs cannot decide anything, or nothing where they can; safe to call from any thread. A
/// store knows no rule language: whoever wires it gives it this.
using RuleCheck = std::function<std::optional<Error>(const std::vector<RulePack>& packs)>;

/// Keeps published rule sets and drafts.
class RuleStore
{
public:
    virtual ~RuleStore() = default;
    [[nodiscard]] virtual QFuture<Result<RuleSetVersion>> current() = 0;
    /// The number of the version in force, for who knows its texts already. NotFound as current().
    [[nodiscard]] virtual QFuture<Result<std::int64_t>> currentVersion()
    {
        return andThen(current(), [](const Result<RuleSetVersion>& set) {
            return set ? Result<std::int64_t>(set->version) : Result<std::int64_t>(set.error());
        });
    }
    /// Newest first.
    [[nodiscard]] virtual QFuture<Result<std::vector<RuleSetVersion>>> versions() = 0;
    /// Publishes `packs` as the next version, for a single operator. Stale when somebody published after
    /// `basedOn`; Refused without a reason, for the rules in force themselves, and where a second person
    /// is needed: propose it; Invalid when they are no rules.
    [[nodiscard]] virtual QFuture<Result<RuleSetVersion>> publish(const std::vector<RulePack>& packs,
                                                                  std::int64_t basedOn, const QString& reason,
                                                                  const Actor& author) = 0;

    /// Proposes `packs` as the next version: in force once another person has confirmed it in their own
    /// session. Errors as publish().
    [[nodiscard]] virtual QFuture<Result<RuleProposal>> propose(const std::vector<RulePack>& packs,
                                                                std::int64_t basedOn, const QString& reason,
                                                                const Actor& author) = 0;
    /// The proposals that wait, oldest first.
    [[nodiscard]] virtual QFuture<Result<std::vector<RuleProposal>>> proposals() = 0;
    /// Publishes the proposal with this hash, which the confirming person looked at. Refused for its author,
    /// and for the author's login under another name where a setting forbids that; Stale when somebody
    /// published meanwhile; Conflict when it no longer waits.
    [[nodiscard]] virtual QFuture<Result<RuleSetVersion>>
    confirm(std::int64_t proposalId, const QByteArray& hash, const Actor& actor) = 0;
    /// Ends a proposal that waits: by its author, or by somebody who declines it.
    [[nodiscard]] virtual QFuture<Result<Done>> withdraw(std::int64_t proposalId, const Actor& actor) = 0;
    /// The author's draft. Without packs where there is none; the revision then still tells a draft that was
    /// discarded or published (above 0) from one that never was.
    [[nodiscard]] virtual QFuture<Result<RuleDraft>> draft(const Actor& author) = 0;
    /// Stores the draft and returns it with its new revision and time. Conflict when the author's draft is no
    /// longer the one with `draft.revision`: another window of theirs was quicker.
    [[nodiscard]] virtual QFuture<Result<RuleDraft>> saveDraft(const RuleDraft& draft,
                                                               const Actor& author) = 0;
    /// Ends the draft, compare-and-set as saveDraft(); returns what is left, a revision without packs.
    [[nodiscard]] virtual QFuture<Result<RuleDraft>> discardDraft(std::int64_t revision,
                                                                  const Actor& author) = 0;
};

} // namespace purchasing
