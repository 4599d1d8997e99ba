#pragma once

#include "core/grl/compile/code.h"
#include "core/grl/run/agenda.h"

#include <optional>
#include <string>
#include <vector>

namespace purchasing::grl {

/// Evaluates conditions and executes statements on one object of any shape.
class DynamicMachine
{
public:
    explicit DynamicMachine(const Code& code);

    /// Takes the facts; returns a sentence when they are no object.
    [[nodiscard]] std::optional<std::string> load(const Value& facts);
    /// Gives the facts as they are now.
    [[nodiscard]] Value takeFacts() { return std::move(m_facts); }

    [[nodiscard]] Truth evaluate(std::uint32_t rule);
    [[nodiscard]] bool execute(std::uint32_t rule, Agenda& agenda, ActionRecord& record);

    [[nodiscard]] Fault fault() const { return m_fault; }
    [[nodiscard]] const StatementCode* statement() const { return m_statement; }
    [[nodiscard]] const std::vector<MissingFact>& missing() const { return m_missing; }

    [[nodiscard]] Truth truthOf(std::uint32_t node);
    [[nodiscard]] std::vector<std::pair<std::string, Value>> operandsOf(std::uint32_t node);

private:
    /// A step of a path while it is followed: a member's name (text) or an element's number (integer).
    using Step = Value;

    [[nodiscard]] std::optional<Value> evaluateNode(std::uint32_t node);
    [[nodiscard]] std::optional<Value> evaluateAccess(std::uint32_t index, const Node& node);
    [[nodiscard]] std::optional<Value> evaluateCall(std::uint32_t index, const Node& node);
    [[nodiscard]] std::optional<Value> evaluateBinary(std::uint32_t index, const Node& node);
    [[nodiscard]] std::optional<bool> evaluateBool(std::uint32_t node);
    [[nodiscard]] std::optional<Value> missingValue(std::uint32_t node);
    std::optional<Value> fail(std::uint32_t node, std::string message,
                              RunError::Kind kind = RunError::Kind::Runtime);

    [[nodiscard]] bool executeStatement(const StatementCode& statement, Agenda& agenda, ActionRecord& record);
    [[nodiscard]] bool assign(const StatementCode& statement, Agenda& agenda, ActionRecord& record);
    [[nodiscard]] std::optional<std::vector<Step>> resolvePath(const StatementCode& statement);
    [[nodiscard]] std::optional<Value> combine(const StatementCode& statement, const Value& current,
                                               Value right);
    [[nodiscard]] bool write(const StatementCode& statement, const std::vector<Step>& steps, Value value);
    [[nodiscard]] bool retractFact(const std::string& name, Agenda& agenda, ActionRecord& record, int line);
    void retractNamed(const std::string& name, Agenda& agenda, ActionRecord& record, int line);
    [[nodiscard]] const Value* find(const std::string& root, const std::vector<Step>& steps) const;
    void notify(const std::string& root, const std::vector<Step>& steps, const Value& before,
                const Value& after, Agenda& agenda) const;
    [[nodiscard]] bool charge(const Value& value, std::uint32_t node);
    [[nodiscard]] bool isPath(const Node& node) const;

    const Code& m_code;
    Value m_facts;
    PatternCache m_patterns;
    Fault m_fault;
    const StatementCode* m_statement = nullptr;
    std::uint32_t m_rule = 0;
    std::size_t m_textBytes = 0;
    std::vector<MissingFact> m_missing;
};

} // namespace purchasing::grl
