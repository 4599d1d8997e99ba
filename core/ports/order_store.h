#pragma once

#include "core/domain/purchase_order.h"
#include "core/domain/result.h"

#include <QFuture>

#include <vector>

namespace purchasing {

/// Open orders of a product together with the version of that list, read in one transaction.
struct OpenOrders
{
    std::vector<PurchaseOrder> orders;
    std::int64_t version = 0;
};

/// The open orders of one product among those of all.
struct ProductOrders
{
    QString productId;
    OpenOrders open;
};

/// Which orders to list. Empty members do not filter.
struct OrderFilter
{
    std::vector<OrderState> states;
    QString productId;
    int limit = 100000;
    bool needsApproval = false; ///< Only orders that need or needed one.
    bool withContent = true; ///< Without: facts and decision stay empty, which is quick for long lists.
};

/// What a person decided when they sent an order.
struct SendChoice
{
    bool withoutAddress = false; ///< Knowingly, though the supplier has no usable address.
    std::int64_t seenVersion = 0; ///< Conflict when the order is no longer that version; 0: any.
};

/// Keeps purchase orders. The database decides races: every change is compare-and-set on state and version,
/// in one transaction with its audit event, and the future is ready only after commit.
class OrderStore
{
public:
    virtual ~OrderStore() = default;

    /// Creates the order, or returns the one already made with this key. Stale when the basis changed (the
    /// message says what); Refused when the quantity or an amount is impossible; Invalid when the key
    /// belongs to another request.
    [[nodiscard]] virtual QFuture<Result<PurchaseOrder>> create(const OrderRequest& request,
                                                                const Actor& actor) = 0;
    /// Creates a DRAFT for a client that knows no decision. Invalid where its total is not its quantity times
    /// its price; Refused when the quantity or an amount is impossible.
    [[nodiscard]] virtual QFuture<Result<PurchaseOrder>> createDraft(const DraftOrder& draft,
                                                                     const Actor& actor) = 0;
    /// The order that `actor` made with this key, as it is now; NotFound where there is none, Invalid where
    /// the key belongs to another request.
    [[nodiscard]] virtual QFuture<Result<PurchaseOrder>> orderOfKey(const RequestKey& key,
                                                                    const Actor& actor) = 0;
    /// Approves the version and content that the approver saw. Conflict names who was quicker; Stale says
    /// what changed.
    [[nodiscard]] virtual QFuture<Result<PurchaseOrder>>
    approve(const QString& poId, std::int64_t version, const QByteArray& contentHash, const Actor& actor) = 0;
    [[nodiscard]] virtual QFuture<Result<PurchaseOrder>>
    reject(const QString& poId, std::int64_t version, const QString& reason, const Actor& actor) = 0;
    [[nodiscard]] virtual QFuture<Result<PurchaseOrder>>
    cancel(const QString& poId, std::int64_t version, const QString& reason, const Actor& actor) = 0;
    /// Puts an APPROVED order, or a DRAFT that needs no approval (supplier still active), into the outbox of
    /// this program; the relay sends it. A DRAFT that needs approval becomes PENDING_APPROVAL instead.
    /// Repeating is harmless. Refused for a supplier without a usable address, unless the choice says so.
    [[nodiscard]] virtual QFuture<Result<PurchaseOrder>> requestSend(const QString& poId, const Actor& actor,
                                                                     const SendChoice& choice = {}) = 0;
    /// Books `qty` more units as received; all of it makes the order RECEIVED. Embedded: adds to current_qty
    /// too; elsewhere stock is not ours, and what came stays on order until the inventory is newer.
    [[nodiscard]] virtual QFuture<Result<PurchaseOrder>> receive(const QString& poId, std::int64_t version,
                                                                 std::int64_t qty, const Actor& actor) = 0;
    /// Ends a SENT order of which not all will come, with the reason: RECEIVED, and nothing of it is on
    /// order.
    [[nodiscard]] virtual QFuture<Result<PurchaseOrder>>
    closeShort(const QString& poId, std::int64_t version, const QString& reason, const Actor& actor) = 0;

    [[nodiscard]] virtual QFuture<Result<std::vector<PurchaseOrder>>> list(const OrderFilter& filter) = 0;
    /// Finds by UUID or by number.
    [[nodiscard]] virtual QFuture<Result<PurchaseOrder>> find(const QString& idOrNumber) = 0;
    [[nodiscard]] virtual QFuture<Result<std::vector<HistoryEntry>>> history(const QString& poId) = 0;
    [[nodiscard]] virtual QFuture<Result<OpenOrders>> openOrders(const QString& productId) = 0;
    /// The open orders of every product that ever had an order, by ascending id; where there are none any
    /// more, the version of that. For those who decide a whole catalogue: facts and decision of the orders
    /// stay empty.
    [[nodiscard]] virtual QFuture<Result<std::vector<ProductOrders>>> allOpenOrders() = 0;
};

} // namespace purchasing
