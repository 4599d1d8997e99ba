#include "core/domain/decision.h"
#include "core/domain/source_outage.h"

#include <QLocale>
#include <QTest>

#include "tests/flow/product_builder.h"

namespace purchasing::tests {
namespace {

const std::vector<Source> kSources{Source::Demand, Source::Inventory, Source::Supplier, Source::Units};

SourceOutage outage(Source source, const char* cause = "refused.")
{
    return {source, QStringLiteral("db"), QString::fromLatin1(cause),
            QDateTime(QDate(2026, 1, 15), QTime(14, 2), Qt::UTC)};
}

/// Nothing of the product but its id, as sources answer that know nothing of it.
ProductFacts unknownProduct()
{
    ProductFacts facts;
    facts.product.productId = QStringLiteral("P-1");
    facts.warehouses.emplace();
    facts.suppliers.emplace();
    facts.units.emplace();
    facts.openOrders.emplace();
    return facts;
}

bool isKnown(const ProductFacts& facts, Source source)
{
    switch (source) {
    case Source::Demand: return facts.demand.has_value();
    case Source::Inventory: return facts.warehouses.has_value();
    case Source::Supplier: return facts.suppliers.has_value();
    case Source::Units: return facts.units.has_value();
    }
    return false;
}

} // namespace

/// What follows from a product's facts before any rule, and what is left of them when a source is out.
class FactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void theChosenSupplierCounts()
    {
        ProductFacts facts = ordinaryProduct();
        facts.suppliers->push_back(facts.suppliers->front());
        facts.suppliers->back().supplierId = QStringLiteral("S-2");
        facts.suppliers->back().leadTimeDays = 3;
        QCOMPARE(facts.supplier()->supplierId, QStringLiteral("S-1"));
        QCOMPARE(facts.requiredQty(), Quantity::whole(100));
        facts.chosenSupplierId = QStringLiteral("S-2");
        QCOMPARE(facts.supplier()->supplierId, QStringLiteral("S-2"));
        QCOMPARE(facts.requiredQty(), Quantity::whole(30));
        facts.chosenSupplierId = QStringLiteral("gone");
        QCOMPARE(facts.supplier()->supplierId, QStringLiteral("S-1"));
        facts.suppliers->clear();
        QVERIFY(!facts.supplier() && !facts.requiredQty() && !facts.usableLeadTimeDays());
    }

    void quantitiesAddUpOrAreUnknown()
    {
        ProductFacts facts = ordinaryProduct();
        facts.warehouses = std::vector<WarehouseLevel>{
            {QStringLiteral("A"), Quantity::whole(20), Quantity::whole(3), Quantity::whole(4), {}},
            {QStringLiteral("B"), Quantity::whole(-5), Quantity::whole(2), Quantity::whole(1), {}}};
        facts.openOrders->push_back(openOrder(30, QDate(2026, 1, 15), 1));
        facts.openOrders->push_back(openOrder(7, QDate(2026, 1, 15), 1));
        QCOMPARE(facts.currentQty(), Quantity::whole(15));
        QCOMPARE(facts.reservedQty(), Quantity::whole(5));
        QCOMPARE(facts.availableQty(), Quantity::whole(10));
        QCOMPARE(facts.onOrderQty(), Quantity::whole(42));
        facts.warehouses->back().currentQty.reset();
        QVERIFY(!facts.currentQty() && !facts.availableQty());
        QVERIFY(facts.reservedQty() && facts.onOrderQty());
        facts.openOrders.reset();
        QVERIFY(!facts.onOrderQty());
        facts.openOrders.emplace();
        facts.warehouses.reset();
        QVERIFY(!facts.onOrderQty() && !facts.currentQty() && !facts.reservedQty());
        facts.warehouses.emplace();
        QVERIFY(!facts.currentQty() && !facts.reservedQty());
    }

    void whatCannotBeHeldIsNotRequired()
    {
        ProductFacts facts = ordinaryProduct();
        facts.suppliers->front().leadTimeDays = 1;
        facts.demand->avgDailyDemand = Quantity{Quantity::kLargest};
        QCOMPARE(facts.requiredQty(), Quantity{Quantity::kLargest});
        facts.demand->avgDailyDemand = Quantity{Quantity::kLargest + 1};
        QVERIFY(!facts.requiredQty());
        facts.demand->avgDailyDemand = Quantity{-Quantity::kLargest};
        QCOMPARE(facts.requiredQty(), Quantity{-Quantity::kLargest});
        facts.demand->avgDailyDemand = Quantity{-Quantity::kLargest - 1};
        QVERIFY(!facts.requiredQty());
    }

    void leadTimesThatCanBe()
    {
        ProductFacts facts = ordinaryProduct();
        const auto usable = [&facts](std::int64_t days) {
            facts.suppliers->front().leadTimeDays = days;
            return facts.usableLeadTimeDays().has_value();
        };
        QVERIFY(!usable(-1));
        QVERIFY(usable(0));
        QVERIFY(usable(3650));
        QVERIFY(!usable(3651));
    }

    void anOutageIsNamedOnceAndMakesUnknown()
    {
        for (const Source source : kSources) {
            ProductFacts facts = unknownProduct();
            facts.sourceProblems.push_back({outageCode(source), QStringLiteral("earlier")});
            facts.sourceProblems.push_back({QStringLiteral("other"), QStringLiteral("other")});
            applyOutages({outage(source)}, facts);
            QCOMPARE(facts.sourceProblems.size(), std::size_t{2});
            QCOMPARE(outageOf(facts, source), QStringLiteral("db unavailable since 14:02:00: refused"));
            for (const Source other : kSources) {
                const bool isEmptyList = other != Source::Demand;
                QCOMPARE(isKnown(facts, other), isEmptyList && other != source);
                QVERIFY(other == source || outageOf(facts, other).isEmpty());
            }
            // What was read before stays.
            facts = ordinaryProduct();
            applyOutages({outage(source, "gone")}, facts);
            QVERIFY(hasAnyOf(facts, source) && isKnown(facts, source));
            QCOMPARE(outageOf(facts, source), QStringLiteral("db unavailable since 14:02:00: gone"));
        }
    }

    void rowsNeedMoreThanAnEmptyList()
    {
        for (const Source source : kSources) {
            QVERIFY(hasAnyOf(ordinaryProduct(), source));
            QVERIFY(!hasAnyOf(unknownProduct(), source));
            QVERIFY(!hasAnyOf(ProductFacts(), source));
        }
    }

    void whatWasKnownIsKept()
    {
        const ProductFacts before = ordinaryProduct();
        for (const Source source : kSources) {
            ProductFacts facts = unknownProduct();
            facts.sourceProblems.push_back({outageCode(source), QStringLiteral("earlier")});
            keepKnown({outage(source)}, &before, facts);
            QVERIFY(facts.sourceProblems.empty()); // Said once for all products.
            for (const Source other : kSources)
                QCOMPARE(hasAnyOf(facts, other), other == source);
            QCOMPARE(facts.product.name, source == Source::Demand ? before.product.name : QString());

            // What could be read is newer.
            facts = ordinaryProduct();
            facts.product.name = QStringLiteral("New");
            facts.demand->avgDailyDemand = Quantity::whole(1);
            facts.warehouses->front().currentQty = Quantity::whole(1);
            facts.suppliers->front().moq = Quantity::whole(1);
            facts.units->front().factor = Quantity::whole(1);
            const ProductFacts read = facts;
            keepKnown({outage(source)}, &before, facts);
            QCOMPARE(facts, read);

            // Where nothing was known there is an empty list, which the outage makes unknown again.
            ProductFacts none;
            keepKnown({outage(source)}, nullptr, none);
            for (const Source other : kSources)
                QCOMPARE(isKnown(none, other), other == source && source != Source::Demand);
        }
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::FactsTest)
#include "facts_test.moc"
