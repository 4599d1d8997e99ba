#pragma once

#include <vector>

namespace purchasing::sql {

/// What a cell of a CSV column may hold.
enum class CsvType { Id, Text, Whole, Decimal2, Decimal4, Flag, Day };

struct CsvColumn
{
    const char* name;
    CsvType type;
    bool required; ///< The header must have it.
    bool key; ///< Part of what makes a row the same one.
    bool mayBeEmpty;
    int longest = 255; ///< Characters, of texts.
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
