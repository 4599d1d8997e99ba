#include "core/grl/functions/function_families.h"
#include "core/grl/functions/value_operators.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace purchasing::grl {
namespace {

using Kind = Value::Kind;

std::optional<Value> tooLarge(FunctionContext& context)
{
    context.error = "the number becomes too large";
    return std::nullopt;
}

// Gives a number back in the kind it came in; whole results of doubles become integers where they fit.
Value inKindOf(const Value& original, const Decimal& number)
{
    if (original.kind() == Kind::Decimal)
        return Value(number);
    if (const auto whole = number.toInteger())
        return Value(*whole);
    return Value(number.toDouble());
}

std::optional<Value> rounding(Function function, std::span<const Value> arguments, FunctionContext& context)
{
    const Value& value = arguments[0];
    const auto number = toDecimal(value);
    int digits = 0;
    if (arguments.size() > 1) {
        const auto given = toDecimal(arguments[1]);
        const auto whole = given ? given->toInteger() : std::nullopt;
        if (!whole || *whole < -Decimal::kMaxScale || *whole > Decimal::kMaxScale) {
            context.error = "the digits must be a whole number from -38 to 38";
            return std::nullopt;
        }
        digits = static_cast<int>(*whole);
    }
    if (!number) {
        // Doubles beyond the reach of decimals have no decimals left to round.
        return value.kind() == Kind::Double && std::isfinite(value.asDouble()) ? std::optional(value)
                                                                               : tooLarge(context);
    }
    switch (function) {
    case Function::Ceil: return inKindOf(value, number->ruleCeil());
    case Function::Floor: return inKindOf(value, number->ruleFloor());
    case Function::Trunc: return inKindOf(value, number->truncated());
    case Function::RoundToEven: return inKindOf(value, number->roundedToEven(digits));
    default: return inKindOf(value, number->rounded(digits));
    }
}

std::optional<Value> real(Function function, const Value& value, FunctionContext& context, double second = 0)
{
    const double x = value.toDouble();
    double result = 0;
    switch (function) {
    case Function::Sqrt: result = std::sqrt(x); break;
    case Function::Cbrt: result = std::cbrt(x); break;
    case Function::Exp: result = std::exp(x); break;
    case Function::MathLog: result = std::log(x); break;
    case Function::Log2: result = std::log2(x); break;
    case Function::Log10: result = std::log10(x); break;
    default: result = std::pow(x, second); break;
    }
    if (!std::isfinite(result)) {
        context.error = "the function has no result for " + value.toText();
        return std::nullopt;
    }
    if (value.kind() != Kind::Decimal)
        return Value(result);
    const auto decimal = Decimal::fromDouble(result);
    return decimal ? std::optional(Value(decimal->rounded(Decimal::kDivisionScale).trimmed()))
                   : tooLarge(context);
}

std::optional<Value> power(const Value& base, const Value& exponent, FunctionContext& context)
{
    constexpr std::int64_t kLargestExact = 128;
    const auto wholeExponent = toDecimal(exponent);
    const auto times = wholeExponent ? wholeExponent->toInteger() : std::nullopt;
    if (base.kind() != Kind::Double && times && *times >= 0 && *times <= kLargestExact) {
        Value result = base.kind() == Kind::Decimal ? Value(Decimal(1)) : Value(std::int64_t{1});
        for (std::int64_t step = 0; step < *times; ++step) {
            const auto next = applyOperator(Operator::Multiply, result, base, context.error);
            if (!next)
                return base.kind() == Kind::Integer ? real(Function::Pow, base, context, exponent.toDouble())
                                                    : std::nullopt;
            result = *next;
        }
        context.error.clear();
        return result;
    }
    return real(Function::Pow, base, context, exponent.toDouble());
}

std::optional<Value> leastCommonMultiple(std::span<const Value> arguments, FunctionContext& context)
{
    std::int64_t whole[2]{};
    for (std::size_t index = 0; index < 2; ++index) {
        const auto number = toDecimal(arguments[index]);
        const auto integer = number ? number->toInteger() : std::nullopt;
        if (!integer || *integer <= 0) {
            context.error = "Lcm needs whole numbers above 0, but this is " + arguments[index].toText();
            return std::nullopt;
        }
        whole[index] = *integer;
    }
    std::int64_t multiple = 0;
    if (__builtin_mul_overflow(whole[0] / std::gcd(whole[0], whole[1]), whole[1], &multiple))
        return tooLarge(context);
    return inKindOf(arguments[0], Decimal(multiple));
}

std::optional<Value> extreme(Function function, std::span<const Value> arguments)
{
    if (arguments.empty())
        return Value(std::int64_t{0});
    const Value* best = &arguments[0];
    for (const Value& candidate : arguments.subspan(1)) {
        const auto order = compareNumbers(candidate, *best);
        if (function == Function::Min ? order < 0 : order > 0)
            best = &candidate;
    }
    return *best;
}

} // namespace

std::optional<Value> callNumberFunction(Function function, std::span<const Value> arguments,
                                        FunctionContext& context)
{
    for (const Value& argument : arguments) {
        if (!argument.isNumber()) {
            context.error = "a number is needed, but this is " + std::string(argument.kindName());
            return std::nullopt;
        }
    }
    switch (function) {
    case Function::Abs: {
        const bool negative = compareNumbers(arguments[0], Value(std::int64_t{0})) < 0;
        return negative ? negateValue(arguments[0], context.error) : std::optional(arguments[0]);
    }
    case Function::Sign: {
        const auto order = compareNumbers(arguments[0], Value(std::int64_t{0}));
        return inKindOf(arguments[0], Decimal(order < 0 ? -1 : order > 0 ? 1 : 0));
    }
    case Function::Ceil:
    case Function::Floor:
    case Function::Trunc:
    case Function::Round:
    case Function::RoundToEven: return rounding(function, arguments, context);
    case Function::Min:
    case Function::Max: return extreme(function, arguments);
    case Function::Mod: return applyOperator(Operator::Modulo, arguments[0], arguments[1], context.error);
    case Function::Lcm: return leastCommonMultiple(arguments, context);
    case Function::Pow: return power(arguments[0], arguments[1], context);
    case Function::InRange:
        return Value(compareNumbers(arguments[1], arguments[0]) <= 0
                     && compareNumbers(arguments[0], arguments[2]) <= 0);
    default: return real(function, arguments[0], context);
    }
}

} // namespace purchasing::grl
