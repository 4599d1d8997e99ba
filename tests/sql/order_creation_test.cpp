#include <functional>

#include "tests/sql/temporary_database.h"

Q_DECLARE_METATYPE(purchasing::RequestKey)

namespace purchasing::sql {

/// Creation: what is stored, what is refused as stale and why, keys, numbers.
class OrderCreationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storesWhatWasDecided();
    void whatIsReturnedIsWhatIsStored();
    void pendingOrdersWaitWithoutAMessage();
    void intendedSendingPutsAMessageInTheSameTransaction();
    void sameKeyGivesTheSameOrder();
    void aKeyBelongsToOneRequest_data();
    void aKeyBelongsToOneRequest();
    void aRequestAsksForTheOrderItNames();
    void aBasisThatNoOrderRaisedIsSaid();
    void keysArePersonal();
    void anOrderWithoutAKeyNamesNone();
    void staleWhenAnotherOrderWasMade();
    void staleWhenAnOrderChanged();
    void staleWhenTheRulesChanged();
    void staleWhenTheSupplierChanged_data();
    void staleWhenTheSupplierChanged();
    void staleNamesEverythingThatChanged();
    void refusesInactiveSuppliersHoweverDecided();
    void theOrderIsTheOneThatWasDecided_data();
    void theOrderIsTheOneThatWasDecided();
    void whatTheRequestKnowsOfTheSupplierStays();
    void refusesTheImpossible_data();
    void refusesTheImpossible();
    void refusesUnknownAndDisabledPeople();
    void refusedOrdersLeaveNoTrace();
    void numbersStartAnewEachYear();

private:
    [[nodiscard]] static OrderRequest ordinary(const TemporaryDatabase& db, const char* key)
    {
        return requestFor(db, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), 100, QLatin1String(key));
    }
};

void OrderCreationTest::storesWhatWasDecided()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    OrderRequest request = ordinary(db, "key-1");
    request.order.batchId = QStringLiteral("batch");
    if (isOnMariaDb()) // The orders' database knows no names: they come with the request.
        request.order.productName = QStringLiteral("Ball bearing 6204-2RS");
    const auto made = store.create(request, db.user).result();
    VERIFY_OK(made);
    QCOMPARE(made->state, OrderState::Approved);
    QCOMPARE(made->total.toString(), QStringLiteral("1599.00"));
    QCOMPARE(made->toPay.toString(), QStringLiteral("1726.92"));
    QCOMPARE(made->productName, QStringLiteral("Ball bearing 6204-2RS"));
    QCOMPARE(made->supplierName, QStringLiteral("Northside Bearings Supply"));
    QCOMPARE(made->supplierEmail, QStringLiteral("orders@northside-bearings.example"));
    QCOMPARE(made->leadTimeDays, std::int64_t{7});
    QCOMPARE(made->ruleSetVersion, std::optional<std::int64_t>(1));
    QCOMPARE(made->factsJson, request.order.factsJson);
    QCOMPARE(made->batchId, QStringLiteral("batch"));
    QCOMPARE(made->contentHash.size(), 32);
    QCOMPARE(made->createdByName, db.user.name);
    QCOMPARE(made->createdAt, db.clock->now());
    QCOMPARE(made->number, QStringLiteral("PO-2026-000004")); // After the three of the demo catalogue.
    QVERIFY(!made->sentAt.isValid());
    const auto listed = store.list({}).result();
    VERIFY_OK(listed);
    QCOMPARE(listed->size(), 4U);
    QCOMPARE(listed->front().poId, made->poId);
    QCOMPARE(store.list({{OrderState::Approved}, QStringLiteral("PROD-001"), 10}).result()->size(), 1U);
    QCOMPARE(store.list({{OrderState::Sent}, QStringLiteral("PROD-001"), 10}).result()->size(), 0U);
    QCOMPARE(store.list({{}, {}, 2}).result()->size(), 2U);
    QCOMPARE(store.find(made->number).result()->poId, made->poId);
    QCOMPARE(store.find(made->poId).result()->number, made->number);
    VERIFY_ERROR(store.find(QStringLiteral("PO-2026-999999")).result(), ErrorKind::NotFound,
                 "PO-2026-999999");
    const auto history = store.history(made->poId).result();
    QCOMPARE(history->size(), 1U);
    QCOMPARE(history->front().action, QStringLiteral("order.created"));
    QVERIFY(history->front().text.contains(QStringLiteral("100 of PROD-001 from Northside Bearings Supply")));
    QCOMPARE(store.openOrders(QStringLiteral("PROD-001")).result()->version, std::int64_t{1});
    VERIFY_OK(db.audit().verify().result());
}

/// Creating, taking and sending do not read again what they have just written.
void OrderCreationTest::whatIsReturnedIsWhatIsStored()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    OrderRequest pending = ordinary(db, "key-p");
    pending.pendingApproval = true;
    const auto waiting = store.create(pending, db.user).result();
    VERIFY_OK(waiting);
    QVERIFY(*waiting == *store.find(waiting->poId).result());

    OrderRequest sending =
        requestFor(db, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), 60, QStringLiteral("key-s"));
    sending.sendIntended = true;
    const auto made = store.create(sending, db.user).result();
    VERIFY_OK(made);
    QVERIFY(*made == *store.find(made->poId).result());
    const auto leased = outbox.leaseMessages(QStringLiteral("relay"), 1).result();
    VERIFY_OK(leased);
    QCOMPARE(leased->size(), 1U);
    QVERIFY(leased->front().orders.front() == *store.find(made->poId).result());
    VERIFY_OK(outbox.messageFailed(leased->front().messageId, QStringLiteral("relay"), QStringLiteral("no"))
                  .result());
    QCOMPARE(store.find(made->poId).result()->state, OrderState::Approved);
    QCOMPARE(store.find(made->poId).result()->sendProblem, QStringLiteral("no"));
    db.clock->advance(std::chrono::minutes(1));
    const auto again = outbox.leaseMessages(QStringLiteral("relay"), 1).result();
    VERIFY_OK(again);
    QCOMPARE(again->size(), 1U);
    QVERIFY(again->front().orders.front() == *store.find(made->poId).result());
    const auto sent = outbox.messageDelivered(again->front().messageId, QStringLiteral("relay")).result();
    VERIFY_OK(sent);
    QCOMPARE(sent->front().state, OrderState::Sent);
    QVERIFY(sent->front() == *store.find(made->poId).result());
}

void OrderCreationTest::pendingOrdersWaitWithoutAMessage()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    OrderRequest request = ordinary(db, "key");
    request.pendingApproval = true;
    const auto made = store.create(request, db.user).result();
    VERIFY_OK(made);
    QCOMPARE(made->state, OrderState::PendingApproval);
    QCOMPARE(made->approvalsRequired, 1);
    QVERIFY(!made->sendIntended);
    VERIFY_ERROR(leaseOne(outbox, QStringLiteral("relay")), ErrorKind::NotFound, "No message waits");
    request.key.key = QStringLiteral("other");
    request.sendIntended = true;
    VERIFY_ERROR(store.create(request, db.user).result(), ErrorKind::Invalid, "not sent by itself");
}

void OrderCreationTest::intendedSendingPutsAMessageInTheSameTransaction()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    OrderRequest request = ordinary(db, "key");
    request.sendIntended = true;
    const auto made = store.create(request, db.user).result();
    VERIFY_OK(made);
    const auto messages = outbox.waitingMessages().result();
    QCOMPARE(messages->back().orders.front().poId, made->poId);
    QCOMPARE(messages->back().state, QStringLiteral("READY"));
    QCOMPARE(messages->back().channel, QStringLiteral("folder"));
}

void OrderCreationTest::sameKeyGivesTheSameOrder()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const OrderRequest request = ordinary(db, "key");
    const auto first = store.create(request, db.user).result();
    VERIFY_OK(first);
    db.clock->advance(std::chrono::hours(30));
    const auto second = store.create(request, db.user).result();
    VERIFY_OK(second);
    QCOMPARE(second->poId, first->poId);
    QCOMPARE(store.list({}).result()->size(), 4U);
    // Also after the order went on.
    VERIFY_OK(store.cancel(first->poId, first->version, QString(), db.user).result());
    QCOMPARE(store.create(request, db.user).result()->state, OrderState::Cancelled);
}

void OrderCreationTest::aKeyBelongsToOneRequest_data()
{
    QTest::addColumn<RequestKey>("other");
    const auto row = [](const char* name, const char* method, const char* product, const char* supplier,
                        std::int64_t qty) {
        QTest::newRow(name) << RequestKey{QStringLiteral("key"), QLatin1String(method),
                                          QLatin1String(product), QLatin1String(supplier), qty};
    };
    row("another product", kCreateAndSend, "PROD-002", "", 0);
    row("another supplier", kCreateAndSend, "PROD-001", "SUP-001", 0);
    row("another quantity", kCreateAndSend, "PROD-001", "", 100);
    row("another method", kCreate, "PROD-001", "", 0);
}

void OrderCreationTest::aKeyBelongsToOneRequest()
{
    QFETCH(RequestKey, other);
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    OrderRequest request = ordinary(db, "key");
    const auto made = store.create(request, db.user).result();
    VERIFY_OK(made);
    VERIFY_ERROR(store.orderOfKey(other, db.user).result(), ErrorKind::Invalid,
                 "already used for another order");
    OrderRequest wanted = requestFor(db, other.productId,
                                     other.productId == QLatin1String("PROD-001") ? QStringLiteral("SUP-001")
                                                                                  : QStringLiteral("SUP-002"),
                                     100, QStringLiteral("key"));
    wanted.key = other;
    VERIFY_ERROR(store.create(wanted, db.user).result(), ErrorKind::Invalid,
                 "already used for another order");
    // The same again is the same order, whatever was decided anew meanwhile.
    request.order.decisionJson = QStringLiteral("{\"x\":1}");
    request.basis.ordersVersion = 77;
    QCOMPARE(store.create(request, db.user).result()->poId, made->poId);
    QCOMPARE(store.orderOfKey(request.key, db.user).result()->poId, made->poId);
    // Who does not say how the order was asked for, asks about it however that was.
    RequestKey any = request.key;
    any.method.clear();
    QCOMPARE(store.orderOfKey(any, db.user).result()->poId, made->poId);
    QCOMPARE(store.list({}).result()->size(), 4U);
}

void OrderCreationTest::aBasisThatNoOrderRaisedIsSaid()
{
    const TemporaryDatabase db;
    const OrderRequest request = requestFor(db, QStringLiteral("PROD-003"), QStringLiteral("SUP-003"), 5, {});
    QCOMPARE(request.basis.ordersVersion, 0);
    VERIFY_OK(db.execute(
        QStringLiteral("INSERT INTO {po}product_basis(product_id, version) VALUES ('PROD-003', 0)")));
    VERIFY_OK(
        db.execute(QStringLiteral("UPDATE {po}product_basis SET version = 1 WHERE product_id = 'PROD-003'")));
    VERIFY_ERROR(db.orders().create(request, db.user).result(), ErrorKind::Stale,
                 "the orders of PROD-003 changed");
}

void OrderCreationTest::aRequestAsksForTheOrderItNames()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    OrderRequest request = ordinary(db, "key");
    request.key.productId = QStringLiteral("PROD-002");
    VERIFY_ERROR(store.create(request, db.user).result(), ErrorKind::Invalid,
                 "not the one that was asked for");
    request = ordinary(db, "key");
    request.key.supplierId = QStringLiteral("SUP-002");
    VERIFY_ERROR(store.create(request, db.user).result(), ErrorKind::Invalid,
                 "not the one that was asked for");
    request = ordinary(db, "key");
    request.key.qty = 99;
    VERIFY_ERROR(store.create(request, db.user).result(), ErrorKind::Invalid,
                 "not the one that was asked for");
    VERIFY_ERROR(store.orderOfKey(ordinary(db, "key").key, db.user).result(), ErrorKind::NotFound,
                 "No order");
}

void OrderCreationTest::keysArePersonal()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const Actor second = db.addPerson(QStringLiteral("Second"));
    VERIFY_OK(store.create(ordinary(db, "key"), db.user).result());
    const auto theirs = store.create(ordinary(db, "key"), second).result();
    VERIFY_OK(theirs);
    QCOMPARE(theirs->createdByName, QStringLiteral("Second"));
}

void OrderCreationTest::anOrderWithoutAKeyNamesNone()
{
    for (const char* key : {"", "mine"}) {
        const TemporaryDatabase db;
        const auto order = db.orders().create(ordinary(db, key), db.user).result();
        VERIFY_OK(order);
        const QString payload =
            db.scalar(QStringLiteral("SELECT payload FROM {po}audit_event WHERE object_id = ?"),
                      {order->poId})
                .toString();
        const QString named = QStringLiteral("\"key\":\"%1\"").arg(QLatin1String(key));
        QVERIFY2(payload.contains(named) == (*key != 0), qPrintable(payload));
    }
}

void OrderCreationTest::staleWhenAnotherOrderWasMade()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const OrderRequest first = ordinary(db, "one");
    const OrderRequest second = ordinary(db, "two");
    const auto made = store.create(first, db.user).result();
    VERIFY_OK(made);
    db.clock->advance(std::chrono::seconds(10));
    const auto late = store.create(second, db.user).result();
    QVERIFY(!late);
    QCOMPARE(late.error().kind, ErrorKind::Stale);
    QVERIFY2(late.error().message.contains(
                 QStringLiteral("%1 was created by %2 10 seconds ago").arg(made->number, db.user.name)),
             qPrintable(late.error().message));
}

void OrderCreationTest::staleWhenAnOrderChanged()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const auto made = store.create(ordinary(db, "one"), db.user).result();
    const OrderRequest next = ordinary(db, "two");
    VERIFY_OK(store.cancel(made->poId, made->version, QStringLiteral("Not needed"), db.user).result());
    VERIFY_ERROR(store.create(next, db.user).result(), ErrorKind::Stale, "was cancelled by");
    VERIFY_OK(store.create(ordinary(db, "two"), db.user).result());
}

void OrderCreationTest::staleWhenTheRulesChanged()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const OrderRequest request = ordinary(db, "one");
    VERIFY_OK(db.rules().publish(changedPacks(), 1, QStringLiteral("Stricter"), db.user).result());
    VERIFY_ERROR(store.create(request, db.user).result(), ErrorKind::Stale,
                 "rules version 2 was published by");
}

void OrderCreationTest::staleWhenTheSupplierChanged_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("words");
    QTest::newRow("price") << QStringLiteral("unit_price = 16.49")
                           << QStringLiteral("the unit price of SUP-001 is now 16.49, it was 15.99");
    QTest::newRow("price unknown") << QStringLiteral("unit_price = NULL")
                                   << QStringLiteral("the unit price of SUP-001 is no longer known");
    QTest::newRow("inactive") << QStringLiteral("is_active = 0")
                              << QStringLiteral("SUP-001 is no longer active");
    QTest::newRow("activity unknown") << QStringLiteral("is_active = NULL")
                                      << QStringLiteral("whether SUP-001 is active is no longer known");
    QTest::newRow("gone") << QStringLiteral("supplier_id = 'SUP-999'")
                          << QStringLiteral("SUP-001 no longer offers PROD-001");
}

void OrderCreationTest::staleWhenTheSupplierChanged()
{
    QFETCH(QString, change);
    QFETCH(QString, words);
    const TemporaryDatabase db;
    const OrderRequest request = ordinary(db, "one");
    VERIFY_OK(db.execute(
        QStringLiteral("UPDATE {supplier}supplier_info SET %1 WHERE product_id = 'PROD-001'").arg(change)));
    const auto made = db.orders().create(request, db.user).result();
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Stale);
    QVERIFY2(made.error().message.contains(words), qPrintable(made.error().message));
    QCOMPARE(db.orders().openOrders(QStringLiteral("PROD-001")).result()->version, std::int64_t{0});
}

void OrderCreationTest::staleNamesEverythingThatChanged()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const OrderRequest request = ordinary(db, "one");
    VERIFY_OK(store.create(ordinary(db, "two"), db.user).result());
    VERIFY_OK(db.rules().publish(changedPacks(), 1, QStringLiteral("Stricter"), db.user).result());
    VERIFY_OK(db.execute(QStringLiteral("UPDATE {supplier}supplier_info SET is_active = 0, unit_price = 1 "
                                        "WHERE product_id = 'PROD-001'")));
    const auto made = store.create(request, db.user).result();
    QVERIFY(!made);
    QCOMPARE(made.error().message.count(QLatin1Char(';')), 3);
}

void OrderCreationTest::refusesInactiveSuppliersHoweverDecided()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const OrderRequest inactive =
        requestFor(db, QStringLiteral("PROD-111"), QStringLiteral("SUP-108"), 80, QStringLiteral("one"));
    VERIFY_ERROR(store.create(inactive, db.user).result(), ErrorKind::Refused, "is not active");
    const OrderRequest unknown =
        requestFor(db, QStringLiteral("PROD-112"), QStringLiteral("SUP-103"), 80, QStringLiteral("two"));
    VERIFY_ERROR(store.create(unknown, db.user).result(), ErrorKind::Refused, "not known whether");
}

void OrderCreationTest::theOrderIsTheOneThatWasDecided_data()
{
    QTest::addColumn<std::function<void(OrderRequest&)>>("change");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* tag, const std::function<void(OrderRequest&)>& change,
                        const char* words) { QTest::newRow(tag) << change << QString::fromLatin1(words); };
    const char* decided = "not the one that was decided";
    const char* asked = "not the one that was asked for";
    row(
        "all the same", [](OrderRequest&) {}, "");
    row(
        "another supplier", [](OrderRequest& r) { r.basis.supplierId = QStringLiteral("SUP-002"); }, decided);
    row(
        "another price", [](OrderRequest& r) { ++r.basis.unitPrice.tenThousandths; }, decided);
    row(
        "other rules", [](OrderRequest& r) { r.order.ruleSetVersion = r.basis.ruleSetVersion + 1; }, decided);
    row(
        "these rules", [](OrderRequest& r) { r.order.ruleSetVersion = r.basis.ruleSetVersion; }, "");
    row(
        "another product", [](OrderRequest& r) { r.key.productId = QStringLiteral("PROD-002"); }, asked);
    row(
        "another named supplier", [](OrderRequest& r) { r.key.supplierId = QStringLiteral("SUP-002"); },
        asked);
    row(
        "this supplier", [](OrderRequest& r) { r.key.supplierId = QStringLiteral("SUP-001"); }, "");
    row(
        "another quantity", [](OrderRequest& r) { r.key.qty = 101; }, asked);
    row(
        "this quantity", [](OrderRequest& r) { r.key.qty = 100; }, "");
    row(
        "the longest key", [](OrderRequest& r) { r.key.key = QString(255, QLatin1Char('k')); }, "");
    row(
        "a longer key", [](OrderRequest& r) { r.key.key = QString(256, QLatin1Char('k')); }, "is too long");
}

void OrderCreationTest::theOrderIsTheOneThatWasDecided()
{
    QFETCH(const std::function<void(OrderRequest&)>, change);
    QFETCH(const QString, words);
    const TemporaryDatabase db;
    OrderRequest request = ordinary(db, "one");
    change(request);
    const auto made = db.orders().create(request, db.user).result();
    QCOMPARE(made.isOk(), words.isEmpty());
    if (made)
        return;
    QCOMPARE(made.error().kind, ErrorKind::Invalid);
    QVERIFY2(made.error().message.contains(words), qPrintable(made.error().message));
}

void OrderCreationTest::whatTheRequestKnowsOfTheSupplierStays()
{
    const TemporaryDatabase db;
    OrderRequest request = ordinary(db, "one");
    request.order.supplierName = QStringLiteral("Known");
    request.order.supplierEmail = QStringLiteral("known@supplier.example");
    request.order.currency = QStringLiteral("CHF");
    const auto made = db.orders().create(request, db.user).result();
    VERIFY_OK(made);
    QCOMPARE(made->supplierName, QStringLiteral("Known"));
    QCOMPARE(made->supplierEmail, QStringLiteral("known@supplier.example"));
    QCOMPARE(made->currency, QStringLiteral("CHF"));
}

void OrderCreationTest::refusesTheImpossible_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("words");
    QTest::newRow("no quantity") << 0 << QStringLiteral("A quantity of 0 cannot be ordered");
    QTest::newRow("negative quantity") << 1 << QStringLiteral("A quantity of -5 cannot be ordered");
    QTest::newRow("wrong total") << 2 << QStringLiteral("is not 100 times 15.99");
    QTest::newRow("wrong amount to pay") << 3 << QStringLiteral("does not follow from total");
    QTest::newRow("discount above total") << 4 << QStringLiteral("A discount of");
    QTest::newRow("huge quantity") << 5 << QStringLiteral("cannot be ordered");
    QTest::newRow("negative lead time") << 6 << QStringLiteral("A lead time of -1 days");
}

void OrderCreationTest::refusesTheImpossible()
{
    QFETCH(int, what);
    QFETCH(QString, words);
    const TemporaryDatabase db;
    OrderRequest request = ordinary(db, "one");
    PurchaseOrder& order = request.order;
    switch (what) {
    case 0: order.qty = 0; break;
    case 1: order.qty = -5; break;
    case 2: order.total.minor += 1; break;
    case 3: order.toPay.minor += 1; break;
    case 4: order.discount.minor = order.total.minor + 1; break;
    case 5: order.qty = 1000000001; break;
    default: order.leadTimeDays = -1; break;
    }
    const auto made = db.orders().create(request, db.user).result();
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Refused);
    QVERIFY2(made.error().message.contains(words), qPrintable(made.error().message));
}

void OrderCreationTest::refusesUnknownAndDisabledPeople()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const Actor ghost{QStringLiteral("ghost"), QStringLiteral("Ghost"), true};
    VERIFY_ERROR(store.create(ordinary(db, "one"), ghost).result(), ErrorKind::Refused,
                 "Ghost is not known here");
    const Actor program{QStringLiteral("system"), QStringLiteral("system"), true};
    VERIFY_ERROR(store.create(ordinary(db, "one"), program).result(), ErrorKind::Refused,
                 "is not known here");
    const Actor second = db.addPerson(QStringLiteral("Second"));
    VERIFY_OK(db.people().setPersonEnabled(second.personId, false, db.user).result());
    VERIFY_ERROR(store.create(ordinary(db, "one"), second).result(), ErrorKind::Refused, "no longer works");
}

void OrderCreationTest::refusedOrdersLeaveNoTrace()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const auto before = db.audit().verify().result()->events;
    OrderRequest request = ordinary(db, "one");
    request.order.tax.minor = -1;
    QVERIFY(!store.create(request, db.user).result());
    QCOMPARE(db.audit().verify().result()->events, before);
    QCOMPARE(db.scalar(QStringLiteral("SELECT count(*) FROM idempotency")).toInt(), 0);
    QCOMPARE(store.openOrders(QStringLiteral("PROD-001")).result()->version, std::int64_t{0});
    // The key is free again, and so is the number.
    QCOMPARE(store.create(ordinary(db, "one"), db.user).result()->number, QStringLiteral("PO-2026-000004"));
}

void OrderCreationTest::numbersStartAnewEachYear()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    QCOMPARE(store.create(ordinary(db, "one"), db.user).result()->number, QStringLiteral("PO-2026-000004"));
    db.clock->advance(std::chrono::hours(24 * 366));
    QCOMPARE(store.create(ordinary(db, "two"), db.user).result()->number, QStringLiteral("PO-2027-000001"));
    QCOMPARE(store.create(ordinary(db, "three"), db.user).result()->number, QStringLiteral("PO-2027-000002"));
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::OrderCreationTest)
#include "order_creation_test.moc"
