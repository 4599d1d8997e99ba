#include "ui/orders/outbox_panel.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

#include "tests/ui/forwarding_orders.h"
#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 20000;

/// Counts how often somebody asked for sending, and takes it as asked for now: a relay that tries by itself
/// changes the order in any moment.
class CountingOrders : public ForwardingOrders
{
public:
    using ForwardingOrders::ForwardingOrders;

    QFuture<Result<PurchaseOrder>> requestSend(const QString& poId, const Actor& actor,
                                               const SendChoice& choice) override
    {
        ++asked;
        SendChoice now = choice;
        now.seenVersion = 0;
        return ForwardingOrders::requestSend(poId, actor, now);
    }

    int asked = 0;
};

} // namespace

/// The outbox: what waits, why, and what a person can do about it.
class OutboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCannotBeSentIsShownAndTriedAgain();
    void sendPoTriesAgainAfterAFailure();
    void saysWhatAMessageWaitsFor();
};

void OutboxTest::whatCannotBeSentIsShownAndTriedAgain()
{
    PlannerHarness planner;
    QVERIFY(planner.isUsable());
    planner.trigger("action.outbox");
    auto* table = planner.find<QTableWidget>("table.outbox");
    QVERIFY(table->isVisible());
    auto* empty = planner.find<QLabel>("label.outboxEmpty");
    QTRY_VERIFY_WITH_TIMEOUT(empty->isVisible(), kPatience);
    auto* tryNow = planner.find<QPushButton>("btn.tryNow");
    QVERIFY(!tryNow->isEnabled());
    QVERIFY(tryNow->toolTip().startsWith(QStringLiteral("Unavailable: ")));

    // A file stands where the folder of the messages should be.
    const QString folder = planner.workspace().connection().channel->folder();
    QVERIFY(QDir(folder).removeRecursively());
    {
        QFile obstacle(folder);
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
    }
    planner.goTo(QStringLiteral("PROD-163"));
    planner.createAndSend();
    QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 1, kPatience);
    const QString number = table->item(0, 0)->text();
    QTRY_VERIFY_WITH_TIMEOUT(table->item(0, 5)->text().contains(QStringLiteral("could not be written")),
                             kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(table->item(0, 2)->text().contains(QStringLiteral("tried again at")), kPatience);
    QVERIFY(!empty->isVisible());
    QCOMPARE(planner.textOf("label.outboxCount"), QStringLiteral("1 message waits"));
    planner.screenshot(QStringLiteral("planner-outbox"));

    // The list of orders was not read since: it must not show another one.
    planner.trigger("action.mode.orders");
    planner.trigger("action.mode.planning");
    planner.click("btn.openWaiting");
    QVERIFY(planner.find<QWidget>("page.orders")->isVisible());
    const auto* title =
        planner.find<QWidget>("page.orders")->findChild<QLabel*>(QStringLiteral("label.orderTitle"));
    QTRY_VERIFY_WITH_TIMEOUT(title->text().startsWith(number), kPatience);

    QVERIFY(QFile::remove(folder));
    QTRY_VERIFY_WITH_TIMEOUT(tryNow->isEnabled() || table->rowCount() == 0, kPatience);
    if (table->rowCount() > 0)
        planner.click("btn.tryNow");
    QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 0, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(empty->isVisible(), kPatience);
    QCOMPARE(planner.messageFiles().size(), 1);
}

void OutboxTest::sendPoTriesAgainAfterAFailure()
{
    std::shared_ptr<CountingOrders> counting;
    PlannerHarness planner({}, QStringLiteral("en"), [&counting](FlowPorts& ports) {
        counting = std::make_shared<CountingOrders>(ports.orders);
        ports.orders = counting;
    });
    const QString folder = planner.workspace().connection().channel->folder();
    QVERIFY(!QFile::exists(folder) || QDir(folder).removeRecursively());
    QFile obstacle(folder); // A file stands where the folder of the messages should be.
    QVERIFY(obstacle.open(QIODevice::WriteOnly));
    const auto order = [&] {
        return planner.workspace().orders().list({{}, QStringLiteral("PROD-163"), 1}).result()->front();
    };
    planner.goTo(QStringLiteral("PROD-163"));
    auto* create = planner.find<QPushButton>("btn.createPo");
    auto* send = planner.find<QPushButton>("btn.sendPo");
    QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kPatience);
    planner.click("btn.createPo");
    QTRY_VERIFY_WITH_TIMEOUT(send->isEnabled(), kPatience);
    planner.click("btn.sendPo");
    QTRY_VERIFY_WITH_TIMEOUT(order().sendProblem.contains(QStringLiteral("could not be written")), kPatience);
    QTRY_COMPARE(order().state, OrderState::Approved);
    QCOMPARE(counting->asked, 1);
    QTRY_VERIFY_WITH_TIMEOUT(send->isEnabled(), kPatience);
    planner.click("btn.sendPo");
    QTRY_COMPARE_WITH_TIMEOUT(counting->asked, 2, kPatience);
    QVERIFY(obstacle.remove());
    QTRY_VERIFY_WITH_TIMEOUT(send->isEnabled() || order().state == OrderState::Sent, kPatience);
    if (send->isEnabled())
        planner.click("btn.sendPo");
    QTRY_COMPARE_WITH_TIMEOUT(order().state, OrderState::Sent, kPatience);
    QCOMPARE(planner.messageFiles().size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(!send->isEnabled(), kPatience);
}

void OutboxTest::saysWhatAMessageWaitsFor()
{
    const QDateTime now({2026, 3, 2}, {9, 0}, Qt::UTC);
    OutboxMessage message;
    message.state = QStringLiteral("READY");
    message.notBefore = now;
    QCOMPARE(ui::OutboxPanel::stateText(message, now), QStringLiteral("is due"));
    message.notBefore = now.addSecs(120);
    QVERIFY(ui::OutboxPanel::stateText(message, now).startsWith(QStringLiteral("waits for the rest")));
    message.attempts = 2;
    QVERIFY(ui::OutboxPanel::stateText(message, now).startsWith(QStringLiteral("is tried again at 9:02")));
    message.state = QStringLiteral("DEAD");
    QVERIFY(ui::OutboxPanel::stateText(message, now).startsWith(QStringLiteral("put aside")));
    message.state = QStringLiteral("LEASED");
    QCOMPARE(ui::OutboxPanel::stateText(message, now), QStringLiteral("is being sent"));
}

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::OutboxTest)
#include "outbox_test.moc"
