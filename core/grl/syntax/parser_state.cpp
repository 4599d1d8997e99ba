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
               QT_TRANSLATE_NOOP("Grl", "\";;\" begins a comment here: the rest of the line is ignored."),
               QT_TRANSLATE_NOOP("Grl", "write a single ';'"), token.range());
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

void ParserState::report(Severity severity, std::string id, const Phrase& message, const Phrase& hint,
                         SourceRange range)
{
    if (tooManyErrors())
        return;
    tree.diagnostics.push_back(
        placed(worded(severity, std::move(id), message, hint, m_packName, ruleName), m_lines, range));
}

void ParserState::error(std::string id, const Phrase& message, const Phrase& hint, SourceRange range)
{
    report(Severity::Error, std::move(id), message, hint, range);
}

void ParserState::expected(const Phrase& what, const Phrase& hint)
{
    const Token& token = peek();
    if (token.kind != TokenKind::Error) {
        error("syntax", {QT_TRANSLATE_NOOP("Grl", "Expected %1 but found %2."), {what, describe(token)}},
              hint, token.range());
        return;
    }
    switch (token.error) {
    case TokenError::UnterminatedString:
        error(
            "unterminated-text", QT_TRANSLATE_NOOP("Grl", "The text that begins here is not closed."),
            {QT_TRANSLATE_NOOP("Grl", "add the closing quote %1"), {std::string(textOf(token).substr(0, 1))}},
            token.range());
        break;
    case TokenError::UnterminatedComment:
        error("unterminated-comment", QT_TRANSLATE_NOOP("Grl", "The comment that begins here is not closed."),
              QT_TRANSLATE_NOOP("Grl", "add */"), {token.offset, std::min<std::size_t>(token.length, 2)});
        break;
    case TokenError::MalformedNumber:
        error("malformed-number", {QT_TRANSLATE_NOOP("Grl", "%1 is no number."), {describe(token)}},
              QT_TRANSLATE_NOOP("Grl", "write for example 12, 1.5 or 0x1F"), token.range());
        break;
    case TokenError::TypographicQuote:
        error("typographic-quote", QT_TRANSLATE_NOOP("Grl", "Typographic quotes do not enclose text here."),
              QT_TRANSLATE_NOOP("Grl", "use \" or '"), token.range());
        break;
    case TokenError::InvalidUtf8:
        error("invalid-utf8", QT_TRANSLATE_NOOP("Grl", "The file holds a byte that is not UTF-8 text."),
              QT_TRANSLATE_NOOP("Grl", "save the file as UTF-8"), token.range());
        break;
    default:
        error("unexpected-character",
              {QT_TRANSLATE_NOOP("Grl", "The character %1 has no meaning here."), {describe(token)}}, hint,
              token.range());
        break;
    }
}

void ParserState::notYetSupported(const Phrase& what, SourceRange range)
{
    error("not-yet-supported", {QT_TRANSLATE_NOOP("Grl", "%1 is not yet supported."), {what}}, {}, range);
}

Phrase ParserState::describe(const Token& token) const
{
    constexpr std::size_t kLongestQuote = 40;
    const std::string_view text = textOf(token);
    std::string shown(text.substr(0, kLongestQuote));
    while (!isValidUtf8(shown) && !shown.empty())
        shown.pop_back();
    if (text.size() > kLongestQuote)
        shown += "...";
    switch (token.kind) {
    case TokenKind::End: return QT_TRANSLATE_NOOP("Grl", "the end of the file");
    case TokenKind::Identifier:
    case TokenKind::BindVariable:
    case TokenKind::MultiVariable: return {QT_TRANSLATE_NOOP("Grl", "the name \"%1\""), {shown}};
    case TokenKind::Integer:
    case TokenKind::Float: return {QT_TRANSLATE_NOOP("Grl", "the number %1"), {shown}};
    case TokenKind::String: return {QT_TRANSLATE_NOOP("Grl", "the text %1"), {shown}};
    case TokenKind::Error:
        if (token.error == TokenError::UnexpectedCharacter && !text.empty()) {
            std::size_t offset = 0;
            const char32_t codePoint = nextCodePoint(text, offset);
            if (isInvisible(codePoint))
                return {QT_TRANSLATE_NOOP("Grl", "%1, which cannot be seen,"), {codePointName(codePoint)}};
        }
        return '\'' + shown + '\'';
    default:
        if (isKeyword(token.kind))
            return {QT_TRANSLATE_NOOP("Grl", "the word \"%1\""), {shown}};
        return '\'' + shown + '\'';
    }
}

} // namespace purchasing::grl
