#include "core/grl/syntax/diagnostic.h"

#include <algorithm>

namespace purchasing::grl {
namespace {

constexpr std::size_t kLongestShownLine = 200;

// Tabs stay tabs under the line, so that the caret stands below its character in any terminal.
std::string caretLine(std::string_view line, int column, int width)
{
    std::string caret;
    std::size_t offset = 0;
    for (int position = 1; position < column && offset < line.size(); ++position)
        caret += nextCodePoint(line, offset) == U'\t' ? '\t' : ' ';
    caret += '^';
    caret.append(static_cast<std::size_t>(std::max(0, width - 1)), '~');
    return caret;
}

// What cannot be seen could drive the terminal or turn the line around: a sign stands for it, one column wide
// as the caret counts.
std::string visible(std::string_view text)
{
    std::string shown;
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t point = nextCodePoint(text, offset);
        const bool plain = point == U' ' || point == U'\t';
        appendCodePoint(shown,
                        plain || (point != kInvalidCodePoint && !isInvisible(point)) ? point : U'\uFFFD');
    }
    return shown;
}

} // namespace

Diagnostic worded(Severity severity, std::string id, const Phrase& message, const Phrase& hint,
                  std::string pack, std::string rule)
{
    Diagnostic diagnostic{severity,       std::move(id),   message.english(),
                          hint.english(), std::move(pack), std::move(rule)};
    diagnostic.messageWords = message;
    diagnostic.hintWords = hint;
    return diagnostic;
}

Diagnostic placed(Diagnostic diagnostic, const LineIndex& lines, SourceRange range)
{
    const SourcePosition begin = lines.position(range.offset);
    const SourcePosition end = lines.position(range.offset + range.length);
    diagnostic.line = begin.line;
    diagnostic.column = begin.column;
    diagnostic.endLine = end.line;
    diagnostic.endColumn = end.column;
    diagnostic.offset = range.offset;
    diagnostic.length = range.length;
    return diagnostic;
}

std::string_view severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Info: return "info";
    }
    return "error";
}

bool hasErrors(std::span<const Diagnostic> diagnostics)
{
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::Error; });
}

std::string renderDiagnostic(const Diagnostic& diagnostic, std::string_view packText)
{
    std::string text = visible(diagnostic.pack) + ':' + std::to_string(diagnostic.line) + ':'
        + std::to_string(diagnostic.column) + ": " + std::string(severityName(diagnostic.severity)) + ": "
        + visible(diagnostic.message);
    if (!diagnostic.hint.empty())
        text += " (" + visible(diagnostic.hint) + ')';
    const std::string_view line = LineIndex(packText).line(diagnostic.line);
    if (!line.empty() && line.size() <= kLongestShownLine) {
        const int lineEnd = static_cast<int>(countCodePoints(line)) + 1;
        const int end = diagnostic.endLine == diagnostic.line ? diagnostic.endColumn : lineEnd;
        text += '\n' + visible(line);
        text += '\n';
        text += caretLine(line, diagnostic.column, std::min(end, lineEnd) - diagnostic.column);
    }
    return text;
}

} // namespace purchasing::grl
