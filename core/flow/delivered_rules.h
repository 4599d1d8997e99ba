#pragma once

#include "core/domain/rule_set.h"

#include <vector>

namespace purchasing {

/// The packs in rules/ as they are delivered with the program: the four default ones active, the optional
/// ones not. Published as version 1 of a new database.
[[nodiscard]] std::vector<RulePack> deliveredRules();

} // namespace purchasing
