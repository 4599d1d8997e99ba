#pragma once

#include "core/sql/engine/connection.h"
#include "core/sql/verification/history.h"

namespace purchasing::sql {

/// Throws the Failure (Invalid) that names what is not as it was written, and why.
[[noreturn]] void reportDifference(const QString& what, const QString& why);

/// Compares the outbox with what the log tells of each order: that there is a message where one was asked for
/// and none where nobody asked, in the state that the order is in. Throws the first difference.
void verifyMessages(Connection& connection, const History& history);

/// Compares what the schema refuses with what this program's scripts say: its triggers (a file's only; on a
/// server none but its administrator may see or change them), the states of orders and how they may follow
/// each other. Throws the first difference.
void verifyGuards(Connection& connection);

} // namespace purchasing::sql
