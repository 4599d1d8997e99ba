#pragma once

#include "core/ports/catalogue_source.h"
#include "ui/workspace/catalogue_planning.h"
#include "ui/workspace/connection.h"
#include "ui/workspace/decided_catalogue.h"
#include "ui/workspace/evaluations.h"
#include "ui/workspace/rules_in_force.h"

#include <QElapsedTimer>
#include <QThreadPool>
#include <QTimer>

namespace purchasing::ui {

/// Keeps the products and their decisions as fresh as the database: loads them, decides them by the rules in
/// force and asks every second what others changed. Lives on the GUI thread; everything slow runs elsewhere
/// and comes back as a signal. What fails is said by staleReason() and loadingFailed(), and tried again.
class CatalogueFeed : public QObject, public DecidedCatalogue
{
    Q_OBJECT

public:
    /// All but the connection must outlive it.
    CatalogueFeed(const Connection& connection, PurchasingFlow& flow, RulesInForce& rulesInForce,
                  const Identity& identity, AnswerWatch& answers, QThreadPool& background,
                  QObject* parent = nullptr);
    /// Cancels what is loading and waits for its end.
    ~CatalogueFeed() override;

    /// Every product was read once; the decisions may still be on their way.
    [[nodiscard]] bool isRead() const { return m_read; }
    /// Everything was read and decided once; before that the first products may be there already.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] bool isBusy() const { return m_loading; }
    /// Something is being read that one may cancel: the catalogue, or products that somebody asked for.
    [[nodiscard]] bool isReading() const { return m_loading || m_evaluations.areUnderWay(); }
    /// Reading was cancelled and does not end, because the source does not answer: cancelling once more gives
    /// it up.
    [[nodiscard]] bool isStuck() const { return m_isStuck; }
    /// Says why the catalogue is not as fresh as it should be; empty while all is well.
    [[nodiscard]] const QString& staleReason() const { return m_staleReason; }
    [[nodiscard]] QDateTime asOf() const { return m_asOf; }
    /// Deciding all products anew was cancelled: other rules are in force by now, or it is another day. Says
    /// so in a sentence; empty otherwise. stalenessChanged() tells.
    [[nodiscard]] QString heldBackReason() const;

public Q_SLOTS:
    /// Loads the catalogue again and decides it with the rules in force.
    void reload();
    /// Stops reading: what was there stays. Where it has not ended after five seconds, calling it again lets
    /// go of the source's connections.
    void cancelLoading();
    /// Asks for nothing more by itself: another connection takes its place.
    void retire();
    /// Reads one product from its sources, decides and records it. `announced`: evaluated() tells, because a
    /// person asked.
    void evaluate(const QString& productId, bool announced = true);
    /// Asks now what was changed, instead of when it is due.
    void poll();
    /// The database does not answer, says somebody else who asked it; it is tried again less often. Empty:
    /// all is well.
    void setStale(const QString& reason);

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
    /// It is time to ask what was changed; told even while a load keeps it from asking.
    void pollDue();
    /// Somebody wrote to the database: orders, people and settings may be others, too.
    void ordersChanged();
    /// staleReason(), heldBackReason() or outages() is another one.
    void stalenessChanged();
    /// isReading() or isStuck() may have changed.
    void readingChanged();

private:
    using Loaded = std::shared_ptr<const Catalogue>;

    void take(const Result<CatalogueChanges>& changes, ReadingOrder::Moment asked);
    /// Shows what nothing overtook and asks for the rest again.
    void takeRead(const std::vector<ProductFacts>& read, const QStringList& gone, ReadingOrder::Moment asked);
    void reloadWhenDue();
    void loadProducts();
    void showArrived(const Loaded& soFar, qint64 total);
    void finishLoad(Loaded loaded);
    void takeLoaded(Loaded loaded);
    void finishLoading();
    void failLoading(const Error& error);
    void abandonLoading();
    void noteReadingEnded();
    void noticeOutages();
    void refreshRules();
    void takeRules(const RulesInForce::Compiled& compiled);
    [[nodiscard]] bool isDecidedOtherwise() const;
    void decideAll(const Loaded& products);
    void redecideAll();
    void showPlanned();
    void adopt(const std::vector<ProductFacts>& read, const QStringList& gone);
    void show(Loaded next, CataloguePlan decided);

    std::shared_ptr<CatalogueSource> m_source;
    RulesInForce& m_rulesInForce;
    AnswerWatch& m_answers;
    QThreadPool& m_background;
    ReadingOrder m_order;
    Evaluations m_evaluations;
    CataloguePlanning m_planning;
    QFuture<Result<Loaded>> m_load;
    std::vector<QFuture<Result<Loaded>>> m_abandonedLoads;
    std::vector<ProductFacts> m_readMeanwhile; ///< Newer than what a running load brings.
    std::shared_ptr<std::atomic_bool> m_cancelled;
    quint64 m_generation = 0; ///< Drops the late results of a superseded load.
    QString m_staleReason;
    QDateTime m_asOf;
    bool m_loading = false;
    bool m_read = false;
    bool m_loaded = false;
    bool m_reloadWanted = false;
    bool m_polling = false;
    bool m_isStuck = false;
    QTimer m_stuckTimer; ///< Runs from cancelling on.
    QTimer m_pollTimer;
    QTimer m_reloadTimer;
    QElapsedTimer m_loadTime; ///< Since the last load began.
    qint64 m_lastLoadMs = 0;
};

} // namespace purchasing::ui
