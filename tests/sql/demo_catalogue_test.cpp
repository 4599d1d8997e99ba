#include <QMap>

#include "tests/sql/demo_answers.h"
#include "tests/sql/load_all.h"
#include "tests/sql/temporary_database.h"

namespace purchasing::sql {
namespace {

struct Answer
{
    Word word = Word::Blocked;
    std::int64_t qty = 0;
    std::int64_t totalMinor = 0;
    std::int64_t toPayMinor = 0;
};

/// The three default packs for one product in whole numbers, independent of the rule engine: quantities are
/// ten-thousandths, money is cents.
Answer answerFor(const ProductFacts& facts)
{
    const SupplierOffer* offer = facts.supplier();
    const auto available = facts.availableQty();
    const auto onOrder = facts.onOrderQty();
    if (!offer || !available || !onOrder || !facts.demand || !facts.demand->avgDailyDemand
        || !offer->leadTimeDays || !offer->moq || !offer->unitPrice || !offer->isActive.value_or(false))
        return {};
    const std::int64_t required = facts.demand->avgDailyDemand->tenThousandths * *offer->leadTimeDays;
    const std::int64_t without = required > 0 ? required - available->tenThousandths : 0;
    const std::int64_t shortage =
        without > 0 ? std::max<std::int64_t>(0, without - onOrder->tenThousandths) : without;
    if (shortage <= 0)
        return {without > 0 ? Word::Covered : Word::Enough, 0, 0, 0};
    if (*offer->unitPrice == UnitPrice{})
        return {};
    const std::int64_t wanted = std::max(shortage, offer->moq->tenThousandths);
    const std::int64_t multiple = offer->orderMultiple->tenThousandths;
    Answer answer;
    answer.qty = (wanted + multiple - 1) / multiple * offer->orderMultiple->units();
    answer.totalMinor = offer->unitPrice->times(answer.qty)->minor;
    const auto percent = [](std::int64_t minor, int rate) { return (minor * rate + 50) / 100; };
    const std::int64_t discount = answer.totalMinor >= 5000000 ? percent(answer.totalMinor, 10) : 0;
    const std::int64_t reduced = answer.totalMinor - discount;
    answer.toPayMinor = reduced + percent(reduced, 8);
    answer.word = answer.totalMinor > 1000000 ? Word::NeedsApproval : Word::ToOrder;
    return answer;
}

} // namespace

/// The demo catalogue has the answers it is documented to have.
class DemoCatalogueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void holdsExactlyTheDocumentedProducts();
    void answers_data();
    void answers();
    void showsEveryWordSeveralTimes();
    void keepsOddNamesWhole();
    void hasTheSeedFigures();
    void totalsTenThousandBeforeRoundingToWholeUnits();
    void hasAYearOfDemandThatAveragesToTheColumn();
    void demandYearIsTheSameEveryTime();
    void hasOrdersWithTheirHistory();

private:
    [[nodiscard]] const ProductFacts& facts(const char* productId) const
    {
        return m_facts.find(QString::fromUtf8(productId)).value();
    }

    TemporaryDatabase m_db;
    QMap<QString, ProductFacts> m_facts;
};

void DemoCatalogueTest::initTestCase()
{
    qint64 last = 0;
    const auto loaded = loadAll(SqlCatalogueSource(m_db.database),
                                [&](const std::shared_ptr<const Catalogue>& soFar, std::int64_t total) {
                                    last = soFar->size();
                                    QVERIFY(last <= total);
                                });
    VERIFY_OK(loaded);
    QCOMPARE(last, static_cast<qint64>(loaded->size()));
    for (const ProductFacts& product : *loaded) {
        QVERIFY(product.sourceProblems.empty());
        m_facts.insert(product.product.productId, product);
    }
}

void DemoCatalogueTest::holdsExactlyTheDocumentedProducts()
{
    QStringList documented;
    for (const DemoAnswer& answer : kDemoAnswers)
        documented += QString::fromUtf8(answer.productId);
    documented.sort();
    QCOMPARE(QStringList(m_facts.keys()), documented);
}

void DemoCatalogueTest::answers_data()
{
    QTest::addColumn<qsizetype>("row");
    for (qsizetype row = 0; row < static_cast<qsizetype>(std::size(kDemoAnswers)); ++row)
        QTest::newRow(kDemoAnswers[row].productId) << row;
}

void DemoCatalogueTest::answers()
{
    QFETCH(qsizetype, row);
    const DemoAnswer& expected = kDemoAnswers[row];
    const ProductFacts& product = facts(expected.productId);
    QCOMPARE(product.supplier() ? product.supplier()->supplierId : QString(),
             QLatin1String(expected.supplierId));
    const Answer answer = answerFor(product);
    QCOMPARE(answer.word, expected.word);
    QCOMPARE(answer.qty, expected.qty);
    QCOMPARE(Money{answer.totalMinor}.toString(), QLatin1String(expected.total));
    QCOMPARE(Money{answer.toPayMinor}.toString(), QLatin1String(expected.toPay));
}

void DemoCatalogueTest::showsEveryWordSeveralTimes()
{
    QMap<Word, int> counts;
    for (const DemoAnswer& answer : kDemoAnswers)
        ++counts[answer.word];
    QCOMPARE(counts.size(), 5);
    for (const int count : counts)
        QVERIFY(count >= 3);
}

void DemoCatalogueTest::keepsOddNamesWhole()
{
    QCOMPARE(facts("PROD-133").product.name, QStringLiteral("Gauge \U0001F527 0–16 bar, Ø 63 mm"));
    QCOMPARE(facts("PROD-134").product.name.front().direction(), QChar::DirAL);
    QCOMPARE(facts("PROD-135").product.name.size(), 200);
    QCOMPARE(facts("Ø-42/β").product.category, QStringLiteral("Hydraulics"));
}

void DemoCatalogueTest::hasTheSeedFigures()
{
    const ProductFacts& first = facts("PROD-001");
    QCOMPARE(first.demand->avgDailyDemand->toString(), QStringLiteral("15.5"));
    QCOMPARE(first.demand->trend, QStringLiteral("increasing"));
    QCOMPARE(first.availableQty()->toString(), QStringLiteral("20"));
    QCOMPARE(first.supplier()->unitPrice->toString(), QStringLiteral("15.99"));
    QCOMPARE(first.supplier()->orderMultiple->units(), 20);
    QCOMPARE(first.units->front().fromUom, QStringLiteral("CASE"));
    QCOMPARE(first.units->front().factor->units(), 12);
    QCOMPARE(facts("PROD-003").units->front().toUom, QStringLiteral("CASE"));
    QCOMPARE(facts("PROD-172").units->back().factor->toString(), QStringLiteral("208.1975"));
}

void DemoCatalogueTest::totalsTenThousandBeforeRoundingToWholeUnits()
{
    // 18.8 a day over 3 days less 50 in stock at 1562.50 is exactly the limit; only whole units exceed it.
    const ProductFacts& product = facts("PROD-102");
    const std::int64_t shortage =
        product.demand->avgDailyDemand->tenThousandths * 3 - product.availableQty()->tenThousandths;
    QCOMPARE(shortage, 64000);
    QCOMPARE(shortage * product.supplier()->unitPrice->tenThousandths / 100,
             std::int64_t{1000000} * Quantity::kScale);
    // 0.07 over 100 days is 7, which no sum of doubles gives.
    const ProductFacts& slow = facts("PROD-141");
    QCOMPARE(slow.demand->avgDailyDemand->tenThousandths * *slow.supplier()->leadTimeDays, 70000);
}

void DemoCatalogueTest::hasAYearOfDemandThatAveragesToTheColumn()
{
    SqlDemandSource source(m_db.database);
    const QDate today = m_db.clock->now().date();
    int withHistory = 0;
    for (const ProductFacts& product : m_facts) {
        const auto days = source.history(product.product.productId, today.addYears(-2)).result();
        VERIFY_OK(days);
        if (!product.demand || product.demand->avgDailyDemand->tenThousandths == 0) {
            QVERIFY(days->empty());
            continue;
        }
        ++withHistory;
        QCOMPARE(days->size(), 365U);
        QCOMPARE(days->back().day, today.addDays(-1));
        double recent = 0;
        for (std::size_t i = days->size() - 90; i < days->size(); ++i)
            recent += (*days)[i].qty.toDouble() / 90;
        const double average = product.demand->avgDailyDemand->toDouble();
        QVERIFY2(std::abs(recent - average) <= std::max(0.02, average * 0.02),
                 qPrintable(product.product.productId));
    }
    QCOMPARE(withHistory, static_cast<int>(std::size(kDemoAnswers)) - 2);
    QCOMPARE(source.history(QStringLiteral("PROD-001"), today.addDays(-10)).result()->size(), 10U);
}

void DemoCatalogueTest::demandYearIsTheSameEveryTime()
{
    const TemporaryDatabase other;
    const QDate from = m_db.clock->now().date().addYears(-1);
    const auto mine = SqlDemandSource(m_db.database).history(QStringLiteral("PROD-001"), from).result();
    const auto theirs = SqlDemandSource(other.database).history(QStringLiteral("PROD-001"), from).result();
    QCOMPARE(mine->size(), theirs->size());
    for (std::size_t i = 0; i < mine->size(); ++i)
        QCOMPARE((*mine)[i].qty, (*theirs)[i].qty);
}

void DemoCatalogueTest::hasOrdersWithTheirHistory()
{
    auto store = m_db.orders();
    const auto sent = store.openOrders(QStringLiteral("PROD-124")).result();
    VERIFY_OK(sent);
    QCOMPARE(sent->orders.size(), 1U);
    QCOMPARE(sent->orders[0].state, OrderState::Sent);
    const auto history = store.history(sent->orders[0].poId).result();
    QStringList actions;
    for (const HistoryEntry& entry : *history)
        actions += entry.action;
    QCOMPARE(actions,
             QStringList({QStringLiteral("order.created"), QStringLiteral("order.sending"),
                          QStringLiteral("order.sent")}));
    QCOMPARE(facts("PROD-125").openOrders->front().state, OrderState::PendingApproval);
    QCOMPARE(facts("PROD-125").openOrders->front().total.toString(), QStringLiteral("12000.00"));
    QVERIFY(facts("PROD-136").openOrders->empty());
    // Eight of orders, the beginning, the rules, the user; on a server also that one person works alone.
    QCOMPARE(m_db.audit().verify().result()->events, std::int64_t{isOnMariaDb() ? 12 : 11});
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::DemoCatalogueTest)
#include "demo_catalogue_test.moc"
