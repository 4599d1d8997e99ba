#pragma once

#include "core/ports/recognised_file.h"
#include "core/sql/import/csv_tables.h"

namespace purchasing::sql {

/// The fields of all tables, product first; each name is one field, whichever tables have it.
[[nodiscard]] std::vector<ImportField> importFields();
[[nodiscard]] QString titleOfField(const QString& field);
/// What the field may hold; null where there is none of this name.
[[nodiscard]] const CsvColumn* columnOfField(const QString& field);

/// Which tables a file fills whose columns and values have these fields, and what is missing for one that it
/// nearly fills.
struct FilledTables
{
    std::vector<const CsvTable*> tables;
    QStringList missing; ///< Keys that nothing in the file says.
    QStringList unused; ///< Fields that fill no table as it is.
};
[[nodiscard]] FilledTables tablesFilledBy(const QStringList& fields);

/// "supplier_info": the table without the ending of its own file.
[[nodiscard]] QString nameOfTable(const CsvTable& table);

} // namespace purchasing::sql
