#pragma once

#include "core/domain/result.h"

#include <QString>

namespace purchasing::ui {

/// Why a file could not be written, by the operating system's error number; 0 where that is not known.
[[nodiscard]] Error cannotWrite(const QString& file, int systemError);
/// The person asked to stop.
[[nodiscard]] Error writingCancelled();

} // namespace purchasing::ui
