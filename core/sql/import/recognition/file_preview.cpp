#include "core/sql/import/recognition/file_preview.h"

#include "core/sql/import/csv_cell.h"
#include "core/sql/import/recognition/import_fields.h"
#include "core/sql/import/recognition/own_form.h"

#include <algorithm>

namespace purchasing::sql {
namespace {

PreviewCell previewCell(const QString& field, const FileForm& form, const std::string& cell)
{
    const CsvColumn* column = columnOfField(field);
    PreviewCell shown{QString::fromStdString(cell).trimmed(), {}};
    if (!column)
        return shown;
    std::string store;
    std::string kept;
    const std::string_view own = inOwnForm(*column, form, cell, store, shown.problem);
    if (shown.problem.isEmpty())
        (void)readCell(*column, own, kept, shown.problem);
    if (shown.problem.isEmpty())
        shown.text = QString::fromUtf8(own.data(), static_cast<qsizetype>(own.size()));
    return shown;
}

int placeOfField(const FileMapping& mapping, const char* field)
{
    const auto found =
        std::find_if(mapping.columns.begin(), mapping.columns.end(),
                     [field](const MappedColumn& column) { return column.field == QLatin1String(field); });
    return found == mapping.columns.end() ? -1 : static_cast<int>(found - mapping.columns.begin());
}

} // namespace

std::vector<PreviewRow> previewOf(const FileMapping& mapping, const std::vector<FileSample::Record>& rows,
                                  const RowSorter& sorter)
{
    std::vector<PreviewRow> preview;
    for (std::size_t i = 0; i < std::min(rows.size(), kPreviewRows); ++i) {
        const RowKind kind = sorter.kindOf(rows[i].cells);
        PreviewRow row{rows[i].line, {}, nameOf(kind)};
        for (std::size_t column = 0; column < mapping.columns.size(); ++column) {
            const std::string cell = column < rows[i].cells.size() ? rows[i].cells[column] : std::string();
            row.cells.push_back(kind == RowKind::Row
                                    ? previewCell(mapping.columns[column].field, mapping.form, cell)
                                    : PreviewCell{QString::fromStdString(cell), {}});
        }
        preview.push_back(std::move(row));
    }
    return preview;
}

RowSorter sorterOf(const FileMapping& mapping, const std::vector<std::string>& headerCells)
{
    return {headerCells, placeOfField(mapping, "product_id"), placeOfField(mapping, "name")};
}

} // namespace purchasing::sql
