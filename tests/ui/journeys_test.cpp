#include "core/flow/decision_words.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QStatusBar>
#include <QTableView>
#include <QTableWidget>
#include <QToolButton>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 15000;

QString cell(QTableView* view, int row, const QString& header)
{
    for (int column = 0; column < view->model()->columnCount(); ++column) {
        if (view->model()->headerData(column, Qt::Horizontal).toString() == header)
            return view->model()->index(row, column).data().toString();
    }
    return QStringLiteral("no column ") + header;
}

/// Creates the order that the product needs by clicking, and returns its number once it waits for approval.
QString submit(PlannerHarness& planner, const QString& productId)
{
    planner.goTo(productId);
    const auto orders = [&] {
        return planner.workspace().orders().list({{OrderState::PendingApproval}, productId, 10}).result();
    };
    planner.click("btn.createPo");
    [&] { QTRY_VERIFY_WITH_TIMEOUT(orders().isOk() && orders()->size() == 1, kPatience); }();
    return orders()->front().number;
}

/// The text of the PDF in a message, read by another program as a supplier's would.
QString pdfTextOf(const QByteArray& message, const QString& folder)
{
    const qsizetype part = message.indexOf("Content-Type: application/pdf");
    const qsizetype start = message.indexOf("\r\n\r\n", part);
    const qsizetype end = message.indexOf("\r\n--", start);
    QFile file(folder + QStringLiteral("/order.pdf"));
    if (part < 0 || start < 0 || !file.open(QIODevice::WriteOnly)
        || file.write(QByteArray::fromBase64(message.mid(start, end - start))) <= 0)
        return {};
    file.close();
    QProcess reader; // poppler-utils
    reader.start(QStringLiteral("pdftotext"),
                 {QStringLiteral("-layout"), file.fileName(), QStringLiteral("-")});
    return reader.waitForFinished() ? QString::fromUtf8(reader.readAllStandardOutput()) : QString();
}

/// Opens the approvals and selects the order in the queue.
void selectInQueue(PlannerHarness& planner, const QString& number)
{
    planner.trigger("action.mode.approvals");
    auto* queue = planner.find<QTableView>("grid.approvals");
    const auto rowOf = [&] {
        for (int row = 0; row < queue->model()->rowCount(); ++row) {
            if (cell(queue, row, QStringLiteral("Order")) == number)
                return row;
        }
        return -1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(rowOf() >= 0, kPatience);
    queue->selectRow(rowOf());
}

} // namespace

/// What planners do all day, acted by object name as they would.
class JourneysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Journey 1: start, To order, most urgent first, read, create; the row becomes Covered and nothing new
    /// comes of evaluating again.
    void morningRound()
    {
        PlannerHarness planner;
        QVERIFY(planner.isUsable());
        auto* grid = planner.find<QTableView>("grid.products");
        planner.click("chip.toOrder");
        QCOMPARE(grid->model()->rowCount(), 33); // The demo's known answer.
        auto* header = grid->horizontalHeader();
        grid->sortByColumn(5, Qt::AscendingOrder); // Order by
        QCOMPARE(header->sortIndicatorSection(), 5);
        QCOMPARE(cell(grid, 0, QStringLiteral("Product")), QStringLiteral("PROD-141")); // 100 days late.

        QTest::keyClick(grid, Qt::Key_Home, Qt::ControlModifier);
        grid->setCurrentIndex(grid->model()->index(0, 0));
        QTRY_COMPARE(planner.textOf("label.word"), QStringLiteral("To order"));
        const QString sentence = planner.textOf("label.sentence");
        QVERIFY2(sentence.contains(cell(grid, 0, QStringLiteral("Order qty"))), qPrintable(sentence));
        QVERIFY2(sentence.contains(cell(grid, 0, QStringLiteral("To pay"))), qPrintable(sentence));
        QVERIFY2(sentence.contains(cell(grid, 0, QStringLiteral("Supplier"))), qPrintable(sentence));

        planner.click("btn.createPo");
        QTRY_COMPARE_WITH_TIMEOUT(grid->model()->rowCount(), 32, kPatience); // It left "To order".
        const auto row =
            static_cast<std::size_t>(planner.workspace().feed().rowOf(QStringLiteral("PROD-141")));
        QTRY_COMPARE_WITH_TIMEOUT(planner.workspace().feed().decision(row).word, Word::Covered, kPatience);
        const auto orders = planner.workspace().orders().list({{}, QStringLiteral("PROD-141"), 10}).result();
        QVERIFY(orders.isOk());
        QCOMPARE(orders->size(), std::size_t{1});
        QCOMPARE(orders->front().qty, 7);
        QCOMPARE(orders->front().total, Money{2940});

        planner.goTo(QStringLiteral("PROD-141"));
        QTRY_COMPARE(planner.textOf("label.word"), QStringLiteral("Covered"));
        planner.click("btn.evaluate");
        QTest::qWait(300);
        QCOMPARE(planner.textOf("label.word"), QStringLiteral("Covered"));
        QVERIFY(!planner.find<QPushButton>("btn.createPo")->isEnabled());
        QVERIFY(planner.textOf("label.createReason").contains(QStringLiteral("no order is needed")));
        QCOMPARE(planner.workspace().orders().list({{}, QStringLiteral("PROD-141"), 10}).result()->size(),
                 std::size_t{1});
    }

    /// Journey 2: below the limit, no approval; sent only after the message file exists; the PDF in it says
    /// what was ordered; the history names who.
    void smallOrderIsSent()
    {
        PlannerHarness planner;
        planner.goTo(QStringLiteral("PROD-101"));
        QTRY_VERIFY(planner.textOf("label.sentence").contains(QStringLiteral("no approval needed")));
        planner.click("btn.createPo");
        const auto order = [&]() -> PurchaseOrder {
            auto orders = planner.workspace().orders().list({{}, QStringLiteral("PROD-101"), 10}).result();
            return orders && !orders->empty() ? orders->front() : PurchaseOrder{};
        };
        // Creating sends nothing, and says what comes next.
        QTRY_COMPARE_WITH_TIMEOUT(order().state, OrderState::Approved, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(
            planner.window().statusBar()->currentMessage().contains(QStringLiteral("Send PO")), kPatience);
        QVERIFY(planner.messageFiles().isEmpty());
        auto* send = planner.find<QPushButton>("btn.sendPo");
        QTRY_VERIFY_WITH_TIMEOUT(send->isEnabled(), kPatience);
        planner.click("btn.sendPo");
        QTRY_COMPARE_WITH_TIMEOUT(order().state, OrderState::Sent, kPatience);
        QCOMPARE(order().total, Money{999999});
        QCOMPARE(planner.messageFiles().size(), 1);
        QFile message(planner.folder() + QStringLiteral("/outbox/") + planner.messageFiles().front());
        QVERIFY(message.open(QIODevice::ReadOnly));
        const QByteArray text = message.readAll();
        QVERIFY(text.contains("To: General Drives Supply <"));
        QVERIFY(text.contains("application/pdf"));
        QVERIFY(text.contains(order().number.toLatin1()));
        const auto history = planner.workspace().orders().history(order().poId).result();
        QVERIFY(history.isOk());
        QStringList actions;
        for (const HistoryEntry& entry : *history) {
            actions << entry.action;
            if (entry.action == QLatin1String("order.created"))
                QCOMPARE(entry.actorName, planner.workspace().identity().actor().name);
        }
        QVERIFY(QFileInfo(message).lastModified() <= history->back().at.addMSecs(1));
        const QString pdf = pdfTextOf(text, planner.folder());
        for (const QString& expected :
             {order().number, QStringLiteral("PROD-101"), QStringLiteral("General Drives Supply"),
              moneyText(order().unitPrice, order().currency, QLocale()),
              moneyText(order().toPay, order().currency, QLocale()),
              QLocale().toString(static_cast<qlonglong>(order().qty))})
            QVERIFY2(pdf.contains(expected), qPrintable(expected + QStringLiteral(" is not in\n") + pdf));
        QCOMPARE(actions,
                 (QStringList{QStringLiteral("order.created"), QStringLiteral("order.send_requested"),
                              QStringLiteral("order.sending"), QStringLiteral("order.sent")}));
        QCOMPARE(order().ruleSetVersion, std::optional<std::int64_t>(1));
        // What became of it stays readable while the row and the catalogue follow.
        QTRY_COMPARE_WITH_TIMEOUT(planner.textOf("label.word"), QStringLiteral("Covered"), kPatience);
        QTest::qWait(1500);
        QVERIFY2(planner.window().statusBar()->currentMessage().contains(order().number),
                 qPrintable(planner.window().statusBar()->currentMessage()));
    }

    /// Journey 3: exactly 10,000.00 is sent, one cent more waits for approval.
    void boundary()
    {
        PlannerHarness planner;
        const auto state = [&](const char* product) {
            auto orders = planner.workspace().orders().list({{}, QLatin1String(product), 10}).result();
            return orders && !orders->empty() ? orders->front().state : OrderState::Draft;
        };
        planner.goTo(QStringLiteral("PROD-103"));
        planner.createAndSend();
        QTRY_COMPARE_WITH_TIMEOUT(state("PROD-103"), OrderState::Sent, kPatience);

        planner.goTo(QStringLiteral("PROD-104"));
        QTRY_COMPARE(planner.textOf("label.word"), QStringLiteral("Needs approval"));
        planner.click("btn.createPo");
        QTRY_COMPARE_WITH_TIMEOUT(state("PROD-104"), OrderState::PendingApproval, kPatience);
        planner.trigger("action.mode.approvals");
        auto* queue = planner.find<QTableView>("grid.approvals");
        QTRY_COMPARE_WITH_TIMEOUT(queue->model()->rowCount(), 2, kPatience); // The demo's own and this one.
        QTRY_COMPARE(planner.find<QToolButton>("mode.approvals")->text(), QStringLiteral("Approvals (2)"));
        QCOMPARE(planner.messageFiles().size(), 1);
    }

    /// Journey 4, one person: the approval is marked as the creator's own; the approved order is sent by a
    /// click.
    void approvalBySingleOperator()
    {
        PlannerHarness planner;
        const QString number = submit(planner, QStringLiteral("PROD-104"));
        selectInQueue(planner, number);
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QToolButton>("btn.approve")->isEnabled(), kPatience);
        QVERIFY(planner.find<QWidget>("view.approvals")
                    ->findChild<QLabel*>(QStringLiteral("label.approvalReason"))
                    ->text()
                    .contains(QStringLiteral("FlagHighValueOrders")));
        planner.click("btn.approve");
        const auto order = [&] { return planner.workspace().orders().find(number).result(); };
        QTRY_COMPARE_WITH_TIMEOUT(order()->state, OrderState::Approved, kPatience);
        const auto history = planner.workspace().orders().history(order()->poId).result();
        QVERIFY(history->back().text.contains(QStringLiteral("approved by its creator, single operator")));
        QVERIFY(planner.messageFiles().isEmpty()); // Approving does not send.

        planner.goTo(order()->productId);
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QPushButton>("btn.sendPo")->isEnabled(), kPatience);
        planner.click("btn.sendPo");
        QTRY_COMPARE_WITH_TIMEOUT(order()->state, OrderState::Sent, kPatience);
        QCOMPARE(planner.messageFiles().size(), 1);
    }

    /// Journey 4, several people: nobody approves their own order; rejecting needs a reason and is final.
    void approvalBySomebodyElse()
    {
        PlannerHarness planner;
        const QString number = submit(planner, QStringLiteral("PROD-104"));
        planner.answer("dialog.people", [&](QWidget& dialog) {
            auto* name = dialog.findChild<QLineEdit*>(QStringLiteral("edit.personName"));
            QTest::keyClicks(name, QStringLiteral("Second person"));
            QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("btn.addPerson")),
                              Qt::LeftButton);
            auto* table = dialog.findChild<QTableWidget*>(QStringLiteral("table.people"));
            QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 2, kPatience);
            auto* single = dialog.findChild<QAbstractButton*>(QStringLiteral("check.singleOperator"));
            QTRY_VERIFY(single->isEnabled());
            single->click();
            QTRY_VERIFY_WITH_TIMEOUT(!planner.workspace().identity().actor().singleOperator, kPatience);
            dialog.close();
        });
        planner.trigger("action.people");
        QVERIFY(planner.allAnswered());

        selectInQueue(planner, number);
        auto* approve = planner.find<QToolButton>("btn.approve");
        QTRY_VERIFY_WITH_TIMEOUT(approve->toolTip().contains(QStringLiteral("somebody else has to approve")),
                                 kPatience);
        QVERIFY(!approve->isEnabled());

        const auto people = planner.workspace().connection().ports.people->people().result();
        for (const Person& person : *people) {
            if (person.name == QLatin1String("Second person"))
                planner.workspace().identity().workAs({person.personId, person.name, false});
        }
        QTRY_VERIFY_WITH_TIMEOUT(approve->isEnabled(), kPatience);
        planner.answer("dialog.reason", [](QWidget& dialog) {
            auto* give = dialog.findChild<QPushButton*>(QStringLiteral("btn.giveReason"));
            QVERIFY(!give->isEnabled()); // Not without a reason.
            QTest::keyClicks(dialog.findChild<QPlainTextEdit*>(QStringLiteral("edit.reason")),
                             QStringLiteral("too much"));
            QVERIFY(give->isEnabled());
            QTest::mouseClick(give, Qt::LeftButton);
        });
        planner.click("btn.reject");
        const auto order = [&] { return planner.workspace().orders().find(number).result(); };
        QTRY_COMPARE_WITH_TIMEOUT(order()->state, OrderState::Rejected, kPatience);
        QCOMPARE(order()->decisionReason, QStringLiteral("too much"));
        QCOMPARE(order()->approvedByName, QStringLiteral("Second person"));
        // Final: the product needs an order again, as if this one had never been.
        const auto row = static_cast<std::size_t>(planner.workspace().feed().rowOf(order()->productId));
        QTRY_COMPARE_WITH_TIMEOUT(planner.workspace().feed().decision(row).word, Word::NeedsApproval,
                                  kPatience);
    }

    /// The second half of a double click, and a shortcut where the queue is not seen, decide about no other
    /// order.
    void doubleClickApprovesOneOrder()
    {
        PlannerHarness planner;
        const QString number = submit(planner, QStringLiteral("PROD-104"));
        selectInQueue(planner, number);
        auto* approve = planner.find<QToolButton>("btn.approve");
        QTRY_VERIFY_WITH_TIMEOUT(approve->isEnabled(), kPatience);
        const auto waiting = [&] {
            return planner.workspace()
                .orders()
                .list({{OrderState::PendingApproval}, {}, 10})
                .result()
                ->size();
        };
        QCOMPARE(waiting(), std::size_t{2}); // The demo's own and this one.
        planner.click("btn.approve");
        auto* queue = planner.find<QTableView>("grid.approvals");
        QTRY_COMPARE_WITH_TIMEOUT(queue->model()->rowCount(), 1,
                                  kPatience); // The next one is selected by itself.
        QVERIFY(!approve->isEnabled());
        QTest::mouseClick(approve, Qt::LeftButton);
        planner.trigger("action.reject"); // Would ask for a reason.
        QTRY_VERIFY_WITH_TIMEOUT(approve->isEnabled(), kPatience);
        QCOMPARE(waiting(), std::size_t{1});

        planner.trigger("action.mode.planning");
        QVERIFY(!planner.find<QAction>("action.approve")->isEnabled());
        QVERIFY(planner.find<QAction>("action.approve")->toolTip().contains(QStringLiteral("Approvals")));
        planner.trigger("action.mode.orders");
        QVERIFY(!planner.find<QAction>("action.createPo")->isEnabled());
        planner.trigger("action.mode.approvals");
        QTRY_VERIFY_WITH_TIMEOUT(approve->isEnabled(), kPatience);
        QCOMPARE(waiting(), std::size_t{1});
    }

    /// A second click while the first runs, and a click on a decision that another program made stale.
    void doubleClickAndStaleDecision()
    {
        PlannerHarness planner;
        planner.goTo(QStringLiteral("PROD-163"));
        auto* create = planner.find<QPushButton>("btn.createPo");
        QTRY_VERIFY(create->isEnabled());
        QTest::mouseDClick(create, Qt::LeftButton);
        QTest::mouseClick(create, Qt::LeftButton);
        const auto count = [&](const char* product) {
            auto orders = planner.workspace().orders().list({{}, QLatin1String(product), 10}).result();
            return orders ? static_cast<int>(orders->size()) : -1;
        };
        QTRY_COMPARE_WITH_TIMEOUT(count("PROD-163"), 1, kPatience);
        QTest::qWait(500);
        QCOMPARE(count("PROD-163"), 1);

        // The same product, ordered elsewhere between look and click.
        planner.goTo(QStringLiteral("PROD-170"));
        QTRY_VERIFY(create->isEnabled());
        PurchasingFlow elsewhere(planner.workspace().connection().ports);
        const auto made = elsewhere
                              .run({QStringLiteral("PROD-170"), {}, planner.workspace().identity().actor()},
                                   QStringLiteral("elsewhere"))
                              .result();
        QVERIFY(made.isOk() && made->order);
        bool told = false;
        planner.answer("dialog.failure", [&told](QWidget& dialog) {
            told = true;
            dialog.close();
        });
        if (create->isEnabled())
            planner.click("btn.createPo");
        QTRY_VERIFY_WITH_TIMEOUT(told || !create->isEnabled(), kPatience);
        planner.forgetAnswers(); // Told or not, there is one order.
        QCOMPARE(count("PROD-170"), 1);
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::JourneysTest)
#include "journeys_test.moc"
