#include "core/sql/orders/unbooked_receipts.h"

#include "core/sql/audit/audit_log.h"
#include "core/sql/orders/order_rows.h"

#include <QDateTime>

#include <algorithm>

namespace purchasing::sql {
namespace {

/// When the product's inventory was last written, in microseconds since 1970.
QString inventoryTime(const QString& productColumn)
{
    return QStringLiteral(
               "(SELECT UNIX_TIMESTAMP(max(last_updated)) * 1000000 FROM {inventory}inventory_levels "
               "WHERE inventory_levels.product_id = %1)")
        .arg(productColumn);
}

struct Receipt
{
    QString poId;
    qint64 inventoryTime = 0;
};

std::vector<Receipt> unbooked(Connection& connection, const QString& condition, const QVariantList& values)
{
    std::vector<Receipt> found;
    Rows rows =
        connection.query(QStringLiteral("SELECT o.po_id, %1 FROM {po}purchase_order o WHERE %2 AND %3")
                             .arg(inventoryTime(QStringLiteral("o.product_id")), condition,
                                  unbookedCondition(connection, QStringLiteral("o."))),
                         values);
    while (rows.next())
        found.push_back({rows.text(0), rows.integer(1)});
    return found;
}

/// What came since then, by the order's events.
std::int64_t receivedSince(Connection& connection, const QString& poId, qint64 since)
{
    std::int64_t sum = 0;
    for (const StoredEvent& event : eventsOf(connection, poId)) {
        const bool isReceipt = event.action == QLatin1String("order.received")
            || event.action == QLatin1String("order.partly_received");
        if (isReceipt && toMicroseconds(event.at) >= since)
            sum += event.payload.value(QStringLiteral("qty")).toInteger();
    }
    return sum;
}

} // namespace

QString unbookedCondition(const Connection& connection, const QString& alias)
{
    if (!connection.dialect().isMysql())
        return {};
    return QStringLiteral("%1received_at_us >= %2")
        .arg(alias, inventoryTime(alias + QStringLiteral("product_id")));
}

void addUnbookedReceipts(Connection& connection, const QString& condition, const QVariantList& values,
                         std::vector<PurchaseOrder>& orders)
{
    if (!connection.dialect().isMysql())
        return;
    std::vector<Receipt> receipts;
    try {
        receipts = unbooked(connection, condition, values);
    } catch (const Failure& failure) {
        if (!failure.isAboutTables())
            throw;
        return; // An inventory that cannot be read is a problem of its own.
    }
    for (const Receipt& receipt : receipts) {
        const std::int64_t qty = receivedSince(connection, receipt.poId, receipt.inventoryTime);
        if (qty == 0)
            continue;
        auto order = std::find_if(orders.begin(), orders.end(), [&receipt](const PurchaseOrder& known) {
            return known.poId == receipt.poId;
        });
        if (order == orders.end()) {
            orders.push_back(requireOrder(connection, receipt.poId));
            order = orders.end() - 1;
        }
        order->unbookedQty = qty;
    }
}

} // namespace purchasing::sql
