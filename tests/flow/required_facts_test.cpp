#include "core/flow/decision_words.h"
#include "core/flow/delivered_rules.h"
#include "core/flow/rule_engine.h"

#include <QTest>

#include <algorithm>

#include "tests/flow/product_builder.h"

namespace purchasing::tests {
namespace {

const QDate kToday(2026, 1, 15);

bool hasProblem(const Decision& decision, const QString& code)
{
    return std::any_of(decision.problems.begin(), decision.problems.end(),
                       [&code](const Problem& problem) { return problem.code == code; });
}

} // namespace

/// Which facts the rules in force make necessary.
class RequiredFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePacksOfTheContractAreDelivered()
    {
        QStringList packs;
        for (const RulePack& pack : deliveredRules()) {
            QVERIFY2(pack.text.contains(QStringLiteral("rule ")), qPrintable(pack.name));
            packs += pack.name.chopped(4) + (pack.active ? QStringLiteral(" on") : QStringLiteral(" off"));
        }
        QCOMPARE(packs,
                 (QStringList{QStringLiteral("purchasing_rules on"), QStringLiteral("order_multiples on"),
                              QStringLiteral("open_orders on"), QStringLiteral("overrides on"),
                              QStringLiteral("safety_stock off"), QStringLiteral("full_cases off")}));
        std::vector<RulePack> some = deliveredRules();
        some.erase(some.begin() + 1);
        QCOMPARE(deliveredPacksMissingIn(some), std::vector<RulePack>{deliveredRules()[1]});
        QVERIFY(deliveredPacksMissingIn(deliveredRules()).empty());
    }

    void whatARuleReadsIsRequired_data()
    {
        using Change = std::function<void(ProductFacts&)>;
        QTest::addColumn<QString>("condition");
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* tag, const char* condition, const char* code, const Change& change) {
            QTest::newRow(tag) << QString::fromLatin1(condition) << change << QString::fromLatin1(code);
        };
        const Change noUnits = [](ProductFacts& f) { f.units.reset(); };
        const Change noConversion = [](ProductFacts& f) { f.units->clear(); };
        row("trend", "trend == \"x\"", "missing:trend", [](ProductFacts& f) { f.demand->trend.clear(); });
        row("factor", "conversion_factor == 1", "missing:conversion_factor",
            [](ProductFacts& f) { f.units->front().factor.reset(); });
        row("factor, none", "conversion_factor == 1", "no-conversion", noConversion);
        row("from", "from_uom == \"x\"", "no-conversion", noConversion);
        row("to", "to_uom == \"x\"", "unknown:units", noUnits);
        row("warehouse", "warehouse_id == \"x\"", "no-inventory",
            [](ProductFacts& f) { f.warehouses->clear(); });
    }

    void whatARuleReadsIsRequired()
    {
        QFETCH(QString, condition);
        QFETCH(std::function<void(ProductFacts&)>, change);
        QFETCH(QString, code);
        RuleSetVersion ruleSet;
        ruleSet.packs.push_back(
            {QStringLiteral("one.grl"),
             QStringLiteral("rule One no-loop { when %1 then tax_amount = 1; }").arg(condition), true});
        const auto reading = RuleEngine::compile(ruleSet);
        ruleSet.packs.front().text = QStringLiteral("rule One no-loop { when moq < 0 then tax_amount = 1; }");
        const auto other = RuleEngine::compile(ruleSet);
        QVERIFY(reading.isOk() && other.isOk());
        ProductFacts facts = ordinaryProduct();
        QVERIFY(!(*reading)->decide(facts, kToday).isBlocked());
        change(facts);
        const Decision decision = (*reading)->decide(facts, kToday);
        QVERIFY2(hasProblem(decision, code), qPrintable(problemText(decision)));
        QVERIFY2(!hasProblem((*other)->decide(facts, kToday), code), qPrintable(code));
        // A source that failed is named once.
        facts = ordinaryProduct();
        facts.units.reset();
        facts.demand.reset();
        facts.sourceProblems = {{QStringLiteral("unavailable:units"), QStringLiteral("units unavailable")},
                                {QStringLiteral("no-demand"), QStringLiteral("no demand record")}};
        QVERIFY(!hasProblem((*reading)->decide(facts, kToday), QStringLiteral("unknown:units")));
        QVERIFY(!hasProblem((*reading)->decide(facts, kToday), QStringLiteral("unknown:demand")));
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::RequiredFactsTest)
#include "required_facts_test.moc"
