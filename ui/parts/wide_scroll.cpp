#include "ui/parts/wide_scroll.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace purchasing::ui {

WideScroll::WideScroll(QWidget* parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
}

QSize WideScroll::minimumSizeHint() const
{
    const QSize usual = QScrollArea::minimumSizeHint();
    const int content = widget() ? widget()->minimumSizeHint().width() : 0;
    return {std::max(usual.width(), content + verticalScrollBar()->sizeHint().width() + 2 * frameWidth()),
            usual.height()};
}

bool WideScroll::event(QEvent* event)
{
    const bool isHandled = QScrollArea::event(event);
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry(); // What is shown changed, and may want to be wider: see minimumSizeHint().
    return isHandled;
}

} // namespace purchasing::ui
