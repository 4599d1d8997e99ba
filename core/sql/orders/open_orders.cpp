#include "core/sql/orders/open_orders.h"

#include "core/sql/orders/order_rows.h"
#include "core/sql/orders/unbooked_receipts.h"

namespace purchasing::sql {

OpenOrders readOpenOrders(Connection& connection, const QString& productId)
{
    OpenOrders open;
    open.version = ordersVersion(connection, productId);
    QVariantList values = {productId};
    const QString states = inStates(openStates(), values);
    open.orders = readOrders(
        connection, QStringLiteral("o.product_id = ? AND %1 ORDER BY o.created_at_us").arg(states), values);
    addUnbookedReceipts(connection, QStringLiteral("o.product_id = ?"), {productId}, open.orders);
    return open;
}

} // namespace purchasing::sql
