#pragma once

#include "core/flow/purchasing_flow.h"

namespace purchasing {

/// The answer to a request that was made before: its order as it is now, with the calculation of the decision
/// it was made from. Nothing is read or decided anew.
[[nodiscard]] FlowOutcome outcomeOfMade(PurchaseOrder order);

} // namespace purchasing
