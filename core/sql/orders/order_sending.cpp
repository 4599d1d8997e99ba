#include "core/sql/audit/actors.h"
#include "core/sql/engine/uuid.h"
#include "core/sql/orders/order_content.h"
#include "core/sql/orders/order_rows.h"
#include "core/sql/orders/order_steps.h"
#include "core/sql/products/catalogue_rows.h"

#include <QDateTime>

#include <algorithm>

namespace purchasing::sql {
namespace {

QString outboxState(Connection& connection, const QString& poId)
{
    return connection
        .scalar(QStringLiteral("SELECT state FROM {po}outbox WHERE po_id = ? AND kind = 'send'"), {poId})
        .toString();
}

} // namespace

QString whySupplierRefused(Connection& connection, const PurchaseOrder& order)
{
    const QString supplier = order.supplierText();
    const auto offer = findOffer(connection, order.productId, order.supplierId);
    if (!offer)
        return QStringLiteral("%1 no longer offers %2.").arg(supplier, order.productId);
    if (!offer->isActive)
        return QStringLiteral("It is not known whether %1 is active.").arg(supplier);
    if (!*offer->isActive)
        return QStringLiteral("%1 is not active.").arg(supplier);
    return {};
}

void insertMessage(Connection& connection, const QString& poId, std::chrono::milliseconds hold,
                   const RelaySettings& relay, const QDateTime& now)
{
    connection.execute(
        QStringLiteral("INSERT INTO {po}outbox(msg_id, po_id, kind, channel, state, not_before_us, "
                       "created_at_us) VALUES (?, ?, 'send', ?, 'READY', ?, ?)"),
        {newUuid(now), poId, relay.channel, toMicroseconds(now.addMSecs(hold.count())), toMicroseconds(now)});
}

void releaseBatch(Connection& connection, const QString& batchId, const QDateTime& now)
{
    // Not what a relay took before: that waits because its channel failed.
    connection.execute(
        QStringLiteral("UPDATE {po}outbox SET not_before_us = ? WHERE state = 'READY' AND letter_id IS NULL "
                       "AND not_before_us > ? AND EXISTS (SELECT 1 FROM {po}purchase_order o "
                       "WHERE o.po_id = {po}outbox.po_id AND o.batch_id = ?)"),
        {toMicroseconds(now), toMicroseconds(now), batchId});
}

PurchaseOrder requestSending(Connection& connection, const QString& poId, const Actor& actor,
                             const RelaySettings& relay, const QDateTime& now)
{
    const Actor person = knownActor(connection, actor);
    PurchaseOrder order = requireOrder(connection, poId);
    if (order.state == OrderState::Sending || order.state == OrderState::Sent)
        return order; // Asked again: it is on its way or there.
    if (order.state == OrderState::PendingApproval)
        throw Failure(ErrorKind::Refused,
                      QStringLiteral("%1 cannot be sent before it is approved.").arg(order.number));
    if (order.state != OrderState::Approved)
        throw tooLate(connection, order, now);
    if (const QString refusal = whySupplierRefused(connection, order); !refusal.isEmpty()) {
        throw Failure(ErrorKind::Refused, QStringLiteral("%1 cannot be sent: %2").arg(order.number, refusal));
    }
    const QString state = outboxState(connection, poId);
    if (state == QLatin1String("READY")) {
        // It waits already; a person who asks again wants it now and not after the back-off.
        connection.execute(
            QStringLiteral("UPDATE {po}outbox SET not_before_us = ? WHERE po_id = ? AND state = 'READY' "
                           "AND not_before_us > ?"),
            {toMicroseconds(now), poId, toMicroseconds(now)});
        return order;
    }
    if (state.isEmpty()) {
        insertMessage(connection, poId, {}, relay, now);
    } else {
        connection.execute(
            QStringLiteral("UPDATE {po}outbox SET state = 'READY', letter_id = NULL, not_before_us = ?, "
                           "last_error = '' WHERE po_id = ? AND state = 'DEAD'"),
            {toMicroseconds(now), poId});
    }
    OrderChange change;
    change.to = OrderState::Approved;
    change.action = QStringLiteral("order.send_requested");
    change.text = QStringLiteral("%1 released for sending by %2.").arg(order.number, person.name);
    return changeOrder(connection, order, change, person, now);
}

} // namespace purchasing::sql
