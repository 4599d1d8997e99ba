#pragma once

#include <QByteArrayView>
#include <QStringList>

namespace purchasing::sql {

/// What a file's first bytes say about its encoding.
struct EncodingGuess
{
    QString encoding; ///< Empty where it cannot be told.
    QStringList candidates; ///< More than one where it has to be asked.
};

/// `start` is the beginning of the file, which may end within a character.
[[nodiscard]] EncodingGuess guessEncoding(QByteArrayView start);

} // namespace purchasing::sql
