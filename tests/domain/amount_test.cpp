#include "core/domain/amount.h"
#include "core/domain/catalogue.h"
#include "core/domain/look_alikes.h"

#include <QTest>

#include <algorithm>
#include <limits>

namespace purchasing {

/// Prices below a cent, what they add up to, and what ids look like.
class AmountTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pricesKeepFourDecimals()
    {
        QCOMPARE(UnitPrice::parse(QStringLiteral("0.0035")), UnitPrice{35});
        QCOMPARE(UnitPrice::parse(QStringLiteral("15.5")), UnitPrice{155000});
        QVERIFY(!UnitPrice::parse(QStringLiteral("0.00351")));
        QVERIFY(!UnitPrice::parse(QStringLiteral("1x")));
        QCOMPARE(UnitPrice{35}.toString(), QStringLiteral("0.0035"));
        QCOMPARE(UnitPrice{155000}.toString(), QStringLiteral("15.50"));
        QCOMPARE(UnitPrice{155010}.toString(), QStringLiteral("15.501"));
        QCOMPARE(UnitPrice{-1}.toString(), QStringLiteral("-0.0001"));
        QCOMPARE(UnitPrice::fromDouble(1.00005), UnitPrice{10001});
        QCOMPARE(UnitPrice::of({1599}), UnitPrice{159900});
    }

    void doublesAreWhatTheirDecimalsSay()
    {
        QCOMPARE(Money::fromDouble(1.005), Money{101}); // 100.49999… in binary.
        QCOMPARE(Money::fromDouble(-1.005), Money{-101});
        QCOMPARE(Money::fromDouble(-0.004), Money{0});
        QCOMPARE(Money::fromDouble(0.005), Money{1});
        QCOMPARE(Quantity::fromDouble(-12.00005), Quantity{-120001});
        QCOMPARE(Quantity::fromDouble(12.00004), Quantity{120000});
        QCOMPARE(Quantity::fromDouble(0.3333), Quantity{3333});
        QCOMPARE(Money::fromDouble(1e14), Money{10'000'000'000'000'000});
        QVERIFY(!Money::fromDouble(1.0000001e14));
        QVERIFY(!Money::fromDouble(-1.0000001e14));
        QVERIFY(!Money::fromDouble(std::numeric_limits<double>::quiet_NaN()));
        QVERIFY(!Money::fromDouble(-std::numeric_limits<double>::infinity()));
    }

    void textsAreNumbersOrNothing()
    {
        const auto read = [](const char* text) { return Quantity::parse(QLatin1String(text)); };
        QCOMPARE(read("+7"), Quantity::whole(7));
        QCOMPARE(read(" -7.5 "), Quantity{-75000});
        QCOMPARE(read(".5"), Quantity{5000});
        QCOMPARE(read("5."), Quantity::whole(5));
        QCOMPARE(read("1.20000000"), Quantity{12000}); // Zeros say nothing more.
        QCOMPARE(read("922337203685477.5807"), Quantity{std::numeric_limits<std::int64_t>::max()});
        for (const char* none :
             {"", "+", "-", ".", "-.", "1.2.3", "1e3", "0x1", "--1", "1 2", "1,5", "/", ":", "1.20001",
              "922337203685477.5808", "922337203685478", "99999999999999999999"})
            QVERIFY2(!read(none), none);
        QCOMPARE(Money::parse(QStringLiteral("1.10")), Money{110});
        QVERIFY(!Money::parse(QStringLiteral("1.101")));
    }

    void quantitiesAreWrittenInFull()
    {
        QCOMPARE(Quantity{-1}.toString(), QStringLiteral("-0.0001"));
        QCOMPARE(Quantity{100000}.toString(), QStringLiteral("10"));
        QCOMPARE(Quantity{}.toString(), QStringLiteral("0"));
        QCOMPARE(Quantity{std::numeric_limits<std::int64_t>::min()}.toString(),
                 QStringLiteral("-922337203685477.5808"));
        QCOMPARE(Money{-5}.toString(), QStringLiteral("-0.05"));
        QCOMPARE(UnitPrice{155010}.decimals(), 3);
        QCOMPARE(UnitPrice{155000}.decimals(), 2);
        QCOMPARE(UnitPrice{155001}.decimals(), 4);
    }

    void totalsAreRoundedHalfAwayFromZero()
    {
        QCOMPARE(UnitPrice{35}.times(1), Money{0});
        QCOMPARE(UnitPrice{50}.times(1), Money{1});
        QCOMPARE(UnitPrice{49}.times(1), Money{0});
        QCOMPARE(UnitPrice{-50}.times(1), Money{-1});
        QCOMPARE(UnitPrice{-49}.times(1), Money{0});
        QCOMPARE(UnitPrice{50}.times(3), Money{2}); // 0.015
        QCOMPARE(UnitPrice{35}.times(1000), Money{350});
        QCOMPARE(UnitPrice{35}.times(0), Money{0});
        QCOMPARE(UnitPrice{159900}.times(100), Money{159900});
        constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
        QVERIFY(!UnitPrice{2}.times(kMost));
        QCOMPARE(UnitPrice{1}.times(kMost), Money{kMost / 100}); // …58.07 rounds down
    }

    void idsThatLookAlikeAreFound()
    {
        LookAlikes known;
        QVERIFY(known.add(QStringLiteral("A-1")).isEmpty());
        QVERIFY(known.add(QStringLiteral("A-1")).isEmpty()); // The same one.
        QCOMPARE(known.add(QStringLiteral("a-1")), QStringLiteral("A-1"));
        QCOMPARE(known.add(QStringLiteral(" A-1")), QStringLiteral("A-1"));
        QCOMPARE(known.add(QStringLiteral("A-1\u00A0")), QStringLiteral("A-1"));
        QCOMPARE(known.add(QStringLiteral("A\u200B-1")), QStringLiteral("A-1"));
        QCOMPARE(known.add(QStringLiteral("\uFF21-1")), QStringLiteral("A-1")); // Full width.
        QVERIFY(known.add(QStringLiteral("A 1")).isEmpty());
        QVERIFY(known.add(QStringLiteral("A1")).isEmpty());
        QVERIFY(known.add(QStringLiteral("\u00DC-1")).isEmpty());
        QCOMPARE(known.add(QStringLiteral("U\u0308-1")), QStringLiteral("\u00DC-1"));
    }

    void aCatalogueNamesItsLookAlikes()
    {
        QStringList ids{QStringLiteral("A-1"),      QStringLiteral("A-2"),       QStringLiteral("B 1"),
                        QStringLiteral("B1"),       QStringLiteral("a-1"),       QStringLiteral("A-1\u00A0"),
                        QStringLiteral("\u00DC-1"), QStringLiteral("U\u0308-1"), QStringLiteral("C@1"),
                        QStringLiteral("C`1"), // Of one case bit, but no letters.
                        QStringLiteral("AZ"),       QStringLiteral("az")};
        for (int i = 0; i < 3000; ++i) // Of more than one block.
            ids << QStringLiteral("P-%1").arg(i);
        std::vector<ProductFacts> products;
        for (const QString& id : ids) {
            ProductFacts facts;
            facts.product.productId = id;
            products.push_back(facts);
        }
        std::sort(products.begin(), products.end(), [](const ProductFacts& a, const ProductFacts& b) {
            return a.product.productId.toUtf8() < b.product.productId.toUtf8();
        });
        const Catalogue catalogue(Catalogue::packed(products));
        const QHash<QString, QString> found = lookAlikesIn(catalogue, false);
        QStringList marked = found.keys();
        marked.sort();
        QStringList expected{QStringLiteral("A-1"),      QStringLiteral("A-1\u00A0"), QStringLiteral("a-1"),
                             QStringLiteral("\u00DC-1"), QStringLiteral("U\u0308-1"), QStringLiteral("AZ"),
                             QStringLiteral("az")};
        expected.sort();
        QCOMPARE(marked, expected);
        for (auto one = found.begin(); one != found.end(); ++one) {
            QVERIFY(one.key() != one.value());
            QCOMPARE(looksOf(one.key()), looksOf(one.value()));
        }
        QVERIFY(lookAlikesIn(catalogue, true).isEmpty()); // Given up.
        QVERIFY(lookAlikesIn(Catalogue(), false).isEmpty());
    }
};

} // namespace purchasing

QTEST_GUILESS_MAIN(purchasing::AmountTest)
#include "amount_test.moc"
