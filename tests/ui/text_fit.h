#pragma once

#include <QStringList>

class QWidget;

namespace purchasing::tests {

/// The texts of visible labels, buttons, check boxes, group boxes and headers that are wider or higher than
/// what they are written on ("object \"text\": size of size"), and panels that must be scrolled sideways. A
/// header may be shortened where its tip says all of it, and what an empty field asks for where it has one.
[[nodiscard]] QStringList clippedTexts(const QWidget& window);

} // namespace purchasing::tests
