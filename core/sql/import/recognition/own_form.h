#pragma once

#include "core/domain/import_mapping.h"
#include "core/sql/import/csv_tables.h"

#include <string>
#include <string_view>

namespace purchasing::sql {

/// Writes a cell of a people's file as our own files have it: a number with a point, a day as 2026-03-09, yes
/// and no as 1 and 0, a text without what made a spreadsheet leave it alone. `problem` says why it cannot be,
/// and is left alone otherwise. The answer lies in the cell or in `store`.
[[nodiscard]] std::string_view inOwnForm(const CsvColumn& column, const FileForm& form, std::string_view cell,
                                         std::string& store, QString& problem);

/// A text without what keeps spreadsheets from computing it or taking it for a number: ="007", '=SUM(1).
[[nodiscard]] QString withoutGuards(const QString& text);

} // namespace purchasing::sql
