#include "core/domain/look_alikes.h"

#include <algorithm>

namespace purchasing {
namespace {

bool isPlain(QChar character)
{
    return character > QLatin1Char(' ') && character < QChar(0x7f);
}

bool isInvisible(QChar character)
{
    return character.isSpace() || character.category() == QChar::Other_Format
        || character.category() == QChar::Other_Control;
}

} // namespace

QString looksOf(const QString& id)
{
    if (std::all_of(id.begin(), id.end(), isPlain))
        return id.toCaseFolded();
    QString looks = id.normalized(QString::NormalizationForm_KC).toCaseFolded();
    // Blanks inside tell "A 1" from "A1", so only those that nobody sees go everywhere.
    looks = looks.simplified();
    looks.removeIf([](QChar character) { return isInvisible(character) && character != QLatin1Char(' '); });
    return looks.trimmed();
}

QString LookAlikes::add(const QString& id)
{
    const QString looks = looksOf(id);
    const auto known = m_idByLooks.constFind(looks);
    if (known == m_idByLooks.constEnd()) {
        m_idByLooks.insert(looks, id);
        return {};
    }
    return *known == id ? QString() : *known;
}

} // namespace purchasing
