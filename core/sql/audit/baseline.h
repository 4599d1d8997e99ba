#pragma once

#include "core/sql/engine/connection.h"

namespace purchasing::sql {

/// The action of the event that says what settings and people were when noting them down began.
inline constexpr const char* kBaseline = "audit.baseline";

/// Writes that event where there is none: from it and the events after it follows what settings and people
/// must be. The caller holds the writing transaction.
void recordBaseline(Connection& connection, const QDateTime& now);

} // namespace purchasing::sql
