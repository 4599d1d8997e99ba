#include "ui/workspace/catalogue_feed.h"

#include "ui/workspace/answer_watch.h"
#include "ui/workspace/newer_facts.h"
#include "ui/workspace/when_ready.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace purchasing::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kPollInterval = 1s; // Another program's change is on the screen within two seconds.
constexpr auto kLongestPollInterval = 16s; // While the source does not answer.
constexpr std::size_t kMostSingleRows = 20; // More changed rows are shown as a changed catalogue.
constexpr qint64 kLongestWaitMs = 60000; // …but nobody looks at old figures for longer.
constexpr qint64 kLoadShare = 10; // A reload that nobody asked for may take a tenth of the time.

} // namespace

CatalogueFeed::CatalogueFeed(const Connection& connection, PurchasingFlow& flow, RulesInForce& rulesInForce,
                             const Identity& identity, AnswerWatch& answers, QThreadPool& background,
                             QObject* parent)
    : QObject(parent)
    , DecidedCatalogue(connection.ports.clock)
    , m_source(connection.catalogue)
    , m_rulesInForce(rulesInForce)
    , m_answers(answers)
    , m_background(background)
    , m_evaluations(flow, identity, answers, m_order)
{
    connect(&m_pollTimer, &QTimer::timeout, this, [this] {
        Q_EMIT pollDue();
        poll();
    });
    m_pollTimer.start(kPollInterval);
    m_stuckTimer.setSingleShot(true);
    connect(&m_stuckTimer, &QTimer::timeout, this, [this] {
        m_isStuck = m_loading;
        Q_EMIT readingChanged();
    });
    m_reloadTimer.setSingleShot(true);
    m_reloadTimer.setTimerType(Qt::PreciseTimer); // Others may be early.
    connect(&m_reloadTimer, &QTimer::timeout, this, &CatalogueFeed::reload);
    connect(&m_planning, &CataloguePlanning::arrived, this, &CatalogueFeed::showPlanned);
    connect(&m_rulesInForce, &RulesInForce::heldBackChanged, this, &CatalogueFeed::stalenessChanged);
    connect(&m_evaluations, &Evaluations::begun, this, &CatalogueFeed::readingChanged);
    connect(&m_evaluations, &Evaluations::ended, this, [this] {
        noteReadingEnded();
        noticeOutages();
    });
    connect(&m_evaluations, &Evaluations::read, this,
            [this](const ProductFacts& facts, ReadingOrder::Moment asked) { takeRead({facts}, {}, asked); });
    connect(&m_evaluations, &Evaluations::evaluated, this, &CatalogueFeed::evaluated);
    connect(&m_evaluations, &Evaluations::actFailed, this, &CatalogueFeed::actFailed);
}

CatalogueFeed::~CatalogueFeed()
{
    cancelLoading();
    m_load.waitForFinished(); // Their progress calls this object.
    for (auto& load : m_abandonedLoads)
        load.waitForFinished();
}

void CatalogueFeed::retire()
{
    m_pollTimer.stop();
    m_reloadTimer.stop();
    cancelLoading();
    m_reloadWanted = false;
}

void CatalogueFeed::evaluate(const QString& productId, bool announced)
{
    m_evaluations.begin(productId, announced);
}

void CatalogueFeed::takeRead(const std::vector<ProductFacts>& read, const QStringList& gone,
                             ReadingOrder::Moment asked)
{
    std::vector<ProductFacts> fresh;
    QStringList again;
    for (const ProductFacts& facts : read) {
        if (m_order.wasOvertaken(facts.product.productId, asked))
            again += facts.product.productId;
        else
            fresh.push_back(facts);
    }
    for (const ProductFacts& facts : fresh) // Only now: what is told together does not overtake itself.
        m_order.take(facts.product.productId);
    adopt(fresh, gone);
    if (again.size() > static_cast<qsizetype>(kMostSingleRows))
        return reloadWhenDue();
    for (const QString& productId : again)
        evaluate(productId, false);
}

void CatalogueFeed::adopt(const std::vector<ProductFacts>& read, const QStringList& gone)
{
    if (m_loading) {
        // The load may have read these products before they changed: they are put in when it ends.
        m_readMeanwhile.insert(m_readMeanwhile.end(), read.begin(), read.end());
        if (!gone.isEmpty())
            m_reloadWanted = true;
        if (!m_loaded)
            return;
    }
    const auto engine = rules();
    if (!engine)
        return;
    const std::vector<ProductFacts> fresh = newerThan(*catalogue(), read);
    if (fresh.empty() && gone.isEmpty())
        return;
    const Catalogue::Change change = catalogue()->with(fresh, gone);
    QSet<QString> changed;
    for (const ProductFacts& facts : fresh)
        changed.insert(facts.product.productId);
    replace(change.catalogue,
            plan().redecided(*catalogue(), *change.catalogue, *engine, changed, today(), now()));
    if (!change.sameRows)
        return Q_EMIT catalogueReset();
    if (fresh.size() > kMostSingleRows)
        return Q_EMIT rowChanged(-1);
    for (const ProductFacts& facts : fresh)
        Q_EMIT rowChanged(rowOf(facts.product.productId));
}

void CatalogueFeed::show(Loaded next, CataloguePlan decided)
{
    const Loaded before = catalogue();
    replace(std::move(next), std::move(decided));
    if (catalogue() == before || catalogue()->hasSameProducts(*before))
        Q_EMIT rowChanged(-1);
    else
        Q_EMIT catalogueReset();
    if (outages() != before->outages())
        Q_EMIT stalenessChanged();
}

void CatalogueFeed::poll()
{
    if (m_polling || m_loading)
        return;
    if (!m_loaded) {
        // Before the first load there is nothing that could be out of date; after a failed one, try again.
        if (!m_staleReason.isEmpty())
            reload();
        return;
    }
    m_polling = true;
    const ReadingOrder::Moment moment = m_order.ask();
    const auto asked = m_source->changes();
    m_answers.expect(asked, tr("the look for what others changed"));
    whenReady(asked, this, [this, moment](const Result<CatalogueChanges>& changes) {
        m_polling = false;
        take(changes, moment);
    });
}

void CatalogueFeed::take(const Result<CatalogueChanges>& changes, ReadingOrder::Moment asked)
{
    if (!changes && changes.error().kind == ErrorKind::Cancelled)
        return; // Given up together with a load: asked again soon.
    if (!changes)
        return setStale(changes.error().message);
    noticeOutages();
    if (!m_staleReason.isEmpty())
        reload();
    else if (changes->needsReload)
        reloadWhenDue();
    else if (today() != plannedDay() && today() != m_rulesInForce.heldBackSince() && !m_loading)
        refreshRules(); // Dates are another day's now.
    if (!changes->hasChanges)
        return;
    if (!changes->fresh.empty() || !changes->gone.isEmpty())
        takeRead(changes->fresh, changes->gone, asked);
    refreshRules();
    Q_EMIT ordersChanged();
}

void CatalogueFeed::reloadWhenDue()
{
    const qint64 due = std::min(m_lastLoadMs * kLoadShare, kLongestWaitMs) - m_loadTime.elapsed();
    if (due <= 0)
        return reload();
    if (!m_reloadTimer.isActive())
        m_reloadTimer.start(static_cast<int>(due));
}

void CatalogueFeed::noticeOutages()
{
    const std::vector<SourceOutage> away = m_source->outages();
    if (m_loading || !m_loaded || !rules() || away == outages())
        return; // A load says itself what was away.
    const auto isAway = [&](const SourceOutage& before) {
        return std::any_of(away.begin(), away.end(),
                           [&](const SourceOutage& now) { return now.source == before.source; });
    };
    if (!std::all_of(outages().begin(), outages().end(), isAway))
        return reload(); // One is back, with whatever changed meanwhile.
    show(catalogue()->withOutages(away), plan());
    redecideAll();
}

void CatalogueFeed::setStale(const QString& reason)
{
    // Twice as long after each failure, so that a server that comes back is not met by a crowd.
    if (m_pollTimer.isActive())
        m_pollTimer.setInterval(reason.isEmpty()
                                    ? std::chrono::milliseconds(kPollInterval)
                                    : std::min<std::chrono::milliseconds>(
                                        m_pollTimer.intervalAsDuration() * 2, kLongestPollInterval));
    if (m_staleReason == reason)
        return;
    m_staleReason = reason;
    Q_EMIT stalenessChanged();
}

} // namespace purchasing::ui
