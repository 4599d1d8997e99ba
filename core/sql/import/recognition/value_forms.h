#pragma once

#include "core/ports/recognised_file.h"
#include "core/sql/import/recognition/file_sample.h"

namespace purchasing::sql {

/// Finds the decimal sign and the order of dates in the columns that hold numbers and days, where the form
/// leaves them open; what more than one would fit is asked. Amounts in several currencies are, too, unless
/// the column is among those that somebody has `said`.
void findValueForms(const std::vector<FileSample::Record>& rows, const QStringList& said,
                    FileMapping& mapping, std::vector<ImportQuestion>& questions, QStringList& notes);

} // namespace purchasing::sql
