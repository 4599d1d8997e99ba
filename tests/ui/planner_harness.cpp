#include "tests/ui/planner_harness.h"

#include "ui/orders/order_document.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTimer>

namespace purchasing::tests {
namespace {

constexpr int kPatience = 15000; // Generous, because sanitizers on a busy machine are slow.

} // namespace

PlannerHarness::PlannerHarness(const QString& file, const QString& language,
                               std::function<void(FlowPorts&)> adjust)
    : m_file(file.isEmpty() ? m_folder.filePath(QStringLiteral("demo.sqlite")) : file)
    , m_adjust(std::move(adjust))
    , m_settings(
          std::make_unique<QSettings>(QFileInfo(m_file).absolutePath() + QStringLiteral("/planner.ini"),
                                              QSettings::IniFormat))
{
    m_settings->setValue(QStringLiteral("language"), language);
    start();
}

PlannerHarness::~PlannerHarness()
{
    m_windows.reset();
    m_workspace.reset();
}

void PlannerHarness::start()
{
    Result<Installation> installation = openInstallation(m_file, ui::orderPdf);
    if (!installation) {
        QTest::qFail(qPrintable(installation.error().message), __FILE__, __LINE__);
        return;
    }
    ui::Connection connection;
    connection.name = QStringLiteral("demo");
    connection.location = m_file;
    connection.readOnly = !installation->readOnlyReason.isEmpty();
    connection.readOnlyReason = installation->readOnlyReason;
    connection.ports = installation->ports;
    if (m_adjust)
        m_adjust(connection.ports);
    connection.catalogue = installation->catalogue;
    connection.importer = installation->importer;
    connection.channel = installation->channel;
    ui::theme::apply(ui::theme::fromSettingWord(
        m_settings->value(QStringLiteral("appearance"), QStringLiteral("light")).toString()));
    m_language.use(m_settings->value(QStringLiteral("language")).toString());
    m_workspace = std::make_unique<ui::Workspace>(std::move(connection));
    m_windows = std::make_unique<ui::WindowKeeper>(*m_workspace, *m_settings, m_language);
    m_windows->open();
    window().resize(1440, 900);
    m_workspace->refreshIdentity();
    m_workspace->reload();
    QTRY_VERIFY_WITH_TIMEOUT(m_workspace->isLoaded(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_workspace->actor().personId.isEmpty(), kPatience);
}

void PlannerHarness::restart()
{
    m_windows->close();
    m_windows.reset();
    m_workspace.reset();
    start();
}

QStringList PlannerHarness::messageFiles() const
{
    return QDir(QFileInfo(m_file).absolutePath() + QStringLiteral("/outbox"))
        .entryList({QStringLiteral("*.eml")});
}

void PlannerHarness::click(const char* name)
{
    auto* button = find<QAbstractButton>(name);
    if (!button)
        return;
    QTest::mouseClick(button, Qt::LeftButton);
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
    auto* timer = new QTimer(qApp);
    timer->setInterval(10);
    int* patience = new int(kPatience / 10);
    QObject::connect(timer, &QTimer::timeout, qApp,
                     [this, timer, patience, name = QString::fromLatin1(dialogName), step = std::move(step)] {
                         QWidget* dialog = QApplication::activeModalWidget();
                         if ((!dialog || dialog->objectName() != name) && --*patience > 0)
                             return;
                         timer->stop();
                         timer->deleteLater();
                         delete patience;
                         if (dialog && dialog->objectName() == name) {
                             --m_pendingAnswers;
                             step(*dialog);
                         }
                     });
    timer->start();
}

void PlannerHarness::screenshot(const QString& name)
{
    const QString folder = QCoreApplication::applicationDirPath() + QStringLiteral("/../screenshots");
    QDir().mkpath(folder);
    QCoreApplication::processEvents();
    QVERIFY(window().grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
}

} // namespace purchasing::tests
