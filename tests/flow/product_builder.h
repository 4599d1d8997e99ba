#pragma once

#include "core/domain/decision.h"

namespace purchasing::tests {

/// Facts of a product that has everything: one warehouse, one active supplier, one conversion, no orders.
/// Tests change what they are about.
inline ProductFacts ordinaryProduct()
{
    ProductFacts facts;
    facts.product = {QStringLiteral("P-1"), QStringLiteral("Product"), QStringLiteral("Test")};
    facts.demand = Demand{Quantity::whole(10), QStringLiteral("stable"), {}};
    facts.warehouses = std::vector<WarehouseLevel>{{QStringLiteral("WH-1"), Quantity::whole(20), {}, {}, {}}};
    SupplierOffer offer;
    offer.supplierId = QStringLiteral("S-1");
    offer.moq = Quantity::whole(50);
    offer.leadTimeDays = 10;
    offer.unitPrice = UnitPrice::of({1000});
    offer.isActive = true;
    offer.orderMultiple = Quantity::whole(1);
    facts.suppliers = std::vector<SupplierOffer>{offer};
    facts.units = std::vector<UnitConversion>{
        {QStringLiteral("CASE"), QStringLiteral("PIECE"), Quantity::whole(12), {}}};
    facts.openOrders.emplace();
    facts.asOf = QDateTime(QDate(2026, 1, 15), QTime(12, 0), Qt::UTC);
    return facts;
}

/// An open order of the product for `qty`, created on `day` with this lead time.
inline PurchaseOrder openOrder(std::int64_t qty, QDate day, std::int64_t leadTimeDays)
{
    PurchaseOrder order;
    order.poId = QStringLiteral("id");
    order.number = QStringLiteral("PO-1");
    order.qty = qty;
    order.state = OrderState::Sent;
    order.leadTimeDays = leadTimeDays;
    order.createdAt = QDateTime(day, QTime(8, 0), Qt::UTC);
    return order;
}

} // namespace purchasing::tests
