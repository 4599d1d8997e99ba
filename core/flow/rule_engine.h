#pragma once

#include "core/domain/explained_decision.h"
#include "core/domain/result.h"
#include "core/domain/rule_set.h"
#include "core/grl/compile/program.h"
#include "core/grl/syntax/diagnostic.h"

#include <QDate>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace purchasing {

/// A compiled rule set: turns facts into decisions and never calls anything else. The one place where the
/// rule language meets Qt's types. Immutable and safe to use from many threads.
class RuleEngine
{
public:
    /// Compiles the active packs; on any error the Error's message names the first one and `diagnostics` has
    /// them all.
    [[nodiscard]] static Result<std::shared_ptr<const RuleEngine>>
    compile(const RuleSetVersion& ruleSet, std::vector<grl::Diagnostic>* diagnostics = nullptr);

    /// The RuleCheck of this engine: why compile() would refuse the packs.
    [[nodiscard]] static std::optional<Error> check(const std::vector<RulePack>& packs);

    [[nodiscard]] std::int64_t ruleSetVersion() const { return m_version; }
    /// The same rule set under the same ceiling.
    [[nodiscard]] bool decidesAs(const RuleEngine& other) const
    {
        return m_version == other.m_version && m_ceiling == other.m_ceiling;
    }

    /// The same rules under an approval ceiling (unset: none). It is applied to what the rules made, wherever
    /// word and flags are made.
    [[nodiscard]] std::shared_ptr<const RuleEngine> withCeiling(std::optional<Money> ceiling) const;
    [[nodiscard]] std::optional<Money> ceiling() const { return m_ceiling; }

    /// Whether any rule looks at the planner's own quantity.
    [[nodiscard]] bool readsOverrides() const;
    /// The names of the active rules, in source order.
    [[nodiscard]] QStringList ruleNames() const;

    /// Decides without trace or log: the form for whole catalogues. A rule that cannot be evaluated or does
    /// not end is a problem of the product; the outputs then are what was written until then. The decision
    /// is worthless once `cancelled` is set, which ends it soon.
    [[nodiscard]] Decision decide(const ProductFacts& facts, QDate today,
                                  const std::atomic_bool* cancelled = nullptr) const;
    /// Decides one product and says why; the decision is the same as decide() makes. `longest` is only for
    /// rules that somebody is typing: those that take longer fail; zero is no limit.
    [[nodiscard]] ExplainedDecision explain(const ProductFacts& facts, QDate today,
                                            std::chrono::milliseconds longest = {}) const;

private:
    RuleEngine(std::shared_ptr<const grl::Program> program, std::int64_t version);
    std::shared_ptr<const grl::Program> m_program;
    std::int64_t m_version = 0;
    std::optional<Money> m_ceiling;
};

} // namespace purchasing
