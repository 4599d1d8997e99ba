#include "ui/workspace/workspace.h"

#include "core/flow/decision_words.h"
#include "core/flow/outbox_relay.h"
#include "ui/workspace/newer_facts.h"
#include "ui/workspace/when_ready.h"

#include <QtConcurrent>

#include <chrono>
#include <mutex>
#include <utility>

namespace purchasing::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kPollInterval = 1s; // Another program's change is on the screen within two seconds.
constexpr auto kLongestPollInterval = 16s; // While the source does not answer.
constexpr int kDefaultStaleMinutes = 15;
constexpr int kProductsLookedAt = 1000; // About what the largest screen shows.
constexpr std::size_t kMostSingleRows = 20; // More changed rows are shown as a changed catalogue.
constexpr qint64 kLongestWaitMs = 60000; // …but nobody looks at old figures for longer.
constexpr auto kTypedRulesMayTake = 50ms; // Somebody is typing them and must not wait.
constexpr qint64 kLoadShare = 10; // A reload that nobody asked for may take a tenth of the time.

} // namespace

struct Workspace::Arrivals
{
    std::shared_ptr<const Catalogue> catalogue;
    std::mutex mutex; ///< Guards what follows.
    std::vector<std::pair<std::size_t, CataloguePlan::Block>> blocks;
    qint64 decided = 0; ///< Products.
    bool isAnnounced = false; ///< The GUI thread was told to come and take them.
};

Workspace::Workspace(Connection connection, QObject* parent)
    : QObject(parent)
    , m_connection(std::move(connection))
    , m_relay(m_connection.channel && !m_connection.readOnly
                  ? std::make_shared<OutboxRelay>(m_connection.ports.outbox, m_connection.channel)
                  : nullptr)
    , m_answers(new AnswerWatch(this))
    , m_looked(kProductsLookedAt)
{
    m_background.setMaxThreadCount(2);
    std::function<void()> deliver;
    if (m_relay)
        deliver = [relay = m_relay] { relay->deliverDue(); };
    m_flow = std::make_unique<PurchasingFlow>(m_connection.ports, std::move(deliver));
    connect(&m_pollTimer, &QTimer::timeout, this, &Workspace::poll);
    m_pollTimer.start(kPollInterval);
    m_reloadTimer.setSingleShot(true);
    m_stuckTimer.setSingleShot(true);
    connect(&m_stuckTimer, &QTimer::timeout, this, [this] {
        m_isStuck = m_loading;
        Q_EMIT readingChanged();
    });
    m_reloadTimer.setTimerType(Qt::PreciseTimer); // Others may be early.
    connect(&m_reloadTimer, &QTimer::timeout, this, &Workspace::reload);
}

Workspace::~Workspace()
{
    cancelLoading();
    m_load.waitForFinished(); // Their progress calls this object.
    for (auto& load : m_abandonedLoads)
        load.waitForFinished();
    m_planning.waitForFinished();
    m_background.waitForDone(); // It asks the flow for the rules.
    m_flow.reset();
}

const Workspace::Product& Workspace::product(int row) const
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

Catalogue::Block Workspace::blockOf(const QString& productId) const
{
    const int row = rowOf(productId);
    return row < 0 ? nullptr : m_catalogue->blocks()[m_catalogue->blockOf(row)];
}

int Workspace::staleAfterMinutes() const
{
    bool ok = false;
    const int minutes = m_settings.value(QStringLiteral("stale_after_minutes")).toInt(&ok);
    return ok && minutes > 0 ? minutes : kDefaultStaleMinutes;
}

ExplainedDecision Workspace::explain(int row, const RuleEngine* rules) const
{
    const RuleEngine* engine = rules ? rules : m_rules.get();
    if (!engine || row < 0 || row >= productCount())
        return {};
    ExplainedDecision explained = engine->explain(facts(row), today(), rules ? kTypedRulesMayTake : 0ms);
    explained.decision.decidedAt = product(row).decision.decidedAt;
    return explained;
}

void Workspace::workAs(const Actor& actor)
{
    m_actor = actor;
    m_actorChosen = true;
    ++m_identityReadings;
    Q_EMIT identityChanged();
}

void Workspace::refreshIdentity()
{
    PeopleStore& people = *m_connection.ports.people;
    whenReady(people.settings(), this, [this](const Result<QHash<QString, QString>>& settings) {
        if (!settings)
            return;
        if (m_settings != *settings) {
            m_settings = *settings;
            Q_EMIT identityChanged();
        }
    });
    const int reading = ++m_identityReadings;
    whenReady(people.operatingSystemUser(), this, [this, reading](const Result<Actor>& user) {
        if (reading != m_identityReadings)
            return; // Asked again since, or somebody was chosen: this answer is of before.
        if (!user && user.error().kind == ErrorKind::Unavailable)
            return setStale(user.error().message); // The banner says it, and it is tried again.
        if (!user)
            return Q_EMIT actFailed(tr("Finding out who works here"), user.error());
        // Somebody chosen in the status bar stays; but single-operator mode knows one person only.
        if (!m_actorChosen || user->singleOperator || m_actor.singleOperator) {
            m_actorChosen = false;
            m_actor = *user;
        }
        Q_EMIT identityChanged();
    });
}

void Workspace::reload()
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
    auto rules = QtConcurrent::run(&m_background, [this] { return m_flow->rulesInForce(); });
    whenReady(rules, this, [this, generation](const Result<std::shared_ptr<const RuleEngine>>& compiled) {
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

void Workspace::loadProducts()
{
    const quint64 generation = m_generation;
    const auto progress = [this, generation](const std::shared_ptr<const Catalogue>& soFar, qint64 total) {
        QMetaObject::invokeMethod(
            this,
            [this, generation, soFar, total] {
                if (generation == m_generation && m_loading)
                    showArrived(soFar, total);
            },
            Qt::QueuedConnection);
    };
    m_load = m_connection.catalogue->load(progress, m_cancelled, m_loaded ? m_catalogue : nullptr);
    whenReady(m_load, this, [this, generation](Result<std::shared_ptr<const Catalogue>> loaded) {
        if (generation != m_generation)
            return;
        if (!loaded)
            return failLoading(loaded.error());
        finishLoad(*loaded);
    });
}

void Workspace::showArrived(const std::shared_ptr<const Catalogue>& soFar, qint64 total)
{
    // The first load fills the grid as it goes; later ones leave on the screen what is there.
    // Each time takes a while at the end, so the pauses grow.
    if (!m_loaded && soFar->size() > productCount() + productCount() / 2)
        show(soFar->withOutages(m_connection.catalogue->outages()), m_plan.carriedTo(*m_catalogue, *soFar));
    Q_EMIT loadingProgressed(soFar->size(), total, tr("Loading products…"));
}

void Workspace::decideAll(std::shared_ptr<const Catalogue> catalogue)
{
    const quint64 generation = m_generation;
    const auto arrivals = std::make_shared<Arrivals>();
    arrivals->catalogue = catalogue;
    m_arrivals = arrivals;
    // The first time it is shown as it grows. Later ones replace what is shown in one step, so that it never
    // comes from two rule sets or days.
    const bool isFirst = !m_loaded && catalogue == m_catalogue;
    const QDate day = today();
    if (isFirst && m_plannedDay != day)
        m_plan = {};
    if (isFirst)
        m_plannedDay = day;
    const auto planned = [this, arrivals, isFirst](std::size_t block, const CataloguePlan::Block& decided) {
        const std::scoped_lock lock(arrivals->mutex);
        arrivals->decided += static_cast<qint64>(decided->size());
        if (isFirst)
            arrivals->blocks.emplace_back(block, decided);
        if (!std::exchange(arrivals->isAnnounced, true))
            QMetaObject::invokeMethod(this, &Workspace::showPlanned, Qt::QueuedConnection);
    };
    m_planning = planCatalogue(m_rulesInForce, catalogue, isFirst ? m_plan : CataloguePlan(), day, now(),
                               planned, m_cancelled);
    whenReady(m_planning, this,
              [this, generation, catalogue, day, rules = m_rulesInForce](const Result<CataloguePlan>& plan) {
                  if (generation != m_generation)
                      return;
                  m_arrivals.reset();
                  if (!plan)
                      return failLoading(plan.error());
                  finishLoading();
                  m_asOf = now();
                  m_loaded = true;
                  m_rules = rules;
                  m_plannedDay = day;
                  show(catalogue, *plan);
                  if (!m_readMeanwhile.empty())
                      adopt(std::exchange(m_readMeanwhile, {}), {});
                  noteHeldBack(false);
                  setStale({});
              });
}

void Workspace::showPlanned()
{
    const std::shared_ptr<Arrivals> arrivals = m_arrivals;
    if (!arrivals)
        return;
    std::vector<CataloguePlan::Block> blocks = m_plan.blocks();
    bool grew = false;
    qint64 decided = 0;
    {
        const std::scoped_lock lock(arrivals->mutex);
        arrivals->isAnnounced = false;
        decided = arrivals->decided;
        // Where something changed meanwhile, the whole plan comes soon.
        grew = arrivals->catalogue == m_catalogue && !arrivals->blocks.empty();
        if (grew)
            blocks.resize(m_catalogue->blocks().size());
        for (auto& [block, plan] : arrivals->blocks) {
            if (grew)
                blocks[block] = std::move(plan);
        }
        arrivals->blocks.clear();
    }
    if (grew) {
        m_plan = CataloguePlan(std::move(blocks));
        Q_EMIT planGrew();
    }
    Q_EMIT loadingProgressed(decided, arrivals->catalogue->size(), tr("Deciding products…"));
}

void Workspace::show(std::shared_ptr<const Catalogue> catalogue, CataloguePlan plan)
{
    const bool sameOutages = catalogue->outages() == m_catalogue->outages();
    const bool sameRows = catalogue == m_catalogue || catalogue->hasSameProducts(*m_catalogue);
    m_catalogue = std::move(catalogue);
    m_plan = std::move(plan);
    m_looked.clear();
    if (sameRows)
        Q_EMIT rowChanged(-1);
    else
        Q_EMIT catalogueReset();
    if (!sameOutages)
        Q_EMIT stalenessChanged();
}

void Workspace::retire()
{
    m_pollTimer.stop();
    m_reloadTimer.stop();
    cancelLoading();
    m_reloadWanted = false;
}

void Workspace::finishLoading()
{
    m_loading = false;
    noteReadingEnded();
    if (m_reloadWanted) {
        m_reloadWanted = false;
        QMetaObject::invokeMethod(this, &Workspace::reload, Qt::QueuedConnection);
    }
}

void Workspace::adopt(const std::vector<ProductFacts>& read, const QStringList& gone)
{
    if (m_loading) {
        // The load may have read these products before they changed: they are put in when it ends.
        m_readMeanwhile.insert(m_readMeanwhile.end(), read.begin(), read.end());
        if (!gone.isEmpty())
            m_reloadWanted = true;
        if (!m_loaded)
            return;
    }
    if (!m_rules)
        return;
    const std::vector<ProductFacts> fresh = newerThan(*m_catalogue, read);
    if (fresh.empty() && gone.isEmpty())
        return;
    const Catalogue::Change change = m_catalogue->with(fresh, gone);
    QSet<QString> changed;
    for (const ProductFacts& facts : fresh)
        changed.insert(facts.product.productId);
    CataloguePlan plan = m_plan.redecided(*m_catalogue, *change.catalogue, *m_rules, changed, today(), now());
    m_catalogue = change.catalogue;
    m_plan = std::move(plan);
    m_looked.clear();
    if (!change.sameRows)
        return Q_EMIT catalogueReset();
    if (fresh.size() > kMostSingleRows)
        return Q_EMIT rowChanged(-1);
    for (const ProductFacts& facts : fresh)
        Q_EMIT rowChanged(rowOf(facts.product.productId));
}

void Workspace::noticeChange()
{
    deliverInBackground();
    poll();
}

void Workspace::poll()
{
    deliverInBackground();
    if (m_polling || m_loading)
        return;
    if (!m_loaded) {
        // Before the first load there is nothing that could be out of date; after a failed one, try again.
        if (!m_staleReason.isEmpty())
            reload();
        return;
    }
    m_polling = true;
    const auto asked = m_connection.catalogue->changes();
    m_answers->expect(asked, tr("the look for what others changed"));
    whenReady(asked, this, [this](const Result<CatalogueChanges>& changes) {
        m_polling = false;
        take(changes);
    });
}

void Workspace::take(const Result<CatalogueChanges>& changes)
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
    else if (today() != m_plannedDay && today() != m_heldBackSince && !m_loading)
        refreshRules(); // Dates are another day's now.
    if (!changes->hasChanges)
        return;
    if (!changes->fresh.empty() || !changes->gone.isEmpty())
        adopt(changes->fresh, changes->gone);
    refreshRules();
    refreshIdentity();
    Q_EMIT ordersChanged();
}

void Workspace::refreshRules()
{
    auto rules = QtConcurrent::run(&m_background, [this] { return m_flow->rulesInForce(); });
    whenReady(rules, this, [this](const Result<std::shared_ptr<const RuleEngine>>& compiled) {
        if (m_loading)
            return; // The load asks for itself.
        if (!compiled)
            return setStale(compiled.error().message);
        // What somebody cancelled is not begun again by itself.
        const bool isHeldBack =
            m_heldBackSince == today() && m_rulesInForce && (*compiled)->decidesAs(*m_rulesInForce);
        takeRules(*compiled);
        if (isDecidedOtherwise() && !isHeldBack)
            redecideAll();
    });
}

void Workspace::takeRules(const std::shared_ptr<const RuleEngine>& inForce)
{
    const bool changed = m_rulesInForce && m_rulesInForce->ruleSetVersion() != inForce->ruleSetVersion();
    m_rulesInForce = inForce;
    if (!m_loaded) { // Nothing is shown that they would contradict, or only a beginning.
        if (m_rules && !m_rules->decidesAs(*inForce))
            m_plan = {};
        m_rules = inForce;
        m_looked.clear();
    }
    if (changed)
        Q_EMIT rulesChanged();
}

bool Workspace::isDecidedOtherwise() const
{
    return !m_rules || !m_rules->decidesAs(*m_rulesInForce) || m_plannedDay != today();
}

void Workspace::reloadWhenDue()
{
    const qint64 due = std::min(m_lastLoadMs * kLoadShare, kLongestWaitMs) - m_loadTime.elapsed();
    if (due <= 0)
        return reload();
    if (!m_reloadTimer.isActive())
        m_reloadTimer.start(static_cast<int>(due));
}

void Workspace::deliverInBackground()
{
    if (!m_relay || m_delivering)
        return;
    m_delivering = true;
    whenReady(QtConcurrent::run(&m_background, [relay = m_relay] { return relay->deliverDue(); }), this,
              [this](int /*delivered: the change counter tells*/) { m_delivering = false; });
}

void Workspace::setStale(const QString& reason)
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
