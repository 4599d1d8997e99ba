#include "core/flow/flow_json.h"
#include "core/ports/flow_outcome.h"

#include <QJsonArray>
#include <QTest>

#include "tests/flow/product_builder.h"

namespace purchasing::tests {

/// What programs read of a decision: numbers as numbers, words that stay, null for what there is not.
class FlowJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeNumbersKeepTheirDigits()
    {
        DecisionOutputs outputs;
        outputs.orderQty = Quantity::whole(900719925474099);
        outputs.shortage = Quantity{125000};
        outputs.grandTotal = Money{900};
        outputs.taxAmount = Money{905};
        const QJsonObject json = calculationJson(outputs);
        const auto value = [&json](const char* name) { return json.value(QLatin1String(name)); };
        QCOMPARE(value("order_qty").toInteger(), 900719925474099);
        QCOMPARE(value("shortage").toDouble(), 12.5);
        QCOMPARE(value("grand_total").toInteger(-1), 9);
        QCOMPARE(value("tax_amount").toDouble(), 9.05);
        PurchaseOrder order;
        order.unitPrice = UnitPrice{120000};
        QCOMPARE(orderJson(order).value(QLatin1String("unit_price")).toInteger(-1), 12);
        order.unitPrice = UnitPrice{35};
        QCOMPARE(orderJson(order).value(QLatin1String("unit_price")).toDouble(), 0.0035);
    }

    void whatThereIsNotIsNull()
    {
        FlowOutcome outcome;
        outcome.facts = ordinaryProduct();
        QJsonObject json = flowJson(outcome);
        QVERIFY(json.value(QLatin1String("override")).isNull());
        QVERIFY(json.value(QLatin1String("po")).isNull());
        outcome.order = openOrder(5, QDate(2026, 1, 15), 10);
        json = flowJson(outcome);
        const QJsonObject order = json.value(QLatin1String("po")).toObject();
        QCOMPARE(order.value(QLatin1String("qty")).toInt(), 5);
        QCOMPARE(order.value(QLatin1String("created_at")).toString(),
                 QStringLiteral("2026-01-15T08:00:00.000Z"));
        QVERIFY(order.value(QLatin1String("sent_at")).isNull());
    }

    void theOverrideIsToldWithWhatChangedSince()
    {
        FlowOutcome outcome;
        outcome.facts = ordinaryProduct();
        Override overridden;
        overridden.qty = 240;
        overridden.supplierId = QStringLiteral("S-1");
        overridden.reason = QStringLiteral("fair");
        overridden.byName = QStringLiteral("Ann");
        outcome.facts.overridden = overridden;
        const QJsonObject json = flowJson(outcome).value(QLatin1String("override")).toObject();
        QCOMPARE(json.value(QLatin1String("qty")).toInt(), 240);
        QCOMPARE(json.value(QLatin1String("supplier_id")).toString(), QStringLiteral("S-1"));
        QCOMPARE(json.value(QLatin1String("reason")).toString(), QStringLiteral("fair"));
        QCOMPARE(json.value(QLatin1String("by")).toString(), QStringLiteral("Ann"));
        QVERIFY(json.value(QLatin1String("stale")).isArray());
    }

    void theWordsStay_data()
    {
        QTest::addColumn<int>("word");
        QTest::addColumn<QString>("said");
        const auto row = [](Word word, const char* said) {
            QTest::newRow(said) << static_cast<int>(word) << QString::fromLatin1(said);
        };
        row(Word::Blocked, "Blocked");
        row(Word::NeedsApproval, "Needs approval");
        row(Word::ToOrder, "To order");
        row(Word::Covered, "Covered");
        row(Word::Enough, "Enough");
    }

    void theWordsStay()
    {
        QFETCH(const int, word);
        Decision decision;
        decision.word = static_cast<Word>(word);
        QTEST(planJson(decision).value(QLatin1String("word")).toString(), "said");
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::FlowJsonTest)
#include "flow_json_test.moc"
