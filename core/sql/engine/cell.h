#pragma once

#include "core/domain/amount.h"
#include "core/sql/engine/connection.h"

#include <optional>
#include <string_view>

namespace purchasing::sql {

/// Reads "2026-03-01 08:30:00" as UTC, the form that almost every row has, in milliseconds since 1970. Qt's
/// own reader asks the machine for its time zone each time, which made it half of loading a catalogue.
[[nodiscard]] std::optional<std::int64_t> plainTimestamp(std::string_view text);

/// Reads the cells of one catalogue table. A cell that holds something else than its column should is a
/// Failure that names table, column and product; it is never taken for zero.
class Cells
{
public:
    Cells(const Rows& rows, const char* table, QString productId)
        : m_rows(rows)
        , m_table(table)
        , m_productId(std::move(productId))
    {
    }

    /// Rounded to the four decimals that are kept, half away from zero: SQLite returns DECIMAL as a double,
    /// and another system's column may have more. Unset where NULL.
    [[nodiscard]] std::optional<Quantity> quantity(int column, const char* name) const;
    [[nodiscard]] std::optional<UnitPrice> price(int column, const char* name) const;
    [[nodiscard]] std::optional<std::int64_t> integer(int column, const char* name) const;
    [[nodiscard]] std::optional<bool> flag(int column, const char* name) const;
    /// A catalogue timestamp, UTC; invalid where NULL or unreadable, as it only informs.
    [[nodiscard]] QDateTime timestamp(int column) const;
    [[nodiscard]] QString text(int column) const { return m_rows.text(column); }

private:
    [[noreturn]] void reject(int column, const char* name, const char* expected) const;

    const Rows& m_rows;
    const char* m_table;
    QString m_productId;
};

} // namespace purchasing::sql
