#pragma once

#include "ui/recovery/session_mark.h"
#include "ui/workspace/workspace.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

class QSettings;

namespace purchasing::ui {

class Connections;
class Language;
class MainWindow;

/// Keeps the one main window and the workspace it shows. Choosing another language, or connecting to
/// something else, replaces the window by a new one.
class WindowKeeper : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the keeper. Without `connections` there is no way to connect to something else.
    WindowKeeper(QSettings& settings, Language& language, Connections* connections = nullptr);
    ~WindowKeeper() override;

    /// Works on `connection` from now on: closes the window, as a person does, and opens one in the language
    /// that is in use. What the connection before still has under way ends by itself.
    void connectTo(Connection connection);
    /// Null until connectTo(), as is the workspace, and after close().
    [[nodiscard]] MainWindow* window() const { return m_window.get(); }
    [[nodiscard]] Workspace* workspace() const { return m_workspace.get(); }
    /// Closes the window as a person does, so that it keeps its state in the settings, and lets go of the
    /// workspace.
    void close();

Q_SIGNALS:
    /// Another workspace is there and begins to load.
    void connected();

private:
    void open();
    void changeLanguage(const QString& code);
    void chooseConnection(const QString& id, const QString& problem);
    void openRecent(const QString& id);
    void retire();
    void dropIdle();

    QSettings& m_settings;
    Language& m_language;
    Connections* m_connections;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
    std::vector<std::unique_ptr<Workspace>> m_retired; ///< Until what they wait for has come or timed out.
    QTimer m_dropTimer;
    SessionMark m_session;
    bool m_isAfterCrash;
};

} // namespace purchasing::ui
