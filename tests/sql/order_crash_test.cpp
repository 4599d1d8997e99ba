#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>

#include "tests/sql/temporary_database.h"

namespace purchasing::sql {

/// A program that works on orders is killed again and again; nothing it was told is lost and nothing is there
/// twice.
class OrderCrashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void acknowledgedWorkIsThere();
    void numbersAndKeysAreUnique();
    void everyChangeHasItsEvent();
    void everySendingFinishes();

private:
    void killAtRandom(int round);
    void note(const QByteArray& said);

    QTemporaryDir m_folder;
    QString m_sent = m_folder.filePath(QStringLiteral("sent"));
    std::unique_ptr<TemporaryDatabase> m_made;
    std::shared_ptr<Database> m_database;
    QRandomGenerator m_random;
    QHash<QString, QString> m_created; ///< Number by id.
    QSet<QString> m_keys;
    QSet<QString> m_approved;
    QSet<QString> m_requested;
    QSet<QString> m_delivered;
    int m_kills = 0;
};

void OrderCrashTest::killAtRandom(int round)
{
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/order_crasher"),
                  {m_made->file, QStringLiteral("work"), m_sent, QStringLiteral("r%1").arg(round)});
    QVERIFY(program.waitForStarted());
    // From the first acknowledgement on at any moment; sometimes before it, while the file is opened or
    // repaired.
    if (round % 5 != 0)
        QVERIFY(program.waitForReadyRead(20000));
    QTest::qSleep(static_cast<int>(m_random.bounded(120)));
    program.kill();
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::CrashExit); // Killed, not gone by itself.
    ++m_kills;
    note(program.readAllStandardOutput());
}

void OrderCrashTest::note(const QByteArray& said)
{
    for (const QByteArray& line : said.split('\n')) {
        const QStringList words = QString::fromUtf8(line).split(QLatin1Char(' '));
        if (words[0] == QLatin1String("created")) {
            m_created.insert(words[1], words[2]);
            m_keys.insert(words[3]);
        } else if (words[0] == QLatin1String("approved")) {
            m_approved.insert(words[1]);
        } else if (words[0] == QLatin1String("requested")) {
            m_requested.insert(words[1]);
        } else if (words[0] == QLatin1String("sent")) {
            m_delivered.insert(words[1]);
        }
    }
}

void OrderCrashTest::initTestCase()
{
    const quint32 seed = QRandomGenerator::system()->generate();
    m_random.seed(seed);
    qInfo("seed %u", seed);
    QVERIFY(QDir().mkpath(m_sent));
    m_made = std::make_unique<TemporaryDatabase>();
    QElapsedTimer time;
    time.start();
    // On a busy machine it takes longer until enough has happened.
    const auto isEnough = [this] {
        return m_kills >= 10 && m_created.size() >= 20 && m_delivered.size() >= 10;
    };
    for (int round = 0; time.elapsed() < 10000 || (!isEnough() && time.elapsed() < 180000); ++round) {
        killAtRandom(round);
        if (QTest::currentTestFailed())
            return;
    }
    QElapsedTimer reopening;
    reopening.start();
    const auto opened = openPlace(m_made->file, {});
    VERIFY_OK(opened);
    m_database = *opened;
    qInfo("%d kills, %lld orders acknowledged, %lld sent, reopened in %lld ms", m_kills,
          static_cast<long long>(m_created.size()), static_cast<long long>(m_delivered.size()),
          static_cast<long long>(reopening.elapsed()));
    QVERIFY(isEnough());
}

void OrderCrashTest::acknowledgedWorkIsThere()
{
    SqlOrderStore store(m_database);
    SqlOutboxStore outbox(m_database);
    for (auto created = m_created.cbegin(); created != m_created.cend(); ++created) {
        const auto order = store.find(created.key()).result();
        VERIFY_OK(order);
        QCOMPARE(order->number, created.value());
    }
    for (const QString& poId : m_approved)
        QVERIFY(store.find(poId).result()->state != OrderState::PendingApproval);
    for (const QString& poId : m_delivered)
        QCOMPARE(store.find(poId).result()->state, OrderState::Sent);
    const auto check =
        m_database
            ->read([](Connection& connection) -> Result<QString> {
                // The last column; MariaDB checks one table, the busiest.
                Rows rows = connection.query(isOnMariaDb() ? QStringLiteral("CHECK TABLE {po}purchase_order")
                                                           : QStringLiteral("PRAGMA integrity_check"));
                return rows.next() ? rows.text(isOnMariaDb() ? 3 : 0) : QString();
            })
            .result();
    QCOMPARE(check->toLower(), QStringLiteral("ok"));
}

void OrderCrashTest::numbersAndKeysAreUnique()
{
    const auto orders = SqlOrderStore(m_database).list({}).result();
    QSet<QString> numbers;
    for (const PurchaseOrder& order : *orders)
        numbers.insert(order.number);
    QCOMPARE(static_cast<std::size_t>(numbers.size()), orders->size());
    const auto counted = [this](const char* sql) {
        return m_database
            ->read([sql](Connection& connection) -> Result<qint64> {
                return connection.scalar(QLatin1String(sql)).toLongLong();
            })
            .result()
            .value();
    };
    // All but the demo's three orders were made with a key, and each key made one.
    QCOMPARE(counted("SELECT count(DISTINCT po_id) FROM idempotency"),
             static_cast<qint64>(orders->size()) - 3);
    QCOMPARE(counted("SELECT count(*) FROM idempotency"), static_cast<qint64>(orders->size()) - 3);
    // No gap within any year: the last number is the count.
    QCOMPARE(counted("SELECT count(*) FROM (SELECT 1 FROM purchase_order GROUP BY number_year "
                     "HAVING max(number_in_year) <> count(*)) AS years"),
             qint64{0});
}

void OrderCrashTest::everyChangeHasItsEvent()
{
    SqlOrderStore store(m_database);
    SqlOutboxStore outbox(m_database);
    VERIFY_OK(SqlAuditStore(m_database).verify().result());
    const auto orders = store.list({}).result();
    QHash<QString, std::int64_t> changes;
    for (const PurchaseOrder& order : *orders) {
        QCOMPARE(static_cast<std::int64_t>(store.history(order.poId).result()->size()), order.version);
        changes[order.productId] += order.version;
    }
    for (auto product = changes.cbegin(); product != changes.cend(); ++product)
        QCOMPARE(store.openOrders(product.key()).result()->version, product.value());
}

void OrderCrashTest::everySendingFinishes()
{
    SqlOrderStore store(m_database);
    SqlOutboxStore outbox(m_database);
    QElapsedTimer time;
    time.start();
    const auto unfinished = [&] { return outbox.waitingMessages().result()->size(); };
    const std::size_t interrupted = unfinished();
    while (unfinished() > 0 && time.elapsed() < 8000) {
        const auto message = leaseOne(outbox, QStringLiteral("after"));
        if (!message) {
            QTest::qSleep(50);
            continue;
        }
        QFile file(m_sent + QLatin1Char('/') + message->messageId);
        QVERIFY(file.open(QIODevice::WriteOnly));
        VERIFY_OK(outbox.messageDelivered(message->messageId, QStringLiteral("after")).result());
    }
    qInfo("%zu sendings were interrupted and finished in %lld ms", interrupted,
          static_cast<long long>(time.elapsed()));
    QCOMPARE(unfinished(), 0U);
    QVERIFY(time.elapsed() <= 6000); // The lease of five seconds and the work.
    const auto orders = store.list({}).result();
    for (const PurchaseOrder& order : *orders) {
        const bool asked = order.sendIntended || m_requested.contains(order.poId);
        if (asked && order.createdBy != QLatin1String("system"))
            QCOMPARE(order.state, OrderState::Sent);
    }
    // One message file for each sent order, by the name of its message.
    const auto messages =
        m_database
            ->read([](Connection& connection) -> Result<QStringList> {
                QStringList ids;
                Rows rows = connection.query(QStringLiteral(
                    "SELECT m.letter_id FROM {po}outbox m JOIN {po}purchase_order o "
                    "ON o.po_id = m.po_id WHERE o.created_by <> 'system' AND m.state = 'DONE'"));
                while (rows.next())
                    ids << rows.text(0);
                return ids;
            })
            .result();
    QVERIFY(!messages->isEmpty());
    for (const QString& id : *messages)
        QVERIFY(QFileInfo::exists(m_sent + QLatin1Char('/') + id));
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::OrderCrashTest)
#include "order_crash_test.moc"
