#pragma once

#include "core/domain/decision.h"
#include "core/domain/explained_decision.h"
#include "core/domain/purchase_order.h"

#include <QString>

#include <atomic>
#include <memory>
#include <optional>

namespace purchasing {

/// One product to decide, and who asks.
struct FlowRequest
{
    QString productId;
    QString supplierId; ///< Empty: the override's, else the first in the contract's order.
    Actor actor;
    QString batchId = {}; ///< The batch that an order belongs to, and waits for with its sending.
    /// Evaluating reads no further and leaves no trace once it is set.
    std::shared_ptr<std::atomic_bool> cancelled = {};
    /// A person lets its order be sent though the supplier has no usable address.
    bool withoutAddress = false;
};

/// What came of it: the facts read, the decision with its reasons, and the order where one was made.
struct FlowOutcome
{
    ProductFacts facts;
    ExplainedDecision explained;
    std::optional<PurchaseOrder> order;
    QString message; ///< One sentence: what was done, or why nothing was.
    bool isReplayed = false; ///< The request was answered before: nothing was made again.
};

} // namespace purchasing
