#include "core/sql/order_rows.h"
#include "core/sql/order_steps.h"
#include "core/sql/people_rows.h"

#include <QDateTime>

#include <algorithm>

namespace purchasing::sql {
namespace {

struct MessageRow
{
    OutboxMessage message;
    QString poId;
    QString leaseOwner;
};

const QString kSelect =
    QStringLiteral("SELECT msg_id, po_id, channel, attempts, state, not_before_us, last_error, "
                   "lease_owner FROM {po}outbox ");

MessageRow readMessage(const Rows& rows)
{
    MessageRow row;
    row.message.messageId = rows.text(0);
    row.poId = rows.text(1);
    row.message.channel = rows.text(2);
    row.message.attempts = static_cast<int>(rows.integer(3));
    row.message.state = rows.text(4);
    row.message.notBefore = rows.moment(5);
    row.message.lastError = rows.text(6);
    row.leaseOwner = rows.text(7);
    return row;
}

std::optional<MessageRow> firstMessage(Connection& connection, const QString& condition,
                                       const QVariantList& values)
{
    Rows rows = connection.query(kSelect + condition, values);
    if (!rows.next())
        return std::nullopt;
    return readMessage(rows);
}

MessageRow requireMessage(Connection& connection, const QString& messageId)
{
    auto row = firstMessage(connection, QStringLiteral("WHERE msg_id = ?"), {messageId});
    if (!row)
        throw Failure(ErrorKind::NotFound, QStringLiteral("There is no such message."), messageId);
    return *std::move(row);
}

/// Puts a message aside whose supplier must not get it any more; a person sends it again when that has
/// changed.
void putAside(Connection& connection, const MessageRow& row, const PurchaseOrder& order, const QString& why,
              const QDateTime& now)
{
    connection.execute(
        QStringLiteral("UPDATE {po}outbox SET state = 'DEAD', last_error = ? WHERE msg_id = ?"),
        {why, row.message.messageId});
    OrderChange change;
    change.to = OrderState::Approved;
    change.action = QStringLiteral("order.send_refused");
    change.text = QStringLiteral("%1 was not sent: %2").arg(order.number, why);
    (void)changeOrder(connection, order, change, systemActor(), now);
}

} // namespace

std::optional<OutboxMessage> leaseDueMessage(Connection& connection, const QString& owner,
                                             const RelaySettings& relay, const QDateTime& now)
{
    for (;;) {
        auto row =
            firstMessage(connection,
                         QStringLiteral("WHERE state IN ('READY', 'LEASED') AND not_before_us <= ? AND "
                                        "(state = 'READY' OR lease_until_us <= ?) "
                                        "ORDER BY not_before_us, msg_id LIMIT 1"),
                         {toMicroseconds(now), toMicroseconds(now)});
        if (!row)
            return std::nullopt;
        PurchaseOrder order = requireOrder(connection, row->poId);
        const bool isFirst = row->message.state == QLatin1String("READY");
        if (isFirst) {
            // Asked for READY ones only: one whose lease ran out may have reached the supplier already.
            if (const QString why = whySupplierRefused(connection, order); !why.isEmpty()) {
                putAside(connection, *row, order, why, now);
                continue;
            }
        }
        connection.execute(
            QStringLiteral("UPDATE {po}outbox SET state = 'LEASED', attempts = attempts + 1, "
                           "lease_owner = ?, lease_until_us = ? WHERE msg_id = ?"),
            {owner, toMicroseconds(now.addMSecs(relay.lease.count())), row->message.messageId});
        if (isFirst) {
            OrderChange change;
            change.to = OrderState::Sending;
            change.action = QStringLiteral("order.sending");
            change.text = QStringLiteral("%1 is being sent.").arg(order.number);
            change.payload.insert(QStringLiteral("message"), row->message.messageId);
            order = changeOrder(connection, order, change, systemActor(), now);
        }
        row->message.order = order;
        row->message.state = QStringLiteral("LEASED");
        ++row->message.attempts;
        return row->message;
    }
}

PurchaseOrder finishMessage(Connection& connection, const QString& messageId, const QString& owner,
                            const QDateTime& now)
{
    const MessageRow row = requireMessage(connection, messageId);
    PurchaseOrder order = requireOrder(connection, row.poId);
    if (row.message.state == QLatin1String("DONE"))
        return order; // Two relays gave the same message; the channel keeps one.
    // That the channel has it is a fact, whoever holds the lease by now.
    if (row.message.state != QLatin1String("LEASED") || order.state != OrderState::Sending) {
        throw Failure(
            ErrorKind::Conflict,
            QStringLiteral("The sending of %1 was given up meanwhile; it is tried again.").arg(order.number),
            owner);
    }
    connection.execute(QStringLiteral("UPDATE {po}outbox SET state = 'DONE', lease_owner = NULL, "
                                      "lease_until_us = NULL, last_error = '' WHERE msg_id = ?"),
                       {messageId});
    OrderChange change;
    change.to = OrderState::Sent;
    change.action = QStringLiteral("order.sent");
    change.text =
        QStringLiteral("%1 was sent to %2.")
            .arg(order.number, order.supplierName.isEmpty() ? order.supplierId : order.supplierName);
    change.payload.insert(QStringLiteral("message"), messageId);
    change.payload.insert(QStringLiteral("channel"), row.message.channel);
    change.columns = {QStringLiteral("sent_at_us")};
    change.values = {toMicroseconds(now)};
    return changeOrder(connection, order, change, systemActor(), now);
}

void failMessage(Connection& connection, const QString& messageId, const QString& owner, const QString& error,
                 const RelaySettings& relay, const QDateTime& now)
{
    const MessageRow row = requireMessage(connection, messageId);
    const PurchaseOrder order = requireOrder(connection, row.poId);
    if (row.message.state != QLatin1String("LEASED") || row.leaseOwner != owner) {
        throw Failure(ErrorKind::Conflict,
                      QStringLiteral("The sending of %1 was taken over meanwhile.").arg(order.number),
                      row.leaseOwner);
    }
    auto wait = relay.firstRetry;
    for (int attempt = 1; attempt < row.message.attempts && wait < relay.longestRetry; ++attempt)
        wait *= 2;
    wait = std::min(wait, relay.longestRetry);
    connection.execute(
        QStringLiteral("UPDATE {po}outbox SET state = 'READY', lease_owner = NULL, "
                       "lease_until_us = NULL, last_error = ?, not_before_us = ? WHERE msg_id = ?"),
        {error, toMicroseconds(now.addMSecs(wait.count())), messageId});
    OrderChange change;
    change.to = OrderState::Approved;
    change.action = QStringLiteral("order.send_failed");
    change.text = QStringLiteral("Sending %1 failed: %2").arg(order.number, error);
    (void)changeOrder(connection, order, change, systemActor(), now);
}

std::vector<OutboxMessage> readOutbox(Connection& connection)
{
    std::vector<MessageRow> found;
    {
        Rows rows = connection.query(kSelect + QStringLiteral("ORDER BY created_at_us, msg_id"));
        while (rows.next())
            found.push_back(readMessage(rows));
    }
    std::vector<OutboxMessage> messages;
    for (MessageRow& row : found) {
        row.message.order = requireOrder(connection, row.poId);
        messages.push_back(std::move(row.message));
    }
    return messages;
}

} // namespace purchasing::sql
