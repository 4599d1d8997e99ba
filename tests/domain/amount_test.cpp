#include "core/domain/amount.h"
#include "core/domain/look_alikes.h"

#include <QTest>

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
};

} // namespace purchasing

QTEST_GUILESS_MAIN(purchasing::AmountTest)
#include "amount_test.moc"
