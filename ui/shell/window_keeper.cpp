#include "ui/shell/window_keeper.h"

#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/workspace/workspace.h"

#include <QEventLoopLocker>
#include <QSettings>

namespace purchasing::ui {

WindowKeeper::WindowKeeper(Workspace& workspace, QSettings& settings, Language& language)
    : m_workspace(workspace)
    , m_settings(settings)
    , m_language(language)
{
}

WindowKeeper::~WindowKeeper() = default;

void WindowKeeper::open()
{
    m_window = std::make_unique<MainWindow>(m_workspace, m_settings);
    // Queued: the window that asks is deleted here.
    connect(m_window.get(), &MainWindow::languageChosen, this, &WindowKeeper::changeLanguage,
            Qt::QueuedConnection);
    m_window->show();
}

void WindowKeeper::close()
{
    if (m_window)
        m_window->close();
    m_window.reset();
}

void WindowKeeper::changeLanguage(const QString& code)
{
    const QEventLoopLocker stay; // Between the two windows there is none, which must not end the program.
    m_settings.setValue(QStringLiteral("language"), code);
    m_window->close();
    m_language.use(code);
    open();
    m_workspace.reload(); // Decisions hold their problems in words.
}

} // namespace purchasing::ui
