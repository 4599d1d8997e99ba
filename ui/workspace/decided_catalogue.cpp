#include "ui/workspace/decided_catalogue.h"

#include <chrono>
#include <utility>

namespace purchasing::ui {
namespace {

using namespace std::chrono_literals;

constexpr int kProductsLookedAt = 1000; // About what the largest screen shows.
constexpr auto kTypedRulesMayTake = 50ms; // Somebody is typing them and must not wait.

} // namespace

DecidedCatalogue::DecidedCatalogue(std::shared_ptr<Clock> clock)
    : m_clock(std::move(clock))
    , m_looked(kProductsLookedAt)
{
}

const DecidedCatalogue::Product& DecidedCatalogue::product(int row) const
{
    if (const Product* looked = m_looked.object(row))
        return *looked;
    auto product = std::make_unique<Product>();
    product->facts = m_catalogue->facts(row);
    if (m_rules)
        product->decision = m_rules->decide(product->facts, today());
    const PlannedProduct* known = planned(row);
    product->decision.decidedAt =
        known ? QDateTime::fromMSecsSinceEpoch(known->decidedAt, Qt::UTC) : product->facts.asOf;
    auto* kept = product.release();
    m_looked.insert(row, kept); // Owns it now.
    return *kept;
}

Catalogue::Block DecidedCatalogue::blockOf(const QString& productId) const
{
    const int row = rowOf(productId);
    return row < 0 ? nullptr : m_catalogue->blocks()[m_catalogue->blockOf(row)];
}

ExplainedDecision DecidedCatalogue::explain(int row, const RuleEngine* rules) const
{
    const RuleEngine* engine = rules ? rules : m_rules.get();
    if (!engine || row < 0 || row >= productCount())
        return {};
    ExplainedDecision explained = engine->explain(facts(row), today(), rules ? kTypedRulesMayTake : 0ms);
    explained.decision.decidedAt = product(row).decision.decidedAt;
    return explained;
}

void DecidedCatalogue::planFor(const QDate& day)
{
    if (m_plannedDay != day)
        m_plan = {};
    m_plannedDay = day;
}

void DecidedCatalogue::decideBy(std::shared_ptr<const RuleEngine> rules)
{
    if (m_rules && !m_rules->decidesAs(*rules))
        m_plan = {};
    m_rules = std::move(rules);
    m_looked.clear();
}

void DecidedCatalogue::replace(std::shared_ptr<const Catalogue> catalogue, CataloguePlan plan)
{
    m_catalogue = std::move(catalogue);
    m_plan = std::move(plan);
    m_looked.clear();
}

} // namespace purchasing::ui
