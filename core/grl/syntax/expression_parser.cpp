#include "core/grl/syntax/expression_parser.h"

#include "core/grl/syntax/parser.h"

#include <algorithm>
#include <array>

namespace purchasing::grl {
namespace {

// Counts how deep the recursive functions are inside each other; hostile text must not exhaust the stack.
class NestingGuard
{
public:
    explicit NestingGuard(int& depth)
        : m_depth(++depth)
    {
    }
    ~NestingGuard() { --m_depth; }
    NestingGuard(const NestingGuard&) = delete;
    NestingGuard& operator=(const NestingGuard&) = delete;

private:
    int& m_depth;
};

struct WordOperator
{
    std::string_view word;
    Operator op;
};

constexpr std::array kWordOperators{
    WordOperator{"contains", Operator::Contains},     WordOperator{"not_contains", Operator::NotContains},
    WordOperator{"startsWith", Operator::StartsWith}, WordOperator{"starts_with", Operator::StartsWith},
    WordOperator{"endsWith", Operator::EndsWith},     WordOperator{"ends_with", Operator::EndsWith},
    WordOperator{"matches", Operator::Matches},       WordOperator{"in", Operator::In},
};

constexpr std::array<std::string_view, 5> kMultiOperators{"count", "empty", "not_empty", "first", "last"};

Operator symbolOperator(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Equal: return Operator::Equal;
    case TokenKind::NotEqual: return Operator::NotEqual;
    case TokenKind::Less: return Operator::Less;
    case TokenKind::LessEqual: return Operator::LessEqual;
    case TokenKind::Greater: return Operator::Greater;
    case TokenKind::GreaterEqual: return Operator::GreaterEqual;
    case TokenKind::Plus: return Operator::Add;
    case TokenKind::Minus: return Operator::Subtract;
    case TokenKind::Pipe: return Operator::BitOr;
    case TokenKind::Star: return Operator::Multiply;
    case TokenKind::Slash: return Operator::Divide;
    case TokenKind::Percent: return Operator::Modulo;
    case TokenKind::Ampersand: return Operator::BitAnd;
    default: return Operator::None;
    }
}

SourceRange between(std::size_t begin, std::size_t end)
{
    return {begin, end - begin};
}

} // namespace

std::optional<ExprIndex> ExpressionParser::add(Expr expr)
{
    for (const ExprIndex operand : expr.operands)
        expr.depth = std::max(expr.depth, at(operand).depth + 1);
    if (expr.depth > kMaxTreeDepth) {
        m_state.error("too-deep", QT_TRANSLATE_NOOP("Grl", "The expression is too long to be evaluated."),
                      {QT_TRANSLATE_NOOP("Grl", "split it; at most %1 operators may follow each other"),
                       {std::to_string(kMaxTreeDepth)}},
                      expr.range);
        return std::nullopt;
    }
    m_state.tree.exprs.push_back(std::move(expr));
    return static_cast<ExprIndex>(m_state.tree.exprs.size() - 1);
}

ExprIndex ExpressionParser::invalid(SourceRange range)
{
    Expr expr;
    expr.range = expr.nameRange = range;
    m_state.tree.exprs.push_back(std::move(expr));
    return static_cast<ExprIndex>(m_state.tree.exprs.size() - 1);
}

std::optional<ExprIndex> ExpressionParser::binary(Operator op, SourceRange opRange, ExprIndex left,
                                                  ExprIndex right)
{
    Expr expr;
    expr.kind = ExprKind::Binary;
    expr.op = op;
    expr.nameRange = opRange;
    expr.range = between(at(left).range.offset, at(right).range.offset + at(right).range.length);
    expr.operands = {left, right};
    return add(std::move(expr));
}

std::optional<ExprIndex> ExpressionParser::expression()
{
    return chain(TokenKind::Or, ExprKind::Or);
}

std::optional<ExprIndex> ExpressionParser::chain(TokenKind separator, ExprKind kind)
{
    const auto next = [&] {
        return kind == ExprKind::Or ? chain(TokenKind::And, ExprKind::And) : comparison();
    };
    const auto first = next();
    if (!first || !m_state.at(separator))
        return first;
    Expr expr;
    expr.kind = kind;
    expr.nameRange = m_state.peek().range();
    expr.operands.push_back(*first);
    while (m_state.accept(separator)) {
        const auto operand = next();
        if (!operand)
            return std::nullopt;
        expr.operands.push_back(*operand);
    }
    expr.range = between(at(*first).range.offset, m_state.lastEnd());
    return add(std::move(expr));
}

Operator ExpressionParser::comparisonOperator() const
{
    const Token& token = m_state.peek();
    const Operator symbol = symbolOperator(token.kind);
    if (symbol >= Operator::Equal)
        return symbol;
    if (token.kind == TokenKind::Identifier) {
        for (const WordOperator& candidate : kWordOperators) {
            if (m_state.atWord(candidate.word))
                return candidate.op;
        }
    }
    return Operator::None;
}

std::optional<ExprIndex> ExpressionParser::comparison()
{
    const auto left = sum();
    if (!left)
        return left;
    const Operator op = comparisonOperator();
    if (op == Operator::None)
        return left;
    const SourceRange opRange = m_state.advance().range();
    const auto right = sum();
    if (!right)
        return right;
    if (comparisonOperator() != Operator::None) {
        m_state.error("chained-comparison", QT_TRANSLATE_NOOP("Grl", "Comparisons cannot follow each other."),
                      QT_TRANSLATE_NOOP("Grl", "write a < b && b < c"), m_state.peek().range());
        return std::nullopt;
    }
    return binary(op, opRange, *left, *right);
}

std::optional<ExprIndex> ExpressionParser::sum()
{
    auto left = product();
    while (left
           && (m_state.at(TokenKind::Plus) || m_state.at(TokenKind::Minus) || m_state.at(TokenKind::Pipe))) {
        const Token token = m_state.advance();
        const auto right = product();
        if (!right)
            return right;
        left = binary(symbolOperator(token.kind), token.range(), *left, *right);
    }
    return left;
}

std::optional<ExprIndex> ExpressionParser::product()
{
    auto left = unary();
    while (left
           && (m_state.at(TokenKind::Star) || m_state.at(TokenKind::Slash) || m_state.at(TokenKind::Percent)
               || m_state.at(TokenKind::Ampersand))) {
        const Token token = m_state.advance();
        const auto right = unary();
        if (!right)
            return right;
        left = binary(symbolOperator(token.kind), token.range(), *left, *right);
    }
    return left;
}

bool ExpressionParser::isNegationWord() const
{
    if (!m_state.atWord("not"))
        return false;
    switch (m_state.peek(1).kind) {
    case TokenKind::Identifier:
        return std::none_of(kWordOperators.begin(), kWordOperators.end(),
                            [&](const WordOperator& candidate) { return m_state.atWord(candidate.word, 1); });
    case TokenKind::BindVariable:
    case TokenKind::Integer:
    case TokenKind::Float:
    case TokenKind::String:
    case TokenKind::LeftParen:
    case TokenKind::Not:
    case TokenKind::KeywordTrue:
    case TokenKind::KeywordFalse:
    case TokenKind::KeywordNull: return true;
    default: return false;
    }
}

std::optional<ExprIndex> ExpressionParser::unary()
{
    const NestingGuard guard(m_nesting);
    const Token token = m_state.peek();
    if (m_nesting > kMaxNesting) {
        m_state.error(
            "too-deep", QT_TRANSLATE_NOOP("Grl", "The expression is nested too deeply."),
            {QT_TRANSLATE_NOOP("Grl", "at most %1 levels are allowed"), {std::to_string(kMaxNesting)}},
            token.range());
        return std::nullopt;
    }
    const bool word = isNegationWord();
    if (!word && token.kind != TokenKind::Not && token.kind != TokenKind::Minus)
        return postfix();
    m_state.advance();
    // The smallest integer can only be written with its sign.
    if (token.kind == TokenKind::Minus && m_state.at(TokenKind::Integer)) {
        const Token number = m_state.advance();
        return integer(number, true, token.offset);
    }
    const auto operand = word ? comparison() : unary();
    if (!operand)
        return operand;
    Expr expr;
    expr.kind = ExprKind::Unary;
    expr.op = token.kind == TokenKind::Minus ? Operator::Negate : Operator::Not;
    expr.nameRange = token.range();
    expr.range = between(token.offset, at(*operand).range.offset + at(*operand).range.length);
    expr.operands = {*operand};
    return add(std::move(expr));
}

bool ExpressionParser::list(TokenKind end, const Phrase& what, Expr& into)
{
    if (m_state.accept(end))
        return true;
    while (true) {
        const auto item = expression();
        if (!item)
            return false;
        into.operands.push_back(*item);
        if (m_state.accept(end))
            return true;
        if (!m_state.accept(TokenKind::Comma)) {
            m_state.expected(what);
            return false;
        }
    }
}

std::optional<ExprIndex> ExpressionParser::postfix()
{
    auto left = primary();
    while (left) {
        Expr expr;
        expr.operands = {*left};
        if (m_state.accept(TokenKind::Dot)) {
            const Token name = m_state.peek();
            if (name.kind != TokenKind::Identifier) {
                m_state.expected(QT_TRANSLATE_NOOP("Grl", "a name after '.'"));
                return std::nullopt;
            }
            m_state.advance();
            expr.name = m_state.textOf(name);
            expr.nameRange = name.range();
            expr.kind = ExprKind::Member;
            if (m_state.accept(TokenKind::LeftParen)) {
                expr.kind = ExprKind::MethodCall;
                if (!list(TokenKind::RightParen, QT_TRANSLATE_NOOP("Grl", "',' or ')'"), expr))
                    return std::nullopt;
            }
        } else if (m_state.at(TokenKind::LeftBracket)) {
            expr.nameRange = m_state.advance().range();
            expr.kind = ExprKind::Index;
            const auto index = expression();
            if (!index)
                return index;
            expr.operands.push_back(*index);
            if (!m_state.accept(TokenKind::RightBracket)) {
                m_state.expected("']'");
                return std::nullopt;
            }
        } else {
            break;
        }
        expr.range = between(at(*left).range.offset, m_state.lastEnd());
        left = add(std::move(expr));
    }
    if (left)
        multiOperator();
    return left;
}

void ExpressionParser::multiOperator()
{
    const Token token = m_state.peek();
    if (token.kind == TokenKind::MultiVariable) {
        m_state.notYetSupported(QT_TRANSLATE_NOOP("Grl", "Binding all values with $?name"), token.range());
        m_state.advance();
        return;
    }
    for (const std::string_view word : kMultiOperators) {
        if (!m_state.atWord(word))
            continue;
        m_state.notYetSupported({QT_TRANSLATE_NOOP("Grl", "The operator \"%1\""), {std::string(word)}},
                                token.range());
        m_state.advance();
        (void)m_state.accept(TokenKind::BindVariable);
        return;
    }
}

void ExpressionParser::skipParentheses()
{
    int depth = 0;
    do {
        if (m_state.at(TokenKind::LeftParen))
            ++depth;
        else if (m_state.at(TokenKind::RightParen))
            --depth;
        m_state.advance();
    } while (depth > 0 && !m_state.at(TokenKind::End) && !m_state.at(TokenKind::KeywordThen)
             && !m_state.at(TokenKind::KeywordRule));
}

std::optional<ExprIndex> ExpressionParser::primary()
{
    const Token token = m_state.peek();
    switch (token.kind) {
    case TokenKind::LeftParen: {
        m_state.advance();
        const auto inner = expression();
        if (!inner)
            return inner;
        if (!m_state.accept(TokenKind::RightParen)) {
            m_state.expected("')'");
            return std::nullopt;
        }
        at(*inner).parenthesised = true;
        at(*inner).range = between(token.offset, m_state.lastEnd());
        return inner;
    }
    case TokenKind::LeftBracket: {
        m_state.advance();
        Expr expr;
        expr.kind = ExprKind::Array;
        if (!list(TokenKind::RightBracket, QT_TRANSLATE_NOOP("Grl", "',' or ']'"), expr))
            return std::nullopt;
        expr.range = expr.nameRange = between(token.offset, m_state.lastEnd());
        return add(std::move(expr));
    }
    case TokenKind::Identifier:
    case TokenKind::BindVariable: return word();
    case TokenKind::MultiVariable:
        m_state.notYetSupported(QT_TRANSLATE_NOOP("Grl", "Binding all values with $?name"), token.range());
        m_state.advance();
        return invalid(token.range());
    case TokenKind::Error:
        m_state.expected(QT_TRANSLATE_NOOP("Grl", "a value"));
        m_state.advance();
        // Going on behind a malformed piece finds further mistakes; behind an open text there is nothing to
        // trust.
        if (token.error == TokenError::MalformedNumber)
            return invalid(token.range());
        return std::nullopt;
    case TokenKind::KeywordRule:
    case TokenKind::KeywordWhen:
    case TokenKind::KeywordThen:
    case TokenKind::KeywordSalience:
        m_state.expected(
            QT_TRANSLATE_NOOP("Grl", "a value"),
            QT_TRANSLATE_NOOP("Grl", "something is missing before it; a reserved word is no name"));
        return std::nullopt;
    default: return literal();
    }
}

std::optional<ExprIndex> ExpressionParser::word()
{
    const Token token = m_state.advance();
    Expr expr;
    expr.nameRange = token.range();
    if (m_state.at(TokenKind::Colon)) {
        m_state.notYetSupported(QT_TRANSLATE_NOOP("Grl", "Binding a pattern with ':'"), token.range());
        m_state.advance();
        if (m_state.at(TokenKind::Identifier))
            m_state.advance();
        if (m_state.at(TokenKind::LeftParen))
            skipParentheses();
        if (m_state.atWord("from")) {
            while (!m_state.at(TokenKind::KeywordThen) && !m_state.at(TokenKind::KeywordRule)
                   && !m_state.at(TokenKind::End) && !m_state.at(TokenKind::RightBrace)
                   && !m_state.at(TokenKind::And) && !m_state.at(TokenKind::Or))
                m_state.advance();
        }
        return invalid(between(token.offset, m_state.lastEnd()));
    }
    if (token.kind == TokenKind::BindVariable) {
        expr.kind = ExprKind::Binding;
        expr.name = m_state.textOf(token).substr(1);
        expr.range = token.range();
        return add(std::move(expr));
    }
    expr.name = m_state.textOf(token);
    if (!m_state.at(TokenKind::LeftParen)) {
        expr.kind = ExprKind::Name;
        expr.range = token.range();
        return add(std::move(expr));
    }
    for (const std::string_view condition : {"exists", "forall", "accumulate"}) {
        if (!equalIgnoringCase(expr.name, condition))
            continue;
        m_state.notYetSupported({QT_TRANSLATE_NOOP("Grl", "\"%1(...)\""), {std::string(condition)}},
                                token.range());
        skipParentheses();
        return invalid(between(token.offset, m_state.lastEnd()));
    }
    m_state.advance();
    expr.kind = equalIgnoringCase(expr.name, "test") ? ExprKind::Test : ExprKind::Call;
    if (!list(TokenKind::RightParen, QT_TRANSLATE_NOOP("Grl", "',' or ')'"), expr))
        return std::nullopt;
    expr.range = between(token.offset, m_state.lastEnd());
    if (expr.kind == ExprKind::Test && expr.operands.size() != 1) {
        m_state.error("wrong-arity", QT_TRANSLATE_NOOP("Grl", "test(...) takes exactly one expression."), {},
                      expr.range);
        return invalid(expr.range);
    }
    return add(std::move(expr));
}

} // namespace purchasing::grl
