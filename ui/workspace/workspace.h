#pragma once

#include "core/domain/decision.h"
#include "core/flow/catalogue_plan.h"
#include "core/flow/purchasing_flow.h"
#include "core/mail/folder_channel.h"
#include "core/ports/catalogue_importer.h"
#include "core/ports/catalogue_source.h"
#include "ui/workspace/answer_watch.h"

#include <QCache>
#include <QColor>
#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace purchasing {
class OutboxRelay;
}

namespace purchasing::ui {

/// What the application is connected to; app/planner fills it.
struct Connection
{
    QString name; ///< Shown in the title bar and the status bar.
    QString location; ///< The file or host, for tooltips.
    bool readOnly = false;
    QString readOnlyReason;
    QString tag; ///< Warns of a place where mistakes cost money ("PRODUCTION"); empty elsewhere.
    QColor tagColor;
    bool confirmsSending = false; ///< A person is asked before an order goes to a supplier.
    QStringList limitations; ///< What the databases lack and what that costs, in sentences.
    std::function<bool()> isIdle; ///< Says whether letting go of it takes no time; may be empty.
    FlowPorts ports;
    std::shared_ptr<CatalogueSource> catalogue;
    std::shared_ptr<CatalogueImporter> importer; ///< Null where the catalogue is not ours to change.
    std::shared_ptr<FolderChannel> channel;
};

/// The state that all screens share: the catalogue with its decisions, the rules in force, who works here.
/// Lives on the GUI thread; everything slow runs elsewhere and comes back as a signal.
class Workspace : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(Connection connection, QObject* parent = nullptr);
    ~Workspace() override;

    [[nodiscard]] const Connection& connection() const { return m_connection; }
    [[nodiscard]] PurchasingFlow& flow() { return *m_flow; }
    [[nodiscard]] OrderStore& orders() const { return *m_connection.ports.orders; }
    [[nodiscard]] QDateTime now() const { return m_connection.ports.clock->now(); }
    [[nodiscard]] QDate today() const { return now().toLocalTime().date(); }

    /// All products by ascending id; rows below number them. A snapshot: keep the pointer to read it
    /// elsewhere.
    [[nodiscard]] const std::shared_ptr<const Catalogue>& catalogue() const { return m_catalogue; }
    /// The decisions of the catalogue's products as far as they were made; counts and sums come from here.
    [[nodiscard]] const CataloguePlan& plan() const { return m_plan; }
    [[nodiscard]] int productCount() const { return m_catalogue->size(); }
    /// One product with its decision, made now where the plan has not come to it. `row` must be in the
    /// catalogue; the reference is good until the next call.
    struct Product
    {
        ProductFacts facts;
        Decision decision;
    };
    [[nodiscard]] const Product& product(int row) const;
    [[nodiscard]] ProductFacts facts(int row) const { return m_catalogue->facts(row); }
    [[nodiscard]] Decision decision(int row) const { return product(row).decision; }
    [[nodiscard]] bool isOverridden(int row) const { return product(row).facts.overridden.has_value(); }
    /// What the plan keeps of the product's decision; null where it has not come to it.
    [[nodiscard]] const PlannedProduct* planned(int row) const { return m_plan.at(*m_catalogue, row); }
    /// -1 for a product that is not in the catalogue.
    [[nodiscard]] int rowOf(const QString& productId) const { return m_catalogue->rowOf(productId); }
    /// The block of the snapshot that holds the product; null for a product that is not in the catalogue.
    /// While it is the same, so is the product.
    [[nodiscard]] Catalogue::Block blockOf(const QString& productId) const;
    /// Every product was read once; the decisions may still be on their way.
    [[nodiscard]] bool isRead() const { return m_read; }
    /// Everything was read and decided once; before that the first products may be there already.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] bool isBusy() const { return m_loading; }
    /// Something is being read that one may cancel: the catalogue, or products that somebody asked for.
    [[nodiscard]] bool isReading() const { return m_loading || m_evaluations > 0; }
    /// Reading was cancelled and does not end, because the source does not answer: cancelling once more gives
    /// it up.
    [[nodiscard]] bool isStuck() const { return m_isStuck; }
    /// Says why the catalogue is not as fresh as it should be; empty while all is well.
    [[nodiscard]] const QString& staleReason() const { return m_staleReason; }
    [[nodiscard]] QDateTime asOf() const { return m_asOf; }
    /// The sources that cannot be read; the rest is as fresh as ever. stalenessChanged() tells.
    [[nodiscard]] const std::vector<SourceOutage>& outages() const { return m_catalogue->outages(); }

    /// The rules that made the decisions shown: cells, counts, sums and order come from the same ones.
    [[nodiscard]] std::shared_ptr<const RuleEngine> rules() const { return m_rules; }
    /// Deciding all products anew was cancelled: other rules are in force by now, or it is another day. Says
    /// so in a sentence; empty otherwise. stalenessChanged() tells.
    [[nodiscard]] QString heldBackReason() const;
    /// Decides the product once more from the loaded facts and says why; with `rules`, by those instead.
    [[nodiscard]] ExplainedDecision explain(int row, const RuleEngine* rules = nullptr) const;

    [[nodiscard]] const Actor& actor() const { return m_actor; }
    [[nodiscard]] const QHash<QString, QString>& settings() const { return m_settings; }
    [[nodiscard]] QString currency() const
    {
        return m_settings.value(QStringLiteral("currency"), QStringLiteral("USD"));
    }
    /// Whoever asks the database something that a person waits for says so there.
    [[nodiscard]] AnswerWatch& answers() const { return *m_answers; }
    /// How long a read product may be shown as fresh: 15 minutes unless set otherwise.
    [[nodiscard]] int staleAfterMinutes() const;

    /// Works as this person from now on.
    void workAs(const Actor& actor);

public Q_SLOTS:
    /// Loads the catalogue again and decides it with the rules in force.
    void reload();
    /// Stops reading: what was there stays. Where it has not ended after five seconds, calling it again lets
    /// go of the source's connections.
    void cancelLoading();
    /// Asks for nothing more by itself: another workspace takes its place.
    void retire();
    /// Reads one product from its sources, decides and records it. `announced`: evaluated() tells, because a
    /// person asked.
    void evaluate(const QString& productId, bool announced = true);
    /// Reads settings, people and the single-operator mode again.
    void refreshIdentity();
    /// Something was written by this program: look now instead of at the next poll.
    void noticeChange();

Q_SIGNALS:
    void loadingStarted();
    void loadingProgressed(qint64 done, qint64 total, const QString& stage);
    void loadingFailed(const purchasing::Error& error);
    /// Other products or another number of them; rows are no longer what they were.
    void catalogueReset();
    /// The facts or decision of one row, or of every row when `row` is -1, changed.
    void rowChanged(int row);
    /// More of the plan is there; rows and facts are what they were.
    void planGrew();
    void evaluated(const QString& productId, const QString& sentence);
    void actFailed(const QString& what, const purchasing::Error& error);
    void ordersChanged();
    /// Other rules are in force; rules() follow when everything was decided by them.
    void rulesChanged();
    void identityChanged();
    void stalenessChanged();
    /// isReading() or isStuck() may have changed.
    void readingChanged();

private:
    void poll();
    void take(const Result<CatalogueChanges>& changes);
    void reloadWhenDue();
    void deliverInBackground();
    void loadProducts();
    void showArrived(const std::shared_ptr<const Catalogue>& soFar, qint64 total);
    void finishLoad(std::shared_ptr<const Catalogue> loaded);
    void takeLoaded(std::shared_ptr<const Catalogue> loaded);
    void noticeOutages();
    void redecideAll();
    void decideAll(std::shared_ptr<const Catalogue> catalogue);
    void takeRules(const std::shared_ptr<const RuleEngine>& inForce);
    [[nodiscard]] bool isDecidedOtherwise() const;
    void noteHeldBack(bool isHeldBack);
    void failLoading(const Error& error);
    void showPlanned();
    void adopt(const std::vector<ProductFacts>& read, const QStringList& gone);
    void show(std::shared_ptr<const Catalogue> catalogue, CataloguePlan plan);
    void refreshRules();
    void finishLoading();
    void abandonLoading();
    void noteReadingEnded();
    void setStale(const QString& reason);

    /// Blocks that workers decided and the screen does not show yet.
    struct Arrivals;

    Connection m_connection;
    std::shared_ptr<OutboxRelay> m_relay;
    std::unique_ptr<PurchasingFlow> m_flow;
    AnswerWatch* m_answers;
    std::shared_ptr<const Catalogue> m_catalogue = std::make_shared<const Catalogue>();
    CataloguePlan m_plan;
    QDate m_plannedDay; ///< Of the plan.
    mutable QCache<int, Product> m_looked; ///< What the screen shows at the moment.
    std::vector<ProductFacts> m_readMeanwhile; ///< Newer than what a running load brings.
    std::shared_ptr<const RuleEngine> m_rules; ///< Of the plan.
    std::shared_ptr<const RuleEngine> m_rulesInForce;
    QDate m_heldBackSince; ///< When deciding anew was cancelled; null while nothing is held back.
    Actor m_actor;
    bool m_actorChosen = false;
    int m_identityReadings = 0; ///< Late answers are dropped.
    QHash<QString, QString> m_settings;
    QString m_staleReason;
    QDateTime m_asOf;
    std::shared_ptr<std::atomic_bool> m_cancelled;
    QFuture<Result<std::shared_ptr<const Catalogue>>> m_load;
    QFuture<Result<CataloguePlan>> m_planning;
    std::shared_ptr<Arrivals> m_arrivals;
    std::vector<QFuture<Result<std::shared_ptr<const Catalogue>>>> m_abandonedLoads;
    std::shared_ptr<std::atomic_bool> m_evaluationsCancelled; ///< Of those that are under way.
    int m_evaluations = 0;
    bool m_isStuck = false;
    QTimer m_stuckTimer; ///< Runs from cancelling on.
    quint64 m_generation = 0; ///< Drops the late results of a superseded load.
    QElapsedTimer m_loadTime; ///< Since the last load began.
    qint64 m_lastLoadMs = 0;
    bool m_loading = false;
    bool m_read = false;
    bool m_loaded = false;
    bool m_reloadWanted = false;
    bool m_polling = false;
    bool m_delivering = false;
    QTimer m_pollTimer;
    QTimer m_reloadTimer;
    QThreadPool m_background; ///< The relay and the rules; last, so that it ends first.
};

} // namespace purchasing::ui
