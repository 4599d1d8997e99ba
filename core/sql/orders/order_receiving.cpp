#include "core/sql/audit/actors.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/migration.h"
#include "core/sql/orders/order_rows.h"
#include "core/sql/orders/order_steps.h"

#include <QDateTime>

namespace purchasing::sql {
namespace {

/// Adds to the product's first warehouse. An unknown stock stays unknown: adding to it would invent a figure.
void addToStock(Connection& connection, const QString& productId, std::int64_t qty, const QDateTime& now)
{
    const QVariant first =
        connection.scalar(QStringLiteral("SELECT id FROM {inventory}inventory_levels "
                                         "WHERE product_id = ? ORDER BY warehouse_id, id LIMIT 1"),
                          {productId});
    if (first.isValid()) {
        connection.execute(
            QStringLiteral("UPDATE {inventory}inventory_levels SET current_qty = current_qty + ?, "
                           "last_updated = ? WHERE id = ?"),
            {static_cast<qint64>(qty), timestampText(now), first});
        return;
    }
    connection.execute(
        QStringLiteral("INSERT INTO {inventory}inventory_levels(product_id, warehouse_id, current_qty, "
                       "reserved_qty, last_updated) VALUES (?, 'WH-001', ?, 0, ?)"),
        {productId, static_cast<qint64>(qty), timestampText(now)});
}

} // namespace

PurchaseOrder receiveGoods(Connection& connection, const QString& poId, std::int64_t version,
                           std::int64_t qty, const Actor& actor, const QDateTime& now)
{
    const Actor person = knownActor(connection, actor);
    const PurchaseOrder order = requireOrder(connection, poId);
    if (order.version != version || order.state == OrderState::Received)
        throw tooLate(connection, order, now);
    if (order.state != OrderState::Sent) {
        throw Failure(
            ErrorKind::Refused,
            ErrorWords::tr("%1 has not been sent, so nothing can be received for it.").arg(order.number));
    }
    const std::int64_t open = order.qty - order.receivedQty;
    if (qty < 1 || qty > open) {
        throw Failure(ErrorKind::Invalid,
                      ErrorWords::tr("Of %1 between 1 and %2 can be received.").arg(order.number).arg(open));
    }
    // Elsewhere the warehouse system books it, and the goods would count twice.
    if (!connection.dialect().isMysql())
        addToStock(connection, order.productId, qty, now);
    OrderChange change;
    const bool isComplete = qty == open;
    change.to = isComplete ? OrderState::Received : OrderState::Sent;
    change.action = isComplete ? QStringLiteral("order.received") : QStringLiteral("order.partly_received");
    change.text = QStringLiteral("%1 of %2 received for %3 by %4.")
                      .arg(order.receivedQty + qty)
                      .arg(order.qty)
                      .arg(order.number, person.name);
    change.payload.insert(QStringLiteral("qty"), static_cast<qint64>(qty));
    change.columns = {QStringLiteral("received_qty"), QStringLiteral("received_at_us")};
    change.values = {static_cast<qint64>(order.receivedQty + qty), toMicroseconds(now)};
    return changeOrder(connection, order, change, person, now);
}

PurchaseOrder closeOrderShort(Connection& connection, const QString& poId, std::int64_t version,
                              const QString& reason, const Actor& actor, const QDateTime& now)
{
    const Actor person = knownActor(connection, actor);
    const QString why = requireReason(reason, QStringLiteral("Say why the rest will not come."));
    const PurchaseOrder order = requireOrder(connection, poId);
    if (order.version != version || order.state == OrderState::Received)
        throw tooLate(connection, order, now);
    if (order.state != OrderState::Sent) {
        throw Failure(ErrorKind::Refused,
                      ErrorWords::tr("%1 has not been sent; cancel it instead.").arg(order.number));
    }
    OrderChange change;
    change.to = OrderState::Received;
    change.action = QStringLiteral("order.closed_short");
    change.text = QStringLiteral("%1 closed short by %2 with %3 of %4 received: %5")
                      .arg(order.number, person.name)
                      .arg(order.receivedQty)
                      .arg(order.qty)
                      .arg(why);
    change.payload.insert(QStringLiteral("reason"), why);
    change.columns = {QStringLiteral("closed_short"), QStringLiteral("reason")};
    change.values = {1, why};
    return changeOrder(connection, order, change, person, now);
}

} // namespace purchasing::sql
