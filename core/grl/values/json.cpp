#include "core/grl/values/json.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>
#include <vector>

namespace purchasing::grl {
namespace {

using Json = nlohmann::json;

// Receives the events of the parser and builds the value; the nesting is a list, not the call stack.
class ValueBuilder : public nlohmann::json_sax<Json>
{
public:
    explicit ValueBuilder(JsonNumbers numbers)
        : m_numbers(numbers)
    {
    }

    std::optional<Value> value;
    std::string error;

    bool null() override { return add(Value()); }
    bool boolean(bool flag) override { return add(Value(flag)); }
    bool number_integer(number_integer_t number) override { return add(Value(std::int64_t{number})); }
    bool number_unsigned(number_unsigned_t number) override
    {
        if (number > static_cast<number_unsigned_t>(INT64_MAX))
            return fail("the number " + std::to_string(number) + " is larger than 64 bits");
        return add(Value(static_cast<std::int64_t>(number)));
    }
    // The parser reads numbers as the C library's locale writes them and hands out their text so: the number
    // is read once more, as JSON.
    bool number_float(number_float_t, const string_t& localText) override
    {
        std::string text = localText;
        const auto isForeign = [](char c) { return std::strchr("0123456789+-eE", c) == nullptr; };
        std::replace_if(text.begin(), text.end(), isForeign, '.');
        if (text.find_first_of(".eE") == std::string::npos)
            return fail("the number " + text.substr(0, 40) + " is larger than 64 bits");
        double number = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
        const auto exponent = text.find_first_of("eE");
        const bool isTiny = read.ec == std::errc::result_out_of_range && exponent != std::string::npos
            && text[exponent + 1] == '-';
        if (read.ec != std::errc{} && !isTiny)
            return fail("the number " + text.substr(0, 40) + " is too large");
        if (m_numbers == JsonNumbers::Double)
            return add(Value(number));
        auto decimal = Decimal::parse(text);
        if (!decimal)
            decimal = Decimal::fromDouble(number);
        return decimal ? add(Value(*decimal)) : fail("the number " + text.substr(0, 40) + " is too large");
    }
    bool string(string_t& text) override { return add(Value(std::move(text))); }
    bool binary(binary_t&) override { return fail("binary data is no JSON"); }

    bool start_object(std::size_t) override { return open(false); }
    bool start_array(std::size_t) override { return open(true); }
    bool key(string_t& name) override
    {
        m_open.back().key = std::move(name);
        return true;
    }
    bool end_object() override
    {
        Value finished{std::move(m_open.back().members)};
        m_open.pop_back();
        return add(std::move(finished));
    }
    bool end_array() override
    {
        Value finished{std::move(m_open.back().items)};
        m_open.pop_back();
        return add(std::move(finished));
    }
    bool parse_error(std::size_t, const std::string&, const Json::exception& failure) override
    {
        std::string text = failure.what();
        // "[json.exception.parse_error.101] parse error at line 1, column 2: ..."
        const std::size_t bracket = text.find("] ");
        error = bracket == std::string::npos ? text : text.substr(bracket + 2);
        return false;
    }

private:
    struct Open
    {
        bool isArray = false;
        Value::Array items;
        Value::Object members;
        std::string key;
    };

    bool fail(std::string message)
    {
        error = std::move(message);
        return false;
    }

    bool open(bool isArray)
    {
        if (m_open.size() >= static_cast<std::size_t>(kMaxJsonDepth))
            return fail("it is nested deeper than " + std::to_string(kMaxJsonDepth) + " levels");
        m_open.emplace_back().isArray = isArray;
        return true;
    }

    bool add(Value&& item)
    {
        if (m_open.empty()) {
            value = std::move(item);
            return true;
        }
        Open& parent = m_open.back();
        if (parent.isArray) {
            parent.items.push_back(std::move(item));
            return true;
        }
        if (m_open.size() == 1 && parent.key.find('.') != std::string::npos)
            return addDotted(parent, std::move(item));
        return insert(parent.members, parent.key, std::move(item));
    }

    // An object that dotted keys began is completed by its own key, and the other way round.
    bool insert(Value::Object& members, const std::string& key, Value&& item)
    {
        const auto [found, added] = members.try_emplace(key, item);
        if (added)
            return true;
        if (m_open.size() != 1 || !found->second.isObject() || !item.isObject())
            return fail("the key " + toJsonText(key) + " occurs twice");
        for (auto& [name, member] : item.editObject()) {
            if (!insert(found->second.editObject(), name, std::move(member)))
                return false;
        }
        return true;
    }

    bool addDotted(Open& parent, Value&& item)
    {
        std::vector<std::string> names;
        std::size_t start = 0;
        for (std::size_t dot = parent.key.find('.'); dot != std::string::npos;
             dot = parent.key.find('.', start)) {
            names.push_back(parent.key.substr(start, dot - start));
            start = dot + 1;
        }
        names.push_back(parent.key.substr(start));
        if (names.size() > static_cast<std::size_t>(kMaxJsonDepth))
            return fail("it is nested deeper than " + std::to_string(kMaxJsonDepth) + " levels");
        for (const std::string& name : names) {
            if (name.empty())
                return fail("the key " + toJsonText(parent.key) + " has an empty part");
        }
        for (auto name = names.rbegin(); name + 1 != names.rend(); ++name)
            item = Value(Value::Object{{*name, std::move(item)}});
        return insert(parent.members, names.front(), std::move(item));
    }

    JsonNumbers m_numbers;
    std::vector<Open> m_open;
};

void write(const Value& value, std::string& out)
{
    switch (value.kind()) {
    case Value::Kind::Double: {
        if (!std::isfinite(value.asDouble())) {
            out += "null";
            return;
        }
        char buffer[64];
        const auto written = std::to_chars(buffer, buffer + sizeof buffer, value.asDouble());
        const std::string_view text(buffer, static_cast<std::size_t>(written.ptr - buffer));
        out += text;
        // A double stays a double when it is read again.
        if (text.find_first_of(".e") == std::string_view::npos)
            out += ".0";
        return;
    }
    case Value::Kind::Text: out += toJsonText(value.asText()); return;
    case Value::Kind::Array: {
        char separator = '[';
        for (const Value& item : value.asArray()) {
            out += separator;
            separator = ',';
            write(item, out);
        }
        out += separator == '[' ? "[]" : "]";
        return;
    }
    case Value::Kind::Object: {
        char separator = '{';
        for (const auto& [name, item] : value.asObject()) {
            out += separator;
            separator = ',';
            out += toJsonText(name) + ':';
            write(item, out);
        }
        out += separator == '{' ? "{}" : "}";
        return;
    }
    default: out += value.toText(); return;
    }
}

} // namespace

JsonResult fromJson(std::string_view text, JsonNumbers numbers)
{
    ValueBuilder builder(numbers);
    JsonResult result;
    try {
        if (Json::sax_parse(text.begin(), text.end(), &builder) && builder.value) {
            result.value = std::move(builder.value);
            return result;
        }
        result.error = builder.error.empty() ? "there is no JSON value" : builder.error;
    } catch (const std::exception& failure) {
        result.error = failure.what();
    }
    return result;
}

std::string toJson(const Value& value)
{
    std::string text;
    write(value, text);
    return text;
}

std::string toJsonText(std::string_view text)
{
    return Json(std::string(text)).dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace purchasing::grl
