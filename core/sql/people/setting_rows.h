#pragma once

#include "core/domain/purchase_order.h"
#include "core/sql/engine/connection.h"

#include <QHash>
#include <QString>

namespace purchasing::sql {

/// The installation's settings, with those that are on by themselves as they work. Throws Failure.
[[nodiscard]] QHash<QString, QString> readSettings(Connection& connection);

/// Notes the change down as `action` ("setting.changed", "mode.changed") and makes it, in the caller's
/// transaction; the schema takes a value only after the event that says it. Throws Failure.
void writeSetting(Connection& connection, const QString& name, const QString& value, const char* action,
                  const QString& text, const Actor& by, const QDateTime& now);

} // namespace purchasing::sql
