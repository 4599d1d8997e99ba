#pragma once

#include "core/domain/amount.h"
#include "core/sql/engine/connection.h"

#include <optional>
#include <string_view>

namespace purchasing::sql {

/// Rounds to so many decimals (0 to 4), half away from zero.
[[nodiscard]] Quantity roundedTo(Quantity value, int decimals);
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

    /// Rounds to the column's scale, as databases return DECIMAL as a double. Unset where NULL.
    [[nodiscard]] std::optional<Quantity> quantity(int column, const char* name, int decimals) const;
    [[nodiscard]] std::optional<Money> money(int column, const char* name) const;
    [[nodiscard]] std::optional<std::int64_t> integer(int column, const char* name) const;
    [[nodiscard]] std::optional<bool> flag(int column, const char* name) const;
    /// A catalogue timestamp, UTC; invalid where NULL or unreadable, as it only informs.
    [[nodiscard]] QDateTime timestamp(int column) const;
    [[nodiscard]] QString text(int column) const { return m_rows.text(column); }

private:
    /// The value in units of 10^-4, or unset for NULL.
    [[nodiscard]] std::optional<Quantity> exact(int column, const char* name) const;
    [[noreturn]] void reject(int column, const char* name, const char* expected) const;

    const Rows& m_rows;
    const char* m_table;
    QString m_productId;
};

} // namespace purchasing::sql
