#include "ui/parts/alt_keys.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMenuBar>
#include <QShortcutEvent>

namespace purchasing::ui {
namespace {

bool opensMenu(const QWidget& window, const QKeySequence& key)
{
    for (QMenuBar* bar : window.findChildren<QMenuBar*>()) {
        for (QAction* menu : bar->actions()) {
            if (menu->isEnabled() && QKeySequence::mnemonic(menu->text()) == key) {
                bar->setActiveAction(menu);
                return true;
            }
        }
    }
    return false;
}

} // namespace

AltKeys::AltKeys()
{
    qApp->installEventFilter(this);
}

bool AltKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Shortcut && qobject_cast<QAbstractButton*>(watched)) {
        // Two have it: by itself the button would take the focus, and the menu open at the second press.
        const auto* shortcut = static_cast<QShortcutEvent*>(event);
        if (shortcut->isAmbiguous() && opensMenu(*static_cast<QWidget*>(watched)->window(), shortcut->key()))
            return true;
    }
    if (event->type() == QEvent::KeyPress && watched->isWidgetType()) {
        // Where a key of its own chooses a third letter, it does not come as Alt alone.
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isAlt = (key->modifiers() & ~Qt::ShiftModifier) == Qt::AltModifier;
        const QString text = key->text();
        if (isAlt && !text.isEmpty() && text.front().isPrint()
            && static_cast<QWidget*>(watched)->testAttribute(Qt::WA_InputMethodEnabled))
            return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace purchasing::ui
