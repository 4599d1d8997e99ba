// How the feed loads: from asking to showing, what was read meanwhile, and giving up.
#include "ui/workspace/catalogue_feed.h"
#include "ui/workspace/newer_facts.h"
#include "ui/workspace/when_ready.h"

#include <QtConcurrent>

#include <chrono>
#include <utility>

namespace purchasing::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kCancellingTakes = 5s; // What has not ended by then waits for somebody who does not answer.

} // namespace

void CatalogueFeed::reload()
{
    if (m_loading) {
        m_reloadWanted = true;
        return;
    }
    m_loading = true;
    m_readMeanwhile.clear();
    m_reloadTimer.stop();
    m_loadTime.start();
    const quint64 generation = ++m_generation;
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    Q_EMIT loadingStarted();
    Q_EMIT readingChanged();
    whenReady(m_rulesInForce.read(), this,
              [this, generation](const Result<RulesInForce::Compiled>& compiled) {
                  if (generation != m_generation)
                      return;
                  if (!compiled) {
                      finishLoading();
                      setStale(compiled.error().message);
                      return Q_EMIT loadingFailed(compiled.error());
                  }
                  takeRules(*compiled);
                  loadProducts();
              });
}

void CatalogueFeed::loadProducts()
{
    const quint64 generation = m_generation;
    const auto progress = [this, generation](const Loaded& soFar, qint64 total) {
        QMetaObject::invokeMethod(
            this,
            [this, generation, soFar, total] {
                if (generation == m_generation && m_loading)
                    showArrived(soFar, total);
            },
            Qt::QueuedConnection);
    };
    m_load = m_source->load(progress, m_cancelled, m_loaded ? catalogue() : nullptr);
    whenReady(m_load, this, [this, generation](Result<Loaded> loaded) {
        if (generation != m_generation)
            return;
        if (!loaded)
            return failLoading(loaded.error());
        finishLoad(*loaded);
    });
}

void CatalogueFeed::showArrived(const Loaded& soFar, qint64 total)
{
    // The first load fills the grid as it goes; later ones leave on the screen what is there.
    // Each time takes a while at the end, so the pauses grow.
    if (!m_loaded && soFar->size() > productCount() + productCount() / 2)
        show(soFar->withOutages(m_source->outages()), plan().carriedTo(*catalogue(), *soFar));
    Q_EMIT loadingProgressed(soFar->size(), total, tr("Loading products…"));
}

void CatalogueFeed::finishLoad(Loaded loaded)
{
    if (loaded->outages().empty() || catalogue()->isEmpty())
        return takeLoaded(std::move(loaded));
    // What was known of a source that is away stays known.
    const auto kept = QtConcurrent::run(
        &m_background, [loaded, before = catalogue()] { return loaded->keepingFrom(*before); });
    whenReady(kept, this, [this, generation = m_generation](const Loaded& all) {
        if (generation == m_generation)
            takeLoaded(all);
    });
}

void CatalogueFeed::takeLoaded(Loaded loaded)
{
    const std::vector<ProductFacts> newer = newerThan(*loaded, std::exchange(m_readMeanwhile, {}));
    if (!newer.empty())
        loaded = loaded->with(newer).catalogue;
    m_read = true;
    m_lastLoadMs = m_loadTime.elapsed() + 1; // Rounded up: its share of the time is the most it may take.
    if (!m_loaded)
        show(loaded, plan().carriedTo(*catalogue(), *loaded));
    decideAll(loaded);
}

void CatalogueFeed::finishLoading()
{
    m_loading = false;
    noteReadingEnded();
    if (m_reloadWanted) {
        m_reloadWanted = false;
        QMetaObject::invokeMethod(this, &CatalogueFeed::reload, Qt::QueuedConnection);
    }
}

void CatalogueFeed::failLoading(const Error& error)
{
    finishLoading();
    if (error.kind != ErrorKind::Cancelled)
        setStale(error.message);
    else
        m_rulesInForce.holdBackSince(m_loaded && isDecidedOtherwise() ? today() : QDate());
    Q_EMIT loadingFailed(error);
}

void CatalogueFeed::cancelLoading()
{
    if (m_isStuck)
        return abandonLoading();
    m_evaluations.cancel();
    if (m_cancelled)
        m_cancelled->store(true);
    if (m_loading && !m_stuckTimer.isActive())
        m_stuckTimer.start(kCancellingTakes);
    Q_EMIT readingChanged();
}

void CatalogueFeed::abandonLoading()
{
    std::erase_if(m_abandonedLoads, [](const auto& load) { return load.isFinished(); });
    m_abandonedLoads.push_back(m_load); // Its progress calls this object.
    m_source->abandon();
    ++m_generation; // Whatever comes of it is nobody's.
    m_planning.drop();
    m_reloadWanted = false;
    failLoading(Error{ErrorKind::Cancelled, tr("Reading was given up."), {}});
}

void CatalogueFeed::noteReadingEnded()
{
    if (!m_loading) {
        m_stuckTimer.stop();
        m_isStuck = false;
    }
    Q_EMIT readingChanged();
}

} // namespace purchasing::ui
