#pragma once

#include "core/grl/syntax/phrase.h"
#include "core/grl/syntax/source_text.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace purchasing::grl {

enum class Severity : std::uint8_t { Error, Warning, Info };

/// Says what is wrong at one place of a rule text, for people.
struct Diagnostic
{
    Severity severity = Severity::Error;
    /// Stable name of the kind of mistake, such as "unknown-fact".
    std::string id;
    /// One sentence.
    std::string message;
    /// What to do about it; may be empty.
    std::string hint;
    /// Name of the pack (file) the place is in.
    std::string pack;
    /// Name of the rule, empty outside of rules.
    std::string rule;
    /// Counted from 1; columns count code points. The end is exclusive.
    int line = 1;
    int column = 1;
    int endLine = 1;
    int endColumn = 1;
    /// The same place in bytes of the pack's text.
    std::size_t offset = 0;
    std::size_t length = 0;
    /// What message and hint say, for a window in another language; empty where somebody else made them.
    Phrase messageWords = {};
    Phrase hintWords = {};
};

/// A diagnostic without its place; says in English what the phrases say.
[[nodiscard]] Diagnostic worded(Severity severity, std::string id, const Phrase& message, const Phrase& hint,
                                std::string pack, std::string rule);

/// The diagnostic with the place, in all its forms, that `range` is in the pack with these lines.
[[nodiscard]] Diagnostic placed(Diagnostic diagnostic, const LineIndex& lines, SourceRange range);

[[nodiscard]] std::string_view severityName(Severity severity);
[[nodiscard]] bool hasErrors(std::span<const Diagnostic> diagnostics);

/// Writes `file:line:column: error: sentence (hint)` and, when the pack's text is given, the line with a
/// caret.
[[nodiscard]] std::string renderDiagnostic(const Diagnostic& diagnostic, std::string_view packText = {});

} // namespace purchasing::grl
