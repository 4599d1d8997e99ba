#include "core/flow/local_decisions.h"

#include "core/domain/approval_ceiling.h"

namespace purchasing {

LocalDecisions::LocalDecisions(std::shared_ptr<RuleStore> rules, std::shared_ptr<PeopleStore> people)
    : m_rules(std::move(rules))
    , m_people(std::move(people))
{
}

QFuture<Result<ExplainedDecision>> LocalDecisions::decide(const ProductFacts& facts, QDate today)
{
    const Result<std::shared_ptr<const RuleEngine>> rules = rulesInForce();
    if (!rules)
        return QtFuture::makeReadyFuture(Result<ExplainedDecision>(rules.error()));
    return QtFuture::makeReadyFuture(Result<ExplainedDecision>((*rules)->explain(facts, today)));
}

Result<std::shared_ptr<const RuleEngine>> LocalDecisions::rulesInForce()
{
    const Result<RuleSetVersion> current = m_rules->current().result();
    if (!current)
        return current.error();
    const Result<QHash<QString, QString>> settings = m_people->settings().result();
    if (!settings)
        return settings.error();
    const std::optional<Money> ceiling = ceilingOf(settings->value(QLatin1String(kApprovalCeiling)));
    const std::scoped_lock lock(m_mutex);
    if (!m_compiled || m_compiled->ruleSetVersion() != current->version) {
        Result<std::shared_ptr<const RuleEngine>> compiled = RuleEngine::compile(*current);
        if (!compiled)
            return compiled;
        m_compiled = *compiled;
    }
    if (m_compiled->ceiling() != ceiling)
        m_compiled = m_compiled->withCeiling(ceiling);
    return m_compiled;
}

} // namespace purchasing
