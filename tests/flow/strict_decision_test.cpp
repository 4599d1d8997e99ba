#include "core/flow/catalogue_plan.h"
#include "core/flow/decision_words.h"
#include "core/flow/delivered_rules.h"
#include "core/flow/projected_stock.h"
#include "core/flow/rule_engine.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <random>

#include "tests/flow/product_builder.h"

namespace purchasing::tests {
namespace {

const QDate kToday(2026, 1, 15);

/// The default packs and one more.
std::shared_ptr<const RuleEngine> engineWith(const QString& rules)
{
    RuleSetVersion ruleSet;
    ruleSet.version = 7;
    ruleSet.packs = deliveredRules();
    ruleSet.packs.push_back({QStringLiteral("more.grl"), rules, true});
    const auto engine = RuleEngine::compile(ruleSet);
    if (!engine)
        qFatal("%s", qPrintable(engine.error().message));
    return *engine;
}

QString endless(const QString& name)
{
    return QStringLiteral(
               "rule %1 { when discount_amount >= 0 then discount_amount = discount_amount + 1; }\n")
        .arg(name);
}

QString manyRules(int count)
{
    QString rules;
    for (int i = 0; i < count; ++i)
        rules += QStringLiteral("rule Trivial%1 salience %2 no-loop { when moq >= %1 then send_method = "
                                "\"t%1\"; }\n")
                     .arg(i)
                     .arg(200 + i % 50);
    return rules;
}

/// A rule that is of no use in any order, and fails at random.
QString randomRule(std::mt19937& random, int number)
{
    const auto pick = [&random](std::initializer_list<const char*> items) {
        return QLatin1String(*(items.begin() + random() % items.size()));
    };
    const auto amount = [&] {
        return pick({"shortage", "moq", "order_qty", "unit_price", "available_qty", "total_amount",
                     "lead_time_days", "conversion_factor", "0", "2.5", "1000000000"});
    };
    return QStringLiteral("rule Random%1 salience %2 %3 { when %4 %5 %6 %7 %8 then %9 = %10 %11 %12; }\n")
        .arg(number)
        .arg(random() % 150)
        .arg(random() % 2 == 0 ? QLatin1String("no-loop") : QLatin1String())
        .arg(amount(), pick({"+", "-", "*", "/"}), amount(), pick({">", "<=", "==", "!="}), amount())
        .arg(pick({"discount_amount", "shortage", "order_qty", "tax_amount", "final_amount"}))
        .arg(amount(), pick({"+", "-", "*", "/"}), amount());
}

/// A product that lacks, exceeds and contradicts at random.
ProductFacts randomProduct(std::mt19937& random)
{
    ProductFacts facts = ordinaryProduct();
    const auto quantity = [&random]() -> std::optional<Quantity> {
        switch (random() % 8) {
        case 0: return std::nullopt;
        case 1: return Quantity{};
        case 2: return Quantity{static_cast<std::int64_t>(random() % 900000) + 1};
        default: return Quantity::whole(static_cast<std::int64_t>(random() % 300));
        }
    };
    facts.demand->avgDailyDemand = quantity();
    facts.warehouses->front().currentQty = quantity();
    facts.warehouses->front().onOrderQty = quantity().value_or(Quantity{});
    SupplierOffer& offer = facts.suppliers->front();
    offer.moq = quantity();
    offer.orderMultiple = quantity();
    if (random() % 4 == 0)
        offer.leadTimeDays = static_cast<std::int64_t>(random() % 4000) - 20;
    if (random() % 10 == 0)
        facts.units->clear();
    return facts;
}

QString problemCodes(const Decision& decision)
{
    QStringList codes;
    for (const Problem& problem : decision.problems)
        codes << problem.code;
    return codes.join(QLatin1Char(' '));
}

/// Everything that grid, plan, evaluation and order look at.
QString shown(const Decision& decision)
{
    const DecisionOutputs& out = decision.outputs;
    return QStringList{wordText(decision.word),
                       problemText(decision),
                       out.shortage.toString(),
                       out.orderQty.toString(),
                       out.totalAmount.toString(),
                       out.grandTotal.toString(),
                       out.poStatus,
                       out.sendMethod,
                       out.shouldCreatePo ? QStringLiteral("creates") : QString(),
                       decision.stockOut.value_or(QDate()).toString(Qt::ISODate),
                       decision.orderBy.value_or(QDate()).toString(Qt::ISODate)}
        .join(QLatin1Char('|'));
}

} // namespace

/// A rule that cannot be evaluated, and a fact that cannot be right, block the product, in every evaluator.
class StrictDecisionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRuleThatFailsFailsTheProduct_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("sentence");
        const QString then = QStringLiteral(" then requires_approval = true; }");
        QTest::newRow("division by zero in a condition")
            << QStringLiteral("rule TooMany salience 96 no-loop { when order_qty / moq > 100") + then
            << QStringLiteral(
                   "the rules failed: Rule \"TooMany\" could not be evaluated: division by zero in "
                   "order_qty / moq");
        QTest::newRow("overflow in a condition")
            << QStringLiteral("rule Huge salience 96 no-loop { when Pow(order_qty + 10, 40) > 1") + then
            << QStringLiteral(
                   "the rules failed: Rule \"Huge\" could not be evaluated: the number becomes too "
                   "large");
        QTest::newRow("division by zero in a statement")
            << QStringLiteral("rule Share no-loop { when order_qty > 0 then discount_amount = total_amount / "
                              "moq; }")
            << QStringLiteral("the rules failed: Rule \"Share\" stopped: division by zero in total_amount / "
                              "moq in line 1: discount_amount = total_amount / moq");
        QTest::newRow("a limit")
            << endless(QStringLiteral("Endless"))
            << QStringLiteral("the rules failed: The rules did not come to an end within 5000 cycles; still "
                              "firing: \"Endless\"");
    }

    void aRuleThatFailsFailsTheProduct()
    {
        QFETCH(QString, rule);
        QFETCH(QString, sentence);
        ProductFacts facts = ordinaryProduct();
        facts.suppliers->front().moq = Quantity{};
        QCOMPARE(engineWith({})->decide(facts, kToday).word, Word::ToOrder);
        const auto engine = engineWith(rule);
        const Decision decision = engine->decide(facts, kToday);
        QCOMPARE(decision.word, Word::Blocked);
        QCOMPARE(problemText(decision), sentence);
        QCOMPARE(problemCodes(decision), QStringLiteral("rules"));
        // What was written until then is shown.
        QCOMPARE(decision.outputs.orderQty, Quantity::whole(80));
        QCOMPARE(shown(engine->explain(facts, kToday).decision), shown(decision));
    }

    void aMissingFactIsNamedOnce()
    {
        ProductFacts facts = ordinaryProduct();
        facts.suppliers->front().moq.reset();
        const Decision decision = engineWith({})->decide(facts, kToday);
        QCOMPARE(problemText(decision), QStringLiteral("no minimum order quantity"));
        // But another mistake is not hidden by it.
        const auto engine = engineWith(QStringLiteral(
            "rule Zero salience 119 no-loop { when shortage / reserved_qty > 1 then tax_amount = 0; }"));
        QCOMPARE(problemCodes(engine->decide(facts, kToday)), QStringLiteral("missing:moq rules"));
    }

    void ordinaryRuleSetsReachNoLimit()
    {
        for (const int count : {400, 1000}) {
            const auto engine = engineWith(manyRules(count));
            const Decision decision = engine->decide(ordinaryProduct(), kToday);
            QCOMPARE(problemText(decision), QString());
            QCOMPARE(decision.word, Word::ToOrder);
            const ExplainedDecision explained = engine->explain(ordinaryProduct(), kToday);
            QCOMPARE(shown(explained.decision), shown(decision));
            QVERIFY(explained.decision.firedRules.size()
                    > 50); // Those with a number up to the minimum of 50.
        }
    }

    void everyEvaluatorSaysTheSame_data()
    {
        QTest::addColumn<int>("more");
        QTest::addColumn<bool>("loops");
        QTest::newRow("random rules") << 0 << false;
        QTest::newRow("among many others") << 300 << false;
        QTest::newRow("with an endless one") << 0 << true;
        QTest::newRow("with an endless one among many") << 300 << true;
    }

    void everyEvaluatorSaysTheSame()
    {
        QFETCH(int, more);
        QFETCH(bool, loops);
        constexpr unsigned kSeed = 4711;
        qInfo("seed %u", kSeed);
        std::mt19937 random(kSeed);
        int blocked = 0;
        int decided = 0;
        for (int set = 0; set < (loops ? 4 : 30); ++set) {
            QString rules = manyRules(more);
            for (int i = 0; i < 4; ++i)
                rules += randomRule(random, i);
            if (loops)
                rules += endless(QStringLiteral("Endless"));
            const auto engine = engineWith(rules);
            for (int product = 0; product < 5; ++product) {
                const ProductFacts facts = randomProduct(random);
                const Decision quick = engine->decide(facts, kToday);
                const Decision explained = engine->explain(facts, kToday).decision;
                QVERIFY2(shown(quick) == shown(explained),
                         qPrintable(rules.right(800) + shown(quick) + QLatin1Char('\n') + shown(explained)));
                QCOMPARE(quick.outputs, explained.outputs);
                ++(quick.isBlocked() ? blocked : decided);
            }
        }
        QVERIFY(blocked > 5);
        QVERIFY(loops || decided > 5);
    }

    void factsThatCannotBeRightBlock_data()
    {
        QTest::addColumn<QString>("demand");
        QTest::addColumn<qint64>("leadTime");
        QTest::addColumn<QString>("problem");
        QTest::newRow("ten years") << QStringLiteral("1") << qint64{3650} << QString();
        QTest::newRow("a day more") << QStringLiteral("1") << qint64{3651}
                                    << QStringLiteral("a lead time of 3651 days is not possible");
        QTest::newRow("for ever") << QStringLiteral("46567") << qint64{2147483647}
                                  << QStringLiteral("a lead time of 2147483647 days is not possible");
        QTest::newRow("no demand either") << QStringLiteral("0") << qint64{3000000}
                                          << QStringLiteral("a lead time of 3000000 days is not possible");
        QTest::newRow("too much to hold") << QStringLiteral("50000000000") << qint64{3650}
                                          << QStringLiteral("the required quantity is too large to be held");
        QTest::newRow("negative") << QStringLiteral("1") << qint64{-1}
                                  << QStringLiteral("negative lead time");
    }

    void factsThatCannotBeRightBlock()
    {
        QFETCH(QString, demand);
        QFETCH(qint64, leadTime);
        QFETCH(QString, problem);
        ProductFacts facts = ordinaryProduct();
        facts.demand->avgDailyDemand = Quantity::parse(demand);
        facts.suppliers->front().leadTimeDays = leadTime;
        facts.warehouses->front().onOrderQty = Quantity::whole(5); // Arrives after the lead time.
        const Decision decision = engineWith({})->decide(facts, kToday);
        QCOMPARE(decision.isBlocked(), !problem.isEmpty());
        if (!problem.isEmpty())
            QCOMPARE(problemText(decision), problem);
        for (const std::optional<QDate>& date : {decision.stockOut, decision.orderBy}) {
            if (date)
                QVERIFY2(date->isValid() && std::abs(kToday.daysTo(*date)) <= 2 * kLongestLeadTimeDays,
                         qPrintable(date->toString(Qt::ISODate)));
        }
        QVERIFY(problem.isEmpty() || !decision.orderBy || leadTime == kLongestLeadTimeDays);
        QCOMPARE(shown(engineWith({})->explain(facts, kToday).decision), shown(decision));
    }

    void quantitiesBeyondAllMeasureBlock()
    {
        ProductFacts facts = ordinaryProduct();
        const Quantity most{std::numeric_limits<std::int64_t>::max() - 5};
        facts.warehouses = std::vector<WarehouseLevel>{{QStringLiteral("WH-1"), most, {}, {}, {}},
                                                       {QStringLiteral("WH-2"), most, {}, {}, {}}};
        const Decision decision = engineWith({})->decide(facts, kToday);
        QCOMPARE(decision.word, Word::Blocked);
        QVERIFY2(problemText(decision).contains(QStringLiteral("current_qty is too large")),
                 qPrintable(problemText(decision)));
        QCOMPARE(Quantity::whole(std::numeric_limits<std::int64_t>::max()).tenThousandths > 0, true);
    }

    void goodsThatArriveOnTheDayOfRunningOutAreInTime()
    {
        ProductFacts facts = ordinaryProduct(); // 20 in stock, 10 a day: out in two days.
        facts.openOrders->push_back(openOrder(30, kToday, 2));
        QCOMPARE(stockOutDate(facts, arrivalsOf(facts, kToday), kToday),
                 std::optional<QDate>(kToday.addDays(5)));
        facts.openOrders->front() = openOrder(30, kToday, 3); // One day late.
        QCOMPARE(stockOutDate(facts, arrivalsOf(facts, kToday), kToday),
                 std::optional<QDate>(kToday.addDays(2)));
    }

    void enoughIsNotCoveredWhateverIsOnOrder()
    {
        ProductFacts facts = ordinaryProduct(); // 100 required.
        facts.openOrders->push_back(openOrder(80, kToday, 10));
        facts.warehouses->front().currentQty = Quantity::whole(100);
        QCOMPARE(engineWith({})->decide(facts, kToday).word, Word::Enough);
        facts.warehouses->front().currentQty = Quantity{999999};
        QCOMPARE(engineWith({})->decide(facts, kToday).word, Word::Covered);
    }

    void anEndlessRuleIsRunOnceAProduct()
    {
        // The rule leaves behind how often it fired: were it run again on what it left, there would be more.
        const auto engine = engineWith(endless(QStringLiteral("Endless")));
        const Decision decision = engine->decide(ordinaryProduct(), kToday);
        QVERIFY(decision.outputs.discountAmount.minor <= 5000 * 100);
        QVERIFY(decision.outputs.discountAmount.minor > 4900 * 100);
    }

    void cancellingBitesInsideARun()
    {
        const auto engine = engineWith(endless(QStringLiteral("Endless")));
        const std::atomic_bool cancelled = true;
        const Decision decision = engine->decide(ordinaryProduct(), kToday, &cancelled);
        QCOMPARE(decision.word, Word::Blocked);
        QCOMPARE(problemText(decision), QStringLiteral("the rules failed: The run was cancelled"));
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::StrictDecisionTest)
#include "strict_decision_test.moc"
