#include "core/flow/delivered_rules.h"
#include "core/flow/flow_json.h"
#include "core/flow/made_order.h"
#include "core/flow/order_request.h"

#include <QJsonDocument>
#include <QTest>

#include "tests/flow/product_builder.h"

namespace purchasing::tests {
namespace {

const QDate kToday(2026, 1, 15);

std::shared_ptr<const RuleEngine> engine()
{
    RuleSetVersion ruleSet;
    ruleSet.version = 7;
    ruleSet.packs = deliveredRules();
    return *RuleEngine::compile(ruleSet);
}

OrderRequest requestOf(const ProductFacts& facts)
{
    return orderRequestOf(facts, engine()->explain(facts, kToday), QStringLiteral("USD"),
                          {QStringLiteral("key"), {}, QStringLiteral("P-1"), {}, 0});
}

} // namespace

/// From a decision to the order it asks for, and back.
class OrderRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOrderIsWhatWasDecided()
    {
        ProductFacts facts = ordinaryProduct(); // 80 short at 10.00.
        facts.suppliers->front().name = QStringLiteral("Acme");
        facts.suppliers->front().email = QStringLiteral("a@ex.com");
        const OrderRequest request = requestOf(facts);
        const PurchaseOrder& order = request.order;
        QVERIFY(request.sendIntended && !request.pendingApproval);
        QCOMPARE(request.basis.ruleSetVersion, 7);
        QCOMPARE(order.productName, QStringLiteral("Product"));
        QCOMPARE(order.supplierId, QStringLiteral("S-1"));
        QCOMPARE(order.supplierName, QStringLiteral("Acme"));
        QCOMPARE(order.supplierEmail, QStringLiteral("a@ex.com"));
        QCOMPARE(order.leadTimeDays, 10);
        QCOMPARE(order.qty, 80);
        QCOMPARE(order.uom, QStringLiteral("PIECE"));
        QCOMPARE(order.unitPrice, UnitPrice{100000});
        QCOMPARE(order.total, Money{80000});
        QCOMPARE(order.discount, Money{});
        QCOMPARE(order.tax, Money{6400});
        QCOMPARE(order.toPay, Money{86400});
    }

    void whatNeedsApprovalIsNotSent()
    {
        ProductFacts facts = ordinaryProduct();
        facts.suppliers->front().unitPrice = UnitPrice::of({12500}); // 80 are 10000.00.
        QVERIFY(requestOf(facts).sendIntended && !requestOf(facts).pendingApproval);
        facts.suppliers->front().unitPrice = UnitPrice::of({12501});
        QVERIFY(!requestOf(facts).sendIntended && requestOf(facts).pendingApproval);
        // Whatever rules say at once.
        ExplainedDecision both = engine()->explain(facts, kToday);
        both.decision.outputs.shouldSendPo = true;
        QVERIFY(!orderRequestOf(facts, both, {}, {}).sendIntended);
    }

    void aMadeOrderAnswersAsItWasDecided()
    {
        ProductFacts facts = ordinaryProduct();
        facts.demand->avgDailyDemand = Quantity::whole(700); // Over the limits of approval and of discount.
        const ExplainedDecision explained = engine()->explain(facts, kToday);
        PurchaseOrder order = requestOf(facts).order;
        order.approvalsRequired = 1;
        order.state = OrderState::PendingApproval;
        const FlowOutcome outcome = outcomeOfMade(order);
        QVERIFY(explained.decision.outputs.discountAmount > Money{});
        QCOMPARE(outcome.explained.decision.outputs, explained.decision.outputs);
        QCOMPARE(outcome.explained.decision.firedRules, explained.decision.firedRules);
        QCOMPARE(outcome.explained.decision.word, Word::NeedsApproval);
        QCOMPARE(outcome.explained.decision.basis.ruleSetVersion, 7);
        QCOMPARE(outcome.facts.product.name, QStringLiteral("Product"));
        order.approvalsRequired = 0;
        QCOMPARE(outcomeOfMade(order).explained.decision.word, Word::ToOrder);
    }

    void onlyFiredRulesAreKeptWithTheOrder()
    {
        const QString json = requestOf(ordinaryProduct()).order.decisionJson;
        QVERIFY(json.contains(QStringLiteral("SetReorderFlag")));
        QVERIFY(!json.contains(QStringLiteral("FlagHighValueOrders")));
        QVERIFY(!json.contains(QStringLiteral("\"override\"")));
    }

    void whatChangedIsNamed_data()
    {
        using Change = std::function<void(Decision&)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* said, const Change& change) {
            QTest::newRow(said) << change << QString::fromLatin1(said);
        };
        row("the rule set version was 7, is now 8", [](Decision& d) { ++d.basis.ruleSetVersion; });
        row("the supplier was S-1, is now S-2",
            [](Decision& d) { d.basis.supplierId = QStringLiteral("S-2"); });
        row("the unit price was 10.00, is now 10.0001",
            [](Decision& d) { ++d.basis.unitPrice.tenThousandths; });
        row("somebody overrode it meanwhile", [](Decision& d) { d.basis.overrideVersion = 3; });
        row("the supplier was active, is now not active",
            [](Decision& d) { d.basis.supplierActive = false; });
        row("the supplier was active, is now unknown", [](Decision& d) { d.basis.supplierActive.reset(); });
        row("the quantity on order was 0, is now 1", [](Decision& d) { d.onOrderQty = Quantity::whole(1); });
        row("the order quantity was 80, is now 81",
            [](Decision& d) { d.outputs.orderQty = Quantity::whole(81); });
        row("the total before tax was 800.00, is now 800.01",
            [](Decision& d) { ++d.outputs.totalAmount.minor; });
        row("the amount to pay was 864.00, is now 864.01", [](Decision& d) { ++d.outputs.grandTotal.minor; });
        row("the decision was To order, is now Needs approval",
            [](Decision& d) { d.word = Word::NeedsApproval; });
        row("the order status was approved, is now pending_approval",
            [](Decision& d) { d.outputs.poStatus = QStringLiteral("pending_approval"); });
        row("an order of this product changed in between", [](Decision& d) { ++d.basis.ordersVersion; });
    }

    void whatChangedIsNamed()
    {
        QFETCH(std::function<void(Decision&)>, change);
        QFETCH(QString, said);
        const Decision seen = engine()->decide(ordinaryProduct(), kToday);
        Decision fresh = seen;
        QCOMPARE(differenceInWords(seen, fresh), QString());
        change(fresh);
        QCOMPARE(differenceInWords(seen, fresh), said);
    }

    void whatBecameOfTheOverrideIsNamed()
    {
        Decision seen;
        Decision fresh;
        seen.basis.overrideVersion = 3;
        QCOMPARE(differenceInWords(seen, fresh), QStringLiteral("the override is gone"));
        fresh.basis.overrideVersion = 4;
        QCOMPARE(differenceInWords(seen, fresh), QStringLiteral("the override was changed"));
        // Another order alone is named only where nothing else says what it changed.
        fresh.basis.ordersVersion = 9;
        QCOMPARE(differenceInWords(seen, fresh), QStringLiteral("the override was changed"));
    }

    void numbersOfProgramsAreExact()
    {
        DecisionOutputs out;
        out.orderQty = Quantity::whole(4611686018427);
        out.shortage = Quantity{885000};
        out.totalAmount = Money{900719925474099300};
        out.taxAmount = Money{-5};
        const QJsonObject json = calculationJson(out);
        QCOMPARE(json[QStringLiteral("order_qty")].toInteger(), 4611686018427);
        QCOMPARE(json[QStringLiteral("shortage")].toDouble(), 88.5);
        QCOMPARE(json[QStringLiteral("total_amount")].toInteger(), 9007199254740993);
        QCOMPARE(json[QStringLiteral("tax_amount")].toDouble(), -0.05);
        PurchaseOrder order;
        order.unitPrice = UnitPrice{35};
        QCOMPARE(orderJson(order)[QStringLiteral("unit_price")].toDouble(), 0.0035);
        QVERIFY(orderJson(order)[QStringLiteral("sent_at")].isNull());
        order.unitPrice = UnitPrice::of({1500});
        order.sentAt = QDateTime(kToday, QTime(12, 0), Qt::UTC);
        QVERIFY(
            QJsonDocument(orderJson(order)).toJson(QJsonDocument::Compact).contains("\"unit_price\":15}"));
        QCOMPARE(orderJson(order)[QStringLiteral("sent_at")].toString(),
                 QStringLiteral("2026-01-15T12:00:00.000Z"));
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::OrderRequestTest)
#include "order_request_test.moc"
