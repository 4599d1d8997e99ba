#pragma once

#include "core/domain/purchase_order.h"
#include "core/sql/engine/connection.h"

namespace purchasing::sql {

/// The program itself, for what nobody did: the delivered rules, the relay's sending.
[[nodiscard]] Actor systemActor();

/// The login of whoever runs this program, as the operating system has it.
[[nodiscard]] QString operatingSystemLogin();

/// A setting of the installation as it is stored; invalid where it is not. A transaction asks once.
[[nodiscard]] QVariant storedSetting(Connection& connection, const QString& name);

/// Says whether this database serves one operator, who may approve their own orders.
[[nodiscard]] bool isSingleOperator(Connection& connection);

/// Whether one login may not act as two people where two are needed: a setting, on by default on MySQL, where
/// everybody has a login of their own.
[[nodiscard]] bool refusesOneLoginAsTwo(Connection& connection);
/// As above, by the setting as it is stored; invalid where it is not.
[[nodiscard]] bool refusesOneLoginAsTwo(const QVariant& setting, const Dialect& dialect);

/// The actor as the database knows them: its name for them and its mode, whatever the caller believes. Throws
/// Refused for people who are unknown or no longer enabled.
[[nodiscard]] Actor knownActor(Connection& connection, const Actor& actor);

/// Writes `now` less `then` as people say it: "just now", "10 seconds ago", "on 2026-03-01".
[[nodiscard]] QString agoInWords(const QDateTime& then, const QDateTime& now);

} // namespace purchasing::sql
