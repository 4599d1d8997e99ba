#pragma once

#include <optional>
#include <vector>

namespace purchasing::sql {

/// What a cell of a CSV column may hold.
enum class CsvType { Id, Text, Whole, Decimal, Flag, Day };

struct CsvColumn
{
    const char* name;
    CsvType type;
    bool required; ///< The header must have it.
    bool key; ///< Part of what makes a row the same one.
    bool mayBeEmpty;
    int longest = 255; ///< Characters, of texts.
    int decimals = 4; ///< Of decimals.
    int digits = 10; ///< Of decimals, before the point.
    /// Outside of these a product is blocked later, which is worth a warning.
    std::optional<int> least = std::nullopt;
    std::optional<int> most = std::nullopt;
};

/// One of the files that an import reads, and the table it fills.
struct CsvTable
{
    const char* file;
    const char* table; ///< With its schema's placeholder.
    std::vector<CsvColumn> columns;
    bool hasTimestamp; ///< last_updated is set when a row is new or changed.
};

/// All files, in the order they are read.
[[nodiscard]] const std::vector<CsvTable>& csvTables();

} // namespace purchasing::sql
