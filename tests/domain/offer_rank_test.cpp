#include "core/domain/block_builder.h"
#include "core/domain/catalogue_block.h"
#include "core/domain/product.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

namespace purchasing {
namespace {

SupplierOffer offer(const char* id, std::optional<bool> active, std::int64_t priority,
                    std::optional<UnitPrice> price, std::optional<std::int64_t> days = 5)
{
    SupplierOffer made;
    made.supplierId = QLatin1String(id);
    made.isActive = active;
    made.priority = priority;
    made.unitPrice = price;
    made.leadTimeDays = days;
    return made;
}

QString ids(const std::vector<SupplierOffer>& offers)
{
    QStringList all;
    for (const SupplierOffer& each : offers)
        all += each.supplierId;
    return all.join(QLatin1Char(' '));
}

} // namespace

/// Which supplier a product is ordered from, and that the packed catalogue ranks as everybody does.
class OfferRankTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneThatCanDeliverComesFirst()
    {
        std::vector<SupplierOffer> offers{
            offer("inactive", false, 0, UnitPrice{1}),
            offer("unknown", std::nullopt, 0, UnitPrice{1}),
            offer("no-price", true, 0, std::nullopt),
            offer("price-0", true, 0, UnitPrice{0}),
            offer("no-days", true, 0, UnitPrice{1}, std::nullopt),
            offer("late", true, 2, UnitPrice{5}),
            offer("dear", true, 1, UnitPrice{9}),
            offer("cheap", true, 1, UnitPrice{8}),
            offer("cheap-2", true, 1, UnitPrice{8}),
        };
        std::sort(offers.begin(), offers.end(), comesBefore);
        // Unknown prices come after every known one, 0 included.
        QCOMPARE(ids(offers),
                 QStringLiteral("cheap cheap-2 dear late price-0 no-days no-price inactive unknown"));
        QVERIFY(passedOver(offers));
        QCOMPARE(passedOver(offers)->supplierId, QStringLiteral("price-0"));
        QVERIFY(!passedOver({}));
        QVERIFY(!passedOver({offer("a", true, 0, std::nullopt)})); // Nothing can be ordered from anybody.
        QVERIFY(!passedOver({offer("a", true, 1, UnitPrice{1}), offer("b", true, 1, std::nullopt)}));
        QVERIFY(!passedOver({offer("a", true, 1, UnitPrice{1}), offer("b", false, 0, std::nullopt)}));
    }

    void packedOffersRankAlike()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const auto maybe = [&random](qint64 value) {
            return random.bounded(4) == 0 ? std::nullopt : std::optional<std::int64_t>(value);
        };
        for (int round = 0; round < 2000; ++round) {
            ProductFacts facts;
            facts.product.productId = QStringLiteral("P");
            facts.warehouses.emplace();
            facts.units.emplace();
            facts.openOrders.emplace();
            facts.suppliers.emplace();
            for (int i = 0; i < 5; ++i) {
                SupplierOffer made = offer(random.bounded(2) ? "A" : "B", random.bounded(2) == 0,
                                           random.bounded(2), std::nullopt, maybe(random.bounded(2)));
                if (const auto price = maybe(random.bounded(2)))
                    made.unitPrice = UnitPrice{*price};
                if (const auto moq = maybe(random.bounded(2)))
                    made.moq = Quantity{*moq};
                made.email = random.bounded(2) ? QStringLiteral("x@y.example") : QString();
                facts.suppliers->push_back(made);
            }
            BlockBuilder builder;
            builder.add(facts);
            const std::vector<SupplierOffer> packed = *builder.build().front()->facts(0).suppliers;
            std::sort(facts.suppliers->begin(), facts.suppliers->end(), comesBefore);
            QCOMPARE(packed.size(), facts.suppliers->size());
            for (std::size_t i = 0; i < packed.size(); ++i)
                QVERIFY2(packed[i] == (*facts.suppliers)[i], qPrintable(ids(packed)));
        }
    }
};

} // namespace purchasing

QTEST_GUILESS_MAIN(purchasing::OfferRankTest)
#include "offer_rank_test.moc"
