#pragma once

#include "core/grl/explain/explain.h"
#include "core/grl/run/agenda.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace purchasing::grl {

/// Runs the cycles of one program on one machine: evaluate, choose, execute, until no rule is left.
///
/// The caller has loaded the facts and takes them out again when the result is ok.
template <typename Machine> class RunLoop
{
public:
    RunLoop(const Program& program, Machine& machine, Agenda& agenda, const RunOptions& options,
            RunResult& result)
        : m_program(program)
        , m_code(program.code())
        , m_machine(machine)
        , m_agenda(agenda)
        , m_options(options)
        , m_result(result)
        , m_started(std::chrono::steady_clock::now())
    {
    }

    void run()
    {
        m_agenda.reset(m_code, m_options.evaluation);
        m_machine.collectMissing(true);
        m_record.formatLog = m_options.formatLog;
        m_record.trace = m_options.trace;
        if (m_options.trace)
            prepareTrace();
        while (!m_record.complete) {
            if (!evaluateConditions())
                break;
            const std::size_t place = firstCandidate();
            if (place == m_code.order.size() || !fire(place))
                break;
        }
        if (m_options.trace)
            finishTrace();
    }

private:
    void prepareTrace()
    {
        m_result.trace.rules.resize(m_code.rules.size());
        for (std::size_t rule = 0; rule < m_code.rules.size(); ++rule)
            m_result.trace.rules[rule].rule = rule;
    }

    bool evaluateConditions()
    {
        auto& states = m_agenda.states();
        m_steps += static_cast<std::int64_t>(states.size());
        for (std::size_t place = 0; place < states.size(); ++place) {
            if (!withinLimits())
                return false;
            if (!m_agenda.mustEvaluate(states[place]))
                continue;
            const std::uint32_t rule = m_code.order[place];
            const Truth truth = m_machine.evaluate(rule);
            states[place].dirty = false;
            states[place].matched = truth == Truth::True;
            if (truth == Truth::Error) {
                noteError(rule);
                if (m_options.strict)
                    return failCondition(rule);
            } else {
                noteMissing(rule);
            }
        }
        if (m_options.trace) {
            for (std::size_t place = 0; place < states.size(); ++place) {
                if (states[place].matched && !states[place].blocked)
                    m_result.trace.rules[m_code.order[place]].lastMatchedCycle = m_result.cycles + 1;
            }
        }
        return true;
    }

    [[nodiscard]] std::size_t firstCandidate() const
    {
        std::size_t place = 0;
        while (place < m_code.order.size() && !m_agenda.isCandidate(place))
            ++place;
        return place;
    }

    bool fire(std::size_t place)
    {
        const std::uint32_t rule = m_code.order[place];
        if (m_result.cycles >= m_options.maxCycles) {
            failMaxCycles();
            return false;
        }
        ++m_result.cycles;
        if (m_options.trace)
            beginTraceCycle(place);
        m_agenda.fire(place);
        m_result.fired.push_back(rule);
        m_steps += static_cast<std::int64_t>(m_code.rules[rule].statements.size());
        m_record.clearRule();
        const bool done = m_machine.execute(rule, m_agenda, m_record);
        noteMissing(rule);
        if (m_options.trace)
            endTraceCycle(rule);
        std::move(m_record.log.begin(), m_record.log.end(), std::back_inserter(m_result.log));
        if (!done)
            failStatement(rule);
        return done;
    }

    bool withinLimits()
    {
        if (m_options.stop.stop_requested())
            return fail(RunError::Kind::Cancelled, "The run was cancelled.");
        if (m_options.maxSteps > 0 && m_steps > m_options.maxSteps)
            return fail(RunError::Kind::Limit,
                        "The run took more than " + std::to_string(m_options.maxSteps)
                            + " steps; last fired: " + lastFired() + '.');
        if (m_options.wallLimit.count() > 0
            && std::chrono::steady_clock::now() - m_started > m_options.wallLimit)
            return fail(RunError::Kind::Limit,
                        "The run took longer than " + std::to_string(m_options.wallLimit.count())
                            + " ms; last fired: " + lastFired() + '.');
        return true;
    }

    bool fail(RunError::Kind kind, std::string message)
    {
        RunError error;
        error.kind = kind;
        error.message = std::move(message);
        m_result.error = std::move(error);
        return false;
    }

    // The rules of the last firings, each once: in an endless loop these are the ones that loop.
    [[nodiscard]] std::string lastFired() const
    {
        constexpr std::size_t kLookBack = 100;
        constexpr std::size_t kMostNames = 5;
        std::vector<std::size_t> names;
        const std::size_t count = std::min(kLookBack, m_result.fired.size());
        for (auto rule = m_result.fired.end() - static_cast<std::ptrdiff_t>(count);
             rule != m_result.fired.end(); ++rule) {
            if (std::find(names.begin(), names.end(), *rule) == names.end())
                names.push_back(*rule);
        }
        std::string text;
        for (std::size_t index = 0; index < names.size() && index < kMostNames; ++index)
            text += (index == 0 ? "\"" : ", \"") + m_code.ruleNames[names[index]] + '"';
        if (names.size() > kMostNames)
            text += " and " + std::to_string(names.size() - kMostNames) + " more";
        return text.empty() ? "none" : text;
    }

    void failMaxCycles()
    {
        (void)fail(RunError::Kind::MaxCycles,
                   "The rules did not come to an end within " + std::to_string(m_options.maxCycles)
                       + " cycles; still firing: " + lastFired() + '.');
        if (m_result.fired.empty())
            return;
        const RuleInfo& info = m_program.rules()[m_result.fired.back()];
        m_result.error->rule = info.name;
        m_result.error->pack = info.pack;
        m_result.error->line = info.line;
        m_result.error->column = info.column;
    }

    // Strict: the note that was just taken becomes the error.
    bool failCondition(std::uint32_t rule)
    {
        const Diagnostic& note = m_result.diagnostics.back();
        RunError error;
        error.message = "Rule \"" + m_program.rules()[rule].name + "\" stopped: " + note.message;
        error.rule = note.rule;
        error.pack = note.pack;
        error.line = note.line;
        error.column = note.column;
        m_result.error = std::move(error);
        return false;
    }

    void failStatement(std::uint32_t rule)
    {
        const Fault fault = m_machine.fault();
        const RuleInfo& info = m_program.rules()[rule];
        RunError error;
        error.kind = fault.kind;
        error.rule = info.name;
        error.pack = info.pack;
        error.message = "Rule \"" + info.name + "\" stopped: " + fault.message;
        if (const StatementCode* statement = m_machine.statement()) {
            error.line = statement->line;
            error.column = statement->column;
            error.message += " in line " + std::to_string(statement->line) + ": "
                + std::string(m_code.source(rule, statement->range));
        }
        error.message += '.';
        m_result.error = std::move(error);
    }

    void note(std::uint32_t rule, std::string id, std::string message, SourceRange range)
    {
        if (!m_noted.emplace(rule, range.offset, id).second)
            return;
        const RuleInfo& info = m_program.rules()[rule];
        Diagnostic diagnostic;
        diagnostic.severity = Severity::Warning;
        diagnostic.id = std::move(id);
        diagnostic.message = std::move(message);
        diagnostic.pack = info.pack;
        diagnostic.rule = info.name;
        place(diagnostic, m_code.linesOf(rule), range);
        m_result.diagnostics.push_back(std::move(diagnostic));
    }

    void noteError(std::uint32_t rule)
    {
        const Fault fault = m_machine.fault();
        // What is missing says more than the operator that could not work with it.
        const auto& missing = m_machine.missing();
        const std::string reason = missing.empty() ? fault.message : missing.back().text + " is missing";
        const SourceRange range = missing.empty() ? fault.range : m_code.nodes[missing.back().node].range;
        note(rule, "condition-error", "The condition could not be evaluated: " + reason + '.', range);
    }

    void noteMissing(std::uint32_t rule)
    {
        for (const MissingFact& missing : m_machine.missing())
            note(rule, "missing-fact", missing.text + " is missing.", m_code.nodes[missing.node].range);
    }

    void beginTraceCycle(std::size_t place)
    {
        TraceCycle cycle;
        cycle.number = m_result.cycles;
        cycle.fired = m_code.order[place];
        for (std::size_t other = place; other < m_code.order.size(); ++other) {
            if (m_agenda.isCandidate(other)) {
                const std::uint32_t rule = m_code.order[other];
                cycle.candidates.push_back({rule, m_code.rules[rule].salience});
            }
        }
        RuleExplanation& explanation = m_result.trace.rules[cycle.fired];
        if (explanation.firedInCycles.empty())
            explanation.condition = ConditionExplainer(m_machine, m_code, m_code.order[place]).explain();
        explanation.firedInCycles.push_back(cycle.number);
        m_result.trace.cycles.push_back(std::move(cycle));
    }

    void endTraceCycle(std::uint32_t rule)
    {
        TraceCycle& cycle = m_result.trace.cycles.back();
        cycle.writes = std::move(m_record.writes);
        cycle.log = m_record.log;
        auto& lines = m_result.trace.rules[rule].log;
        lines.insert(lines.end(), cycle.log.begin(), cycle.log.end());
    }

    void finishTrace()
    {
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

    const Program& m_program;
    const Code& m_code;
    Machine& m_machine;
    Agenda& m_agenda;
    const RunOptions& m_options;
    RunResult& m_result;
    ActionRecord m_record;
    std::int64_t m_steps = 0;
    std::set<std::tuple<std::uint32_t, std::size_t, std::string>> m_noted;
    std::chrono::steady_clock::time_point m_started;
};

} // namespace purchasing::grl
