#pragma once

#include "core/grl/compile/program.h"
#include "core/grl/run/interpreter.h"
#include "core/grl/values/json.h"

#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace purchasing::tests {

/// Reads a pack of rules/ by its file name.
[[nodiscard]] grl::Pack rulePack(const std::string& fileName);
/// purchasing_rules alone.
[[nodiscard]] std::vector<grl::Pack> basePacks();
/// The three packs that are active by default.
[[nodiscard]] std::vector<grl::Pack> defaultPacks();
/// Compiles for the purchasing schema; a null program means that there were errors.
[[nodiscard]] std::shared_ptr<const grl::Program> compileTyped(const std::vector<grl::Pack>& packs);
/// Compiles one text; `schema` null means dynamic mode.
[[nodiscard]] grl::Compilation compileText(const std::string& text, const grl::Schema* schema = nullptr);
/// One line per diagnostic: "error unknown-fact 3:9 There is ...".
[[nodiscard]] std::string describe(const std::vector<grl::Diagnostic>& diagnostics);
/// Names of the fired rules in order.
[[nodiscard]] std::vector<std::string> firedNames(const grl::Program& program,
                                                  const std::vector<std::size_t>& fired);
/// The facts of a run, from JSON that must be right.
[[nodiscard]] inline grl::Value object(const char* json)
{
    return grl::fromJson(json).value.value();
}
/// Text for QCOMPARE.
[[nodiscard]] inline QString q(const std::string& text)
{
    return QString::fromStdString(text);
}

} // namespace purchasing::tests
