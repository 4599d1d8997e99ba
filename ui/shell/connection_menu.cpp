#include "ui/shell/connection_menu.h"

#include "ui/connect/connections.h"
#include "ui/shell/main_window.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>

namespace purchasing::ui {
namespace {

struct ConnectionMenuWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::ConnectionMenu)
};

} // namespace

void addConnectionMenu(QMenu& file, Connections& connections, MainWindow& window)
{
    QAction* before = file.actions().front();
    auto* connectAction = new QAction(ConnectionMenuWords::tr("&Connect…"), &window);
    connectAction->setObjectName(QStringLiteral("action.connect"));
    connectAction->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    connectAction->setStatusTip(ConnectionMenuWords::tr("Work on another database file or server"));
    QObject::connect(connectAction, &QAction::triggered, &window, &MainWindow::connectWanted);
    auto* recent = new QMenu(ConnectionMenuWords::tr("&Recent"), &window);
    recent->setObjectName(QStringLiteral("menu.recent"));
    QObject::connect(recent, &QMenu::aboutToShow, &window, [recent, &connections, &window] {
        recent->clear();
        for (const ConnectionProfile& profile : connections.list().recent()) {
            QAction* action = recent->addAction(
                profile.isProduction ? ConnectionMenuWords::tr("%1 – production").arg(profile.name)
                                     : profile.name);
            QObject::connect(action, &QAction::triggered, &window,
                             [&window, id = profile.id] { Q_EMIT window.recentWanted(id); });
        }
        if (recent->isEmpty())
            recent->addAction(ConnectionMenuWords::tr("Nothing was opened yet"))->setEnabled(false);
    });
    file.insertAction(before, connectAction);
    file.insertMenu(before, recent);
    file.insertSeparator(before);
}

} // namespace purchasing::ui
