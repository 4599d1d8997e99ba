#include "app/wiring/installation.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace purchasing::tests {
namespace {

constexpr int kPatience = 120000; // Ends a test that would wait for ever.

} // namespace

/// The programs where the operating system gives them little: they work, or they say why not and end.
class ProcessLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    /// Somewhere on the way up threads cannot be started, or memory runs out in the middle of the work.
    void theyEndWithASentence_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("limit");
        for (int mebibytes = 160; mebibytes <= 600; mebibytes += 40)
            QTest::addRow("plan in %d MiB", mebibytes)
                << QStringLiteral("plan --json") << QStringLiteral("ulimit -v %1").arg(mebibytes * 1024);
        for (int megabytes = 8; megabytes <= 64; megabytes *= 2)
            QTest::addRow("plan, %d MB stacks in 400 MiB", megabytes)
                << QStringLiteral("plan --json")
                << QStringLiteral("ulimit -s %1 && ulimit -v 409600").arg(megabytes * 1024);
        for (const int processes : {1, 2, 3, 5, 8})
            QTest::addRow("evaluate with %d processes", processes)
                << QStringLiteral("evaluate PROD-001") << QStringLiteral("ulimit -u %1").arg(processes);
    }

    void theyEndWithASentence()
    {
        QFETCH(QString, program);
        QFETCH(QString, limit);
        // Root may start as many processes as it likes, so it becomes somebody else where it can.
        const QString someone = QStringLiteral("setpriv --reuid=65534 --regid=65534 --clear-groups");
        const Ended ended =
            run(QStringLiteral("[ \"$(id -u)\" != 0 ] || ! %1 test -x %2 || someone=\"%1\"; chmod 777 .; "
                               "%3 && exec $someone %2 %4")
                    .arg(someone, path("purchasing"), limit, program));
        QVERIFY2(ended.inTime, "it hangs");
        if (ended.exitCode == 0)
            QVERIFY(!ended.out.isEmpty());
        else
            QVERIFY2(!ended.err.trimmed().isEmpty(), qPrintable(QString::number(ended.exitCode)));
        QVERIFY2(ended.exitCode >= 0, ended.err.constData()); // No signal.
        QVERIFY2(!ended.err.contains("terminate called"), ended.err.constData());
    }

    /// The window, too; where it starts it is closed again.
    void thePlannerStartsOrSaysWhyNot_data()
    {
        QTest::addColumn<int>("mebibytes");
        for (int mebibytes = 300; mebibytes <= 1100; mebibytes += 200)
            QTest::addRow("%d MiB", mebibytes) << mebibytes;
    }

    void thePlannerStartsOrSaysWhyNot()
    {
        QFETCH(int, mebibytes);
        const QString file = m_folder->filePath(QStringLiteral("demo.sqlite"));
        QVERIFY(openInstallation(file).isOk());
        const Ended ended =
            run(QStringLiteral("ulimit -v %1 && QT_QPA_PLATFORM=offscreen exec timeout -s TERM "
                               "5 %2 --database %3")
                    .arg(mebibytes * 1024)
                    .arg(path("planner"), file));
        QVERIFY2(ended.inTime, "it hangs");
        // 124: it ran until it was told to end.
        QVERIFY2(ended.exitCode == 124 || ended.exitCode == 0 || !ended.err.trimmed().isEmpty(),
                 qPrintable(QString::number(ended.exitCode)));
    }

    void oneCoreIsEnough()
    {
        const Ended ended =
            run(QStringLiteral("exec taskset -c 0 ") + path("purchasing") + QStringLiteral(" plan --json"));
        QVERIFY2(ended.inTime, "it hangs");
        QCOMPARE(ended.exitCode, 0);
    }

private:
    struct Ended
    {
        bool inTime = false;
        int exitCode = -1;
        QByteArray out;
        QByteArray err;
    };

    [[nodiscard]] static QString path(const char* program)
    {
        return QCoreApplication::applicationDirPath() + QLatin1Char('/') + QLatin1String(program);
    }

    [[nodiscard]] Ended run(const QString& command) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), m_folder->path());
        environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder->filePath(QStringLiteral("data")));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder->filePath(QStringLiteral("config")));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder->path());
        process.start(QStringLiteral("bash"), {QStringLiteral("-c"), command});
        const bool inTime = process.waitForFinished(kPatience);
        if (!inTime) {
            process.kill();
            process.waitForFinished();
        }
        return {inTime, process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::ProcessLimitsTest)
#include "process_limits_test.moc"
