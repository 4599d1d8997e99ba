#pragma once

#include "core/sql/import/recognition/column_match.h"

namespace purchasing::sql {

/// Says in `file` which tables its columns fill, and asks for what is missing; `questions` and `notes` are
/// those of the match.
void settleColumns(const ColumnMatch& match, RecognisedFile& file, std::vector<ImportQuestion> questions,
                   const QStringList& notes);

/// Rows that are wider than the header cannot be told apart into its columns.
void checkWidths(std::size_t width, const std::vector<FileSample::Record>& rows, RecognisedFile& file);

} // namespace purchasing::sql
