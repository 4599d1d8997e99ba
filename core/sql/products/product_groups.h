#pragma once

#include "core/sql/products/catalogue_rows.h"

#include <map>
#include <vector>

// For sources that answer for several products with one statement a table, as they would one by one.

namespace purchasing::sql {

/// The rows of each product that has any; the first that cannot be used makes its answer an error.
template <typename T> using GroupedRows = std::map<QString, Result<std::vector<T>>>;

template <typename T>
GroupedRows<T> groupedRows(Connection& connection, const ProductKeys& keys,
                           void (*each)(Connection&, const ProductKeys&, const RowSink<T>&))
{
    GroupedRows<T> found;
    each(connection, keys, [&found](const QString& productId, Result<T> row) {
        Result<std::vector<T>>& rows = found.try_emplace(productId, std::vector<T>()).first->second;
        if (!rows)
            return;
        if (row)
            rows->push_back(std::move(row).value());
        else
            rows = row.error();
    });
    return found;
}

/// One source's answer for one product. What another try may mend concerns all of them and is thrown: the
/// whole work is then done again.
template <typename T>
Result<T> answerOf(T (*ask)(Connection&, const QString&), Connection& connection, const QString& productId)
{
    try {
        return ask(connection, productId);
    } catch (const Failure& failure) {
        if (failure.mayBeMended())
            throw;
        return failure.error();
    }
}

} // namespace purchasing::sql
