#include "core/grl/syntax/expression_parser.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace purchasing::grl {
namespace {

SourceRange between(std::size_t begin, std::size_t end)
{
    return {begin, end - begin};
}

std::optional<double> parseDouble(std::string_view text)
{
    const bool hex = text.starts_with("0x") || text.starts_with("0X");
    if (hex)
        text.remove_prefix(2);
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value,
                                      hex ? std::chars_format::hex : std::chars_format::general);
    if (read.ec == std::errc::result_out_of_range) {
        // Too small counts as zero, as everywhere; too large is a mistake.
        const auto exponent = text.find_last_of("eEpP");
        const bool tiny = exponent != std::string_view::npos && text.substr(exponent + 1).starts_with('-');
        return tiny ? std::optional(0.0) : std::nullopt;
    }
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

/// The digits without zeros in front that say nothing.
std::string_view withoutLeadingZeros(std::string_view text)
{
    while (text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9')
        text.remove_prefix(1);
    return text;
}

} // namespace

std::optional<ExprIndex> ExpressionParser::integer(const Token& token, bool negative, std::size_t offset)
{
    std::string_view text = m_state.textOf(token);
    const SourceRange range = between(offset, token.offset + token.length);
    int base = 10;
    if (text.starts_with("0x") || text.starts_with("0X")) {
        base = 16;
        text.remove_prefix(2);
    } else if (text.size() > 1 && text.front() == '0') {
        base = 8;
        if (text.find_first_of("89") != std::string_view::npos) {
            m_state.error(
                "malformed-number",
                QT_TRANSLATE_NOOP("Grl", "A number that begins with 0 is octal and cannot hold 8 or 9."),
                {QT_TRANSLATE_NOOP("Grl", "write %1"), {std::string(withoutLeadingZeros(text))}}, range);
            return invalid(range);
        }
    }
    std::uint64_t magnitude = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), magnitude, base);
    constexpr std::uint64_t kLargest = std::numeric_limits<std::int64_t>::max();
    if (read.ec != std::errc{} || magnitude > kLargest + (negative ? 1 : 0)) {
        m_state.error("integer-overflow",
                      QT_TRANSLATE_NOOP("Grl", "The number is too large for a 64-bit integer."),
                      QT_TRANSLATE_NOOP("Grl", "write it with a decimal point"), range);
        return invalid(range);
    }
    Expr expr;
    expr.kind = ExprKind::Literal;
    expr.range = expr.nameRange = range;
    expr.literal = Value(static_cast<std::int64_t>(negative ? 0 - magnitude : magnitude));
    if (base == 8)
        expr.leadingZeroHint = {QT_TRANSLATE_NOOP("Grl", "%1 if octal is meant, else %2"),
                                {std::to_string(magnitude), std::string(withoutLeadingZeros(text))}};
    return add(std::move(expr));
}

std::optional<ExprIndex> ExpressionParser::literal()
{
    const Token token = m_state.peek();
    Expr expr;
    expr.kind = ExprKind::Literal;
    expr.range = expr.nameRange = token.range();
    switch (token.kind) {
    case TokenKind::Integer: m_state.advance(); return integer(token, false, token.offset);
    case TokenKind::Float: {
        m_state.advance();
        const std::string_view text = m_state.textOf(token);
        const auto number = parseDouble(text);
        if (!number) {
            m_state.error("number-overflow", QT_TRANSLATE_NOOP("Grl", "The number is too large."), {},
                          token.range());
            return invalid(token.range());
        }
        expr.literal = Value(*number);
        if (const std::string_view plain = withoutLeadingZeros(text); plain != text)
            expr.leadingZeroHint = {QT_TRANSLATE_NOOP("Grl", "write %1"), {std::string(plain)}};
        expr.exact = text.find_first_of("xX") == std::string_view::npos ? Decimal::parse(text)
                                                                        : Decimal::fromDouble(*number);
        break;
    }
    case TokenKind::String: {
        m_state.advance();
        DecodedText decoded = decodeString(m_state.textOf(token));
        if (!decoded.error.empty()) {
            m_state.error("invalid-escape", std::move(decoded.error),
                          QT_TRANSLATE_NOOP("Grl", "write \\\\ for a backslash"),
                          {token.offset + decoded.errorRange.offset, decoded.errorRange.length});
            return invalid(token.range());
        }
        expr.literal = Value(std::move(decoded.text));
        break;
    }
    case TokenKind::KeywordTrue:
    case TokenKind::KeywordFalse:
        m_state.advance();
        expr.literal = Value(token.kind == TokenKind::KeywordTrue);
        break;
    case TokenKind::KeywordNull: m_state.advance(); break;
    default: m_state.expected(QT_TRANSLATE_NOOP("Grl", "a value")); return std::nullopt;
    }
    return add(std::move(expr));
}

} // namespace purchasing::grl
