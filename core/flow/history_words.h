#pragma once

#include "core/grl/syntax/phrase.h"

#include <QString>

#include <optional>

namespace purchasing {

/// What happened, in the program's language. The log keeps its sentences in English, because they are part of
/// its hashes; here their forms are recognised and said again. What nobody knows the form of, and what people
/// wrote themselves, stays as it is.
[[nodiscard]] QString historyInWords(const QString& sentence);

/// The form of a sentence and what fills its gaps; unset where nobody knows it.
[[nodiscard]] std::optional<grl::Phrase> historyPhrase(const QString& sentence);

} // namespace purchasing
