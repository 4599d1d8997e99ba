#pragma once

#include "core/domain/result.h"

#include <QString>

namespace purchasing {

/// How this program writes down what it does.
struct LogSettings
{
    bool isJson = false; ///< LOG_FORMAT: one JSON object a line instead of "time level message".
    QString file; ///< LOG_FILE: added to, instead of standard error.
    QString service; ///< Named in every JSON line.
};

/// From now on what the program says of itself goes there, each line with the trace of the request it belongs
/// to, where that has one. Unavailable where the file cannot be written. Once, before anything is served.
[[nodiscard]] Result<Done> startLog(const LogSettings& settings);

} // namespace purchasing
