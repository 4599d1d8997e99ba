#include "ui/parts/alt_keys.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace purchasing::ui {

AltKeys::AltKeys()
{
    qApp->installEventFilter(this);
}

bool AltKeys::eventFilter(QObject* watched, QEvent* event)
{
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
