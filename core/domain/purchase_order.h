#pragma once

#include "core/domain/amount.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace purchasing {

/// The only list of order states; names in the database are the upper-case words, on the wire the lower-case
/// ones.
enum class OrderState {
    Draft,
    PendingApproval,
    Approved,
    Sending,
    SendUnknown,
    Sent,
    Received,
    Rejected,
    Cancelled
};

/// Returns the database word ("PENDING_APPROVAL").
[[nodiscard]] QString databaseWord(OrderState state);
/// Returns the word on the wire ("pending_approval").
[[nodiscard]] QString wireWord(OrderState state);
[[nodiscard]] std::optional<OrderState> orderStateFromDatabase(const QString& word);
/// Says whether an order in this state still brings its (unreceived) quantity.
[[nodiscard]] bool countsAsOnOrder(OrderState state);
/// Says whether `to` may follow `from`.
[[nodiscard]] bool canFollow(OrderState from, OrderState to);

/// Who acts. Every act and audit row names one.
struct Actor
{
    QString personId;
    QString name;
    bool singleOperator = false; ///< True while the embedded database serves one operating-system user.
    QString login = {}; ///< Who is logged in to the operating system; empty: whoever runs this program.
};

/// What a decision was made on; an order is refused as stale when any of it changed.
struct DecisionBasis
{
    std::int64_t ruleSetVersion = 0;
    std::int64_t ordersVersion = 0; ///< Version of the product's open orders (product_basis).
    QString supplierId;
    UnitPrice unitPrice;
    std::optional<bool> supplierActive;
    std::int64_t overrideVersion = 0; ///< Of the planner's override; 0 where there is none.

    friend bool operator==(const DecisionBasis&, const DecisionBasis&) = default;
};

/// One purchase order of one product. Never edited after creation but for its state and what was received.
struct PurchaseOrder
{
    QString poId; ///< UUID.
    QString number; ///< PO-2026-000001.
    QString batchId; ///< Empty unless made in a batch.
    QString productId;
    QString productName;
    QString supplierId;
    QString supplierName;
    QString supplierEmail;
    std::int64_t qty = 0; ///< Whole units.
    QString uom;
    std::int64_t receivedQty = 0;
    QString currency;
    UnitPrice unitPrice;
    Money total; ///< Before discount and tax.
    Money discount;
    Money tax;
    Money toPay;
    std::int64_t leadTimeDays = 0; ///< As promised when ordered; the expected arrival follows from it.
    std::optional<std::int64_t> ruleSetVersion; ///< Unset for an existing client's bare Create.
    QString factsJson; ///< The decision's facts, canonical JSON.
    QString decisionJson; ///< Outputs, fired rules and the sentence, JSON.
    int contentFormat = 2; ///< How contentHash was made: 1 with the price in cents (older orders), 2.
    QByteArray contentHash; ///< SHA-256 of what was decided; approvals bind to it.
    int approvalsRequired = 0;
    bool sendIntended = false; ///< should_send_po at creation: the relay sends it by itself.
    OrderState state = OrderState::Draft;
    std::int64_t version = 1; ///< Raised by every change; the compare of compare-and-set.
    QString createdBy;
    QString createdByName;
    QDateTime createdAt; ///< UTC, as all times.
    QDateTime updatedAt;
    QDateTime sentAt;
    QDateTime receivedAt;
    QString approvedByName; ///< Who approved or rejected, where somebody did.
    QDateTime decidedAt;
    QString decisionReason; ///< The reason of a rejection, a cancellation or of closing it short.
    bool closedShort = false; ///< RECEIVED though not all came: a person said that the rest will not.
    std::int64_t lastEvent = 0; ///< Number of the audit event that made it what it is.
    /// Received, but not yet in the stock figures of an inventory that is not ours.
    std::int64_t unbookedQty = 0;
    QString sendProblem; ///< Last error of an interrupted or failing send; empty when none.

    /// The supplier as people know it: by name where there is one.
    [[nodiscard]] const QString& supplierText() const
    {
        return supplierName.isEmpty() ? supplierId : supplierName;
    }
    /// What this order still brings: its quantity less what was received, 0 in final states; and what was
    /// received but is in no stock figure yet.
    [[nodiscard]] std::int64_t onOrderQty() const
    {
        return (countsAsOnOrder(state) ? qty - receivedQty : 0) + unbookedQty;
    }
    [[nodiscard]] QDate expectedArrival() const { return createdAt.date().addDays(leadTimeDays); }

    friend bool operator==(const PurchaseOrder&, const PurchaseOrder&) = default;
};

/// What a key stands for: one request of one person, as far as the request itself says it. What the rules or
/// an override make of it is no part of it.
struct RequestKey
{
    QString key; ///< Made when the person acted; kept across retries. Empty: the request can be made again.
    QString method; ///< kCreate or kCreateAndSend; empty asks about any.
    QString productId;
    QString supplierId; ///< As named by the request; empty where it left that open.
    std::int64_t qty = 0; ///< As named by the request; 0 where it left that open.
};
inline constexpr const char* kCreate = "create";
inline constexpr const char* kCreateAndSend = "create_and_send";

/// What the flow asks the order store to create, in one transaction with audit, outbox, basis and
/// idempotency.
struct OrderRequest
{
    RequestKey key;
    PurchaseOrder
        order; ///< Decided content; the store fills id, number, hash, state, version, people and times.
    bool pendingApproval = false;
    bool sendIntended = false;
    bool withoutAddress = false; ///< A person lets it be sent though the supplier has no usable address.
    DecisionBasis basis;
};

/// What an existing client that knows no decision asks for: the order is created as a DRAFT, without discount
/// and tax, and nothing but its total decides whether it needs approval.
struct DraftOrder
{
    QString productId;
    QString supplierId;
    std::int64_t qty = 0; ///< Whole units.
    UnitPrice unitPrice;
    Money total; ///< As the client reckons it; 0: as quantity and price make it.
    Money approvalLimit{1000000}; ///< PO_APPROVAL_LIMIT: a total above it needs approval.
};

/// One line of an order's or product's history.
struct HistoryEntry
{
    QDateTime at;
    QString actorName;
    QString action; ///< Stable word: "order.created", "order.approved", "decision.evaluated", …
    QString objectId; ///< The order's or product's id.
    QString text; ///< One sentence for people.
    QString login = {}; ///< Who was logged in; empty in entries of older versions.
    QString traceId = {}; ///< Of the request (W3C); empty where nobody traced it.
};

} // namespace purchasing
