#pragma once

#include "core/sql/connection.h"

#include <QStringList>

namespace purchasing::sql {

/// Finds out which of the tables and columns that only our own script makes exist, and lets `dialect` read
/// the missing ones as their defaults. Returns what that costs, a sentence per table. Throws Failure when
/// something no catalogue can do without is missing.
[[nodiscard]] QStringList adaptToShape(Connection& connection, const DatabaseNames& names, Dialect& dialect);

} // namespace purchasing::sql
