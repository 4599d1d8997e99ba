// A large catalogue in the real window, offscreen: how long until the first rows, all rows and all decisions
// are there, what memory that takes, how long filtering and sorting take, how soon another program's change
// is on the screen, and the longest time the window did not react in all of it.
//
// Usage: catalogue_bench DATABASE_FILE | catalogue_bench --mysql (the server of .env)
#include "app/wiring/installation.h"
#include "ui/export/export_dialog.h"
#include "ui/planning/planning_page.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_keeper.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>

#include <cstdio>
#include <ctime>
#include <functional>

namespace {

using namespace purchasing;

/// Notices how long the event loop was away: a timer that should fire every millisecond.
class StallWatch : public QObject
{
public:
    StallWatch()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_worst = std::max(m_worst, m_since.nsecsElapsed());
            m_since.start();
        });
        m_since.start();
        m_timer.start(2);
    }
    double takeWorstMs()
    {
        const double ms = static_cast<double>(m_worst) / 1e6;
        m_worst = 0;
        return ms;
    }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_worst = 0;
};

double memoryMb(const char* key)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(key))
            return line.mid(static_cast<qsizetype>(qstrlen(key))).trimmed().split(' ').first().toDouble()
                / 1024;
    }
    return 0;
}

/// Handles events until `isDone`, and says how long that took.
double waitMs(const std::function<bool()>& isDone)
{
    QElapsedTimer timer;
    timer.start();
    QEventLoop loop;
    QTimer look; // Sleeps in between: the cores are for what is measured.
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (isDone() || timer.elapsed() > 120000)
            loop.quit();
    });
    look.start(2);
    loop.exec();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    setlinebuf(stdout);
    if (argc < 2)
        return 2;
    const QString place = QString::fromLocal8Bit(argv[1]);
    const bool mysql = place == QLatin1String("--mysql");
    const auto open = [&]() -> Result<Installation> {
        if (!mysql)
            return openInstallation(place);
        const Result<Environment> environment = Environment::read(QStringLiteral(".env"));
        return environment ? openMysqlInstallation(*environment) : Result<Installation>(environment.error());
    };
    Result<Installation> installation = open();
    Result<Installation> other = open();
    if (!installation || !other) {
        std::fprintf(stderr, "%s\n",
                     qUtf8Printable(installation ? other.error().message : installation.error().message));
        return 1;
    }
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("planner.ini")), QSettings::IniFormat);
    ui::Connection connection;
    connection.name = QStringLiteral("bench");
    connection.ports = installation->ports;
    connection.catalogue = installation->catalogue;
    connection.channel = installation->channel;
    ui::Language language;
    QElapsedTimer sinceStart;
    sinceStart.start();
    ui::WindowKeeper windows(settings, language);
    windows.connectTo(connection);
    ui::Workspace& workspace = *windows.workspace();
    auto* grid = windows.window()->findChild<QTableView*>(QStringLiteral("grid.products"));
    auto* filter = windows.window()->findChild<QLineEdit*>(QStringLiteral("edit.filter"));
    QObject::connect(
        &workspace.feed(), &ui::CatalogueFeed::loadingFailed, &workspace, [](const Error& error) {
            std::fprintf(stderr, "%s (%s)\n", qUtf8Printable(error.message), qUtf8Printable(error.detail));
        });
    StallWatch stalls;
    const auto seconds = [&] { return static_cast<double>(sinceStart.elapsed()) / 1e3; };
    (void)waitMs([&] { return grid->isVisible() && grid->model()->rowCount() > 0; });
    std::printf("first rows                       %8.2f s\n", seconds());
    double rowsAt = 0;
    int rows = 0;
    const auto notice = [&] {
        if (grid->model()->rowCount() != rows)
            rowsAt = seconds();
        rows = grid->model()->rowCount();
    };
    (void)waitMs([&] {
        notice();
        return workspace.feed().isLoaded();
    });
    const double decidedAt = seconds();
    (void)waitMs([&] {
        notice();
        return rows == workspace.feed().productCount();
    });
    std::printf("all rows in the grid             %8.2f s\n", rowsAt);
    std::printf("%7d products, decided        %8.2f s\n", workspace.feed().productCount(), decidedAt);
    std::printf("processor time for that          %8.2f s\n",
                static_cast<double>(std::clock()) / CLOCKS_PER_SEC);
    std::printf("worst stall while loading        %8.1f ms\n", stalls.takeWorstMs());
    std::printf("memory resident, most            %8.0f MB, %.0f MB (packed catalogue %.0f MB)\n",
                memoryMb("VmRSS:"), memoryMb("VmHWM:"),
                static_cast<double>(workspace.feed().catalogue()->memory()) / 1048576);
    (void)waitMs([&, timer = QElapsedTimer()]() mutable {
        if (!timer.isValid())
            timer.start();
        return timer.elapsed() > 1500;
    });
    (void)stalls.takeWorstMs();

    const int all = grid->model()->rowCount();
    filter->setText(QStringLiteral("valve"));
    std::printf("filter by a word                 %8.1f ms",
                waitMs([&] { return grid->model()->rowCount() != all; }));
    std::printf(" (%d rows)\n", grid->model()->rowCount());
    filter->clear();
    (void)waitMs([&] { return grid->model()->rowCount() == all; });
    for (const int column : {4, 1}) {
        const QString before = grid->model()->index(0, 0).data().toString();
        grid->sortByColumn(column, Qt::DescendingOrder);
        std::printf("sort by %-24s %8.1f ms\n",
                    qUtf8Printable(grid->model()->headerData(column, Qt::Horizontal).toString()),
                    waitMs([&] { return grid->model()->index(0, 0).data().toString() != before; }));
    }
    std::printf("worst stall while arranging      %8.1f ms\n", stalls.takeWorstMs());

    workspace.feed().reload();
    std::printf("reading all of it again          %8.1f s\n",
                waitMs([&] { return !workspace.feed().isBusy(); }) / 1e3);
    std::printf("worst stall while reading again  %8.1f ms\n", stalls.takeWorstMs());
    std::printf("memory resident, most            %8.0f MB\n", memoryMb("VmHWM:"));

    // Everything into files, through the dialog.
    auto* page = windows.window()->findChild<ui::PlanningPage*>();
    for (const bool isWorkbook : {false, true}) {
        ui::ExportDialog dialog(page->exportSource());
        dialog.findChild<QComboBox*>(QStringLiteral("combo.exportFormat"))->setCurrentIndex(isWorkbook);
        dialog.show();
        bool isWritten = false;
        QObject::connect(&dialog, &ui::ExportDialog::exported, &dialog, [&] { isWritten = true; });
        const QString file =
            folder.filePath(isWorkbook ? QStringLiteral("all.xlsx") : QStringLiteral("all.csv"));
        dialog.exportTo(file);
        const double ms = waitMs([&] { return isWritten; });
        std::printf("export to %-22s %8.1f s (%lld MB)\n", isWorkbook ? "a workbook" : "CSV", ms / 1e3,
                    static_cast<long long>(QFileInfo(file).size() >> 20));
    }
    std::printf("worst stall while exporting      %8.1f ms\n", stalls.takeWorstMs());
    std::printf("memory resident, most            %8.0f MB\n", memoryMb("VmHWM:"));

    // Another program orders a product.
    const int row = workspace.feed().productCount() / 2;
    const QString productId = workspace.feed().catalogue()->productId(row);
    PurchasingFlow flow(other->ports);
    const Actor actor = other->ports.people->operatingSystemUser().result().value();
    int candidate = row;
    while (candidate < workspace.feed().productCount()
           && workspace.feed().planned(candidate)->word != Word::ToOrder)
        ++candidate;
    const QString ordered = workspace.feed().catalogue()->productId(candidate);
    const auto made =
        flow.run({ordered, {}, actor}, QStringLiteral("bench-%1").arg(QDateTime::currentMSecsSinceEpoch()));
    (void)waitMs([&] { return made.isFinished(); });
    std::printf("another's order to the screen    %8.1f ms", waitMs([&] {
                    return workspace.feed().planned(workspace.feed().rowOf(ordered))->word == Word::Covered;
                }));
    std::printf(" (%s)\n", qUtf8Printable(ordered));
    std::printf("worst stall                      %8.1f ms\n", stalls.takeWorstMs());
    return 0;
}
