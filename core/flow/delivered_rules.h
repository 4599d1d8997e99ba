#pragma once

#include "core/domain/rule_set.h"

#include <vector>

namespace purchasing {

/// The packs in rules/ as they are delivered with the program: the four default ones active, the optional
/// ones not. Published as version 1 of a new database.
[[nodiscard]] std::vector<RulePack> deliveredRules();

/// The delivered packs that a rule set of an older version of the program does not have.
[[nodiscard]] std::vector<RulePack> deliveredPacksMissingIn(const std::vector<RulePack>& packs);

} // namespace purchasing
