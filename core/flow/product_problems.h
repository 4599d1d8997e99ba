#pragma once

#include "core/domain/decision.h"
#include "core/grl/compile/program.h"

namespace purchasing {

/// Names every reason why these facts must not lead to an order: a required fact that is missing or
/// impossible, a source that failed. A fact is required when an active rule of `program`, or required_qty,
/// reads it.
[[nodiscard]] std::vector<Problem> problemsOf(const ProductFacts& facts, const grl::Program& program);

/// Names what a decision's outputs make impossible: a quantity without a price, a fraction of a unit, amounts
/// that do not add up. Empty for a decision that may be ordered or needs no order.
[[nodiscard]] std::vector<Problem> problemsOf(const DecisionOutputs& outputs, const ProductFacts& facts);

} // namespace purchasing
