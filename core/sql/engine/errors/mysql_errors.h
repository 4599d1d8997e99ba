#pragma once

#include "core/sql/engine/errors/failure.h"

namespace purchasing::sql {

/// Explains an error code of the MySQL client or server in a sentence. `text` is the server's message, which
/// names the rule a trigger or constraint enforces.
[[nodiscard]] Failure mysqlFailure(int code, const QString& text, const QString& detail);

} // namespace purchasing::sql
