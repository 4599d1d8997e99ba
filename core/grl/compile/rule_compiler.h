#pragma once

#include "core/grl/compile/code.h"
#include "core/grl/compile/program.h"
#include "core/grl/syntax/syntax.h"

#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace purchasing::grl {

/// Checks the rules of one pack after the other and turns them into code.
///
/// Works on mistaken rules too, to find all mistakes; the code is then not to be used.
class RuleCompiler
{
public:
    RuleCompiler(const Schema* schema, Code& code, std::vector<Diagnostic>& diagnostics)
        : m_schema(schema)
        , m_code(code)
        , m_diagnostics(diagnostics)
    {
    }

    /// Names of all rules of all packs: what Retract may name.
    void setRuleNames(const std::vector<std::string>& names);
    /// Compiles the rules of `tree`; their RuleInfo are appended to `rules`.
    void compilePack(const SyntaxTree& tree, const Pack& pack, std::uint32_t packIndex,
                     std::vector<RuleInfo>& rules);
    /// Orders rules, links facts to their readers and checks what needs all rules.
    void finish(const std::vector<RuleInfo>& rules);

private:
    struct Typed
    {
        std::uint32_t node = 0;
        StaticType type = StaticType::Unknown;
    };

    // Expressions: expression_compiler.cpp.
    Typed expression(ExprIndex index);
    Typed literal(const Expr& expr);
    Typed name(const Expr& expr);
    Typed access(const Expr& expr);
    Typed call(const Expr& expr);
    Typed property(const Expr& expr);
    Typed unary(const Expr& expr);
    Typed binary(const Expr& expr);
    Typed logical(const Expr& expr);
    StaticType binaryType(const Expr& expr, StaticType left, StaticType right);
    void checkArguments(const Expr& expr, const FunctionInfo& info, const std::vector<Typed>& arguments);
    void checkPattern(const Expr& patternExpr, std::uint32_t& pattern);
    void expectType(const Expr& expr, StaticType actual, StaticType wanted, const Phrase& role);
    Typed emit(Node node, const std::vector<std::uint32_t>& children, StaticType type);
    Typed poison(const Expr& expr);
    void quieten(std::uint32_t node);

    // Statements and rules: rule_compiler.cpp.
    void rule(const RuleSyntax& syntax, std::uint32_t packIndex, std::vector<RuleInfo>& rules);
    void statement(const StatementSyntax& syntax, RuleCode& rule);
    void assignment(const StatementSyntax& syntax, StatementCode& code);
    void assignFact(const StatementSyntax& syntax, StatementCode& code);
    void callStatement(const StatementSyntax& syntax, StatementCode& code);
    bool setProperty(const Expr& expr, StatementCode& code);
    void retract(const Expr& call, StatementCode& code);
    bool path(ExprIndex index, StatementCode& code);
    void collectReads(std::uint32_t node, std::vector<std::uint32_t>& facts,
                      std::vector<ReadPath>& paths) const;
    [[nodiscard]] bool cannotFail(std::uint32_t node) const;
    void lintRule(const RuleSyntax& syntax, const RuleCode& rule);

    [[nodiscard]] bool typed() const { return m_schema != nullptr; }
    [[nodiscard]] const Expr& at(ExprIndex index) const { return m_tree->exprs[index]; }
    [[nodiscard]] std::uint32_t internName(const std::string& name);
    [[nodiscard]] std::uint32_t constant(Value value);
    void report(Severity severity, std::string id, const Phrase& message, const Phrase& hint,
                SourceRange range);
    void error(std::string id, const Phrase& message, const Phrase& hint, SourceRange range);
    void warning(std::string id, const Phrase& message, const Phrase& hint, SourceRange range);

    const Schema* m_schema;
    Code& m_code;
    std::vector<Diagnostic>& m_diagnostics;
    const SyntaxTree* m_tree = nullptr;
    const LineIndex* m_lines = nullptr;
    std::string m_packName;
    std::string m_ruleName;
    std::optional<std::size_t> m_cutAt; ///< Where the condition being compiled could not be read on.
    std::unordered_map<std::string, std::uint32_t> m_ruleNumbers;
    std::unordered_map<std::string, std::uint32_t> m_nameNumbers;
    std::set<std::string, std::less<>> m_roots;
    std::vector<std::uint32_t> m_readFacts; ///< of the rule being compiled, with repeats
};

} // namespace purchasing::grl
