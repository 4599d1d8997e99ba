#pragma once

#include "ui/export/table_writer.h"

#include <array>

namespace purchasing::ui {

/// Which rows of a list are exported.
enum class ExportScope { Selected, Shown, All };

/// A list as it is at this moment, ready to be written by any thread.
struct ExportSource
{
    QString title; ///< "Products".
    QString fileName; ///< Proposed, without its ending.
    std::array<std::int64_t, 3> counts{}; ///< Rows by ExportScope.
    /// Makes the table: with the columns on the screen, or with all of them.
    std::function<Table(ExportScope scope, bool allColumns)> table;

    [[nodiscard]] std::int64_t count(ExportScope scope) const
    {
        return counts[static_cast<std::size_t>(scope)];
    }
};

} // namespace purchasing::ui
