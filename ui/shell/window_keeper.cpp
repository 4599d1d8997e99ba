#include "ui/shell/window_keeper.h"

#include "ui/connect/connect_dialog.h"
#include "ui/connect/connections.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"

#include <QEventLoopLocker>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <chrono>
#include <utility>

namespace purchasing::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kDropInterval = 250ms;

} // namespace

WindowKeeper::WindowKeeper(QSettings& settings, Language& language, Connections* connections)
    : m_settings(settings)
    , m_language(language)
    , m_connections(connections)
    // Beside the settings, which have what was typed.
    , m_session(QFileInfo(settings.fileName()).absolutePath() + QStringLiteral("/sessions"))
    , m_isAfterCrash(m_session.isAfterCrash())
{
    connect(&m_dropTimer, &QTimer::timeout, this, &WindowKeeper::dropIdle);
}

WindowKeeper::~WindowKeeper() = default;

void WindowKeeper::connectTo(Connection connection)
{
    const QEventLoopLocker stay; // Between the two windows there is none, which must not end the program.
    if (m_window)
        m_window->close();
    m_window.reset();
    retire();
    m_workspace = std::make_unique<Workspace>(std::move(connection));
    open();
    Q_EMIT connected();
    m_workspace->identity().refresh();
    m_workspace->feed().reload();
}

void WindowKeeper::open()
{
    m_window = std::make_unique<MainWindow>(*m_workspace, m_settings);
    // Queued: the window that asks is deleted here.
    connect(m_window.get(), &MainWindow::languageChosen, this, &WindowKeeper::changeLanguage,
            Qt::QueuedConnection);
    if (m_connections) {
        connect(
            m_window.get(), &MainWindow::connectWanted, this, [this] { chooseConnection({}, {}); },
            Qt::QueuedConnection);
        connect(m_window.get(), &MainWindow::recentWanted, this, &WindowKeeper::openRecent,
                Qt::QueuedConnection);
        m_window->offerConnections(*m_connections);
    }
    if (std::exchange(m_isAfterCrash, false))
        m_window->recoverAfterCrash();
    m_window->show();
}

void WindowKeeper::close()
{
    if (m_window)
        m_window->close();
    m_window.reset();
    m_workspace.reset();
    m_retired.clear();
}

void WindowKeeper::changeLanguage(const QString& code)
{
    const QEventLoopLocker stay;
    m_settings.setValue(QStringLiteral("language"), code);
    m_window->close();
    m_language.use(code);
    open();
    m_workspace->feed().reload(); // Decisions hold their problems in words.
}

void WindowKeeper::chooseConnection(const QString& id, const QString& problem)
{
    std::optional<Connection> chosen;
    {
        // Gone before the window, whose child it is.
        ConnectDialog dialog(*m_connections, m_window.get());
        if (!id.isEmpty())
            dialog.select(id, problem);
        dialog.exec();
        chosen = dialog.takeConnection();
    }
    if (chosen)
        connectTo(std::move(*chosen));
}

void WindowKeeper::openRecent(const QString& id)
{
    const auto profile = m_connections->list().find(id);
    if (!profile)
        return;
    const Result<Connection> opened = m_connections->openWaiting(*profile, m_window.get());
    if (!opened) {
        if (opened.error().kind != ErrorKind::Cancelled)
            chooseConnection(id, opened.error().message);
        return;
    }
    m_connections->list().markUsed(id);
    connectTo(*opened);
}

void WindowKeeper::retire()
{
    if (!m_workspace)
        return;
    // Destroying a workspace waits for its database, which may be the reason why it is left.
    m_workspace->feed().retire();
    m_retired.push_back(std::move(m_workspace));
    m_dropTimer.start(kDropInterval);
}

void WindowKeeper::dropIdle()
{
    m_retired.erase(std::remove_if(m_retired.begin(), m_retired.end(),
                                   [](const std::unique_ptr<Workspace>& workspace) {
                                       const auto& isIdle = workspace->connection().isIdle;
                                       return !isIdle || isIdle();
                                   }),
                    m_retired.end());
    if (m_retired.empty())
        m_dropTimer.stop();
}

} // namespace purchasing::ui
