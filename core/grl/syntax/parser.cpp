#include "core/grl/syntax/parser.h"

#include "core/grl/syntax/expression_parser.h"

#include <array>
#include <charconv>
#include <limits>
#include <utility>

namespace purchasing::grl {
namespace {

enum class Attribute : std::uint8_t {
    NoLoop,
    LockOnActive,
    AutoFocus,
    AgendaGroup,
    ActivationGroup,
    Effective,
    Expires
};

struct AttributeName
{
    std::string_view name;
    Attribute attribute;
    bool takesText;
};

constexpr std::array kAttributes{
    AttributeName{"no-loop", Attribute::NoLoop, false},
    AttributeName{"lock-on-active", Attribute::LockOnActive, false},
    AttributeName{"auto-focus", Attribute::AutoFocus, false},
    AttributeName{"agenda-group", Attribute::AgendaGroup, true},
    AttributeName{"activation-group", Attribute::ActivationGroup, true},
    AttributeName{"date-effective", Attribute::Effective, true},
    AttributeName{"date-expires", Attribute::Expires, true},
};

class RuleParser
{
public:
    RuleParser(std::string_view source, std::string_view packName)
        : m_state(source, packName)
        , m_expressions(m_state)
    {
    }

    SyntaxTree run()
    {
        while (!m_state.at(TokenKind::End) && !m_state.tooManyErrors()) {
            m_state.ruleName.clear();
            if (m_state.at(TokenKind::KeywordRule))
                rule();
            else if (m_state.atWord("defmodule"))
                skipBlock(QT_TRANSLATE_NOOP("Grl", "A module"));
            else if (m_state.atWord("query"))
                skipBlock(QT_TRANSLATE_NOOP("Grl", "A query"));
            else
                strayText();
        }
        return std::move(m_state.tree);
    }

private:
    void strayText()
    {
        m_state.expected(
            QT_TRANSLATE_NOOP("Grl", "a rule"),
            QT_TRANSLATE_NOOP("Grl", "rules look like: rule Name { when condition then statement; }"));
        do {
            m_state.advance();
        } while (!m_state.at(TokenKind::KeywordRule) && !m_state.at(TokenKind::End)
                 && !m_state.atWord("defmodule"));
    }

    void skipBlock(const Phrase& what)
    {
        m_state.notYetSupported(what, m_state.peek().range());
        while (!m_state.at(TokenKind::LeftBrace) && !atRuleEnd())
            m_state.advance();
        int depth = 0;
        do {
            depth += m_state.at(TokenKind::LeftBrace) ? 1 : m_state.at(TokenKind::RightBrace) ? -1 : 0;
            m_state.advance();
        } while (depth > 0 && !m_state.at(TokenKind::End) && !m_state.at(TokenKind::KeywordRule));
    }

    [[nodiscard]] bool atRuleEnd() const
    {
        return m_state.at(TokenKind::RightBrace) || m_state.at(TokenKind::KeywordRule)
            || m_state.at(TokenKind::End);
    }

    void rule()
    {
        RuleSyntax rule;
        const std::size_t begin = m_state.advance().offset;
        // Behind a mistake in its first line only the rule's body is of interest.
        const bool isHeadRead = ruleName(rule);
        m_state.ruleName = rule.name;
        if (!isHeadRead || !attributes(rule)) {
            while (!m_state.at(TokenKind::LeftBrace) && !atRuleEnd())
                m_state.advance();
            if (m_state.accept(TokenKind::LeftBrace))
                body(rule);
            else
                (void)m_state.accept(TokenKind::RightBrace);
        } else if (m_state.accept(TokenKind::LeftBrace)) {
            body(rule);
        } else if (!m_state.at(TokenKind::End) && !m_state.at(TokenKind::KeywordRule)) {
            m_state.expected("'{'");
            while (!atRuleEnd())
                m_state.advance();
            (void)m_state.accept(TokenKind::RightBrace);
        } else {
            m_state.expected("'{'");
        }
        rule.range = {begin, m_state.lastEnd() - begin};
        if (!rule.name.empty())
            m_state.tree.rules.push_back(std::move(rule));
    }

    void body(RuleSyntax& rule)
    {
        m_conditionFailed = false;
        whenPart(rule);
        thenPart(rule);
        closeRule(rule);
    }

    /// Says whether there is one.
    bool ruleName(RuleSyntax& rule)
    {
        const Token token = m_state.peek();
        if (token.kind == TokenKind::Identifier) {
            rule.name = m_state.textOf(token);
        } else if (token.kind == TokenKind::String) {
            DecodedText decoded = decodeString(m_state.textOf(token));
            if (!decoded.error.empty())
                m_state.error("invalid-escape", decoded.error, {}, token.range());
            else if (decoded.text.empty())
                m_state.error("syntax", QT_TRANSLATE_NOOP("Grl", "The name of the rule is empty."),
                              QT_TRANSLATE_NOOP("Grl", "give the rule a name"), token.range());
            rule.name = std::move(decoded.text);
        } else {
            m_state.expected(QT_TRANSLATE_NOOP("Grl", "the name of the rule"));
            return false;
        }
        rule.nameRange = token.range();
        m_state.advance();
        if (m_state.at(TokenKind::String)) {
            const Token description = m_state.advance();
            DecodedText decoded = decodeString(m_state.textOf(description));
            if (!decoded.error.empty())
                m_state.error("invalid-escape", decoded.error, {}, description.range());
            rule.description = std::move(decoded.text);
        }
        return true;
    }

    /// Says whether all of them could be read.
    bool attributes(RuleSyntax& rule)
    {
        std::vector<std::string> seen;
        const auto once = [&](const std::string& name, SourceRange range) {
            for (const std::string& earlier : seen) {
                if (earlier == name)
                    m_state.error("duplicate-attribute",
                                  {QT_TRANSLATE_NOOP("Grl", "The attribute %1 is given twice."), {name}}, {},
                                  range);
            }
            seen.push_back(name);
        };
        while (true) {
            const Token token = m_state.peek();
            if (token.kind == TokenKind::KeywordSalience) {
                once("salience", token.range());
                m_state.advance();
                if (!salience(rule))
                    return false;
            } else if (token.kind == TokenKind::Identifier) {
                const SourceRange range = hyphenatedName();
                const std::string name = toLowerAscii(m_state.textOf(range));
                once(name, range);
                if (!attribute(rule, name, range))
                    return false;
            } else {
                return true;
            }
        }
    }

    // Attribute names hold '-', which is an operator everywhere else.
    SourceRange hyphenatedName()
    {
        const std::size_t begin = m_state.advance().offset;
        while (m_state.at(TokenKind::Minus) && m_state.peek().offset == m_state.lastEnd()
               && m_state.peek(1).kind == TokenKind::Identifier
               && m_state.peek(1).offset == m_state.peek().offset + 1) {
            m_state.advance();
            m_state.advance();
        }
        return {begin, m_state.lastEnd() - begin};
    }

    bool salience(RuleSyntax& rule)
    {
        const std::size_t begin = m_state.peek().offset;
        const bool negative = m_state.at(TokenKind::Minus);
        if (negative || m_state.at(TokenKind::Plus))
            m_state.advance();
        if (!m_state.at(TokenKind::Integer)) {
            m_state.expected(QT_TRANSLATE_NOOP("Grl", "a whole number after salience"));
            return false;
        }
        const Token token = m_state.advance();
        std::string_view text = m_state.textOf(token);
        const bool hex = text.starts_with("0x") || text.starts_with("0X");
        if (hex)
            text.remove_prefix(2);
        std::int64_t value = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value, hex ? 16 : 10);
        if (negative)
            value = -value;
        if (read.ec != std::errc{} || value > std::numeric_limits<std::int32_t>::max()
            || value < std::numeric_limits<std::int32_t>::min()) {
            m_state.error("salience-range",
                          QT_TRANSLATE_NOOP("Grl", "The salience is outside of a 32-bit number."),
                          QT_TRANSLATE_NOOP("Grl", "use -2147483648 to 2147483647"),
                          {begin, m_state.lastEnd() - begin});
            return true;
        }
        rule.salience = static_cast<std::int32_t>(value);
        return true;
    }

    bool attribute(RuleSyntax& rule, const std::string& name, SourceRange range)
    {
        for (const AttributeName& candidate : kAttributes) {
            if (candidate.name != name)
                continue;
            bool flag = true;
            if (candidate.takesText) {
                if (m_state.at(TokenKind::String))
                    m_state.advance();
                else
                    m_state.expected({QT_TRANSLATE_NOOP("Grl", "a text after %1"), {name}});
            } else if (m_state.at(TokenKind::KeywordTrue) || m_state.at(TokenKind::KeywordFalse)) {
                flag = m_state.advance().kind == TokenKind::KeywordTrue;
            }
            if (candidate.attribute == Attribute::NoLoop)
                rule.noLoop = flag;
            else
                m_state.notYetSupported({QT_TRANSLATE_NOOP("Grl", "The attribute %1"), {name}}, range);
            return true;
        }
        std::vector<std::string_view> names{"salience"};
        for (const AttributeName& candidate : kAttributes)
            names.push_back(candidate.name);
        const std::string guess = closestName(name, names);
        m_state.error("unknown-attribute", {QT_TRANSLATE_NOOP("Grl", "Unknown attribute \"%1\"."), {name}},
                      guess.empty() ? Phrase(QT_TRANSLATE_NOOP("Grl", "known are salience and no-loop"))
                                    : Phrase{QT_TRANSLATE_NOOP("Grl", "did you mean %1?"), {guess}},
                      range);
        if (m_state.at(TokenKind::String) || m_state.at(TokenKind::Integer)
            || m_state.at(TokenKind::KeywordTrue) || m_state.at(TokenKind::KeywordFalse)) {
            m_state.advance();
            return true;
        }
        return m_state.at(TokenKind::LeftBrace);
    }

    void whenPart(RuleSyntax& rule)
    {
        if (!m_state.accept(TokenKind::KeywordWhen)) {
            m_state.expected(QT_TRANSLATE_NOOP("Grl", "\"when\""));
            return skipToThen(rule);
        }
        if (m_state.at(TokenKind::KeywordThen)) {
            m_state.expected(QT_TRANSLATE_NOOP("Grl", "a condition"),
                             QT_TRANSLATE_NOOP("Grl", "write \"when true\" for a rule without condition"));
            return;
        }
        rule.condition = m_expressions.expression();
        if (!rule.condition)
            return skipToThen(rule);
        (void)m_state.accept(TokenKind::Semicolon);
        if (m_state.at(TokenKind::KeywordThen))
            return;
        if (m_state.at(TokenKind::Assign))
            m_state.expected(QT_TRANSLATE_NOOP("Grl", "an operator"),
                             QT_TRANSLATE_NOOP("Grl", "use == to compare"));
        else if (m_state.atWord("and"))
            m_state.expected(QT_TRANSLATE_NOOP("Grl", "an operator"),
                             QT_TRANSLATE_NOOP("Grl", "use && instead of \"and\""));
        else if (m_state.atWord("or"))
            m_state.expected(QT_TRANSLATE_NOOP("Grl", "an operator"),
                             QT_TRANSLATE_NOOP("Grl", "use || instead of \"or\""));
        else if (m_state.at(TokenKind::Comma))
            m_state.expected(QT_TRANSLATE_NOOP("Grl", "an operator"),
                             QT_TRANSLATE_NOOP("Grl", "use && between conditions"));
        else
            m_state.expected(QT_TRANSLATE_NOOP("Grl", "\"then\""));
        skipToThen(rule);
    }

    void skipToThen(RuleSyntax& rule)
    {
        m_conditionFailed = true;
        rule.isConditionCut = true;
        while (!m_state.at(TokenKind::KeywordThen) && !atRuleEnd())
            m_state.advance();
    }

    void thenPart(RuleSyntax& rule)
    {
        if (!m_state.accept(TokenKind::KeywordThen)) {
            // Behind a reported condition only the end of the rule is of interest.
            if (!m_conditionFailed)
                m_state.expected(QT_TRANSLATE_NOOP("Grl", "\"then\""));
            return;
        }
        if (atRuleEnd()) {
            m_state.expected(QT_TRANSLATE_NOOP("Grl", "a statement"));
            return;
        }
        bool isBehindMistake = false; // A ';' was missing before what is read.
        while (!atRuleEnd() && !m_state.tooManyErrors()) {
            if (m_state.accept(TokenKind::Semicolon)) {
                isBehindMistake = false;
                continue;
            }
            const std::size_t reported = m_state.tree.diagnostics.size();
            if (!statement(rule)) {
                if (std::exchange(isBehindMistake, false)) // What follows from it is no other mistake.
                    m_state.tree.diagnostics.resize(reported);
                while (!m_state.at(TokenKind::Semicolon) && !atRuleEnd())
                    m_state.advance();
                continue;
            }
            if (m_state.at(TokenKind::Semicolon) || atRuleEnd())
                continue;
            if (m_state.at(TokenKind::Identifier) || m_state.at(TokenKind::BindVariable)) {
                m_state.error(
                    "missing-semicolon",
                    {QT_TRANSLATE_NOOP("Grl", "Expected ';' before %1."), {m_state.describe(m_state.peek())}},
                    QT_TRANSLATE_NOOP("Grl", "statements are separated by ';'"), m_state.peek().range());
                isBehindMistake = true;
                continue;
            }
            m_state.expected(QT_TRANSLATE_NOOP("Grl", "';' or '}'"));
            while (!m_state.at(TokenKind::Semicolon) && !atRuleEnd())
                m_state.advance();
        }
    }

    [[nodiscard]] static std::optional<AssignOperator> assignOperator(TokenKind kind)
    {
        switch (kind) {
        case TokenKind::Assign: return AssignOperator::Set;
        case TokenKind::PlusAssign: return AssignOperator::Add;
        case TokenKind::MinusAssign: return AssignOperator::Subtract;
        case TokenKind::StarAssign: return AssignOperator::Multiply;
        case TokenKind::SlashAssign: return AssignOperator::Divide;
        default: return std::nullopt;
        }
    }

    bool statement(RuleSyntax& rule)
    {
        const Token first = m_state.peek();
        if (first.kind != TokenKind::Identifier && first.kind != TokenKind::BindVariable
            && first.kind != TokenKind::String) {
            m_state.expected(QT_TRANSLATE_NOOP("Grl", "a statement"),
                             QT_TRANSLATE_NOOP("Grl", "assign with name = value; or call a function"));
            m_state.advance();
            return false;
        }
        const auto target = m_expressions.postfix();
        if (!target)
            return false;
        StatementSyntax statement;
        const auto op = assignOperator(m_state.peek().kind);
        const ExprKind kind = m_state.tree.exprs[*target].kind;
        if (!op) {
            if (kind != ExprKind::Call && kind != ExprKind::MethodCall && kind != ExprKind::Invalid) {
                m_state.expected("'='",
                                 m_state.at(TokenKind::Equal)
                                     ? Phrase(QT_TRANSLATE_NOOP("Grl", "use = to assign"))
                                     : Phrase());
                return false;
            }
            statement.kind = StatementSyntax::Kind::Call;
            statement.value = *target;
        } else {
            if (!isAssignable(*target)) {
                m_state.error("not-assignable",
                              QT_TRANSLATE_NOOP("Grl", "Only a fact or a part of it can be assigned to."), {},
                              m_state.tree.exprs[*target].range);
                return false;
            }
            m_state.advance();
            const auto value = m_expressions.expression();
            if (!value)
                return false;
            statement.kind = StatementSyntax::Kind::Assignment;
            statement.op = *op;
            statement.target = *target;
            statement.value = *value;
        }
        statement.range = {first.offset, m_state.lastEnd() - first.offset};
        rule.statements.push_back(statement);
        return true;
    }

    [[nodiscard]] bool isAssignable(ExprIndex index) const
    {
        while (true) {
            const Expr& expr = m_state.tree.exprs[index];
            if (expr.parenthesised)
                return false;
            if (expr.kind == ExprKind::Name || expr.kind == ExprKind::Binding
                || expr.kind == ExprKind::Invalid)
                return true;
            if (expr.kind != ExprKind::Member && expr.kind != ExprKind::Index)
                return false;
            index = expr.operands.front();
        }
    }

    void closeRule(const RuleSyntax& rule)
    {
        if (m_state.accept(TokenKind::RightBrace))
            return;
        const auto& reported = m_state.tree.diagnostics;
        if (!reported.empty() && reported.back().id.starts_with("unterminated-"))
            return; // Its brace is in there.
        const Phrase found = m_state.describe(m_state.peek());
        m_state.error(
            "unclosed-rule",
            rule.name.empty()
                ? Phrase{QT_TRANSLATE_NOOP("Grl", "The rule is not closed: expected '}' but found %1."),
                         {found}}
                : Phrase{QT_TRANSLATE_NOOP("Grl",
                                           "The rule \"%1\" is not closed: expected '}' but found %2."),
                         {rule.name, found}},
            QT_TRANSLATE_NOOP("Grl", "add '}' at the end of the rule"), m_state.peek().range());
    }

    ParserState m_state;
    ExpressionParser m_expressions;
    bool m_conditionFailed = false; ///< of the rule being read; it was reported
};

} // namespace

SyntaxTree parse(std::string_view source, std::string_view packName)
{
    if (source.size() > kMaxSourceBytes) {
        SyntaxTree tree;
        tree.diagnostics.push_back(
            worded(Severity::Error, "too-large",
                   {QT_TRANSLATE_NOOP("Grl", "The file has %1 bytes; at most %2 are allowed."),
                    {std::to_string(source.size()), std::to_string(kMaxSourceBytes)}},
                   QT_TRANSLATE_NOOP("Grl", "split it into several files"), std::string(packName), {}));
        return tree;
    }
    return RuleParser(source, packName).run();
}

} // namespace purchasing::grl
