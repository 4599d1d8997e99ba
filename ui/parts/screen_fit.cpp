#include "ui/parts/screen_fit.h"

#include <QScreen>
#include <QWidget>

namespace purchasing::ui {
namespace {

constexpr QSize kFrame{16, 48}; // What window managers put around it, which is known only when it is shown.

} // namespace

void resizeWithin(QWidget& window, QSize usual)
{
    // A dialog opens on the screen of the window that asks.
    const QWidget* asking = window.parentWidget() ? window.parentWidget()->window() : &window;
    window.resize(usual.boundedTo(asking->screen()->availableSize() - kFrame));
}

} // namespace purchasing::ui
