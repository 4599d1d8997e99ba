#pragma once

#include "core/grl/values/schema.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace purchasing::grl {

/// The facts of one product: one value per fact of a schema, null where missing.
///
/// Keeps a pointer to the schema, which must outlive the row. Numbers may be given as integer, double or
/// decimal; a run takes them as decimals rounded to the fact's scale.
class FactRow
{
public:
    FactRow() = default;
    /// In facts are missing, out facts have their declared defaults.
    explicit FactRow(const Schema& schema);

    [[nodiscard]] std::size_t size() const { return m_values.size(); }
    [[nodiscard]] const Schema* schema() const { return m_schema; }
    [[nodiscard]] const Value& at(std::size_t fact) const { return m_values[fact]; }
    [[nodiscard]] Value& at(std::size_t fact) { return m_values[fact]; }
    void set(std::size_t fact, Value value) { m_values[fact] = std::move(value); }
    /// Gives out facts their defaults again and leaves in facts alone.
    void resetResults();

    [[nodiscard]] bool operator==(const FactRow& other) const { return m_values == other.m_values; }

private:
    const Schema* m_schema = nullptr;
    std::vector<Value> m_values;
};

} // namespace purchasing::grl
