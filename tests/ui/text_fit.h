#pragma once

#include <QStringList>

class QWidget;

namespace purchasing::tests {

/// The texts of visible labels, buttons, check boxes, group boxes and tabs that are wider or higher than what
/// they are written on ("object \"text\": size of size"), and panels that must be scrolled sideways.
[[nodiscard]] QStringList clippedTexts(const QWidget& window);

} // namespace purchasing::tests
