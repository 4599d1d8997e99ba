#pragma once

#include "core/grl/values/value.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace re2 {
class RE2;
}

namespace purchasing::grl {

/// Every built-in function. `text.Name(a)` is the same call as `Name(text, a)`.
enum class Function : std::uint8_t {
    // Statements.
    Log,
    Complete,
    Retract,
    // Numbers.
    Abs,
    Ceil,
    Floor,
    Round,
    RoundToEven,
    Trunc,
    Min,
    Max,
    Sign,
    Mod,
    Lcm,
    Pow,
    Sqrt,
    Cbrt,
    Exp,
    MathLog,
    Log2,
    Log10,
    InRange,
    Sum,
    Avg,
    // Anything.
    IsNil,
    IsZero,
    IsEmpty,
    IsNumeric,
    In,
    // Text and lists.
    StringContains,
    Contains,
    ContainsStr,
    HasPrefix,
    HasSuffix,
    MatchString,
    Compare,
    Count,
    Index,
    LastIndex,
    Len,
    Length,
    ToUpper,
    ToLower,
    Trim,
    Substring,
    Replace,
    Repeat,
    Concat,
    Split,
    Join,
    First,
    Last,
    Append,
};

/// Describes a function for checks, completion and call tips. Immutable, alive for the whole program.
struct FunctionInfo
{
    std::string_view name;
    Function function = Function::Log;
    int minArguments = 0;
    int maxArguments = 0; ///< -1: any number
    /// One letter per parameter, the last one for all further: n number, t text, b bool, l list, a anything.
    std::string_view parameters;
    /// The same letters; '-' when the call is only a statement.
    char result = 'a';
    std::string_view signature;
    /// One sentence.
    std::string_view documentation;
};

/// All functions in the order of their documentation; some have two names.
[[nodiscard]] std::span<const FunctionInfo> functions();
/// Finds a function by its name in any case.
[[nodiscard]] const FunctionInfo* findFunction(std::string_view name);
/// Tells whether other rule engines know the name but this one does not do it yet.
[[nodiscard]] bool isPlannedFunction(std::string_view name);

/// Keeps compiled patterns that are not literals. One per thread.
class PatternCache
{
public:
    PatternCache();
    ~PatternCache();
    PatternCache(PatternCache&&) noexcept;
    PatternCache& operator=(PatternCache&&) noexcept;

    /// Returns the compiled pattern or, with `error` filled, null.
    [[nodiscard]] const re2::RE2* compile(const std::string& pattern, std::string& error);

private:
    std::unordered_map<std::string, std::unique_ptr<re2::RE2>> m_patterns;
};

/// Compiles a pattern the way the rules need it (quiet, bounded memory).
[[nodiscard]] std::unique_ptr<re2::RE2> compilePattern(std::string_view pattern);

/// What a function may use and what it reports.
struct FunctionContext
{
    PatternCache& patterns;
    /// Largest text a function may make, in bytes.
    std::size_t maxTextBytes;
    /// Why the call failed, a sentence.
    std::string error;
};

/// Calls any function that returns a value. Nothing is returned, and `context.error` says why, when it fails.
/// Argument counts were checked; kinds are checked here. Numbers stay decimals when all arguments are
/// decimals.
[[nodiscard]] std::optional<Value> callFunction(Function function, std::span<const Value> arguments,
                                                FunctionContext& context);

} // namespace purchasing::grl
