#pragma once

#include <QString>

namespace purchasing {

class SentenceForms;

/// What happened, in the program's language. The log keeps its sentences in English, because they are part of
/// its hashes; here their forms are recognised and said again. What nobody knows the form of, and what people
/// wrote themselves, stays as it is.
[[nodiscard]] QString historyInWords(const QString& sentence);

/// All sentences that the log is made of.
[[nodiscard]] const SentenceForms& historyForms();

} // namespace purchasing
