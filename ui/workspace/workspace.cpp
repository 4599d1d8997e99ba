#include "ui/workspace/workspace.h"

#include "core/flow/catalogue_plan.h"
#include "core/flow/decision_words.h"
#include "core/flow/outbox_relay.h"
#include "ui/workspace/when_ready.h"

#include <QtConcurrent>

#include <chrono>

namespace purchasing::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kPollInterval = 1s; // Another program's change is on the screen within two seconds.
constexpr int kDefaultStaleMinutes = 15;

} // namespace

Workspace::Workspace(Connection connection, QObject* parent)
    : QObject(parent)
    , m_connection(std::move(connection))
    , m_relay(m_connection.channel && !m_connection.readOnly
                  ? std::make_shared<OutboxRelay>(m_connection.ports.orders, m_connection.channel)
                  : nullptr)
    , m_products(std::make_shared<std::vector<ProductFacts>>())
{
    m_background.setMaxThreadCount(2);
    std::function<void()> deliver;
    if (m_relay)
        deliver = [relay = m_relay] { relay->deliverDue(); };
    m_flow = std::make_unique<PurchasingFlow>(m_connection.ports, std::move(deliver));
    connect(&m_pollTimer, &QTimer::timeout, this, &Workspace::poll);
    m_pollTimer.start(kPollInterval);
}

Workspace::~Workspace()
{
    cancelLoading();
    m_flow.reset();
    m_background.waitForDone();
}

int Workspace::rowOf(const QString& productId) const
{
    return m_rowById.value(productId, -1);
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
    if (!engine || row < 0 || row >= static_cast<int>(m_products->size()))
        return {};
    ExplainedDecision explained = engine->explain((*m_products)[static_cast<std::size_t>(row)], today());
    explained.decision.decidedAt = m_decisions[static_cast<std::size_t>(row)].decidedAt;
    return explained;
}

void Workspace::workAs(const Actor& actor)
{
    m_actor = actor;
    m_actorChosen = true;
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
    whenReady(people.operatingSystemUser(), this, [this](const Result<Actor>& user) {
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
    const quint64 generation = ++m_generation;
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    Q_EMIT loadingStarted();

    const auto progress = [this, generation](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(
            this,
            [this, generation, done, total] {
                if (generation == m_generation && m_loading)
                    Q_EMIT loadingProgressed(done, total, tr("Loading products…"));
            },
            Qt::QueuedConnection);
    };
    auto rules = QtConcurrent::run(&m_background, [this] { return m_flow->rulesInForce(); });
    whenReady(rules, this,
              [this, generation, progress](const Result<std::shared_ptr<const RuleEngine>>& compiled) {
                  if (generation != m_generation)
                      return;
                  if (!compiled) {
                      finishLoading();
                      setStale(compiled.error().message);
                      return Q_EMIT loadingFailed(compiled.error());
                  }
                  const bool changed = m_rules && m_rules->ruleSetVersion() != (*compiled)->ruleSetVersion();
                  m_rules = *compiled;
                  if (changed)
                      Q_EMIT rulesChanged();
                  whenReady(m_connection.catalogue->load(progress, m_cancelled), this,
                            [this, generation](Result<std::vector<ProductFacts>> loaded) {
                                if (generation != m_generation)
                                    return;
                                if (!loaded) {
                                    finishLoading();
                                    if (loaded.error().kind != ErrorKind::Cancelled)
                                        setStale(loaded.error().message);
                                    return Q_EMIT loadingFailed(loaded.error());
                                }
                                applyCatalogue(std::move(loaded).value());
                            });
              });
}

void Workspace::cancelLoading()
{
    if (m_cancelled)
        m_cancelled->store(true);
}

void Workspace::applyCatalogue(std::vector<ProductFacts> products)
{
    auto fresh = std::make_shared<std::vector<ProductFacts>>(std::move(products));
    const quint64 generation = m_generation;
    const auto progress = [this, generation](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(
            this,
            [this, generation, done, total] {
                if (generation == m_generation && m_loading)
                    Q_EMIT loadingProgressed(done, total, tr("Deciding…"));
            },
            Qt::QueuedConnection);
    };
    whenReady(planCatalogue(m_rules, fresh, today(), progress, m_cancelled), this,
              [this, generation, fresh](Result<std::vector<Decision>> decisions) {
                  if (generation != m_generation)
                      return;
                  finishLoading();
                  if (!decisions)
                      return Q_EMIT loadingFailed(decisions.error());
                  m_asOf = now();
                  for (Decision& decision : *decisions)
                      decision.decidedAt = m_asOf;
                  const bool sameRows = m_loaded && fresh->size() == m_products->size()
                      && std::equal(fresh->begin(), fresh->end(), m_products->begin(),
                                    [](const ProductFacts& a, const ProductFacts& b) {
                                        return a.product.productId == b.product.productId;
                                    });
                  m_products = fresh;
                  m_decisions = std::move(decisions).value();
                  m_loaded = true;
                  if (!sameRows) {
                      m_rowById.clear();
                      m_rowById.reserve(static_cast<qsizetype>(m_products->size()));
                      for (std::size_t row = 0; row < m_products->size(); ++row)
                          m_rowById.insert((*m_products)[row].product.productId, static_cast<int>(row));
                      Q_EMIT catalogueReset();
                  } else {
                      Q_EMIT rowChanged(-1);
                  }
                  setStale({});
              });
}

void Workspace::finishLoading()
{
    m_loading = false;
    if (m_reloadWanted) {
        m_reloadWanted = false;
        QMetaObject::invokeMethod(this, &Workspace::reload, Qt::QueuedConnection);
    }
}

void Workspace::evaluate(const QString& productId, bool announced)
{
    const FlowRequest request{productId, {}, m_actor};
    whenReady(m_flow->evaluate(request), this,
              [this, productId, announced](const Result<FlowOutcome>& outcome) {
                  if (!outcome)
                      return Q_EMIT actFailed(tr("Evaluating %1").arg(productId), outcome.error());
                  const int row = rowOf(productId);
                  // While the catalogue is being decided its facts are read by other threads; the reload
                  // brings the news.
                  if (row >= 0 && !m_loading) {
                      (*m_products)[static_cast<std::size_t>(row)] = outcome->facts;
                      m_decisions[static_cast<std::size_t>(row)] = outcome->explained.decision;
                      Q_EMIT rowChanged(row);
                  } else {
                      reload();
                  }
                  if (announced)
                      Q_EMIT evaluated(productId,
                                       whatToDo(outcome->explained.decision, outcome->facts, currency()));
              });
}

void Workspace::noticeChange()
{
    deliverInBackground();
    poll();
}

void Workspace::poll()
{
    deliverInBackground();
    if (m_polling)
        return;
    m_polling = true;
    whenReady(m_connection.catalogue->changeCounter(), this, [this](const Result<std::int64_t>& counter) {
        m_polling = false;
        if (!counter)
            return setStale(counter.error().message);
        const bool first = m_changeCounter < 0;
        const bool changed = m_changeCounter != *counter;
        m_changeCounter = *counter;
        if ((first && !m_loaded) || (!changed && m_staleReason.isEmpty()))
            return; // Before the first load there is nothing that could be out of date.
        if (m_loaded || !m_staleReason.isEmpty())
            reload();
        refreshIdentity();
        Q_EMIT ordersChanged();
    });
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
    if (m_staleReason == reason)
        return;
    m_staleReason = reason;
    Q_EMIT stalenessChanged();
}

} // namespace purchasing::ui
