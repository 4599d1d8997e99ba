#include "core/grl/values/schema.h"

namespace purchasing::grl {

std::string_view factTypeName(FactType type)
{
    switch (type) {
    case FactType::Bool: return "bool";
    case FactType::Text: return "text";
    case FactType::Integer: return "integer";
    case FactType::Quantity: return "quantity";
    case FactType::Price: return "price";
    case FactType::Money: return "money";
    case FactType::Days: return "days";
    }
    return "text";
}

Schema::Schema(std::vector<FactDeclaration> facts)
    : m_facts(std::move(facts))
{
    for (std::size_t index = 0; index < m_facts.size(); ++index)
        m_indexByName.emplace(m_facts[index].name, index);
}

std::optional<std::size_t> Schema::indexOf(std::string_view name) const
{
    const auto found = m_indexByName.find(name);
    return found == m_indexByName.end() ? std::nullopt : std::optional(found->second);
}

} // namespace purchasing::grl
