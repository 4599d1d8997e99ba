#include <QAction>
#include <QStatusBar>
#include <QTreeWidget>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 15000;

void orderAboveLimit(PlannerHarness& planner, const char* product)
{
    planner.goTo(QLatin1String(product));
    auto* create = planner.find<QAction>("action.createPo");
    QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kPatience);
    create->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!create->isEnabled(), kPatience);
}

} // namespace

/// Several orders are approved from a list with sums, which Enter does not approve.
class ApproveSeveralTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severalAreApprovedFromAList()
    {
        PlannerHarness planner;
        for (const char* product : {"PROD-106", "PROD-107"}) // Of one supplier.
            orderAboveLimit(planner, product);
        planner.trigger("action.mode.approvals");
        auto* queue = planner.find<QTableView>("grid.approvals");
        QTRY_COMPARE_WITH_TIMEOUT(queue->model()->rowCount(), 3, kPatience);
        QCOMPARE(planner.textOf("label.approvalCount"), QStringLiteral("3 orders"));
        queue->selectAll();
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QAction>("action.approve")->isEnabled(), kPatience);

        planner.answer("dialog.approveSeveral", [](QWidget& dialog) {
            auto* tree = dialog.findChild<QTreeWidget*>(QStringLiteral("tree.approveSeveral"));
            QCOMPARE(tree->topLevelItemCount(), 2); // Suppliers.
            QTreeWidgetItem* steel = tree->topLevelItem(1);
            QCOMPARE(steel->childCount(), 2);
            QCOMPARE(steel->text(3), QStringLiteral("$99,990.00")); // 50,000.00 and 49,990.00.
            QTest::keyClick(&dialog, Qt::Key_Return);
        });
        planner.trigger("action.approve");
        QVERIFY(planner.allAnswered());
        QTest::qWait(200);
        QCOMPARE(queue->model()->rowCount(), 3);

        planner.answer("dialog.approveSeveral", [](QWidget& dialog) {
            QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("btn.approveSeveral")),
                              Qt::LeftButton);
        });
        planner.trigger("action.approve");
        QTRY_COMPARE_WITH_TIMEOUT(planner.window().statusBar()->currentMessage(),
                                  QStringLiteral("3 orders approved; send them in Orders: To send"),
                                  kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(queue->model()->rowCount(), 0, kPatience);
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::ApproveSeveralTest)
#include "approve_several_test.moc"
