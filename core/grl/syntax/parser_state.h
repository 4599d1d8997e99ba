#pragma once

#include "core/grl/syntax/lexer.h"
#include "core/grl/syntax/syntax.h"

#include <string>
#include <string_view>
#include <vector>

namespace purchasing::grl {

/// The token stream and the reporting that the rule parser and the expression parser share.
class ParserState
{
public:
    ParserState(std::string_view source, std::string_view packName);

    SyntaxTree tree;
    /// Name of the rule being read, for diagnostics.
    std::string ruleName;

    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
    const Token& advance();
    [[nodiscard]] bool at(TokenKind kind) const { return peek().kind == kind; }
    [[nodiscard]] bool accept(TokenKind kind);
    [[nodiscard]] bool atWord(std::string_view word, std::size_t ahead = 0) const;
    [[nodiscard]] std::string_view textOf(const Token& token) const;
    [[nodiscard]] std::string_view textOf(SourceRange range) const;
    /// End of the token before the current one.
    [[nodiscard]] std::size_t lastEnd() const;
    [[nodiscard]] bool tooManyErrors() const;

    void report(Severity severity, std::string id, const Phrase& message, const Phrase& hint,
                SourceRange range);
    void error(std::string id, const Phrase& message, const Phrase& hint, SourceRange range);
    /// Reports that `what` was expected where the current token stands, or what is wrong with that token
    /// itself.
    void expected(const Phrase& what, const Phrase& hint = {});
    void notYetSupported(const Phrase& what, SourceRange range);

    /// Names a token in words for messages: `'{'`, `the name "x"`, `the end of the file`.
    [[nodiscard]] Phrase describe(const Token& token) const;

private:
    void warnOfHiddenStatements();

    std::string_view m_source;
    std::string m_packName;
    LineIndex m_lines;
    std::vector<Token> m_tokens;
    std::size_t m_position = 0;
};

} // namespace purchasing::grl
