#include "core/grl/functions/function_families.h"
#include "core/grl/functions/value_operators.h"
#include "core/grl/syntax/source_text.h"

#include <algorithm>
#include <re2/re2.h>

namespace purchasing::grl {
namespace {

constexpr std::size_t kMaxPatterns = 64;
constexpr std::size_t kMaxParts = 100'000;

std::optional<Value> fail(FunctionContext& context, std::string message)
{
    context.error = std::move(message);
    return std::nullopt;
}

std::optional<Value> limited(std::string text, FunctionContext& context)
{
    if (text.size() > context.maxTextBytes)
        return fail(context, "the text becomes too long");
    return Value(std::move(text));
}

// Latin, Greek and Cyrillic letters; others have no case or keep it.
char32_t toUpper(char32_t letter)
{
    if (letter < 0x80)
        return letter >= U'a' && letter <= U'z' ? letter - 0x20 : letter;
    if ((letter >= 0xE0 && letter <= 0xFE && letter != 0xF7)
        || (letter >= 0x3B1 && letter <= 0x3C9 && letter != 0x3C2) || (letter >= 0x430 && letter <= 0x44F))
        return letter - 0x20;
    if (letter >= 0x450 && letter <= 0x45F)
        return letter - 0x50;
    if (((letter >= 0x100 && letter <= 0x137) || (letter >= 0x14A && letter <= 0x177)) && letter != 0x131)
        return letter & ~char32_t{1};
    if ((letter >= 0x139 && letter <= 0x148) || (letter >= 0x179 && letter <= 0x17E))
        return letter % 2 == 0 ? letter - 1 : letter;
    return letter;
}

char32_t toLower(char32_t letter)
{
    if (letter < 0x80)
        return letter >= U'A' && letter <= U'Z' ? letter + 0x20 : letter;
    if ((letter >= 0xC0 && letter <= 0xDE && letter != 0xD7) || (letter >= 0x391 && letter <= 0x3A9)
        || (letter >= 0x410 && letter <= 0x42F))
        return letter + 0x20;
    if (letter >= 0x400 && letter <= 0x40F)
        return letter + 0x50;
    if (((letter >= 0x100 && letter <= 0x137) || (letter >= 0x14A && letter <= 0x177)) && letter != 0x130)
        return letter | 1;
    if ((letter >= 0x139 && letter <= 0x148) || (letter >= 0x179 && letter <= 0x17E))
        return letter % 2 == 1 ? letter + 1 : letter;
    return letter;
}

template <typename Mapping> std::string mapped(const std::string& text, Mapping mapping)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t start = offset;
        const char32_t letter = nextCodePoint(text, offset);
        if (letter == kInvalidCodePoint)
            result.append(text, start, offset - start);
        else
            appendCodePoint(result, mapping(letter));
    }
    return result;
}

std::string trimmed(const std::string& text)
{
    constexpr std::string_view kSpace = " \t\r\n\v\f";
    const std::size_t first = text.find_first_not_of(kSpace);
    return first == std::string::npos ? std::string()
                                      : text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::size_t countOf(const std::string& text, const std::string& part)
{
    if (part.empty())
        return countCodePoints(text) + 1;
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

std::optional<Value> replace(std::span<const Value> arguments, FunctionContext& context)
{
    const std::string& text = arguments[0].asText();
    const std::string& old = arguments[1].asText();
    const std::string& replacement = arguments[2].asText();
    if (old.empty())
        return arguments[0];
    const std::size_t count = countOf(text, old);
    // Known before anything is made: a few calls could otherwise fill the memory.
    if (text.size() - count * old.size() + count * replacement.size() > context.maxTextBytes)
        return fail(context, "the text becomes too long");
    std::string result;
    std::size_t start = 0;
    for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, start)) {
        result.append(text, start, at - start).append(replacement);
        start = at + old.size();
    }
    return Value(result.append(text, start));
}

std::optional<std::int64_t> wholeNumber(const Value& value)
{
    const auto number = toDecimal(value);
    return number ? number->toInteger() : std::nullopt;
}

std::optional<Value> substring(std::span<const Value> arguments, FunctionContext& context)
{
    const auto start = wholeNumber(arguments[1]);
    const auto length =
        arguments.size() > 2 ? wholeNumber(arguments[2]) : std::optional<std::int64_t>(INT64_MAX);
    if (!start || !length || *start < 0 || *length < 0)
        return fail(context, "start and length must be whole numbers from 0");
    const std::string& text = arguments[0].asText();
    std::size_t offset = 0;
    for (std::int64_t skipped = 0; skipped < *start && offset < text.size(); ++skipped)
        (void)nextCodePoint(text, offset);
    const std::size_t begin = offset;
    for (std::int64_t taken = 0; taken < *length && offset < text.size(); ++taken)
        (void)nextCodePoint(text, offset);
    return Value(text.substr(begin, offset - begin));
}

std::optional<Value> repeat(std::span<const Value> arguments, FunctionContext& context)
{
    const auto count = wholeNumber(arguments[1]);
    const std::string& text = arguments[0].asText();
    if (!count || *count < 0)
        return fail(context, "the count must be a whole number from 0");
    if (!text.empty() && static_cast<std::uint64_t>(*count) > context.maxTextBytes / text.size())
        return fail(context, "the text becomes too long");
    std::string result;
    for (std::int64_t time = 0; time < *count && !text.empty(); ++time)
        result += text;
    return Value(std::move(result));
}

std::optional<Value> split(std::span<const Value> arguments, FunctionContext& context)
{
    const std::string& text = arguments[0].asText();
    const std::string& separator = arguments[1].asText();
    if (separator.empty())
        return fail(context, "the separator is empty");
    Value::Array parts;
    std::size_t start = 0;
    for (std::size_t at = text.find(separator); at != std::string::npos; at = text.find(separator, start)) {
        parts.emplace_back(text.substr(start, at - start));
        start = at + separator.size();
        if (parts.size() > kMaxParts)
            return fail(context, "the text has too many parts");
    }
    parts.emplace_back(text.substr(start));
    return Value(std::move(parts));
}

std::optional<Value> indexIn(std::size_t found, const std::string& text)
{
    if (found == std::string::npos)
        return Value(std::int64_t{-1});
    return Value(static_cast<std::int64_t>(countCodePoints(std::string_view(text).substr(0, found))));
}

} // namespace

std::unique_ptr<re2::RE2> compilePattern(std::string_view pattern)
{
    re2::RE2::Options options;
    options.set_log_errors(false);
    return std::make_unique<re2::RE2>(re2::StringPiece(pattern.data(), pattern.size()), options);
}

PatternCache::PatternCache() = default;
PatternCache::~PatternCache() = default;
PatternCache::PatternCache(PatternCache&&) noexcept = default;
PatternCache& PatternCache::operator=(PatternCache&&) noexcept = default;

const re2::RE2* PatternCache::compile(const std::string& pattern, std::string& error)
{
    auto found = m_patterns.find(pattern);
    if (found == m_patterns.end()) {
        if (m_patterns.size() >= kMaxPatterns)
            m_patterns.clear();
        found = m_patterns.emplace(pattern, compilePattern(pattern)).first;
    }
    if (found->second->ok())
        return found->second.get();
    error = "the pattern is no valid regular expression: " + found->second->error();
    return nullptr;
}

std::optional<Value> callTextFunction(Function function, std::span<const Value> arguments,
                                      FunctionContext& context)
{
    // The first argument is a text, and so are all others but the numbers of Substring and Repeat.
    for (std::size_t index = 0; index < arguments.size(); ++index) {
        const bool number = index > 0 && (function == Function::Substring || function == Function::Repeat);
        if (number ? !arguments[index].isNumber() : !arguments[index].isText()) {
            return fail(context,
                        std::string(number ? "a number" : "text") + " is needed, but this is "
                            + std::string(arguments[index].kindName()));
        }
    }
    const std::string& text = arguments[0].asText();
    switch (function) {
    case Function::StringContains: return Value(text.find(arguments[1].asText()) != std::string::npos);
    case Function::HasPrefix: return Value(text.starts_with(arguments[1].asText()));
    case Function::HasSuffix: return Value(text.ends_with(arguments[1].asText()));
    case Function::MatchString: {
        const re2::RE2* pattern = context.patterns.compile(arguments[1].asText(), context.error);
        return pattern == nullptr ? std::nullopt
                                  : std::optional(Value(re2::RE2::PartialMatch(text, *pattern)));
    }
    case Function::Compare: {
        const int order = text.compare(arguments[1].asText());
        return Value(std::int64_t{order < 0 ? -1 : order > 0 ? 1 : 0});
    }
    case Function::Count: return Value(static_cast<std::int64_t>(countOf(text, arguments[1].asText())));
    case Function::Index: return indexIn(text.find(arguments[1].asText()), text);
    case Function::LastIndex: return indexIn(text.rfind(arguments[1].asText()), text);
    case Function::ToUpper: return limited(mapped(text, toUpper), context);
    case Function::ToLower: return limited(mapped(text, toLower), context);
    case Function::Trim: return Value(trimmed(text));
    case Function::Substring: return substring(arguments, context);
    case Function::Replace: return replace(arguments, context);
    case Function::Repeat: return repeat(arguments, context);
    case Function::Split: return split(arguments, context);
    default: return fail(context, "this function cannot be called here");
    }
}

} // namespace purchasing::grl
