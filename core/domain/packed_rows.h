#pragma once

#include <cstdint>
#include <limits>

namespace purchasing {

/// The number of a text in its block; 0 is the null text.
using PackedText = std::uint32_t;

/// Stands for an amount or moment that is not known.
inline constexpr std::int64_t kUnsetNumber = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int32_t kUnsetDays = std::numeric_limits<std::int32_t>::min();

/// The rows of the catalogue's tables as CatalogueBlock keeps them. Quantities and prices are in
/// ten-thousandths, moments in milliseconds since 1970 UTC.
struct PackedDemand
{
    std::int64_t avgDailyDemand = kUnsetNumber;
    std::int64_t updated = kUnsetNumber;
    PackedText trend = 0;
    bool exists = false;

    friend bool operator==(const PackedDemand&, const PackedDemand&) = default;
};

struct PackedLevel
{
    std::int64_t current = kUnsetNumber;
    std::int64_t reserved = 0;
    std::int64_t onOrder = 0;
    std::int64_t updated = kUnsetNumber;
    PackedText warehouse = 0;

    friend bool operator==(const PackedLevel&, const PackedLevel&) = default;
};

struct PackedOffer
{
    std::int64_t moq = kUnsetNumber;
    std::int64_t price = kUnsetNumber;
    std::int64_t multiple = kUnsetNumber;
    std::int64_t updated = kUnsetNumber;
    PackedText supplier = 0;
    PackedText name = 0;
    PackedText email = 0;
    std::int32_t leadTimeDays = kUnsetDays;
    std::int32_t priority = 0;
    std::int8_t active = -1; ///< -1 where unknown.

    friend bool operator==(const PackedOffer&, const PackedOffer&) = default;
};

struct PackedUnit
{
    std::int64_t factor = kUnsetNumber;
    std::int64_t updated = kUnsetNumber;
    PackedText from = 0;
    PackedText to = 0;

    friend bool operator==(const PackedUnit&, const PackedUnit&) = default;
};

} // namespace purchasing
