#pragma once

#include "core/domain/rule_set.h"
#include "core/sql/engine/connection.h"

#include <optional>

namespace purchasing::sql {

/// The number of the newest published version; 0 when there is none.
[[nodiscard]] qint64 newestRuleSet(Connection& connection);

/// Throws Invalid, in words, unless it is what was published: nobody rules by anything else.
[[nodiscard]] std::optional<RuleSetVersion> readRuleSet(Connection& connection, qint64 version);

/// Writes a version and its packs. The caller holds the writing transaction and has asked everything. An
/// empty `secondPersonId` means nobody.
void insertRuleSet(Connection& connection, const RuleSetVersion& set, const QString& authorId,
                   const QString& secondPersonId);

/// Publishes the rules a new database starts with.
void publishInitialRules(Connection& connection, const std::vector<RulePack>& packs, const QDateTime& now);

} // namespace purchasing::sql
