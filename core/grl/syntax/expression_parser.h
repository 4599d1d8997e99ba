#pragma once

#include "core/grl/syntax/parser_state.h"

#include <optional>

namespace purchasing::grl {

/// Reads expressions by precedence climbing. A mistake is reported to the state; then nothing is returned and
/// the caller finds the next place to go on.
class ExpressionParser
{
public:
    explicit ExpressionParser(ParserState& state)
        : m_state(state)
    {
    }

    [[nodiscard]] std::optional<ExprIndex> expression();
    /// Reads only a name with its members, indexes and calls: what a statement begins with.
    [[nodiscard]] std::optional<ExprIndex> postfix();

private:
    [[nodiscard]] std::optional<ExprIndex> chain(TokenKind separator, ExprKind kind);
    [[nodiscard]] std::optional<ExprIndex> comparison();
    [[nodiscard]] std::optional<ExprIndex> sum();
    [[nodiscard]] std::optional<ExprIndex> product();
    [[nodiscard]] std::optional<ExprIndex> unary();
    [[nodiscard]] std::optional<ExprIndex> primary();
    // Literals: literal_parser.cpp.
    [[nodiscard]] std::optional<ExprIndex> literal();
    [[nodiscard]] std::optional<ExprIndex> integer(const Token& token, bool negative, std::size_t offset);

    [[nodiscard]] std::optional<ExprIndex> word();
    [[nodiscard]] bool list(TokenKind end, const Phrase& what, Expr& into);
    [[nodiscard]] Operator comparisonOperator() const;
    [[nodiscard]] bool isNegationWord() const;
    void multiOperator();
    void skipParentheses();

    [[nodiscard]] std::optional<ExprIndex> add(Expr expr);
    [[nodiscard]] ExprIndex invalid(SourceRange range);
    [[nodiscard]] Expr& at(ExprIndex index) { return m_state.tree.exprs[index]; }
    [[nodiscard]] std::optional<ExprIndex> binary(Operator op, SourceRange opRange, ExprIndex left,
                                                  ExprIndex right);

    ParserState& m_state;
    int m_nesting = 0;
};

} // namespace purchasing::grl
