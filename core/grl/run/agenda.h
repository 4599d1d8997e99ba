#pragma once

#include "core/grl/compile/code.h"
#include "core/grl/run/interpreter.h"

#include <cstdint>
#include <vector>

namespace purchasing::grl {

/// Knows for every rule whether it must be looked at again and whether it may fire. Rules are addressed by
/// their place in Code::order.
///
/// Incremental evaluation follows the lists of readers; full evaluation looks at every rule in every cycle
/// and recognises refraction by counting the changes of each fact instead.
class Agenda
{
public:
    struct State
    {
        bool dirty = true; ///< the condition must be evaluated
        bool matched = false; ///< the condition held
        bool failed = false; ///< the condition could not be evaluated
        bool refracted = false; ///< fired, and nothing it reads has changed since
        bool blocked = false; ///< no-loop or retracted: out until the run ends
        bool retracted = false;
    };

    void reset(const Code& code, Evaluation evaluation)
    {
        m_code = &code;
        m_evaluation = evaluation;
        m_states.assign(code.order.size(), State{});
        if (evaluation == Evaluation::Full) {
            m_changes.assign(code.readers.size(), 0);
            m_changesWhenFired.assign(code.order.size(), {});
        }
    }

    [[nodiscard]] std::vector<State>& states() { return m_states; }

    [[nodiscard]] bool mustEvaluate(const State& state) const
    {
        return !state.blocked && (state.dirty || m_evaluation == Evaluation::Full);
    }

    [[nodiscard]] bool isCandidate(std::size_t place) const
    {
        const State& state = m_states[place];
        if (!state.matched || state.blocked)
            return false;
        if (m_evaluation == Evaluation::Incremental || m_changes.empty())
            return !state.refracted;
        return m_changesWhenFired[place].empty() || m_changesWhenFired[place] != changesOf(place);
    }

    /// Notes that the rule fires; call it before its actions run.
    void fire(std::size_t place)
    {
        State& state = m_states[place];
        state.refracted = true;
        if (m_code->rules[m_code->order[place]].noLoop)
            state.blocked = true;
        if (m_evaluation == Evaluation::Full && !m_changes.empty()) {
            m_changesWhenFired[place] = changesOf(place);
            // A rule that reads nothing never becomes a candidate again.
            if (m_changesWhenFired[place].empty())
                state.blocked = true;
        }
    }

    /// Typed mode: the value of a fact became another one.
    void factChanged(std::size_t fact)
    {
        if (m_evaluation == Evaluation::Full)
            ++m_changes[fact];
        for (const std::uint32_t place : m_code->readers[fact])
            invalidate(place);
    }

    void invalidate(std::size_t place)
    {
        m_states[place].dirty = true;
        m_states[place].refracted = false;
    }

    void retract(std::uint32_t rule)
    {
        for (std::size_t place = 0; place < m_states.size(); ++place) {
            if (m_code->order[place] == rule)
                m_states[place].blocked = m_states[place].retracted = true;
        }
    }

private:
    [[nodiscard]] std::vector<std::uint64_t> changesOf(std::size_t place) const
    {
        std::vector<std::uint64_t> changes;
        for (const std::uint32_t fact : m_code->rules[m_code->order[place]].readFacts)
            changes.push_back(m_changes[fact]);
        return changes;
    }

    const Code* m_code = nullptr;
    Evaluation m_evaluation = Evaluation::Incremental;
    std::vector<State> m_states;
    std::vector<std::uint64_t> m_changes;
    std::vector<std::vector<std::uint64_t>> m_changesWhenFired;
};

/// What the actions of a rule leave behind besides changed facts.
struct ActionRecord
{
    static constexpr int kMostTracedDepth = 64;

    bool formatLog = true;
    bool trace = false;
    bool complete = false;
    std::vector<std::string> log;
    std::vector<TraceWrite> writes;
    std::size_t logBytes = 0; ///< of the whole run
    std::size_t traceBytes = 0; ///< about, of the whole run

    /// Whether lines still go anywhere; a full log needs no more of them.
    [[nodiscard]] bool wantsLines() const { return formatLog && logBytes <= kMaxRunTextBytes; }

    void clearRule()
    {
        log.clear();
        writes.clear();
    }

    /// Notes a change for the trace, as long as there is room for it.
    void addWrite(const std::string& path, const Value& before, const Value& after, int line)
    {
        for (const Value* value : {&before, &after}) {
            const ValueSize size =
                measure(*value, kMaxTraceBytes / sizeof(Value), kMaxTraceBytes, kMostTracedDepth);
            traceBytes += size.tooLarge ? kMaxTraceBytes : size.textBytes + size.elements * sizeof(Value);
        }
        traceBytes += sizeof(TraceWrite) + path.size();
        if (!isTraceFull())
            writes.push_back({path, before, after, line});
    }
    [[nodiscard]] bool isTraceFull() const { return traceBytes > kMaxTraceBytes; }

    /// Adds a line; a log that grows without end is cut, because a line must never make a decision fail.
    void addLine(std::string line)
    {
        if (logBytes > kMaxRunTextBytes)
            return;
        logBytes += line.size() + sizeof(std::string);
        if (logBytes > kMaxRunTextBytes)
            line = "(the log is cut here)";
        log.push_back(std::move(line));
    }
};

/// Why an expression or statement failed.
struct Fault
{
    RunError::Kind kind = RunError::Kind::Runtime;
    std::string message; ///< without a full stop
    SourceRange range;
};

/// A fact that was read and is not there.
struct MissingFact
{
    std::uint32_t node = 0;
    std::string text;
};

} // namespace purchasing::grl
