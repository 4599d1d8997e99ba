#pragma once

#include "core/domain/result.h"

#include <QStringList>

namespace purchasing::sql {

/// Where the text of a workbook's sheet is.
struct SheetText
{
    QString path; ///< A file for as long as the program runs.
    QStringList sheets; ///< Those of the workbook that hold something.
    QString sheet; ///< Which of them this is.
};

/// Makes the text of `sheet` of a workbook, or of its first one that holds something where none is named. A
/// workbook is unpacked once until it changes. Blocks as long as that takes; any thread.
[[nodiscard]] Result<SheetText> sheetText(const QString& path, const QString& sheet);

} // namespace purchasing::sql
