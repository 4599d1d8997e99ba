#include "core/flow/decision_words.h"
#include "core/flow/delivered_rules.h"
#include "core/flow/override_words.h"
#include "core/flow/rule_engine.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <functional>

#include "tests/flow/product_builder.h"

namespace purchasing::tests {
namespace {

const QDate kToday(2026, 1, 15);

using Change = std::function<void(ProductFacts&)>;

std::shared_ptr<const RuleEngine> engineOf(const QStringList& activePacks)
{
    RuleSetVersion ruleSet;
    ruleSet.version = 7;
    ruleSet.packs = deliveredRules();
    for (RulePack& pack : ruleSet.packs)
        pack.active = activePacks.contains(pack.name);
    std::vector<grl::Diagnostic> diagnostics;
    Result<std::shared_ptr<const RuleEngine>> engine = RuleEngine::compile(ruleSet, &diagnostics);
    for (const grl::Diagnostic& diagnostic : diagnostics)
        qWarning("%s", diagnostic.message.c_str());
    return engine ? *engine : nullptr;
}

std::shared_ptr<const RuleEngine> defaultEngine()
{
    static const auto engine =
        engineOf({QStringLiteral("purchasing_rules.grl"), QStringLiteral("order_multiples.grl"),
                  QStringLiteral("open_orders.grl"), QStringLiteral("overrides.grl")});
    return engine;
}

std::shared_ptr<const RuleEngine> fifteenRules()
{
    static const auto engine = engineOf({QStringLiteral("purchasing_rules.grl")});
    return engine;
}

/// The ordinary product with an override that was made on its facts.
ProductFacts overriddenProduct(std::int64_t qty)
{
    ProductFacts facts = ordinaryProduct();
    Override overridden;
    overridden.productId = facts.product.productId;
    overridden.qty = qty;
    overridden.reason = QStringLiteral("Promotion");
    overridden.version = 12;
    overridden.basis = overrideBasisOf(facts);
    facts.overridden = overridden;
    return facts;
}

bool hasProblem(const Decision& decision, const QString& code)
{
    return std::any_of(decision.problems.begin(), decision.problems.end(),
                       [&code](const Problem& problem) { return problem.code == code; });
}

} // namespace

/// Decisions through the adapter that every program uses: the contract's tables, the words and what blocks.
class RuleEngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesKnowWhatTheSourcesSay_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("differs"); // From what they know of the ordinary product; "-": unknown.
        const auto row = [](const char* tag, const Change& change, const char* differs) {
            QTest::newRow(tag) << change << QString::fromLatin1(differs);
        };
        const auto offer = [](ProductFacts& f) -> SupplierOffer& { return f.suppliers->front(); };
        row(
            "all", [](ProductFacts&) {}, "");
        row(
            "no demand", [](ProductFacts& f) { f.demand.reset(); },
            "avg_daily_demand=- required_qty=- trend=-");
        row(
            "no average", [](ProductFacts& f) { f.demand->avgDailyDemand.reset(); },
            "avg_daily_demand=- required_qty=-");
        row(
            "no trend", [](ProductFacts& f) { f.demand->trend.clear(); }, "trend=-");
        row(
            "no inventory", [](ProductFacts& f) { f.warehouses.reset(); },
            "available_qty=- current_qty=- on_order_qty=- reserved_qty=- warehouse_id=-");
        row(
            "no warehouse", [](ProductFacts& f) { f.warehouses->clear(); },
            "available_qty=- current_qty=- reserved_qty=- warehouse_id=-");
        row(
            "two warehouses",
            [](ProductFacts& f) {
                f.warehouses->push_back(
                    {QStringLiteral("WH-2"), Quantity::whole(5), Quantity::whole(2), Quantity::whole(3), {}});
            },
            "available_qty=23 current_qty=25 on_order_qty=3 reserved_qty=2");
        row(
            "an open order", [](ProductFacts& f) { f.openOrders->push_back(openOrder(7, kToday, 1)); },
            "on_order_qty=7");
        row(
            "no supplier", [](ProductFacts& f) { f.suppliers->clear(); },
            "is_active=- lead_time_days=- moq=- order_multiple=- required_qty=- supplier_id=- unit_price=-");
        row(
            "no lead time", [=](ProductFacts& f) { offer(f).leadTimeDays.reset(); },
            "lead_time_days=- required_qty=-");
        row(
            "no minimum", [=](ProductFacts& f) { offer(f).moq.reset(); }, "moq=-");
        row(
            "no multiple", [=](ProductFacts& f) { offer(f).orderMultiple.reset(); }, "order_multiple=-");
        row(
            "no price", [=](ProductFacts& f) { offer(f).unitPrice.reset(); }, "unit_price=-");
        row(
            "a price below a cent", [=](ProductFacts& f) { offer(f).unitPrice = UnitPrice{35}; },
            "unit_price=0.0035");
        row(
            "perhaps active", [=](ProductFacts& f) { offer(f).isActive.reset(); }, "is_active=-");
        row(
            "not active", [=](ProductFacts& f) { offer(f).isActive = false; }, "is_active=false");
        row(
            "no units", [](ProductFacts& f) { f.units->clear(); }, "conversion_factor=- from_uom=- to_uom=-");
        row(
            "no factor", [](ProductFacts& f) { f.units->front().factor.reset(); }, "conversion_factor=-");
        row(
            "overridden", [](ProductFacts& f) { f = overriddenProduct(240); }, "override_qty=240");
    }

    void rulesKnowWhatTheSourcesSay()
    {
        QFETCH(const Change, change);
        static const QMap<QString, QString> ordinary = [] {
            QMap<QString, QString> facts;
            for (const QString& fact :
                 QStringLiteral(
                     "available_qty=20 avg_daily_demand=10 conversion_factor=12 current_qty=20 from_uom=CASE "
                     "is_active=true lead_time_days=10 moq=50 on_order_qty=0 order_multiple=1 override_qty=0 "
                     "product_id=P-1 required_qty=100 reserved_qty=0 supplier_id=S-1 to_uom=PIECE "
                     "trend=stable unit_price=10 warehouse_id=WH-1")
                     .split(QLatin1Char(' ')))
                facts.insert(fact.section(QLatin1Char('='), 0, 0), fact.section(QLatin1Char('='), 1));
            return facts;
        }();
        ProductFacts facts = ordinaryProduct();
        change(facts);
        const QJsonObject known =
            QJsonDocument::fromJson(fifteenRules()->explain(facts, kToday).factsJson.toUtf8()).object();
        QStringList differs;
        for (auto fact = ordinary.begin(); fact != ordinary.end(); ++fact) {
            const QString now = known.contains(fact.key()) ? known.value(fact.key()).toVariant().toString()
                                                           : QStringLiteral("-");
            if (now != fact.value())
                differs += fact.key() + QLatin1Char('=') + now;
        }
        QTEST(differs.join(QLatin1Char(' ')), "differs");
    }

    /// What each rule did, in the order in which they are tried.
    void eachRuleIsAccountedFor()
    {
        RuleSetVersion set;
        set.packs = {{QStringLiteral("own.grl"),
                      QStringLiteral(
                          "rule Last \"goes last\" salience 1 no-loop {\n"
                          "when shortage > 5 && (moq > 100 || moq == 50) then total_amount = 2; }\n"
                          "rule A salience 9 no-loop { when true then shortage = 6; Log(\"a\"); }\n"
                          "rule B salience 9 no-loop { when moq > 100 then shortage = 7; }\n"
                          "rule C salience 9 no-loop { when true then order_qty = 3; total_amount = 1; }\n"),
                      true}};
        const auto engine = RuleEngine::compile(set);
        QVERIFY2(engine.isOk(), engine.isOk() ? "" : qPrintable(engine.error().message));
        const ExplainedDecision explained = (*engine)->explain(ordinaryProduct(), kToday);
        QStringList said;
        for (const RuleFinding& rule : explained.rules) {
            said += QStringLiteral("%1 %2 of %3 line %4 cycle %5 [%6] {%7} %8")
                        .arg(rule.rule)
                        .arg(static_cast<int>(rule.outcome))
                        .arg(rule.pack)
                        .arg(rule.line)
                        .arg(rule.cycle)
                        .arg(rule.writes.join(QStringLiteral(", ")), rule.log.join(QStringLiteral(", ")),
                             rule.description);
            for (const ConditionFinding& part : rule.conditions)
                said += QStringLiteral("  %1: %2 (%3)%4")
                            .arg(part.text)
                            .arg(static_cast<int>(part.truth))
                            .arg(part.values, part.decisive ? QStringLiteral("!") : QString());
        }
        QStringList expected;
        for (const char* line :
             {"A 0 of own.grl line 3 cycle 1 [shortage: 0 \u2192 6] {a} ", "  true: 0 ()",
              "B 2 of own.grl line 4 cycle 0 [] {} ", "  moq > 100: 1 (moq = 50)!",
              "C 0 of own.grl line 5 cycle 2 [order_qty: 0 \u2192 3, total_amount: 0 \u2192 1] {} ",
              "  true: 0 ()", "Last 0 of own.grl line 1 cycle 3 [total_amount: 1 \u2192 2] {} goes last",
              "  shortage > 5 && (moq > 100 || moq == 50): 0 ()", "    shortage > 5: 0 (shortage = 6)",
              "    (moq > 100 || moq == 50): 0 ()", "      moq > 100: 1 (moq = 50)",
              "      moq == 50: 0 (moq = 50)"})
            expected += QString::fromUtf8(line);
        QCOMPARE(said, expected);
    }

    void fifteenRulesAlone_data()
    {
        QTest::addColumn<int>("required");
        QTest::addColumn<int>("available");
        QTest::addColumn<int>("moq");
        QTest::addColumn<QString>("price");
        QTest::addColumn<bool>("active");
        QTest::addColumn<QString>("shortage");
        QTest::addColumn<int>("orderQty");
        QTest::addColumn<QString>("total");
        QTest::addColumn<QString>("discount");
        QTest::addColumn<QString>("tax");
        QTest::addColumn<QString>("grand");
        QTest::addColumn<QString>("poStatus");
        QTest::addColumn<bool>("send");
        QTest::addColumn<int>("word");
        const auto row = [](const char* name, int required, int available, int moq, const char* price,
                            bool active, const char* shortage, int qty, const char* total,
                            const char* discount, const char* tax, const char* grand, const char* poStatus,
                            bool send, Word word) {
            QTest::newRow(name) << required << available << moq << QString::fromLatin1(price) << active
                                << QString::fromLatin1(shortage) << qty << QString::fromLatin1(total)
                                << QString::fromLatin1(discount) << QString::fromLatin1(tax)
                                << QString::fromLatin1(grand) << QString::fromLatin1(poStatus) << send
                                << static_cast<int>(word);
        };
        row("ordinary", 100, 20, 50, "10", true, "80", 80, "800.00", "0.00", "64.00", "864.00", "approved",
            true, Word::ToOrder);
        row("moq applies", 100, 80, 50, "10", true, "20", 50, "500.00", "0.00", "40.00", "540.00", "approved",
            true, Word::ToOrder);
        row("shortage is the moq", 100, 50, 50, "10", true, "50", 50, "500.00", "0.00", "40.00", "540.00",
            "approved", true, Word::ToOrder);
        row("exactly the limit", 1000, 0, 10, "10", true, "1000", 1000, "10000.00", "0.00", "800.00",
            "10800.00", "approved", true, Word::ToOrder);
        row("a cent above the limit", 1, 0, 1, "10000.01", true, "1", 1, "10000.01", "0.00", "800.00",
            "10800.01", "pending_approval", false, Word::NeedsApproval);
        row("a cent below the discount", 1, 0, 1, "49999.99", true, "1", 1, "49999.99", "0.00", "4000.00",
            "53999.99", "pending_approval", false, Word::NeedsApproval);
        row("the discount starts", 5000, 0, 10, "10", true, "5000", 5000, "50000.00", "5000.00", "3600.00",
            "48600.00", "pending_approval", false, Word::NeedsApproval);
        row("inactive supplier", 100, 20, 50, "10", false, "0", 0, "0.00", "0.00", "0.00", "0.00", "", false,
            Word::Blocked);
        row("no demand", 0, 20, 50, "10", true, "0", 0, "0.00", "0.00", "0.00", "0.00", "", false,
            Word::Enough);
        row("reservations above stock", 100, -20, 50, "10", true, "120", 120, "1200.00", "0.00", "96.00",
            "1296.00", "approved", true, Word::ToOrder);
        row("surplus", 100, 140, 50, "10", true, "-40", 0, "0.00", "0.00", "0.00", "0.00", "", false,
            Word::Enough);
        row("no price", 100, 20, 50, "0", true, "80", 80, "0.00", "0.00", "0.00", "0.00", "", false,
            Word::Blocked);
    }

    void fifteenRulesAlone()
    {
        QFETCH(int, required);
        QFETCH(int, available);
        QFETCH(int, moq);
        QFETCH(QString, price);
        QFETCH(bool, active);
        ProductFacts facts = ordinaryProduct();
        facts.demand->avgDailyDemand =
            Quantity::whole(required); // With a lead time of one day it is what is required.
        SupplierOffer& offer = facts.suppliers->front();
        offer.leadTimeDays = 1;
        offer.moq = Quantity::whole(moq);
        offer.unitPrice = UnitPrice::parse(price);
        offer.isActive = active;
        facts.warehouses->front().currentQty = Quantity::whole(available);

        const ExplainedDecision explained = fifteenRules()->explain(facts, kToday);
        const DecisionOutputs& out = explained.decision.outputs;
        QTEST(out.shortage.toString(), "shortage");
        QTEST(static_cast<int>(out.orderQty.units()), "orderQty");
        QVERIFY(out.orderQty.isWhole());
        QTEST(out.totalAmount.toString(), "total");
        QTEST(out.discountAmount.toString(), "discount");
        QTEST(out.taxAmount.toString(), "tax");
        QTEST(out.grandTotal.toString(), "grand");
        QTEST(out.poStatus, "poStatus");
        QTEST(out.shouldSendPo, "send");
        QTEST(static_cast<int>(explained.decision.word), "word");
        QCOMPARE(fifteenRules()->decide(facts, kToday).outputs, out); // The quick form decides the same.
        if (required == 0)
            QCOMPARE(explained.decision.firedRules, QStringList{QStringLiteral("NoReorderNeeded")});
        if (!active)
            QCOMPARE(out.supplierError, QStringLiteral("Supplier is not active"));
    }

    void missingOrImpossibleFactsBlock_data()
    {
        using Change = std::function<void(ProductFacts&)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* code, Change change) {
            QTest::newRow(code) << change << QString::fromLatin1(code);
        };
        row("missing:avg_daily_demand", [](ProductFacts& f) { f.demand->avgDailyDemand.reset(); });
        row("negative:avg_daily_demand",
            [](ProductFacts& f) { f.demand->avgDailyDemand = Quantity::whole(-1); });
        row("unknown:demand", [](ProductFacts& f) { f.demand.reset(); });
        row("unknown:inventory", [](ProductFacts& f) { f.warehouses.reset(); });
        row("no-inventory", [](ProductFacts& f) { f.warehouses->clear(); });
        row("missing:current_qty", [](ProductFacts& f) { f.warehouses->front().currentQty.reset(); });
        row("negative:on_order_qty",
            [](ProductFacts& f) { f.warehouses->front().onOrderQty = Quantity::whole(-1); });
        row("unknown:orders", [](ProductFacts& f) { f.openOrders.reset(); });
        row("unknown:supplier", [](ProductFacts& f) { f.suppliers.reset(); });
        row("no-supplier", [](ProductFacts& f) { f.suppliers->clear(); });
        row("supplier-gone", [](ProductFacts& f) { f.chosenSupplierId = QStringLiteral("gone"); });
        row("missing:is_active", [](ProductFacts& f) { f.suppliers->front().isActive.reset(); });
        row("missing:moq", [](ProductFacts& f) { f.suppliers->front().moq.reset(); });
        row("negative:moq", [](ProductFacts& f) { f.suppliers->front().moq = Quantity::whole(-5); });
        row("missing:lead_time_days", [](ProductFacts& f) { f.suppliers->front().leadTimeDays.reset(); });
        row("negative:lead_time_days", [](ProductFacts& f) { f.suppliers->front().leadTimeDays = -1; });
        row("no-price", [](ProductFacts& f) { f.suppliers->front().unitPrice.reset(); });
        row("negative:unit_price", [](ProductFacts& f) { f.suppliers->front().unitPrice = UnitPrice{-1}; });
        row("missing:order_multiple", [](ProductFacts& f) { f.suppliers->front().orderMultiple.reset(); });
        row("invalid:order_multiple",
            [](ProductFacts& f) { f.suppliers->front().orderMultiple = Quantity{}; });
    }

    void missingOrImpossibleFactsBlock()
    {
        QFETCH(std::function<void(ProductFacts&)>, change);
        QFETCH(QString, code);
        ProductFacts facts = ordinaryProduct();
        QCOMPARE(defaultEngine()->decide(facts, kToday).word, Word::ToOrder);
        change(facts);
        const Decision decision = defaultEngine()->decide(facts, kToday);
        QCOMPARE(decision.word, Word::Blocked);
        QVERIFY2(hasProblem(decision, code), qPrintable(problemText(decision)));
        QVERIFY(!problemText(decision).isEmpty());
        QCOMPARE(defaultEngine()->explain(facts, kToday).decision.word, Word::Blocked);
    }

    void whatNoActiveRuleReadsIsNotRequired()
    {
        ProductFacts facts = ordinaryProduct();
        facts.suppliers->front().orderMultiple.reset();
        QCOMPARE(fifteenRules()->decide(facts, kToday).word,
                 Word::ToOrder); // Only order_multiples.grl reads it.
        facts = ordinaryProduct();
        facts.demand->trend.clear();
        facts.units->clear();
        QCOMPARE(defaultEngine()->decide(facts, kToday).word, Word::ToOrder);
    }

    void openOrdersCover()
    {
        ProductFacts facts = ordinaryProduct(); // 80 short
        facts.openOrders->push_back(openOrder(80, kToday, 10));
        Decision decision = defaultEngine()->decide(facts, kToday);
        QCOMPARE(decision.word, Word::Covered);
        QVERIFY(!decision.outputs.shouldCreatePo);
        facts.openOrders->front().receivedQty = 30; // 30 more are still missing.
        decision = defaultEngine()->decide(facts, kToday);
        QCOMPARE(decision.word, Word::ToOrder);
        QCOMPARE(decision.outputs.shortage, Quantity::whole(30));
        QCOMPARE(decision.outputs.orderQty, Quantity::whole(50)); // The minimum.
        facts.warehouses->front().onOrderQty = Quantity::whole(30); // On order elsewhere.
        QCOMPARE(defaultEngine()->decide(facts, kToday).word, Word::Covered);
    }

    void fractionsAreNotOrderedWithoutTheMultiplesPack()
    {
        ProductFacts facts = ordinaryProduct();
        facts.demand->avgDailyDemand = Quantity::parse(QStringLiteral("15.55"));
        const Decision decision = fifteenRules()->decide(facts, kToday);
        QCOMPARE(decision.outputs.orderQty.toString(), QStringLiteral("135.5"));
        QCOMPARE(decision.word, Word::Blocked);
        QVERIFY(hasProblem(decision, QStringLiteral("fractional-quantity")));
        QCOMPARE(defaultEngine()->decide(facts, kToday).outputs.orderQty, Quantity::whole(136));
    }

    void anOrderWithoutAClearApprovalBlocks_data()
    {
        QTest::addColumn<QString>("then");
        QTest::addColumn<QString>("problem");
        QTest::newRow("status forgotten")
            << QStringLiteral("po_status = \"\";") << QStringLiteral("no-approval");
        QTest::newRow("unknown status")
            << QStringLiteral("po_status = \"Pending_Approval\";") << QStringLiteral("no-approval");
        QTest::newRow("needs approval and approved")
            << QStringLiteral("requires_approval = true;") << QStringLiteral("approval-contradiction");
        QTest::newRow("no quantity") << QStringLiteral("order_qty = 0; total_amount = 0; final_amount = 0; "
                                                       "tax_amount = 0; grand_total = 0;")
                                     << QStringLiteral("no-quantity");
        const QString amounts = QStringLiteral("amounts");
        QTest::newRow("total is not price times quantity")
            << QStringLiteral("total_amount = total_amount + 1; final_amount = final_amount + 1; "
                              "grand_total = grand_total + 1;")
            << amounts;
        QTest::newRow("final is not total less discount")
            << QStringLiteral("final_amount = final_amount + 1; grand_total = grand_total + 1;") << amounts;
        QTest::newRow("a discount that is not taken off")
            << QStringLiteral("discount_amount = 0.01;") << amounts;
        QTest::newRow("to pay is not final and tax")
            << QStringLiteral("grand_total = grand_total + 0.01;") << amounts;
        QTest::newRow("pending and approved")
            << QStringLiteral("need_reorder = false; approval_status = \"pending\";")
            << QStringLiteral("approval-contradiction");
        QTest::newRow("below nothing") << QStringLiteral("order_qty = -1;") << QStringLiteral("no-quantity");
        QTest::newRow("fraction without a need") << QStringLiteral("need_reorder = false; order_qty = 80.5;")
                                                 << QStringLiteral("fractional-quantity");
    }

    void anOrderWithoutAClearApprovalBlocks()
    {
        QFETCH(QString, then);
        QFETCH(QString, problem);
        RuleSetVersion ruleSet;
        ruleSet.version = 7;
        ruleSet.packs = deliveredRules();
        ruleSet.packs.push_back(
            {QStringLiteral("last.grl"),
             QStringLiteral("rule Last salience 1 no-loop { when should_create_po then %1 }").arg(then),
             true});
        const auto engine = RuleEngine::compile(ruleSet);
        QVERIFY(engine.isOk());
        const Decision decision = (*engine)->decide(ordinaryProduct(), kToday);
        QVERIFY(decision.outputs.shouldCreatePo);
        QCOMPARE(decision.word, Word::Blocked);
        QVERIFY2(hasProblem(decision, problem), qPrintable(problemText(decision)));
    }

    void exactDecimals()
    {
        ProductFacts facts = ordinaryProduct();
        facts.demand->avgDailyDemand = Quantity::parse(QStringLiteral("0.07"));
        facts.suppliers->front().leadTimeDays = 100;
        facts.suppliers->front().moq = Quantity::whole(1);
        facts.warehouses->front().currentQty = Quantity{};
        QCOMPARE(fifteenRules()->decide(facts, kToday).outputs.orderQty, Quantity::whole(7));

        facts.demand->avgDailyDemand = Quantity::parse(QStringLiteral("18.8"));
        facts.suppliers->front().leadTimeDays = 3;
        facts.warehouses->front().currentQty = Quantity::whole(50);
        facts.suppliers->front().unitPrice = UnitPrice::of({156250});
        const DecisionOutputs out = fifteenRules()->decide(facts, kToday).outputs;
        QCOMPARE(out.totalAmount, Money{1000000});
        QCOMPARE(out.approvalStatus, QStringLiteral("auto_approved"));
    }

    void decisionCarriesItsBasisAndDates()
    {
        ProductFacts facts = ordinaryProduct(); // 20 in stock, 10 a day, 10 days to deliver
        facts.ordersVersion = 3;
        const Decision decision = defaultEngine()->decide(facts, kToday);
        QCOMPARE(decision.basis.ruleSetVersion, 7);
        QCOMPARE(decision.basis.ordersVersion, 3);
        QCOMPARE(decision.basis.supplierId, QStringLiteral("S-1"));
        QCOMPARE(decision.basis.unitPrice, UnitPrice::of({1000}));
        QCOMPARE(decision.stockOut, std::optional<QDate>(QDate(2026, 1, 17)));
        QCOMPARE(decision.orderBy, std::optional<QDate>(QDate(2026, 1, 7)));
        facts.openOrders->push_back(openOrder(30, kToday, 1)); // Arrives in time: three days more.
        QCOMPARE(defaultEngine()->decide(facts, kToday).stockOut, std::optional<QDate>(QDate(2026, 1, 20)));
        facts.openOrders->front() = openOrder(30, kToday, 5); // Too late to prevent running out.
        QCOMPARE(defaultEngine()->decide(facts, kToday).stockOut, std::optional<QDate>(QDate(2026, 1, 17)));
    }

    void traceSaysWhyARuleDidNotFire()
    {
        const ExplainedDecision explained = defaultEngine()->explain(ordinaryProduct(), kToday);
        const auto rule =
            std::find_if(explained.rules.begin(), explained.rules.end(), [](const RuleFinding& finding) {
                return finding.rule == QLatin1String("FlagHighValueOrders");
            });
        QVERIFY(rule != explained.rules.end());
        QCOMPARE(rule->outcome, RuleFinding::Outcome::NotMatched);
        QVERIFY2(rule->sentence.contains(QStringLiteral("total_amount = 800")), qPrintable(rule->sentence));
        QVERIFY(rule->line > 1);
        QCOMPARE(explained.rules.size(), std::size_t{18});
        QVERIFY(std::is_sorted(
            explained.rules.begin(), explained.rules.end(),
            [](const RuleFinding& a, const RuleFinding& b) { return a.salience > b.salience; }));
    }

    void thePlannersQuantityIsOrdered()
    {
        ProductFacts facts = overriddenProduct(240); // 80 by the rules.
        const Decision decision = defaultEngine()->decide(facts, kToday);
        QCOMPARE(decision.word, Word::ToOrder);
        QCOMPARE(decision.outputs.orderQty, Quantity::whole(240));
        QCOMPARE(decision.outputs.totalAmount, Money{240000});
        QCOMPARE(decision.basis.overrideVersion, 12);
        QVERIFY(defaultEngine()
                    ->explain(facts, kToday)
                    .factsJson.contains(QStringLiteral("\"override_qty\":\"240\"")));
        QCOMPARE(defaultEngine()->explain(facts, kToday).decision.outputs, decision.outputs);
        // The limit still counts: what the planner asks for needs approval as any other quantity.
        facts.overridden->qty = 1001;
        QCOMPARE(defaultEngine()->decide(facts, kToday).word, Word::NeedsApproval);
        facts.overridden->qty = 1000;
        QCOMPARE(defaultEngine()->decide(facts, kToday).word, Word::ToOrder);
        // 7 is below the minimum of 50, and is what the planner wants.
        facts.overridden->qty = 7;
        QCOMPARE(defaultEngine()->decide(facts, kToday).outputs.orderQty, Quantity::whole(7));
        QCOMPARE(overrideWarnings(7, facts),
                 QStringList{QStringLiteral("below the supplier's minimum order of 50")});
        facts.suppliers->front().orderMultiple = Quantity::whole(20);
        QCOMPARE(overrideWarnings(50, facts),
                 QStringList{QStringLiteral("not a multiple of 20, in which the supplier delivers")});
        QVERIFY(overrideWarnings(60, facts).isEmpty());
    }

    void noOverrideIsNoMissingFact()
    {
        ProductFacts facts = ordinaryProduct();
        QCOMPARE(defaultEngine()->decide(facts, kToday).word, Word::ToOrder);
        QVERIFY(defaultEngine()
                    ->explain(facts, kToday)
                    .factsJson.contains(QStringLiteral("\"override_qty\":\"0\"")));
        QVERIFY(defaultEngine()->readsOverrides());
        QVERIFY(!fifteenRules()->readsOverrides());
    }

    void anOverrideWithoutANeedMakesNoOrderAndSaysWhy()
    {
        ProductFacts facts = overriddenProduct(240);
        facts.warehouses->front().currentQty = Quantity::whole(500);
        QCOMPARE(defaultEngine()->decide(facts, kToday).word, Word::Blocked); // It is stale.
        facts.overridden->basis = overrideBasisOf(facts, {});
        const Decision decision = defaultEngine()->decide(facts, kToday);
        QCOMPARE(decision.word, Word::Enough);
        QCOMPARE(decision.outputs.orderQty, Quantity::whole(240));
        QVERIFY(!decision.outputs.shouldCreatePo);
        const QString why = whyOverrideIsIdle(facts, decision, true);
        QVERIFY2(why.contains(QStringLiteral("no need to order")), qPrintable(why));
        QVERIFY(whyOverrideIsIdle(facts, decision, false).contains(QStringLiteral("overrides.grl")));
        facts.overridden->qty = 0; // Only the supplier.
        QVERIFY(whyOverrideIsIdle(facts, decision, true).isEmpty());
        // Nothing is ordered from an inactive supplier, whatever the planner asks for.
        facts = overriddenProduct(240);
        facts.suppliers->front().isActive = false;
        QCOMPARE(defaultEngine()->decide(facts, kToday).word, Word::Blocked);
    }

    void anOverrideBeyondAllAmountsBlocks()
    {
        ProductFacts facts = overriddenProduct(kLargestOverride);
        facts.suppliers->front().unitPrice = UnitPrice{900'000'000'000'000'000};
        const Decision decision = defaultEngine()->decide(facts, kToday);
        QCOMPARE(decision.word, Word::Blocked);
        QVERIFY(!decision.problems.empty());
    }

    void whatChangedSinceTheOverrideIsNamed()
    {
        ProductFacts facts = overriddenProduct(240);
        QVERIFY(changesSinceOverride(facts).isEmpty());
        facts.demand->avgDailyDemand = Quantity::whole(20);
        facts.suppliers->front().isActive.reset();
        facts.suppliers->front().unitPrice = UnitPrice::of({1050});
        QCOMPARE(changesSinceOverride(facts),
                 (QStringList{QStringLiteral("daily demand was 10, is now 20"),
                              QStringLiteral("the unit price was 10.00, is now 10.50"),
                              QStringLiteral("the supplier was active, is now unknown")}));
        facts.suppliers->front().isActive = true;
        const Decision stale = defaultEngine()->decide(facts, kToday);
        QCOMPARE(stale.word, Word::Blocked);
        QVERIFY2(hasProblem(stale, QStringLiteral("stale-override")), qPrintable(problemText(stale)));
        QVERIFY(problemText(stale).contains(QStringLiteral("daily demand was 10, is now 20")));
        facts.overridden->basis = overrideBasisOf(facts); // Confirmed.
        QVERIFY(!defaultEngine()->decide(facts, kToday).isBlocked());
        facts.overridden.reset();
        QVERIFY(changesSinceOverride(facts).isEmpty());
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::RuleEngineTest)
#include "rule_engine_test.moc"
