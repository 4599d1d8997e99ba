#include "core/flow/decision_words.h"
#include "core/flow/delivered_rules.h"
#include "core/flow/order_batch.h"
#include "core/flow/outbox_relay.h"
#include "core/mail/folder_channel.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <thread>

#include "tests/sql/flow_ports.h"
#include "tests/sql/temporary_database.h"

namespace purchasing::sql {
namespace {

const QString kBatch = QStringLiteral("123456789012345678901234567890123456");
const QString kRelay = QStringLiteral("relay");
/// Of four suppliers; ten can be ordered and one of those needs approval.
const QStringList kProducts{
    QStringLiteral("PROD-101"), QStringLiteral("PROD-127"), QStringLiteral("PROD-104"),
    QStringLiteral("PROD-003"), QStringLiteral("PROD-131"), QStringLiteral("PROD-132"),
    QStringLiteral("PROD-122"), QStringLiteral("PROD-161"), QStringLiteral("PROD-163"),
    QStringLiteral("PROD-160"), QStringLiteral("PROD-112"), QStringLiteral("PROD-124")};
constexpr int kOrders = 10;

/// An approved order that sends itself; of a batch unless `batchId` is empty.
PurchaseOrder make(const TemporaryDatabase& db, const char* product, const char* supplier,
                   const QString& batchId = kBatch)
{
    static int keys = 0;
    OrderRequest request = requestFor(db.database, QLatin1String(product), QLatin1String(supplier), 5,
                                      QStringLiteral("key-%1").arg(++keys));
    request.sendIntended = true;
    request.order.batchId = batchId;
    const auto made = db.orders().create(request, db.user).result();
    if (!made)
        qFatal("%s", qPrintable(made.error().message));
    return *made;
}

QStringList numbersIn(const OutboxMessage& message)
{
    QStringList numbers;
    for (const PurchaseOrder& order : message.orders)
        numbers << order.number;
    numbers.sort();
    return numbers;
}

/// The order numbers in each message of the folder, by the message's file.
QMap<QString, QStringList> lettersIn(const QString& folder)
{
    QMap<QString, QStringList> letters;
    static const QRegularExpression header(QStringLiteral("X-Purchase-Order: (\\S+)"));
    for (const QString& name : QDir(folder).entryList({QStringLiteral("*.eml")}, QDir::Files)) {
        QFile file(folder + QLatin1Char('/') + name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read", qPrintable(name));
        auto found = header.globalMatch(QString::fromUtf8(file.readAll()));
        while (found.hasNext())
            letters[name] << found.next().captured(1);
    }
    return letters;
}

} // namespace

/// One message for each supplier of a batch, whatever is interrupted: each order in exactly one message, and
/// a repeated message the same message.
class BatchMessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersOfABatchWaitForEachOther();
    void aBatchThatWasCutOffIsSentAfterAWhile();
    void onlyItsOwnBatchAndSupplierGoTogether();
    void otherPeopleOfASupplierGetTheirOwnMessage();
    void whatWaitsIsListedAsItWillGo();
    void aRepeatedMessageHasTheSameOrders();
    void aMessageThatFailedIsTriedAsAWhole();
    void whatWasPutAsideComesInAMessageOfItsOwn();
    void aMessageHasALimit();
    void severalAreTakenThoughOneMessageHasTheFirstOrders_data();
    void severalAreTakenThoughOneMessageHasTheFirstOrders();
    void aBatchAboveTheLimitIsTakenAtOnce();
    void theDatabaseKeepsAMessageTogether();
    void twoRelaysSendEachOrderOnce();
    void theFlowSendsOneMessageForEachSupplier();
    void nothingIsSentTwiceAfterAKill();
};

void BatchMessageTest::ordersOfABatchWaitForEachOther()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const PurchaseOrder first = make(db, "PROD-001", "SUP-001");
    VERIFY_ERROR(leaseOne(outbox, kRelay), ErrorKind::NotFound, "No message waits");
    const PurchaseOrder second = make(db, "PROD-001", "SUP-001");
    const PurchaseOrder alone = make(db, "PROD-001", "SUP-001", {});
    QCOMPARE(numbersIn(*leaseOne(outbox, kRelay)), QStringList{alone.number});
    VERIFY_OK(outbox.releaseBatch(kBatch).result());
    VERIFY_OK(outbox.releaseBatch(kBatch).result());
    const auto letter = leaseOne(outbox, kRelay);
    VERIFY_OK(letter);
    QCOMPARE(numbersIn(*letter), (QStringList{first.number, second.number}));
    const auto sent = outbox.messageDelivered(letter->messageId, kRelay).result();
    VERIFY_OK(sent);
    QCOMPARE(sent->size(), 2U);
    for (const PurchaseOrder& order : *sent)
        QCOMPARE(order.state, OrderState::Sent);
    const auto history = store.history(first.poId).result();
    QVERIFY2(history->back().text.contains(QStringLiteral("in one message with ") + second.number),
             qPrintable(history->back().text));
    VERIFY_OK(db.audit().verify().result());
}

void BatchMessageTest::aBatchThatWasCutOffIsSentAfterAWhile()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const RelaySettings relay;
    const PurchaseOrder first = make(db, "PROD-001", "SUP-001");
    const PurchaseOrder second = make(db, "PROD-001", "SUP-001");
    db.clock->advance(relay.batchHold - std::chrono::seconds(1));
    VERIFY_ERROR(leaseOne(outbox, kRelay), ErrorKind::NotFound, "No message waits");
    db.clock->advance(std::chrono::seconds(1));
    QCOMPARE(numbersIn(*leaseOne(outbox, kRelay)), (QStringList{first.number, second.number}));
}

void BatchMessageTest::onlyItsOwnBatchAndSupplierGoTogether()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const QString other = QString(kBatch).replace(0, 1, QLatin1Char('9'));
    const PurchaseOrder one = make(db, "PROD-001", "SUP-001");
    const PurchaseOrder elsewhere = make(db, "PROD-104", "SUP-101");
    const PurchaseOrder again = make(db, "PROD-001", "SUP-001");
    const PurchaseOrder later = make(db, "PROD-001", "SUP-001", other);
    VERIFY_OK(outbox.releaseBatch(kBatch).result());
    QSet<QStringList> letters;
    while (const auto letter = leaseOne(outbox, kRelay))
        letters.insert(numbersIn(*letter));
    QCOMPARE(letters,
             (QSet<QStringList>{{one.number, again.number}, {elsewhere.number}})); // And not the other's.
    VERIFY_OK(outbox.releaseBatch(other).result());
    QCOMPARE(numbersIn(*leaseOne(outbox, kRelay)), QStringList{later.number});
}

void BatchMessageTest::otherPeopleOfASupplierGetTheirOwnMessage()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const auto address = [&db](const QString& email) {
        return db.execute(QStringLiteral("UPDATE {supplier}supplier_info SET email = ? "
                                         "WHERE product_id = 'PROD-101' AND supplier_id = 'SUP-101'"),
                          {email});
    };
    const PurchaseOrder usual = make(db, "PROD-104", "SUP-101");
    VERIFY_OK(address(QStringLiteral("elsewhere@example.org")));
    const PurchaseOrder elsewhere = make(db, "PROD-101", "SUP-101");
    VERIFY_OK(address(QString()));
    const PurchaseOrder nowhere = make(db, "PROD-101", "SUP-101");
    QVERIFY(usual.supplierEmail != elsewhere.supplierEmail && nowhere.supplierEmail.isEmpty());
    VERIFY_OK(outbox.releaseBatch(kBatch).result());
    QSet<QStringList> letters;
    while (const auto letter = leaseOne(outbox, kRelay))
        letters.insert(numbersIn(*letter));
    // To nobody nothing is sent by itself; a person may, and it goes alone.
    QCOMPARE(letters, (QSet<QStringList>{{usual.number}, {elsewhere.number}}));
    VERIFY_OK(store.requestSend(nowhere.poId, db.user, {true, 0}).result());
    QCOMPARE(numbersIn(*leaseOne(outbox, kRelay)), QStringList{nowhere.number});
}

void BatchMessageTest::whatWaitsIsListedAsItWillGo()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const PurchaseOrder one = make(db, "PROD-001", "SUP-001");
    const PurchaseOrder elsewhere = make(db, "PROD-104", "SUP-101");
    const PurchaseOrder two = make(db, "PROD-001", "SUP-001");
    const PurchaseOrder alone = make(db, "PROD-001", "SUP-001", {});
    const auto listed = [&outbox] {
        QSet<QStringList> messages;
        const auto waiting = outbox.waitingMessages().result();
        for (const OutboxMessage& message : *waiting)
            messages.insert(numbersIn(message));
        return messages;
    };
    const QSet<QStringList> whole{{one.number, two.number}, {elsewhere.number}, {alone.number}};
    QCOMPARE(listed(), whole);
    VERIFY_OK(outbox.releaseBatch(kBatch).result());
    const auto letter = leaseOne(outbox, kRelay);
    QCOMPARE(listed(), whole);
    VERIFY_OK(outbox.messageDelivered(letter->messageId, kRelay).result());
    QCOMPARE(listed().size(), 2);
}

void BatchMessageTest::aRepeatedMessageHasTheSameOrders()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    make(db, "PROD-001", "SUP-001");
    make(db, "PROD-001", "SUP-001");
    VERIFY_OK(outbox.releaseBatch(kBatch).result());
    const auto first = leaseOne(outbox, QStringLiteral("one"));
    VERIFY_OK(first);
    // It dies; meanwhile the batch goes on and another order of it is due.
    const PurchaseOrder late = make(db, "PROD-001", "SUP-001");
    VERIFY_OK(outbox.releaseBatch(kBatch).result());
    QCOMPARE(numbersIn(*leaseOne(outbox, QStringLiteral("two"))), QStringList{late.number});
    const RelaySettings relay;
    db.clock->advance(relay.lease);
    // Two orders have a longer lease than one.
    QCOMPARE(numbersIn(*leaseOne(outbox, QStringLiteral("three"))), QStringList{late.number});
    VERIFY_ERROR(leaseOne(outbox, QStringLiteral("two")), ErrorKind::NotFound, "No message waits");
    db.clock->advance(relay.leasePerOrder);
    const auto second = leaseOne(outbox, QStringLiteral("two"));
    VERIFY_OK(second);
    QCOMPARE(second->messageId, first->messageId);
    QCOMPARE(numbersIn(*second), numbersIn(*first));
    QCOMPARE(second->attempts, 2);
    // Both say that it is there.
    VERIFY_OK(outbox.messageDelivered(first->messageId, QStringLiteral("one")).result());
    VERIFY_OK(outbox.messageDelivered(second->messageId, QStringLiteral("two")).result());
}

void BatchMessageTest::aMessageThatFailedIsTriedAsAWhole()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const PurchaseOrder first = make(db, "PROD-001", "SUP-001");
    const PurchaseOrder second = make(db, "PROD-001", "SUP-001");
    const PurchaseOrder third = make(db, "PROD-001", "SUP-001");
    VERIFY_OK(outbox.releaseBatch(kBatch).result());
    const auto letter = leaseOne(outbox, kRelay);
    VERIFY_OK(outbox.messageFailed(letter->messageId, kRelay, QStringLiteral("no space")).result());
    for (const PurchaseOrder& order : {first, second, third}) {
        const auto now = store.find(order.poId).result();
        QCOMPARE(now->state, OrderState::Approved);
        QCOMPARE(now->sendProblem, QStringLiteral("no space"));
    }
    VERIFY_ERROR(leaseOne(outbox, kRelay), ErrorKind::NotFound, "No message waits");
    // One is cancelled meanwhile, and somebody asks for another at once: what is left goes, as one message.
    VERIFY_OK(
        store.cancel(second.poId, store.find(second.poId).result()->version, QString(), db.user).result());
    VERIFY_OK(store.requestSend(third.poId, db.user).result());
    const auto again = leaseOne(outbox, kRelay);
    VERIFY_OK(again);
    QCOMPARE(again->messageId, letter->messageId);
    QCOMPARE(numbersIn(*again), (QStringList{first.number, third.number}));
    VERIFY_OK(outbox.messageDelivered(again->messageId, kRelay).result());
    QCOMPARE(store.find(second.poId).result()->state, OrderState::Cancelled);
    QCOMPARE(store.find(third.poId).result()->state, OrderState::Sent);
}

void BatchMessageTest::whatWasPutAsideComesInAMessageOfItsOwn()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const PurchaseOrder first = make(db, "PROD-104", "SUP-101");
    const PurchaseOrder second = make(db, "PROD-101", "SUP-101");
    VERIFY_OK(outbox.releaseBatch(kBatch).result());
    const auto setActive = [&db](int active) {
        return db.execute(QStringLiteral("UPDATE {supplier}supplier_info SET is_active = ? "
                                         "WHERE product_id = 'PROD-101' AND supplier_id = 'SUP-101'"),
                          {active});
    };
    const auto letter = leaseOne(outbox, kRelay);
    QCOMPARE(letter->orders.size(), 2U);
    VERIFY_OK(outbox.messageFailed(letter->messageId, kRelay, QStringLiteral("no space")).result());
    VERIFY_OK(setActive(0));
    db.clock->advance(std::chrono::seconds(1));
    const auto rest = leaseOne(outbox, kRelay);
    QCOMPARE(numbersIn(*rest), QStringList{first.number});
    VERIFY_OK(outbox.messageDelivered(rest->messageId, kRelay).result());
    QCOMPARE(store.find(second.poId).result()->state, OrderState::Approved);
    // Under the old name it would take the place of the message that is there.
    VERIFY_OK(setActive(1));
    VERIFY_OK(store.requestSend(second.poId, db.user).result());
    const auto own = leaseOne(outbox, kRelay);
    QCOMPARE(numbersIn(*own), QStringList{second.number});
    QVERIFY(own->messageId != rest->messageId);
}

void BatchMessageTest::aMessageHasALimit()
{
    const TemporaryDatabase db;
    RelaySettings relay;
    relay.ordersPerMessage = 2;
    auto store = db.orders(relay);
    auto outbox = db.outbox(relay);
    for (int i = 0; i < 5; ++i)
        make(db, "PROD-001", "SUP-001");
    VERIFY_OK(outbox.releaseBatch(kBatch).result());
    std::vector<std::size_t> sizes;
    QSet<QString> numbers;
    while (const auto letter = leaseOne(outbox, kRelay)) {
        sizes.push_back(letter->orders.size());
        for (const QString& number : numbersIn(*letter))
            numbers.insert(number);
    }
    QCOMPARE(sizes, (std::vector<std::size_t>{2, 2, 1}));
    QCOMPARE(numbers.size(), 5);
}

void BatchMessageTest::severalAreTakenThoughOneMessageHasTheFirstOrders_data()
{
    QTest::addColumn<bool>("isBeside");
    QTest::newRow("offers in the database of the orders") << false;
    QTest::newRow("offers asked beforehand") << true;
}

void BatchMessageTest::severalAreTakenThoughOneMessageHasTheFirstOrders()
{
    QFETCH(const bool, isBeside);
    const TemporaryDatabase db;
    SqlOutboxStore outbox(db.database, {},
                          isBeside ? std::make_shared<SqlSupplierSource>(db.database) : db.suppliersBeside());
    for (const auto& [product, supplier] : {std::pair{"PROD-001", "SUP-001"},
                                            {"PROD-001", "SUP-001"},
                                            {"PROD-001", "SUP-001"},
                                            {"PROD-104", "SUP-101"},
                                            {"PROD-003", "SUP-003"}}) {
        make(db, product, supplier);
        db.clock->advance(std::chrono::milliseconds(1)); // In this order they become due.
    }
    VERIFY_OK(outbox.releaseBatch(kBatch).result());
    const auto taken = outbox.leaseMessages(kRelay, 2).result();
    VERIFY_OK(taken);
    QCOMPARE(taken->size(), 2U);
    QCOMPARE(numbersIn(taken->front()).size(), 3);
    QCOMPARE(outbox.leaseMessages(kRelay, 2).result()->size(), 1U);
    QVERIFY(outbox.leaseMessages(kRelay, 2).result()->empty());
}

void BatchMessageTest::aBatchAboveTheLimitIsTakenAtOnce()
{
    const TemporaryDatabase db;
    RelaySettings relay;
    relay.ordersPerMessage = 3;
    auto outbox = db.outbox(relay);
    QStringList made;
    for (int i = 0; i < 7; ++i)
        made << make(db, "PROD-001", "SUP-001").number;
    VERIFY_OK(outbox.releaseBatch(kBatch).result());
    const auto taken = outbox.leaseMessages(kRelay, 5).result();
    VERIFY_OK(taken);
    QCOMPARE(taken->size(), 3U);
    QStringList inMessages;
    for (const OutboxMessage& message : *taken) {
        QVERIFY(message.orders.size() <= 3);
        inMessages << numbersIn(message);
    }
    inMessages.sort();
    QCOMPARE(inMessages, made); // Each in one message.
    VERIFY_OK(db.audit().verify().result());
}

void BatchMessageTest::theDatabaseKeepsAMessageTogether()
{
    const TemporaryDatabase db;
    auto store = db.orders();
    auto outbox = db.outbox();
    const PurchaseOrder order = make(db, "PROD-001", "SUP-001");
    make(db, "PROD-001", "SUP-001");
    const auto put = [&](const QString& set) {
        return db.execute(QStringLiteral("UPDATE {po}outbox SET %1 WHERE po_id = ?").arg(set), {order.poId});
    };
    // Nobody takes an order without saying in which message.
    QVERIFY(!put(QStringLiteral("state = 'LEASED', lease_owner = 'x', lease_until_us = 1")));
    VERIFY_OK(outbox.releaseBatch(kBatch).result());
    VERIFY_OK(leaseOne(outbox, kRelay));
    QVERIFY(!put(QStringLiteral("letter_id = NULL")));
    QVERIFY(!put(QStringLiteral("letter_id = msg_id")));
}

void BatchMessageTest::twoRelaysSendEachOrderOnce()
{
    const TemporaryDatabase db;
    constexpr int kCount = 60;
    for (int i = 0; i < kCount; ++i)
        i % 2 == 0 ? make(db, "PROD-001", "SUP-001") : make(db, "PROD-104", "SUP-101");
    RelaySettings relay;
    relay.ordersPerMessage = 7;
    VERIFY_OK(db.outbox().releaseBatch(kBatch).result());
    std::mutex mutex;
    QHash<QString, int> taken;
    const auto work = [&](const QString& owner) {
        const auto own = openPlace(db.file, {}); // As another program has it.
        if (!own)
            qFatal("%s", qPrintable(own.error().message));
        SqlOrderStore store(*own, relay);
        SqlOutboxStore outbox(*own, relay);
        for (;;) {
            const auto letter = leaseOne(outbox, owner);
            if (!letter && letter.error().kind == ErrorKind::NotFound)
                return;
            if (!letter)
                continue; // Somebody else writes; asked again.
            if (!outbox.messageDelivered(letter->messageId, owner).result())
                qFatal("not delivered");
            const std::scoped_lock lock(mutex);
            for (const QString& number : numbersIn(*letter))
                ++taken[number];
        }
    };
    std::vector<std::thread> relays;
    for (int i = 0; i < 4; ++i)
        relays.emplace_back(work, QStringLiteral("relay-%1").arg(i));
    for (std::thread& thread : relays)
        thread.join();
    QCOMPARE(taken.size(), kCount);
    for (const int times : std::as_const(taken))
        QCOMPARE(times, 1);
    for (const PurchaseOrder& order : db.orders().list({}).result().value()) {
        if (order.batchId == kBatch)
            QCOMPARE(order.state, OrderState::Sent);
    }
    VERIFY_OK(db.audit().verify().result());
}

void BatchMessageTest::theFlowSendsOneMessageForEachSupplier()
{
    const TemporaryDatabase db;
    VERIFY_OK(db.rules().publish(deliveredRules(), 1, QStringLiteral("As delivered"), db.user).result());
    FlowPorts ports = portsOn(db.database);
    ports.clock = db.clock;
    const QTemporaryDir folder;
    const auto relay = std::make_shared<OutboxRelay>(
        ports.outbox, std::make_shared<FolderChannel>(folder.path(), ports.people));
    PurchasingFlow flow(ports, [relay] { relay->deliverDue(); });
    OrderBatch batch(flow, db.user, kProducts);
    const auto made = batch.make(batch.read(batch.intent().items).result().value()).result();
    VERIFY_OK(made);
    QHash<QString, QStringList> bySupplier;
    for (const BatchLine& line : *made) {
        if (!line.order || !line.order->sendIntended)
            continue;
        const QString why = orderInWords(*line.order) + line.order->sendProblem;
        QVERIFY2(line.order->state == OrderState::Sent, qPrintable(why));
        bySupplier[line.order->supplierId] << line.order->number;
    }
    QVERIFY(bySupplier.size() >= 3);
    const auto letters = lettersIn(folder.path());
    QCOMPARE(letters.size(), bySupplier.size());
    QSet<QStringList> expected;
    for (QStringList numbers : std::as_const(bySupplier)) {
        numbers.sort();
        expected.insert(numbers);
    }
    QSet<QStringList> found;
    for (QStringList numbers : letters) {
        numbers.sort();
        found.insert(numbers);
    }
    QCOMPARE(found, expected);
}

void BatchMessageTest::nothingIsSentTwiceAfterAKill()
{
    const quint32 seed = QRandomGenerator::system()->generate();
    QRandomGenerator random(seed);
    qInfo("seed %u", seed);
    for (int round = 0; round < 6; ++round) {
        const TemporaryDatabase db;
        VERIFY_OK(db.rules().publish(deliveredRules(), 1, QStringLiteral("As delivered"), db.user).result());
        const QTemporaryDir folder;
        QProcess program;
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.setProcessEnvironment([&folder] {
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("BATCH_CRASHER_FOLDER"), folder.path());
            return environment;
        }());
        program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/batch_crasher"),
                      QStringList{db.file} + kProducts);
        QVERIFY(program.waitForReadyRead(20000));
        QTest::qSleep(static_cast<int>(random.bounded(round < 3 ? 100 : 250)));
        program.kill();
        QVERIFY(program.waitForFinished());

        // The next program, on the clock of the one that died.
        const auto database = openPlace(db.file, {});
        VERIFY_OK(database);
        RelaySettings settings;
        settings.lease = settings.batchHold = std::chrono::seconds(1);
        FlowPorts ports = portsOn(*database);
        ports.orders = std::make_shared<SqlOrderStore>(*database, settings);
        const auto relay = std::make_shared<OutboxRelay>(
            ports.outbox, std::make_shared<FolderChannel>(folder.path(), ports.people));
        PurchasingFlow flow(ports, [relay] { relay->deliverDue(); });
        for (BatchIntent& intent : ports.batches->unfinished(db.user).result().value()) {
            OrderBatch batch(flow, db.user, std::move(intent));
            VERIFY_OK(batch.make(batch.read(batch.intent().items).result().value()).result());
        }
        const auto waiting = [&] { return !ports.outbox->waitingMessages().result()->empty(); };
        QTRY_VERIFY_WITH_TIMEOUT((relay->deliverDue(), !waiting()), 20000);
        QHash<QString, int> sent;
        const auto letters = lettersIn(folder.path());
        for (const QStringList& numbers : letters) {
            for (const QString& number : numbers)
                ++sent[number];
        }
        for (const PurchaseOrder& order : ports.orders->list({}).result().value()) {
            if (order.batchId.isEmpty())
                continue;
            QCOMPARE(sent.value(order.number), order.sendIntended ? 1 : 0);
            if (order.sendIntended)
                QCOMPARE(order.state, OrderState::Sent);
        }
    }
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::BatchMessageTest)
#include "batch_message_test.moc"
