#pragma once

#include <QString>

namespace purchasing {

/// Text that people or other programs wrote, to be read as it is: control characters, and those that turn the
/// direction of writing, stand in it as escapes such as \u001b. Line breaks stay.
[[nodiscard]] QString visibleText(const QString& text);

/// One character as visibleText() writes it.
[[nodiscard]] QString escaped(QChar character);

} // namespace purchasing
