// How the feed decides: all products by the rules in force, anew when others are, and what is held back.
#include "ui/workspace/catalogue_feed.h"
#include "ui/workspace/when_ready.h"

#include <utility>

namespace purchasing::ui {

void CatalogueFeed::decideAll(const Loaded& products)
{
    // The first time it is shown as it grows. Later ones replace what is shown in one step, so that it never
    // comes from two rule sets or days.
    const bool isFirst = !m_loaded && products == catalogue();
    const QDate day = today();
    if (isFirst)
        planFor(day);
    const RulesInForce::Compiled engine = m_rulesInForce.current();
    m_planning.start({engine, products, isFirst ? plan() : CataloguePlan(), day, now(), isFirst}, m_cancelled,
                     [this, products, day, engine](const Result<CataloguePlan>& decided) {
                         if (!decided)
                             return failLoading(decided.error());
                         finishLoading();
                         m_asOf = now();
                         m_loaded = true;
                         decideBy(engine);
                         planFor(day);
                         show(products, *decided);
                         if (!m_readMeanwhile.empty())
                             adopt(std::exchange(m_readMeanwhile, {}), {});
                         m_rulesInForce.holdBackSince({});
                         setStale({});
                     });
}

void CatalogueFeed::redecideAll()
{
    m_loading = true;
    ++m_generation;
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    Q_EMIT loadingStarted();
    Q_EMIT readingChanged();
    decideAll(catalogue());
}

void CatalogueFeed::showPlanned()
{
    std::optional<CataloguePlanning::Arrived> arrived = m_planning.takeArrived();
    if (!arrived)
        return;
    // Where something changed meanwhile, the whole plan comes soon.
    if (arrived->catalogue == catalogue() && !arrived->blocks.empty()) {
        std::vector<CataloguePlan::Block> blocks = plan().blocks();
        blocks.resize(catalogue()->blocks().size());
        for (auto& [block, decided] : arrived->blocks)
            blocks[block] = std::move(decided);
        growPlan(CataloguePlan(std::move(blocks)));
        Q_EMIT planGrew();
    }
    Q_EMIT loadingProgressed(arrived->decided, arrived->catalogue->size(), tr("Deciding products…"));
}

void CatalogueFeed::refreshRules()
{
    whenReady(m_rulesInForce.read(), this, [this](const Result<RulesInForce::Compiled>& compiled) {
        if (m_loading)
            return; // The load asks for itself.
        if (!compiled)
            return setStale(compiled.error().message);
        // What somebody cancelled is not begun again by itself.
        const bool isHeldBack = m_rulesInForce.isHeldBack(**compiled, today());
        takeRules(*compiled);
        if (isDecidedOtherwise() && !isHeldBack)
            redecideAll();
    });
}

void CatalogueFeed::takeRules(const RulesInForce::Compiled& compiled)
{
    if (!m_loaded) // Nothing is shown that they would contradict, or only a beginning.
        decideBy(compiled);
    m_rulesInForce.take(compiled);
}

bool CatalogueFeed::isDecidedOtherwise() const
{
    return !rules() || !rules()->decidesAs(*m_rulesInForce.current()) || plannedDay() != today();
}

QString CatalogueFeed::heldBackReason() const
{
    const auto shown = rules();
    return shown ? m_rulesInForce.heldBackReason(*shown, plannedDay()) : QString();
}

} // namespace purchasing::ui
