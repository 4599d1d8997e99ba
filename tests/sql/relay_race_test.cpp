#include "core/flow/outbox_relay.h"
#include "core/mail/folder_channel.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QThread>

#include <algorithm>
#include <array>
#include <atomic>
#include <barrier>

#include "tests/sql/temporary_database.h"

namespace purchasing::sql {
namespace {

/// A relay as another program has it: on connections and with a channel of its own.
struct Program
{
    Program(const TemporaryDatabase& db, const QString& folder, OrderDocument document)
    {
        EmbeddedOptions options;
        options.clock = db.clock;
        options.busyTimeoutMs = 20000;
        const auto opened = openPlace(db.file, options);
        if (!opened)
            qFatal("%s (%s)", qPrintable(opened.error().message), qPrintable(opened.error().detail));
        database = *opened;
        relay = std::make_unique<OutboxRelay>(
            std::make_shared<SqlOutboxStore>(database),
            std::make_shared<FolderChannel>(folder, std::make_shared<SqlPeopleStore>(database),
                                            std::move(document)));
    }

    std::shared_ptr<Database> database;
    std::unique_ptr<OutboxRelay> relay;
};

PurchaseOrder orderToSend(const TemporaryDatabase& db, const QString& key)
{
    OrderRequest request = requestFor(db, QStringLiteral("PROD-001"), QStringLiteral("SUP-001"), 5, key);
    request.sendIntended = true;
    const auto made = db.orders().create(request, db.user).result();
    if (!made)
        qFatal("%s", qPrintable(made.error().message));
    return *made;
}

QStringList filesIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden);
}

} // namespace

/// Two programs that send the messages of one database into one folder.
class RelayRaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachMessageIsTakenByOneOfThem();
    void bothWithOneMessageWriteOneFile();
};

void RelayRaceTest::eachMessageIsTakenByOneOfThem()
{
    constexpr int kOrders = 20;
    const TemporaryDatabase db;
    const QTemporaryDir folder;
    for (int i = 0; i < kOrders; ++i)
        (void)orderToSend(db, QString::number(i));
    std::atomic_int written = 0;
    const OrderDocument document = [&written](const PurchaseOrder&, const Sender&) {
        ++written;
        return Result<QByteArray>(QByteArray("%PDF"));
    };
    const Program one(db, folder.path(), document);
    const Program two(db, folder.path(), document);
    std::atomic_int delivered = 0;
    std::barrier start(2);
    std::vector<std::unique_ptr<QThread>> threads;
    for (const Program* program : {&one, &two}) {
        threads.emplace_back(QThread::create([&, program] {
            start.arrive_and_wait();
            delivered += program->relay->deliverDue();
        }));
        threads.back()->start();
    }
    for (const auto& thread : threads)
        thread->wait();
    QCOMPARE(delivered, kOrders);
    QCOMPARE(written, kOrders); // Nobody wrote what the other one had.
    QCOMPARE(filesIn(folder.path()).size(), kOrders);
    QCOMPARE(filesIn(folder.path()).filter(QStringLiteral(".eml")).size(), kOrders);
}

void RelayRaceTest::bothWithOneMessageWriteOneFile()
{
    constexpr int kRounds = 20;
    constexpr int kDocumentSize = 500000;
    const TemporaryDatabase db;
    const QTemporaryDir folder;
    // Both have the message in hand and write it in the same moment; long enough to get into each other's
    // way.
    std::atomic_int begun = 0;
    const OrderDocument document = [&](const PurchaseOrder&, const Sender&) {
        ++begun;
        const QDeadlineTimer patience(30000);
        while (begun < 2 && !patience.hasExpired())
            QThread::yieldCurrentThread();
        return Result<QByteArray>(QByteArray(kDocumentSize, 'x'));
    };
    Program slow(db, folder.path(), document);
    Program next(db, folder.path(), document);
    for (int round = 1; round <= kRounds; ++round) {
        const PurchaseOrder order = orderToSend(db, QString::number(round));
        std::array<int, 2> delivered{};
        const std::unique_ptr<QThread> first(
            QThread::create([&] { delivered[0] = slow.relay->deliverDue(); }));
        begun = 0;
        first->start();
        QTRY_COMPARE_WITH_TIMEOUT(begun.load(), 1, 30000);
        db.clock->advance(std::chrono::seconds(6)); // Its lease runs out meanwhile.
        const std::unique_ptr<QThread> second(
            QThread::create([&] { delivered[1] = next.relay->deliverDue(); }));
        second->start();
        first->wait();
        second->wait();
        QCOMPARE(begun.load(), 2);
        // What was delivered is delivered, whoever holds the lease by now; neither of them failed.
        QCOMPARE(delivered[0] + delivered[1], 2);
        const auto sent = db.orders().find(order.poId).result();
        VERIFY_OK(sent);
        QCOMPARE(sent->state, OrderState::Sent);
        const auto history = db.orders().history(order.poId).result();
        VERIFY_OK(history);
        QCOMPARE(std::count_if(
                     history->begin(), history->end(),
                     [](const HistoryEntry& entry) { return entry.action == QLatin1String("order.sent"); }),
                 1);
        const QStringList files = filesIn(folder.path());
        QCOMPARE(files.size(), round); // One a message, and no draft beside them.
        for (const QString& name : files) {
            QVERIFY2(name.endsWith(QLatin1String(".eml")), qPrintable(name));
            QFile message(folder.filePath(name));
            QVERIFY(message.open(QIODevice::ReadOnly));
            const QByteArray bytes = message.readAll();
            QVERIFY(bytes.size() > kDocumentSize * 4 / 3);
            QVERIFY2(bytes.trimmed().endsWith("--"), bytes.right(100).constData()); // To its very end.
        }
    }
    VERIFY_OK(db.audit().verify().result());
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::RelayRaceTest)
#include "relay_race_test.moc"
