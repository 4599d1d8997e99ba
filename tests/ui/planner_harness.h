#pragma once

#include "ui/connect/connections.h"
#include "ui/parts/alt_keys.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/window_keeper.h"
#include "ui/workspace/workspace.h"

#include <QDir>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

namespace purchasing::tests {

/// Says whether journeys are walked on MariaDB instead of SQLite: ctest runs the programs on both.
[[nodiscard]] bool isOnMariaDb();

/// A connection to a fresh demo on the MariaDB server of this test program.
[[nodiscard]] ui::ConnectionProfile demoOnMariaDb();

/// The real application on a database of its own, driven as a person would: by object names, clicks and keys.
/// Modal dialogs are answered by steps that were queued before the click that opens them; a dialog that
/// nobody answers fails the test at once, and is closed.
class PlannerHarness
{
public:
    /// Opens `file`, or a fresh demo database when it is empty, in `language`, and waits until the catalogue
    /// is shown. With PURCHASING_TEST_DATABASE=mariadb in the environment the demo is on a MariaDB server
    /// instead. `adjust` may put itself between the application and its ports.
    explicit PlannerHarness(const QString& file = {}, const QString& language = QStringLiteral("en"),
                            std::function<void(FlowPorts&)> adjust = {});
    /// Opens what the profile names.
    explicit PlannerHarness(const ui::ConnectionProfile& profile);
    /// The same with settings that stay in the folder.
    PlannerHarness(const ui::ConnectionProfile& profile, const QDir& settingsFolder);
    ~PlannerHarness();

    [[nodiscard]] bool isUsable() const { return m_windows && m_windows->window(); }
    [[nodiscard]] ui::WindowKeeper& windows() { return *m_windows; }
    [[nodiscard]] ui::Workspace& workspace() { return *m_windows->workspace(); }
    [[nodiscard]] QSettings& settings() { return *m_settings; }
    [[nodiscard]] ui::Connections& connections() { return *m_connections; }
    [[nodiscard]] ui::MainWindow& window() { return *m_windows->window(); }
    /// For a second planner on the same database.
    [[nodiscard]] const ui::ConnectionProfile& profile() const { return m_profile; }
    [[nodiscard]] const QString& file() const { return m_profile.file; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QStringList messageFiles();

    /// The visible or hidden widget with this object name; fails the test and returns null when there is
    /// none.
    template <typename Widget> [[nodiscard]] Widget* find(const char* name)
    {
        auto* widget = window().findChild<Widget*>(QLatin1String(name));
        if (!widget)
            QTest::qFail(name, __FILE__, __LINE__);
        return widget;
    }

    void click(const char* name);
    void trigger(const char* actionName);
    /// Create and send: looks at the message and sends it.
    void createAndSend();
    /// Selects a product as a person does: Ctrl+K, its id, Enter.
    void goTo(const QString& productId);
    [[nodiscard]] QString textOf(const char* labelName);

    /// Runs `step` with the next modal dialog that has this object name. Queue it before opening the dialog.
    void answer(const char* dialogName, std::function<void(QWidget&)> step);
    /// Drops answers to dialogs that need not come. Any other that is left when the harness ends fails the
    /// test.
    void forgetAnswers();
    /// Says whether every queued answer was used.
    [[nodiscard]] bool allAnswered() const { return m_pendingAnswers == 0; }

    /// Runs a statement on the database as another program would; tables with their placeholder, as in
    /// "{oms}oms_history".
    void changeElsewhere(const QString& sql);

    /// Saves the window as build/screenshots/NAME.png.
    void screenshot(const QString& name);
    /// Closes the window and the database as a person closing the program, and starts again on the same file.
    void restart();

private:
    void start();

    QTemporaryDir m_folder;
    ui::ConnectionProfile m_profile;
    std::function<void(FlowPorts&)> m_adjust;
    std::unique_ptr<QSettings> m_settings;
    ui::Language m_language;
    ui::AltKeys m_altKeys;
    std::unique_ptr<ui::Connections> m_connections;
    std::unique_ptr<ui::WindowKeeper> m_windows;
    int m_pendingAnswers = 0;
};

} // namespace purchasing::tests
