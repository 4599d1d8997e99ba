#include "app/wiring/installation.h"
#include "ui/orders/order_document.h"
#include "ui/shell/language.h"
#include "ui/shell/window_keeper.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QMessageBox>
#include <QSettings>
#include <QTimer>

namespace {

using namespace purchasing;

Q_LOGGING_CATEGORY(lcStart, "purchasing.start", QtWarningMsg)

ui::Connection connectionOf(Installation installation)
{
    ui::Connection connection;
    connection.name = QFileInfo(installation.file).fileName();
    connection.location = installation.file;
    connection.readOnly = !installation.readOnlyReason.isEmpty();
    connection.readOnlyReason = installation.readOnlyReason;
    connection.ports = std::move(installation.ports);
    connection.catalogue = std::move(installation.catalogue);
    connection.importer = std::move(installation.importer);
    connection.channel = std::move(installation.channel);
    return connection;
}

} // namespace

int main(int argc, char** argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("purchasing-flow-planner"));
    QApplication::setApplicationDisplayName(QString());
    QApplication::setApplicationVersion(QStringLiteral("0.1.0"));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Purchasing Flow Planner"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption(
        {QStringLiteral("database"), QStringLiteral("The database file."), QStringLiteral("FILE")});
    parser.process(application);

    QSettings settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("purchasing-flow-planner"),
                       QStringLiteral("planner"));
    ui::Language language;
    language.use(settings.value(QStringLiteral("language"), QStringLiteral("en")).toString());
    ui::theme::apply(ui::theme::fromSettingWord(settings.value(QStringLiteral("appearance")).toString()));

    const QString file = parser.isSet(QStringLiteral("database")) ? parser.value(QStringLiteral("database"))
                                                                  : defaultDatabaseFile();
    Result<Installation> installation = openInstallation(file, ui::orderPdf);
    if (!installation) {
        QMessageBox box(QMessageBox::Critical, QApplication::translate("main", "The planner cannot start"),
                        installation.error().message);
        box.setObjectName(QStringLiteral("dialog.cannotStart"));
        box.setDetailedText(installation.error().detail);
        box.exec();
        return 1;
    }

    ui::Workspace workspace(connectionOf(std::move(installation).value()));
    ui::WindowKeeper windows(workspace, settings, language);
    windows.open();
    QObject::connect(&workspace, &ui::Workspace::catalogueReset, &workspace, [&sinceStart] {
        // Queued behind the paint of the filled grid: now the window can be used.
        QTimer::singleShot(0,
                           [&sinceStart] { qCInfo(lcStart, "usable after %lld ms", sinceStart.elapsed()); });
    });
    workspace.refreshIdentity();
    workspace.reload();
    return QApplication::exec();
}
