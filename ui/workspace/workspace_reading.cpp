// What the workspace reads: loads that end, sources that go and come back, and giving up.
#include "core/flow/decision_words.h"
#include "ui/workspace/newer_facts.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QLocale>
#include <QtConcurrent>

#include <algorithm>
#include <chrono>
#include <utility>

namespace purchasing::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kCancellingTakes = 5s; // What has not ended by then waits for somebody who does not answer.

} // namespace

void Workspace::finishLoad(std::shared_ptr<const Catalogue> loaded)
{
    if (loaded->outages().empty() || m_catalogue->isEmpty())
        return takeLoaded(std::move(loaded));
    // What was known of a source that is away stays known.
    const auto kept = QtConcurrent::run(
        &m_background, [loaded, before = m_catalogue] { return loaded->keepingFrom(*before); });
    whenReady(kept, this,
              [this, generation = m_generation](const std::shared_ptr<const Catalogue>& catalogue) {
                  if (generation == m_generation)
                      takeLoaded(catalogue);
              });
}

void Workspace::takeLoaded(std::shared_ptr<const Catalogue> loaded)
{
    const std::vector<ProductFacts> newer = newerThan(*loaded, std::exchange(m_readMeanwhile, {}));
    if (!newer.empty())
        loaded = loaded->with(newer).catalogue;
    m_read = true;
    m_lastLoadMs = m_loadTime.elapsed() + 1; // Rounded up: its share of the time is the most it may take.
    if (!m_loaded)
        show(loaded, m_plan.carriedTo(*m_catalogue, *loaded));
    decideAll(std::move(loaded));
}

void Workspace::noticeOutages()
{
    const std::vector<SourceOutage> outages = m_connection.catalogue->outages();
    if (m_loading || !m_loaded || !m_rules || outages == m_catalogue->outages())
        return; // A load says itself what was away.
    const auto isAway = [&](const SourceOutage& before) {
        return std::any_of(outages.begin(), outages.end(),
                           [&](const SourceOutage& now) { return now.source == before.source; });
    };
    if (!std::all_of(m_catalogue->outages().begin(), m_catalogue->outages().end(), isAway))
        return reload(); // One is back, with whatever changed meanwhile.
    show(m_catalogue->withOutages(outages), m_plan);
    redecideAll();
}

void Workspace::redecideAll()
{
    m_loading = true;
    ++m_generation;
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    Q_EMIT loadingStarted();
    Q_EMIT readingChanged();
    decideAll(m_catalogue);
}

void Workspace::failLoading(const Error& error)
{
    finishLoading();
    if (error.kind != ErrorKind::Cancelled)
        setStale(error.message);
    else
        noteHeldBack(m_loaded && isDecidedOtherwise());
    Q_EMIT loadingFailed(error);
}

void Workspace::noteHeldBack(bool isHeldBack)
{
    const QDate since = isHeldBack ? today() : QDate();
    if (std::exchange(m_heldBackSince, since) != since)
        Q_EMIT stalenessChanged();
}

QString Workspace::heldBackReason() const
{
    if (m_heldBackSince.isNull() || !m_rules || !m_rulesInForce)
        return {};
    if (m_rules->ruleSetVersion() != m_rulesInForce->ruleSetVersion())
        return tr("Rules version %1 decides orders now, but deciding the products by it was cancelled: you "
                  "see what version %2 decided.")
            .arg(m_rulesInForce->ruleSetVersion())
            .arg(m_rules->ruleSetVersion());
    return tr("Deciding the products anew was cancelled: you see what was decided on %1.")
        .arg(QLocale().toString(m_plannedDay, QLocale::ShortFormat));
}

void Workspace::evaluate(const QString& productId, bool announced)
{
    if (!m_evaluationsCancelled)
        m_evaluationsCancelled = std::make_shared<std::atomic_bool>(false);
    const FlowRequest request{productId, {}, m_actor, {}, m_evaluationsCancelled};
    ++m_evaluations;
    Q_EMIT readingChanged();
    const auto asked = m_flow->evaluate(request);
    m_answers->expect(asked, tr("reading %1").arg(productId));
    whenReady(
        asked, this,
        [this, productId, announced, cancelled = m_evaluationsCancelled](const Result<FlowOutcome>& outcome) {
            if (cancelled->load())
                return; // Nobody waits for it any more.
            --m_evaluations;
            noteReadingEnded();
            noticeOutages();
            if (!outcome)
                return Q_EMIT actFailed(tr("Evaluating %1").arg(productId), outcome.error());
            adopt({outcome->facts}, {});
            if (announced)
                Q_EMIT evaluated(productId,
                                 whatToDo(outcome->explained.decision, outcome->facts, currency()));
        });
}

void Workspace::cancelLoading()
{
    if (m_isStuck)
        return abandonLoading();
    if (m_evaluations > 0) {
        // Reading one product changes nothing, so nobody need wait for its end.
        std::exchange(m_evaluationsCancelled, nullptr)->store(true);
        m_evaluations = 0;
    }
    if (m_cancelled)
        m_cancelled->store(true);
    if (m_loading && !m_stuckTimer.isActive())
        m_stuckTimer.start(kCancellingTakes);
    Q_EMIT readingChanged();
}

void Workspace::abandonLoading()
{
    std::erase_if(m_abandonedLoads, [](const auto& load) { return load.isFinished(); });
    m_abandonedLoads.push_back(m_load); // Its progress calls this object.
    m_connection.catalogue->abandon();
    ++m_generation; // Whatever comes of it is nobody's.
    m_arrivals.reset();
    m_reloadWanted = false;
    failLoading(Error{ErrorKind::Cancelled, tr("Reading was given up."), {}});
}

void Workspace::noteReadingEnded()
{
    if (!m_loading) {
        m_stuckTimer.stop();
        m_isStuck = false;
    }
    Q_EMIT readingChanged();
}

} // namespace purchasing::ui
