#pragma once

#include "core/grl/compile/program.h"
#include "core/grl/explain/trace.h"
#include "core/grl/values/fact_row.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace purchasing::grl {

/// Rules may fire so often in one run unless options say otherwise.
inline constexpr int kDefaultMaxCycles = 5000;
/// All texts a run makes together may have so many bytes.
inline constexpr std::size_t kMaxRunTextBytes = std::size_t{16} * 1024 * 1024;

/// How conditions are looked at again. Both give the same result; Full is the simple one, for comparison.
enum class Evaluation : std::uint8_t { Incremental, Full };

struct RunOptions
{
    int maxCycles = kDefaultMaxCycles;
    /// Rules looked at plus statements executed; 0: no limit.
    std::int64_t maxSteps = 0;
    /// Zero: no limit. Checked between rules.
    std::chrono::milliseconds wallLimit{0};
    bool trace = false;
    /// False leaves log lines away; their arguments are still evaluated.
    bool formatLog = true;
    /// A condition that cannot be evaluated ends the run with an error instead of counting as not matched.
    bool strict = false;
    std::stop_token stop;
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
};

struct RunResult
{
    /// Set when the run failed; `facts` and `object` then are what was given, unchanged.
    std::optional<RunError> error;
    FactRow facts; ///< typed mode
    Value object; ///< dynamic mode
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

    /// Runs typed rules on the row itself: no log, no trace, no diagnostics, no memory allocated in the usual
    /// case. Fired rule numbers replace the content of `fired`. Returns false, the row unchanged, when the
    /// run fails; `run` on the same row then says why.
    [[nodiscard]] bool decide(FactRow& facts, std::vector<std::size_t>* fired = nullptr);

    [[nodiscard]] const Program& program() const;

private:
    struct Memory;
    std::unique_ptr<Memory> m_memory;
};

} // namespace purchasing::grl
