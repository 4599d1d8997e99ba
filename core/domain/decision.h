#pragma once

#include "core/domain/amount.h"
#include "core/domain/override.h"
#include "core/domain/product.h"
#include "core/domain/purchase_order.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace purchasing {

/// A lead time of more days, ten years, is a mistake in the data and not a date.
inline constexpr std::int64_t kLongestLeadTimeDays = 3650;

/// What a product is in one word; exactly one holds.
enum class Word { Blocked, NeedsApproval, ToOrder, Covered, Enough };

/// A reason why a product must not be ordered, named in words.
struct Problem
{
    QString code; ///< Stable: "no-supplier", "no-price", "missing:available_qty", …
    QString text; ///< "no supplier", "inventory unavailable since 14:02".

    friend bool operator==(const Problem&, const Problem&) = default;
};

/// The code of the problem that the rules could not be run to their end.
inline constexpr QLatin1String kRulesFailed{"rules"};

/// Everything a decision is made from, read together. Unset members mean that the source failed; see
/// `problems`.
struct ProductFacts
{
    ProductName product;
    std::optional<Demand> demand;
    std::optional<std::vector<WarehouseLevel>> warehouses;
    std::optional<std::vector<SupplierOffer>>
        suppliers; ///< In the contract's order; the first decides unless chosen.
    std::optional<std::vector<UnitConversion>> units;
    std::optional<std::vector<PurchaseOrder>> openOrders;
    std::int64_t ordersVersion = 0;
    QString chosenSupplierId; ///< Empty: the first supplier.
    std::optional<Override> overridden; ///< The planner's own quantity or supplier.
    std::vector<Problem> sourceProblems; ///< One for each source that failed.
    QDateTime asOf; ///< When its reading began, UTC.

    /// The supplier this decision uses, or null where there is none.
    [[nodiscard]] const SupplierOffer* supplier() const;
    /// Current less reserved over all warehouses; unset where unknown.
    [[nodiscard]] std::optional<Quantity> currentQty() const;
    [[nodiscard]] std::optional<Quantity> reservedQty() const;
    [[nodiscard]] std::optional<Quantity> availableQty() const;
    /// Our open orders plus what inventory reports on order for others.
    [[nodiscard]] std::optional<Quantity> onOrderQty() const;
    /// Daily demand times lead time; unset where one is unknown or the product is more than a fact can hold.
    [[nodiscard]] std::optional<Quantity> requiredQty() const;
    /// The lead time where dates can be reckoned with it: 0 to kLongestLeadTimeDays.
    [[nodiscard]] std::optional<std::int64_t> usableLeadTimeDays() const;

    friend bool operator==(const ProductFacts&, const ProductFacts&) = default;
};

/// The rules' outputs, typed. Defaults are the contract's.
struct DecisionOutputs
{
    Quantity shortage;
    Quantity orderQty;
    Money totalAmount;
    Money discountAmount;
    Money finalAmount;
    Money taxAmount;
    Money grandTotal;
    bool needReorder = false;
    bool requiresApproval = false;
    bool shouldCreatePo = false;
    bool shouldSendPo = false;
    QString approvalStatus;
    QString poStatus;
    QString sendMethod;
    QString supplierError;

    friend bool operator==(const DecisionOutputs&, const DecisionOutputs&) = default;
};

/// What the rules decided for one product from given facts.
struct Decision
{
    QString productId;
    Word word = Word::Enough;
    DecisionOutputs outputs;
    std::optional<Quantity> requiredQty;
    std::optional<Quantity> availableQty;
    std::optional<Quantity> onOrderQty;
    std::vector<Problem> problems; ///< Not empty exactly when the word is Blocked.
    QStringList firedRules; ///< In firing order.
    QStringList log; ///< The rules' Log lines; empty in catalogue runs.
    std::optional<QDate> stockOut; ///< Unset where stock never runs out or is unknown.
    std::optional<QDate> orderBy; ///< stockOut less the lead time.
    DecisionBasis basis;
    QDateTime decidedAt;
    /// The installation's approval ceiling, where the total is above it: a reason for approval beside the
    /// rules'.
    std::optional<Money> aboveCeiling;
    bool rulesNeedApproval = false; ///< What the rules alone said.

    [[nodiscard]] bool isBlocked() const { return word == Word::Blocked; }
    /// What the rules computed; unset where a fact is missing or they failed: what was not computed is not
    /// zero.
    [[nodiscard]] std::optional<Quantity> shortage() const;
};

} // namespace purchasing
