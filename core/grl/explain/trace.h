#pragma once

#include "core/grl/values/value.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace purchasing::grl {

/// What became of a condition or a part of it.
enum class Truth : std::uint8_t { False, True, NotEvaluated, Error };

enum class RuleOutcome : std::uint8_t {
    Fired,
    MatchedNotChosen, ///< its condition held at some time, but another rule came first or the run ended
    NotMatched,
    Error, ///< its condition could not be evaluated
};

struct TraceCandidate
{
    std::size_t rule = 0;
    int salience = 0;
};

struct TraceWrite
{
    std::string path; ///< name of the fact, in dynamic mode with its members
    Value before;
    Value after;
    int line = 0; ///< of the statement, from 1
};

struct TraceCycle
{
    int number = 1;
    std::vector<TraceCandidate> candidates; ///< best first; the first one fired
    std::size_t fired = 0;
    std::vector<TraceWrite> writes;
    std::vector<std::string> log;
};

/// A part of a condition: the whole, an operand of && or ||, or a single test.
struct ConditionPart
{
    std::string source; ///< as written in the rule
    int depth = 0; ///< 0 is the whole condition
    Truth truth = Truth::NotEvaluated;
    /// The facts that are read, in the order of the text; only for single tests that were evaluated.
    std::vector<std::pair<std::string, Value>> operands;
    /// The first single test that kept the rule from matching.
    bool decisive = false;
    std::string error;
    int line = 1;
    int column = 1;
};

struct RuleExplanation
{
    std::size_t rule = 0;
    RuleOutcome outcome = RuleOutcome::NotMatched;
    std::vector<int> firedInCycles;
    int lastMatchedCycle = 0; ///< 0: never
    bool retracted = false;
    /// Parents before children. Of a rule that fired: with the values it first fired with; else with the
    /// final ones.
    std::vector<ConditionPart> condition;
    std::vector<std::string> log; ///< its lines, in order
};

/// Everything that happened in a run, for people.
struct Trace
{
    std::vector<TraceCycle> cycles;
    bool cut = false; ///< There were more cycles, or writes in the last one, than a trace may hold.
    std::vector<RuleExplanation> rules; ///< by rule number
};

/// Says in one line what became of a rule: "not matched: shortage > 0 is false (shortage = -40)".
[[nodiscard]] std::string explainInOneLine(const RuleExplanation& explanation);
/// Writes the operands as "shortage = 20, moq = 50".
[[nodiscard]] std::string operandsText(const ConditionPart& part);

} // namespace purchasing::grl
