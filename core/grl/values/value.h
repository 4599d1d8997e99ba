#pragma once

#include "core/grl/values/decimal.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace purchasing::grl {

/// A value of the rule language: null, bool, 64-bit integer, double, decimal, text, array or object.
///
/// Arrays and objects are shared and copied only when one of several owners changes them, so copying a value
/// is cheap. Different threads may read copies of one value at the same time.
class Value
{
public:
    enum class Kind : std::uint8_t { Null, Bool, Integer, Double, Decimal, Text, Array, Object };
    using Array = std::vector<Value>;
    /// Members ordered by name.
    using Object = std::map<std::string, Value, std::less<>>;

    Value() = default;
    explicit Value(bool value)
        : m_data(value)
    {
    }
    explicit Value(int value)
        : m_data(std::int64_t{value})
    {
    }
    explicit Value(std::int64_t value)
        : m_data(value)
    {
    }
    explicit Value(double value)
        : m_data(value)
    {
    }
    explicit Value(const Decimal& value)
        : m_data(value)
    {
    }
    explicit Value(std::string value)
        : m_data(std::move(value))
    {
    }
    explicit Value(std::string_view value)
        : m_data(std::string(value))
    {
    }
    explicit Value(const char* value)
        : m_data(std::string(value))
    {
    }
    explicit Value(Array value)
        : m_data(std::make_shared<Array>(std::move(value)))
    {
    }
    explicit Value(Object value)
        : m_data(std::make_shared<Object>(std::move(value)))
    {
    }

    [[nodiscard]] Kind kind() const { return static_cast<Kind>(m_data.index()); }
    [[nodiscard]] bool isNull() const { return kind() == Kind::Null; }
    [[nodiscard]] bool isBool() const { return kind() == Kind::Bool; }
    [[nodiscard]] bool isText() const { return kind() == Kind::Text; }
    [[nodiscard]] bool isArray() const { return kind() == Kind::Array; }
    [[nodiscard]] bool isObject() const { return kind() == Kind::Object; }
    [[nodiscard]] bool isNumber() const
    {
        return kind() == Kind::Integer || kind() == Kind::Double || kind() == Kind::Decimal;
    }

    /// Each accessor needs its kind; ask `kind()` first.
    [[nodiscard]] bool asBool() const { return std::get<bool>(m_data); }
    [[nodiscard]] std::int64_t asInteger() const { return std::get<std::int64_t>(m_data); }
    [[nodiscard]] double asDouble() const { return std::get<double>(m_data); }
    [[nodiscard]] const Decimal& asDecimal() const { return std::get<Decimal>(m_data); }
    [[nodiscard]] const std::string& asText() const { return std::get<std::string>(m_data); }
    [[nodiscard]] const Array& asArray() const { return *std::get<std::shared_ptr<Array>>(m_data); }
    [[nodiscard]] const Object& asObject() const { return *std::get<std::shared_ptr<Object>>(m_data); }

    /// Give the array or object for changing; copies it first when it is shared.
    [[nodiscard]] Array& editArray();
    [[nodiscard]] Object& editObject();
    /// Replaces the value by `text`, keeping the memory of a text that was there.
    void assignText(std::string_view text);

    /// Returns the member `name` of an object, or null when this is no object or has no such member.
    [[nodiscard]] const Value* member(std::string_view name) const;

    /// Returns any number as a double; 0 for what is no number.
    [[nodiscard]] double toDouble() const;
    /// Writes the value for people: text as it is, numbers without needless zeros, arrays as [1, a].
    [[nodiscard]] std::string toText() const;
    /// Names the kind in words: "text", "number", "nothing"...
    [[nodiscard]] std::string_view kindName() const;

    /// Numbers are equal by value whatever their kind; other kinds only to their own kind.
    [[nodiscard]] bool operator==(const Value& other) const;

private:
    std::variant<std::monostate, bool, std::int64_t, double, Decimal, std::string, std::shared_ptr<Array>,
                 std::shared_ptr<Object>>
        m_data;
};

/// Orders two numbers by value, exactly, also an integer against a double. Unordered only with NaN.
[[nodiscard]] std::partial_ordering compareNumbers(const Value& left, const Value& right);

/// Counts what a value holds when written out, stopping at the limits.
struct ValueSize
{
    std::size_t elements = 0;
    std::size_t textBytes = 0;
    int depth = 0;
    bool tooLarge = false;
};
[[nodiscard]] ValueSize measure(const Value& value, std::size_t maxElements, std::size_t maxTextBytes,
                                int maxDepth);

} // namespace purchasing::grl
