#include "core/flow/decision_words.h"
#include "core/flow/override_words.h"
#include "core/flow/problem_words.h"
#include "core/flow/rule_words.h"

#include <QTest>
#include <QTranslator>

#include "tests/flow/product_builder.h"

namespace purchasing::tests {
namespace {

const QLocale kEnglish(QLocale::English, QLocale::UnitedStates);
const QLocale kGerman(QLocale::German, QLocale::Germany);

/// Says everything that rules complain about in capitals.
class LoudTranslator : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* text, const char*, int) const override
    {
        return qstrcmp(context, "Grl") == 0 ? QString::fromUtf8(text).toUpper() : QString();
    }
};

/// An order of 100 in this state.
PurchaseOrder orderIn(OrderState state, std::int64_t received = 0, bool closedShort = false)
{
    PurchaseOrder order = openOrder(100, QDate(2026, 1, 15), 7);
    order.state = state;
    order.supplierId = QStringLiteral("S-1");
    order.receivedQty = received;
    order.closedShort = closedShort;
    return order;
}

Decision decided(Word word)
{
    Decision decision;
    decision.word = word;
    decision.decidedAt = QDateTime(QDate(2026, 1, 15), QTime(12, 0));
    decision.requiredQty = Quantity::whole(100);
    decision.availableQty = Quantity::whole(120);
    decision.onOrderQty = Quantity::whole(30);
    decision.outputs.orderQty = Quantity::whole(80);
    decision.outputs.totalAmount = Money{80000};
    decision.outputs.grandTotal = Money{86400};
    return decision;
}

/// The ordinary product with a second supplier and an override that was made on its facts.
ProductFacts overriddenProduct()
{
    ProductFacts facts = ordinaryProduct();
    facts.suppliers->push_back(facts.suppliers->front());
    facts.suppliers->back().supplierId = QStringLiteral("S-2");
    facts.suppliers->back().moq = Quantity::whole(7);
    facts.overridden.emplace();
    facts.overridden->qty = 240;
    facts.overridden->basis = overrideBasisOf(facts);
    return facts;
}

} // namespace

/// What people read about decisions, orders and overrides.
class FlowWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void amountsAreWrittenAsTheLocaleDoes()
    {
        QCOMPARE(moneyText(Money{123456}, QStringLiteral("USD"), kEnglish), QStringLiteral("$1,234.56"));
        QCOMPARE(moneyText(Money{-123456}, QStringLiteral("GBP"), kEnglish),
                 QStringLiteral("\u2212£1,234.56"));
        QCOMPARE(moneyText(Money{-123456}, QStringLiteral("EUR"), kGerman),
                 QStringLiteral("\u22121.234,56\u00A0€"));
        // As many decimals as the currency has, though two are stored; prices of one unit keep what they
        // have.
        QCOMPARE(moneyText(Money{150000}, QStringLiteral("JPY"), kEnglish), QStringLiteral("JPY\u00A01,500"));
        QCOMPARE(moneyText(Money{150050}, QStringLiteral("JPY"), kEnglish), QStringLiteral("JPY\u00A01,501"));
        QCOMPARE(moneyText(Money{-150050}, QStringLiteral("JPY"), kGerman),
                 QStringLiteral("\u22121.501\u00A0JPY"));
        QCOMPARE(moneyText(UnitPrice{155000}, QStringLiteral("JPY"), kEnglish),
                 QStringLiteral("JPY\u00A015.5"));
        QCOMPARE(moneyText(UnitPrice{150000}, QStringLiteral("JPY"), kEnglish),
                 QStringLiteral("JPY\u00A015"));
        QCOMPARE(moneyText(Money{123456}, QStringLiteral("KWD"), kEnglish),
                 QStringLiteral("KWD\u00A01,234.560"));
        QCOMPARE(moneyText(Money{5}, QStringLiteral("CHF"), kEnglish), QStringLiteral("CHF\u00A00.05"));
        QCOMPARE(moneyText(Money{5}, QStringLiteral("CHF"), kGerman), QStringLiteral("0,05\u00A0CHF"));
        QCOMPARE(moneyText(UnitPrice{35}, QStringLiteral("USD"), kEnglish), QStringLiteral("$0.0035"));
        // A double would lose the cent.
        QCOMPARE(moneyText(Money{900719925474099301}, QStringLiteral("USD"), kEnglish),
                 QStringLiteral("$9,007,199,254,740,993.01"));
        QCOMPARE(quantityText(Quantity{-12345000}, kGerman), QStringLiteral("\u22121.234,5"));
        QCOMPARE(quantityText(Quantity{-10000}, kGerman), QStringLiteral("\u22121"));
        QCOMPARE(quantityText(Quantity::whole(2000), kEnglish), QStringLiteral("2,000"));
    }

    void unitsAreThoseOfTheStock()
    {
        ProductFacts facts = ordinaryProduct();
        QCOMPARE(stockUnitOf(facts), QStringLiteral("PIECE"));
        facts.units->front().toUom.clear();
        QCOMPARE(stockUnitOf(facts), QStringLiteral("pcs"));
        facts.units->clear();
        QCOMPARE(stockUnitOf(facts), QStringLiteral("pcs"));
        facts.units.reset();
        QCOMPARE(stockUnitOf(facts), QStringLiteral("pcs"));
    }

    void statesSayWhatCame()
    {
        QCOMPARE(stateInWords(orderIn(OrderState::Sent)), QStringLiteral("Sent"));
        QCOMPARE(stateInWords(orderIn(OrderState::Sent, 40)), QStringLiteral("Sent, 40 of 100 received"));
        QCOMPARE(stateInWords(orderIn(OrderState::Sent, 99)), QStringLiteral("Sent, 99 of 100 received"));
        QCOMPARE(stateInWords(orderIn(OrderState::Received, 100)), QStringLiteral("Received"));
        QCOMPARE(stateInWords(orderIn(OrderState::Received, 0, true)),
                 QStringLiteral("Received, closed short: 0 of 100 received"));
    }

    void ordersSayWhatBecameOfThem()
    {
        QCOMPARE(orderInWords(orderIn(OrderState::Sent)), QStringLiteral("PO-1 was created and sent to S-1"));
        QCOMPARE(orderInWords(orderIn(OrderState::PendingApproval)),
                 QStringLiteral("PO-1 was created and waits for approval"));
        QCOMPARE(orderInWords(orderIn(OrderState::Cancelled)), QStringLiteral("PO-1: Cancelled"));
        for (const OrderState state : {OrderState::Approved, OrderState::Sending}) {
            PurchaseOrder order = orderIn(state);
            QCOMPARE(orderInWords(order), QStringLiteral("PO-1 was created"));
            order.sendIntended = true;
            QCOMPARE(orderInWords(order), QStringLiteral("PO-1 was created and is being sent"));
            order.sendProblem = QStringLiteral("no space");
            QCOMPARE(orderInWords(order), QStringLiteral("PO-1 was created; sending failed: no space"));
        }
    }

    void theLastDayToOrderIsNotLate()
    {
        const ProductFacts facts = ordinaryProduct();
        Decision decision = decided(Word::ToOrder);
        const auto said = [&] { return whatToDo(decision, facts, QStringLiteral("USD"), kEnglish); };
        QCOMPARE(said(), QStringLiteral("Order 80 PIECE from S-1 – $864.00 to pay – no approval needed."));
        decision.orderBy = QDate(2026, 1, 15);
        QVERIFY2(said().startsWith(QStringLiteral("Order 80 PIECE from S-1 by 1/15/26 – ")),
                 qPrintable(said()));
        decision.orderBy = QDate(2026, 1, 14);
        QVERIFY2(
            said().startsWith(QStringLiteral("Order 80 PIECE from S-1 now, 1/14/26 was the last day – ")),
            qPrintable(said()));
        decision = decided(Word::NeedsApproval);
        QVERIFY2(said().endsWith(QStringLiteral(" – needs approval.")), qPrintable(said()));
        decision.aboveCeiling = Money{50000};
        QVERIFY2(said().contains(QStringLiteral("the rules approve it")), qPrintable(said()));
        decision.rulesNeedApproval = true;
        QVERIFY2(said().contains(QStringLiteral("by the rules, and above the approval ceiling of $500.00")),
                 qPrintable(said()));
    }

    void whereNothingIsOrderedItSaysWhy()
    {
        ProductFacts facts = ordinaryProduct();
        QCOMPARE(whyInWords(decided(Word::Covered), facts), QStringLiteral("no reorder needed: 30 on order"));
        QCOMPARE(whyInWords(decided(Word::Enough), facts),
                 QStringLiteral("no reorder needed: 120 available, 100 required"));
        QCOMPARE(whyInWords(decided(Word::ToOrder), facts),
                 QStringLiteral("order 80 from S-1 for 800.00 before tax, approved automatically"));
        facts.suppliers->front().name = QStringLiteral("Acme");
        QCOMPARE(whyInWords(decided(Word::NeedsApproval), facts),
                 QStringLiteral("order 80 from Acme for 800.00 before tax, needs approval"));
        Decision enough = decided(Word::Enough);
        QVERIFY(whatToDo(enough, facts, {}, kEnglish).contains(QStringLiteral("there is enough stock")));
        enough.stockOut = QDate(2026, 2, 1);
        QVERIFY(whatToDo(enough, facts, {}, kEnglish).contains(QStringLiteral("lasts until 2/1/26")));
        Decision blocked = decided(Word::Blocked);
        blocked.problems = {{QStringLiteral("a"), QStringLiteral("no price")},
                            {QStringLiteral("b"), QStringLiteral("no price")},
                            {QStringLiteral("c"), QStringLiteral("no supplier")}};
        QCOMPARE(whyInWords(blocked, facts), QStringLiteral("blocked: no price; no supplier"));
    }

    void everythingAnOverrideRestsOnIsWatched_data()
    {
        using Change = std::function<void(ProductFacts&)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* said, const Change& change) {
            QTest::newRow(said) << change << QString::fromLatin1(said);
        };
        row("daily demand was 10, is now 11",
            [](ProductFacts& f) { f.demand->avgDailyDemand = Quantity::whole(11); });
        row("daily demand was 10, is now unknown", [](ProductFacts& f) { f.demand.reset(); });
        row("available stock was 20, is now 19",
            [](ProductFacts& f) { f.warehouses->front().reservedQty = Quantity::whole(1); });
        row("the quantity on order was 0, is now 5",
            [](ProductFacts& f) { f.warehouses->front().onOrderQty = Quantity::whole(5); });
        row("the minimum order was 50, is now 51",
            [](ProductFacts& f) { f.suppliers->front().moq = Quantity::whole(51); });
        row("the order multiple was 1, is now 2",
            [](ProductFacts& f) { f.suppliers->front().orderMultiple = Quantity::whole(2); });
        row("the lead time in days was 10, is now unknown",
            [](ProductFacts& f) { f.suppliers->front().leadTimeDays.reset(); });
        row("the unit price was 10.00, is now 10.0001",
            [](ProductFacts& f) { f.suppliers->front().unitPrice = UnitPrice{100001}; });
        row("the supplier was active, is now not active",
            [](ProductFacts& f) { f.suppliers->front().isActive = false; });
        row("the supplier was S-1, is now S-3",
            [](ProductFacts& f) { f.suppliers->front().supplierId = QStringLiteral("S-3"); });
    }

    void everythingAnOverrideRestsOnIsWatched()
    {
        QFETCH(std::function<void(ProductFacts&)>, change);
        QFETCH(QString, said);
        ProductFacts facts = overriddenProduct();
        QCOMPARE(changesSinceOverride(facts), QStringList());
        change(facts);
        QCOMPARE(changesSinceOverride(facts), QStringList{said});
    }

    void anOverrideOfTheSupplierRestsOnThatOne()
    {
        ProductFacts facts = overriddenProduct();
        facts.overridden->supplierId = QStringLiteral("S-2");
        facts.overridden->basis = overrideBasisOf(facts, QStringLiteral("S-2"));
        QCOMPARE(facts.overridden->basis.supplierId, QStringLiteral("S-2"));
        QCOMPARE(facts.overridden->basis.moq, Quantity::whole(7));
        facts.suppliers->front().unitPrice = UnitPrice{1};
        QCOMPARE(changesSinceOverride(facts), QStringList());
        facts.suppliers->back().unitPrice = UnitPrice{1};
        QCOMPARE(changesSinceOverride(facts),
                 QStringList{QStringLiteral("the unit price was 10.00, is now 0.0001")});
    }

    void quantitiesTheSupplierMayRefuseAreWarnedOf()
    {
        ProductFacts facts = ordinaryProduct();
        facts.suppliers->front().orderMultiple = Quantity::whole(25);
        QCOMPARE(overrideWarnings(50, facts), QStringList()); // The minimum itself, twice the multiple.
        QCOMPARE(overrideWarnings(25, facts).size(), 1);
        QCOMPARE(overrideWarnings(51, facts).size(), 1);
        QCOMPARE(overrideWarnings(49, facts).size(), 2);
        QCOMPARE(overrideWarnings(0, facts), QStringList()); // None was wanted.
        facts.suppliers->front().orderMultiple = Quantity{};
        QCOMPARE(overrideWarnings(51, facts), QStringList());
        facts.suppliers->front().moq.reset();
        facts.suppliers->front().orderMultiple.reset();
        QCOMPARE(overrideWarnings(1, facts), QStringList());
        facts.suppliers->clear();
        QCOMPARE(overrideWarnings(1, facts), QStringList());
    }

    void overridesNameWhatWasChosen()
    {
        Override overridden;
        overridden.byName = QStringLiteral("Ann");
        overridden.reason = QStringLiteral("Fair");
        overridden.qty = 240;
        QCOMPARE(overrideText(overridden), QStringLiteral("240 units, by Ann: Fair"));
        overridden.supplierId = QStringLiteral("S-2");
        QCOMPARE(overrideText(overridden), QStringLiteral("240 units from S-2, by Ann: Fair"));
        overridden.qty = 0;
        QCOMPARE(overrideText(overridden), QStringLiteral("from S-2, by Ann: Fair"));
    }

    void rulesAreSpokenOfInTheProgramsLanguage()
    {
        LoudTranslator loud;
        QVERIFY(QCoreApplication::installTranslator(&loud));
        using grl::Phrase;
        const Phrase names("%1 or %2", {Phrase(std::string("total")), Phrase(std::string("the %1"))});
        const grl::Diagnostic diagnostic =
            worded(grl::Severity::Error, "id", Phrase("use %1 instead", {names}), Phrase(), "pack", "rule");
        // Names stay as they are, also where they look like a gap or a sentence.
        QCOMPARE(messageInWords(diagnostic), QStringLiteral("USE total OR the %1 INSTEAD"));
        QCOMPARE(hintInWords(diagnostic), QString());
        grl::Diagnostic plain = diagnostic;
        plain.messageWords = {};
        QCOMPARE(messageInWords(plain), QStringLiteral("use total or the %1 instead"));
        const grl::Diagnostic open =
            worded(grl::Severity::Error, "id", Phrase("only %1", {Phrase()}), Phrase("hint"), "pack", "rule");
        QCOMPARE(messageInWords(open), QStringLiteral("ONLY "));
        QCOMPARE(hintInWords(open), QStringLiteral("HINT"));
    }

    /// What nobody knows keeps nobody from saying the rest.
    void eachProblemIsSaidByItself()
    {
        class NoPrice : public QTranslator
        {
        public:
            bool isEmpty() const override { return false; }
            QString translate(const char*, const char* text, const char*, int) const override
            {
                return QLatin1String(text) == QLatin1String("no price") ? QStringLiteral("kein Preis")
                                                                        : QString();
            }
        } translated;
        QVERIFY(QCoreApplication::installTranslator(&translated));
        const QString known = problemsInWords(QStringLiteral("no price"));
        QCOMPARE(known, QStringLiteral("kein Preis"));
        QCOMPARE(problemsInWords(QStringLiteral("no price; what is this")),
                 known + QStringLiteral("; what is this"));
        QCOMPARE(problemsInWords(QStringLiteral("what is this; no price")),
                 QStringLiteral("what is this; ") + known);
    }

    void anIdleOverrideSaysWhy()
    {
        ProductFacts facts = overriddenProduct();
        Decision decision = decided(Word::Enough);
        QVERIFY(whyOverrideIsIdle(facts, decision, true).contains(QStringLiteral("no need to order")));
        QVERIFY(whyOverrideIsIdle(facts, decided(Word::Blocked), true).isEmpty());
        decision.outputs.needReorder = true;
        QVERIFY(whyOverrideIsIdle(facts, decision, true).isEmpty());
        decision.outputs.needReorder = false;
        decision.outputs.shouldCreatePo = true;
        QVERIFY(whyOverrideIsIdle(facts, decision, true).isEmpty());
        QVERIFY(!whyOverrideIsIdle(facts, decision, false).isEmpty());
        facts.overridden->qty = 0; // Only the supplier.
        QVERIFY(whyOverrideIsIdle(facts, decision, false).isEmpty());
        facts.overridden.reset();
        QVERIFY(whyOverrideIsIdle(facts, decision, false).isEmpty());
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::FlowWordsTest)
#include "flow_words_test.moc"
