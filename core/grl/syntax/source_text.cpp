#include "core/grl/syntax/source_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace purchasing::grl {
namespace {

char lowerAscii(char character)
{
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

// Edit distance that counts two swapped neighbours as one edit, the commonest typing mistake.
std::size_t editDistance(const std::string& a, const std::string& b)
{
    const std::size_t width = b.size() + 1;
    std::vector<std::size_t> before(width);
    std::vector<std::size_t> previous(width);
    std::vector<std::size_t> current(width);
    for (std::size_t column = 0; column < width; ++column)
        previous[column] = column;
    for (std::size_t row = 1; row <= a.size(); ++row) {
        current[0] = row;
        for (std::size_t column = 1; column < width; ++column) {
            const std::size_t change = previous[column - 1] + (a[row - 1] == b[column - 1] ? 0 : 1);
            current[column] = std::min({previous[column] + 1, current[column - 1] + 1, change});
            if (row > 1 && column > 1 && a[row - 1] == b[column - 2] && a[row - 2] == b[column - 1])
                current[column] = std::min(current[column], before[column - 2] + 1);
        }
        before.swap(previous);
        previous.swap(current);
    }
    return previous[b.size()];
}

} // namespace

bool endsLine(std::string_view text, std::size_t offset)
{
    return text[offset] == '\n'
        || (text[offset] == '\r' && (offset + 1 == text.size() || text[offset + 1] != '\n'));
}

LineIndex::LineIndex(std::string_view text)
    : m_text(text)
    , m_starts{0}
{
    for (std::size_t offset = 0; offset < text.size(); ++offset) {
        if (endsLine(text, offset))
            m_starts.push_back(offset + 1);
    }
}

SourcePosition LineIndex::position(std::size_t offset) const
{
    offset = std::min(offset, m_text.size());
    const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), offset);
    const std::size_t start = *(next - 1);
    const std::string_view before = m_text.substr(start, offset - start);
    std::size_t column = countCodePoints(before) + 1;
    // A byte order mark is no character of the first line.
    if (start == 0 && before.starts_with("\xEF\xBB\xBF"))
        --column;
    return {static_cast<int>(next - m_starts.begin()), static_cast<int>(column)};
}

std::string_view LineIndex::line(int line) const
{
    if (line < 1 || static_cast<std::size_t>(line) > m_starts.size())
        return {};
    const std::size_t start = m_starts[static_cast<std::size_t>(line) - 1];
    std::string_view result = m_text.substr(start);
    return result.substr(0, result.find_first_of("\r\n"));
}

char32_t nextCodePoint(std::string_view text, std::size_t& offset)
{
    const auto byteAt = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const unsigned char first = byteAt(offset);
    if (first < 0x80) {
        ++offset;
        return first;
    }
    std::size_t length = 0;
    char32_t codePoint = 0;
    char32_t smallest = 0;
    if ((first & 0xE0) == 0xC0) {
        length = 2;
        codePoint = first & 0x1F;
        smallest = 0x80;
    } else if ((first & 0xF0) == 0xE0) {
        length = 3;
        codePoint = first & 0x0F;
        smallest = 0x800;
    } else if ((first & 0xF8) == 0xF0) {
        length = 4;
        codePoint = first & 0x07;
        smallest = 0x10000;
    }
    if (length == 0 || offset + length > text.size()) {
        ++offset;
        return kInvalidCodePoint;
    }
    for (std::size_t index = 1; index < length; ++index) {
        if ((byteAt(offset + index) & 0xC0) != 0x80) {
            ++offset;
            return kInvalidCodePoint;
        }
        codePoint = (codePoint << 6) | (byteAt(offset + index) & 0x3F);
    }
    if (codePoint < smallest || codePoint > 0x10FFFF || (codePoint >= 0xD800 && codePoint <= 0xDFFF)) {
        ++offset;
        return kInvalidCodePoint;
    }
    offset += length;
    return codePoint;
}

bool isValidUtf8(std::string_view text)
{
    for (std::size_t offset = 0; offset < text.size();) {
        if (nextCodePoint(text, offset) == kInvalidCodePoint)
            return false;
    }
    return true;
}

std::size_t countCodePoints(std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t offset = 0; offset < text.size(); ++count)
        (void)nextCodePoint(text, offset);
    return count;
}

void appendCodePoint(std::string& text, char32_t codePoint)
{
    const auto append = [&](char32_t byte) {
        text.push_back(static_cast<char>(static_cast<unsigned char>(byte)));
    };
    if (codePoint < 0x80) {
        append(codePoint);
    } else if (codePoint < 0x800) {
        append(0xC0 | (codePoint >> 6));
        append(0x80 | (codePoint & 0x3F));
    } else if (codePoint < 0x10000) {
        append(0xE0 | (codePoint >> 12));
        append(0x80 | ((codePoint >> 6) & 0x3F));
        append(0x80 | (codePoint & 0x3F));
    } else {
        append(0xF0 | (codePoint >> 18));
        append(0x80 | ((codePoint >> 12) & 0x3F));
        append(0x80 | ((codePoint >> 6) & 0x3F));
        append(0x80 | (codePoint & 0x3F));
    }
}

bool isInAny(std::span<const CodePointRange> ranges, char32_t codePoint)
{
    return std::any_of(ranges.begin(), ranges.end(), [codePoint](const CodePointRange& range) {
        return range.first <= codePoint && codePoint <= range.last;
    });
}

bool isInvisible(char32_t codePoint)
{
    using Range = CodePointRange;
    constexpr std::array kRanges{
        Range{0x00, 0x20},     Range{0x7F, 0xA0},     Range{0xAD, 0xAD},     Range{0x34F, 0x34F},
        Range{0x61C, 0x61C},   Range{0x115F, 0x1160}, Range{0x1680, 0x1680}, Range{0x17B4, 0x17B5},
        Range{0x180B, 0x180F}, Range{0x2000, 0x200F}, Range{0x2028, 0x202F}, Range{0x205F, 0x206F},
        Range{0x2800, 0x2800}, Range{0x3000, 0x3000}, Range{0x3164, 0x3164}, Range{0xFE00, 0xFE0F},
        Range{0xFEFF, 0xFEFF}, Range{0xFFA0, 0xFFA0}, Range{0xFFF9, 0xFFFB}, Range{0xE0000, 0xE0FFF},
    };
    return isInAny(kRanges, codePoint);
}

std::string codePointName(char32_t codePoint)
{
    std::array<char, 16> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(),
                                   static_cast<std::uint32_t>(codePoint), 16);
    std::string text(digits.data(), end.ptr);
    for (char& digit : text)
        digit = digit >= 'a' ? static_cast<char>(digit - 'a' + 'A') : digit;
    return "U+" + std::string(text.size() < 4 ? 4 - text.size() : 0, '0') + text;
}

bool equalIgnoringCase(std::string_view left, std::string_view right)
{
    return left.size() == right.size()
        && std::equal(left.begin(), left.end(), right.begin(),
                      [](char a, char b) { return lowerAscii(a) == lowerAscii(b); });
}

std::string toLowerAscii(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), lowerAscii);
    return lower;
}

std::string closestName(std::string_view word, const std::vector<std::string_view>& candidates)
{
    constexpr std::size_t kLongestWord = 64; // Hostile names must not cost quadratic time.
    if (word.size() > kLongestWord)
        return {};
    const std::string lower = toLowerAscii(word);
    std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
    std::string_view result;
    for (const std::string_view candidate : candidates) {
        if (candidate.size() > kLongestWord)
            continue;
        const std::size_t distance = editDistance(lower, toLowerAscii(candidate));
        if (distance < best) {
            best = distance;
            result = candidate;
        }
    }
    return std::string(result);
}

} // namespace purchasing::grl
