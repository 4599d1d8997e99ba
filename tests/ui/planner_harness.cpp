#include "tests/ui/planner_harness.h"

#include "app/planner/desktop_connections.h"
#include "core/flow/delivered_rules.h"
#include "core/sql/engine/embedded_file.h"
#include "core/sql/opening/database_probe.h"
#include "core/sql/opening/mysql_database.h"
#include "core/sql/opening/mysql_setup.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTimer>

#include "tests/support/mariadb_server.h"
#include "tests/ui/dialog_watch.h"

namespace purchasing::tests {
namespace {

const QString kPassword = QStringLiteral("secret");
constexpr int kPatience = 15000; // Generous, because sanitizers on a busy machine are slow.

} // namespace

bool isOnMariaDb()
{
    return qEnvironmentVariable("PURCHASING_TEST_DATABASE") == QLatin1String("mariadb");
}

ui::ConnectionProfile demoOnMariaDb()
{
    static int count = 0;
    const MariaDbServer& server = MariaDbServer::shared();
    const QString prefix = QStringLiteral("u%1").arg(++count);
    sql::MysqlSetup setup;
    setup.initialRulePacks = deliveredRules();
    setup.singleOperator = true; // As the embedded file is, so that a journey is the same on both.
    setup.users = {{QStringLiteral("planner"), kPassword, QStringLiteral("localhost"), sql::probedSchemas()}};
    if (const auto made = sql::setUpMysql(server.administrator(prefix), setup); !made)
        qFatal("%s (%s)", qPrintable(made.error().message), qPrintable(made.error().detail));
    ui::ConnectionProfile profile;
    profile.name = QStringLiteral("demo");
    profile.kind = ui::ConnectionKind::Mysql;
    profile.server = settingsOn(server.socket(), prefix);
    profile.server.user = QStringLiteral("planner");
    profile.server.password = kPassword;
    return profile;
}

PlannerHarness::PlannerHarness(const QString& file, const QString& language,
                               std::function<void(FlowPorts&)> adjust)
    : m_adjust(std::move(adjust))
    // Beside the database, so that another program that opens the same file has the same settings.
    , m_settings(
          std::make_unique<QSettings>((file.isEmpty() ? m_folder.path() : QFileInfo(file).absolutePath())
                                          + QStringLiteral("/planner.ini"),
                                      QSettings::IniFormat))
{
    if (file.isEmpty() && isOnMariaDb())
        m_profile = demoOnMariaDb();
    else
        m_profile.file = file.isEmpty() ? m_folder.filePath(QStringLiteral("demo.sqlite")) : file;
    m_profile.name = QStringLiteral("demo");
    m_settings->setValue(QStringLiteral("language"), language);
    start();
}

PlannerHarness::PlannerHarness(const ui::ConnectionProfile& profile)
    : PlannerHarness(profile, QDir())
{
}

PlannerHarness::PlannerHarness(const ui::ConnectionProfile& profile, const QDir& settingsFolder)
    : m_profile(profile)
    , m_settings(
          std::make_unique<QSettings>((settingsFolder == QDir() ? QDir(m_folder.path()) : settingsFolder)
                                          .filePath(QStringLiteral("planner.ini")),
                                      QSettings::IniFormat))
{
    m_settings->setValue(QStringLiteral("language"), QStringLiteral("en"));
    start();
}

PlannerHarness::~PlannerHarness()
{
    const int left = DialogWatch::instance().forget(this);
    if (left > 0 && !QTest::currentTestFailed())
        QTest::qFail("a dialog that was to be answered never came", __FILE__, __LINE__);
    m_windows.reset();
}

void PlannerHarness::start()
{
    if (m_profile.outbox.isEmpty())
        m_profile.outbox = m_folder.filePath(QStringLiteral("outbox"));
    m_connections = std::make_unique<ui::Connections>(
        *m_settings, m_folder.filePath(QStringLiteral("demo.sqlite")), &openConnection, &probeConnection);
    Result<ui::Connection> connection = openConnection(m_profile);
    if (!connection) {
        QTest::qFail(qPrintable(connection.error().message), __FILE__, __LINE__);
        return;
    }
    if (m_adjust)
        m_adjust(connection->ports);
    ui::theme::apply(ui::theme::fromSettingWord(
        m_settings->value(QStringLiteral("appearance"), QStringLiteral("light")).toString()));
    m_language.use(m_settings->value(QStringLiteral("language")).toString());
    m_windows = std::make_unique<ui::WindowKeeper>(*m_settings, m_language, m_connections.get());
    m_windows->connectTo(std::move(connection).value());
    window().resize(1440, 900);
    QTRY_VERIFY_WITH_TIMEOUT(workspace().feed().isLoaded(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!workspace().identity().actor().personId.isEmpty(), kPatience);
}

void PlannerHarness::restart()
{
    m_windows->close();
    m_windows.reset();
    start();
}

QStringList PlannerHarness::messageFiles()
{
    return QDir(workspace().connection().channel->folder()).entryList({QStringLiteral("*.eml")});
}

void PlannerHarness::changeElsewhere(const QString& sql)
{
    sql::Connection connection(m_profile.kind == ui::ConnectionKind::Mysql
                                   ? sql::mysqlConnection(m_profile.server, m_profile.server.names.po)
                                   : sql::writingSettings(m_profile.file, 5000));
    connection.execute(sql);
}

void PlannerHarness::click(const char* name)
{
    auto* button = find<QAbstractButton>(name);
    if (!button)
        return;
    // A grey button takes no click, and a person waits for it.
    QTRY_VERIFY2_WITH_TIMEOUT(button->isEnabled(), qPrintable(button->toolTip()), kPatience);
    QTest::mouseClick(button, Qt::LeftButton);
}

void PlannerHarness::createAndSend()
{
    answer("dialog.messagePreview", [](QWidget& dialog) {
        QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("btn.createAndSend")),
                          Qt::LeftButton);
    });
    click("btn.createAndSendPo");
}

void PlannerHarness::trigger(const char* actionName)
{
    if (auto* action = find<QAction>(actionName))
        action->trigger();
}

void PlannerHarness::goTo(const QString& productId)
{
    answer("dialog.locator", [productId](QWidget& dialog) {
        auto* edit = dialog.findChild<QLineEdit*>(QStringLiteral("edit.locator"));
        QTest::keyClicks(edit, productId);
        QTest::keyClick(edit, Qt::Key_Return);
    });
    trigger("action.locate");
    QTRY_COMPARE_WITH_TIMEOUT(
        find<QTableView>("grid.products")->currentIndex().siblingAtColumn(0).data().toString(), productId,
        kPatience);
}

QString PlannerHarness::textOf(const char* labelName)
{
    auto* label = find<QLabel>(labelName);
    return label ? label->text() : QString();
}

void PlannerHarness::answer(const char* dialogName, std::function<void(QWidget&)> step)
{
    ++m_pendingAnswers;
    DialogWatch::instance().expect(QString::fromLatin1(dialogName), this,
                                   [this, step = std::move(step)](QWidget& dialog) {
                                       --m_pendingAnswers;
                                       step(dialog);
                                   });
}

void PlannerHarness::forgetAnswers()
{
    m_pendingAnswers -= DialogWatch::instance().forget(this);
}

void PlannerHarness::screenshot(const QString& name)
{
    const QString folder = QCoreApplication::applicationDirPath() + QStringLiteral("/../screenshots");
    QDir().mkpath(folder);
    QCoreApplication::processEvents();
    QVERIFY(window().grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
}

} // namespace purchasing::tests
