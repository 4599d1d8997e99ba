#include "core/services/rate_limit.h"

#include <QTest>

namespace purchasing::services {

/// Each caller's own share of flows.
class RateLimitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBurstAndThenTheRate()
    {
        RateLimit limit(50);
        const auto start = RateLimit::Clock::now();
        for (int i = 0; i < 200; ++i)
            QVERIFY2(limit.take(QStringLiteral("ann"), start), qPrintable(QString::number(i)));
        QVERIFY(!limit.take(QStringLiteral("ann"), start));
        QVERIFY(limit.take(QStringLiteral("ben"), start)); // Ann's asking is not Ben's.
        // A fiftieth of a second is one more, and a minute no more than the burst.
        QVERIFY(!limit.take(QStringLiteral("ann"), start + std::chrono::milliseconds(19)));
        QVERIFY(limit.take(QStringLiteral("ann"), start + std::chrono::milliseconds(21)));
        QVERIFY(!limit.take(QStringLiteral("ann"), start + std::chrono::milliseconds(21)));
        int taken = 0;
        while (limit.take(QStringLiteral("ann"), start + std::chrono::minutes(1)))
            ++taken;
        QCOMPARE(taken, 200);
    }

    void nothingIsNoLimit()
    {
        RateLimit limit(0);
        for (int i = 0; i < 100000; ++i)
            QVERIFY(limit.take(QStringLiteral("ann")));
    }

    void manyStrangersDoNotMakeRoomForOne()
    {
        RateLimit limit(1);
        const auto start = RateLimit::Clock::now();
        for (int i = 0; i < 4; ++i)
            QVERIFY(limit.take(QStringLiteral("ann"), start));
        for (int i = 0; i < 30000; ++i)
            (void)limit.take(QString::number(i), start);
        QVERIFY(!limit.take(QStringLiteral("ann"), start)); // Still over her share.
    }
};

} // namespace purchasing::services

QTEST_GUILESS_MAIN(purchasing::services::RateLimitTest)
#include "rate_limit_test.moc"
