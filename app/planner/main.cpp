#include "app/planner/desktop_connections.h"
#include "app/planner/start.h"
#include "app/wiring/installation.h"
#include "app/wiring/orderly_end.h"
#include "app/wiring/planner_settings.h"
#include "app/wiring/program_start.h"
#include "app/wiring/services_installation.h"
#include "core/domain/program_version.h"
#include "ui/connect/connections.h"
#include "ui/help/help.h"
#include "ui/parts/alt_keys.h"
#include "ui/preferences/choices.h"
#include "ui/shell/language.h"
#include "ui/shell/shortcut_keys.h"
#include "ui/shell/window_keeper.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QMainWindow>
#include <QTimer>

namespace {

using namespace purchasing;

Q_LOGGING_CATEGORY(lcStart, "purchasing.start", QtWarningMsg)

int run(int argc, char** argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    endWhereThreadsCannotStart();
    QApplication application(argc, argv);
    readNumbersWithAPoint();
    QApplication::setApplicationName(QStringLiteral("purchasing-flow-planner"));
    QApplication::setApplicationDisplayName(QString());
    QApplication::setApplicationVersion(QLatin1String(programVersion()));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Purchasing Flow Planner"));
    parser.addHelpOption();
    parser.addVersionOption();
    addStartOptions(parser);
    parser.process(application);

    PlannerSettings settings;
    const bool isFirstStart = settings.allKeys().isEmpty();
    ui::Language language;
    language.use(settings.value(QStringLiteral("language"), QStringLiteral("en")).toString());
    const ui::AltKeys altKeys;
    ui::theme::apply(ui::theme::fromSettingWord(settings.value(QStringLiteral("appearance")).toString()));

    ui::Connections connections(settings, defaultDatabaseFile(), &openConnection, &probeConnection);
    connections.setDetect(&detectTables);
    connections.setWhyNoServices(whyNoServices());
    std::optional<ui::Connection> connection;
    {
        QMainWindow nothingOpen; // Help is there for who is asked what to open, too.
        const ui::ShortcutKeys keys(nothingOpen, settings);
        const ui::Help help(nothingOpen, keys, settings, QStringLiteral("action.manual"));
        connection = openAtStart(parser, connections, isFirstStart || ui::Choices(settings).asksAtStart());
    }
    if (!connection)
        return 1;

    ui::WindowKeeper windows(settings, language, &connections);
    QObject::connect(&windows, &ui::WindowKeeper::connected, &windows, [&] {
        QObject::connect(&windows.workspace()->feed(), &ui::CatalogueFeed::catalogueReset, &windows,
                         [&sinceStart] {
                             // Queued behind the paint of the filled grid: now the window can be used.
                             QTimer::singleShot(0, [&sinceStart] {
                                 qCInfo(lcStart, "usable after %lld ms", sinceStart.elapsed());
                             });
                         });
    });
    // As closing its windows would end it.
    const OrderlyEnd orderlyEnd([] {
        QApplication::closeAllWindows();
        QApplication::quit();
    });
    windows.connectTo(std::move(*connection));
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    endWithoutStatics(run(argc, argv));
}
