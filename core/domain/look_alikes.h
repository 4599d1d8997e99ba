#pragma once

#include <QHash>
#include <QString>

namespace purchasing {

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

} // namespace purchasing
