#include "core/flow/delivered_rules.h"
#include "core/flow/override_words.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

#include "tests/ui/override_steps.h"
#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 20000;
const QString kProduct = QStringLiteral("PROD-002"); // 245 by the rules: 50 a day for 5 days, 5 available.

} // namespace

/// Overrides as a planner meets them in the dock and the grid.
class OverrideUiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Journey 10: override with a reason; demand doubles; kept and flagged stale; survives restart; revert.
    void overrideGoesStaleAndIsReverted()
    {
        PlannerHarness planner;
        planner.window().activateWindow();
        planner.goTo(kProduct);
        QTRY_COMPARE(planner.textOf("label.word"), QStringLiteral("To order"));
        QCOMPARE(cell(planner, kProduct, QStringLiteral("Order qty")), QStringLiteral("245"));
        QVERIFY(!planner.find<QAction>("action.revertOverride")->isEnabled());
        QVERIFY(
            planner.find<QAction>("action.revertOverride")->toolTip().contains(QStringLiteral("nothing")));

        override(planner, QStringLiteral("260"), QStringLiteral("Promotion in week 12"));
        QTRY_COMPARE_WITH_TIMEOUT(cell(planner, kProduct, QStringLiteral("Order qty")), QStringLiteral("260"),
                                  kPatience);
        QVERIFY(cell(planner, kProduct, QStringLiteral("Order qty"), Qt::ToolTipRole)
                    .contains(QStringLiteral("Promotion in week 12")));
        QVERIFY(cell(planner, kProduct, QStringLiteral("Order qty"), Qt::AccessibleTextRole)
                    .contains(QStringLiteral("overridden")));
        QTRY_COMPARE(planner.find<QToolButton>("chip.overridden")->text(), QStringLiteral("Overridden  1"));
        QTRY_VERIFY(planner.textOf("label.overrideNow").contains(QStringLiteral("Promotion in week 12")));
        QVERIFY(planner.textOf("label.overrideStale").isEmpty());
        QVERIFY(planner.textOf("label.sentence").contains(QStringLiteral("Order 260")));
        planner.screenshot(QStringLiteral("override_fresh"));

        planner.changeElsewhere(
            QStringLiteral("UPDATE {oms}oms_history SET avg_daily_demand = 100 WHERE product_id = "
                           "'PROD-002'"));
        QTRY_VERIFY_WITH_TIMEOUT(
            planner.textOf("label.overrideStale").contains(QStringLiteral("daily demand was 50, is now 100")),
            kPatience);
        QCOMPARE(cell(planner, kProduct, QStringLiteral("Order qty")), QStringLiteral("260"));
        QVERIFY(cell(planner, kProduct, QStringLiteral("Order qty"), Qt::ToolTipRole)
                    .contains(QStringLiteral("Stale")));
        QCOMPARE(planner.textOf("label.word"), QStringLiteral("Blocked"));
        QVERIFY(cell(planner, kProduct, QStringLiteral("Order qty"), Qt::AccessibleTextRole)
                    .contains(QStringLiteral("stale")));
        planner.screenshot(QStringLiteral("override_stale"));

        planner.restart();
        planner.goTo(kProduct);
        QTRY_VERIFY_WITH_TIMEOUT(planner.textOf("label.overrideStale").contains(QStringLiteral("is now 100")),
                                 kPatience);
        QCOMPARE(cell(planner, kProduct, QStringLiteral("Order qty")), QStringLiteral("260"));
        planner.click("chip.overridden");
        QCOMPARE(planner.find<QTableView>("grid.products")->model()->rowCount(), 1);
        planner.click("chip.all");

        planner.trigger("action.revertOverride");
        QTRY_COMPARE_WITH_TIMEOUT(cell(planner, kProduct, QStringLiteral("Order qty")), QStringLiteral("495"),
                                  kPatience);
        QTRY_VERIFY(planner.textOf("label.overrideNow").isEmpty());
        QTRY_COMPARE(planner.find<QToolButton>("chip.overridden")->text(), QStringLiteral("Overridden  0"));
    }

    /// A stale override orders nothing until the planner says that it still holds; that can be undone.
    void aStaleOverrideIsConfirmed()
    {
        PlannerHarness planner;
        planner.window().activateWindow();
        planner.goTo(kProduct);
        override(planner, QStringLiteral("260"), QStringLiteral("Promotion in week 12"));
        QTRY_COMPARE_WITH_TIMEOUT(cell(planner, kProduct, QStringLiteral("Order qty")), QStringLiteral("260"),
                                  kPatience);
        auto* confirm = planner.find<QPushButton>("btn.confirmOverride");
        QVERIFY(!confirm->isVisible());
        QVERIFY(planner.find<QAction>("action.confirmOverride")
                    ->toolTip()
                    .contains(QStringLiteral("nothing has changed since the override")));

        planner.changeElsewhere(
            QStringLiteral("UPDATE {oms}oms_history SET avg_daily_demand = 100 WHERE product_id = "
                           "'PROD-002'"));
        QTRY_COMPARE_WITH_TIMEOUT(planner.textOf("label.word"), QStringLiteral("Blocked"), kPatience);
        QVERIFY(!planner.find<QPushButton>("btn.createPo")->isEnabled());
        QVERIFY(planner.find<QPushButton>("btn.createPo")->toolTip().contains(QStringLiteral("stale")));
        QTRY_VERIFY(confirm->isVisible() && confirm->isEnabled());

        planner.click("btn.confirmOverride");
        QTRY_COMPARE_WITH_TIMEOUT(planner.textOf("label.word"), QStringLiteral("To order"), kPatience);
        QVERIFY(planner.textOf("label.overrideStale").isEmpty());
        QVERIFY(!confirm->isVisible());
        QVERIFY(planner.find<QPushButton>("btn.createPo")->isEnabled());
        const auto stored = planner.workspace().connection().ports.overrides->find(kProduct).result();
        QVERIFY(stored.isOk() && stored->has_value());
        QCOMPARE((*stored)->qty, 260);
        QCOMPARE((*stored)->reason, QStringLiteral("Promotion in week 12"));
        QCOMPARE((*stored)->basis.dailyDemand.value_or(Quantity{}), Quantity::whole(100));

        auto* undo = planner.find<QAction>("action.undo");
        QVERIFY(undo->text().contains(QStringLiteral("confirmation of the override of PROD-002")));
        undo->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(planner.textOf("label.word"), QStringLiteral("Blocked"), kPatience);
        QTRY_VERIFY(confirm->isVisible() && confirm->isEnabled());
    }

    void theOrderUsesTheOverrideUp()
    {
        PlannerHarness planner;
        planner.window().activateWindow();
        planner.goTo(kProduct);
        override(planner, QStringLiteral("300"), QStringLiteral("Fair in May"));
        QTRY_COMPARE_WITH_TIMEOUT(cell(planner, kProduct, QStringLiteral("Order qty")), QStringLiteral("300"),
                                  kPatience);
        QTRY_VERIFY(planner.find<QPushButton>("btn.createPo")->isEnabled());
        planner.click("btn.createPo");
        QTRY_COMPARE_WITH_TIMEOUT(planner.textOf("label.word"), QStringLiteral("Covered"), kPatience);
        const auto orders = planner.workspace().orders().list({{}, kProduct, 10}).result();
        QVERIFY(orders.isOk());
        QCOMPARE(orders->size(), std::size_t{1});
        QCOMPARE(orders->front().qty, 300);
        QVERIFY(orders->front().decisionJson.contains(QStringLiteral("Fair in May")));
        QTRY_COMPARE(planner.find<QToolButton>("chip.overridden")->text(), QStringLiteral("Overridden  0"));
    }

    void whatCannotBeOrderedSaysWhy()
    {
        PlannerHarness planner;
        planner.window().activateWindow();
        planner.goTo(kProduct);
        auto* qty = planner.find<QLineEdit>("edit.overrideQty");
        auto* accept = planner.find<QPushButton>("btn.override");
        planner.find<QLineEdit>("edit.overrideReason")->setText(QStringLiteral("why"));
        for (const QString& typed : {QStringLiteral("2.5"), QStringLiteral("-3"), QStringLiteral("0"),
                                     QStringLiteral("many"), QStringLiteral("1000000001")}) {
            qty->setText(typed);
            QVERIFY2(!accept->isEnabled(), qPrintable(typed));
            QVERIFY(accept->toolTip().startsWith(QStringLiteral("Unavailable: ")));
            QVERIFY(!planner.textOf("label.overrideNote").isEmpty());
        }
        qty->setText(QStringLiteral("7")); // The supplier's minimum is 100.
        QVERIFY(accept->isEnabled());
        QVERIFY(planner.textOf("label.overrideNote").contains(QStringLiteral("minimum order of 100")));
        // What is typed survives that the product is read again.
        planner.click("btn.evaluate");
        QTest::qWait(500);
        QCOMPARE(qty->text(), QStringLiteral("7"));
        planner.find<QLineEdit>("edit.overrideReason")->setText(QStringLiteral("  "));
        QVERIFY(!accept->isEnabled());
        QVERIFY(accept->toolTip().contains(QStringLiteral("a reason is needed")));
    }

    /// An override where nothing is needed makes no order, and the planner is told.
    void anOverrideWithoutANeedSaysWhyItIsIdle()
    {
        PlannerHarness planner;
        planner.window().activateWindow();
        QString enough;
        for (int row = 0; row < planner.workspace().feed().productCount() && enough.isEmpty(); ++row) {
            if (planner.workspace().feed().decision(row).word == Word::Enough)
                enough = planner.workspace().feed().decision(row).productId;
        }
        planner.goTo(enough);
        override(planner, QStringLiteral("40"), QStringLiteral("Stock up"));
        QTRY_VERIFY_WITH_TIMEOUT(
            planner.textOf("label.overrideNote").contains(QStringLiteral("no need to order")), kPatience);
        QVERIFY(!planner.find<QPushButton>("btn.createPo")->isEnabled());
        planner.screenshot(QStringLiteral("override_idle"));
    }

    void anotherSupplierNeedsAReasonAndStays()
    {
        PlannerHarness planner;
        planner.changeElsewhere(QStringLiteral(
            "INSERT INTO {supplier}supplier_info(supplier_id, product_id, moq, lead_time_days, unit_price, "
            "is_active, order_multiple, priority) VALUES ('SUP-X', 'PROD-002', 1, 5, 9.99, 1, 1, 9)"));
        planner.goTo(kProduct);
        planner.click("btn.evaluate");
        const auto button = [&] {
            return planner.window().findChild<QPushButton*>(QStringLiteral("btn.useSupplier.SUP-X"));
        };
        QTRY_VERIFY_WITH_TIMEOUT(button(), kPatience);
        planner.answer("dialog.reason", [](QWidget& dialog) {
            dialog.findChild<QPlainTextEdit*>(QStringLiteral("edit.reason"))
                ->setPlainText(QStringLiteral("Cheaper this month"));
            dialog.findChild<QPushButton*>(QStringLiteral("btn.giveReason"))->click();
        });
        button()->click();
        QTRY_COMPARE_WITH_TIMEOUT(cell(planner, kProduct, QStringLiteral("Supplier")),
                                  QStringLiteral("SUP-X"), kPatience);
        QVERIFY(planner.allAnswered());
        QTRY_COMPARE(planner.find<QAction>("action.undo")->text(),
                     QStringLiteral("&Undo supplier choice for PROD-002"));
        planner.trigger("action.undo");
        QTRY_VERIFY_WITH_TIMEOUT(
            cell(planner, kProduct, QStringLiteral("Supplier")) != QLatin1String("SUP-X"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QAction>("action.redo")->isEnabled(), kPatience);
        planner.trigger("action.redo");
        QTRY_COMPARE_WITH_TIMEOUT(cell(planner, kProduct, QStringLiteral("Supplier")),
                                  QStringLiteral("SUP-X"), kPatience);
        planner.restart();
        QCOMPARE(cell(planner, kProduct, QStringLiteral("Supplier")), QStringLiteral("SUP-X"));
        planner.goTo(kProduct);
        planner.trigger("action.changeSupplier");
        QTRY_VERIFY(planner.textOf("label.supplierNote").contains(QStringLiteral("Cheaper this month")));
        planner.screenshot(QStringLiteral("override_supplier"));
    }

    /// A database from before there were overrides: the rules in force ignore them until the pack is
    /// published.
    void olderRulesAreToldApart()
    {
        PlannerHarness planner;
        planner.window().activateWindow();
        auto& rules = *planner.workspace().connection().ports.rules;
        std::vector<RulePack> old = deliveredRules();
        std::erase_if(old, [](const RulePack& pack) { return pack.name == QLatin1String("overrides.grl"); });
        QVERIFY(rules.publish(old, 1, QStringLiteral("As before"), planner.workspace().identity().actor())
                    .result()
                    .isOk());
        QTRY_COMPARE_WITH_TIMEOUT(planner.workspace().feed().rules()->ruleSetVersion(), 2, kPatience);
        planner.goTo(kProduct);
        override(planner, QStringLiteral("260"), QStringLiteral("Promotion"));
        QTRY_VERIFY_WITH_TIMEOUT(
            planner.textOf("label.overrideNote").contains(QStringLiteral("overrides.grl")), kPatience);
        QCOMPARE(cell(planner, kProduct, QStringLiteral("Order qty")), QStringLiteral("245"));

        auto* add = planner.find<QAction>("action.addDeliveredPacks");
        QTRY_VERIFY_WITH_TIMEOUT(add->isEnabled(), kPatience);
        add->trigger();
        QVERIFY(!add->isEnabled());
        QVERIFY(planner.window().findChild<QWidget*>(QStringLiteral("editor.rules.overrides.grl")));
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::OverrideUiTest)
#include "overrides_test.moc"
