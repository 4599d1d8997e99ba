#pragma once

#include "core/grl/syntax/syntax.h"
#include "core/grl/values/value.h"

#include <optional>
#include <string>

namespace purchasing::grl {

/// Applies a binary operator other than `matches` to two values of any kind.
///
/// Numbers of different kinds are compared by value; integers stay integers and overflow is an error; text is
/// ordered by code point. Returns nothing, with a sentence in `error`, where the operator has no meaning.
[[nodiscard]] std::optional<Value> applyOperator(Operator op, const Value& left, const Value& right,
                                                 std::string& error);

/// Negates a number.
[[nodiscard]] std::optional<Value> negateValue(const Value& value, std::string& error);

/// What test(...) makes of a value: bool as it is, numbers other than 0, texts that are not empty.
[[nodiscard]] std::optional<bool> testValue(const Value& value, std::string& error);

/// Turns a number into a decimal; nothing for other kinds and for what does not fit.
[[nodiscard]] std::optional<Decimal> toDecimal(const Value& value);

} // namespace purchasing::grl
