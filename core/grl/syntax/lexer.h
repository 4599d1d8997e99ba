#pragma once

#include "core/grl/syntax/phrase.h"
#include "core/grl/syntax/source_text.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace purchasing::grl {

enum class TokenKind : std::uint8_t {
    End,
    Comment,
    Identifier,
    BindVariable, ///< `$name`
    MultiVariable, ///< `$?name`
    Integer,
    Float,
    String,
    // Keywords, in any case.
    KeywordRule,
    KeywordWhen,
    KeywordThen,
    KeywordSalience,
    KeywordTrue,
    KeywordFalse,
    KeywordNull,
    // Punctuation.
    LeftBrace,
    RightBrace,
    LeftParen,
    RightParen,
    LeftBracket,
    RightBracket,
    Comma,
    Semicolon,
    Colon,
    Dot,
    Assign,
    PlusAssign,
    MinusAssign,
    StarAssign,
    SlashAssign,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    And,
    Or,
    Not,
    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    Ampersand,
    Pipe,
    Error, ///< text that is no token; `Token::error` says why
};

enum class TokenError : std::uint8_t {
    None,
    UnexpectedCharacter,
    TypographicQuote,
    UnterminatedString,
    UnterminatedComment,
    MalformedNumber,
    InvalidUtf8,
};

/// One token and its place; the text is `source.substr(offset, length)`.
struct Token
{
    TokenKind kind = TokenKind::End;
    TokenError error = TokenError::None;
    std::size_t offset = 0;
    std::size_t length = 0;
    int line = 1;
    int column = 1;

    [[nodiscard]] SourceRange range() const { return {offset, length}; }
};

/// Splits a text into tokens, comments included, white space left out, ending with End.
///
/// Never fails: what is no token becomes an Error token, so an editor can colour any text.
[[nodiscard]] std::vector<Token> tokenize(std::string_view source);

[[nodiscard]] constexpr bool isKeyword(TokenKind kind)
{
    return kind >= TokenKind::KeywordRule && kind <= TokenKind::KeywordNull;
}

/// Tells whether a code point may start (or, with digits, continue) an identifier.
[[nodiscard]] bool isIdentifierStart(char32_t codePoint);

/// The value of a String token, or why it has none and where in the token.
struct DecodedText
{
    std::string text;
    Phrase error;
    SourceRange errorRange;
};
/// Resolves the escapes of a String token's text (quotes included).
[[nodiscard]] DecodedText decodeString(std::string_view token);

} // namespace purchasing::grl
