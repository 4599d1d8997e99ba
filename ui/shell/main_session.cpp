// What the main window keeps from one start to the next; the rest of it is in main_window.cpp.
#include "ui/help/help.h"
#include "ui/orders/order_actions.h"
#include "ui/planning/planning_page.h"
#include "ui/rules/rules_page.h"
#include "ui/shell/main_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QSettings>

#include <algorithm>

namespace purchasing::ui {
namespace {

const QString kCreateSends = QStringLiteral("planning/createSends");

} // namespace

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_rules->flushDraft();
    saveSession();
    m_help->close(); // Or the program would not end.
    QMainWindow::closeEvent(event);
}

void MainWindow::restoreSession()
{
    m_settings.beginGroup(QStringLiteral("window"));
    restoreGeometry(m_settings.value(QStringLiteral("geometry")).toByteArray());
    restoreState(m_settings.value(QStringLiteral("layout")).toByteArray(), kLayoutVersion);
    m_planning->restoreState(m_settings.value(QStringLiteral("planning")).toByteArray());
    const int mode = m_settings.value(QStringLiteral("mode"), 0).toInt();
    m_settings.endGroup();
    m_actions->createSends()->setChecked(m_settings.value(kCreateSends, false).toBool());
    setMode(static_cast<Mode>(std::clamp(mode, 0, 3)));
}

void MainWindow::saveSession()
{
    if (mode() == Mode::Planning)
        keepPlanningLayout();
    m_settings.beginGroup(QStringLiteral("window"));
    m_settings.setValue(QStringLiteral("geometry"), saveGeometry());
    m_settings.setValue(QStringLiteral("layout"), m_planningLayout);
    m_settings.setValue(QStringLiteral("planning"), m_planning->saveState());
    m_settings.setValue(QStringLiteral("mode"), static_cast<int>(mode()));
    m_settings.endGroup();
    m_settings.setValue(kCreateSends, m_actions->createSends()->isChecked());
}

void MainWindow::keepPlanningLayout()
{
    m_planningLayout = saveState(kLayoutVersion);
}

void MainWindow::resetLayout()
{
    const Mode shown = mode();
    setMode(Mode::Planning); // Other modes have no room for the product.
    restoreState(m_defaultLayout, kLayoutVersion);
    shareWidth();
    setMode(shown);
}

} // namespace purchasing::ui
