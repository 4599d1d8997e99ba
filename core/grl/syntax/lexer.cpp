#include "core/grl/syntax/lexer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace purchasing::grl {
namespace {

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

bool isHexDigit(char character)
{
    return isDigit(character) || (character >= 'a' && character <= 'f')
        || (character >= 'A' && character <= 'F');
}

struct KeywordName
{
    std::string_view name;
    TokenKind kind;
};

constexpr std::array kKeywords{
    KeywordName{"rule", TokenKind::KeywordRule}, KeywordName{"when", TokenKind::KeywordWhen},
    KeywordName{"then", TokenKind::KeywordThen}, KeywordName{"salience", TokenKind::KeywordSalience},
    KeywordName{"true", TokenKind::KeywordTrue}, KeywordName{"false", TokenKind::KeywordFalse},
    KeywordName{"null", TokenKind::KeywordNull}, KeywordName{"nil", TokenKind::KeywordNull},
};

struct Punctuation
{
    std::string_view text;
    TokenKind kind;
};

// Longer forms first: the first match wins.
constexpr std::array kPunctuation{
    Punctuation{"==", TokenKind::Equal},      Punctuation{"!=", TokenKind::NotEqual},
    Punctuation{"<=", TokenKind::LessEqual},  Punctuation{">=", TokenKind::GreaterEqual},
    Punctuation{"&&", TokenKind::And},        Punctuation{"||", TokenKind::Or},
    Punctuation{"+=", TokenKind::PlusAssign}, Punctuation{"-=", TokenKind::MinusAssign},
    Punctuation{"*=", TokenKind::StarAssign}, Punctuation{"/=", TokenKind::SlashAssign},
    Punctuation{"{", TokenKind::LeftBrace},   Punctuation{"}", TokenKind::RightBrace},
    Punctuation{"(", TokenKind::LeftParen},   Punctuation{")", TokenKind::RightParen},
    Punctuation{"[", TokenKind::LeftBracket}, Punctuation{"]", TokenKind::RightBracket},
    Punctuation{",", TokenKind::Comma},       Punctuation{";", TokenKind::Semicolon},
    Punctuation{":", TokenKind::Colon},       Punctuation{".", TokenKind::Dot},
    Punctuation{"=", TokenKind::Assign},      Punctuation{"<", TokenKind::Less},
    Punctuation{">", TokenKind::Greater},     Punctuation{"!", TokenKind::Not},
    Punctuation{"+", TokenKind::Plus},        Punctuation{"-", TokenKind::Minus},
    Punctuation{"*", TokenKind::Star},        Punctuation{"/", TokenKind::Slash},
    Punctuation{"%", TokenKind::Percent},     Punctuation{"&", TokenKind::Ampersand},
    Punctuation{"|", TokenKind::Pipe},
};

class Lexer
{
public:
    explicit Lexer(std::string_view source)
        : m_source(source)
    {
        if (source.starts_with("\xEF\xBB\xBF"))
            m_offset = m_lineStart = m_counted = 3;
    }

    std::vector<Token> run()
    {
        while (skipWhiteSpace(), m_offset < m_source.size())
            next();
        begin();
        finish(TokenKind::End);
        return std::move(m_tokens);
    }

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const
    {
        return m_offset + ahead < m_source.size() ? m_source[m_offset + ahead] : '\0';
    }
    [[nodiscard]] bool startsWith(std::string_view text) const
    {
        return m_source.substr(m_offset).starts_with(text);
    }

    void skipWhiteSpace()
    {
        while (m_offset < m_source.size()) {
            const char character = m_source[m_offset];
            if (endsLine(m_source, m_offset)) {
                ++m_offset;
                newLine();
            } else if (character == ' ' || character == '\t' || character == '\r') {
                ++m_offset;
            } else {
                return;
            }
        }
    }

    void newLine()
    {
        ++m_line;
        m_lineStart = m_counted = m_offset;
        m_column = 1;
    }

    // Columns are counted once per character: each token continues where the last one stopped.
    void begin()
    {
        m_column += static_cast<int>(countCodePoints(m_source.substr(m_counted, m_offset - m_counted)));
        m_counted = m_offset;
        m_current = Token{TokenKind::End, TokenError::None, m_offset, 0, m_line, m_column};
    }

    void finish(TokenKind kind, TokenError error = TokenError::None)
    {
        m_current.kind = kind;
        m_current.error = error;
        m_current.length = m_offset - m_current.offset;
        m_tokens.push_back(m_current);
    }

    void next()
    {
        begin();
        if (startsWith("//") || startsWith(";;"))
            return lineComment();
        if (startsWith("/*"))
            return blockComment();
        const char character = peek();
        if (character == '"' || character == '\'')
            return string(character);
        if (isDigit(character) || (character == '.' && isDigit(peek(1)) && !afterOperand()))
            return number();
        if (character == '$')
            return variable();
        for (const Punctuation& punctuation : kPunctuation) {
            if (startsWith(punctuation.text)) {
                m_offset += punctuation.text.size();
                return finish(punctuation.kind);
            }
        }
        word();
    }

    // `a.25` is a mistake in a member name, `(.25)` is a number.
    [[nodiscard]] bool afterOperand() const
    {
        if (m_tokens.empty() || m_tokens.back().offset + m_tokens.back().length != m_offset)
            return false;
        const TokenKind kind = m_tokens.back().kind;
        return kind == TokenKind::Identifier || kind == TokenKind::RightParen
            || kind == TokenKind::RightBracket || kind == TokenKind::BindVariable;
    }

    void lineComment()
    {
        // Also at a lone carriage return: editors show a new line there, and what looks like a rule must not
        // be a comment.
        m_offset = std::min(m_source.find_first_of("\r\n", m_offset), m_source.size());
        finish(TokenKind::Comment);
    }

    void blockComment()
    {
        const std::size_t end = m_source.find("*/", m_offset + 2);
        m_offset = end == std::string_view::npos ? m_source.size() : end + 2;
        finish(end == std::string_view::npos ? TokenKind::Error : TokenKind::Comment,
               end == std::string_view::npos ? TokenError::UnterminatedComment : TokenError::None);
        recount();
    }

    // A token with line breaks inside: line and column go on behind its last one.
    void recount()
    {
        for (std::size_t offset = m_current.offset; offset < m_offset; ++offset) {
            if (endsLine(m_source, offset)) {
                ++m_line;
                m_lineStart = m_counted = offset + 1;
                m_column = 1;
            }
        }
    }

    void string(char quote)
    {
        ++m_offset;
        while (m_offset < m_source.size() && m_source[m_offset] != quote)
            m_offset += m_source[m_offset] == '\\' && m_offset + 1 < m_source.size() ? 2 : 1;
        const bool closed = m_offset < m_source.size();
        if (closed) {
            ++m_offset;
            finish(TokenKind::String);
            return recount();
        }
        // Without its end a string would swallow the rest of the file and all its other mistakes.
        const std::size_t lineEnd = m_source.find('\n', m_current.offset);
        m_offset = lineEnd == std::string_view::npos ? m_source.size() : lineEnd;
        finish(TokenKind::Error, TokenError::UnterminatedString);
    }

    void number()
    {
        bool good = true;
        bool isFloat = false;
        if (peek() == '0' && (peek(1) == 'x' || peek(1) == 'X')) {
            m_offset += 2;
            const std::size_t digits = m_offset;
            while (isHexDigit(peek()))
                ++m_offset;
            if (peek() == '.') {
                isFloat = true;
                ++m_offset;
                while (isHexDigit(peek()))
                    ++m_offset;
            }
            good = m_offset > digits;
            if (peek() == 'p' || peek() == 'P')
                good = exponent() && good, isFloat = true;
            else if (isFloat)
                good = false;
        } else {
            while (isDigit(peek()))
                ++m_offset;
            if (peek() == '.' && !isIdentifierAhead(1)) {
                isFloat = true;
                ++m_offset;
                while (isDigit(peek()))
                    ++m_offset;
            }
            if (peek() == 'e' || peek() == 'E')
                good = exponent(), isFloat = true;
        }
        if (isIdentifierAhead(0) || isDigit(peek())) {
            good = false;
            while (isDigit(peek()) || isIdentifierAhead(0))
                (void)nextCodePoint(m_source, m_offset);
        }
        if (!good)
            return finish(TokenKind::Error, TokenError::MalformedNumber);
        finish(isFloat ? TokenKind::Float : TokenKind::Integer);
    }

    bool exponent()
    {
        ++m_offset;
        if (peek() == '+' || peek() == '-')
            ++m_offset;
        const std::size_t digits = m_offset;
        while (isDigit(peek()))
            ++m_offset;
        return m_offset > digits;
    }

    // After `1.` an exponent may follow (1.e+0); any other letter starts a member name.
    [[nodiscard]] bool isIdentifierAhead(std::size_t ahead) const
    {
        std::size_t offset = m_offset + ahead;
        if (offset >= m_source.size())
            return false;
        if (ahead == 1 && (peek(1) == 'e' || peek(1) == 'E')
            && (isDigit(peek(2)) || ((peek(2) == '+' || peek(2) == '-') && isDigit(peek(3)))))
            return false;
        return isIdentifierStart(nextCodePoint(m_source, offset));
    }

    void consumeWord()
    {
        while (m_offset < m_source.size()) {
            std::size_t after = m_offset;
            const char32_t codePoint = nextCodePoint(m_source, after);
            if (!isIdentifierStart(codePoint) && !(codePoint >= U'0' && codePoint <= U'9'))
                return;
            m_offset = after;
        }
    }

    void variable()
    {
        ++m_offset;
        const bool multi = peek() == '?';
        if (multi)
            ++m_offset;
        if (!isIdentifierAhead(0))
            return finish(TokenKind::Error, TokenError::UnexpectedCharacter);
        consumeWord();
        finish(multi ? TokenKind::MultiVariable : TokenKind::BindVariable);
    }

    void word()
    {
        std::size_t after = m_offset;
        const char32_t codePoint = nextCodePoint(m_source, after);
        if (!isIdentifierStart(codePoint)) {
            m_offset = after;
            const bool quote = codePoint >= 0x2018 && codePoint <= 0x201F;
            return finish(TokenKind::Error,
                          codePoint == kInvalidCodePoint ? TokenError::InvalidUtf8
                              : quote                    ? TokenError::TypographicQuote
                                                         : TokenError::UnexpectedCharacter);
        }
        consumeWord();
        const std::string_view text = m_source.substr(m_current.offset, m_offset - m_current.offset);
        // After a dot any word is a plain member name.
        if (m_tokens.empty() || m_tokens.back().kind != TokenKind::Dot) {
            for (const KeywordName& keyword : kKeywords) {
                if (equalIgnoringCase(text, keyword.name))
                    return finish(keyword.kind);
            }
        }
        finish(TokenKind::Identifier);
    }

    std::string_view m_source;
    std::size_t m_offset = 0;
    std::size_t m_lineStart = 0;
    std::size_t m_counted = 0;
    int m_line = 1;
    int m_column = 1;
    Token m_current;
    std::vector<Token> m_tokens;
};

std::optional<unsigned> hexValue(char character)
{
    if (isDigit(character))
        return static_cast<unsigned>(character - '0');
    if (!isHexDigit(character))
        return std::nullopt;
    return static_cast<unsigned>((character | 0x20) - 'a' + 10);
}

} // namespace

bool isIdentifierStart(char32_t codePoint)
{
    if (codePoint < 0x80) {
        return (codePoint >= U'a' && codePoint <= U'z') || (codePoint >= U'A' && codePoint <= U'Z')
            || codePoint == U'_';
    }
    using Range = CodePointRange;
    // Signs, punctuation, arrows, private use and the like. Everything else that can be seen counts as a
    // letter.
    constexpr std::array kNoLetters{
        Range{0xA1, 0xA9},       Range{0xAB, 0xB4},
        Range{0xB6, 0xB9},       Range{0xBB, 0xBF},
        Range{0xD7, 0xD7},       Range{0xF7, 0xF7},
        Range{0x2010, 0x205E},   Range{0x20A0, 0x20CF},
        Range{0x2190, 0x2BFF},   Range{0x2E00, 0x2E7F},
        Range{0x3001, 0x3004},   Range{0x3007, 0x3020},
        Range{0xD800, 0xF8FF},   Range{0xFE10, 0xFE6F},
        Range{0xFF00, 0xFF20},   Range{0xFF3B, 0xFF40},
        Range{0xFF5B, 0xFF65},   Range{0xFFE0, 0xFFFF},
        Range{0x1F000, 0x1FAFF}, Range{0xE1000, kInvalidCodePoint},
    };
    return !isInvisible(codePoint) && !isInAny(kNoLetters, codePoint);
}

std::vector<Token> tokenize(std::string_view source)
{
    return Lexer(source).run();
}

DecodedText decodeString(std::string_view token)
{
    DecodedText result;
    const auto fail = [&](Phrase message, std::size_t offset, std::size_t length) {
        result.error = std::move(message);
        result.errorRange = {offset, std::min(length, token.size() - 1 - offset)};
        return result;
    };
    const std::size_t end = token.size() - 1;
    for (std::size_t offset = 1; offset < end;) {
        if (token[offset] != '\\') {
            result.text.push_back(token[offset++]);
            continue;
        }
        const char escape = token[offset + 1];
        const auto digits = [&](std::size_t count) -> std::optional<char32_t> {
            char32_t value = 0;
            for (std::size_t index = 0; index < count; ++index) {
                const auto digit =
                    offset + 2 + index < end ? hexValue(token[offset + 2 + index]) : std::nullopt;
                if (!digit)
                    return std::nullopt;
                value = value * 16 + *digit;
            }
            return value;
        };
        switch (escape) {
        case 'n': result.text.push_back('\n'); break;
        case 't': result.text.push_back('\t'); break;
        case 'r': result.text.push_back('\r'); break;
        case 'a': result.text.push_back('\a'); break;
        case 'b': result.text.push_back('\b'); break;
        case 'f': result.text.push_back('\f'); break;
        case 'v': result.text.push_back('\v'); break;
        case '\\':
        case '"':
        case '\'': result.text.push_back(escape); break;
        case 'x':
        case 'u':
        case 'U': {
            const std::size_t count = escape == 'x' ? 2 : escape == 'u' ? 4 : 8;
            const auto value = digits(count);
            if (!value) {
                return fail({QT_TRANSLATE_NOOP("Grl", "The escape \\%1 needs %2 hexadecimal digits."),
                             {std::string(1, escape), std::to_string(count)}},
                            offset, count + 2);
            }
            if (escape == 'x') {
                result.text.push_back(static_cast<char>(static_cast<unsigned char>(*value)));
            } else {
                if (*value > 0x10FFFF || (*value >= 0xD800 && *value <= 0xDFFF))
                    return fail(QT_TRANSLATE_NOOP("Grl", "The escape names no Unicode character."), offset,
                                count + 2);
                appendCodePoint(result.text, *value);
            }
            offset += count;
            break;
        }
        default: {
            if (escape < '0' || escape > '7') {
                std::size_t after = offset + 1;
                (void)nextCodePoint(token, after);
                return fail({QT_TRANSLATE_NOOP("Grl", "Unknown escape %1."),
                             {std::string(token.substr(offset, after - offset))}},
                            offset, after - offset);
            }
            unsigned value = 0;
            for (std::size_t index = 1; index <= 3; ++index) {
                const char digit = offset + index < end ? token[offset + index] : '\0';
                if (digit < '0' || digit > '7')
                    return fail(QT_TRANSLATE_NOOP("Grl", "An octal escape needs three digits 0 to 7."),
                                offset, 4);
                value = value * 8 + static_cast<unsigned>(digit - '0');
            }
            if (value > 255)
                return fail(QT_TRANSLATE_NOOP("Grl", "The octal escape is larger than \\377."), offset, 4);
            result.text.push_back(static_cast<char>(static_cast<unsigned char>(value)));
            offset += 2;
            break;
        }
        }
        offset += 2;
    }
    if (!isValidUtf8(result.text))
        return fail(QT_TRANSLATE_NOOP("Grl", "The text is not valid UTF-8."), 0, token.size());
    return result;
}

} // namespace purchasing::grl
