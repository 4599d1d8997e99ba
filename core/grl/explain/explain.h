#pragma once

#include "core/grl/compile/code.h"
#include "core/grl/explain/trace.h"

#include <vector>

namespace purchasing::grl {

/// Evaluates a condition part by part, for people. `Machine` is TypedMachine or DynamicMachine.
template <typename Machine> class ConditionExplainer
{
public:
    ConditionExplainer(Machine& machine, const Code& code, std::uint32_t rule)
        : m_machine(machine)
        , m_code(code)
        , m_rule(rule)
        , m_lines(code.linesOf(rule))
    {
    }

    [[nodiscard]] std::vector<ConditionPart> explain()
    {
        // The machine needs to know the rule to name its source in errors.
        (void)m_machine.evaluate(m_rule);
        const Truth truth = walk(m_code.rules[m_rule].condition, 0, true);
        if (truth == Truth::False || truth == Truth::Error)
            markDecisive(truth);
        return std::move(m_parts);
    }

private:
    Truth walk(std::uint32_t index, int depth, bool evaluate)
    {
        const Node& node = m_code.nodes[index];
        const std::size_t part = m_parts.size();
        const SourcePosition position = m_lines.position(node.range.offset);
        m_parts.emplace_back();
        m_parts[part].source = m_code.source(m_rule, node.range);
        m_parts[part].depth = depth;
        m_parts[part].line = position.line;
        m_parts[part].column = position.column;
        Truth truth = Truth::NotEvaluated;
        if (node.op == Op::And || node.op == Op::Or) {
            m_isLeaf.push_back(false);
            const Truth stopAt = node.op == Op::And ? Truth::False : Truth::True;
            Truth result = node.op == Op::And ? Truth::True : Truth::False;
            bool open = evaluate;
            for (std::uint32_t child = 0; child < node.count; ++child) {
                const Truth value = walk(m_code.child(node, child), depth + 1, open);
                if (open && (value == stopAt || value == Truth::Error)) {
                    result = value;
                    open = false;
                }
            }
            truth = evaluate ? result : Truth::NotEvaluated;
        } else {
            m_isLeaf.push_back(true);
            if (evaluate) {
                truth = m_machine.truthOf(index);
                if (truth == Truth::Error)
                    m_parts[part].error = m_machine.fault().message;
                m_parts[part].operands = m_machine.operandsOf(index);
            }
        }
        m_parts[part].truth = truth;
        return truth;
    }

    // With an error, the part in error; else the first single test that is false.
    void markDecisive(Truth truth)
    {
        for (std::size_t part = 0; part < m_parts.size(); ++part) {
            if (m_isLeaf[part] && m_parts[part].truth == truth) {
                m_parts[part].decisive = true;
                return;
            }
        }
    }

    Machine& m_machine;
    const Code& m_code;
    std::uint32_t m_rule;
    const LineIndex& m_lines;
    std::vector<ConditionPart> m_parts;
    std::vector<bool> m_isLeaf;
};

} // namespace purchasing::grl
