#pragma once

#include "core/grl/run/agenda.h"
#include "core/grl/run/run_tracer.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <time.h>
#include <utility>
#include <vector>

namespace purchasing::grl {

/// What a run tells besides its outcome. None: no log, trace or diagnostics.
enum class Observation : std::uint8_t { Full, None };

/// Runs the cycles of one program on one machine: evaluate, choose, execute, until no rule is left. The only
/// loop: whoever decides, explains or tries rules goes through it, so that all come to the same end.
///
/// The caller has loaded the facts and takes them out again afterwards.
template <typename Machine> class RunLoop
{
public:
    RunLoop(const Program& program, Machine& machine, Agenda& agenda, const RunOptions& options,
            RunResult& result, Observation observation = Observation::Full)
        : m_program(program)
        , m_code(program.code())
        , m_machine(machine)
        , m_agenda(agenda)
        , m_options(options)
        , m_result(result)
        , m_observes(observation == Observation::Full)
        , m_traces(m_observes && options.trace)
        , m_tracer(m_code, machine, agenda, m_record, result)
        , m_started(options.timeLimit.count() > 0 ? threadTime() : std::chrono::nanoseconds{0})
    {
    }

    void run()
    {
        m_agenda.reset(m_code, m_observes ? m_options.evaluation : Evaluation::Incremental);
        m_record.formatLog = m_observes && m_options.formatLog;
        m_record.trace = m_traces;
        if (m_traces)
            m_tracer.begin();
        while (!m_record.complete) {
            const std::size_t place = nextCandidate();
            if (!m_result.ok())
                break;
            if (place == m_code.order.size()) {
                if (m_options.strict)
                    failStandingError();
                break;
            }
            if (!fire(place))
                break;
        }
        if (m_traces)
            m_tracer.end();
    }

private:
    /// The place of the rule that fires next, or the end where there is none or the run failed.
    std::size_t nextCandidate()
    {
        const std::size_t count = m_code.order.size();
        // By the number of rules and not by what was really looked at, so that the way of looking does not
        // move the limit.
        m_steps += static_cast<std::int64_t>(count);
        if (!withinSteps())
            return count;
        std::size_t found = count;
        for (std::size_t place = 0; place < count; ++place) {
            if (!evaluate(place))
                return count;
            if (found == count && m_agenda.isCandidate(place)) {
                found = place;
                // Conditions have no effects: those behind it need no look unless somebody wants to know.
                if (!m_observes)
                    break;
            }
        }
        if (m_traces)
            m_tracer.noteMatches();
        return found;
    }

    /// Brings the rule's state up to date; false when the run must end.
    bool evaluate(std::size_t place)
    {
        Agenda::State& state = m_agenda.states()[place];
        if (!m_agenda.mustEvaluate(state))
            return true;
        if (!mayGoOn())
            return false;
        const std::uint32_t rule = m_code.order[place];
        const Truth truth = m_machine.evaluate(rule);
        state.dirty = false;
        state.matched = truth == Truth::True;
        state.failed = truth == Truth::Error;
        if (!m_observes)
            return true;
        if (state.failed)
            noteError(rule);
        else
            noteMissing(rule);
        return true;
    }

    bool fire(std::size_t place)
    {
        const std::uint32_t rule = m_code.order[place];
        if (m_result.cycles >= m_options.maxCycles) {
            failMaxCycles();
            return false;
        }
        ++m_result.cycles;
        if (m_traces)
            m_tracer.beginCycle(place);
        m_agenda.fire(place);
        m_result.fired.push_back(rule);
        m_steps += static_cast<std::int64_t>(m_code.rules[rule].statements.size());
        m_record.clearRule();
        const bool done = m_machine.execute(rule, m_agenda, m_record);
        if (!done)
            failStatement(rule);
        if (m_observes)
            noteMissing(rule);
        if (m_traces)
            m_tracer.endCycle(rule);
        std::move(m_record.log.begin(), m_record.log.end(), std::back_inserter(m_result.log));
        return done;
    }

    bool withinSteps()
    {
        if (m_options.maxSteps <= 0 || m_steps <= m_options.maxSteps)
            return true;
        return fail(RunError::Kind::Limit,
                    "The run took more than " + std::to_string(m_options.maxSteps)
                        + " steps; last fired: " + lastFired() + '.');
    }

    [[nodiscard]] static std::chrono::nanoseconds threadTime()
    {
        timespec time{};
        (void)::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    }

    bool mayGoOn()
    {
        if (m_options.cancelled != nullptr && m_options.cancelled->load(std::memory_order_relaxed))
            return fail(RunError::Kind::Cancelled, "The run was cancelled.");
        if (m_options.timeLimit.count() > 0 && threadTime() - m_started > m_options.timeLimit)
            return fail(RunError::Kind::Limit,
                        "The run took longer than " + std::to_string(m_options.timeLimit.count())
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

    /// Strict: nothing is left to fire, but a rule that could still fire cannot be evaluated.
    void failStandingError()
    {
        const auto& states = m_agenda.states();
        std::size_t place = 0;
        while (place < states.size() && (!states[place].failed || states[place].blocked))
            ++place;
        if (place == states.size())
            return;
        const std::uint32_t rule = m_code.order[place];
        (void)m_machine.evaluate(rule); // Once more, for its reason.
        const RuleInfo& info = m_program.rules()[rule];
        const Cause cause = causeOf(m_machine.fault());
        (void)fail(m_machine.fault().kind,
                   "Rule \"" + info.name + "\" could not be evaluated: " + cause.text + '.');
        const SourcePosition position = m_code.linesOf(rule).position(cause.range.offset);
        RunError& error = *m_result.error;
        error.rule = info.name;
        error.pack = info.pack;
        error.line = position.line;
        error.column = position.column;
        error.isMissingFact = cause.isMissingFact;
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
        error.isMissingFact = causeOf(fault).isMissingFact;
        m_result.error = std::move(error);
    }

    void note(std::uint32_t rule, std::string id, std::string message, SourceRange range)
    {
        if (!m_noted.emplace(rule, range.offset, id).second)
            return;
        const RuleInfo& info = m_program.rules()[rule];
        m_result.diagnostics.push_back(
            placed({Severity::Warning, std::move(id), std::move(message), {}, info.pack, info.name},
                   m_code.linesOf(rule), range));
    }

    struct Cause
    {
        std::string text; ///< Without a full stop.
        SourceRange range;
        bool isMissingFact = false;
    };

    /// What is missing says more than the operator that could not work with it.
    [[nodiscard]] Cause causeOf(const Fault& fault) const
    {
        const std::size_t end = fault.range.offset + fault.range.length;
        const auto& missing = m_machine.missing();
        const auto found = std::find_if(missing.rbegin(), missing.rend(), [&](const MissingFact& fact) {
            const SourceRange range = m_code.nodes[fact.node].range;
            return fault.range.offset <= range.offset && range.offset + range.length <= end;
        });
        if (found == missing.rend())
            return {fault.message, fault.range, false};
        return {found->text + " is missing", m_code.nodes[found->node].range, true};
    }

    void noteError(std::uint32_t rule)
    {
        const Cause cause = causeOf(m_machine.fault());
        note(rule, "condition-error", "The condition could not be evaluated: " + cause.text + '.',
             cause.range);
    }

    void noteMissing(std::uint32_t rule)
    {
        for (const MissingFact& missing : m_machine.missing())
            note(rule, "missing-fact", missing.text + " is missing.", m_code.nodes[missing.node].range);
    }

    const Program& m_program;
    const Code& m_code;
    Machine& m_machine;
    Agenda& m_agenda;
    const RunOptions& m_options;
    RunResult& m_result;
    const bool m_observes;
    const bool m_traces;
    ActionRecord m_record;
    RunTracer<Machine> m_tracer;
    std::int64_t m_steps = 0;
    std::set<std::tuple<std::uint32_t, std::size_t, std::string>> m_noted;
    std::chrono::nanoseconds m_started; ///< In the thread's processor time.
};

} // namespace purchasing::grl
