#pragma once

#include "core/grl/syntax/diagnostic.h"

#include <QString>

namespace purchasing {

/// What is wrong with a rule and what to do about it, in the program's language; in English where no
/// translation is installed, as on the command line and in the services.
[[nodiscard]] QString messageInWords(const grl::Diagnostic& diagnostic);
[[nodiscard]] QString hintInWords(const grl::Diagnostic& diagnostic);

/// A phrase whose forms translators know in `context`.
[[nodiscard]] QString phraseInWords(const grl::Phrase& phrase, const char* context = "Grl");

} // namespace purchasing
