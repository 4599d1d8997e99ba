#pragma once

#include "core/domain/amount.h"

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace purchasing {

/// Who a product is, where the source knows it.
struct ProductName
{
    QString productId;
    QString name; ///< Empty where the source has no products table.
    QString category; ///< Empty where unknown.

    friend bool operator==(const ProductName&, const ProductName&) = default;
};

/// What the order management system knows of a product's demand: the newest oms_history row.
struct Demand
{
    std::optional<Quantity> avgDailyDemand; ///< Per day; unset where NULL.
    QString trend; ///< "increasing", "stable", …; empty where unknown.
    QDateTime lastUpdated; ///< UTC.

    friend bool operator==(const Demand&, const Demand&) = default;
};

/// One day of the demand history.
struct DailyDemand
{
    QDate day;
    Quantity qty;
};

/// One warehouse's stock of a product.
struct WarehouseLevel
{
    QString warehouseId;
    std::optional<Quantity> currentQty;
    Quantity reservedQty; ///< NULL counts as 0, as the contract says.
    Quantity onOrderQty; ///< What the inventory system reports on order, for orders that are not ours.
    QDateTime lastUpdated; ///< UTC.

    friend bool operator==(const WarehouseLevel&, const WarehouseLevel&) = default;
};

/// One supplier's offer for a product.
struct SupplierOffer
{
    QString supplierId;
    QString name; ///< Empty where unknown.
    std::optional<Quantity> moq;
    std::optional<std::int64_t> leadTimeDays;
    std::optional<UnitPrice> unitPrice;
    std::optional<bool> isActive; ///< Unset where NULL: unknown is a problem, not "active".
    std::optional<Quantity> orderMultiple; ///< 1 where the source has no such column.
    std::int64_t priority = 0;
    QString email; ///< Empty where unknown.
    QDateTime lastUpdated; ///< UTC.

    friend bool operator==(const SupplierOffer&, const SupplierOffer&) = default;
};

/// How many `toUom` one `fromUom` holds.
struct UnitConversion
{
    QString fromUom;
    QString toUom;
    std::optional<Quantity> factor;
    QDateTime lastUpdated; ///< UTC.

    friend bool operator==(const UnitConversion&, const UnitConversion&) = default;
};

/// Says whether the offer has what an order needs: a price above 0 and a known lead time.
[[nodiscard]] bool canBeOrderedFrom(const SupplierOffer& offer);

/// Orders offers as the contract says: active before inactive, then those one can order from before those one
/// cannot, then lowest priority number, then lowest unit price, then supplier id. Unknown counts as inactive
/// and as the highest price.
[[nodiscard]] bool comesBefore(const SupplierOffer& a, const SupplierOffer& b);

/// Of offers in that order: the active one with a better priority than the first, which comes after it only
/// because nothing can be ordered from it; null where there is none.
[[nodiscard]] const SupplierOffer* passedOver(const std::vector<SupplierOffer>& offers);

} // namespace purchasing
