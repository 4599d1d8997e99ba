#pragma once

#include <QString>

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>

namespace purchasing {

/// Amounts that no fact can hold end here, in both directions, instead of wrapping; whoever decides by them
/// refuses what is beyond ±10^18.
[[nodiscard]] constexpr std::int64_t sumWithinRange(std::int64_t a, std::int64_t b)
{
    std::int64_t sum = 0;
    if (!__builtin_add_overflow(a, b, &sum))
        return sum;
    return a < 0 ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
}
[[nodiscard]] constexpr std::int64_t differenceWithinRange(std::int64_t a, std::int64_t b)
{
    std::int64_t difference = 0;
    if (!__builtin_sub_overflow(a, b, &difference))
        return difference;
    return a < 0 ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
}

/// A quantity with four decimals, held exactly as a count of ten-thousandths.
struct Quantity
{
    static constexpr std::int64_t kScale = 10000;
    /// Most ten-thousandths that a fact can hold.
    static constexpr std::int64_t kLargest = 1'000'000'000'000'000'000;

    std::int64_t tenThousandths = 0;

    [[nodiscard]] static constexpr Quantity whole(std::int64_t units)
    {
        std::int64_t scaled = 0;
        if (__builtin_mul_overflow(units, kScale, &scaled))
            return {units < 0 ? std::numeric_limits<std::int64_t>::min()
                              : std::numeric_limits<std::int64_t>::max()};
        return {scaled};
    }
    [[nodiscard]] constexpr bool isWhole() const { return tenThousandths % kScale == 0; }
    /// Drops the fraction; callers check isWhole() where it matters.
    [[nodiscard]] constexpr std::int64_t units() const { return tenThousandths / kScale; }
    [[nodiscard]] double toDouble() const { return static_cast<double>(tenThousandths) / kScale; }
    /// Writes digits with a point and without trailing zeros ("88.5"), never localised.
    [[nodiscard]] QString toString() const;
    /// Rounds a database double to four decimals, half away from zero; nullopt for NaN, infinity and beyond
    /// 10^14.
    [[nodiscard]] static std::optional<Quantity> fromDouble(double value);
    /// Reads plain decimal text exactly; nullopt for anything else or more than four decimals.
    [[nodiscard]] static std::optional<Quantity> parse(const QString& text);

    friend constexpr auto operator<=>(const Quantity&, const Quantity&) = default;
    friend constexpr Quantity operator+(Quantity a, Quantity b)
    {
        return {sumWithinRange(a.tenThousandths, b.tenThousandths)};
    }
    friend constexpr Quantity operator-(Quantity a, Quantity b)
    {
        return {differenceWithinRange(a.tenThousandths, b.tenThousandths)};
    }
};

/// Money in the installation's one currency, held exactly in its minor unit (cents).
struct Money
{
    static constexpr std::int64_t kScale = 100;

    std::int64_t minor = 0;

    [[nodiscard]] double toDouble() const { return static_cast<double>(minor) / kScale; }
    /// Writes digits with a point and two decimals ("1599.00"), never localised.
    [[nodiscard]] QString toString() const;
    [[nodiscard]] static std::optional<Money> fromDouble(double value);
    [[nodiscard]] static std::optional<Money> parse(const QString& text);

    friend constexpr auto operator<=>(const Money&, const Money&) = default;
    friend constexpr Money operator+(Money a, Money b) { return {a.minor + b.minor}; }
    friend constexpr Money operator-(Money a, Money b) { return {a.minor - b.minor}; }
};

/// The price of one unit with four decimals, held exactly as a count of ten-thousandths: a screw costs
/// 0.0035.
struct UnitPrice
{
    static constexpr std::int64_t kScale = 10000;

    std::int64_t tenThousandths = 0;

    [[nodiscard]] static constexpr UnitPrice of(Money money)
    {
        return {money.minor * (kScale / Money::kScale)};
    }
    [[nodiscard]] double toDouble() const { return static_cast<double>(tenThousandths) / kScale; }
    /// Writes digits with a point, two decimals and as many more as the price has ("15.99", "0.0035"), never
    /// localised.
    [[nodiscard]] QString toString() const;
    /// How many decimals toString() writes: 2 to 4.
    [[nodiscard]] int decimals() const;
    /// As Quantity::fromDouble().
    [[nodiscard]] static std::optional<UnitPrice> fromDouble(double value);
    /// As Quantity::parse().
    [[nodiscard]] static std::optional<UnitPrice> parse(const QString& text);
    /// What `units` of it cost, rounded half away from zero; nullopt beyond what Money holds.
    [[nodiscard]] std::optional<Money> times(std::int64_t units) const;

    friend constexpr auto operator<=>(const UnitPrice&, const UnitPrice&) = default;
};

} // namespace purchasing
