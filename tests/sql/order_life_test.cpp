#include "core/domain/setting_names.h"

#include "tests/sql/order_stages.h"

namespace purchasing::sql {

/// What happens to an order after its creation: approval, receiving, its end, and who may do it when.
class OrderLifeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void approvalReleasesTheOrderButDoesNotSendIt();
    void ownOrderIsApprovedInSingleOperatorModeOnly();
    void theCallerCannotClaimToBeTheSingleOperator();
    void approvalOfOtherContentIsStale();
    void whoComesTooLateLearnsWhoWasQuicker();
    void rejectionNeedsAReason();
    void severalApprovalsComeFromDifferentPeople();
    void cancellingTakesTheMessageAlong();
    void reasonsHaveALength();
    void ordersOnTheirWayCannotBeCancelled();
    void aShortDeliveryIsClosedWithAReason();
    void aboveTheCeilingNothingIsOrderedUnapproved();
    void oneLoginAsTwoPeopleIsMarkedOrRefused();
    void receivingAddsToTheFirstWarehouse();
    void receivingIsRefused();
    void everyChangeRaisesTheBasisAndWritesOneEvent();
};

void OrderLifeTest::approvalReleasesTheOrderButDoesNotSendIt()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const PurchaseOrder order = pending(db);
    db.clock->advance(std::chrono::seconds(5));
    const auto done = store.approve(order.poId, order.version, order.contentHash, db.user).result();
    VERIFY_OK(done);
    QCOMPARE(done->state, OrderState::Approved);
    QCOMPARE(done->approvedByName, db.user.name);
    QCOMPARE(done->decidedAt, db.clock->now());
    QCOMPARE(done->version, order.version + 1);
    VERIFY_ERROR(leaseOne(outbox, QStringLiteral("relay")), ErrorKind::NotFound, "No message waits");
}

void OrderLifeTest::ownOrderIsApprovedInSingleOperatorModeOnly()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const PurchaseOrder order = pending(db);
    const Actor second = db.addPerson(QStringLiteral("Second"));
    VERIFY_OK(db.people().setSingleOperator(false, db.user).result());
    VERIFY_ERROR(store.approve(order.poId, order.version, order.contentHash, db.user).result(),
                 ErrorKind::Refused, "Nobody decides about their own order");
    VERIFY_ERROR(store.reject(order.poId, order.version, QStringLiteral("No"), db.user).result(),
                 ErrorKind::Refused, "Nobody decides about their own order");
    VERIFY_OK(store.approve(order.poId, order.version, order.contentHash, second).result());
    QCOMPARE(store.history(order.poId).result()->back().text,
             QStringLiteral("%1 approved by Second.").arg(order.number));

    const TemporaryDatabase single;
    const PurchaseOrder own = pending(single);
    VERIFY_OK(single.orders().approve(own.poId, own.version, own.contentHash, single.user).result());
    QCOMPARE(single.orders().history(own.poId).result()->back().text,
             QStringLiteral("%1 approved by its creator, single operator.").arg(own.number));
    QCOMPARE(
        single.scalar(QStringLiteral("SELECT single_operator FROM audit_event ORDER BY seq DESC")).toInt(),
        1);
}

void OrderLifeTest::theCallerCannotClaimToBeTheSingleOperator()
{
    const TemporaryDatabase db;
    const PurchaseOrder order = pending(db);
    (void)db.addPerson(QStringLiteral("Second"));
    VERIFY_OK(db.people().setSingleOperator(false, db.user).result());
    Actor pretender = db.user;
    pretender.singleOperator = true;
    VERIFY_ERROR(db.orders().approve(order.poId, order.version, order.contentHash, pretender).result(),
                 ErrorKind::Refused, "Nobody decides about their own order");
}

void OrderLifeTest::approvalOfOtherContentIsStale()
{
    const TemporaryDatabase db;
    const PurchaseOrder order = pending(db);
    VERIFY_ERROR(db.orders().approve(order.poId, order.version, QByteArray(32, 'x'), db.user).result(),
                 ErrorKind::Stale, "is not what you looked at: it orders 1 of PROD-104 for 10000.01");
    VERIFY_ERROR(db.orders().approve(QStringLiteral("nothing"), 1, order.contentHash, db.user).result(),
                 ErrorKind::NotFound, "no such purchase order");
}

void OrderLifeTest::whoComesTooLateLearnsWhoWasQuicker()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const PurchaseOrder order = pending(db);
    const Actor second = db.addPerson(QStringLiteral("Second"));
    VERIFY_OK(store.approve(order.poId, order.version, order.contentHash, second).result());
    db.clock->advance(std::chrono::seconds(10));
    VERIFY_ERROR(store.approve(order.poId, order.version, order.contentHash, db.user).result(),
                 ErrorKind::Conflict, "was approved by Second 10 seconds ago");
    VERIFY_ERROR(store.reject(order.poId, order.version, QStringLiteral("No"), db.user).result(),
                 ErrorKind::Conflict, "was approved by Second 10 seconds ago");
    db.clock->advance(std::chrono::minutes(3));
    VERIFY_ERROR(store.cancel(order.poId, order.version, QString(), db.user).result(), ErrorKind::Conflict,
                 "was approved by Second 3 minutes ago");
}

void OrderLifeTest::rejectionNeedsAReason()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const PurchaseOrder order = pending(db);
    VERIFY_ERROR(store.reject(order.poId, order.version, QStringLiteral("  "), db.user).result(),
                 ErrorKind::Invalid, "Say why");
    const auto rejected =
        store.reject(order.poId, order.version, QStringLiteral(" Too dear "), db.user).result();
    VERIFY_OK(rejected);
    QCOMPARE(rejected->state, OrderState::Rejected);
    QCOMPARE(rejected->decisionReason, QStringLiteral("Too dear"));
    QCOMPARE(rejected->onOrderQty(), std::int64_t{0});
    QVERIFY(store.openOrders(order.productId).result()->orders.empty());
    VERIFY_ERROR(store.requestSend(order.poId, db.user).result(), ErrorKind::Conflict, "was rejected by");
}

void OrderLifeTest::severalApprovalsComeFromDifferentPeople()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const PurchaseOrder order = pending(db, 2);
    const Actor second = db.addPerson(QStringLiteral("Second"));
    const auto first = store.approve(order.poId, order.version, order.contentHash, second).result();
    VERIFY_OK(first);
    QCOMPARE(first->state, OrderState::PendingApproval);
    VERIFY_ERROR(store.approve(order.poId, first->version, order.contentHash, second).result(),
                 ErrorKind::Refused, "needs another person");
    const auto both = store.approve(order.poId, first->version, order.contentHash, db.user).result();
    VERIFY_OK(both);
    QCOMPARE(both->state, OrderState::Approved);
}

void OrderLifeTest::cancellingTakesTheMessageAlong()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const PurchaseOrder order = approved(db, true);
    const auto cancelled = store.cancel(order.poId, order.version, QStringLiteral("Twice"), db.user).result();
    VERIFY_OK(cancelled);
    QCOMPARE(cancelled->decisionReason, QStringLiteral("Twice"));
    QCOMPARE(
        db.scalar(QStringLiteral("SELECT state FROM {po}outbox WHERE po_id = ?"), {order.poId}).toString(),
        QStringLiteral("DEAD"));
    QVERIFY(outbox.waitingMessages().result()->empty());
    VERIFY_ERROR(leaseOne(outbox, QStringLiteral("relay")), ErrorKind::NotFound, "No message waits");
    VERIFY_ERROR(store.requestSend(order.poId, db.user).result(), ErrorKind::Conflict, "was cancelled by");
}

void OrderLifeTest::reasonsHaveALength()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    const QString longest(2000, QLatin1Char('x'));
    const PurchaseOrder order = approved(db, false);
    VERIFY_ERROR(store.cancel(order.poId, order.version, longest + QLatin1Char('x'), db.user).result(),
                 ErrorKind::Invalid, "longer than 2000 characters");
    const auto cancelled = store.cancel(order.poId, order.version, longest, db.user).result();
    VERIFY_OK(cancelled);
    QCOMPARE(cancelled->decisionReason, longest);
    const PurchaseOrder waiting = pending(db);
    VERIFY_ERROR(store.reject(waiting.poId, waiting.version, longest + QLatin1Char('x'), db.user).result(),
                 ErrorKind::Invalid, "longer than 2000 characters");
    VERIFY_OK(store.reject(waiting.poId, waiting.version, longest, db.user).result());
}

void OrderLifeTest::ordersOnTheirWayCannotBeCancelled()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const PurchaseOrder order = approved(db, true);
    const auto message = leaseOne(outbox, QStringLiteral("relay"));
    VERIFY_OK(message);
    VERIFY_ERROR(store.cancel(order.poId, message->orders.front().version, QString(), db.user).result(),
                 ErrorKind::Conflict, "was taken for sending by system");
    VERIFY_ERROR(store.cancel(order.poId, order.version, QString(), db.user).result(), ErrorKind::Conflict,
                 "was taken for sending by system");
}

void OrderLifeTest::aShortDeliveryIsClosedWithAReason()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    const PurchaseOrder order = sent(db);
    const auto part = store.receive(order.poId, order.version, 40, db.user).result();
    VERIFY_OK(part);
    VERIFY_ERROR(store.closeShort(order.poId, part->version, QStringLiteral(" "), db.user).result(),
                 ErrorKind::Invalid, "Say why");
    VERIFY_ERROR(store.closeShort(order.poId, order.version, QStringLiteral("Lost"), db.user).result(),
                 ErrorKind::Conflict, "was partly received by");
    const auto closed =
        store.closeShort(order.poId, part->version, QStringLiteral("Lost at sea"), db.user).result();
    VERIFY_OK(closed);
    QCOMPARE(closed->state, OrderState::Received);
    QVERIFY(closed->closedShort);
    QCOMPARE(closed->receivedQty, std::int64_t{40});
    QCOMPARE(closed->onOrderQty(), std::int64_t{0});
    QCOMPARE(closed->decisionReason, QStringLiteral("Lost at sea"));
    QVERIFY(store.history(order.poId)
                .result()
                ->back()
                .text.contains(QStringLiteral("with 40 of 100 received: Lost at sea")));
    VERIFY_ERROR(store.closeShort(order.poId, closed->version, QStringLiteral("Lost"), db.user).result(),
                 ErrorKind::Conflict, "was closed short by");
    const PurchaseOrder fresh =
        store
            .create(requestFor(db, QStringLiteral("PROD-003"), QStringLiteral("SUP-003"), 10,
                               QStringLiteral("fresh")),
                    db.user)
            .result()
            .value();
    VERIFY_ERROR(store.closeShort(fresh.poId, fresh.version, QStringLiteral("Lost"), db.user).result(),
                 ErrorKind::Refused, "has not been sent");
    VERIFY_OK(db.audit().verify().result());
}

void OrderLifeTest::aboveTheCeilingNothingIsOrderedUnapproved()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    const auto ceiling = [&](const char* value) {
        return db.people()
            .setSetting(QStringLiteral("approval_ceiling"), QLatin1String(value), db.user)
            .result();
    };
    VERIFY_ERROR(ceiling("much"), ErrorKind::Invalid, "an amount such as");
    VERIFY_OK(ceiling("1598.99"));
    OrderRequest request =
        requestFor(db, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), 100, QStringLiteral("key"));
    VERIFY_ERROR(store.create(request, db.user).result(), ErrorKind::Stale,
                 "above the approval ceiling of 1598.99");
    VERIFY_OK(ceiling("1599.00"));
    VERIFY_OK(store.create(request, db.user).result());
    VERIFY_OK(ceiling("0"));
    OrderRequest waiting =
        requestFor(db, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), 100, QStringLiteral("other"));
    waiting.pendingApproval = true;
    VERIFY_OK(store.create(waiting, db.user).result());
    VERIFY_OK(ceiling(""));
    VERIFY_OK(store
                  .create(requestFor(db, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), 100,
                                     QStringLiteral("third")),
                          db.user)
                  .result());
}

void OrderLifeTest::oneLoginAsTwoPeopleIsMarkedOrRefused()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    Actor second = db.addPerson(QStringLiteral("Second"));
    second.login = db.user.login;
    const auto pending = [&](const char* key) {
        OrderRequest request =
            requestFor(db, QStringLiteral("PROD-104"), QStringLiteral("SUP-101"), 1, QLatin1String(key));
        request.pendingApproval = true;
        return store.create(request, db.user).result().value();
    };
    const auto setting = [&](const char* value) {
        return db.people()
            .setSetting(QLatin1String(kRefuseOneLoginAsTwo), QLatin1String(value), db.user)
            .result();
    };
    VERIFY_OK(setting("0"));
    const PurchaseOrder first = pending("one");
    VERIFY_OK(store.approve(first.poId, first.version, first.contentHash, second).result());
    QCOMPARE(store.history(first.poId).result()->back().text,
             QStringLiteral("%1 approved by Second (login %2, which also acted as %3).")
                 .arg(first.number, second.login, db.user.name));
    QCOMPARE(store.history(first.poId).result()->back().login, second.login);
    VERIFY_OK(setting("1"));
    const PurchaseOrder next = pending("two");
    VERIFY_ERROR(store.approve(next.poId, next.version, next.contentHash, second).result(),
                 ErrorKind::Refused, "needs somebody else's login");
}

void OrderLifeTest::receivingAddsToTheFirstWarehouse()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const PurchaseOrder order = sent(db);
    const auto part = store.receive(order.poId, order.version, 40, db.user).result();
    VERIFY_OK(part);
    QCOMPARE(part->state, OrderState::Sent);
    QCOMPARE(part->receivedQty, std::int64_t{40});
    QCOMPARE(part->onOrderQty(), std::int64_t{60});
    SqlInventorySource inventory(db.database);
    // Elsewhere the warehouse system books it, and the goods would count twice.
    QCOMPARE(inventory.levels(order.productId).result()->front().currentQty->units(),
             isOnMariaDb() ? 25 : 65);
    VERIFY_ERROR(store.receive(order.poId, part->version, 61, db.user).result(), ErrorKind::Invalid,
                 "between 1 and 60 can be received");
    VERIFY_ERROR(store.receive(order.poId, part->version, 0, db.user).result(), ErrorKind::Invalid,
                 "between 1 and 60 can be received");
    VERIFY_ERROR(store.receive(order.poId, order.version, 60, db.user).result(), ErrorKind::Conflict,
                 "was partly received by");
    const auto all = store.receive(order.poId, part->version, 60, db.user).result();
    VERIFY_OK(all);
    QCOMPARE(all->state, OrderState::Received);
    QVERIFY(all->receivedAt.isValid());
    QCOMPARE(inventory.levels(order.productId).result()->front().currentQty->units(),
             isOnMariaDb() ? 25 : 125);
    if (isOnMariaDb()) {
        // What came stays on order until the inventory is newer.
        const auto onOrder = [&] {
            const auto open = store.openOrders(order.productId).result();
            return open && !open->orders.empty() ? open->orders.front().onOrderQty() : 0;
        };
        QCOMPARE(onOrder(), std::int64_t{100});
        VERIFY_OK(db.execute(
            QStringLiteral("UPDATE {inventory}inventory_levels SET last_updated = '2030-01-01 00:00:00' "
                           "WHERE product_id = ?"),
            {order.productId}));
        QCOMPARE(onOrder(), std::int64_t{0});
        return;
    }

    // Several warehouses: the first. None: one is made. Unknown stock stays unknown.
    const auto receiveFor = [&](const char* product, const char* supplier, std::int64_t qty) {
        OrderRequest request =
            requestFor(db, QLatin1String(product), QLatin1String(supplier), qty, QLatin1String(product));
        request.sendIntended = true;
        VERIFY_OK(store.create(request, db.user).result());
        const auto message = leaseOne(outbox, QStringLiteral("relay"));
        const auto gone = outbox.messageDelivered(message->messageId, QStringLiteral("relay")).result();
        VERIFY_OK(store.receive(gone->front().poId, gone->front().version, qty, db.user).result());
    };
    receiveFor("PROD-128", "SUP-105", 40);
    QCOMPARE(inventory.levels(QStringLiteral("PROD-128")).result()->at(0).currentQty->units(), 52);
    QCOMPARE(inventory.levels(QStringLiteral("PROD-128")).result()->at(1).currentQty->units(), 30);
    receiveFor("PROD-116", "SUP-101", 20);
    QCOMPARE(inventory.levels(QStringLiteral("PROD-116")).result()->at(0).currentQty->units(), 20);
    VERIFY_OK(db.execute(QStringLiteral(
        "UPDATE {inventory}inventory_levels SET current_qty = NULL WHERE product_id = 'PROD-140'")));
    receiveFor("PROD-140", "SUP-105", 40);
    QVERIFY(!inventory.levels(QStringLiteral("PROD-140")).result()->at(0).currentQty);
}

void OrderLifeTest::receivingIsRefused()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const PurchaseOrder waiting = pending(db);
    VERIFY_ERROR(store.receive(waiting.poId, waiting.version, 1, db.user).result(), ErrorKind::Refused,
                 "has not been sent");
    const PurchaseOrder order = sent(db);
    for (const std::int64_t qty : {0, -1, 101}) {
        VERIFY_ERROR(store.receive(order.poId, order.version, qty, db.user).result(), ErrorKind::Invalid,
                     "between 1 and 100");
    }
    QCOMPARE(SqlInventorySource(db.database).levels(order.productId).result()->front().currentQty->units(),
             25);
}

void OrderLifeTest::everyChangeRaisesTheBasisAndWritesOneEvent()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    std::int64_t version = 0;
    const auto raisedOnce = [&](const QString& product) {
        const auto now = store.openOrders(product).result()->version;
        return now == ++version;
    };
    const auto events = [&] { return db.audit().verify().result()->events; };
    PurchaseOrder order = pending(db);
    std::int64_t count = events();
    QVERIFY(raisedOnce(order.productId));
    order = store.approve(order.poId, order.version, order.contentHash, db.user).result().value();
    QVERIFY(raisedOnce(order.productId));
    QCOMPARE(events(), ++count);
    order = store.requestSend(order.poId, db.user).result().value();
    QVERIFY(raisedOnce(order.productId));
    QCOMPARE(events(), ++count);
    const auto message = leaseOne(outbox, QStringLiteral("relay")).value();
    QVERIFY(raisedOnce(order.productId));
    QCOMPARE(events(), ++count);
    order = outbox.messageDelivered(message.messageId, QStringLiteral("relay")).result()->front();
    QVERIFY(raisedOnce(order.productId));
    QCOMPARE(events(), ++count);
    order = store.receive(order.poId, order.version, 1, db.user).result().value();
    QVERIFY(raisedOnce(order.productId));
    QCOMPARE(events(), ++count);
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::OrderLifeTest)
#include "order_life_test.moc"
