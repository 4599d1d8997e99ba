#include "core/domain/visible_text.h"

#include <algorithm>

namespace purchasing {
namespace {

/// Nobody sees them, or they make the text after them look like another. Marks that only say how the blank
/// beside them is written are in numbers of some languages, and harm nobody.
bool misleads(QChar character)
{
    const char16_t code = character.unicode();
    return (character.category() == QChar::Other_Control && character != QLatin1Char('\n'))
        || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

} // namespace

QString visibleText(const QString& text)
{
    if (std::none_of(text.begin(), text.end(), misleads))
        return text;
    QString shown;
    for (const QChar character : text) {
        if (misleads(character))
            shown += escaped(character);
        else
            shown += character;
    }
    return shown;
}

QString escaped(QChar character)
{
    return QStringLiteral("\\u%1").arg(character.unicode(), 4, 16, QLatin1Char('0'));
}

} // namespace purchasing
