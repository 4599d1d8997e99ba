#include "core/grl/explain/trace.h"

#include <algorithm>

namespace purchasing::grl {
namespace {

std::string shownValue(const Value& value)
{
    constexpr std::size_t kLongestValue = 80;
    if (value.isNull())
        return "missing";
    std::string text = value.toText();
    if (text.size() > kLongestValue) {
        text.resize(kLongestValue);
        // Never cut inside of a character.
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80)
            text.pop_back();
        if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0)
            text.pop_back();
        text += "...";
    }
    return value.isText() ? '"' + text + '"' : text;
}

// Conditions may span lines; in one line they are written with single spaces.
std::string oneLine(const std::string& source)
{
    std::string text;
    for (const char character : source) {
        const bool space = character == ' ' || character == '\t' || character == '\n' || character == '\r';
        if (!space)
            text += character;
        else if (!text.empty() && text.back() != ' ')
            text += ' ';
    }
    return text;
}

} // namespace

std::string operandsText(const ConditionPart& part)
{
    std::string text;
    for (const auto& [name, value] : part.operands) {
        if (!text.empty())
            text += ", ";
        text += name + " = " + shownValue(value);
    }
    return text;
}

std::string explainInOneLine(const RuleExplanation& explanation)
{
    constexpr std::size_t kMostCycles = 20; // Of a rule that goes round in circles.
    std::string text;
    switch (explanation.outcome) {
    case RuleOutcome::Fired:
        for (std::size_t i = 0; i < explanation.firedInCycles.size() && i < kMostCycles; ++i)
            text += (i == 0 ? "fired in cycle " : ", ") + std::to_string(explanation.firedInCycles[i]);
        if (explanation.firedInCycles.size() > kMostCycles)
            text += " and " + std::to_string(explanation.firedInCycles.size() - kMostCycles) + " more";
        return text;
    case RuleOutcome::MatchedNotChosen:
        if (explanation.retracted)
            return "matched but retracted by another rule";
        text = "matched in cycle " + std::to_string(explanation.lastMatchedCycle) + " but not chosen";
        break;
    case RuleOutcome::NotMatched: text = "not matched"; break;
    case RuleOutcome::Error: text = "error"; break;
    }
    const auto part = std::find_if(explanation.condition.begin(), explanation.condition.end(),
                                   [](const ConditionPart& candidate) { return candidate.decisive; });
    if (part == explanation.condition.end())
        return text;
    text += explanation.outcome == RuleOutcome::MatchedNotChosen ? "; in the end " : ": ";
    text += oneLine(part->source);
    text += part->truth == Truth::Error ? " cannot be evaluated: " + part->error : " is false";
    const std::string operands = operandsText(*part);
    if (!operands.empty())
        text += " (" + operands + ')';
    return text;
}

} // namespace purchasing::grl
