#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/program_answer.h"
#include "tests/attack/attack_seed.h"

namespace purchasing::tests {
namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

/// Database files that a bad disk, a broken copy or somebody's editor left behind: every command ends with an answer or
/// with a sentence, and what orders say differently is never passed by the check.
class CorruptionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void damagedFiles();
    void damagedJournals_data();
    void damagedJournals();

private:
    [[nodiscard]] QByteArray damaged(QString* how);
    void attack(const QString& file, const QString& how);

    static constexpr int kPage = 4096;

    QTemporaryDir m_folder;
    QByteArray m_whole;  ///< The undamaged file.
    QByteArray m_orders; ///< What the undamaged file says of its orders.
    QRandomGenerator m_random;
};

void CorruptionTest::initTestCase()
{
    m_random = attackRandom();
    const QString file = m_folder.filePath(QStringLiteral("whole.sqlite"));
    const QStringList database{QStringLiteral("--database"), file};
    QCOMPARE(runPurchasing(QStringList{QStringLiteral("plan"), QStringLiteral("--create"), QStringLiteral("demo")} + database)
                 .exitCode,
             0);
    const Answer ordered = runPurchasing(
        QStringList{QStringLiteral("evaluate"), QStringLiteral("PROD-002"), QStringLiteral("--order")} + database);
    QVERIFY2(ordered.exitCode == 0, ordered.err.constData());
    m_orders = runPurchasing(QStringList{QStringLiteral("orders"), QStringLiteral("list"), QStringLiteral("--json")} + database).out;
    QVERIFY(m_orders.contains("PROD-002"));
    m_whole = contents(file);
    QVERIFY(m_whole.size() > 100 * kPage);
}

/// The file with damage of one kind, and HOW it was done.
QByteArray CorruptionTest::damaged(QString* how)
{
    QByteArray bytes = m_whole;
    const auto place = [&](qsizetype below) { return static_cast<qsizetype>(m_random.bounded(static_cast<quint32>(below))); };
    const auto noise = [&](qsizetype from, qsizetype size) {
        for (qsizetype at = from; at < from + size; ++at)
            bytes[at] = static_cast<char>(m_random.bounded(256));
    };
    const qsizetype pages = bytes.size() / kPage;
    switch (m_random.bounded(8)) {
        case 0: {
            const int bits = 1 + m_random.bounded(200);
            for (int bit = 0; bit < bits; ++bit) {
                const qsizetype at = place(bytes.size());
                bytes[at] = static_cast<char>(bytes[at] ^ (1 << m_random.bounded(8)));
            }
            *how = QStringLiteral("%1 bits flipped").arg(bits);
            break;
        }
        case 1: {
            const qsizetype page = place(pages);
            bytes.replace(page * kPage, kPage, QByteArray(kPage, '\0'));
            *how = QStringLiteral("page %1 empty").arg(page);
            break;
        }
        case 2: {
            const qsizetype page = place(pages);
            noise(page * kPage, kPage);
            *how = QStringLiteral("page %1 noise").arg(page);
            break;
        }
        case 3:
            bytes.truncate(place(bytes.size()));
            *how = QStringLiteral("cut at %1").arg(bytes.size());
            break;
        case 4: {
            const qsizetype from = place(100);
            noise(from, 100 - from);
            *how = QStringLiteral("header noise from %1").arg(from);
            break;
        }
        case 5: {
            const qsizetype one = place(pages);
            const qsizetype other = place(pages);
            const QByteArray first = bytes.mid(one * kPage, kPage);
            bytes.replace(one * kPage, kPage, bytes.mid(other * kPage, kPage));
            bytes.replace(other * kPage, kPage, first);
            *how = QStringLiteral("pages %1 and %2 exchanged").arg(one).arg(other);
            break;
        }
        case 6: {
            // The heads of pages lead from one to the next: loops, and cells outside their page.
            const int heads = 1 + m_random.bounded(20);
            for (int head = 0; head < heads; ++head)
                noise((1 + place(pages - 1)) * kPage, 12);
            *how = QStringLiteral("%1 page heads noise").arg(heads);
            break;
        }
        default: {
            // The schema itself is text in the first pages.
            const qsizetype at = bytes.indexOf("CREATE", place(10 * kPage));
            noise(at, 1 + place(60));
            *how = QStringLiteral("schema noise at %1").arg(at);
        }
    }
    return bytes;
}

void CorruptionTest::attack(const QString& file, const QString& how)
{
    const QStringList database{QStringLiteral("--database"), file};
    const auto tried = [&](const QStringList& arguments) {
        Answer answer = runPurchasing(arguments + database);
        const QString said = QStringLiteral("%1: %2: exit %3, \"%4\"")
                                 .arg(how, arguments.join(QLatin1Char(' ')))
                                 .arg(answer.exitCode)
                                 .arg(QString::fromUtf8(answer.err));
        if (answer.exitCode < 0)
            QTest::qFail(qPrintable(QStringLiteral("did not end, or not orderly: ") + said), __FILE__, __LINE__);
        else if (answer.exitCode != 0 && answer.err.trimmed().isEmpty() && answer.out.trimmed().isEmpty())
            QTest::qFail(qPrintable(QStringLiteral("said nothing: ") + said), __FILE__, __LINE__);
        return answer;
    };
    const Answer orders = tried({QStringLiteral("orders"), QStringLiteral("list"), QStringLiteral("--json")});
    const Answer verified = tried({QStringLiteral("audit"), QStringLiteral("verify")});
    if (orders.exitCode == 0 && orders.out != m_orders)
        QVERIFY2(verified.exitCode != 0, qPrintable(how + QStringLiteral(": orders differ and the check passes")));
    const Answer plan = tried({QStringLiteral("plan"), QStringLiteral("--json")});
    if (plan.exitCode == 0)
        QVERIFY2(!QJsonDocument::fromJson(plan.out).isNull(), qPrintable(how));
    tried({QStringLiteral("evaluate"), QStringLiteral("PROD-101"), QStringLiteral("--order"), QStringLiteral("--key"),
           QStringLiteral("attack")});
    // What was damaged is still no crash after something was written to it.
    tried({QStringLiteral("history"), QStringLiteral("PROD-101")});
}

void CorruptionTest::damagedFiles()
{
    const int rounds = attackRounds(16, 240);
    for (int round = 0; round < rounds && !QTest::currentTestFailed(); ++round) {
        QString how;
        const QString file = m_folder.filePath(QStringLiteral("damaged.sqlite"));
        for (const char* beside : {"", "-wal", "-shm", "-journal"})
            QFile::remove(file + QLatin1String(beside));
        write(file, damaged(&how));
        attack(file, how);
    }
}

void CorruptionTest::damagedJournals_data()
{
    QTest::addColumn<QString>("beside");
    QTest::newRow("rollback journal") << QStringLiteral("-journal");
    QTest::newRow("write-ahead log") << QStringLiteral("-wal");
    QTest::newRow("shared memory") << QStringLiteral("-shm");
}

/// What lies beside the file is somebody else's: it must not turn into orders.
void CorruptionTest::damagedJournals()
{
    QFETCH(const QString, beside);
    const int rounds = attackRounds(2, 20);
    for (int round = 0; round < rounds && !QTest::currentTestFailed(); ++round) {
        const QString file = m_folder.filePath(QStringLiteral("beside%1%2.sqlite").arg(beside).arg(round));
        write(file, m_whole);
        QByteArray noise(m_random.bounded(20'000), '\0');
        for (char& byte : noise)
            byte = static_cast<char>(m_random.bounded(256));
        write(file + beside, noise);
        attack(file, QStringLiteral("%1 bytes of noise in %2").arg(noise.size()).arg(beside));
    }
}

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::CorruptionTest)
#include "corruption_test.moc"
