#pragma once

#include "core/sql/orders/sql_order_store.h"
#include "core/sql/orders/sql_outbox_store.h"
#include "core/sql/products/sql_sources.h"
#include "core/sql/rules/sql_rule_store.h"

namespace purchasing::sql {

/// The next due message; NotFound where none is.
inline Result<OutboxMessage> leaseOne(OutboxStore& outbox, const QString& owner)
{
    Result<std::vector<OutboxMessage>> messages = outbox.leaseMessages(owner, 1).result();
    if (!messages)
        return messages.error();
    if (messages->empty())
        return Error{ErrorKind::NotFound, QStringLiteral("No message waits to be sent."), {}};
    return std::move(messages->front());
}

inline Result<OutboxMessage> leaseOne(OutboxStore&& outbox, const QString& owner)
{
    return leaseOne(outbox, owner);
}

/// What the flow would ask for: `qty` of the product from the supplier, on the facts as they are now.
inline OrderRequest requestFor(const std::shared_ptr<Database>& database, const QString& productId,
                               const QString& supplierId, std::int64_t qty, const QString& key)
{
    OrderRequest request;
    request.key = {key, QLatin1String(kCreateAndSend), productId, {}, 0};
    const auto offers = SqlSupplierSource(database).offers(productId).result();
    for (const SupplierOffer& offer : offers.value()) {
        if (offer.supplierId != supplierId)
            continue;
        request.basis.supplierActive = offer.isActive;
        request.basis.unitPrice = offer.unitPrice.value_or(UnitPrice());
        request.order.leadTimeDays = offer.leadTimeDays.value_or(0);
    }
    request.basis.supplierId = supplierId;
    request.basis.ruleSetVersion = SqlRuleStore(database).current().result().value().version;
    request.basis.ordersVersion = SqlOrderStore(database).openOrders(productId).result().value().version;
    PurchaseOrder& order = request.order;
    order.productId = productId;
    order.supplierId = supplierId;
    order.qty = qty;
    order.uom = QStringLiteral("PIECE");
    order.currency = QStringLiteral("USD");
    order.unitPrice = request.basis.unitPrice;
    order.total = order.unitPrice.times(qty).value_or(Money());
    order.tax = {order.total.minor * 8 / 100};
    order.toPay = order.total + order.tax;
    order.factsJson = QStringLiteral("{\"product_id\":\"%1\"}").arg(productId);
    order.decisionJson = QStringLiteral("{}");
    return request;
}

} // namespace purchasing::sql
