#pragma once

#include "core/grl/syntax/syntax.h"

#include <cstddef>
#include <string_view>

namespace purchasing::grl {

/// Largest text of one pack in bytes.
inline constexpr std::size_t kMaxSourceBytes = std::size_t{1024} * 1024;
/// How deep brackets, calls and unary operators may nest.
inline constexpr int kMaxNesting = 64;
/// How high an expression tree may be; a chain such as a + b + c adds one per operator.
inline constexpr int kMaxTreeDepth = 256;
/// After so many mistakes in one pack the rest is not looked at.
inline constexpr std::size_t kMaxDiagnostics = 1000;

/// Reads a pack and reports every mistake of its form, not only the first.
///
/// The tree holds all rules that could be read; with errors in `diagnostics` it is good for an outline but
/// not for running. `packName` only goes into the diagnostics.
[[nodiscard]] SyntaxTree parse(std::string_view source, std::string_view packName);

} // namespace purchasing::grl
