#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

class QMainWindow;
class QSettings;
class QWidget;

namespace purchasing::ui {

class HelpWindow;
class ShortcutKeys;

/// Opens the manual where somebody asks for help: by the act of the menu, and by the same key in dialogs,
/// which shut out everything else, so that the manual belongs to the dialog for that long.
class Help : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. `action` is the name of the act that opens the manual; as long as the window has
    /// no such act, before anything was opened, it is F1.
    Help(QMainWindow& window, const ShortcutKeys& keys, QSettings& settings, QString action);
    ~Help() override;

    /// The page that belongs to where the focus is.
    void showForFocus();
    /// Null until it was asked for.
    [[nodiscard]] HelpWindow* window() const;
    void close();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void standBefore(QWidget* dialog);

    QMainWindow& m_window;
    const ShortcutKeys& m_keys;
    QSettings& m_settings;
    QString m_action;
    QPointer<HelpWindow> m_manual; ///< Ours, and for a while a dialog's, with which it may go.
};

} // namespace purchasing::ui
