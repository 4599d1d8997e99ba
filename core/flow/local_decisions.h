#pragma once

#include "core/flow/rule_engine.h"
#include "core/ports/decision_maker.h"
#include "core/ports/people_store.h"
#include "core/ports/product_reader.h"
#include "core/ports/rule_store.h"

#include <memory>
#include <mutex>

namespace purchasing {

/// Decides in this process, by the newest published rules under the installation's approval ceiling. Any
/// thread.
class LocalDecisions : public DecisionMaker
{
public:
    LocalDecisions(std::shared_ptr<RuleStore> rules, std::shared_ptr<PeopleStore> people);

    [[nodiscard]] QFuture<Result<ExplainedDecision>> decide(const ProductFacts& facts, QDate today) override;

    /// As above, by the rules that were in force at the moment of the facts.
    [[nodiscard]] Result<ExplainedDecision> decide(const ProductFacts& facts, QDate today,
                                                   const RulesInForce& inForce);

    /// The compiled rules in force; compiled again only when another version was published. Waits for the
    /// stores.
    [[nodiscard]] Result<std::shared_ptr<const RuleEngine>> rulesInForce();

private:
    [[nodiscard]] Result<std::shared_ptr<const RuleEngine>> compiled(const RulesInForce& inForce);

    std::shared_ptr<RuleStore> m_rules;
    std::shared_ptr<PeopleStore> m_people;
    std::mutex m_mutex;
    std::shared_ptr<const RuleEngine> m_compiled;
};

} // namespace purchasing
