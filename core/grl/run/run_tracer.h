#pragma once

#include "core/grl/explain/explain.h"
#include "core/grl/run/agenda.h"

#include <utility>

namespace purchasing::grl {

/// Writes down what happens in a run, as long as there is room for it: for people who ask why.
template <typename Machine> class RunTracer
{
public:
    RunTracer(const Code& code, Machine& machine, Agenda& agenda, ActionRecord& record, RunResult& result)
        : m_code(code)
        , m_machine(machine)
        , m_agenda(agenda)
        , m_record(record)
        , m_result(result)
    {
    }

    void begin()
    {
        m_result.trace.rules.resize(m_code.rules.size());
        for (std::size_t rule = 0; rule < m_code.rules.size(); ++rule)
            m_result.trace.rules[rule].rule = rule;
    }

    /// Call it when all conditions were looked at, before one of the rules fires.
    void noteMatches()
    {
        auto& states = m_agenda.states();
        for (std::size_t place = 0; place < states.size(); ++place) {
            if (states[place].matched && !states[place].blocked)
                m_result.trace.rules[m_code.order[place]].lastMatchedCycle = m_result.cycles + 1;
        }
    }

    /// Call it before the actions of the rule at this place run.
    void beginCycle(std::size_t place)
    {
        const std::uint32_t rule = m_code.order[place];
        RuleExplanation& explanation = m_result.trace.rules[rule];
        if (explanation.firedInCycles.empty())
            explanation.condition = ConditionExplainer(m_machine, m_code, rule).explain();
        explanation.firedInCycles.push_back(m_result.cycles);
        m_result.trace.cut = m_result.trace.cut || m_record.isTraceFull();
        if (m_result.trace.cut)
            return;
        TraceCycle cycle;
        cycle.number = m_result.cycles;
        cycle.fired = rule;
        for (std::size_t other = place; other < m_code.order.size(); ++other) {
            if (m_agenda.isCandidate(other)) {
                const std::uint32_t candidate = m_code.order[other];
                cycle.candidates.push_back({candidate, m_code.rules[candidate].salience});
            }
        }
        m_record.traceBytes += sizeof(TraceCycle) + cycle.candidates.size() * sizeof(TraceCandidate);
        m_result.trace.cycles.push_back(std::move(cycle));
    }

    void endCycle(std::uint32_t rule)
    {
        auto& lines = m_result.trace.rules[rule].log;
        lines.insert(lines.end(), m_record.log.begin(), m_record.log.end());
        if (m_result.trace.cut)
            return;
        TraceCycle& cycle = m_result.trace.cycles.back();
        cycle.writes = std::move(m_record.writes);
        cycle.log = m_record.log;
    }

    void end()
    {
        m_result.trace.cut = m_result.trace.cut || m_record.isTraceFull();
        for (std::size_t place = 0; place < m_code.order.size(); ++place) {
            const std::uint32_t rule = m_code.order[place];
            RuleExplanation& explanation = m_result.trace.rules[rule];
            explanation.retracted = m_agenda.states()[place].retracted;
            if (!explanation.firedInCycles.empty()) {
                explanation.outcome = RuleOutcome::Fired;
                continue;
            }
            explanation.condition = ConditionExplainer(m_machine, m_code, rule).explain();
            const bool error =
                !explanation.condition.empty() && explanation.condition.front().truth == Truth::Error;
            explanation.outcome = explanation.lastMatchedCycle > 0 ? RuleOutcome::MatchedNotChosen
                : error                                            ? RuleOutcome::Error
                                                                   : RuleOutcome::NotMatched;
        }
    }

private:
    const Code& m_code;
    Machine& m_machine;
    Agenda& m_agenda;
    ActionRecord& m_record;
    RunResult& m_result;
};

} // namespace purchasing::grl
