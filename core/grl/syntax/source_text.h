#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace purchasing::grl {

/// A stretch of a pack's text in bytes.
struct SourceRange
{
    std::size_t offset = 0;
    std::size_t length = 0;

    friend bool operator==(const SourceRange&, const SourceRange&) = default;
};

/// A place for people: both count from 1, columns count Unicode code points.
struct SourcePosition
{
    int line = 1;
    int column = 1;

    friend bool operator==(const SourcePosition&, const SourcePosition&) = default;
};

/// Whether the character at `offset` is a line's last: a line feed, or a carriage return without one. Editors
/// show lines this way.
[[nodiscard]] bool endsLine(std::string_view text, std::size_t offset);

/// Finds line and column of byte offsets. Keeps a view: the text must outlive it.
class LineIndex
{
public:
    explicit LineIndex(std::string_view text);

    /// Offsets beyond the end give the place after the last character.
    [[nodiscard]] SourcePosition position(std::size_t offset) const;
    /// Returns line `line` (from 1) without its line break; empty when there is none.
    [[nodiscard]] std::string_view line(int line) const;

private:
    std::string_view m_text;
    std::vector<std::size_t> m_starts;
};

/// Reads one code point at `offset` and moves `offset` behind it. Returns U+FFFFFFFF for invalid UTF-8,
/// moving one byte. `offset` must be inside the text.
[[nodiscard]] char32_t nextCodePoint(std::string_view text, std::size_t& offset);
inline constexpr char32_t kInvalidCodePoint = 0xFFFFFFFF;

[[nodiscard]] bool isValidUtf8(std::string_view text);
[[nodiscard]] std::size_t countCodePoints(std::string_view text);
void appendCodePoint(std::string& text, char32_t codePoint);

/// A stretch of code points, the last one included.
struct CodePointRange
{
    char32_t first;
    char32_t last;
};

[[nodiscard]] bool isInAny(std::span<const CodePointRange> ranges, char32_t codePoint);
/// Whether the character shows nothing, or looks like an ordinary blank: control and format characters, and
/// blanks of all widths.
[[nodiscard]] bool isInvisible(char32_t codePoint);
/// "U+00A0".
[[nodiscard]] std::string codePointName(char32_t codePoint);

/// Compares ASCII letters without case.
[[nodiscard]] bool equalIgnoringCase(std::string_view left, std::string_view right);
[[nodiscard]] std::string toLowerAscii(std::string_view text);

/// Returns the candidate that differs from `word` by few letters, or an empty text.
[[nodiscard]] std::string closestName(std::string_view word, const std::vector<std::string_view>& candidates);

} // namespace purchasing::grl
