#pragma once

#include <cstdint>
#include <optional>
#include <string> // brings <compare>, which Qt 6.4's moc cannot read when it is included first
#include <string_view>

namespace purchasing::grl {

__extension__ typedef __int128 Int128;

/// Holds an exact decimal number: a 128-bit integer divided by a power of ten.
///
/// Nothing wraps and nothing is rounded silently: an operation whose exact result does not fit returns
/// `nullopt`, after trailing zeros of its operands have been dropped. Only division and `rounded` round, half
/// away from zero. Equal values compare equal whatever their scales are (1.50 == 1.5).
class Decimal
{
public:
    /// Decimals kept by a division.
    static constexpr int kDivisionScale = 12;
    /// Largest number of decimals a value can have.
    static constexpr int kMaxScale = 38;
    /// A stored fact may not be beyond this integer at its scale.
    static constexpr std::int64_t kMaxStored = 1'000'000'000'000'000'000;

    constexpr Decimal() = default;
    explicit constexpr Decimal(std::int64_t value)
        : m_mantissa(value)
    {
    }

    /// Makes `mantissa / 10^scale`; `scale` must be 0 to kMaxScale.
    [[nodiscard]] static constexpr Decimal fromParts(Int128 mantissa, int scale)
    {
        Decimal result;
        result.m_mantissa = mantissa;
        result.m_scale = scale;
        return result;
    }

    /// Reads `[+-]digits[.digits][e[+-]digits]`; nothing for anything else or what does not fit.
    [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);

    /// Takes the shortest decimal text that reads back as `value` (so 0.07 is 0.07); nothing for NaN,
    /// infinities and numbers too large or with more than kMaxScale decimals (these are cut at 12 decimals).
    [[nodiscard]] static std::optional<Decimal> fromDouble(double value);

    [[nodiscard]] constexpr Int128 mantissa() const { return m_mantissa; }
    [[nodiscard]] constexpr int scale() const { return m_scale; }
    [[nodiscard]] constexpr bool isZero() const { return m_mantissa == 0; }
    [[nodiscard]] constexpr bool isNegative() const { return m_mantissa < 0; }

    [[nodiscard]] std::optional<Decimal> plus(const Decimal& other) const;
    [[nodiscard]] std::optional<Decimal> minus(const Decimal& other) const;
    [[nodiscard]] std::optional<Decimal> times(const Decimal& other) const;
    /// Divides, keeping kDivisionScale decimals, half away from zero. Nothing when `other` is zero.
    [[nodiscard]] std::optional<Decimal> dividedBy(const Decimal& other) const;
    /// Returns what is left after truncated division, with the sign of this value. Nothing for zero.
    [[nodiscard]] std::optional<Decimal> remainder(const Decimal& other) const;
    [[nodiscard]] constexpr Decimal negated() const { return fromParts(-m_mantissa, m_scale); }

    /// Rounds to at most `scale` decimals, half away from zero; a negative scale rounds tens, hundreds...
    [[nodiscard]] Decimal rounded(int scale) const;
    /// As `rounded`, but a half goes to the even neighbour.
    [[nodiscard]] Decimal roundedToEven(int scale) const;
    [[nodiscard]] Decimal floor() const;
    [[nodiscard]] Decimal ceil() const;
    /// What the rules' Floor and Ceil give: they look at the value rounded to 9 decimals, so that what a
    /// division cut off makes no unit more or less.
    [[nodiscard]] Decimal ruleFloor() const { return rounded(9).floor(); }
    [[nodiscard]] Decimal ruleCeil() const { return rounded(9).ceil(); }
    [[nodiscard]] Decimal truncated() const;
    /// Drops decimals that are zero.
    [[nodiscard]] Decimal trimmed() const;

    /// Returns the integer at `scale` after rounding, or nothing when it is beyond ±kMaxStored.
    [[nodiscard]] std::optional<std::int64_t> storedAt(int scale) const;
    /// Returns the value when it is whole and fits into 64 bits.
    [[nodiscard]] std::optional<std::int64_t> toInteger() const;
    [[nodiscard]] double toDouble() const;
    /// Writes the value without exponent and without trailing zeros.
    [[nodiscard]] std::string toString() const;
    /// Writes the value with all decimals of its scale: 1599.00.
    [[nodiscard]] std::string toFixedString() const;

    [[nodiscard]] std::strong_ordering operator<=>(const Decimal& other) const;
    [[nodiscard]] bool operator==(const Decimal& other) const { return (*this <=> other) == 0; }

private:
    Int128 m_mantissa = 0;
    int m_scale = 0;
};

/// Returns 10^exponent; `exponent` must be 0 to 38.
[[nodiscard]] Int128 powerOfTen(int exponent);

} // namespace purchasing::grl
