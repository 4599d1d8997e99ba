#pragma once

#include "core/sql/engine/connection.h"

namespace purchasing::sql {

/// Writes the orders of the demo catalogue, through the same steps as real ones: one on its way, one that
/// waits for approval, one received long ago.
void insertDemoOrders(Connection& connection, const QDateTime& now);

} // namespace purchasing::sql
