#include "tests/sql/order_stages.h"

namespace purchasing::sql {

/// How an order goes to its supplier: when it may, to whom, and what becomes of tries that fail.
class OrderSendingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void relaySendsByItself();
    void sendingIsAskedForOnce();
    void sendingIsRefusedWhenTheSupplierIsNotActive();
    void relayPutsMessagesOfInactiveSuppliersAside();
    void failedSendingWaitsLongerEachTime();
    void askingAgainSendsAtOnce();
    void whatWasDeliveredAfterAFailureIsTriedAgain();
    void expiredLeaseIsTakenByAnotherRelay();
    void isSentToUsableAddressesOnly_data();
    void isSentToUsableAddressesOnly();
    void aConfirmedSendingSaysWhatChanged();
    void aMessageWaitsForItsOwnOutbox();
};

void OrderSendingTest::relaySendsByItself()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const PurchaseOrder order = approved(db, true);
    const auto message = leaseOne(outbox, QStringLiteral("relay"));
    VERIFY_OK(message);
    QCOMPARE(message->orders.front().poId, order.poId);
    QCOMPARE(message->orders.front().state, OrderState::Sending);
    QCOMPARE(message->attempts, 1);
    VERIFY_ERROR(leaseOne(outbox, QStringLiteral("other")), ErrorKind::NotFound, "No message waits");
    db.clock->advance(std::chrono::seconds(1));
    const auto delivered = outbox.messageDelivered(message->messageId, QStringLiteral("relay")).result();
    VERIFY_OK(delivered);
    QCOMPARE(delivered->front().state, OrderState::Sent);
    QCOMPARE(delivered->front().sentAt, db.clock->now());
    // Told twice is harmless.
    QCOMPARE(outbox.messageDelivered(message->messageId, QStringLiteral("relay")).result()->front().version,
             delivered->front().version);
    VERIFY_ERROR(outbox.messageDelivered(QStringLiteral("x"), QStringLiteral("relay")).result(),
                 ErrorKind::NotFound, "no such message");
}

void OrderSendingTest::sendingIsAskedForOnce()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const PurchaseOrder waiting = pending(db);
    VERIFY_ERROR(store.requestSend(waiting.poId, db.user).result(), ErrorKind::Refused,
                 "before it is approved");
    const PurchaseOrder order = approved(db, false);
    const auto asked = store.requestSend(order.poId, db.user).result();
    VERIFY_OK(asked);
    QCOMPARE(asked->version, order.version + 1);
    QCOMPARE(store.requestSend(order.poId, db.user).result()->version, asked->version);
    const auto message = leaseOne(outbox, QStringLiteral("relay"));
    VERIFY_OK(message);
    QCOMPARE(store.requestSend(order.poId, db.user).result()->state, OrderState::Sending);
    VERIFY_OK(outbox.messageDelivered(message->messageId, QStringLiteral("relay")).result());
    QCOMPARE(store.requestSend(order.poId, db.user).result()->state, OrderState::Sent);
    VERIFY_ERROR(leaseOne(outbox, QStringLiteral("relay")), ErrorKind::NotFound, "No message waits");
}

void OrderSendingTest::sendingIsRefusedWhenTheSupplierIsNotActive()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const PurchaseOrder order = approved(db, false);
    setActive(db, "0");
    VERIFY_ERROR(store.requestSend(order.poId, db.user).result(), ErrorKind::Refused,
                 "cannot be sent: Northside Bearings Supply is not active");
    setActive(db, "NULL");
    VERIFY_ERROR(store.requestSend(order.poId, db.user).result(), ErrorKind::Refused,
                 "It is not known whether");
    setActive(db, "1");
    VERIFY_OK(store.requestSend(order.poId, db.user).result());
}

void OrderSendingTest::relayPutsMessagesOfInactiveSuppliersAside()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const PurchaseOrder order = approved(db, true);
    setActive(db, "0");
    VERIFY_ERROR(leaseOne(outbox, QStringLiteral("relay")), ErrorKind::NotFound, "No message waits");
    const auto kept = store.find(order.poId).result();
    QCOMPARE(kept->state, OrderState::Approved);
    QVERIFY(kept->sendProblem.contains(QStringLiteral("is not active")));
    QCOMPARE(store.history(order.poId).result()->back().action, QStringLiteral("order.send_refused"));
    setActive(db, "1");
    VERIFY_OK(store.requestSend(order.poId, db.user).result());
    VERIFY_OK(leaseOne(outbox, QStringLiteral("relay")));
}

void OrderSendingTest::failedSendingWaitsLongerEachTime()
{
    const TemporaryDatabase db;
    RelaySettings relay;
    relay.firstRetry = std::chrono::seconds(1);
    relay.longestRetry = std::chrono::seconds(4);
    auto store = db.orders(relay);
    auto outbox = db.outbox(relay);
    const PurchaseOrder order = approved(db, true);
    for (const int seconds : {1, 2, 4, 4}) {
        const auto message = leaseOne(outbox, QStringLiteral("relay"));
        VERIFY_OK(message);
        VERIFY_ERROR(
            outbox.messageFailed(message->messageId, QStringLiteral("other"), QStringLiteral("x")).result(),
            ErrorKind::Conflict, "was taken over");
        VERIFY_OK(
            outbox.messageFailed(message->messageId, QStringLiteral("relay"), QStringLiteral("no space"))
                .result());
        const auto waiting = store.find(order.poId).result();
        QCOMPARE(waiting->state, OrderState::Approved);
        QCOMPARE(waiting->sendProblem, QStringLiteral("no space"));
        db.clock->advance(std::chrono::seconds(seconds) - std::chrono::milliseconds(1));
        VERIFY_ERROR(leaseOne(outbox, QStringLiteral("relay")), ErrorKind::NotFound, "No message waits");
        db.clock->advance(std::chrono::milliseconds(1));
    }
    const auto message = leaseOne(outbox, QStringLiteral("relay"));
    QCOMPARE(message->attempts, 5);
    const auto done = outbox.messageDelivered(message->messageId, QStringLiteral("relay")).result();
    QCOMPARE(done->front().sendProblem, QString());
}

void OrderSendingTest::askingAgainSendsAtOnce()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const PurchaseOrder order = approved(db, true);
    const auto message = leaseOne(outbox, QStringLiteral("relay"));
    VERIFY_OK(outbox.messageFailed(message->messageId, QStringLiteral("relay"), QStringLiteral("no space"))
                  .result());
    VERIFY_OK(store.requestSend(order.poId, db.user).result());
    VERIFY_OK(leaseOne(outbox, QStringLiteral("relay")));
}

/// A relay that gave up says so first, and finds out afterwards that the channel has the message.
void OrderSendingTest::whatWasDeliveredAfterAFailureIsTriedAgain()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const PurchaseOrder order = approved(db, true);
    const auto message = leaseOne(outbox, QStringLiteral("relay"));
    VERIFY_OK(message);
    const QString id = message->messageId;
    VERIFY_OK(outbox.messageFailed(id, QStringLiteral("relay"), QStringLiteral("no space")).result());
    for (const char* relay : {"relay", "other"})
        VERIFY_ERROR(outbox.messageDelivered(id, QLatin1String(relay)).result(), ErrorKind::Conflict,
                     "was given up meanwhile");
    VERIFY_ERROR(outbox.messageFailed(id, QStringLiteral("relay"), QStringLiteral("x")).result(),
                 ErrorKind::Conflict, "was taken over");
    const auto waiting = store.find(order.poId).result();
    QCOMPARE(waiting->state, OrderState::Approved);
    QCOMPARE(waiting->sendProblem, QStringLiteral("no space"));
    VERIFY_OK(store.requestSend(order.poId, db.user).result());
    const auto again = leaseOne(outbox, QStringLiteral("other"));
    VERIFY_OK(again);
    QCOMPARE(again->messageId, id); // The channel keeps one of both.
    const auto sent = outbox.messageDelivered(id, QStringLiteral("other")).result();
    VERIFY_OK(sent);
    QCOMPARE(sent->front().state, OrderState::Sent);
    VERIFY_ERROR(outbox.messageFailed(id, QStringLiteral("other"), QStringLiteral("x")).result(),
                 ErrorKind::Conflict, "was taken over");
    QCOMPARE(store.find(order.poId).result()->state, OrderState::Sent);
}

void OrderSendingTest::expiredLeaseIsTakenByAnotherRelay()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const PurchaseOrder order = approved(db, true);
    const auto first = leaseOne(outbox, QStringLiteral("one"));
    VERIFY_OK(first);
    db.clock->advance(std::chrono::seconds(6));
    // Also when the supplier went: the message may be with them already.
    setActive(db, "0");
    const auto second = leaseOne(outbox, QStringLiteral("two"));
    VERIFY_OK(second);
    QCOMPARE(second->messageId, first->messageId);
    QCOMPARE(second->attempts, 2);
    VERIFY_ERROR(outbox.messageFailed(first->messageId, QStringLiteral("one"), QStringLiteral("x")).result(),
                 ErrorKind::Conflict, "was taken over");
    VERIFY_OK(outbox.messageDelivered(first->messageId, QStringLiteral("one")).result());
    QCOMPARE(outbox.messageDelivered(first->messageId, QStringLiteral("two")).result()->front().state,
             OrderState::Sent);
    QCOMPARE(store.history(order.poId).result()->size(), 3U);
}

void OrderSendingTest::isSentToUsableAddressesOnly_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("why");
    QTest::newRow("none") << QString() << QStringLiteral("has no e-mail address");
    QTest::newRow("with a name") << QStringLiteral("Name <a@ex.com>")
                                 << QStringLiteral("is no e-mail address of");
    QTest::newRow("one of two") << QStringLiteral("a@ex.com; nobody")
                                << QStringLiteral("is no e-mail address of");
    QTest::newRow("blanks around it") << QStringLiteral(" orders@ex.com ") << QString();
    QTest::newRow("two") << QStringLiteral("a@ex.com; b@ex.com") << QString();
    QTest::newRow("without a dot") << QStringLiteral("a@x, b@x") << QString();
}

void OrderSendingTest::isSentToUsableAddressesOnly()
{
    QFETCH(QString, address);
    QFETCH(QString, why);
    const TemporaryDatabase db;
    VERIFY_OK(db.execute(QStringLiteral("UPDATE {supplier}supplier_info SET email = ?"), {address}));
    auto store = db.orders();
    auto outbox = db.outbox();
    OrderRequest request =
        requestFor(db, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), 100, QStringLiteral("key"));
    request.sendIntended = true;
    const auto made = store.create(request, db.user).result();
    VERIFY_OK(made);
    QCOMPARE(made->state, OrderState::Approved);
    if (why.isEmpty()) {
        VERIFY_OK(leaseOne(outbox, QStringLiteral("relay")));
        return;
    }
    // It stays with its reason, and a person may send it knowingly.
    QVERIFY2(made->sendProblem.contains(why), qPrintable(made->sendProblem));
    VERIFY_ERROR(leaseOne(outbox, QStringLiteral("relay")), ErrorKind::NotFound, "No message waits");
    const auto refused = store.requestSend(made->poId, db.user).result();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Refused);
    QVERIFY2(refused.error().message.contains(why), qPrintable(refused.error().message));
    VERIFY_OK(store.requestSend(made->poId, db.user, {true, 0}).result());
    VERIFY_OK(leaseOne(outbox, QStringLiteral("relay")));
    VERIFY_OK(db.audit().verify().result());
}

void OrderSendingTest::aConfirmedSendingSaysWhatChanged()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    const PurchaseOrder order = approved(db, false);
    const Actor second = db.addPerson(QStringLiteral("Second"));
    VERIFY_OK(store.requestSend(order.poId, second).result());
    VERIFY_ERROR(store.requestSend(order.poId, db.user, {false, order.version}).result(), ErrorKind::Conflict,
                 "was released for sending by Second");
}

void OrderSendingTest::aMessageWaitsForItsOwnOutbox()
{
    const TemporaryDatabase db;
    RelaySettings here;
    here.channel = QStringLiteral("folder:here");
    RelaySettings there;
    there.channel = QStringLiteral("folder:there");
    auto store = db.orders(here);
    OrderRequest request =
        requestFor(db, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), 100, QStringLiteral("key"));
    request.sendIntended = true;
    const auto made = store.create(request, db.user).result();
    VERIFY_OK(made);
    // Asked for again where it waits already it is the same order, and nothing that happened.
    const auto again = store.requestSend(made->poId, db.user).result();
    VERIFY_OK(again);
    QCOMPARE(again->version, made->version);
    VERIFY_ERROR(leaseOne(db.outbox(there), QStringLiteral("relay")), ErrorKind::NotFound,
                 "No message waits");
    const auto message = leaseOne(db.outbox(here), QStringLiteral("relay"));
    VERIFY_OK(message);
    VERIFY_OK(db.outbox(here)
                  .messageFailed(message->messageId, QStringLiteral("relay"), QStringLiteral("no space"))
                  .result());
    // Until a person asks for it there.
    VERIFY_OK(db.orders(there).requestSend(made->poId, db.user).result());
    VERIFY_ERROR(leaseOne(db.outbox(here), QStringLiteral("relay")), ErrorKind::NotFound, "No message waits");
    QCOMPARE(leaseOne(db.outbox(there), QStringLiteral("relay"))->messageId, message->messageId);
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::OrderSendingTest)
#include "order_sending_test.moc"
