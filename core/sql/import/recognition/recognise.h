#pragma once

#include "core/ports/recognised_file.h"

namespace purchasing::sql {

/// What a file is, as CatalogueImporter::recognise() says.
[[nodiscard]] RecognisedFile recogniseFile(const QString& path, const std::vector<FileMapping>& given,
                                           const FileMapping& corrections);
/// The same for a file, or each table among the files of a folder.
[[nodiscard]] std::vector<RecognisedFile>
recogniseAll(const QString& path, const std::vector<FileMapping>& given, const FileMapping& corrections);

} // namespace purchasing::sql
