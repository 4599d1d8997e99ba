#pragma once

#include "core/grl/values/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace purchasing::grl {

/// How numbers with decimals or exponents are read; whole numbers stay 64-bit integers in both ways.
enum class JsonNumbers : std::uint8_t {
    Double,
    Decimal, ///< exactly as written, for typed facts
};

inline constexpr int kMaxJsonDepth = 32;

struct JsonResult
{
    std::optional<Value> value;
    /// Set when there is no value: a sentence that names line and column.
    std::string error;
};

/// Reads one JSON document (UTF-8). Refused are: nesting beyond kMaxJsonDepth, repeated keys, integers beyond
/// 64 bits, numbers that are not finite. Keys of the outermost object that hold dots are expanded: "A.b" is b
/// in A.
[[nodiscard]] JsonResult fromJson(std::string_view text, JsonNumbers numbers = JsonNumbers::Double);

/// Writes a value in one line. Decimals are written as numbers with all their digits; what is not valid UTF-8
/// is replaced.
[[nodiscard]] std::string toJson(const Value& value);
/// Writes a text in quotes.
[[nodiscard]] std::string toJsonText(std::string_view text);

} // namespace purchasing::grl
