#pragma once

#include "core/sql/engine/connection.h"

#include <QHash>
#include <QString>

namespace purchasing::sql {

/// The installation's settings, with those that are on by themselves as they work. Throws Failure.
[[nodiscard]] QHash<QString, QString> readSettings(Connection& connection);

} // namespace purchasing::sql
