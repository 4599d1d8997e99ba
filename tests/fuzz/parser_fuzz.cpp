#include "core/domain/fact_schema.h"
#include "core/grl/run/interpreter.h"
#include "core/grl/syntax/lexer.h"
#include "core/grl/syntax/parser.h"
#include "core/grl/values/json.h"

#include <cstdint>
#include <string>

#include "tests/fuzz/fuzz_promise.h"

namespace {

using namespace purchasing;
using namespace purchasing::grl;
using fuzz::require;

RunOptions smallLimits()
{
    RunOptions options;
    options.maxCycles = 40;
    options.maxSteps = 20'000;
    options.timeLimit = std::chrono::milliseconds(500);
    options.trace = true;
    return options;
}

void checkDiagnostics(const Compilation& compilation, const std::string& text)
{
    require((compilation.program == nullptr) == hasErrors(compilation.diagnostics));
    for (const Diagnostic& diagnostic : compilation.diagnostics) {
        require(!diagnostic.id.empty() && !diagnostic.message.empty());
        require(diagnostic.line >= 1 && diagnostic.column >= 1);
        require(diagnostic.offset + diagnostic.length <= text.size());
        require(!renderDiagnostic(diagnostic, text).empty());
    }
}

void runTyped(const std::string& text)
{
    const Pack pack{"fuzz.grl", text};
    const Compilation compilation = compile(std::span(&pack, 1), {&purchasingSchema()});
    checkDiagnostics(compilation, text);
    if (!compilation.program)
        return;
    FactRow row(purchasingSchema());
    row.set(indexOf(Fact::RequiredQty), Value(Decimal::fromParts(1'085'000, 4)));
    row.set(indexOf(Fact::AvailableQty), Value(20));
    row.set(indexOf(Fact::Moq), Value(20));
    row.set(indexOf(Fact::UnitPrice), Value(15.99));
    row.set(indexOf(Fact::OrderMultiple), Value(20));
    row.set(indexOf(Fact::OnOrderQty), Value(0));
    row.set(indexOf(Fact::IsActive), Value(true));
    row.set(indexOf(Fact::SupplierId), Value("SUP-001"));
    Interpreter interpreter(compilation.program);
    RunOptions options = smallLimits();
    const RunResult first = interpreter.run(row, options);
    options.evaluation = Evaluation::Full;
    const RunResult second = interpreter.run(row, options);
    const bool timeMatters = (first.error && first.error->kind == RunError::Kind::Limit)
        || (second.error && second.error->kind == RunError::Kind::Limit);
    if (timeMatters)
        return;
    require(first.ok() == second.ok() && first.fired == second.fired && first.facts == second.facts);
    for (const RuleExplanation& rule : first.trace.rules)
        require(!explainInOneLine(rule).empty());
}

void runDynamic(const std::string& text)
{
    const Pack pack{"fuzz.grl", text};
    const Compilation compilation = compile(std::span(&pack, 1));
    checkDiagnostics(compilation, text);
    if (!compilation.program)
        return;
    const JsonResult facts =
        fromJson(R"({"a": 1, "b": 2.5, "s": "text", "l": [1, 2, 3], "o": {"x": {"y": 4}}, "t": true,
        "required_qty": 100, "available_qty": 20, "moq": 50, "unit_price": 10, "is_active": true})");
    Interpreter interpreter(compilation.program);
    const RunResult result = interpreter.run(*facts.value, smallLimits());
    if (result.ok())
        (void)toJson(result.object);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char*>(data), size);
    std::size_t end = 0;
    for (const Token& token : tokenize(text)) {
        require(token.offset >= end && token.offset + token.length <= text.size());
        end = token.offset + token.length;
    }
    runTyped(text);
    runDynamic(text);
    (void)fromJson(text);
    return 0;
}
