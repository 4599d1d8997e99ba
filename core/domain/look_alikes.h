#pragma once

#include <QHash>
#include <QString>

#include <atomic>

namespace purchasing {

class Catalogue;

/// What an id looks like to a person: without surrounding and non-breaking blanks and invisible characters,
/// in one case and normalisation. Ids of the same looks are different products all the same.
[[nodiscard]] QString looksOf(const QString& id);

/// Finds ids that look like another one.
class LookAlikes
{
public:
    /// Takes an id and returns a different one taken before that looks the same; empty where there is none.
    [[nodiscard]] QString add(const QString& id);

private:
    QHash<QString, QString> m_idByLooks; ///< The first of each.
};

/// The products of a catalogue that look like another one, each with the id of one that it looks like. Takes
/// part of a second for a million products, so it is no work for the window's thread; worthless once
/// `cancelled`.
[[nodiscard]] QHash<QString, QString> lookAlikesIn(const Catalogue& catalogue,
                                                   const std::atomic_bool& cancelled);

} // namespace purchasing
