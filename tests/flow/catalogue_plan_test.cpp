#include "core/flow/catalogue_plan.h"
#include "core/flow/delivered_rules.h"
#include "core/flow/work_pool.h"

#include <QPromise>
#include <QTest>

#include <stdexcept>
#include <thread>

#include "tests/flow/product_builder.h"

namespace purchasing::tests {
namespace {

const QDate kToday(2026, 1, 15);
const QDateTime kNow(kToday, QTime(12, 0), Qt::UTC);
constexpr int kPatience = 60000; // Ends a test that would wait for ever.

std::shared_ptr<const RuleEngine> engineWith(const QString& rules = {})
{
    RuleSetVersion ruleSet;
    ruleSet.version = 1;
    ruleSet.packs = deliveredRules();
    ruleSet.packs.push_back({QStringLiteral("more.grl"), rules, true});
    return *RuleEngine::compile(ruleSet);
}

std::shared_ptr<const RuleEngine> endlessRules()
{
    return engineWith(QStringLiteral(
        "rule Endless { when discount_amount >= 0 then discount_amount = discount_amount + 1; }"));
}

std::shared_ptr<const Catalogue> catalogueOf(int products)
{
    std::vector<ProductFacts> all;
    for (int i = 0; i < products; ++i) {
        ProductFacts facts = ordinaryProduct();
        facts.product.productId = QStringLiteral("P-%1").arg(i, 6, 10, QLatin1Char('0'));
        facts.warehouses->front().currentQty = Quantity::whole(i % 150);
        all.push_back(std::move(facts));
    }
    return std::make_shared<const Catalogue>(Catalogue::packed(all));
}

} // namespace

/// Deciding catalogues, and the pool it is done in.
class CataloguePlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_threads = workPool().maxThreadCount(); }
    void cleanup()
    {
        QVERIFY(workPool().waitForDone(kPatience));
        workPool().setMaxThreadCount(m_threads);
    }

    void everyProductIsDecided_data()
    {
        QTest::addColumn<int>("threads");
        QTest::newRow("one core") << 1;
        QTest::newRow("many") << 4;
    }

    void everyProductIsDecided()
    {
        QFETCH(int, threads);
        workPool().setMaxThreadCount(threads);
        const auto catalogue = catalogueOf(5000);
        QVERIFY(catalogue->blocks().size() > 2);
        const auto rules = engineWith();
        std::atomic_int told = 0;
        auto plan = planCatalogue(rules, catalogue, {}, kToday, kNow,
                                  [&told](std::size_t, const CataloguePlan::Block&) { ++told; });
        QTRY_VERIFY_WITH_TIMEOUT(plan.isFinished(), kPatience);
        QVERIFY(plan.result().isOk());
        QCOMPARE(told.load(), static_cast<int>(catalogue->blocks().size()));
        for (int row = 0; row < catalogue->size(); row += 7) {
            const Decision decision = rules->decide(catalogue->facts(row), kToday);
            const PlannedProduct* planned = plan.result()->at(*catalogue, row);
            QVERIFY(planned);
            QCOMPARE(planned->word, decision.word);
            QCOMPARE(planned->orderQty, decision.outputs.orderQty.tenThousandths);
        }
    }

    void changedProductsAreDecidedAgainAndTheRestIsCarried()
    {
        const auto catalogue = catalogueOf(1500);
        const auto rules = engineWith();
        const auto plan = planCatalogue(rules, catalogue, {}, kToday, kNow).result();
        QVERIFY(plan.isOk());
        // The rest must not be decided anew: rules that see no need would show it.
        const auto otherRules =
            engineWith(QStringLiteral("rule Never salience -1 no-loop { when moq > 0 then order_qty = 1; }"));
        ProductFacts first = catalogue->facts(0);
        first.product.name = QStringLiteral("Changed");
        const auto changed = catalogue->with({first}).catalogue;
        const QString id = catalogue->productId(0);
        const CataloguePlan carried = plan->carriedTo(*catalogue, *changed);
        QVERIFY(!carried.blocks()[0] && carried.blocks()[1]);
        QVERIFY(!carried.at(*changed, 0));
        QCOMPARE(carried.at(*changed, 1499)->decidedAt, kNow.toMSecsSinceEpoch());
        const QDateTime later = kNow.addSecs(60);
        const CataloguePlan again = plan->redecided(*catalogue, *changed, *otherRules, {id}, kToday, later);
        QCOMPARE(again.at(*changed, 0)->decidedAt, later.toMSecsSinceEpoch());
        QCOMPARE(again.at(*changed, 0)->orderQty, Quantity::whole(1).tenThousandths);
        for (const int row : {1, 2, 700, 1499}) {
            QCOMPARE(again.at(*changed, row)->decidedAt, kNow.toMSecsSinceEpoch());
            QCOMPARE(again.at(*changed, row)->orderQty, plan->at(*catalogue, row)->orderQty);
        }
        // What was never decided is not decided by the way, in the first block as in any other.
        ProductFacts last = catalogue->facts(1499);
        last.product.name = QStringLiteral("Changed");
        for (const ProductFacts& facts : {first, last}) {
            const auto other = catalogue->with({facts}).catalogue;
            const CataloguePlan none = CataloguePlan(std::vector<CataloguePlan::Block>(2))
                                           .redecided(*catalogue, *other, *rules, {}, kToday, later);
            QVERIFY(!none.blocks()[0] && !none.blocks()[1]);
        }
        // A new product is no reason to decide the others.
        ProductFacts fresh = first;
        fresh.product.productId = QStringLiteral("P-000000a");
        const auto grown = catalogue->with({fresh}).catalogue;
        const CataloguePlan more = plan->redecided(*catalogue, *grown, *rules, {}, kToday, later);
        QCOMPARE(more.at(*grown, 0)->decidedAt, kNow.toMSecsSinceEpoch());
        QCOMPARE(more.at(*grown, 1)->decidedAt, later.toMSecsSinceEpoch());
        QVERIFY(!CataloguePlan().at(*catalogue, 0));
    }

    void whatTheGridShowsIsWhatWasDecided()
    {
        ProductFacts facts = ordinaryProduct(); // 20 in stock, 10 a day, ten days to deliver.
        const auto planned = [&] {
            const Catalogue one(Catalogue::packed({facts}));
            return planBlock(*engineWith(), one, 0, kToday, kNow)->front();
        };
        PlannedProduct shown = planned();
        QCOMPARE(shown.shortage, Quantity::whole(80).tenThousandths);
        QCOMPARE(shown.total, 80000);
        QCOMPARE(shown.toPay, 86400);
        QCOMPARE(shown.stockOut, kToday.addDays(2).toJulianDay());
        QCOMPARE(shown.orderBy, kToday.addDays(-8).toJulianDay());
        QVERIFY(shown.hasShortage && shown.hasOrder() && !shown.isOverridden);
        facts.overridden.emplace();
        QVERIFY(planned().isOverridden);
        facts.demand.reset();
        shown = planned();
        QVERIFY(!shown.hasShortage && !shown.hasOrder());
        QCOMPARE(shown.stockOut, 0);
        facts = ordinaryProduct();
        facts.warehouses->front().currentQty.reset();
        QVERIFY(!planned().hasShortage);
        // A run that fails has computed nothing, whatever it left behind.
        const Catalogue ordinary(Catalogue::packed({ordinaryProduct()}));
        const auto failed = planBlock(*endlessRules(), ordinary, 0, kToday, kNow);
        QVERIFY(failed->front().word == Word::Blocked && !failed->front().hasShortage);
        facts = ordinaryProduct();
        facts.suppliers->front().unitPrice = UnitPrice::of({100000});
        QVERIFY(planned().word == Word::NeedsApproval && planned().hasOrder());
    }

    /// What hung: work of the pool that begins split work of the same pool, with every thread in use.
    void workOfThePoolMayBeginMore()
    {
        workPool().setMaxThreadCount(1);
        const auto catalogue = catalogueOf(3000);
        const auto rules = engineWith();
        std::vector<QFuture<QFuture<Result<CataloguePlan>>>> begun;
        for (int i = 0; i < 4; ++i)
            begun.push_back(inWorkPool([=] { return planCatalogue(rules, catalogue, {}, kToday, kNow); }));
        for (auto& future : begun) {
            QTRY_VERIFY_WITH_TIMEOUT(future.isFinished() && future.result().isFinished(), kPatience);
            QVERIFY(future.result().result().isOk());
        }
    }

    /// Somebody filters while a million products are decided: that waits for a block, not for all.
    void shortWorkIsNotHeldUpByLongWork()
    {
        workPool().setMaxThreadCount(1);
        const auto order = std::make_shared<std::vector<QString>>();
        QPromise<void> done;
        done.start();
        runInWorkPool({{3,
                        [order](std::size_t part) {
                            if (part == 0) // Comes while the first part is being done.
                                workPool().start([order] { order->push_back(QStringLiteral("short")); });
                            order->push_back(QStringLiteral("part %1").arg(part));
                        },
                        {}}},
                      [&done](const std::exception_ptr&) { done.finish(); });
        QTRY_VERIFY_WITH_TIMEOUT(done.future().isFinished(), kPatience);
        QCOMPARE(*order,
                 (std::vector<QString>{QStringLiteral("part 0"), QStringLiteral("short"),
                                       QStringLiteral("part 1"), QStringLiteral("part 2")}));
    }

    void stagesFollowOneAnother()
    {
        std::atomic_int sum = 0;
        std::vector<int> seen;
        QPromise<void> done;
        done.start();
        const auto add = [&sum](std::size_t part) { sum += static_cast<int>(part) + 1; };
        const auto look = [&] { seen.push_back(sum.load()); };
        runInWorkPool({{100, add, look}, {0, {}, look}, {10, add, {}}, {0, {}, {}}, {1, add, look}},
                      [&done](const std::exception_ptr& failure) {
                          QVERIFY(!failure);
                          done.finish();
                      });
        QTRY_VERIFY_WITH_TIMEOUT(done.future().isFinished(), kPatience);
        QCOMPARE(seen, (std::vector<int>{5050, 5050, 5106}));
    }

    void anExceptionEndsTheWorkAndIsTold()
    {
        workPool().setMaxThreadCount(1);
        std::atomic_int begun = 0;
        std::atomic_int after = 0;
        std::exception_ptr told;
        QPromise<void> done;
        done.start();
        runInWorkPool({{4,
                        [&](std::size_t) {
                            ++begun;
                            throw std::runtime_error("no memory");
                        },
                        [&] { ++after; }},
                       {4, [&](std::size_t) { ++after; }, {}}},
                      [&](const std::exception_ptr& failure) {
                          told = failure;
                          done.finish();
                      });
        QTRY_VERIFY_WITH_TIMEOUT(done.future().isFinished(), kPatience);
        QCOMPARE(begun.load(), 1); // Nothing is begun any more.
        QCOMPARE(after.load(), 0);
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, std::rethrow_exception(told));
    }

    void cancellingBitesInsideABlock()
    {
        const auto catalogue = catalogueOf(900);
        const auto rules = endlessRules();
        std::atomic_bool cancelled = false;
        std::thread canceller([&cancelled] {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            cancelled = true;
        });
        // 4.5 million rules fire before its end: nobody does that in the time.
        const auto block = planBlock(*rules, *catalogue, 0, kToday, kNow, &cancelled);
        canceller.join();
        QVERIFY(!block);
    }

    void cancellingEndsThePlan()
    {
        const auto cancelled = std::make_shared<std::atomic_bool>(false);
        auto plan = planCatalogue(endlessRules(), catalogueOf(20000), {}, kToday, kNow, {}, cancelled);
        cancelled->store(true);
        QTRY_VERIFY_WITH_TIMEOUT(plan.isFinished(), kPatience);
        QVERIFY(!plan.result().isOk());
        QCOMPARE(plan.result().error().kind, ErrorKind::Cancelled);
    }

private:
    int m_threads = 1;
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::CataloguePlanTest)
#include "catalogue_plan_test.moc"
