#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QStatusBar>
#include <QTableView>
#include <QTableWidget>
#include <QToolButton>

#include <semaphore>

#include "tests/ui/forwarding_orders.h"
#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 20000;
const QString kProduct = QStringLiteral("PROD-163"); // To order.

std::vector<PurchaseOrder> ordersOf(PlannerHarness& planner, const QString& productId)
{
    return planner.workspace().orders().list({{}, productId, 100}).result().value();
}

QString currentInGrid(PlannerHarness& planner)
{
    return planner.find<QTableView>("grid.products")->currentIndex().siblingAtColumn(0).data().toString();
}

void createWithoutSending(PlannerHarness& planner, const QString& productId)
{
    planner.goTo(productId);
    QTRY_VERIFY_WITH_TIMEOUT(planner.find<QPushButton>("btn.createPo")->isEnabled(), kPatience);
    planner.click("btn.createPo");
    QTRY_COMPARE_WITH_TIMEOUT(ordersOf(planner, productId).size(), std::size_t{1}, kPatience);
}

/// Creates the order of one product only when it is told to.
class HeldOrders : public ForwardingOrders
{
public:
    using ForwardingOrders::ForwardingOrders;

    QFuture<Result<PurchaseOrder>> create(const OrderRequest& request, const Actor& actor) override
    {
        if (request.order.productId == kProduct)
            m_held.acquire();
        return ForwardingOrders::create(request, actor);
    }
    void release() { m_held.release(); }

private:
    std::counting_semaphore<> m_held{0};
};

} // namespace

/// The window acts on what is visible and current, on all that is selected, and on nothing else.
class VisibleActsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHiddenProductIsNotOrdered()
    {
        PlannerHarness planner;
        planner.goTo(kProduct);
        auto* create = planner.find<QAction>("action.createPo");
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kPatience);
        auto* filter = planner.find<QLineEdit>("edit.filter");
        QTest::keyClicks(filter, QStringLiteral("nothing is called so"));
        QTRY_VERIFY(!create->isEnabled());
        QVERIFY2(create->toolTip().contains(QStringLiteral("hide PROD-163")), qPrintable(create->toolTip()));
        planner.window().activateWindow();
        QTest::keyClick(&planner.window(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::qWait(300);
        QVERIFY(ordersOf(planner, kProduct).empty());
        filter->clear();
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kPatience);
        QCOMPARE(currentInGrid(planner), kProduct);
    }

    /// Of several that are selected nobody knows which one is meant.
    void oneOfSeveralIsNotOrdered()
    {
        PlannerHarness planner;
        planner.goTo(kProduct);
        auto* create = planner.find<QAction>("action.createPo");
        QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kPatience);
        auto* grid = planner.find<QTableView>("grid.products");
        grid->setFocus();
        QTest::keyClick(grid, Qt::Key_Down, Qt::ShiftModifier);
        QTRY_VERIFY(!create->isEnabled());
        QVERIFY2(create->toolTip().contains(QStringLiteral("2 products are selected")),
                 qPrintable(create->toolTip()));
        planner.goTo(kProduct);
        QTRY_VERIFY(create->isEnabled());
    }

    /// Typing makes no other product current; going into the grid does, and shows which.
    void filteringChangesNoCurrentProduct()
    {
        PlannerHarness planner;
        planner.window().activateWindow();
        planner.goTo(kProduct);
        QTRY_VERIFY(planner.textOf("label.product").startsWith(kProduct));
        auto* filter = planner.find<QLineEdit>("edit.filter");
        filter->setFocus();
        QTest::keyClicks(filter, QStringLiteral("PROD-10"));
        auto* grid = planner.find<QTableView>("grid.products");
        QTRY_VERIFY(grid->model()->rowCount() > 1 && grid->model()->rowCount() < 20);
        QTest::qWait(100);
        QVERIFY(planner.textOf("label.product").startsWith(kProduct));
        QVERIFY(!planner.find<QAction>("action.createPo")->isEnabled());

        QTest::keyClick(filter, Qt::Key_Down);
        const QString first = grid->model()->index(0, 0).data().toString();
        QTRY_COMPARE(currentInGrid(planner), first);
        QVERIFY(grid->selectionModel()->isRowSelected(0));
        QTRY_VERIFY(planner.textOf("label.product").startsWith(first));
    }

    /// The next product's order need not wait for the answer about the one before.
    void whileOneOrderIsMadeAnotherCanBe()
    {
        std::shared_ptr<HeldOrders> held;
        PlannerHarness planner(QString(), QStringLiteral("en"), [&held](FlowPorts& ports) {
            held = std::make_shared<HeldOrders>(ports.orders);
            ports.orders = held;
        });
        const auto release = qScopeGuard([&held] { held->release(); });
        planner.goTo(kProduct);
        planner.click("btn.createPo");
        auto* create = planner.find<QPushButton>("btn.createPo");
        QTRY_VERIFY_WITH_TIMEOUT(!create->isEnabled(), kPatience);
        QVERIFY2(create->toolTip().contains(QStringLiteral("being created")), qPrintable(create->toolTip()));
        createWithoutSending(planner, QStringLiteral("PROD-131"));
        QVERIFY(ordersOf(planner, kProduct).empty());
        planner.goTo(kProduct);
        QVERIFY2(create->toolTip().contains(QStringLiteral("being created")), qPrintable(create->toolTip()));
        held->release();
        QTRY_COMPARE_WITH_TIMEOUT(ordersOf(planner, kProduct).size(), std::size_t{1}, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(planner.textOf("label.word"), QStringLiteral("Covered"), kPatience);
    }

    /// What was just created may be sent though its row left the filtered list.
    void whatWasJustCreatedCanBeSent()
    {
        PlannerHarness planner;
        planner.click("chip.toOrder");
        planner.goTo(kProduct);
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QPushButton>("btn.createPo")->isEnabled(), kPatience);
        planner.find<QToolButton>("chip.toOrder")->setChecked(true);
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QPushButton>("btn.createPo")->isEnabled(), kPatience);
        planner.click("btn.createPo");
        auto* send = planner.find<QPushButton>("btn.sendPo");
        QTRY_VERIFY_WITH_TIMEOUT(send->isEnabled(), kPatience);
        planner.click("btn.sendPo");
        QTRY_COMPARE_WITH_TIMEOUT(ordersOf(planner, kProduct).front().state, OrderState::Sent, kPatience);
    }

    void allSelectedOrdersAreSent()
    {
        PlannerHarness planner;
        for (const char* product : {"PROD-163", "PROD-131", "PROD-101"})
            createWithoutSending(planner, QLatin1String(product));
        planner.trigger("action.mode.orders");
        auto* chip = planner.find<QToolButton>("chip.toSend");
        QTRY_COMPARE_WITH_TIMEOUT(chip->text(), QStringLiteral("To send  3"), kPatience);
        chip->click();
        auto* grid = planner.find<QTableView>("grid.orders");
        QTRY_COMPARE_WITH_TIMEOUT(grid->model()->rowCount(), 3, kPatience);
        grid->selectAll();
        auto* send = planner.find<QAction>("action.sendThisOrder");
        QTRY_COMPARE(send->text(), QStringLiteral("Send 3 orders"));
        planner.answer("dialog.sendSeveral", [](QWidget& dialog) {
            QCOMPARE(dialog.findChild<QTableWidget*>(QStringLiteral("table.sendSeveral"))->rowCount(), 3);
            dialog.grab().save(QCoreApplication::applicationDirPath()
                               + QStringLiteral("/../screenshots/send-several.png"));
            QTest::keyClick(&dialog, Qt::Key_Return); // Enter sends nothing.
        });
        planner.trigger("action.sendThisOrder");
        QVERIFY(planner.allAnswered());
        QTest::qWait(200);
        QVERIFY(planner.messageFiles().isEmpty());
        planner.answer("dialog.sendSeveral", [](QWidget& dialog) {
            QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("btn.sendSeveral")),
                              Qt::LeftButton);
        });
        planner.trigger("action.sendThisOrder");
        QTRY_COMPARE_WITH_TIMEOUT(planner.messageFiles().size(), 3, kPatience);
        for (const char* product : {"PROD-163", "PROD-131", "PROD-101"})
            QTRY_COMPARE_WITH_TIMEOUT(ordersOf(planner, QLatin1String(product)).front().state,
                                      OrderState::Sent, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(chip->text(), QStringLiteral("To send  0"), kPatience);
    }

    /// Another planner cancels the order while the question is open: the window says so.
    void aChangedOrderIsNotSentInSilence()
    {
        PlannerHarness planner;
        createWithoutSending(planner, kProduct);
        const PurchaseOrder order = ordersOf(planner, kProduct).front();
        planner.trigger("action.mode.orders");
        auto* grid = planner.find<QTableView>("grid.orders");
        QTRY_VERIFY_WITH_TIMEOUT(grid->model()->rowCount() > 0, kPatience);
        grid->selectRow(0);
        QTRY_VERIFY(planner.find<QAction>("action.sendThisOrder")->isEnabled());
        requireDone(planner.workspace()
                        .orders()
                        .cancel(order.poId, order.version, QStringLiteral("not wanted"),
                                planner.workspace().identity().actor())
                        .result());
        bool told = false;
        planner.answer("dialog.failure", [&told](QWidget& dialog) {
            told = true;
            dialog.close();
        });
        planner.trigger("action.sendThisOrder");
        QTRY_VERIFY_WITH_TIMEOUT(told, kPatience);
        QVERIFY(planner.messageFiles().isEmpty());
    }

    void shortDeliveriesAreEnded()
    {
        PlannerHarness planner;
        planner.goTo(kProduct);
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QPushButton>("btn.createPo")->isEnabled(), kPatience);
        planner.createAndSend();
        QTRY_VERIFY_WITH_TIMEOUT(!ordersOf(planner, kProduct).empty()
                                     && ordersOf(planner, kProduct).front().state == OrderState::Sent,
                                 kPatience);
        const PurchaseOrder sent = ordersOf(planner, kProduct).front();
        requireDone(planner.workspace()
                        .orders()
                        .receive(sent.poId, sent.version, 1, planner.workspace().identity().actor())
                        .result());
        planner.trigger("action.mode.orders");
        auto* grid = planner.find<QTableView>("grid.orders");
        QTRY_VERIFY_WITH_TIMEOUT(grid->model()->rowCount() > 0, kPatience);
        grid->selectRow(0);
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QAction>("action.closeShort")->isEnabled(), kPatience);
        const QString received = QStringLiteral("1 of %1").arg(sent.qty);
        QTRY_COMPARE_WITH_TIMEOUT(planner.find<QWidget>("page.orders")
                                      ->findChild<QLabel*>(QStringLiteral("label.orderState"))
                                      ->text(),
                                  QStringLiteral("Sent, %1 received").arg(received), kPatience);
        bool isListed = false;
        for (int column = 0; column < grid->model()->columnCount(); ++column)
            isListed |= !grid->isColumnHidden(column)
                && grid->model()->index(0, column).data().toString() == received;
        QVERIFY(isListed);
        planner.answer("dialog.reason", [](QWidget& dialog) {
            QTest::keyClicks(dialog.findChild<QWidget*>(QStringLiteral("edit.reason")),
                             QStringLiteral("Discontinued"));
            QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("btn.giveReason")),
                              Qt::LeftButton);
        });
        planner.trigger("action.closeShort");
        QTRY_COMPARE_WITH_TIMEOUT(ordersOf(planner, kProduct).front().state, OrderState::Received, kPatience);
        QCOMPARE(ordersOf(planner, kProduct).front().onOrderQty(), std::int64_t{0});
    }

    /// The installation's ceiling asks for approval whatever the rules say, and the decision says both.
    void theCeilingNeedsApproval()
    {
        PlannerHarness planner;
        planner.goTo(kProduct);
        QTRY_COMPARE(planner.textOf("label.word"), QStringLiteral("To order"));
        planner.answer("dialog.preferences", [](QWidget& dialog) {
            auto* ceiling = dialog.findChild<QLineEdit*>(QStringLiteral("edit.approvalCeiling"));
            QTest::keyClicks(ceiling, QStringLiteral("500"));
            dialog.grab().save(QCoreApplication::applicationDirPath()
                               + QStringLiteral("/../screenshots/settings.png"));
            QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("btn.savePreferences")),
                              Qt::LeftButton);
        });
        planner.trigger("action.company");
        QTRY_COMPARE_WITH_TIMEOUT(planner.textOf("label.word"), QStringLiteral("Needs approval"), kPatience);
        planner.screenshot(QStringLiteral("planner-ceiling"));
        planner.click("btn.createPo");
        QTRY_VERIFY_WITH_TIMEOUT(!ordersOf(planner, kProduct).empty(), kPatience);
        const PurchaseOrder order = ordersOf(planner, kProduct).front();
        QCOMPARE(order.state, OrderState::PendingApproval);

        // Whoever approves it is told the same.
        planner.trigger("action.mode.approvals");
        const auto why = [&planner] {
            return planner.find<QWidget>("view.approvals")
                ->findChild<QLabel*>(QStringLiteral("label.approvalReason"))
                ->text();
        };
        auto* queue = planner.find<QTableView>("grid.approvals");
        const auto found = [&] {
            const QAbstractItemModel& model = *queue->model();
            return model.match(model.index(0, 0), Qt::DisplayRole, order.number, 1, Qt::MatchExactly);
        };
        QTRY_VERIFY_WITH_TIMEOUT(!found().isEmpty(), kPatience);
        queue->selectRow(found().first().row());
        QTRY_VERIFY_WITH_TIMEOUT(why().startsWith(QStringLiteral("The rules approve it, but")), kPatience);
        QVERIFY2(why().endsWith(QStringLiteral("is above the approval ceiling of $500.00.")),
                 qPrintable(why()));
        planner.screenshot(QStringLiteral("approvals-ceiling"));
    }

    /// Above both the rules' limit and the ceiling: both are said.
    void rulesAndCeilingAreBothSaid()
    {
        PlannerHarness planner;
        const auto& ports = planner.workspace().connection().ports;
        QVERIFY(ports.people
                    ->setSetting(QStringLiteral("approval_ceiling"), QStringLiteral("500"),
                                 planner.workspace().identity().actor())
                    .result()
                    .isOk());
        planner.changeElsewhere(QStringLiteral(
            "UPDATE {supplier}supplier_info SET unit_price = 5000 WHERE product_id = 'PROD-163'"));
        planner.goTo(kProduct);
        planner.click("btn.evaluate");
        QTRY_VERIFY_WITH_TIMEOUT(
            planner.textOf("label.sentence")
                .contains(QStringLiteral("needs approval by the rules, and above the approval ceiling of ")),
            kPatience);
        planner.click("btn.createPo");
        QTRY_VERIFY_WITH_TIMEOUT(!ordersOf(planner, kProduct).empty(), kPatience);
        planner.trigger("action.mode.orders");
        planner.window().showOrder(ordersOf(planner, kProduct).front().poId);
        const auto why = [&planner] {
            return planner.find<QWidget>("page.orders")
                ->findChild<QLabel*>(QStringLiteral("label.approvalReason"))
                ->text();
        };
        QTRY_VERIFY_WITH_TIMEOUT(why().startsWith(QStringLiteral("Rule FlagHighValueOrders")), kPatience);
        QVERIFY2(why().endsWith(QStringLiteral("It is also above the approval ceiling of $500.00.")),
                 qPrintable(why()));
    }

    /// The person chosen in the status bar is remembered, and said at the next start.
    void whoWasChosenIsRemembered()
    {
        PlannerHarness planner;
        PeopleStore& people = *planner.workspace().connection().ports.people;
        QVERIFY(
            people.addPerson(QStringLiteral("Ben"), planner.workspace().identity().actor()).result().isOk());
        QVERIFY(people.setSingleOperator(false, planner.workspace().identity().actor()).result().isOk());
        planner.workspace().identity().refresh();
        auto* button = planner.find<QToolButton>("btn.workingAs");
        QTRY_VERIFY_WITH_TIMEOUT(button->text().startsWith(QStringLiteral("Working as")), kPatience);
        planner.click("btn.workingAs");
        QMenu* menu = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((menu = planner.window().findChild<QMenu*>(QStringLiteral("menu.workingAs")))
                                     != nullptr,
                                 kPatience);
        for (QAction* action : menu->actions()) {
            if (action->text() == QLatin1String("Ben"))
                action->trigger();
        }
        menu->close();
        QTRY_COMPARE(button->text(), QStringLiteral("Working as Ben"));
        planner.restart();
        QTRY_COMPARE_WITH_TIMEOUT(planner.find<QToolButton>("btn.workingAs")->text(),
                                  QStringLiteral("Working as Ben"), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(
            planner.window().statusBar()->currentMessage().contains(QStringLiteral("You work as Ben")),
            kPatience);
    }

private:
    static void requireDone(const Result<PurchaseOrder>& order)
    {
        QVERIFY2(order.isOk(), order ? "" : qPrintable(order.error().message));
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::VisibleActsTest)
#include "visible_acts_test.moc"
