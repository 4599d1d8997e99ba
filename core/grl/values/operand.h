#pragma once

#include "core/grl/values/decimal.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace purchasing::grl {

/// A value while typed rules run: 32 bytes, never allocates, texts are views.
///
/// Whoever makes a text operand keeps the text alive: constants live in the program, facts in the row, texts
/// made by a run in the arena of that run.
struct Operand
{
    enum class Kind : std::uint8_t { Null, Bool, Number, Text };

    struct TextSpan
    {
        const char* data;
        std::size_t size;
    };

    union {
        Int128 mantissa; ///< number: value * 10^scale; bool: 0 or 1
        TextSpan text;
    };
    Kind kind = Kind::Null;
    std::uint8_t scale = 0;

    constexpr Operand()
        : mantissa(0)
    {
    }
    [[nodiscard]] static Operand boolean(bool value)
    {
        Operand operand;
        operand.kind = Kind::Bool;
        operand.mantissa = value ? 1 : 0;
        return operand;
    }
    [[nodiscard]] static Operand number(const Decimal& value)
    {
        Operand operand;
        operand.kind = Kind::Number;
        operand.mantissa = value.mantissa();
        operand.scale = static_cast<std::uint8_t>(value.scale());
        return operand;
    }
    [[nodiscard]] static Operand view(std::string_view value)
    {
        Operand operand;
        operand.kind = Kind::Text;
        operand.text = {value.data(), value.size()};
        return operand;
    }

    [[nodiscard]] bool isTrue() const { return mantissa != 0; }
    [[nodiscard]] Decimal decimal() const { return Decimal::fromParts(mantissa, scale); }
    [[nodiscard]] std::string_view textView() const { return {text.data, text.size}; }

    /// Same kind and same value; nothing equals nothing only when both are missing.
    [[nodiscard]] bool operator==(const Operand& other) const
    {
        if (kind != other.kind)
            return false;
        switch (kind) {
        case Kind::Null: return true;
        case Kind::Bool: return mantissa == other.mantissa;
        case Kind::Number:
            return scale == other.scale ? mantissa == other.mantissa : decimal() == other.decimal();
        case Kind::Text: return textView() == other.textView();
        }
        return false;
    }
};

} // namespace purchasing::grl
