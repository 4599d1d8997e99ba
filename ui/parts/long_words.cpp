#include "ui/parts/long_words.h"

namespace purchasing::ui {
namespace {

constexpr int kLongest = 24; // Characters of a word, or between its breaks.
constexpr QChar kBreak(0x200B); // Takes no room.

} // namespace

QString withBreaks(const QString& text)
{
    QString broken;
    int run = 0;
    for (const QChar c : text) {
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
