#pragma once

#include "core/flow/purchasing_flow.h"
#include "core/ports/batch_store.h"

#include <QFuture>
#include <QStringList>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace purchasing {

/// One product of a batch: what would be ordered, or why nothing is, or the order that was made.
struct BatchLine
{
    BatchItem item;
    ProductFacts facts;
    Decision decision; ///< As the planner sees it; the order must be this one.
    QString refusal; ///< Why no order can be made, in words; empty where one can.
    /// Nothing stands in the way of the order but a stale override: it can be confirmed.
    bool isStaleOnly = false;
    bool withholdSending = false; ///< Create the order, but do not send it by itself.
    std::optional<PurchaseOrder> order; ///< Made, now or at an earlier attempt.
    QString failure; ///< Why the last attempt made no order; empty before it and after a success.

    /// Whether an order is still to be made.
    [[nodiscard]] bool isOpen() const { return !order && refusal.isEmpty(); }
};

/// The lines of one supplier with what they come to.
struct BatchGroup
{
    QString supplierId; ///< Empty for products without a supplier.
    QString supplierName;
    std::vector<std::size_t> lines; ///< Indices, in the batch's order; the refused ones too.
    int orders = 0; ///< That can be or were made.
    int needApproval = 0;
    Money total; ///< Before discount and tax.
    Money toPay;
    /// Together the orders would need approval, but none of them does alone.
    bool isSplitBelowLimit = false;
};

/// Groups the lines by supplier, in the order of their first product. `rules` says what would need approval.
[[nodiscard]] std::vector<BatchGroup> groupBatch(const std::vector<BatchLine>& lines,
                                                 const RuleEngine* rules);

/// Told on a worker thread when the line `index` was read or ordered.
using BatchProgress = std::function<void(std::size_t index, const BatchLine& line)>;

/// Orders several products, one after the other, each decided alone. The intent is written down first, and
/// each order keeps its key, so that whatever breaks, another attempt makes only what is missing.
class OrderBatch
{
public:
    /// A new batch. `flow` must outlive it.
    OrderBatch(PurchasingFlow& flow, const Actor& actor, const QStringList& productIds);
    /// One that was interrupted.
    OrderBatch(PurchasingFlow& flow, const Actor& actor, BatchIntent intent);
    /// Stops after the current order.
    ~OrderBatch();
    OrderBatch(const OrderBatch&) = delete;
    OrderBatch& operator=(const OrderBatch&) = delete;

    [[nodiscard]] const BatchIntent& intent() const { return m_intent; }

    /// Reads and decides these items again; orders that were made with their keys are found. Stopped: the
    /// lines so far.
    [[nodiscard]] QFuture<Result<std::vector<BatchLine>>> read(const std::vector<BatchItem>& items,
                                                               BatchProgress progress = {});
    /// Confirms the stale overrides of these lines, for the facts that they show, and reads them again. What
    /// cannot be confirmed stays refused, with the reason.
    [[nodiscard]] QFuture<Result<std::vector<BatchLine>>> confirmStale(std::vector<BatchLine> lines,
                                                                       BatchProgress progress = {});
    /// Makes an order of each open line, then sends what goes by itself, one message for each supplier. Fails
    /// as a whole only when the intent cannot be written down; then nothing was ordered. Lines not reached
    /// when stopped keep empty failures.
    [[nodiscard]] QFuture<Result<std::vector<BatchLine>>> make(std::vector<BatchLine> lines,
                                                               BatchProgress progress = {});
    /// Lets reading or making end after the current line.
    void stop() { m_stopped->store(true); }
    /// The planner has seen what became of it: nothing of it is offered again.
    [[nodiscard]] QFuture<Result<Done>> close();

private:
    [[nodiscard]] BatchLine readLine(const BatchItem& item) const;
    [[nodiscard]] BatchLine confirmLine(const BatchLine& line) const;
    void makeLine(BatchLine& line) const;
    void sendMade(std::vector<BatchLine>& lines) const;

    PurchasingFlow& m_flow;
    Actor m_actor;
    BatchIntent m_intent;
    std::shared_ptr<std::atomic_bool> m_stopped = std::make_shared<std::atomic_bool>(false);
    QThreadPool m_pool; ///< One thread; last member, so that it ends before what its work uses.
};

} // namespace purchasing
