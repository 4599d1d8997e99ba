#pragma once

#include "core/ports/recognised_file.h"
#include "core/sql/import/recognition/file_sample.h"
#include "core/sql/import/recognition/row_kind.h"

namespace purchasing::sql {

inline constexpr std::size_t kPreviewRows = 30;

/// The first rows as an import with this mapping understands them.
[[nodiscard]] std::vector<PreviewRow>
previewOf(const FileMapping& mapping, const std::vector<FileSample::Record>& rows, const RowSorter& sorter);

/// What tells rows of a file with this mapping from what stands between them.
[[nodiscard]] RowSorter sorterOf(const FileMapping& mapping, const std::vector<std::string>& headerCells);

} // namespace purchasing::sql
