#pragma once

#include <QString>

class QDateTime;

namespace purchasing::sql {

/// A new UUID, version 7: it sorts by time, and nobody can guess the next one.
[[nodiscard]] QString newUuid(const QDateTime& now);

} // namespace purchasing::sql
