#include "core/domain/look_alikes.h"

#include "core/domain/catalogue.h"

#include <algorithm>
#include <utility>
#include <vector>

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

/// A number that is the same for ids of the same looks. Nearly all ids are plain and cost no text of their
/// own.
std::size_t hashOfLooks(QByteArrayView id, QByteArray& buffer)
{
    buffer.clear();
    for (const char byte : id) {
        if (!isPlain(QLatin1Char(byte)))
            return qHash(QByteArrayView(looksOf(QString::fromUtf8(id)).toUtf8()));
        buffer += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    }
    return qHash(QByteArrayView(buffer));
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

QHash<QString, QString> lookAlikesIn(const Catalogue& catalogue, const std::atomic_bool& cancelled)
{
    std::vector<std::pair<std::size_t, int>> rows;
    rows.reserve(static_cast<std::size_t>(catalogue.size()));
    QByteArray buffer;
    for (const Catalogue::Block& block : catalogue.blocks()) {
        if (cancelled.load(std::memory_order_relaxed))
            return {};
        for (int index = 0; index < block->size(); ++index)
            rows.emplace_back(hashOfLooks(block->idBytes(index), buffer), static_cast<int>(rows.size()));
    }
    std::sort(rows.begin(), rows.end());
    QHash<QString, QString> found;
    for (auto first = rows.begin(); first != rows.end();) {
        const auto next = std::find_if(first, rows.end(),
                                       [hash = first->first](const auto& row) { return row.first != hash; });
        LookAlikes known; // Different looks may have the same hash.
        for (auto row = first; next - first > 1 && row != next; ++row) {
            const QString id = catalogue.productId(row->second);
            const QString other = known.add(id);
            if (other.isEmpty())
                continue;
            found.insert(id, other);
            if (!found.contains(other))
                found.insert(other, id);
        }
        first = next;
    }
    return found;
}

} // namespace purchasing
