#pragma once

#include "core/grl/run/interpreter.h"

#include <memory>
#include <string>
#include <vector>

namespace purchasing::tests {

/// One case of a file: options, the rules, and what must come of them.
///
/// Options are `mode: typed`, `facts: JSON`, `max-cycles: N`, `bom: yes`, `crlf: yes`. Expectations:
///   diag: SEVERITY ID LINE:COLUMN [text in the hint]   all diagnostics of loading, in order
///   fired: NAME...       log: LINE                     in order, all of them
///   fact: PATH = JSON    missing: PATH
///   error: KIND LINE:COLUMN [text in the message]
///   note: ID LINE:COLUMN [text in the message]         all diagnostics of the run; `notes: none`
struct Case
{
    std::string title; ///< With the name of its file.
    std::vector<std::string> options;
    std::string rules;
    std::vector<std::string> expectations;

    /// Empty where it is not given.
    [[nodiscard]] std::string option(const std::string& name) const;
    [[nodiscard]] std::vector<std::string> expected(const std::string& name) const;
    /// The rules as its options say they are written.
    [[nodiscard]] std::string text() const;
};

/// The language by example: the cases of all files of tests/grl/cases.
[[nodiscard]] std::vector<Case> allCases();

/// Runs a case on its facts; `object` of the result has the facts in typed mode, too.
[[nodiscard]] grl::RunResult run(const Case& item, const std::shared_ptr<const grl::Program>& program,
                                 const grl::RunOptions& options);

} // namespace purchasing::tests
