#include "core/grl/functions/function_families.h"
#include "core/grl/functions/value_operators.h"
#include "core/grl/syntax/source_text.h"

#include <algorithm>

namespace purchasing::grl {
namespace {

std::optional<Value> fail(FunctionContext& context, std::string message)
{
    context.error = std::move(message);
    return std::nullopt;
}

std::optional<Value> joined(std::span<const Value> values, std::string_view separator,
                            FunctionContext& context)
{
    std::string text;
    for (std::size_t index = 0; index < values.size(); ++index) {
        if (measure(values[index], 1'000'000, context.maxTextBytes, 64).tooLarge)
            return fail(context, "the text becomes too long");
        if (index > 0)
            text += separator;
        text += values[index].toText();
        if (text.size() > context.maxTextBytes)
            return fail(context, "the text becomes too long");
    }
    return Value(std::move(text));
}

std::optional<Value> sumOrMean(Function function, std::span<const Value> arguments, FunctionContext& context)
{
    Value sum(std::int64_t{0});
    std::int64_t count = 0;
    const auto add = [&](const Value& value) {
        if (!value.isNumber()) {
            context.error = "a number is needed, but this is " + std::string(value.kindName());
            return false;
        }
        auto next = applyOperator(Operator::Add, sum, value, context.error);
        if (!next)
            return false;
        sum = std::move(*next);
        ++count;
        return true;
    };
    for (const Value& argument : arguments) {
        if (!argument.isArray()) {
            if (!add(argument))
                return std::nullopt;
            continue;
        }
        for (const Value& item : argument.asArray()) {
            if (!add(item))
                return std::nullopt;
        }
    }
    if (function == Function::Sum || count == 0)
        return sum;
    return applyOperator(Operator::Divide, sum, Value(count), context.error);
}

bool isZero(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Null: return true;
    case Value::Kind::Bool: return !value.asBool();
    case Value::Kind::Text: return value.asText().empty();
    case Value::Kind::Array: return value.asArray().empty();
    case Value::Kind::Object: return value.asObject().empty();
    default: return compareNumbers(value, Value(std::int64_t{0})) == 0;
    }
}

std::optional<Value> size(Function function, const Value& value, FunctionContext& context)
{
    if (value.isArray())
        return Value(static_cast<std::int64_t>(value.asArray().size()));
    if (value.isObject())
        return Value(static_cast<std::int64_t>(value.asObject().size()));
    if (!value.isText())
        return fail(context, std::string(value.kindName()) + " has no length");
    const std::string& text = value.asText();
    return Value(static_cast<std::int64_t>(function == Function::Len ? text.size() : countCodePoints(text)));
}

std::optional<Value> isIn(std::span<const Value> arguments)
{
    for (const Value& candidate : arguments.subspan(1)) {
        if (candidate == arguments[0])
            return Value(true);
        if (candidate.isArray()) {
            const Value::Array& items = candidate.asArray();
            if (std::find(items.begin(), items.end(), arguments[0]) != items.end())
                return Value(true);
        }
    }
    return Value(false);
}

} // namespace

std::optional<Value> callListFunction(Function function, std::span<const Value> arguments,
                                      FunctionContext& context)
{
    switch (function) {
    case Function::IsNil: return Value(arguments[0].isNull());
    case Function::IsZero: return Value(isZero(arguments[0]));
    case Function::IsEmpty:
        return Value(!arguments[0].isNumber() && !arguments[0].isBool() && isZero(arguments[0]));
    case Function::IsNumeric:
        return Value(arguments[0].isNumber()
                     || (arguments[0].isText() && Decimal::parse(arguments[0].asText()).has_value()));
    case Function::In: return isIn(arguments);
    case Function::Contains:
        return applyOperator(Operator::Contains, arguments[0], arguments[1], context.error);
    case Function::Sum:
    case Function::Avg: return sumOrMean(function, arguments, context);
    case Function::Len:
    case Function::Length: return size(function, arguments[0], context);
    case Function::Concat: return joined(arguments, {}, context);
    default: break;
    }
    if (!arguments[0].isArray())
        return fail(context, "a list is needed, but this is " + std::string(arguments[0].kindName()));
    const Value::Array& items = arguments[0].asArray();
    switch (function) {
    case Function::ContainsStr:
        return Value(std::find(items.begin(), items.end(), arguments[1]) != items.end());
    case Function::Join:
        if (!arguments[1].isText())
            return fail(context, "the separator must be text");
        return joined(items, arguments[1].asText(), context);
    case Function::First: return items.empty() ? Value() : items.front();
    case Function::Last: return items.empty() ? Value() : items.back();
    case Function::Append: {
        Value result = arguments[0];
        Value::Array& extended = result.editArray();
        extended.insert(extended.end(), arguments.begin() + 1, arguments.end());
        return result;
    }
    default: return fail(context, "this function cannot be called here");
    }
}

std::optional<Value> callFunction(Function function, std::span<const Value> arguments,
                                  FunctionContext& context)
{
    if (function >= Function::Abs && function <= Function::InRange)
        return callNumberFunction(function, arguments, context);
    switch (function) {
    case Function::StringContains:
    case Function::HasPrefix:
    case Function::HasSuffix:
    case Function::MatchString:
    case Function::Compare:
    case Function::Count:
    case Function::Index:
    case Function::LastIndex:
    case Function::ToUpper:
    case Function::ToLower:
    case Function::Trim:
    case Function::Substring:
    case Function::Replace:
    case Function::Repeat:
    case Function::Split: return callTextFunction(function, arguments, context);
    default: return callListFunction(function, arguments, context);
    }
}

} // namespace purchasing::grl
