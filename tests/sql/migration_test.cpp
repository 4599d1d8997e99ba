#include "core/sql/orders/order_content.h"

#include <QProcess>

#include "tests/sql/old_database.h"
#include "tests/sql/temporary_database.h"

namespace purchasing::sql {

/// Older databases are brought up to date: nothing that was written changes, whenever the program dies
/// meanwhile.
class MigrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryOrderAndItsHash();
    void oldOrdersGoOn();
    void keysOfOldOrdersCompareProductAndSupplier();
    void survivesDyingAtAnyPoint();

private:
    static Result<std::shared_ptr<Database>> open(const QString& file) { return openEmbedded(file, {}); }
    static int crash(const QString& file, int point, QByteArray* said = nullptr)
    {
        QProcess program;
        program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/migration_crasher"),
                      {file, QString::number(point)});
        if (!program.waitForFinished())
            qFatal("the program does not end");
        if (said)
            *said = program.readAllStandardOutput();
        return program.exitStatus() == QProcess::CrashExit ? -1 : program.exitCode();
    }
};

void MigrationTest::keepsEveryOrderAndItsHash()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("old.db"));
    makeOldDatabase(file);
    QHash<QString, QByteArray> before;
    {
        sqlite3* database = nullptr;
        QCOMPARE(sqlite3_open(QFile::encodeName(file).constData(), &database), SQLITE_OK);
        sqlite3_exec(
            database, "SELECT po_number, hex(content_hash) FROM purchase_order",
            [](void* to, int, char** values, char**) {
                static_cast<QHash<QString, QByteArray>*>(to)->insert(QString::fromUtf8(values[0]), values[1]);
                return 0;
            },
            &before, nullptr);
        sqlite3_close(database);
    }
    QCOMPARE(before.size(), 5);
    const auto opened = open(file);
    VERIFY_OK(opened);
    SqlOrderStore store(*opened);
    SqlOutboxStore outbox(*opened);
    const auto orders = store.list({}).result();
    VERIFY_OK(orders);
    QCOMPARE(orders->size(), 5U);
    for (const PurchaseOrder& order : *orders) {
        QCOMPARE(order.contentFormat, 1);
        QCOMPARE(order.contentHash.toHex().toUpper(), before.value(order.number));
        QCOMPARE(contentHash(order), order.contentHash);
        QCOMPARE(order.unitPrice.times(order.qty), std::optional<Money>(order.total));
    }
    QCOMPARE(store.find(QStringLiteral("PO-2026-000004")).result()->unitPrice, UnitPrice{159900});
    VERIFY_OK(SqlAuditStore(*opened).verify().result());
}

void MigrationTest::oldOrdersGoOn()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("old.db"));
    makeOldDatabase(file);
    const auto opened = open(file);
    VERIFY_OK(opened);
    SqlOrderStore store(*opened);
    SqlOutboxStore outbox(*opened);
    const Actor user = {QStringLiteral("os:root"), QStringLiteral("root"), true};
    const auto waiting = store.find(QStringLiteral("PO-2026-000005")).result();
    VERIFY_OK(waiting);
    const auto approved = store.approve(waiting->poId, waiting->version, waiting->contentHash, user).result();
    VERIFY_OK(approved);
    VERIFY_OK(store.requestSend(waiting->poId, user, {true, 0}).result());
    const auto message = leaseOne(outbox, QStringLiteral("relay"));
    VERIFY_OK(message);
    VERIFY_OK(outbox.messageDelivered(message->messageId, QStringLiteral("relay")).result());
    const auto sent = store.find(QStringLiteral("PO-2026-000004")).result();
    VERIFY_OK(store.receive(sent->poId, sent->version, 100, user).result());
    // And new ones are made beside them, in the new format.
    const auto made = store
                          .create(requestFor(*opened, QStringLiteral("PROD-003"), QStringLiteral("SUP-003"),
                                             10, QStringLiteral("new")),
                                  user)
                          .result();
    VERIFY_OK(made);
    QCOMPARE(made->contentFormat, 2);
    QCOMPARE(made->number.right(6), QStringLiteral("000006"));
    VERIFY_OK(SqlAuditStore(*opened).verify().result());
}

void MigrationTest::keysOfOldOrdersCompareProductAndSupplier()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("old.db"));
    makeOldDatabase(file);
    const auto opened = open(file);
    VERIFY_OK(opened);
    SqlOrderStore store(*opened);
    SqlOutboxStore outbox(*opened);
    const Actor user = {QStringLiteral("os:root"), QStringLiteral("root"), true};
    const auto ask = [&](const char* product, const char* supplier) {
        return store
            .orderOfKey({QStringLiteral("k1"), QLatin1String(kCreateAndSend), QLatin1String(product),
                         QLatin1String(supplier), 0},
                        user)
            .result();
    };
    QCOMPARE(ask("PROD-001", "")->number, QStringLiteral("PO-2026-000004"));
    QCOMPARE(ask("PROD-001", "SUP-001")->number, QStringLiteral("PO-2026-000004"));
    VERIFY_ERROR(ask("PROD-001", "SUP-002"), ErrorKind::Invalid, "another order");
    VERIFY_ERROR(ask("PROD-003", ""), ErrorKind::Invalid, "its key belongs to PO-2026-000004 of PROD-001");
}

void MigrationTest::survivesDyingAtAnyPoint()
{
    constexpr int kKills = 50;
    const QTemporaryDir folder;
    const QString whole = folder.filePath(QStringLiteral("whole.db"));
    makeOldDatabase(whole);
    QByteArray said;
    QCOMPARE(crash(whole, 0, &said), 0);
    const int points = said.trimmed().toInt();
    QVERIFY2(points >= kKills, said.constData());

    const QString file = folder.filePath(QStringLiteral("old.db"));
    makeOldDatabase(file);
    for (int kill = 0; kill < kKills; ++kill) {
        // The last one is right before the commit.
        QCOMPARE(crash(file, 1 + kill * (points - 1) / (kKills - 1)), -1);
        sqlite3* database = nullptr;
        int schema = 0;
        QCOMPARE(sqlite3_open(QFile::encodeName(file).constData(), &database), SQLITE_OK);
        sqlite3_exec(
            database, "PRAGMA user_version",
            [](void* to, int, char** values, char**) {
                *static_cast<int*>(to) = QByteArray(values[0]).toInt();
                return 0;
            },
            &schema, nullptr);
        sqlite3_close(database);
        QCOMPARE(schema, 7);
    }
    const auto opened = open(file);
    VERIFY_OK(opened);
    VERIFY_OK(SqlAuditStore(*opened).verify().result());
    const auto integrity =
        (*opened)
            ->read([](Connection& connection) -> Result<QString> {
                return connection.scalar(QStringLiteral("PRAGMA integrity_check")).toString();
            })
            .result();
    QCOMPARE(*integrity, QStringLiteral("ok"));
    const auto orders = SqlOrderStore(*opened).list({}).result();
    for (const PurchaseOrder& order : *orders)
        QCOMPARE(contentHash(order), order.contentHash);
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::MigrationTest)
#include "migration_test.moc"
