#pragma once

#include "core/sql/import/csv_tables.h"

#include <QString>

#include <cstdint>
#include <string>
#include <string_view>

namespace purchasing::sql {

/// A checked cell of a CSV file, ready to be written.
struct CsvCell
{
    enum class Kind { Null, Whole, Decimal, Text };

    Kind kind = Kind::Null;
    std::int64_t number = 0; ///< Decimal: in ten-thousandths.
    std::string_view text; ///< UTF-8; lies in the reader's cell or in `store`.
};

/// Checks a cell. `problem` says why it cannot be taken, and is left alone otherwise; `store` keeps what has
/// to be written differently from how it stands in the file.
[[nodiscard]] CsvCell readCell(const CsvColumn& column, std::string_view bytes, std::string& store,
                               QString& problem);

/// Why a value that can be taken will block its product later; empty where it will not.
[[nodiscard]] QString warningOf(const CsvColumn& column, const CsvCell& cell);

} // namespace purchasing::sql
