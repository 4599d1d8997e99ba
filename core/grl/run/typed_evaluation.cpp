#include "core/grl/functions/value_operators.h"
#include "core/grl/run/typed_machine.h"

#include <re2/re2.h>

namespace purchasing::grl {
namespace {

using Kind = Operand::Kind;

const Operand kTrue = Operand::boolean(true);
const Operand kFalse = Operand::boolean(false);

const Operand* boolean(bool value)
{
    return value ? &kTrue : &kFalse;
}

bool holds(Operator op, std::strong_ordering order)
{
    switch (op) {
    case Operator::Less: return order < 0;
    case Operator::LessEqual: return order <= 0;
    case Operator::Greater: return order > 0;
    default: return order >= 0;
    }
}

std::strong_ordering compareOperands(const Operand& left, const Operand& right)
{
    if (left.kind == Kind::Text)
        return left.textView().compare(right.textView()) <=> 0;
    if (left.scale == right.scale)
        return left.mantissa <=> right.mantissa;
    return left.decimal() <=> right.decimal();
}

} // namespace

const Operand* TypedMachine::evaluateNode(std::uint32_t index, Operand& scratch)
{
    const Node& node = m_code.nodes[index];
    switch (node.op) {
    case Op::Constant: return &m_code.operands[node.payload];
    case Op::Fact: return &m_slots[node.payload];
    case Op::And:
    case Op::Or: {
        const bool stopAt = node.op == Op::Or;
        const std::uint32_t* children = m_code.childrenOf(node);
        for (std::uint32_t child = 0; child < node.count; ++child) {
            const Operand* value = evaluateNode(children[child], scratch);
            if (value == nullptr)
                return nullptr;
            if (value->kind != Kind::Bool)
                return fail(value->kind == Kind::Null ? FaultCode::MissingValue : FaultCode::WrongKind,
                            children[child]);
            if (value->isTrue() == stopAt)
                return boolean(stopAt);
        }
        return boolean(!stopAt);
    }
    case Op::Not: {
        const std::uint32_t child = m_code.child(node, 0);
        const Operand* value = evaluateNode(child, scratch);
        if (value == nullptr)
            return nullptr;
        if (value->kind != Kind::Bool)
            return fail(value->kind == Kind::Null ? FaultCode::MissingValue : FaultCode::WrongKind, child);
        return boolean(!value->isTrue());
    }
    case Op::Negate: {
        const std::uint32_t child = m_code.child(node, 0);
        const Operand* value = evaluateNode(child, scratch);
        if (value == nullptr)
            return nullptr;
        if (value->kind != Kind::Number)
            return fail(value->kind == Kind::Null ? FaultCode::MissingValue : FaultCode::WrongKind, child);
        scratch = Operand::number(value->decimal().negated());
        return &scratch;
    }
    case Op::Binary: return evaluateBinary(index, node, scratch);
    case Op::Call: return evaluateCall(index, node, scratch);
    case Op::Test: {
        const auto value = evaluateValue(m_code.child(node, 0));
        if (!value)
            return nullptr;
        std::string error;
        const auto truth = testValue(*value, error);
        return truth ? boolean(*truth) : failDetail(index, std::move(error));
    }
    case Op::Array:
    case Op::Index: return evaluateGeneric(index, scratch);
    case Op::Root:
    case Op::Member:
    case Op::Property: break; // Only in dynamic mode.
    }
    return fail(FaultCode::WrongKind, index);
}

const Operand* TypedMachine::evaluateBinary(std::uint32_t index, const Node& node, Operand& scratch)
{
    const std::uint32_t leftNode = m_code.child(node, 0);
    const std::uint32_t rightNode = m_code.child(node, 1);
    if (node.oper >= Operator::Contains || node.oper == Operator::BitAnd || node.oper == Operator::BitOr)
        return node.oper == Operator::In ? evaluateIn(index, node, scratch) : evaluateGeneric(index, scratch);
    if (m_code.nodes[leftNode].type == StaticType::List || m_code.nodes[rightNode].type == StaticType::List
        || m_code.nodes[leftNode].type == StaticType::Unknown
        || m_code.nodes[rightNode].type == StaticType::Unknown)
        return evaluateGeneric(index, scratch);
    Operand rightScratch;
    const Operand* left = evaluateNode(leftNode, scratch);
    if (left == nullptr)
        return nullptr;
    const Operand* right = evaluateNode(rightNode, rightScratch);
    if (right == nullptr)
        return nullptr;
    if (node.oper >= Operator::Equal)
        return compare(index, node, *left, *right);
    return arithmetic(index, node.oper, *left, *right, scratch);
}

const Operand* TypedMachine::compare(std::uint32_t index, const Node& node, const Operand& left,
                                     const Operand& right)
{
    const std::uint32_t leftNode = m_code.child(node, 0);
    const std::uint32_t rightNode = m_code.child(node, 1);
    if (left.kind == Kind::Null)
        noteMissing(leftNode);
    if (right.kind == Kind::Null)
        noteMissing(rightNode);
    if (node.oper == Operator::Equal)
        return boolean(left == right);
    if (node.oper == Operator::NotEqual)
        return boolean(!(left == right));
    if (left.kind == Kind::Null)
        return fail(FaultCode::MissingValue, leftNode);
    if (right.kind == Kind::Null)
        return fail(FaultCode::MissingValue, rightNode);
    if (left.kind != right.kind || left.kind == Kind::Bool)
        return fail(FaultCode::WrongKind, index);
    return boolean(holds(node.oper, compareOperands(left, right)));
}

const Operand* TypedMachine::arithmetic(std::uint32_t index, Operator op, const Operand& left,
                                        const Operand& right, Operand& scratch)
{
    if (op == Operator::Add && (left.kind == Kind::Text || right.kind == Kind::Text)) {
        return keepText(appendText(left) + appendText(right), index, scratch) ? &scratch : nullptr;
    }
    if (left.kind != Kind::Number || right.kind != Kind::Number) {
        const bool missing = left.kind == Kind::Null || right.kind == Kind::Null;
        const Node& node = m_code.nodes[index];
        std::uint32_t place = index;
        if (missing && node.op == Op::Binary) {
            place = m_code.child(node, left.kind == Kind::Null ? 0 : 1);
            noteMissing(place);
        }
        return fail(missing ? FaultCode::MissingValue : FaultCode::WrongKind, place);
    }
    std::optional<Decimal> result;
    switch (op) {
    case Operator::Add: result = left.decimal().plus(right.decimal()); break;
    case Operator::Subtract: result = left.decimal().minus(right.decimal()); break;
    case Operator::Multiply: result = left.decimal().times(right.decimal()); break;
    default:
        if (right.mantissa == 0)
            return fail(FaultCode::DivisionByZero, index);
        result = op == Operator::Divide ? left.decimal().dividedBy(right.decimal())
                                        : left.decimal().remainder(right.decimal());
        break;
    }
    if (!result)
        return fail(FaultCode::Overflow, index);
    scratch = Operand::number(*result);
    return &scratch;
}

std::string TypedMachine::appendText(const Operand& operand) const
{
    return toValue(operand).toText();
}

const Operand* TypedMachine::evaluateIn(std::uint32_t index, const Node& node, Operand& scratch)
{
    const Node& list = m_code.nodes[m_code.child(node, 1)];
    if (list.op != Op::Array)
        return evaluateGeneric(index, scratch);
    const Operand* value = evaluateNode(m_code.child(node, 0), scratch);
    if (value == nullptr)
        return nullptr;
    const Operand wanted = *value;
    if (wanted.kind == Kind::Null)
        noteMissing(m_code.child(node, 0));
    bool found = false;
    // Every element is evaluated, as if the list had been made first.
    for (std::uint32_t child = 0; child < list.count; ++child) {
        const Operand* item = evaluateNode(m_code.child(list, child), scratch);
        if (item == nullptr)
            return nullptr;
        found = found || wanted == *item;
    }
    return boolean(found);
}

const Operand* TypedMachine::evaluateCall(std::uint32_t index, const Node& node, Operand& scratch)
{
    const auto function = static_cast<Function>(node.payload);
    const bool oneNumber =
        function == Function::Ceil || function == Function::Floor || function == Function::Abs;
    const bool manyNumbers = function == Function::Min || function == Function::Max;
    if (!oneNumber && !manyNumbers)
        return evaluateGeneric(index, scratch);
    if (node.count == 0) {
        scratch = Operand::number(Decimal{});
        return &scratch;
    }
    Decimal result;
    for (std::uint32_t child = 0; child < node.count; ++child) {
        const std::uint32_t argument = m_code.child(node, child);
        const Operand* value = evaluateNode(argument, scratch);
        if (value == nullptr)
            return nullptr;
        if (value->kind != Kind::Number) {
            if (value->kind == Kind::Null)
                noteMissing(argument);
            return fail(value->kind == Kind::Null ? FaultCode::MissingValue : FaultCode::WrongKind, argument);
        }
        const Decimal number = value->decimal();
        if (child == 0 || (function == Function::Min ? number < result : number > result))
            result = number;
    }
    switch (function) {
    case Function::Ceil: result = result.ruleCeil(); break;
    case Function::Floor: result = result.ruleFloor(); break;
    case Function::Abs: result = result.isNegative() ? result.negated() : result; break;
    default: break;
    }
    scratch = Operand::number(result);
    return &scratch;
}

const Operand* TypedMachine::evaluateGeneric(std::uint32_t index, Operand& scratch)
{
    const auto value = computeGeneric(index);
    return value ? fromValue(index, *value, scratch) : nullptr;
}

const Operand* TypedMachine::fromValue(std::uint32_t index, const Value& value, Operand& scratch)
{
    switch (value.kind()) {
    case Value::Kind::Null: scratch = Operand(); return &scratch;
    case Value::Kind::Bool: return boolean(value.asBool());
    case Value::Kind::Text: return keepText(value.asText(), index, scratch) ? &scratch : nullptr;
    case Value::Kind::Integer:
    case Value::Kind::Double:
    case Value::Kind::Decimal: {
        const auto number = toDecimal(value);
        if (!number)
            return fail(FaultCode::Overflow, index);
        scratch = Operand::number(*number);
        return &scratch;
    }
    default: return fail(FaultCode::WrongKind, index);
    }
}

std::optional<Value> TypedMachine::evaluateValue(std::uint32_t index)
{
    const Node& node = m_code.nodes[index];
    const bool maybeList = node.type == StaticType::List || node.type == StaticType::Unknown;
    if (maybeList && (node.op == Op::Array || node.op == Op::Index || node.op == Op::Call))
        return computeGeneric(index);
    Operand scratch;
    const Operand* value = evaluateNode(index, scratch);
    if (value == nullptr)
        return std::nullopt;
    return toValue(*value);
}

std::optional<Value> TypedMachine::computeGeneric(std::uint32_t index)
{
    const Node& node = m_code.nodes[index];
    const bool binary = node.op == Op::Binary;
    std::vector<Value> values;
    for (std::uint32_t child = 0; child < node.count; ++child) {
        auto value = evaluateValue(m_code.child(node, child));
        if (!value)
            return std::nullopt;
        if (value->isNull())
            noteMissing(m_code.child(node, child));
        values.push_back(std::move(*value));
    }
    if (node.op == Op::Array)
        return Value(std::move(values));
    std::string error;
    if (node.op == Op::Index) {
        const auto position = toDecimal(values[1]);
        const auto whole = position ? position->toInteger() : std::nullopt;
        if (!values[0].isArray() || !whole || *whole < 0
            || static_cast<std::size_t>(*whole) >= values[0].asArray().size()) {
            (void)failDetail(index, "there is no such element");
            return std::nullopt;
        }
        return values[0].asArray()[static_cast<std::size_t>(*whole)];
    }
    const bool matches = (binary && node.oper == Operator::Matches)
        || (!binary && static_cast<Function>(node.payload) == Function::MatchString);
    if (matches && node.pattern != kNoIndex && values[0].isText())
        return Value(re2::RE2::PartialMatch(values[0].asText(), *m_code.patterns[node.pattern]));
    std::optional<Value> result;
    if (binary && !matches) {
        result = applyOperator(node.oper, values[0], values[1], error);
    } else {
        FunctionContext context{m_patterns, kMaxRunTextBytes - m_textBytes, {}};
        result = callFunction(matches ? Function::MatchString : static_cast<Function>(node.payload), values,
                              context);
        error = std::move(context.error);
    }
    if (!result)
        (void)failDetail(index, std::move(error));
    return result;
}

} // namespace purchasing::grl
