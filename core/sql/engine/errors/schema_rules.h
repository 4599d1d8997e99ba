#pragma once

#include "core/sql/engine/errors/failure.h"

namespace purchasing::sql {

/// Turns the message of a trigger or constraint into a Failure in plain words. The schema is the last line of
/// defence: where the code asked first, this is never seen.
[[nodiscard]] Failure brokenRule(const QString& text, const QString& detail);

} // namespace purchasing::sql
