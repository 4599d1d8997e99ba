#include "ui/shell/disabled_keys.h"

#include "ui/parts/action_state.h"
#include "ui/shell/shortcut_keys.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

#include <algorithm>

namespace purchasing::ui {
namespace {

bool isReachable(const QAction& action, const QWidget& focus)
{
    if (action.shortcutContext() != Qt::WidgetWithChildrenShortcut)
        return true;
    const auto objects = action.associatedObjects();
    return std::any_of(objects.begin(), objects.end(), [&focus](QObject* object) {
        const auto* widget = qobject_cast<QWidget*>(object);
        return widget && (widget == &focus || widget->isAncestorOf(&focus));
    });
}

} // namespace

DisabledKeys::DisabledKeys(QWidget& window)
    : QObject(&window)
    , m_window(window)
{
    qApp->installEventFilter(this);
}

bool DisabledKeys::eventFilter(QObject* object, QEvent* event)
{
    // A key that is pressed after all keys of acts were tried, and before a text takes it.
    if (event->type() == QEvent::KeyPress && object->isWidgetType()) {
        const auto& focus = *static_cast<QWidget*>(object);
        const auto& key = *static_cast<QKeyEvent*>(event);
        const QAction* act = focus.window() == &m_window ? disabledActOf(key, focus) : nullptr;
        if (act) {
            Q_EMIT refused(
                QStringLiteral("%1: %2").arg(ShortcutKeys::textOf(*act), act->property(kWhyNot).toString()));
            return true;
        }
    }
    return QObject::eventFilter(object, event);
}

const QAction* DisabledKeys::disabledActOf(const QKeyEvent& event, const QWidget& focus) const
{
    const Qt::KeyboardModifiers held = event.modifiers() & ~Qt::KeypadModifier;
    if (!(held & (Qt::ControlModifier | Qt::AltModifier))
        && (event.key() < Qt::Key_F1 || event.key() > Qt::Key_F35))
        return nullptr; // What one types is nobody's act.
    const QKeySequence pressed(static_cast<int>(held) | event.key());
    for (const auto* action : m_window.findChildren<QAction*>()) {
        if (!action->isEnabled() && !action->property(kWhyNot).toString().isEmpty()
            && action->shortcuts().contains(pressed) && isReachable(*action, focus))
            return action;
    }
    return nullptr;
}

} // namespace purchasing::ui
