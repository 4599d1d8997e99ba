#include "app/purchasing/rules_output.h"

#include "app/purchasing/printing.h"
#include "core/grl/values/json.h"

#include <algorithm>

namespace purchasing {
namespace {

using grl::toJsonText;

std::string member(std::string_view name, const std::string& json)
{
    return toJsonText(name) + ':' + json;
}
std::string textMember(std::string_view name, std::string_view text)
{
    return member(name, toJsonText(text));
}
std::string numberMember(std::string_view name, int number)
{
    return member(name, std::to_string(number));
}

template <typename Items, typename Write> std::string array(const Items& items, Write writeItem)
{
    std::string json = "[";
    for (const auto& item : items) {
        if (json.size() > 1)
            json += ',';
        json += writeItem(item);
    }
    return json + ']';
}

std::string traceJson(const grl::Program& program, const grl::Trace& trace)
{
    const auto name = [&](std::size_t rule) -> std::string_view { return program.rules()[rule].name; };
    const auto candidate = [&](const grl::TraceCandidate& item) {
        return '{' + textMember("rule", name(item.rule)) + ',' + numberMember("salience", item.salience)
            + '}';
    };
    const auto write = [](const grl::TraceWrite& item) {
        return '{' + textMember("path", item.path) + ',' + member("before", toJson(item.before)) + ','
            + member("after", toJson(item.after)) + ',' + numberMember("line", item.line) + '}';
    };
    const auto cycle = [&](const grl::TraceCycle& item) {
        return '{' + numberMember("cycle", item.number) + ',' + textMember("fired", name(item.fired)) + ','
            + member("candidates", array(item.candidates, candidate)) + ','
            + member("writes", array(item.writes, write)) + ','
            + member("log", array(item.log, [](const std::string& line) { return toJsonText(line); })) + '}';
    };
    const auto rule = [&](const grl::RuleExplanation& item) {
        return '{' + textMember("rule", name(item.rule)) + ','
            + textMember("explanation", explainInOneLine(item)) + '}';
    };
    return '{' + member("cycles", array(trace.cycles, cycle)) + ','
        + (trace.cut ? member("cut", "true") + ',' : std::string())
        + member("rules", array(trace.rules, rule)) + '}';
}

} // namespace

std::string shown(const std::string& text)
{
    return harmless(QString::fromStdString(text)).toStdString();
}

std::string diagnosticsText(std::span<const grl::Diagnostic> diagnostics, std::span<const grl::Pack> packs)
{
    std::string text;
    for (const grl::Diagnostic& diagnostic : diagnostics) {
        const auto pack = std::find_if(packs.begin(), packs.end(),
                                       [&](const grl::Pack& item) { return item.name == diagnostic.pack; });
        text += renderDiagnostic(diagnostic, pack == packs.end() ? std::string_view() : pack->text) + '\n';
    }
    return text;
}

std::string diagnosticsJson(std::span<const grl::Diagnostic> diagnostics)
{
    return array(diagnostics, [](const grl::Diagnostic& item) {
        std::string json = '{' + textMember("severity", severityName(item.severity)) + ','
            + textMember("id", item.id) + ',' + textMember("message", item.message) + ','
            + textMember("file", item.pack) + ',' + textMember("rule", item.rule) + ','
            + numberMember("line", item.line) + ',' + numberMember("column", item.column) + ','
            + numberMember("endLine", item.endLine) + ',' + numberMember("endColumn", item.endColumn);
        if (!item.hint.empty())
            json += ',' + textMember("hint", item.hint);
        return json + '}';
    });
}

std::string failureJson(const RulesFailure& failure, std::span<const grl::Diagnostic> diagnostics)
{
    std::string error = textMember("kind", failure.kind) + ',' + textMember("message", failure.message);
    if (failure.line > 0)
        error += ',' + numberMember("line", failure.line) + ',' + numberMember("column", failure.column);
    if (!failure.rule.empty())
        error += ',' + textMember("rule", failure.rule);
    return "{\"ok\":false,\"error\":{" + error + "}," + member("diagnostics", diagnosticsJson(diagnostics))
        + '}';
}

std::string resultJson(const grl::Program& program, const grl::RunResult& result, const grl::Value& facts)
{
    const auto fired = [&](std::size_t rule) { return toJsonText(program.rules()[rule].name); };
    std::string json = "{\"ok\":true," + member("facts", toJson(facts)) + ','
        + member("fired", array(result.fired, fired)) + ','
        + member("log", array(result.log, [](const std::string& line) { return toJsonText(line); })) + ','
        + numberMember("cycles", result.cycles) + ','
        + member("diagnostics", diagnosticsJson(result.diagnostics));
    if (!result.trace.rules.empty())
        json += ',' + member("trace", traceJson(program, result.trace));
    return json + '}';
}

std::string resultText(const grl::Program& program, const grl::RunResult& result, const grl::Value& facts)
{
    std::string text = "Facts:\n";
    for (const auto& [name, value] : facts.asObject())
        text += shown("  " + name + " = " + toJson(value)) + '\n';
    text += "Fired (" + std::to_string(result.cycles) + (result.cycles == 1 ? " cycle):\n" : " cycles):\n");
    for (const std::size_t rule : result.fired)
        text += shown("  " + program.rules()[rule].name) + '\n';
    if (!result.log.empty())
        text += "Log:\n";
    for (const std::string& line : result.log)
        text += shown("  " + line) + '\n';
    return text;
}

std::string traceText(const grl::Program& program, const grl::Trace& trace)
{
    std::string text = "Trace:\n";
    for (const grl::TraceCycle& cycle : trace.cycles) {
        std::string line = "  cycle " + std::to_string(cycle.number) + ": fired "
            + program.rules()[cycle.fired].name + "; candidates";
        for (const grl::TraceCandidate& candidate : cycle.candidates)
            line +=
                ' ' + program.rules()[candidate.rule].name + " (" + std::to_string(candidate.salience) + ')';
        text += shown(line) + '\n';
        for (const grl::TraceWrite& write : cycle.writes) {
            text += shown("    line " + std::to_string(write.line) + ": " + write.path + ": "
                          + toJson(write.before) + " -> " + toJson(write.after))
                + '\n';
        }
    }
    if (trace.cut)
        text += "  (the trace is cut here)\n";
    text += "Rules:\n";
    for (const grl::RuleExplanation& rule : trace.rules)
        text += shown("  " + program.rules()[rule.rule].name + ": " + explainInOneLine(rule)) + '\n';
    return text;
}

} // namespace purchasing
