#pragma once

#include "core/domain/purchase_order.h"
#include "core/domain/result.h"

#include <QFuture>

#include <vector>

namespace purchasing {

/// One order of a batch that is to be made.
struct BatchItem
{
    QString productId;
    QString supplierId; ///< Empty: as the override or the contract's order says.
    QString idempotencyKey; ///< The same at every attempt, so that no attempt makes a second order.
};

/// What somebody set out to order together.
struct BatchIntent
{
    QString batchId; ///< UUID; its orders carry it.
    std::vector<BatchItem> items;
    QDateTime startedAt; ///< UTC; filled by the store.
};

/// Remembers batches from before their first order until somebody has seen what became of all of them, so
/// that a crash in between loses nothing.
class BatchStore
{
public:
    virtual ~BatchStore() = default;
    /// Writes the intent down; ready after commit. Repeating it is harmless.
    [[nodiscard]] virtual QFuture<Result<Done>> begin(const BatchIntent& intent, const Actor& actor) = 0;
    /// The batches of `actor` that were not closed, oldest first.
    [[nodiscard]] virtual QFuture<Result<std::vector<BatchIntent>>> unfinished(const Actor& actor) = 0;
    /// What is not ordered by now will not be; repeating it is harmless.
    [[nodiscard]] virtual QFuture<Result<Done>> close(const QString& batchId, const Actor& actor) = 0;
};

} // namespace purchasing
