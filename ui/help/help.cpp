#include "ui/help/help.h"

#include "ui/help/help_topics.h"
#include "ui/help/help_window.h"
#include "ui/shell/shortcut_keys.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QKeyEvent>
#include <QMainWindow>
#include <QMenu>

namespace purchasing::ui {

Help::Help(QMainWindow& window, const ShortcutKeys& keys, QSettings& settings, QString action)
    : m_window(window)
    , m_keys(keys)
    , m_settings(settings)
    , m_action(std::move(action))
{
    qApp->installEventFilter(this);
}

Help::~Help()
{
    close();
}

HelpWindow* Help::window() const
{
    return m_manual;
}

void Help::close()
{
    if (m_manual)
        m_manual->close(); // It keeps its place.
    delete m_manual;
}

void Help::showForFocus()
{
    const QWidget* focus = QApplication::focusWidget();
    if (!focus)
        focus = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : &m_window;
    if (!m_manual)
        m_manual = new HelpWindow(m_keys, m_settings);
    // From the manual itself: its first page.
    const QString topic = topicOf(focus, m_manual->manual());
    standBefore(QApplication::activeModalWidget());
    m_manual->showTopic(topic);
}

void Help::standBefore(QWidget* dialog)
{
    if (dialog == m_manual || m_manual->parentWidget() == dialog)
        return;
    m_manual->setParent(dialog, Qt::Window);
    if (auto* asking = qobject_cast<QDialog*>(dialog)) {
        // It stays when the dialog goes.
        connect(asking, &QDialog::finished, m_manual, [this] {
            const bool wasOpen = m_manual->isVisible();
            m_manual->setParent(nullptr, Qt::Window);
            if (wasOpen)
                m_manual->show();
        });
    }
}

bool Help::eventFilter(QObject* watched, QEvent* event)
{
    // The main window's own act does it everywhere else.
    if (event->type() == QEvent::KeyPress && watched->isWidgetType() && QApplication::activeModalWidget()) {
        const auto* pressed = static_cast<QKeyEvent*>(event);
        const QKeySequence key(pressed->key() | int(pressed->modifiers()));
        const KeyedAct* act = m_keys.find(m_action);
        if (act ? act->action->shortcuts().contains(key) : key == QKeySequence(Qt::Key_F1)) {
            showForFocus();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace purchasing::ui
