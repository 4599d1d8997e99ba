#include "app/wiring/installation.h"
#include "core/flow/delivered_rules.h"
#include "core/sql/opening/mysql_setup.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/mariadb_server.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 20000;
constexpr int kWaitsMs = 1500; // A program that asks something is still asking after this.

} // namespace

/// The planner as a program: what it opens when it starts, and what it does not make unasked.
class PlannerStartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        m_planner.kill();
        m_planner.waitForFinished();
    }

    void firstStartAsks()
    {
        start({});
        QVERIFY(!isUsable(kWaitsMs));
        QCOMPARE(m_planner.state(), QProcess::Running);
        QVERIFY(!QFile::exists(demo()));
    }

    /// Whoever has used the planner before gets their data, without a question.
    void laterStartsOpenTheLast()
    {
        QSettings(file("config/purchasing-flow-planner/planner.ini"), QSettings::IniFormat)
            .setValue(QStringLiteral("language"), QStringLiteral("en"));
        start({});
        QVERIFY2(isUsable(kPatience), m_said.constData());
        QVERIFY(QFile::exists(demo()));
    }

    /// Unless they chose to be asked.
    void laterStartsAskWhereThatWasChosen()
    {
        QSettings(file("config/purchasing-flow-planner/planner.ini"), QSettings::IniFormat)
            .setValue(QStringLiteral("asksAtStart"), true);
        start({});
        QVERIFY(!isUsable(kWaitsMs));
        QCOMPARE(m_planner.state(), QProcess::Running);
        QVERIFY(!QFile::exists(demo()));
    }

    void fileIsOpened_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::newRow("to work on") << QStringList();
        QTest::newRow("to look at") << QStringList{QStringLiteral("--read-only")};
    }
    void fileIsOpened()
    {
        QFETCH(QStringList, more);
        QVERIFY(openInstallation(file("mine.sqlite")));
        start(QStringList{QStringLiteral("--database"), file("mine.sqlite")} + more);
        QVERIFY2(isUsable(kPatience), m_said.constData());
        QVERIFY(!QFile::exists(demo()));
    }

    /// A log-out is no crash: nothing is offered for recovery afterwards, and the window is as it was.
    void aTerminationIsAnOrderlyEnd()
    {
        QVERIFY(openInstallation(file("mine.sqlite")));
        start({QStringLiteral("--database"), file("mine.sqlite")});
        QVERIFY2(isUsable(kPatience), m_said.constData());
        const auto running = [this] {
            QStringList marks;
            QDirIterator all(m_folder->path(), {QStringLiteral("*.running")}, QDir::Files,
                             QDirIterator::Subdirectories);
            while (all.hasNext())
                marks += all.next();
            return marks;
        };
        QCOMPARE(running().size(), 1);
        m_planner.terminate();
        QVERIFY(m_planner.waitForFinished(kPatience));
        QCOMPARE(m_planner.exitStatus(), QProcess::NormalExit);
        QCOMPARE(m_planner.exitCode(), 0);
        QVERIFY2(running().isEmpty(), qPrintable(running().join(QLatin1Char(' '))));
        const QSettings settings(file("config/purchasing-flow-planner/planner.ini"), QSettings::IniFormat);
        QVERIFY(settings.contains(QStringLiteral("window/geometry"))); // As closing the window keeps it.
    }

    void mistypedPathMakesNothing()
    {
        for (const QString& path : {file("no-such-folder/mine.sqlite"), file("mistyped.sqlite")}) {
            start({QStringLiteral("--database"), path});
            QVERIFY(!isUsable(kWaitsMs));
            QVERIFY2(!QFile::exists(path), qPrintable(path));
            QVERIFY(!QFile::exists(demo()));
            cleanup();
        }
    }

    void serverOfTheEnvironment()
    {
        const MariaDbServer& server = MariaDbServer::shared();
        const MysqlSettings settings = server.administrator(QStringLiteral("start"));
        sql::MysqlSetup setup;
        setup.initialRulePacks = deliveredRules();
        QVERIFY(sql::setUpMysql(settings, setup));
        QFile environment(file("env"));
        QVERIFY(environment.open(QIODevice::WriteOnly));
        environment.write(
            QStringLiteral("DB_SOCKET=%1\nDB_USER=root\nOMS_DB=%2\nINVENTORY_DB=%3\nSUPPLIER_DB=%4\n"
                           "UOM_DB=%5\nPO_DB=%6\n")
                .arg(server.socket(), settings.names.oms, settings.names.inventory, settings.names.supplier,
                     settings.names.uom, settings.names.po)
                .toUtf8());
        environment.close();
        QVERIFY(environment.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        start(
            {QStringLiteral("--mysql"), QStringLiteral("--env"), file("env"), QStringLiteral("--read-only")});
        QVERIFY2(isUsable(kPatience), m_said.constData());
        QVERIFY(!QFile::exists(demo()));
    }

private:
    [[nodiscard]] QString file(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    [[nodiscard]] QString demo() const { return file("data/purchasing-flow-planner/purchasing.sqlite"); }

    void start(const QStringList& arguments)
    {
        m_said.clear();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), file("config"));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), file("data"));
        environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("purchasing.start.info=true"));
        m_planner.setProcessEnvironment(environment);
        m_planner.setProcessChannelMode(QProcess::MergedChannels);
        m_planner.start(QCoreApplication::applicationDirPath() + QStringLiteral("/planner"), arguments);
        QVERIFY(m_planner.waitForStarted());
    }
    /// Waits until the planner says that it can be used.
    bool isUsable(int ms)
    {
        return QTest::qWaitFor(
            [this] {
                m_said += m_planner.readAll();
                return m_said.contains("usable after");
            },
            ms);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcess m_planner;
    QByteArray m_said;
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::PlannerStartTest)
#include "planner_start_test.moc"
