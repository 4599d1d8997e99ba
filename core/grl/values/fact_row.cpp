#include "core/grl/values/fact_row.h"

namespace purchasing::grl {

FactRow::FactRow(const Schema& schema)
    : m_schema(&schema)
    , m_values(schema.size())
{
    resetResults();
}

void FactRow::resetResults()
{
    for (std::size_t fact = 0; fact < m_values.size(); ++fact) {
        if (m_schema->at(fact).direction == Direction::Out)
            m_values[fact] = m_schema->at(fact).defaultValue;
    }
}

} // namespace purchasing::grl
