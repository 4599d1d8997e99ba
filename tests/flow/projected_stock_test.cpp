#include "core/flow/projected_stock.h"

#include <QTest>

#include "tests/flow/product_builder.h"

namespace purchasing::tests {
namespace {

const QDate kToday(2026, 1, 15);

std::optional<QDate> stockOutOf(const ProductFacts& facts)
{
    return stockOutDate(facts, arrivalsOf(facts, kToday), kToday);
}

} // namespace

/// When goods come and when they run out.
class ProjectedStockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotKnownNeverArrives()
    {
        ProductFacts facts = ordinaryProduct();
        facts.openOrders->push_back(openOrder(5, kToday, 1));
        facts.warehouses->front().onOrderQty = Quantity::whole(7);
        QCOMPARE(arrivalsOf(facts, kToday).size(), std::size_t{2});
        facts.openOrders.reset();
        QCOMPARE(arrivalsOf(facts, kToday).size(), std::size_t{1});
        facts.warehouses.reset();
        QVERIFY(arrivalsOf(facts, kToday).empty());
        QVERIFY(!stockOutDate(facts, {}, kToday));
    }

    void arrivalsComeInTheirOrderAndNotBeforeToday()
    {
        ProductFacts facts = ordinaryProduct(); // Ten days to deliver.
        facts.openOrders->push_back(openOrder(30, kToday, 12));
        facts.openOrders->push_back(openOrder(20, kToday.addDays(-9), 5)); // Overdue.
        facts.openOrders->push_back(openOrder(9, kToday, 1));
        facts.openOrders->back().state = OrderState::Received; // Nothing of it is on order.
        facts.warehouses->front().onOrderQty = Quantity::whole(4);
        facts.warehouses->push_back(facts.warehouses->front());
        const std::vector<Arrival> arrivals = arrivalsOf(facts, kToday);
        QCOMPARE(arrivals.size(), std::size_t{3});
        QCOMPARE(arrivals[0].day, kToday);
        QCOMPARE(arrivals[0].qty, 20.0);
        QCOMPARE(arrivals[1].day, kToday.addDays(10));
        QCOMPARE(arrivals[1].qty, 8.0);
        QVERIFY(arrivals[1].label.isEmpty());
        QCOMPARE(arrivals[2].day, kToday.addDays(12));
        facts.suppliers->clear(); // Unknown: then they are here.
        QCOMPARE(arrivalsOf(facts, kToday)[1].day, kToday);
    }

    void stockRunsOutWhereTheDayBeginsWithTooLittle()
    {
        ProductFacts facts = ordinaryProduct(); // 10 a day.
        facts.warehouses->front().currentQty = Quantity{299999}; // Not quite three days.
        QCOMPARE(stockOutOf(facts), kToday.addDays(2));
        facts.warehouses->front().currentQty = Quantity{300000};
        QCOMPARE(stockOutOf(facts), kToday.addDays(3));
        facts.warehouses->front().currentQty = Quantity::whole(-5);
        QCOMPARE(stockOutOf(facts), kToday);
        facts.openOrders->push_back(openOrder(30, kToday, 0)); // 25 then.
        QCOMPARE(stockOutOf(facts), kToday.addDays(2));
        facts.openOrders->push_back(openOrder(10, kToday, 2)); // 5 left, and 10: one day more.
        QCOMPARE(stockOutOf(facts), kToday.addDays(3));
    }

    void whatLastsLongerThanTenYearsHasNoDay()
    {
        ProductFacts facts = ordinaryProduct();
        facts.demand->avgDailyDemand = Quantity::whole(1);
        facts.warehouses->front().currentQty = Quantity::whole(3653);
        QCOMPARE(stockOutOf(facts), kToday.addDays(3653));
        facts.warehouses->front().currentQty = Quantity::whole(3654);
        QVERIFY(!stockOutOf(facts));
        facts.warehouses->front().currentQty = Quantity::whole(10);
        facts.openOrders->push_back(openOrder(3650, kToday, 8)); // Together beyond, each alone not.
        QVERIFY(!stockOutOf(facts));
        facts.openOrders->front().qty = 3643;
        QCOMPARE(stockOutOf(facts), kToday.addDays(3653));
    }

    void withoutDemandNothingRunsOut()
    {
        ProductFacts facts = ordinaryProduct();
        facts.demand->avgDailyDemand = Quantity{};
        QVERIFY(!stockOutOf(facts));
        facts.warehouses->front().currentQty = Quantity{};
        QVERIFY(!stockOutOf(facts));
        facts.demand->avgDailyDemand = Quantity{1};
        facts.warehouses->front().currentQty = Quantity{1};
        QCOMPARE(stockOutOf(facts), kToday.addDays(1));
        facts.demand->avgDailyDemand.reset();
        QVERIFY(!stockOutOf(facts));
        facts.demand.reset();
        QVERIFY(!stockOutOf(facts));
        facts = ordinaryProduct();
        facts.warehouses->clear();
        QVERIFY(!stockOutOf(facts));
    }

    void levelsFollowUseAndArrivals()
    {
        ProductFacts facts = ordinaryProduct(); // 20 in stock, 10 a day.
        facts.openOrders->push_back(openOrder(5, kToday, 0));
        facts.openOrders->push_back(openOrder(30, kToday, 2));
        const auto arrivals = arrivalsOf(facts, kToday);
        QCOMPARE(projectedStock(facts, arrivals, kToday, 3), (std::vector<double>{25, 15, 35, 25}));
        facts.demand.reset();
        QCOMPARE(projectedStock(facts, arrivals, kToday, 2), (std::vector<double>{25, 25, 55}));
        facts.warehouses.reset();
        QCOMPARE(projectedStock(facts, {}, kToday, 0), std::vector<double>{0});
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::ProjectedStockTest)
#include "projected_stock_test.moc"
