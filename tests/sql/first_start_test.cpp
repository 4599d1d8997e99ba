#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>

#include "tests/sql/load_all.h"
#include "tests/sql/temporary_database.h"

namespace purchasing::sql {

/// The first start of real programs on a new path: together, and killed in the middle of it.
class FirstStartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoProgramsAtOnceShareOneDatabase();
    void killedStartsLeaveAllOrNothing();

private:
    static void start(QProcess& program, const QString& file, const QString& name)
    {
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(QCoreApplication::applicationDirPath() + QStringLiteral("/order_crasher"),
                      {file, QStringLiteral("race"), QStringLiteral("5"), name});
    }
};

void FirstStartTest::twoProgramsAtOnceShareOneDatabase()
{
    for (int round = 0; round < 5; ++round) {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("new/planner.db"));
        std::array<QProcess, 3> programs;
        for (std::size_t i = 0; i < programs.size(); ++i)
            start(programs[i], file, QStringLiteral("p%1").arg(i));
        for (QProcess& program : programs) {
            while (!program.canReadLine())
                QVERIFY(program.waitForReadyRead(30000));
            QCOMPARE(program.readLine(), QByteArray("ready\n"));
        }
        QByteArray said;
        for (QProcess& program : programs)
            program.write("go\n");
        for (QProcess& program : programs) {
            QVERIFY(program.waitForFinished(60000));
            said += program.readAll();
        }
        // On three databases three orders would have been made.
        QCOMPARE(said.count("made "), 1);
        QCOMPARE(said.count("stale\n"), 14);
    }
}

void FirstStartTest::killedStartsLeaveAllOrNothing()
{
    const quint32 seed = QRandomGenerator::system()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    int unfinished = 0;
    int finished = 0;
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("planner.db"));
    for (int round = 0; round < 40; ++round) {
        QProcess program;
        start(program, file, QStringLiteral("x"));
        QVERIFY(program.waitForStarted());
        QTest::qSleep(static_cast<int>(random.bounded(250)));
        program.kill();
        QVERIFY(program.waitForFinished());
        if (!QFileInfo::exists(file)) {
            ++unfinished; // The next round starts among what this one left behind.
            continue;
        }
        ++finished;
        {
            const auto opened = openEmbedded(file, {});
            VERIFY_OK(opened);
            QCOMPARE(loadAll(SqlCatalogueSource(*opened))->size(), 67U);
            QCOMPARE(SqlOrderStore(*opened).list({}).result()->size(), 3U);
            VERIFY_OK(SqlAuditStore(*opened).verify().result());
        }
        QVERIFY(QFile::remove(file));
    }
    qInfo("%d starts were killed before the database was there, %d after", unfinished, finished);
    const auto opened = openEmbedded(file, {});
    VERIFY_OK(opened);
    QVERIFY(!QFileInfo::exists(file + QStringLiteral(".new")));
    QVERIFY(!QFileInfo::exists(file + QStringLiteral(".creating")));
}

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::FirstStartTest)
#include "first_start_test.moc"
