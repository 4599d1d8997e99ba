#pragma once

#include "core/grl/functions/functions.h"

namespace purchasing::grl {

/// The families of functions behind `callFunction`; each gets only its own.
[[nodiscard]] std::optional<Value> callNumberFunction(Function function, std::span<const Value> arguments,
                                                      FunctionContext& context);
[[nodiscard]] std::optional<Value> callTextFunction(Function function, std::span<const Value> arguments,
                                                    FunctionContext& context);
[[nodiscard]] std::optional<Value> callListFunction(Function function, std::span<const Value> arguments,
                                                    FunctionContext& context);

} // namespace purchasing::grl
