#pragma once

#include "core/domain/explained_decision.h"
#include "core/domain/result.h"

#include <QDate>
#include <QFuture>

namespace purchasing {

/// Decides products by the rules in force and says why: in this process, or a rule engine elsewhere. It calls
/// nothing and keeps nothing of what it was asked.
class DecisionMaker
{
public:
    virtual ~DecisionMaker() = default;

    /// Decides the product as of `today`, the day of whoever asks. Facts that do not allow a decision make a
    /// blocked one; an error is only that there are no rules to decide by, or nobody who would.
    [[nodiscard]] virtual QFuture<Result<ExplainedDecision>> decide(const ProductFacts& facts,
                                                                    QDate today) = 0;
};

} // namespace purchasing
