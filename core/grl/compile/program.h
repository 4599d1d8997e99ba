#pragma once

#include "core/grl/syntax/diagnostic.h"
#include "core/grl/values/schema.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace purchasing::grl {

struct Code;

/// A GRL file: its name for messages and its text. Packs are compiled together, in the order of the rule set.
struct Pack
{
    std::string name;
    std::string text;
};

struct CompileOptions
{
    /// The facts of typed mode; must outlive the program. Null: dynamic mode, facts are any JSON.
    const Schema* schema = nullptr;
};

/// What the application shows of a rule.
struct RuleInfo
{
    std::string name;
    std::string description;
    std::string pack;
    int packIndex = 0;
    int salience = 0;
    bool noLoop = false;
    /// Of the rule's name, counted from 1; `endLine` is the line of its closing brace.
    int line = 1;
    int column = 1;
    int endLine = 1;
    /// The condition's text as it was written.
    std::string condition;
    /// Schema indices, ascending, of facts that decide something (read by the condition or by actions other
    /// than Log) and of facts written; empty in dynamic mode.
    std::vector<std::size_t> reads;
    std::vector<std::size_t> writes;
};

/// Rules ready to run. Immutable: one program may be used by any number of threads.
class Program
{
public:
    Program(std::unique_ptr<const Code> code, std::vector<RuleInfo> rules, const Schema* schema);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// Rules in source order over all packs; rule numbers everywhere are indices of this list.
    [[nodiscard]] const std::vector<RuleInfo>& rules() const { return m_rules; }
    /// Returns the number of the rule with this name, or -1.
    [[nodiscard]] int ruleIndex(std::string_view name) const;
    /// Tells whether any condition, or any action other than Log, reads the fact (typed mode).
    [[nodiscard]] bool readsFact(std::size_t fact) const
    {
        return fact < m_readsFact.size() && m_readsFact[fact];
    }
    [[nodiscard]] bool writesFact(std::size_t fact) const
    {
        return fact < m_writesFact.size() && m_writesFact[fact];
    }
    /// The schema it was compiled for; null in dynamic mode.
    [[nodiscard]] const Schema* schema() const { return m_schema; }
    /// The executable form, for evaluators only.
    [[nodiscard]] const Code& code() const { return *m_code; }

private:
    std::unique_ptr<const Code> m_code;
    std::vector<RuleInfo> m_rules;
    std::vector<bool> m_readsFact;
    std::vector<bool> m_writesFact;
    const Schema* m_schema;
};

struct Compilation
{
    /// Null when any diagnostic is an error.
    std::shared_ptr<const Program> program;
    /// Everything found, in the order of packs and places.
    std::vector<Diagnostic> diagnostics;
};

/// Reads and checks packs and makes a program. Reports all mistakes at once; activates nothing if there is
/// any. Safe to call from any thread; does not throw.
[[nodiscard]] Compilation compile(std::span<const Pack> packs, const CompileOptions& options = {});

} // namespace purchasing::grl
