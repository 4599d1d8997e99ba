#include "core/grl/functions/value_operators.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace purchasing::grl {
namespace {

using Kind = Value::Kind;

std::optional<Value> overflow(std::string& error)
{
    error = "the number becomes too large";
    return std::nullopt;
}

std::optional<Value> divisionByZero(std::string& error)
{
    error = "division by zero";
    return std::nullopt;
}

std::optional<Value> integerArithmetic(Operator op, std::int64_t left, std::int64_t right, std::string& error)
{
    std::int64_t result = 0;
    switch (op) {
    case Operator::Add:
        if (__builtin_add_overflow(left, right, &result))
            return overflow(error);
        return Value(result);
    case Operator::Subtract:
        if (__builtin_sub_overflow(left, right, &result))
            return overflow(error);
        return Value(result);
    case Operator::Multiply:
        if (__builtin_mul_overflow(left, right, &result))
            return overflow(error);
        return Value(result);
    case Operator::Divide:
    case Operator::Modulo:
        if (right == 0)
            return divisionByZero(error);
        if (right == -1) {
            if (op == Operator::Modulo)
                return Value(std::int64_t{0});
            if (left == std::numeric_limits<std::int64_t>::min())
                return overflow(error);
            return Value(-left);
        }
        if (op == Operator::Modulo)
            return Value(left % right);
        if (left % right == 0)
            return Value(left / right);
        return Value(static_cast<double>(left) / static_cast<double>(right));
    default: return std::nullopt;
    }
}

std::optional<Value> doubleArithmetic(Operator op, double left, double right, std::string& error)
{
    switch (op) {
    case Operator::Add: return Value(left + right);
    case Operator::Subtract: return Value(left - right);
    case Operator::Multiply: return Value(left * right);
    case Operator::Divide: return right == 0.0 ? divisionByZero(error) : Value(left / right);
    case Operator::Modulo: return right == 0.0 ? divisionByZero(error) : Value(std::fmod(left, right));
    default: return std::nullopt;
    }
}

std::optional<Value> decimalArithmetic(Operator op, const Decimal& left, const Decimal& right,
                                       std::string& error)
{
    std::optional<Decimal> result;
    switch (op) {
    case Operator::Add: result = left.plus(right); break;
    case Operator::Subtract: result = left.minus(right); break;
    case Operator::Multiply: result = left.times(right); break;
    case Operator::Divide:
    case Operator::Modulo:
        if (right.isZero())
            return divisionByZero(error);
        result = op == Operator::Divide ? left.dividedBy(right) : left.remainder(right);
        break;
    default: break;
    }
    return result ? std::optional(Value(*result)) : overflow(error);
}

std::optional<Value> mismatch(std::string_view what, const Value& left, const Value& right,
                              std::string& error)
{
    error = std::string(what) + ' ' + std::string(left.kindName()) + " and " + std::string(right.kindName());
    return std::nullopt;
}

std::optional<std::int64_t> wholeNumber(const Value& value)
{
    if (value.kind() == Kind::Integer)
        return value.asInteger();
    const auto decimal = toDecimal(value);
    return decimal ? decimal->toInteger() : std::nullopt;
}

std::optional<Value> arithmetic(Operator op, const Value& left, const Value& right, std::string& error)
{
    if (op == Operator::Add && (left.isText() || right.isText()))
        return Value(left.toText() + right.toText());
    if (!left.isNumber() || !right.isNumber())
        return mismatch("cannot calculate with", left, right, error);
    if (op == Operator::BitAnd || op == Operator::BitOr) {
        const auto a = wholeNumber(left);
        const auto b = wholeNumber(right);
        if (!a || !b) {
            error = "'&' and '|' need whole numbers";
            return std::nullopt;
        }
        const std::int64_t bits = op == Operator::BitAnd ? (*a & *b) : (*a | *b);
        return left.kind() == Kind::Decimal ? Value(Decimal(bits)) : Value(bits);
    }
    if (left.kind() == Kind::Integer && right.kind() == Kind::Integer)
        return integerArithmetic(op, left.asInteger(), right.asInteger(), error);
    if (left.kind() == Kind::Decimal || right.kind() == Kind::Decimal) {
        const auto a = toDecimal(left);
        const auto b = toDecimal(right);
        return a && b ? decimalArithmetic(op, *a, *b, error) : overflow(error);
    }
    return doubleArithmetic(op, left.toDouble(), right.toDouble(), error);
}

std::optional<Value> ordering(Operator op, const Value& left, const Value& right, std::string& error)
{
    std::partial_ordering order = std::partial_ordering::unordered;
    if (left.isNumber() && right.isNumber())
        order = compareNumbers(left, right);
    else if (left.isText() && right.isText())
        order = left.asText().compare(right.asText()) <=> 0;
    else
        return mismatch("there is no order between", left, right, error);
    switch (op) {
    case Operator::Less: return Value(order < 0);
    case Operator::LessEqual: return Value(order <= 0);
    case Operator::Greater: return Value(order > 0);
    default: return Value(order >= 0);
    }
}

std::optional<Value> containment(const Value& whole, const Value& part, std::string& error)
{
    if (whole.isArray()) {
        const Value::Array& items = whole.asArray();
        return Value(std::find(items.begin(), items.end(), part) != items.end());
    }
    if (whole.isText() && part.isText())
        return Value(whole.asText().find(part.asText()) != std::string::npos);
    return mismatch("cannot look for something in", whole, part, error);
}

} // namespace

std::optional<Decimal> toDecimal(const Value& value)
{
    switch (value.kind()) {
    case Kind::Integer: return Decimal(value.asInteger());
    case Kind::Double: return Decimal::fromDouble(value.asDouble());
    case Kind::Decimal: return value.asDecimal();
    default: return std::nullopt;
    }
}

std::optional<Value> applyOperator(Operator op, const Value& left, const Value& right, std::string& error)
{
    switch (op) {
    case Operator::Equal: return Value(left == right);
    case Operator::NotEqual: return Value(!(left == right));
    case Operator::Less:
    case Operator::LessEqual:
    case Operator::Greater:
    case Operator::GreaterEqual: return ordering(op, left, right, error);
    case Operator::Contains: return containment(left, right, error);
    case Operator::NotContains: {
        const auto found = containment(left, right, error);
        return found ? std::optional(Value(!found->asBool())) : std::nullopt;
    }
    case Operator::In:
        if (!right.isArray())
            return mismatch("\"in\" needs a list, not", left, right, error);
        return containment(right, left, error);
    case Operator::StartsWith:
    case Operator::EndsWith:
        if (!left.isText() || !right.isText())
            return mismatch("cannot compare the letters of", left, right, error);
        return Value(op == Operator::StartsWith ? left.asText().starts_with(right.asText())
                                                : left.asText().ends_with(right.asText()));
    default: return arithmetic(op, left, right, error);
    }
}

std::optional<Value> negateValue(const Value& value, std::string& error)
{
    switch (value.kind()) {
    case Kind::Integer:
        if (value.asInteger() == std::numeric_limits<std::int64_t>::min())
            return overflow(error);
        return Value(-value.asInteger());
    case Kind::Double: return Value(-value.asDouble());
    case Kind::Decimal: return Value(value.asDecimal().negated());
    default: error = "cannot negate " + std::string(value.kindName()); return std::nullopt;
    }
}

std::optional<bool> testValue(const Value& value, std::string& error)
{
    switch (value.kind()) {
    case Kind::Null: return false;
    case Kind::Bool: return value.asBool();
    case Kind::Integer: return value.asInteger() != 0;
    case Kind::Double: return value.asDouble() != 0.0;
    case Kind::Decimal: return !value.asDecimal().isZero();
    case Kind::Text: return !value.asText().empty();
    default: error = "test(...) cannot judge " + std::string(value.kindName()); return std::nullopt;
    }
}

} // namespace purchasing::grl
