#include "core/domain/mail_address.h"
#include "core/sql/audit/actors.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/row_lists.h"
#include "core/sql/engine/uuid.h"
#include "core/sql/orders/order_content.h"
#include "core/sql/orders/order_integrity.h"
#include "core/sql/orders/order_rows.h"
#include "core/sql/orders/order_steps.h"

#include <QDateTime>

#include <algorithm>

namespace purchasing::sql {
namespace {

/// Where the order is in the outbox; all empty where it is not.
struct OutboxPlace
{
    QString state;
    QString channel;
    QString letterId;
};

OutboxPlace outboxPlace(Connection& connection, const QString& poId)
{
    Rows rows = connection.query(
        QStringLiteral("SELECT state, channel, letter_id FROM {po}outbox WHERE po_id = ? AND kind = 'send'"),
        {poId});
    return rows.next() ? OutboxPlace{rows.text(0), rows.text(1), rows.text(2)} : OutboxPlace{};
}

} // namespace

QString whySupplierRefused(Connection& connection, const OfferFacts& offers, const PurchaseOrder& order)
{
    const QString supplier = order.supplierText();
    const auto offer = offers.of(connection, order.productId, order.supplierId);
    if (!offer)
        return QStringLiteral("%1 no longer offers %2.").arg(supplier, order.productId);
    if (!offer->isActive)
        return QStringLiteral("It is not known whether %1 is active.").arg(supplier);
    if (!*offer->isActive)
        return QStringLiteral("%1 is not active.").arg(supplier);
    return {};
}

QString whyNoRecipient(const PurchaseOrder& order)
{
    if (!recipientsOf(order.supplierEmail).isEmpty())
        return {};
    return order.supplierEmail.trimmed().isEmpty()
        ? ErrorWords::tr("%1 has no e-mail address.").arg(order.supplierText())
        : QStringLiteral("\"%1\" is no e-mail address of %2.").arg(order.supplierEmail, order.supplierText());
}

void insertMessages(Connection& connection, const std::vector<NewMessage>& messages,
                    const RelaySettings& relay, const QDateTime& now)
{
    std::vector<QVariantList> rows;
    for (const NewMessage& message : messages)
        rows.push_back({newUuid(now), message.poId, QStringLiteral("send"), relay.channel,
                        QStringLiteral("READY"), toMicroseconds(now.addMSecs(message.hold.count())),
                        toMicroseconds(now), static_cast<int>(message.withoutAddress)});
    insertRows(connection,
               QStringLiteral("INSERT INTO {po}outbox(msg_id, po_id, kind, channel, state, not_before_us, "
                              "created_at_us, without_address)"),
               rows);
}

PurchaseOrder putAside(Connection& connection, const PurchaseOrder& order, const QString& why,
                       const QDateTime& now, const QJsonObject& figures)
{
    connection.execute(
        QStringLiteral("UPDATE {po}outbox SET state = 'DEAD', last_error = ? WHERE po_id = ? AND "
                       "state = 'READY'"),
        {why, order.poId});
    OrderChange change;
    change.to = order.state;
    change.action = QStringLiteral("order.send_refused");
    change.text = QStringLiteral("%1 was not sent: %2").arg(order.number, why);
    change.payload = figures;
    return changeOrder(connection, order, change, systemActor(), now);
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

PurchaseOrder requestSending(Connection& connection, const QString& poId, const SendChoice& choice,
                             const OfferFacts& offers, const Actor& actor, const RelaySettings& relay,
                             const QDateTime& now)
{
    const Actor person = knownActor(connection, actor);
    PurchaseOrder order = requireOrder(connection, poId);
    if (choice.seenVersion != 0 && order.version != choice.seenVersion)
        throw tooLate(connection, order, now);
    if (order.state == OrderState::Sending || order.state == OrderState::Sent)
        return order; // Asked again: it is on its way or there.
    if (order.state == OrderState::PendingApproval)
        throw Failure(ErrorKind::Refused,
                      ErrorWords::tr("%1 cannot be sent before it is approved.").arg(order.number));
    const bool isDraft = order.state == OrderState::Draft;
    if (order.state != OrderState::Approved && !isDraft)
        throw tooLate(connection, order, now);
    if (const QString refusal = whySupplierRefused(connection, offers, order); !refusal.isEmpty()) {
        throw Failure(ErrorKind::Refused, QStringLiteral("%1 cannot be sent: %2").arg(order.number, refusal));
    }
    requireGenuine(connection, order);
    if (isDraft && order.approvalsRequired > 0)
        return submitDraft(connection, order, person, now);
    if (const QString missing = whyNoRecipient(order); !missing.isEmpty() && !choice.withoutAddress) {
        throw Failure(ErrorKind::Refused,
                      ErrorWords::tr("%1 cannot be sent: %2 It can be sent without an address, knowingly.")
                          .arg(order.number, missing));
    }
    const OutboxPlace place = outboxPlace(connection, poId);
    if (place.state == QLatin1String("READY")) {
        // It waits already; a person who asks again wants it now and not after the back-off. Where it waited
        // for another program's outbox they have moved it here, with what goes in the same message.
        const bool isAlone = place.letterId.isEmpty();
        connection.execute(
            QStringLiteral("UPDATE {po}outbox SET not_before_us = CASE WHEN not_before_us > ? THEN ? "
                           "ELSE not_before_us END, channel = ?, without_address = ? "
                           "WHERE %1 = ? AND state = 'READY'")
                .arg(isAlone ? QStringLiteral("po_id") : QStringLiteral("letter_id")),
            {toMicroseconds(now), toMicroseconds(now), relay.channel, static_cast<int>(choice.withoutAddress),
             isAlone ? poId : place.letterId});
        if (place.channel == relay.channel || place.channel == QLatin1String("folder"))
            return order;
    } else if (place.state.isEmpty()) {
        insertMessages(connection, {{poId, {}, choice.withoutAddress}}, relay, now);
    } else {
        connection.execute(
            QStringLiteral(
                "UPDATE {po}outbox SET state = 'READY', letter_id = NULL, not_before_us = ?, "
                "channel = ?, without_address = ?, last_error = '' WHERE po_id = ? AND state = 'DEAD'"),
            {toMicroseconds(now), relay.channel, static_cast<int>(choice.withoutAddress), poId});
    }
    OrderChange change;
    change.to = order.state;
    change.action = QStringLiteral("order.send_requested");
    change.text = QStringLiteral("%1 released for sending by %2.").arg(order.number, person.name);
    return changeOrder(connection, order, change, person, now);
}

} // namespace purchasing::sql
