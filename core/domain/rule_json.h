#pragma once

#include "core/domain/rule_set.h"

#include <QJsonArray>

namespace purchasing {

/// Packs as JSON, for where a draft is kept: in the database and in the journal beside it.
[[nodiscard]] QJsonArray packsToJson(const std::vector<RulePack>& packs);
/// The other way round.
[[nodiscard]] std::vector<RulePack> packsFromJson(const QJsonArray& json);

} // namespace purchasing
