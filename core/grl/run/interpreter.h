#pragma once

#include "core/grl/compile/program.h"
#include "core/grl/explain/trace.h"
#include "core/grl/values/fact_row.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace purchasing::grl {

/// Rules may fire so often in one run unless options say otherwise.
inline constexpr int kDefaultMaxCycles = 5000;
/// So many steps one run may take unless options say otherwise. With the cycles the one policy for every
/// decision: it ends a run at the same place on every machine.
inline constexpr std::int64_t kDefaultMaxSteps = 10'000'000;
/// All texts a run makes together may have so many bytes.
inline constexpr std::size_t kMaxRunTextBytes = std::size_t{16} * 1024 * 1024;
/// What a trace keeps of cycles may have about so many bytes; it is cut there.
inline constexpr std::size_t kMaxTraceBytes = std::size_t{32} * 1024 * 1024;

/// How conditions are looked at again. Both give the same result; Full is the simple one, for comparison.
enum class Evaluation : std::uint8_t { Incremental, Full };

struct RunOptions
{
    int maxCycles = kDefaultMaxCycles;
    /// In each cycle the number of rules, plus the statements executed; 0: no limit.
    std::int64_t maxSteps = kDefaultMaxSteps;
    /// Of the thread's processor time, so that a busy machine fails nothing. Zero: no limit. Only for what a
    /// person watches being typed, never for a decision. Checked between rules.
    std::chrono::milliseconds timeLimit{0};
    bool trace = false;
    /// False leaves log lines away; their arguments are still evaluated.
    bool formatLog = true;
    /// A rule whose condition cannot be evaluated, and which could still fire when nothing else does, fails
    /// the run; otherwise it counts as not matched.
    bool strict = false;
    /// Ends the run soon after it becomes true; null: nobody cancels. Checked between rules.
    const std::atomic_bool* cancelled = nullptr;
    Evaluation evaluation = Evaluation::Incremental;
};

struct RunError
{
    enum class Kind : std::uint8_t { Runtime, MaxCycles, Limit, Cancelled };
    Kind kind = Kind::Runtime;
    /// A sentence; names the rule and the statement where there is one.
    std::string message;
    std::string rule;
    std::string pack;
    /// Of the statement, from 1; 0 when there is none.
    int line = 0;
    int column = 0;
    /// The cause is that a fact has no value.
    bool isMissingFact = false;

    friend bool operator==(const RunError&, const RunError&) = default;
};

struct RunResult
{
    /// Set when the run failed; `facts` and `object` then are what was given, unchanged.
    std::optional<RunError> error;
    FactRow facts; ///< typed mode
    Value object; ///< dynamic mode
    FactRow partialFacts; ///< Of a failed run: with what was written until then (typed mode).
    /// Rule numbers in the order of firing.
    std::vector<std::size_t> fired;
    std::vector<std::string> log;
    /// Rules fired, each in a cycle of its own.
    int cycles = 0;
    /// Conditions that could not be evaluated and facts that were missing; each place once.
    std::vector<Diagnostic> diagnostics;
    Trace trace; ///< empty unless asked for

    [[nodiscard]] bool ok() const { return !error.has_value(); }
};

/// Runs a program. Keeps its working memory between runs, so one object serves many rows quickly.
///
/// Use one object per thread; the program itself may be shared. Every run starts afresh: nothing of a run
/// influences the next one.
class Interpreter
{
public:
    /// `program` must not be null.
    explicit Interpreter(std::shared_ptr<const Program> program);
    ~Interpreter();
    Interpreter(Interpreter&&) noexcept;
    Interpreter& operator=(Interpreter&&) noexcept;

    /// Runs typed rules on a copy of `facts`, a row of the program's schema.
    [[nodiscard]] RunResult run(const FactRow& facts, const RunOptions& options = {});
    /// Runs dynamic rules on a copy of `facts`, an object.
    [[nodiscard]] RunResult run(const Value& facts, const RunOptions& options = {});

    /// Runs typed rules on the row itself, exactly as `run` does, but without log, trace and diagnostics, and
    /// with no memory allocated in the usual case. Fired rule numbers replace the content of `fired`. Returns
    /// false when the run fails: `error` says why, and the row holds what was written until then. Of the
    /// options only limits, `strict` and `cancelled` count.
    [[nodiscard]] bool decide(FactRow& facts, const RunOptions& options = {},
                              std::vector<std::size_t>* fired = nullptr);
    /// Why the last `decide` failed; empty when it did not.
    [[nodiscard]] const std::optional<RunError>& error() const;

    [[nodiscard]] const Program& program() const;

private:
    struct Memory;
    std::unique_ptr<Memory> m_memory;
};

} // namespace purchasing::grl
