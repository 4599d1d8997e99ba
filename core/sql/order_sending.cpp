#include "core/sql/order_changes.h"
#include "core/sql/order_rows.h"
#include "core/sql/sql_order_store.h"

#include <QCoreApplication>

#include <algorithm>

namespace purchasing::sql {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::OrderSending)
};

constexpr int kLeaseSeconds = 30; // Longer than a channel may take; a dead relay's message waits no longer.
constexpr int kLongestBackOffSeconds = 300;

const QString kDueCondition = QStringLiteral(
    "((state = 'READY' AND not_before_us <= ?) OR (state = 'LEASED' AND lease_until_us <= ?))");

Error nothingDue()
{
    return {ErrorKind::NotFound, Words::tr("No message is due."), {}};
}

OutboxMessage messageOf(const QSqlDatabase& connection, const QString& messageId)
{
    Query row(connection,
              QStringLiteral("SELECT msg_id, po_id, channel, attempts, state, not_before_us, last_error FROM "
                             "outbox WHERE msg_id = ?"),
              {messageId});
    if (!row.next())
        throw Failure{{ErrorKind::NotFound, Words::tr("There is no message %1.").arg(messageId), {}}};
    OutboxMessage message;
    message.messageId = row.text(0);
    message.channel = row.text(2);
    message.attempts = static_cast<int>(row.integer(3));
    message.state = row.text(4);
    message.notBefore = row.time(5);
    message.lastError = row.text(6);
    message.order = readOrder(connection, row.text(1));
    return message;
}

/// The message is still this relay's: another one takes it only after the lease ran out.
void requireLease(const QSqlDatabase& connection, const QString& messageId, const QString& owner)
{
    Query row(
        connection,
        QStringLiteral("SELECT 1 FROM outbox WHERE msg_id = ? AND state = 'LEASED' AND lease_owner = ?"),
        {messageId, owner});
    if (!row.next())
        throw Failure{
            {ErrorKind::Conflict, Words::tr("Another program took over sending this message."), {}}};
}

/// Gives up on a message whose order must not go out; the order waits for a person.
void refuseMessage(const QSqlDatabase& connection, const OutboxMessage& message, const QString& reason,
                   const QDateTime& now)
{
    Query(connection, QStringLiteral("UPDATE outbox SET state = 'DEAD', last_error = ? WHERE msg_id = ?"),
          {reason, message.messageId});
    const OrderState state =
        message.order.state == OrderState::Sending ? OrderState::Approved : message.order.state;
    changeOrder(connection, message.order, state, QStringLiteral("send_intended = 0"), {},
                QStringLiteral("order.send_refused"), {{QStringLiteral("error"), reason}}, relayActor(), now);
}

} // namespace

QFuture<Result<PurchaseOrder>> SqlOrderStore::requestSend(const QString& poId, const Actor& actor)
{
    return m_database->write<PurchaseOrder>(
        [=, this](const QSqlDatabase& connection) -> Result<PurchaseOrder> {
            const QDateTime now = m_database->now();
            const PurchaseOrder order = readOrder(connection, poId);
            requirePerson(connection, actor);
            if (order.state == OrderState::Sending || order.state == OrderState::Sent
                || order.state == OrderState::Received
                || (order.state == OrderState::Approved && order.sendIntended))
                return order; // Repeating is harmless.
            if (order.state != OrderState::Approved)
                throw Failure{
                    {ErrorKind::Refused,
                     Words::tr("Only an approved order can be sent; %1 is not approved.").arg(order.number),
                     {}}};
            if (!supplierActive(connection, order.productId, order.supplierId).value_or(false))
                throw Failure{{ErrorKind::Refused,
                               Words::tr("%1 cannot be sent: supplier %2 is no longer active.")
                                   .arg(order.number, order.supplierId),
                               {}}};
            enqueueMessage(connection, poId, now);
            changeOrder(connection, order, OrderState::Approved, QStringLiteral("send_intended = 1"), {},
                        QStringLiteral("order.send_requested"), {}, actor, now);
            return readOrder(connection, poId);
        });
}

QFuture<Result<OutboxMessage>> SqlOrderStore::leaseMessage(const QString& owner)
{
    // Looks first without a write transaction: most of the time nothing is due.
    if (m_database->isReadOnly())
        return m_database->read<OutboxMessage>(
            [](const QSqlDatabase&) -> Result<OutboxMessage> { return nothingDue(); });
    const auto due = [](const QSqlDatabase& connection, qint64 now) {
        Query row(connection,
                  QStringLiteral("SELECT msg_id FROM outbox WHERE %1 ORDER BY not_before_us LIMIT 1")
                      .arg(kDueCondition),
                  {now, now});
        return row.next() ? row.text(0) : QString();
    };
    auto looked = m_database->read<bool>([this, due](const QSqlDatabase& connection) -> Result<bool> {
        return !due(connection, microseconds(m_database->now())).isEmpty();
    });
    const Result<bool> any = looked.result();
    if (!any || !*any)
        return m_database->read<OutboxMessage>(
            [error = any ? nothingDue() : any.error()](const QSqlDatabase&) -> Result<OutboxMessage> {
                return error;
            });

    return m_database->write<OutboxMessage>([=,
                                             this](const QSqlDatabase& connection) -> Result<OutboxMessage> {
        const QDateTime now = m_database->now();
        while (true) {
            const QString messageId = due(connection, microseconds(now));
            if (messageId.isEmpty())
                throw Failure{nothingDue()};
            const OutboxMessage message = messageOf(connection, messageId);
            const PurchaseOrder& order = message.order;
            if (order.state != OrderState::Approved && order.state != OrderState::Sending) {
                Query(connection,
                      QStringLiteral("UPDATE outbox SET state = 'DEAD', last_error = ? WHERE msg_id = ?"),
                      {Words::tr("the order is no longer approved"), messageId});
                continue;
            }
            if (!supplierActive(connection, order.productId, order.supplierId).value_or(false)) {
                refuseMessage(connection, message,
                              Words::tr("supplier %1 is no longer active").arg(order.supplierId), now);
                continue;
            }
            Query(connection,
                  QStringLiteral("UPDATE outbox SET state = 'LEASED', lease_owner = ?, lease_until_us = ?, "
                                 "attempts = attempts + 1 "
                                 "WHERE msg_id = ?"),
                  {owner, microseconds(now.addSecs(kLeaseSeconds)), messageId});
            if (order.state == OrderState::Approved)
                changeOrder(connection, order, OrderState::Sending, {}, {}, QStringLiteral("order.sending"),
                            {{QStringLiteral("attempt"), message.attempts + 1}}, relayActor(), now);
            return messageOf(connection, messageId);
        }
    });
}

QFuture<Result<PurchaseOrder>> SqlOrderStore::messageDelivered(const QString& messageId, const QString& owner)
{
    return m_database->write<PurchaseOrder>([=,
                                             this](const QSqlDatabase& connection) -> Result<PurchaseOrder> {
        const QDateTime now = m_database->now();
        requireLease(connection, messageId, owner);
        const PurchaseOrder order = messageOf(connection, messageId).order;
        Query(connection,
              QStringLiteral(
                  "UPDATE outbox SET state = 'DONE', lease_owner = NULL, last_error = '' WHERE msg_id = ?"),
              {messageId});
        changeOrder(connection, order, OrderState::Sent, QStringLiteral("sent_at_us = ?"),
                    {microseconds(now)}, QStringLiteral("order.sent"),
                    {{QStringLiteral("message_id"), messageId}}, relayActor(), now);
        return readOrder(connection, order.poId);
    });
}

QFuture<Result<Done>> SqlOrderStore::messageFailed(const QString& messageId, const QString& owner,
                                                   const QString& error)
{
    return m_database->write<Done>([=, this](const QSqlDatabase& connection) -> Result<Done> {
        const QDateTime now = m_database->now();
        requireLease(connection, messageId, owner);
        const OutboxMessage message = messageOf(connection, messageId);
        const int backOff = std::min(kLongestBackOffSeconds, 1 << std::min(message.attempts, 9));
        Query(connection,
              QStringLiteral("UPDATE outbox SET state = 'READY', lease_owner = NULL, not_before_us = ?, "
                             "last_error = ? WHERE msg_id = ?"),
              {microseconds(now.addSecs(backOff)), error, messageId});
        changeOrder(connection, message.order, OrderState::Approved, {}, {},
                    QStringLiteral("order.send_failed"), {{QStringLiteral("error"), error}}, relayActor(),
                    now);
        return Done{};
    });
}

QFuture<Result<std::vector<OutboxMessage>>> SqlOrderStore::outbox()
{
    using Messages = std::vector<OutboxMessage>;
    return m_database->readSnapshot<Messages>([](const QSqlDatabase& connection) -> Result<Messages> {
        Query rows(connection,
                   QStringLiteral("SELECT msg_id FROM outbox WHERE state <> 'DONE' ORDER BY not_before_us"));
        QStringList ids;
        while (rows.next())
            ids << rows.text(0);
        Messages messages;
        for (const QString& id : ids)
            messages.push_back(messageOf(connection, id));
        return messages;
    });
}

} // namespace purchasing::sql
