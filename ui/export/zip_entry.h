#pragma once

#include <QString>

namespace purchasing::ui {

/// The unpacked size of an entry as the archive's directory states it; -1 when the file is not a complete
/// archive or has no such entry. Archives up to 4 GiB.
[[nodiscard]] qint64 zipEntrySize(const QString& file, const char* entry);

} // namespace purchasing::ui
