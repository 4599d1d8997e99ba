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

Result<ExplainedDecision> LocalDecisions::decide(const ProductFacts& facts, QDate today,
                                                 const RulesInForce& inForce)
{
    const Result<std::shared_ptr<const RuleEngine>> rules = compiled(inForce);
    if (!rules)
        return rules.error();
    return (*rules)->explain(facts, today);
}

Result<std::shared_ptr<const RuleEngine>> LocalDecisions::rulesInForce()
{
    auto newest = m_rules->currentVersion();
    Result<QHash<QString, QString>> settings = m_people->settings().result();
    const Result<std::int64_t> version = newest.result();
    if (!version)
        return version.error();
    if (!settings)
        return settings.error();
    return compiled({*version, std::move(settings).value()});
}

Result<std::shared_ptr<const RuleEngine>> LocalDecisions::compiled(const RulesInForce& inForce)
{
    const std::optional<Money> ceiling = ceilingOf(inForce.settings.value(QLatin1String(kApprovalCeiling)));
    const std::scoped_lock lock(m_mutex);
    if (!m_compiled || m_compiled->ruleSetVersion() != inForce.version) {
        const Result<RuleSetVersion> current = m_rules->current().result();
        if (!current)
            return current.error();
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
