#pragma once

#include "core/domain/import_mapping.h"
#include "core/sql/import/recognition/file_sample.h"

namespace purchasing::sql {

/// Where a table begins.
struct HeaderPlace
{
    bool isFound = false;
    int record = -1; ///< In the sample; -1 where the table has no header.
    int line = FileForm::kNoHeader;
};

/// Finds the record that names the columns: the one that has all headers of `given`, or the line that its
/// form says, or the one with the most names that we know.
[[nodiscard]] HeaderPlace findHeader(const FileSample& sample, const FileMapping& given);

/// The columns' names, made different from each other; "Column 3" where there is none.
[[nodiscard]] std::vector<QString> headersAt(const FileSample& sample, const HeaderPlace& place);

/// Whether a record has all the columns that a mapping names.
[[nodiscard]] bool hasColumnsOf(const FileMapping& mapping, const std::vector<std::string>& cells);

} // namespace purchasing::sql
