#pragma once

#include "core/grl/values/value.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace purchasing::grl {

enum class FactType : std::uint8_t { Bool, Text, Integer, Quantity, Price, Money, Days };
enum class Direction : std::uint8_t { In, Out };

/// Decimals kept by facts of the type: Quantity and Price 4, Money 2, others 0.
[[nodiscard]] constexpr int scaleOf(FactType type)
{
    return type == FactType::Quantity || type == FactType::Price ? 4 : type == FactType::Money ? 2 : 0;
}
[[nodiscard]] constexpr bool isNumeric(FactType type)
{
    return type != FactType::Bool && type != FactType::Text;
}
/// Names the type as the documentation does: bool, text, integer, quantity, price, money, days.
[[nodiscard]] std::string_view factTypeName(FactType type);

/// Declares one fact: everything the checks, the editor and the stores need to know of it.
struct FactDeclaration
{
    std::string name;
    FactType type = FactType::Text;
    std::string unit;
    Direction direction = Direction::In;
    /// What an out fact starts with; ignored for in facts, which start missing.
    Value defaultValue;
    std::string description;
};

/// The facts that rules may use, in a fixed order. Immutable, so any number of threads may read it.
class Schema
{
public:
    Schema() = default;
    /// Names must differ.
    explicit Schema(std::vector<FactDeclaration> facts);

    [[nodiscard]] std::size_t size() const { return m_facts.size(); }
    [[nodiscard]] const FactDeclaration& at(std::size_t index) const { return m_facts[index]; }
    [[nodiscard]] const std::vector<FactDeclaration>& facts() const { return m_facts; }
    [[nodiscard]] std::optional<std::size_t> indexOf(std::string_view name) const;

private:
    struct NameHash
    {
        using is_transparent = void; // NOLINT(readability-identifier-naming): the standard's name
        std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>{}(name); }
    };
    std::vector<FactDeclaration> m_facts;
    std::unordered_map<std::string, std::size_t, NameHash, std::equal_to<>> m_indexByName;
};

} // namespace purchasing::grl
