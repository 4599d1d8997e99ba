#pragma once

#include "core/sql/engine/connection.h"

namespace purchasing::sql {

/// Checks events, orders, approvals, keys, rule versions, overrides, settings, people and messages against
/// each other, and what the schema refuses against this program's scripts, and returns the number of events;
/// throws a Failure (Invalid) that names the first difference. Reads in pieces: call it outside of a
/// transaction, while nothing else is done or again when it fails.
[[nodiscard]] qint64 verifyEverything(Connection& connection);

} // namespace purchasing::sql
