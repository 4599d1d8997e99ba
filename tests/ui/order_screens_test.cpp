#include "ui/orders/order_table_model.h"
#include "ui/shell/shortcut_keys.h"

#include <QComboBox>
#include <QHeaderView>
#include <QStatusBar>
#include <QTabWidget>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

using Column = ui::OrderTableModel::Column;

constexpr int kPatience = 15000;
constexpr QSize kSmallScreen(1024, 768);

/// Whether somebody reads all of what an empty field asks for.
bool asksWhole(const QLineEdit& edit)
{
    constexpr int kAround = 30; // The frame and the button that empties it.
    return edit.fontMetrics().horizontalAdvance(edit.placeholderText()) + kAround <= edit.width();
}

/// The notes and values beside the names of an order's detail.
QStringList textsIn(const QWidget& detail)
{
    QStringList texts;
    for (const auto* label : detail.findChildren<QLabel*>()) {
        if (label->isVisible())
            texts << label->text().remove(QChar(0x200b));
    }
    return texts;
}

} // namespace

/// What Orders, Approvals and the product say about orders, on small and wide screens, and in German.
class OrderScreensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastApprovalSaysWhereItGoesOn()
    {
        PlannerHarness planner;
        planner.trigger("action.mode.approvals");
        auto* queue = planner.find<QTableView>("grid.approvals");
        QTRY_COMPARE_WITH_TIMEOUT(queue->model()->rowCount(), 1, kPatience);
        const QString number = queue->model()->index(0, 0).data().toString();
        auto* toSend = planner.find<QToolButton>("btn.approvedToSend");
        QVERIFY(!toSend->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QAction>("action.approve")->isEnabled(), kPatience);
        planner.trigger("action.approve");

        const auto* page = planner.find<QWidget>("view.approvals");
        auto* way = page->findChild<QPushButton*>(QStringLiteral("panel.state.action"));
        QTRY_VERIFY_WITH_TIMEOUT(way->isVisible(), kPatience);
        QCOMPARE(planner.window().statusBar()->currentMessage(),
                 number + QStringLiteral(": Approved; send it in Orders: To send"));
        QCOMPARE(way->text(), QStringLiteral("Show what is to be sent"));
        const QString text = page->findChild<QLabel*>(QStringLiteral("panel.state.text"))->text();
        QVERIFY2(text.contains(QStringLiteral("1 approved order waits to be sent.")), qPrintable(text));
        planner.screenshot(QStringLiteral("approvals-done"));

        // Beside the ones that were decided, too.
        planner.find<QComboBox>("combo.approvalFilter")->setCurrentIndex(1);
        QVERIFY(queue->isVisible());
        QVERIFY(toSend->isVisible());
        QCOMPARE(toSend->text(), QStringLiteral("1 approved order to send"));
        planner.find<QComboBox>("combo.approvalFilter")->setCurrentIndex(0);

        QTest::mouseClick(way, Qt::LeftButton);
        auto* orders = planner.find<QTableView>("grid.orders");
        QTRY_VERIFY_WITH_TIMEOUT(orders->isVisible(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(orders->model()->rowCount(), 1, kPatience);
        QCOMPARE(orders->model()->index(0, 0).data().toString(), number);
        QVERIFY(planner.find<QToolButton>("chip.toSend")->isChecked());
    }

    void searchFieldsAskWhole_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("english") << QStringLiteral("en");
        QTest::newRow("german") << QStringLiteral("de");
    }

    void searchFieldsAskWhole()
    {
        QFETCH(QString, language);
        PlannerHarness planner({}, language);
        planner.window().resize(kSmallScreen);
        for (const auto& [mode, field] : {std::pair{"action.mode.orders", "edit.orderFilter"},
                                          std::pair{"action.mode.approvals", "edit.approvalFilter"}}) {
            planner.trigger(mode);
            QCoreApplication::processEvents();
            const auto* edit = planner.find<QLineEdit>(field);
            QVERIFY2(asksWhole(*edit), qPrintable(edit->placeholderText()));
        }
    }

    void namesAreWholeWhereThereIsRoom()
    {
        PlannerHarness planner;
        planner.window().resize(1920, 1080);
        planner.trigger("action.mode.approvals");
        auto* queue = planner.find<QTableView>("grid.approvals");
        QTRY_COMPARE_WITH_TIMEOUT(queue->model()->rowCount(), 1, kPatience);
        const auto supplier = static_cast<int>(Column::Supplier);
        const auto content = [queue](int column) {
            return static_cast<QAbstractItemView*>(queue)->sizeHintForColumn(column);
        };
        QTRY_VERIFY_WITH_TIMEOUT(queue->columnWidth(supplier) >= content(supplier), kPatience);
        QVERIFY(content(supplier) > ui::OrderTableModel::widthOf(Column::Supplier)); // Or it shows nothing.

        queue->setColumnWidth(supplier, 90); // What somebody chose stays.
        planner.window().resize(1800, 1000);
        QCoreApplication::processEvents();
        QCOMPARE(queue->columnWidth(supplier), 90);
    }

    void amountsKeepClearOfTheNextColumn()
    {
        PlannerHarness planner;
        planner.trigger("action.mode.approvals");
        auto* queue = planner.find<QTableView>("grid.approvals");
        QTRY_COMPARE_WITH_TIMEOUT(queue->model()->rowCount(), 1, kPatience);
        const int margin = queue->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, queue);
        QVERIFY2(margin >= 4, qPrintable(QString::number(margin)));
    }

    void whatNobodySeesInAReasonIsEscaped()
    {
        PlannerHarness planner;
        planner.trigger("action.mode.approvals");
        auto* queue = planner.find<QTableView>("grid.approvals");
        QTRY_COMPARE_WITH_TIMEOUT(queue->model()->rowCount(), 1, kPatience);
        const auto& model = *static_cast<ui::OrderTableModel*>(queue->model());
        const PurchaseOrder order = model.order(0);
        auto asked = planner.workspace().orders().reject(order.poId, order.version,
                                                         QStringLiteral("Too dear\u001b[2J \u202egone"),
                                                         planner.workspace().identity().actor());
        QTRY_VERIFY_WITH_TIMEOUT(asked.isFinished(), kPatience);
        QVERIFY(asked.result());
        planner.workspace().noticeChange();
        planner.trigger("action.mode.orders");
        auto* orders = planner.find<QTableView>("grid.orders");
        QTRY_VERIFY_WITH_TIMEOUT(orders->model()->rowCount() > 0, kPatience);
        orders->selectRow(0);
        const auto* detail =
            planner.find<QWidget>("page.orders")->findChild<QWidget*>(QStringLiteral("panel.orderDetail"));
        QTRY_VERIFY_WITH_TIMEOUT(textsIn(*detail).contains(QStringLiteral("Too dear\\u001b[2J \\u202egone")),
                                 kPatience);
        auto* history = detail->findChild<QTableWidget*>(QStringLiteral("table.orderHistory"));
        QTRY_VERIFY_WITH_TIMEOUT(history->rowCount() > 1, kPatience);
        for (int row = 0; row < history->rowCount(); ++row)
            QVERIFY(!history->item(row, 2)->text().contains(QChar(0x1b)));
    }

    void aProductWithoutOpenOrdersSaysSo()
    {
        PlannerHarness planner({}, QStringLiteral("de"));
        auto* tabs = planner.find<QTabWidget>("tabs.product");
        tabs->setCurrentWidget(tabs->findChild<QWidget*>(QStringLiteral("panel.inventory")));
        planner.goTo(QStringLiteral("PROD-001"));
        auto* none = planner.find<QLabel>("label.noOpenOrders");
        QTRY_VERIFY_WITH_TIMEOUT(none->isVisibleTo(none->window()), kPatience);
        QCOMPARE(none->text(), QStringLiteral("Keine"));
        planner.goTo(QStringLiteral("PROD-125")); // Its order waits for approval.
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QTableWidget>("table.openOrders")->rowCount() > 0, kPatience);
        QVERIFY(!none->isVisibleTo(none->window()));
    }

    void keysAreNamedInGerman()
    {
        PlannerHarness planner({}, QStringLiteral("de"));
        QCOMPARE(ui::ShortcutKeys::inWords({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return)}),
                 QStringLiteral("Strg+Umschalt+Eingabe"));
        QVERIFY(planner.find<QAction>("action.publish")->toolTip().contains(QStringLiteral("Eingabe")));
        for (const QAction* action : planner.window().findChildren<QAction*>())
            QVERIFY2(!action->toolTip().contains(QStringLiteral("Return")), qPrintable(action->toolTip()));
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::OrderScreensTest)
#include "order_screens_test.moc"
