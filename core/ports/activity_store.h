#pragma once

#include "core/domain/decision.h"
#include "core/domain/result.h"

#include <QFuture>

namespace purchasing {

/// What happened to a product: evaluations, orders and their changes.
class ActivityStore
{
public:
    virtual ~ActivityStore() = default;
    /// Records that `actor` evaluated the product, with the decision's sentence.
    [[nodiscard]] virtual QFuture<Result<Done>>
    recordEvaluation(const Decision& decision, const QString& sentence, const Actor& actor) = 0;
    /// Newest first, evaluations and the product's order events together.
    [[nodiscard]] virtual QFuture<Result<std::vector<HistoryEntry>>> activity(const QString& productId,
                                                                              int limit) = 0;
};

} // namespace purchasing
