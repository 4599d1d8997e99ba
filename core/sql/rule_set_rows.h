#pragma once

#include "core/domain/rule_set.h"
#include "core/sql/query.h"

namespace purchasing::sql {

[[nodiscard]] QString packsJson(const std::vector<RulePack>& packs);
[[nodiscard]] std::vector<RulePack> packsOf(const QString& json);
/// SHA-256 over the packs' names, activity and texts, each with its length before it.
[[nodiscard]] QByteArray hashOf(const std::vector<RulePack>& packs);

/// Writes one version. Inside the caller's transaction; throws Failure.
void insertRuleSet(const QSqlDatabase& connection, std::int64_t version, const std::vector<RulePack>& packs,
                   const QString& authorId, const QString& secondPersonId, const QString& reason,
                   const QDateTime& at);
/// The newest version number, 0 where none is published.
[[nodiscard]] std::int64_t newestRuleSet(const QSqlDatabase& connection);

} // namespace purchasing::sql
