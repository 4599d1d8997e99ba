#include "core/grl/syntax/parser_state.h"

#include "core/grl/syntax/parser.h"

#include <algorithm>

namespace purchasing::grl {

ParserState::ParserState(std::string_view source, std::string_view packName)
    : m_source(source)
    , m_packName(packName)
    , m_lines(source)
    , m_tokens(tokenize(source))
{
    warnOfHiddenStatements();
    std::erase_if(m_tokens, [](const Token& token) { return token.kind == TokenKind::Comment; });
}

// `x = 1;; y = 2;` looks like two statements, but ";;" begins a comment.
void ParserState::warnOfHiddenStatements()
{
    for (std::size_t index = 1; index < m_tokens.size(); ++index) {
        const Token& token = m_tokens[index];
        const Token& before = m_tokens[index - 1];
        const std::string_view text = textOf(token);
        if (token.kind != TokenKind::Comment || !text.starts_with(";;")
            || before.offset + before.length != token.offset
            || text.find_first_not_of("; \t\r") == std::string_view::npos)
            continue;
        report(Severity::Warning, "double-semicolon",
               "\";;\" begins a comment here: the rest of the line is ignored.", "write a single ';'",
               token.range());
    }
}

const Token& ParserState::peek(std::size_t ahead) const
{
    return m_tokens[std::min(m_position + ahead, m_tokens.size() - 1)];
}

const Token& ParserState::advance()
{
    const Token& token = peek();
    if (m_position + 1 < m_tokens.size())
        ++m_position;
    return token;
}

bool ParserState::accept(TokenKind kind)
{
    if (!at(kind))
        return false;
    advance();
    return true;
}

bool ParserState::atWord(std::string_view word, std::size_t ahead) const
{
    const Token& token = peek(ahead);
    return token.kind == TokenKind::Identifier && equalIgnoringCase(textOf(token), word);
}

std::string_view ParserState::textOf(const Token& token) const
{
    return textOf(token.range());
}
std::string_view ParserState::textOf(SourceRange range) const
{
    return m_source.substr(range.offset, range.length);
}

std::size_t ParserState::lastEnd() const
{
    if (m_position == 0)
        return 0;
    const Token& token = m_tokens[m_position - 1];
    return token.offset + token.length;
}

bool ParserState::tooManyErrors() const
{
    return tree.diagnostics.size() >= kMaxDiagnostics;
}

void ParserState::report(Severity severity, std::string id, std::string message, std::string hint,
                         SourceRange range)
{
    if (tooManyErrors())
        return;
    tree.diagnostics.push_back(
        placed({severity, std::move(id), std::move(message), std::move(hint), m_packName, ruleName}, m_lines,
               range));
}

void ParserState::error(std::string id, std::string message, std::string hint, SourceRange range)
{
    report(Severity::Error, std::move(id), std::move(message), std::move(hint), range);
}

void ParserState::expected(std::string_view what, std::string hint)
{
    const Token& token = peek();
    if (token.kind != TokenKind::Error) {
        error("syntax", "Expected " + std::string(what) + " but found " + describe(token) + '.',
              std::move(hint), token.range());
        return;
    }
    switch (token.error) {
    case TokenError::UnterminatedString:
        error("unterminated-text", "The text that begins here is not closed.",
              "add the closing quote " + std::string(textOf(token).substr(0, 1)), token.range());
        break;
    case TokenError::UnterminatedComment:
        error("unterminated-comment", "The comment that begins here is not closed.", "add */",
              {token.offset, std::min<std::size_t>(token.length, 2)});
        break;
    case TokenError::MalformedNumber:
        error("malformed-number", describe(token) + " is no number.", "write for example 12, 1.5 or 0x1F",
              token.range());
        break;
    case TokenError::TypographicQuote:
        error("typographic-quote", "Typographic quotes do not enclose text here.", "use \" or '",
              token.range());
        break;
    case TokenError::InvalidUtf8:
        error("invalid-utf8", "The file holds a byte that is not UTF-8 text.", "save the file as UTF-8",
              token.range());
        break;
    default:
        error("unexpected-character", "The character " + describe(token) + " has no meaning here.",
              std::move(hint), token.range());
        break;
    }
}

void ParserState::notYetSupported(std::string_view what, SourceRange range)
{
    error("not-yet-supported", std::string(what) + " is not yet supported.", {}, range);
}

std::string ParserState::describe(const Token& token) const
{
    constexpr std::size_t kLongestQuote = 40;
    const std::string_view text = textOf(token);
    std::string shown(text.substr(0, kLongestQuote));
    while (!isValidUtf8(shown) && !shown.empty())
        shown.pop_back();
    if (text.size() > kLongestQuote)
        shown += "...";
    switch (token.kind) {
    case TokenKind::End: return "the end of the file";
    case TokenKind::Identifier:
    case TokenKind::BindVariable:
    case TokenKind::MultiVariable: return "the name \"" + shown + '"';
    case TokenKind::Integer:
    case TokenKind::Float: return "the number " + shown;
    case TokenKind::String: return "the text " + shown;
    case TokenKind::Error:
        if (token.error == TokenError::UnexpectedCharacter && !text.empty()) {
            std::size_t offset = 0;
            const char32_t codePoint = nextCodePoint(text, offset);
            if (isInvisible(codePoint))
                return codePointName(codePoint) + ", which cannot be seen,";
        }
        return '\'' + shown + '\'';
    default: return (isKeyword(token.kind) ? "the word \"" + shown + '"' : '\'' + shown + '\'');
    }
}

} // namespace purchasing::grl
