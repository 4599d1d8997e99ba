#include "app/planner/desktop_connections.h"
#include "ui/workspace/workspace.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <deque>

namespace purchasing::tests {
namespace {

constexpr int kPatience = 20000;
const QString kProduct = QStringLiteral("PROD-101");

template <typename T> QFuture<Result<T>> ready(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

/// Another source's products, with changes that the test makes up and loads that end when it says so.
class ScriptedSource : public CatalogueSource
{
public:
    explicit ScriptedSource(std::shared_ptr<const Catalogue> catalogue)
        : m_catalogue(std::move(catalogue))
    {
        m_time.start();
    }

    QFuture<Result<std::shared_ptr<const Catalogue>>> load(LoadProgress, std::shared_ptr<std::atomic_bool>,
                                                           std::shared_ptr<const Catalogue>) override
    {
        loads.push_back({m_time.elapsed(), -1});
        auto promise = std::make_shared<QPromise<Result<std::shared_ptr<const Catalogue>>>>();
        promise->start();
        finish = [this, promise] {
            loads.back().second = m_time.elapsed();
            promise->addResult(Result<std::shared_ptr<const Catalogue>>(m_catalogue));
            promise->finish();
        };
        if (loadMs >= 0)
            QTimer::singleShot(loadMs, &m_context, finish);
        return promise->future();
    }
    QFuture<Result<CatalogueChanges>> changes() override
    {
        ++asked;
        if (held) {
            held->start();
            return held->future();
        }
        CatalogueChanges next = always;
        if (!queued.empty()) {
            next = queued.front();
            queued.pop_front();
        }
        return ready<CatalogueChanges>(next);
    }
    std::vector<SourceOutage> outages() const override { return {}; }
    void abandon() override { }

    int loadMs = 0; ///< How long a load takes; below 0, until finish() is called.
    std::function<void()> finish;
    std::vector<std::pair<qint64, qint64>> loads; ///< When each began and ended.
    std::shared_ptr<QPromise<Result<CatalogueChanges>>> held; ///< Answers when the test says so.
    std::deque<CatalogueChanges> queued;
    CatalogueChanges always;
    int asked = 0;

private:
    std::shared_ptr<const Catalogue> m_catalogue;
    QElapsedTimer m_time;
    QObject m_context;
};

CatalogueChanges changeTo(ProductFacts facts, const QString& category, const QDateTime& asOf)
{
    facts.product.category = category;
    facts.asOf = asOf;
    CatalogueChanges changes;
    changes.hasChanges = true;
    changes.fresh = {facts};
    return changes;
}

/// Another's product, read at once and told when the test says so.
class LateReader : public ProductReader
{
public:
    explicit LateReader(std::shared_ptr<ProductReader> inner)
        : m_inner(std::move(inner))
    {
    }
    QFuture<Result<ProductAnswers>> read(const QString& productId) override
    {
        ++asked;
        auto answer = m_inner->read(productId);
        answer.waitForFinished();
        if (!isLate)
            return answer;
        m_late = std::make_unique<QPromise<Result<ProductAnswers>>>();
        m_late->start();
        m_answer = answer;
        isRead = true;
        return m_late->future();
    }
    void tell()
    {
        isLate = false;
        m_late->addResult(m_answer.result());
        m_late->finish();
    }

    std::atomic_bool isLate = false;
    std::atomic_bool isRead = false;
    std::atomic_int asked = 0;

private:
    std::shared_ptr<ProductReader> m_inner;
    std::unique_ptr<QPromise<Result<ProductAnswers>>> m_late;
    QFuture<Result<ProductAnswers>> m_answer;
};

/// Another store's people, with the user of the operating system told when the test says so.
class LatePeople : public PeopleStore
{
public:
    explicit LatePeople(std::shared_ptr<PeopleStore> inner)
        : m_inner(std::move(inner))
    {
    }
    QFuture<Result<std::vector<Person>>> people() override { return m_inner->people(); }
    QFuture<Result<Person>> addPerson(const QString& name, const Actor& actor) override
    {
        return m_inner->addPerson(name, actor);
    }
    QFuture<Result<Done>> setPersonEnabled(const QString& id, bool enabled, const Actor& actor) override
    {
        return m_inner->setPersonEnabled(id, enabled, actor);
    }
    QFuture<Result<Actor>> operatingSystemUser() override
    {
        if (!isLate)
            return m_inner->operatingSystemUser();
        const Result<Actor> answer = m_inner->operatingSystemUser().result();
        auto promise = std::make_shared<QPromise<Result<Actor>>>();
        promise->start();
        held.push_back([promise, answer] {
            promise->addResult(answer);
            promise->finish();
        });
        return promise->future();
    }
    QFuture<Result<bool>> singleOperator() override { return m_inner->singleOperator(); }
    QFuture<Result<Done>> setSingleOperator(bool on, const Actor& actor) override
    {
        return m_inner->setSingleOperator(on, actor);
    }
    QFuture<Result<QHash<QString, QString>>> settings() override { return m_inner->settings(); }
    QFuture<Result<Done>> setSetting(const QString& name, const QString& value, const Actor& actor) override
    {
        return m_inner->setSetting(name, value, actor);
    }

    bool isLate = false;
    std::vector<std::function<void()>> held;

private:
    std::shared_ptr<PeopleStore> m_inner;
};

} // namespace

/// What the workspace does with answers that come late, in the wrong order, or too often.
class WorkspaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        ui::ConnectionProfile profile;
        profile.file = m_folder->filePath(QStringLiteral("demo.sqlite"));
        Result<ui::Connection> connection = openConnection(profile);
        QVERIFY(connection.isOk());
        const auto catalogue = connection->catalogue->load({}, {}, {}).result();
        QVERIFY(catalogue.isOk());
        m_source = std::make_shared<ScriptedSource>(*catalogue);
        connection->catalogue = m_source;
        m_people = std::make_shared<LatePeople>(connection->ports.people);
        connection->ports.people = m_people;
        m_reader = std::make_shared<LateReader>(connection->ports.product);
        connection->ports.product = m_reader;
        m_workspace = std::make_unique<ui::Workspace>(std::move(connection).value());
    }
    void cleanup()
    {
        m_workspace.reset();
        m_source.reset();
        m_folder.reset();
    }

    /// Who works here was asked while there was one person; by the answer another one was chosen.
    void aLateAnswerReplacesNobody()
    {
        m_source->always.hasChanges = true; // Each change asks again who works here.
        m_workspace->feed().reload();
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->feed().isLoaded(), kPatience);
        m_workspace->noticeChange();
        QTRY_VERIFY_WITH_TIMEOUT(!m_workspace->identity().actor().personId.isEmpty(), kPatience);
        m_people->isLate = true;
        m_workspace->noticeChange();
        QTRY_VERIFY_WITH_TIMEOUT(!m_people->held.empty(), kPatience);
        const Result<Person> ben =
            m_people->addPerson(QStringLiteral("Ben"), m_workspace->identity().actor()).result();
        QVERIFY(ben.isOk());
        m_workspace->identity().workAs({ben->personId, ben->name, false});
        m_source->always.hasChanges = false;
        for (const auto& tell : std::exchange(m_people->held, {}))
            tell();
        QTest::qWait(100);
        QCOMPARE(m_workspace->identity().actor().name, QStringLiteral("Ben"));
    }

    void olderFactsNeverOverwriteNewer()
    {
        m_workspace->feed().reload();
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->feed().isLoaded(), kPatience);
        const ProductFacts read = facts();
        m_source->queued.push_back(changeTo(read, QStringLiteral("newer"), read.asOf.addSecs(10)));
        m_source->queued.push_back(changeTo(read, QStringLiteral("older"), read.asOf.addSecs(5)));
        m_source->queued.push_back(changeTo(read, QStringLiteral("oldest"), read.asOf.addSecs(-60)));
        poll(1);
        QTRY_COMPARE_WITH_TIMEOUT(facts().product.category, QStringLiteral("newer"), kPatience);
        poll(2);
        QTRY_VERIFY_WITH_TIMEOUT(m_source->queued.empty(), kPatience);
        QTest::qWait(100);
        QCOMPARE(facts().product.category, QStringLiteral("newer"));
        m_source->queued.push_back(changeTo(read, QStringLiteral("newest"), read.asOf.addSecs(11)));
        poll(1);
        QTRY_COMPARE_WITH_TIMEOUT(facts().product.category, QStringLiteral("newest"), kPatience);
    }

    /// Whatever the clocks say: a change that was asked for before a product was read, and told after it.
    void aChangeThatWasOvertakenIsAskedForAgain()
    {
        m_workspace->feed().reload();
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->feed().isLoaded(), kPatience);
        const ProductFacts read = facts();
        const auto held = std::make_shared<QPromise<Result<CatalogueChanges>>>();
        m_source->held = held;
        poll(1);
        m_source->held.reset();
        m_workspace->feed().evaluate(kProduct, false);
        QTRY_VERIFY_WITH_TIMEOUT(facts().asOf > read.asOf, kPatience);
        QCOMPARE(m_reader->asked.load(), 1);
        held->addResult(changeTo(read, QStringLiteral("older"), facts().asOf.addSecs(3600)));
        held->finish();
        QTRY_COMPARE_WITH_TIMEOUT(m_reader->asked.load(), 2, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!m_workspace->feed().isReading(), kPatience);
        QCOMPARE(facts().product.category, read.product.category);
        QCOMPARE(m_reader->asked.load(), 2); // Nothing overtook that one.
    }

    /// More than the order of readings keeps: none of them is asked for one by one.
    void manyChangesAtOnceAreNotAskedForAgain()
    {
        m_workspace->feed().reload();
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->feed().isLoaded(), kPatience);
        CatalogueChanges changes;
        changes.hasChanges = true;
        for (int i = 0; i < 50100; ++i) {
            changes.fresh.push_back(facts());
            changes.fresh.back().product.productId = QStringLiteral("N-%1").arg(i, 6, 10, QLatin1Char('0'));
        }
        m_source->queued.push_back(changes);
        poll(1);
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->feed().rowOf(QStringLiteral("N-050099")) >= 0, kPatience);
        QCOMPARE(m_reader->asked.load(), 0);
    }

    /// The other way round: a product that was read before a change was told, and arrives after it.
    void anAnswerThatWasOvertakenIsAskedForAgain()
    {
        m_workspace->feed().reload();
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->feed().isLoaded(), kPatience);
        const ProductFacts read = facts();
        m_reader->isLate = true;
        m_workspace->feed().evaluate(kProduct, false);
        QTRY_VERIFY_WITH_TIMEOUT(m_reader->isRead, kPatience);
        m_source->queued.push_back(changeTo(read, QStringLiteral("newer"), read.asOf.addMSecs(1)));
        poll(1);
        QTRY_COMPARE_WITH_TIMEOUT(facts().product.category, QStringLiteral("newer"), kPatience);
        QCOMPARE(m_reader->asked.load(), 1);
        m_reader->tell();
        QTRY_COMPARE_WITH_TIMEOUT(m_reader->asked.load(), 2, kPatience); // And what that finds is shown.
        QTRY_COMPARE_WITH_TIMEOUT(facts().product.category, read.product.category, kPatience);
    }

    /// A load that began before a product was read again brings the product as it was.
    void aLoadTakesNothingNewBack()
    {
        m_workspace->feed().reload();
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->feed().isLoaded(), kPatience);
        const ProductFacts read = facts();
        m_source->loadMs = -1;
        QSignalSpy evaluated(&m_workspace->feed(), &ui::CatalogueFeed::evaluated);
        m_workspace->feed().reload();
        QTRY_COMPARE_WITH_TIMEOUT(m_source->loads.size(), std::size_t{2}, kPatience);
        m_workspace->feed().evaluate(kProduct);
        QTRY_COMPARE_WITH_TIMEOUT(evaluated.count(), 1, kPatience);
        const QDateTime newer = facts().asOf;
        QVERIFY(newer > read.asOf);
        m_source->finish();
        QTRY_VERIFY_WITH_TIMEOUT(!m_workspace->feed().isBusy(), kPatience);
        QCOMPARE(facts().asOf, newer);
    }

    /// A catalogue that changes all the time is read again for a tenth of the time at most, but it is.
    void reloadingTakesItsShareOfTimeOnly()
    {
        m_source->loadMs = 40;
        m_source->always.hasChanges = true;
        m_source->always.needsReload = true;
        m_workspace->feed().reload();
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->feed().isLoaded(), kPatience);
        QTimer often; // Much oftener than anything may be read.
        often.callOnTimeout(m_workspace.get(), &ui::Workspace::noticeChange);
        often.start(20);
        // Three pauses of ten loads each, however long a load with its deciding takes on this machine.
        QTRY_VERIFY_WITH_TIMEOUT(m_source->loads.size() >= 4 && m_source->loads.back().second >= 0,
                                 10 * kPatience);
        often.stop();
        QVERIFY(m_source->asked > 8);
        for (std::size_t i = 1; i < m_source->loads.size(); ++i) {
            const auto& [began, ended] = m_source->loads[i - 1];
            // A slow machine only makes the pauses longer.
            QVERIFY2(m_source->loads[i].first - began >= (ended - began) * 10,
                     qPrintable(QStringLiteral("load %1: %2 ms after one of %3 ms")
                                    .arg(i)
                                    .arg(m_source->loads[i].first - began)
                                    .arg(ended - began)));
        }
    }

    void whatIsShownComesFromOneRuleSet_data()
    {
        QTest::addColumn<bool>("byReading");
        QTest::newRow("the load is cancelled") << true;
        QTest::newRow("deciding anew is cancelled") << false;
    }

    /// Rules are published and deciding by them is cancelled: cells, counts and sums stay those of the old
    /// ones, and that is said; nothing begins again by itself.
    void whatIsShownComesFromOneRuleSet()
    {
        QFETCH(bool, byReading);
        m_workspace->feed().reload();
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->feed().isLoaded(), kPatience);
        QVERIFY(agrees());
        const int before = ordered();
        QVERIFY(before > 0);
        QSignalSpy rulesChanged(&m_workspace->rulesInForce(), &ui::RulesInForce::rulesChanged);
        QSignalSpy begun(&m_workspace->feed(), &ui::CatalogueFeed::loadingStarted);
        const auto once =
            connect(&m_workspace->feed(), &ui::CatalogueFeed::loadingStarted, m_workspace.get(), [this] {
                QVERIFY(m_workspace->feed().isReading()); // So that the button to cancel is there.
                m_workspace->feed().cancelLoading();
            });
        publishThatNothingIsOrdered();
        if (byReading) {
            m_workspace->feed().reload();
        } else {
            m_source->always.hasChanges = true; // As when another planner publishes.
            m_workspace->noticeChange();
        }
        QTRY_VERIFY_WITH_TIMEOUT(!m_workspace->feed().heldBackReason().isEmpty(), kPatience);
        disconnect(once);
        QCOMPARE(rulesChanged.count(), 1);
        QVERIFY2(m_workspace->feed().heldBackReason().contains(QStringLiteral("version 2")),
                 qPrintable(m_workspace->feed().heldBackReason()));
        QCOMPARE(m_workspace->feed().rules()->ruleSetVersion(), std::int64_t{1});
        QVERIFY(agrees());
        QCOMPARE(ordered(), before);
        m_source->always.hasChanges = true;
        poll(3);
        QTest::qWait(100);
        QCOMPARE(begun.count(), 1);

        QSignalSpy progressed(&m_workspace->feed(), &ui::CatalogueFeed::loadingProgressed);
        m_source->always.hasChanges = false;
        m_workspace->feed().reload();
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->feed().heldBackReason().isEmpty(), kPatience);
        QCOMPARE(m_workspace->feed().rules()->ruleSetVersion(), std::int64_t{2});
        QVERIFY(agrees());
        QCOMPARE(ordered(), 0);
        QVERIFY(std::any_of(progressed.begin(), progressed.end(), [this](const QList<QVariant>& step) {
            return step[2].toString().contains(QStringLiteral("Deciding"))
                && step[0].toInt() == m_workspace->feed().productCount();
        }));
    }

private:
    /// Whether every cell says what the plan, which is counted and summed, says.
    [[nodiscard]] bool agrees() const
    {
        for (int row = 0; row < m_workspace->feed().productCount(); ++row) {
            const PlannedProduct* planned = m_workspace->feed().planned(row);
            const Decision decision = m_workspace->feed().decision(row);
            if (!planned || planned->word != decision.word
                || planned->orderQty != decision.outputs.orderQty.tenThousandths)
                return false;
        }
        return true;
    }
    [[nodiscard]] int ordered() const
    {
        int count = 0;
        for (int row = 0; row < m_workspace->feed().productCount(); ++row)
            count += m_workspace->feed().planned(row)->hasOrder() ? 1 : 0;
        return count;
    }
    void publishThatNothingIsOrdered()
    {
        RuleStore& rules = *m_workspace->connection().ports.rules;
        std::vector<RulePack> packs = rules.current().result()->packs;
        packs.push_back(
            {QStringLiteral("stop.grl"),
             QStringLiteral("rule Stop salience 1 no-loop { when need_reorder then need_reorder = "
                            "false; should_create_po = false; order_qty = 0; }"),
             true});
        const auto user = m_workspace->connection().ports.people->operatingSystemUser().result();
        QVERIFY(rules.publish(packs, 1, QStringLiteral("Stop"), *user).result().isOk());
    }
    [[nodiscard]] ProductFacts facts() const
    {
        return m_workspace->feed().facts(m_workspace->feed().rowOf(kProduct));
    }
    /// Has the workspace ask so many times more.
    void poll(int times)
    {
        const int before = m_source->asked;
        for (int i = 1; i <= times; ++i) {
            m_workspace->noticeChange();
            QTRY_VERIFY_WITH_TIMEOUT(m_source->asked >= before + i, kPatience);
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<ScriptedSource> m_source;
    std::shared_ptr<LatePeople> m_people;
    std::shared_ptr<LateReader> m_reader;
    std::unique_ptr<ui::Workspace> m_workspace;
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::WorkspaceTest)
#include "workspace_test.moc"
