#include "core/sql/generator/demo_orders.h"

#include "core/sql/audit/actors.h"
#include "core/sql/orders/order_rows.h"
#include "core/sql/orders/order_steps.h"
#include "core/sql/products/catalogue_rows.h"

#include <QDateTime>

namespace purchasing::sql {
namespace {

constexpr std::int64_t kTaxPercent = 8;

/// An order of the product's one supplier at its present price.
PurchaseOrder demoOrder(Connection& connection, const QString& productId, const QString& supplierId,
                        std::int64_t qty)
{
    const auto offer = findOffer(connection, productId, supplierId);
    if (!offer || !offer->unitPrice)
        throw Failure(ErrorKind::Internal, QStringLiteral("The demo catalogue is incomplete."), productId);
    PurchaseOrder order;
    order.productId = productId;
    order.productName = findProductName(connection, productId).name;
    order.supplierId = supplierId;
    order.supplierName = offer->name;
    order.supplierEmail = offer->email;
    order.qty = qty;
    order.uom = QStringLiteral("PIECE");
    order.currency = QStringLiteral("USD");
    order.unitPrice = *offer->unitPrice;
    order.total = order.unitPrice.times(qty).value_or(Money{});
    order.tax = {(order.total.minor * kTaxPercent + 50) / 100};
    order.toPay = order.total + order.tax;
    order.leadTimeDays = offer->leadTimeDays.value_or(0);
    order.ruleSetVersion = 1;
    order.factsJson = QStringLiteral("{}");
    order.decisionJson = QStringLiteral("{\"sentence\":\"Example order of the demo catalogue.\"}");
    return order;
}

/// Creates an order that the rules approved and sends it, all at that time.
PurchaseOrder insertSentOrder(Connection& connection, PurchaseOrder order, const QDateTime& at)
{
    const RelaySettings relay;
    const QString owner = QStringLiteral("demo");
    order.state = OrderState::Approved;
    order.sendIntended = true;
    raiseBasis(connection, {order.productId});
    order = insertOrder(connection, {order, {}, systemActor(), {}}, at);
    insertMessages(connection, {{order.poId, {}, true}}, relay, at);
    const auto messages = leaseDueMessages(connection, owner, 1, OfferFacts(), relay, at);
    if (messages.empty())
        throw Failure(ErrorKind::Internal, QStringLiteral("The demo orders cannot be made."),
                      order.productId);
    return finishMessages(connection, {{messages.front().messageId, owner}}, at.addSecs(2)).front()->front();
}

} // namespace

void insertDemoOrders(Connection& connection, const QDateTime& now)
{
    const PurchaseOrder old = insertSentOrder(
        connection, demoOrder(connection, QStringLiteral("PROD-136"), QStringLiteral("SUP-001"), 40),
        now.addDays(-20));
    OrderChange receipt;
    receipt.to = OrderState::Received;
    receipt.action = QStringLiteral("order.received");
    receipt.text = QStringLiteral("40 of 40 received for %1.").arg(old.number);
    receipt.payload.insert(QStringLiteral("qty"), 40);
    receipt.columns = {QStringLiteral("received_qty"), QStringLiteral("received_at_us")};
    receipt.values = {40, toMicroseconds(now.addDays(-13))};
    (void)changeOrder(connection, old, receipt, systemActor(), now.addDays(-13));

    (void)insertSentOrder(connection,
                          demoOrder(connection, QStringLiteral("PROD-124"), QStringLiteral("SUP-103"), 50),
                          now.addDays(-3));

    PurchaseOrder waiting = demoOrder(connection, QStringLiteral("PROD-125"), QStringLiteral("SUP-001"), 50);
    waiting.state = OrderState::PendingApproval;
    waiting.approvalsRequired = 1;
    raiseBasis(connection, {waiting.productId});
    (void)insertOrder(connection, {waiting, {}, systemActor(), {}}, now.addSecs(-5400));
}

} // namespace purchasing::sql
