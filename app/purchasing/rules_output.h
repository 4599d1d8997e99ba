#pragma once

#include "core/grl/compile/program.h"
#include "core/grl/run/interpreter.h"

#include <span>
#include <string>
#include <vector>

namespace purchasing {

/// What `rules run` ended with, whatever the mode.
struct RulesFailure
{
    std::string kind; ///< parse, runtime, max_cycles or limit
    std::string message;
    std::string rule;
    int line = 0;
    int column = 0;
};

/// The text as one line that cannot drive a terminal (see harmless()).
[[nodiscard]] std::string shown(const std::string& text);
/// Writes diagnostics with their source lines and carets, for people.
[[nodiscard]] std::string diagnosticsText(std::span<const grl::Diagnostic> diagnostics,
                                          std::span<const grl::Pack> packs);
/// Writes diagnostics as a JSON array.
[[nodiscard]] std::string diagnosticsJson(std::span<const grl::Diagnostic> diagnostics);

/// Writes `{"ok":false,"error":...,"diagnostics":...}`.
[[nodiscard]] std::string failureJson(const RulesFailure& failure,
                                      std::span<const grl::Diagnostic> diagnostics);
/// Writes `{"ok":true,"facts":...}`; `facts` is the object to show. The trace is added when there is one.
[[nodiscard]] std::string resultJson(const grl::Program& program, const grl::RunResult& result,
                                     const grl::Value& facts);
/// Writes facts, fired rules and log for people.
[[nodiscard]] std::string resultText(const grl::Program& program, const grl::RunResult& result,
                                     const grl::Value& facts);
/// Writes every cycle and what became of every rule, for people.
[[nodiscard]] std::string traceText(const grl::Program& program, const grl::Trace& trace);

} // namespace purchasing
