#include "core/grl/functions/value_operators.h"
#include "core/grl/run/dynamic_machine.h"

#include <re2/re2.h>

namespace purchasing::grl {

std::optional<Value> DynamicMachine::evaluateNode(std::uint32_t index)
{
    const Node& node = m_code.nodes[index];
    switch (node.op) {
    case Op::Constant: return m_code.constants[node.payload];
    case Op::Root: {
        const Value* found = m_facts.member(m_code.names[node.payload]);
        return found == nullptr || found->isNull() ? missingValue(index) : *found;
    }
    case Op::Member:
    case Op::Index:
    case Op::Property: return evaluateAccess(index, node);
    case Op::Array: {
        Value::Array items;
        for (std::uint32_t child = 0; child < node.count; ++child) {
            auto item = evaluateNode(m_code.child(node, child));
            if (!item)
                return std::nullopt;
            items.push_back(std::move(*item));
        }
        return Value(std::move(items));
    }
    case Op::And:
    case Op::Or: {
        const bool stopAt = node.op == Op::Or;
        for (std::uint32_t child = 0; child < node.count; ++child) {
            const auto value = evaluateBool(m_code.child(node, child));
            if (!value)
                return std::nullopt;
            if (*value == stopAt)
                return Value(stopAt);
        }
        return Value(!stopAt);
    }
    case Op::Not: {
        const auto value = evaluateBool(m_code.child(node, 0));
        return value ? std::optional(Value(!*value)) : std::nullopt;
    }
    case Op::Test: {
        const auto value = evaluateNode(m_code.child(node, 0));
        if (!value)
            return std::nullopt;
        std::string error;
        const auto truth = testValue(*value, error);
        return truth ? std::optional(Value(*truth)) : fail(index, std::move(error));
    }
    case Op::Negate: {
        const auto value = evaluateNode(m_code.child(node, 0));
        if (!value)
            return std::nullopt;
        std::string error;
        auto negated = negateValue(*value, error);
        return negated ? std::move(negated) : fail(index, std::move(error));
    }
    case Op::Binary: return evaluateBinary(index, node);
    case Op::Call: return evaluateCall(index, node);
    case Op::Fact: break; // Only in typed mode.
    }
    return fail(index, "this cannot be evaluated");
}

std::optional<bool> DynamicMachine::evaluateBool(std::uint32_t index)
{
    const auto value = evaluateNode(index);
    if (!value)
        return std::nullopt;
    if (value->isBool())
        return value->asBool();
    const std::string source(m_code.source(m_rule, m_code.nodes[index].range));
    (void)fail(index, source + " must be true or false, but it is " + std::string(value->kindName()));
    return std::nullopt;
}

std::optional<Value> DynamicMachine::missingValue(std::uint32_t index)
{
    if (!m_code.nodes[index].quiet)
        m_missing.push_back({index, std::string(m_code.source(m_rule, m_code.nodes[index].range))});
    return Value();
}

std::optional<Value> DynamicMachine::evaluateAccess(std::uint32_t index, const Node& node)
{
    const auto base = evaluateNode(m_code.child(node, 0));
    if (!base)
        return std::nullopt;
    const auto element = [&](const Value* found) {
        return found == nullptr || found->isNull() ? missingValue(index) : std::optional(*found);
    };
    if (node.op == Op::Index) {
        const auto key = evaluateNode(m_code.child(node, 1));
        if (!key || base->isNull())
            return key ? std::optional(Value()) : std::nullopt;
        if (base->isObject() && key->isText())
            return element(base->member(key->asText()));
        if (!base->isArray())
            return fail(index, std::string(base->kindName()) + " has no elements");
        const auto number = toDecimal(*key);
        const auto whole = number ? number->toInteger() : std::nullopt;
        if (!whole)
            return fail(index, "an index must be a whole number");
        const Value::Array& items = base->asArray();
        if (*whole < 0 || static_cast<std::size_t>(*whole) >= items.size())
            return missingValue(index);
        return element(&items[static_cast<std::size_t>(*whole)]);
    }
    const std::string& name = m_code.names[node.payload];
    if (base->isNull())
        return node.op == Op::Property ? fail(index, "there is no object to ask for " + name)
                                       : std::optional(Value()); // Its missing parent was noted.
    if (!base->isObject())
        return fail(index, std::string(base->kindName()) + " has no member \"" + name + '"');
    const Value* found = base->member(name);
    if (node.op == Op::Property && found == nullptr && name[0] >= 'A' && name[0] <= 'Z') {
        std::string lower = name;
        lower[0] = static_cast<char>(lower[0] - 'A' + 'a');
        found = base->member(lower);
    }
    return element(found);
}

std::optional<Value> DynamicMachine::evaluateBinary(std::uint32_t index, const Node& node)
{
    auto left = evaluateNode(m_code.child(node, 0));
    if (!left)
        return std::nullopt;
    auto right = evaluateNode(m_code.child(node, 1));
    if (!right)
        return std::nullopt;
    std::optional<Value> result;
    std::string error;
    if (node.oper == Operator::Matches) {
        if (node.pattern != kNoIndex && left->isText())
            return Value(re2::RE2::PartialMatch(left->asText(), *m_code.patterns[node.pattern]));
        const Value arguments[]{std::move(*left), std::move(*right)};
        FunctionContext context{m_patterns, kMaxRunTextBytes - m_textBytes, {}};
        result = callFunction(Function::MatchString, arguments, context);
        error = std::move(context.error);
    } else {
        result = applyOperator(node.oper, *left, *right, error);
    }
    if (!result)
        return fail(index, std::move(error));
    if (!charge(*result, index))
        return std::nullopt;
    return result;
}

std::optional<Value> DynamicMachine::evaluateCall(std::uint32_t index, const Node& node)
{
    std::vector<Value> arguments;
    for (std::uint32_t child = 0; child < node.count; ++child) {
        auto argument = evaluateNode(m_code.child(node, child));
        if (!argument)
            return std::nullopt;
        arguments.push_back(std::move(*argument));
    }
    const auto function = static_cast<Function>(node.payload);
    if (function == Function::MatchString && node.pattern != kNoIndex && arguments[0].isText())
        return Value(re2::RE2::PartialMatch(arguments[0].asText(), *m_code.patterns[node.pattern]));
    FunctionContext context{m_patterns, kMaxRunTextBytes - m_textBytes, {}};
    auto result = callFunction(function, arguments, context);
    if (!result)
        return fail(index, std::move(context.error));
    if (!charge(*result, index))
        return std::nullopt;
    return result;
}

} // namespace purchasing::grl
