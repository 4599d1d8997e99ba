#include "core/sql/orders/open_orders.h"

#include "core/sql/orders/order_rows.h"
#include "core/sql/orders/unbooked_receipts.h"

namespace purchasing::sql {

OpenOrders readOpenOrders(Connection& connection, const QString& productId)
{
    return readOpenOrders(connection, ProductKeys::one(productId))[productId.toUtf8()];
}

std::map<QByteArray, OpenOrders> readOpenOrders(Connection& connection, const ProductKeys& keys)
{
    std::map<QByteArray, OpenOrders> byId;
    {
        Rows rows =
            connection.query(QStringLiteral("SELECT product_id, version FROM {po}product_basis WHERE %1")
                                 .arg(keys.condition()),
                             keys.values());
        while (rows.next())
            byId[rows.text(0).toUtf8()].version = rows.integer(1);
    }
    const QString products = keys.condition(QStringLiteral("o."));
    QVariantList values = keys.values();
    const QString states = inStates(openStates(), values);
    std::vector<PurchaseOrder> orders = readOrders(
        connection, QStringLiteral("%1 AND %2 ORDER BY o.created_at_us").arg(products, states), values);
    addUnbookedReceipts(connection, products, keys.values(), orders);
    for (PurchaseOrder& order : orders)
        byId[order.productId.toUtf8()].orders.push_back(std::move(order));
    return byId;
}

} // namespace purchasing::sql
