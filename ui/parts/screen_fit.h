#pragma once

#include <QSize>

class QWidget;

namespace purchasing::ui {

/// Gives a window that is not shown yet its usual size, or as much of it as its screen has beside the frame.
void resizeWithin(QWidget& window, QSize usual);

} // namespace purchasing::ui
