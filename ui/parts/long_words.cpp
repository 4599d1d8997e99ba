#include "ui/parts/long_words.h"

#include "core/domain/visible_text.h"

namespace purchasing::ui {
namespace {

constexpr int kLongest = 24; // Characters of a word, or between its breaks.
constexpr QChar kBreak(0x200B); // Takes no room.

} // namespace

QString withBreaks(const QString& text)
{
    const QString shown = visibleText(text);
    QString broken;
    int run = 0;
    for (const QChar c : shown) {
        run = c.isSpace() || c == kBreak ? 0 : run + 1;
        // What stands together as one sign stays together.
        if (run > kLongest && !c.isLowSurrogate() && !c.isMark()) {
            broken += kBreak;
            run = 1;
        }
        broken += c;
    }
    return broken;
}

} // namespace purchasing::ui
