#include "core/grl/values/value.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace purchasing::grl {
namespace {

std::partial_ordering compareIntegerToDouble(std::int64_t integer, double number)
{
    if (std::isnan(number))
        return std::partial_ordering::unordered;
    // 2^63 is exact as a double; everything outside is decided without converting.
    if (number >= 9223372036854775808.0)
        return std::partial_ordering::less;
    if (number < -9223372036854775808.0)
        return std::partial_ordering::greater;
    const auto whole = static_cast<std::int64_t>(number);
    if (integer != whole)
        return integer <=> whole;
    return 0.0 <=> (number - static_cast<double>(whole));
}

std::partial_ordering compareDecimalToDouble(const Decimal& decimal, double number)
{
    if (const auto other = Decimal::fromDouble(number))
        return decimal <=> *other;
    return decimal.toDouble() <=> number;
}

std::partial_ordering reversed(std::partial_ordering order)
{
    return 0 <=> order;
}

void measureInto(const Value& value, ValueSize& size, int depth, std::size_t maxElements,
                 std::size_t maxTextBytes, int maxDepth)
{
    if (size.tooLarge)
        return;
    size.depth = std::max(size.depth, depth);
    ++size.elements;
    if (value.isText())
        size.textBytes += value.asText().size();
    if (size.elements > maxElements || size.textBytes > maxTextBytes || depth > maxDepth) {
        size.tooLarge = true;
        return;
    }
    if (value.isArray()) {
        for (const Value& item : value.asArray())
            measureInto(item, size, depth + 1, maxElements, maxTextBytes, maxDepth);
    } else if (value.isObject()) {
        for (const auto& [name, item] : value.asObject()) {
            size.textBytes += name.size();
            measureInto(item, size, depth + 1, maxElements, maxTextBytes, maxDepth);
        }
    }
}

void writeText(const Value& value, std::string& out)
{
    switch (value.kind()) {
    case Value::Kind::Null: out += "null"; break;
    case Value::Kind::Bool: out += value.asBool() ? "true" : "false"; break;
    case Value::Kind::Integer: out += std::to_string(value.asInteger()); break;
    case Value::Kind::Double: {
        std::array<char, 64> buffer{};
        const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value.asDouble());
        out.append(buffer.data(), written.ptr);
        break;
    }
    case Value::Kind::Decimal: out += value.asDecimal().toString(); break;
    case Value::Kind::Text: out += value.asText(); break;
    case Value::Kind::Array: {
        out += '[';
        bool first = true;
        for (const Value& item : value.asArray()) {
            if (!std::exchange(first, false))
                out += ", ";
            writeText(item, out);
        }
        out += ']';
        break;
    }
    case Value::Kind::Object: {
        out += '{';
        bool first = true;
        for (const auto& [name, item] : value.asObject()) {
            if (!std::exchange(first, false))
                out += ", ";
            out += name;
            out += ": ";
            writeText(item, out);
        }
        out += '}';
        break;
    }
    }
}

} // namespace

Value::Array& Value::editArray()
{
    auto& shared = std::get<std::shared_ptr<Array>>(m_data);
    if (shared.use_count() > 1)
        shared = std::make_shared<Array>(*shared);
    return *shared;
}

Value::Object& Value::editObject()
{
    auto& shared = std::get<std::shared_ptr<Object>>(m_data);
    if (shared.use_count() > 1)
        shared = std::make_shared<Object>(*shared);
    return *shared;
}

void Value::assignText(std::string_view text)
{
    if (auto* current = std::get_if<std::string>(&m_data))
        current->assign(text);
    else
        m_data = std::string(text);
}

const Value* Value::member(std::string_view name) const
{
    if (!isObject())
        return nullptr;
    const Object& members = asObject();
    const auto found = members.find(name);
    return found == members.end() ? nullptr : &found->second;
}

double Value::toDouble() const
{
    switch (kind()) {
    case Kind::Integer: return static_cast<double>(asInteger());
    case Kind::Double: return asDouble();
    case Kind::Decimal: return asDecimal().toDouble();
    default: return 0.0;
    }
}

std::string Value::toText() const
{
    std::string text;
    writeText(*this, text);
    return text;
}

std::string_view Value::kindName() const
{
    switch (kind()) {
    case Kind::Null: return "nothing";
    case Kind::Bool: return "true/false";
    case Kind::Integer:
    case Kind::Double:
    case Kind::Decimal: return "a number";
    case Kind::Text: return "text";
    case Kind::Array: return "a list";
    case Kind::Object: return "an object";
    }
    return "a value";
}

bool Value::operator==(const Value& other) const
{
    if (isNumber() && other.isNumber())
        return compareNumbers(*this, other) == 0;
    if (kind() != other.kind())
        return false;
    switch (kind()) {
    case Kind::Null: return true;
    case Kind::Bool: return asBool() == other.asBool();
    case Kind::Text: return asText() == other.asText();
    case Kind::Array: return &asArray() == &other.asArray() || asArray() == other.asArray();
    case Kind::Object: return &asObject() == &other.asObject() || asObject() == other.asObject();
    default: return false;
    }
}

std::partial_ordering compareNumbers(const Value& left, const Value& right)
{
    using Kind = Value::Kind;
    if (left.kind() == Kind::Double) {
        if (right.kind() == Kind::Double)
            return left.asDouble() <=> right.asDouble();
        return reversed(right.kind() == Kind::Integer
                            ? compareIntegerToDouble(right.asInteger(), left.asDouble())
                            : compareDecimalToDouble(right.asDecimal(), left.asDouble()));
    }
    if (right.kind() == Kind::Double) {
        return left.kind() == Kind::Integer ? compareIntegerToDouble(left.asInteger(), right.asDouble())
                                            : compareDecimalToDouble(left.asDecimal(), right.asDouble());
    }
    if (left.kind() == Kind::Integer && right.kind() == Kind::Integer)
        return left.asInteger() <=> right.asInteger();
    const Decimal a = left.kind() == Kind::Integer ? Decimal(left.asInteger()) : left.asDecimal();
    const Decimal b = right.kind() == Kind::Integer ? Decimal(right.asInteger()) : right.asDecimal();
    return a <=> b;
}

ValueSize measure(const Value& value, std::size_t maxElements, std::size_t maxTextBytes, int maxDepth)
{
    ValueSize size;
    measureInto(value, size, 1, maxElements, maxTextBytes, maxDepth);
    return size;
}

} // namespace purchasing::grl
