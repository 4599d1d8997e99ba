#pragma once

#include "core/domain/result.h"

#include <QStringList>

namespace purchasing::sql {

/// Where the text of a file is that is to be imported.
struct ReadableText
{
    QString path; ///< The file itself, or what the sheet of a workbook was written to while the program runs.
    QStringList sheets; ///< Of a workbook, those that hold something; empty for a file of text.
    QString sheet; ///< Which of them this is.
};

/// Makes the text of a file: of `sheet` where it is a workbook, or of its first one that holds something. A
/// workbook is unpacked once until it changes. Blocks as long as that takes; any thread.
[[nodiscard]] Result<ReadableText> readableText(const QString& path, const QString& sheet);

} // namespace purchasing::sql
