#pragma once

#include <QString>

namespace purchasing::ui {

/// The text for a label that wraps its lines: words that no narrow panel has room for may be broken, too. A
/// label is never narrower than its longest word, and would make the window as wide. What nobody would see is
/// escaped: see visibleText().
[[nodiscard]] QString withBreaks(const QString& text);

} // namespace purchasing::ui
