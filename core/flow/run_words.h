#pragma once

#include <QString>

namespace purchasing {

class SentenceForms;

/// What a run of rules says of itself, in the program's language: why it ended early, what became of a rule
/// and why, why a condition could not be evaluated. The rules' own words, names and values stay as they are,
/// and so does what nobody knows the form of.
[[nodiscard]] QString runInWords(const QString& sentence);

/// All sentences and causes of a run.
[[nodiscard]] const SentenceForms& runForms();

} // namespace purchasing
