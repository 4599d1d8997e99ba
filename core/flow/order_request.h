#pragma once

#include "core/domain/explained_decision.h"

namespace purchasing {

/// Turns a decision that should become an order into what the order store creates. The quantity must be whole
/// and the decision not blocked. Without a currency the order store takes the installation's.
[[nodiscard]] OrderRequest orderRequestOf(const ProductFacts& facts, const ExplainedDecision& explained,
                                          const QString& currency, const RequestKey& key);

/// Names what differs between the decision a planner saw and a fresh one; empty when they order the same
/// thing on the same basis.
[[nodiscard]] QString differenceInWords(const Decision& seen, const Decision& fresh);

} // namespace purchasing
