#pragma once

#include <QObject>

#include <memory>

class QSettings;

namespace purchasing::ui {

class Language;
class MainWindow;
class Workspace;

/// Keeps the one main window. Choosing another language replaces it by a new one with the new texts.
class WindowKeeper : public QObject
{
    Q_OBJECT

public:
    WindowKeeper(Workspace& workspace, QSettings& settings, Language& language);
    ~WindowKeeper() override;

    /// Makes a window in the language that is in use, and shows it.
    void open();
    /// Null until open() and after close().
    [[nodiscard]] MainWindow* window() const { return m_window.get(); }
    /// Closes the window as a person does, so that it keeps its state in the settings.
    void close();

private:
    void changeLanguage(const QString& code);

    Workspace& m_workspace;
    QSettings& m_settings;
    Language& m_language;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace purchasing::ui
