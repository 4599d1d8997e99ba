#pragma once

#include "core/grl/compile/code.h"
#include "core/grl/run/agenda.h"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace purchasing::grl {

/// Evaluates typed conditions and executes typed statements on slots, one per fact. Numbers are exact
/// decimals.
class TypedMachine
{
public:
    TypedMachine(const Code& code, const Schema& schema);

    /// Takes a row into the slots; returns a sentence when a value does not fit its fact.
    [[nodiscard]] std::optional<std::string> load(const FactRow& row);
    /// Writes the slots that differ from what `load` found into the row.
    void store(FactRow& row) const;

    /// Evaluates the rule's condition; on Error `fault()` says why.
    [[nodiscard]] Truth evaluate(std::uint32_t rule);
    /// Executes the rule's statements, telling the agenda what changed. On false `fault()` and `statement()`
    /// say why.
    [[nodiscard]] bool execute(std::uint32_t rule, Agenda& agenda, ActionRecord& record);

    [[nodiscard]] Fault fault() const;
    /// The statement that was executed last.
    [[nodiscard]] const StatementCode* statement() const { return m_statement; }
    /// Facts read as missing by the last evaluation, where that is worth a diagnostic.
    [[nodiscard]] const std::vector<MissingFact>& missing() const { return m_missing; }

    /// For explanations: the truth of a part of a condition, and the facts it reads.
    [[nodiscard]] Truth truthOf(std::uint32_t node);
    [[nodiscard]] std::vector<std::pair<std::string, Value>> operandsOf(std::uint32_t node);

private:
    enum class FaultCode : std::uint8_t {
        None,
        MissingValue,
        WrongKind,
        DivisionByZero,
        Overflow,
        Detail,
        TextLimit
    };

    /// Returns the value of a node, in `scratch` or where it is stored already; null after a fault.
    [[nodiscard]] const Operand* evaluateNode(std::uint32_t node, Operand& scratch);
    [[nodiscard]] const Operand* evaluateBinary(std::uint32_t index, const Node& node, Operand& scratch);
    [[nodiscard]] const Operand* compare(std::uint32_t index, const Node& node, const Operand& left,
                                         const Operand& right);
    [[nodiscard]] const Operand* evaluateCall(std::uint32_t index, const Node& node, Operand& scratch);
    [[nodiscard]] const Operand* evaluateGeneric(std::uint32_t index, Operand& scratch);
    [[nodiscard]] const Operand* evaluateIn(std::uint32_t index, const Node& node, Operand& scratch);
    [[nodiscard]] const Operand* arithmetic(std::uint32_t index, Operator op, const Operand& left,
                                            const Operand& right, Operand& scratch);
    /// As evaluateNode, for any kind of value, lists included.
    [[nodiscard]] std::optional<Value> evaluateValue(std::uint32_t node);
    /// Evaluates operators, functions and lists that have no fast form, on values.
    [[nodiscard]] std::optional<Value> computeGeneric(std::uint32_t index);
    [[nodiscard]] const Operand* fromValue(std::uint32_t index, const Value& value, Operand& scratch);
    [[nodiscard]] bool assign(const StatementCode& statement, Agenda& agenda, ActionRecord& record);
    [[nodiscard]] bool log(const StatementCode& statement, ActionRecord& record);
    [[nodiscard]] const Operand* fail(FaultCode code, std::uint32_t node);
    [[nodiscard]] const Operand* failDetail(std::uint32_t node, std::string detail);
    [[nodiscard]] bool keepText(std::string text, std::uint32_t node, Operand& scratch);
    void noteMissing(std::uint32_t node);
    [[nodiscard]] std::string appendText(const Operand& operand) const;
    [[nodiscard]] Value toValue(const Operand& operand) const;
    void releaseTexts(std::size_t count, std::size_t bytes);

    const Code& m_code;
    const Schema& m_schema;
    std::vector<Operand> m_slots;
    std::vector<std::uint8_t> m_changed;
    std::vector<std::uint8_t> m_scales;
    std::deque<std::string> m_texts; ///< texts made by the run; a deque never moves them
    std::size_t m_textCount = 0; ///< size of m_texts, which a deque computes slowly
    std::size_t m_textBytes = 0;
    PatternCache m_patterns;
    FaultCode m_faultCode = FaultCode::None;
    std::uint32_t m_faultNode = 0;
    std::string m_faultDetail;
    const StatementCode* m_statement = nullptr;
    std::uint32_t m_rule = 0;
    std::vector<MissingFact> m_missing;
};

} // namespace purchasing::grl
