#include "core/sql/audit/actors.h"
#include "core/sql/audit/audit_log.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/uuid.h"
#include "core/sql/orders/order_content.h"
#include "core/sql/orders/order_integrity.h"
#include "core/sql/orders/order_rows.h"
#include "core/sql/orders/order_steps.h"

#include <QDateTime>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace purchasing::sql {
namespace {

/// One order's place in the outbox.
struct MessageRow
{
    QString rowId;
    QString letterId; ///< The message it goes in; empty until a relay takes it.
    QString poId;
    QString productId;
    QString channel;
    int attempts = 0;
    QString state;
    QDateTime notBefore;
    QString lastError;
    QString leaseOwner;
    QString batchId;
    QString supplierId;
    QString supplierEmail; ///< As the order froze it: offers of one supplier may name different people.
    bool withoutAddress = false; ///< A person sends it so, knowingly.
    QString lastPayload; ///< Of the order's last event.

    /// The figures of an event about it: what is done for an order belongs to the trace of what was done to
    /// it.
    [[nodiscard]] QJsonObject figures() const
    {
        const QJsonValue trace = QJsonDocument::fromJson(lastPayload.toUtf8()).object().value(kTraceId);
        return trace.isString() ? QJsonObject{{kTraceId, trace}} : QJsonObject();
    }
    [[nodiscard]] bool isReady() const { return state == QLatin1String("READY"); }
    [[nodiscard]] bool isLeased() const { return state == QLatin1String("LEASED"); }
    [[nodiscard]] bool isDone() const { return state == QLatin1String("DONE"); }
};

std::vector<MessageRow> readRows(Connection& connection, const QString& condition, const QVariantList& values)
{
    std::vector<MessageRow> found;
    Rows rows = connection.query(
        QStringLiteral(
            "SELECT m.msg_id, m.letter_id, m.po_id, o.product_id, m.channel, m.attempts, m.state, "
            "m.not_before_us, m.last_error, m.lease_owner, o.batch_id, o.supplier_id, o.supplier_email, "
            "m.without_address, e.payload "
            "FROM {po}outbox m JOIN {po}purchase_order o ON o.po_id = m.po_id "
            "JOIN {po}audit_event e ON e.seq = o.last_event ")
            + condition,
        values);
    while (rows.next()) {
        found.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4),
                         static_cast<int>(rows.integer(5)), rows.text(6), rows.moment(7), rows.text(8),
                         rows.text(9), rows.text(10), rows.text(11), rows.text(12), rows.integer(13) != 0,
                         rows.text(14)});
    }
    return found;
}

std::vector<MessageRow> requireLetter(Connection& connection, const QString& messageId)
{
    auto letter =
        readRows(connection, QStringLiteral("WHERE m.letter_id = ? ORDER BY m.msg_id"), {messageId});
    if (letter.empty())
        throw Failure(ErrorKind::NotFound, ErrorWords::tr("There is no such message."), messageId);
    return letter;
}

/// What goes with a due order: the rest of its message where it was taken before, else what else of its
/// batch is due for the same people of its supplier.
std::vector<MessageRow> letterOf(Connection& connection, const MessageRow& due, int limit, qint64 now)
{
    if (!due.letterId.isEmpty()) {
        return readRows(connection,
                        QStringLiteral("WHERE m.letter_id = ? AND m.channel = ? AND (m.state = 'READY' OR "
                                       "(m.state = 'LEASED' AND m.lease_until_us <= ?)) ORDER BY m.msg_id"),
                        {due.letterId, due.channel, now});
    }
    if (due.batchId.isEmpty())
        return {due};
    return readRows(connection,
                    QStringLiteral("WHERE m.letter_id IS NULL AND m.state = 'READY' AND m.not_before_us <= ? "
                                   "AND m.channel = ? AND o.batch_id = ? AND o.supplier_id = ? "
                                   "AND o.supplier_email = ? ORDER BY m.msg_id LIMIT ?"),
                    {now, due.channel, due.batchId, due.supplierId, due.supplierEmail, limit});
}

/// Why the order must not leave now; empty when it may.
QString whyNotSent(Connection& connection, const OfferFacts& offers, const MessageRow& row,
                   const PurchaseOrder& order)
{
    if (const QString refusal = whySupplierRefused(connection, offers, order); !refusal.isEmpty())
        return refusal;
    if (const QString why = whyNotGenuine(connection, order); !why.isEmpty())
        return QStringLiteral("It was changed from outside: %1. Verify the audit log.").arg(why);
    return row.withoutAddress ? QString() : whyNoRecipient(order);
}

/// Puts aside what must not be sent, and returns the rest with its orders.
std::vector<std::pair<MessageRow, PurchaseOrder>> sendable(Connection& connection, const OfferFacts& offers,
                                                           const std::vector<MessageRow>& letter,
                                                           const QDateTime& now)
{
    std::vector<std::pair<MessageRow, PurchaseOrder>> rest;
    for (const MessageRow& row : letter) {
        PurchaseOrder order = requireOrder(connection, row.poId);
        if (row.isReady() && !offers.know(order.productId))
            continue; // It has become due since.
        // Asked for READY ones only: one whose lease ran out may have reached the supplier already.
        const QString why = row.isReady() ? whyNotSent(connection, offers, row, order) : QString();
        if (why.isEmpty())
            rest.emplace_back(row, std::move(order));
        else
            (void)putAside(connection, order, why, now, row.figures());
    }
    return rest;
}

/// "in one message with PO-2026-000002 and 3 more", or nothing for an order alone.
QString companions(const std::vector<MessageRow>& letter, const std::vector<PurchaseOrder>& orders,
                   const QString& poId)
{
    if (letter.size() < 2)
        return {};
    const auto other = std::find_if(orders.begin(), orders.end(),
                                    [&poId](const PurchaseOrder& order) { return order.poId != poId; });
    QString text = QStringLiteral(" in one message with %1").arg(other->number);
    if (letter.size() > 2)
        text += QStringLiteral(" and %1 more").arg(letter.size() - 2);
    return text;
}

/// Up to `most` due messages, in the order in which they became due.
std::vector<MessageRow> dueRows(Connection& connection, int most, const RelaySettings& relay, qint64 now)
{
    return readRows(connection,
                    QStringLiteral("WHERE m.state IN ('READY', 'LEASED') AND m.not_before_us <= ? AND "
                                   "(m.state = 'READY' OR m.lease_until_us <= ?) AND "
                                   "m.channel IN (?, 'folder') "
                                   "ORDER BY m.not_before_us, m.msg_id LIMIT ?"),
                    {now, now, relay.channel, most});
}

/// What goes with a due order of all that is not in another message yet; notes it as seen.
std::vector<MessageRow> unseenLetterOf(Connection& connection, const MessageRow& due, int limit, qint64 now,
                                       QSet<QString>& seen)
{
    // Those that are seen may still stand before the others in the database.
    std::vector<MessageRow> letter = letterOf(connection, due, limit + static_cast<int>(seen.size()), now);
    std::erase_if(letter, [&seen](const MessageRow& row) { return seen.contains(row.rowId); });
    if (due.letterId.isEmpty() && letter.size() > static_cast<std::size_t>(limit))
        letter.resize(static_cast<std::size_t>(limit));
    for (const MessageRow& row : letter)
        seen.insert(row.rowId);
    return letter;
}

/// The next messages, up to `most`, of orders that are due and not yet `seen`: no order is in two of them.
std::vector<std::vector<MessageRow>> dueLetters(Connection& connection, int most, const RelaySettings& relay,
                                                qint64 now, QSet<QString>& seen)
{
    std::vector<std::vector<MessageRow>> letters;
    // The first of them may all be of one message, so that more must be looked at to find the next.
    for (int looked = most;; looked *= 2) {
        const std::vector<MessageRow> due = dueRows(connection, looked, relay, now);
        for (const MessageRow& row : due) {
            while (!seen.contains(row.rowId)) { // A full message may have left it for the next.
                if (static_cast<int>(letters.size()) == most)
                    return letters;
                auto letter = unseenLetterOf(connection, row, relay.ordersPerMessage, now, seen);
                if (letter.empty())
                    break;
                letters.push_back(std::move(letter));
            }
        }
        if (static_cast<int>(due.size()) < looked)
            return letters;
    }
}

/// Takes the orders as one message.
OutboxMessage leaseLetter(Connection& connection, const QString& owner,
                          std::vector<std::pair<MessageRow, PurchaseOrder>> letter,
                          const RelaySettings& relay, const QDateTime& now)
{
    OutboxMessage message;
    const MessageRow& first = letter.front().first;
    message.messageId = !first.letterId.isEmpty() ? first.letterId
        : letter.size() == 1                      ? first.rowId
                                                  : newUuid(now);
    message.channel = first.channel;
    message.state = QStringLiteral("LEASED");
    message.notBefore = first.notBefore;
    message.lastError = first.lastError;
    const auto more = static_cast<int>(letter.size()) - 1;
    const qint64 until = toMicroseconds(now.addMSecs((relay.lease + more * relay.leasePerOrder).count()));
    for (auto& [row, order] : letter) {
        connection.execute(QStringLiteral("UPDATE {po}outbox SET state = 'LEASED', letter_id = ?, "
                                          "attempts = attempts + 1, lease_owner = ?, lease_until_us = ? "
                                          "WHERE msg_id = ?"),
                           {message.messageId, owner, until, row.rowId});
        if (row.isReady()) {
            OrderChange change;
            change.to = OrderState::Sending;
            change.action = QStringLiteral("order.sending");
            change.text = QStringLiteral("%1 is being sent.").arg(order.number);
            change.payload = row.figures();
            change.payload.insert(QStringLiteral("message"), message.messageId);
            moveOrder(connection, order, change, systemActor(), now);
        }
        message.attempts = std::max(message.attempts, row.attempts + 1);
        message.orders.push_back(std::move(order));
    }
    return message;
}

} // namespace

QStringList dueProducts(Connection& connection, int most, const RelaySettings& relay, const QDateTime& now)
{
    QStringList products;
    QSet<QString> seen;
    for (const auto& letter : dueLetters(connection, most, relay, toMicroseconds(now), seen)) {
        for (const MessageRow& row : letter)
            products << row.productId;
    }
    products.removeDuplicates();
    return products;
}

std::vector<OutboxMessage> leaseDueMessages(Connection& connection, const QString& owner, int most,
                                            const OfferFacts& offers, const RelaySettings& relay,
                                            const QDateTime& now)
{
    const qint64 at = toMicroseconds(now);
    std::vector<OutboxMessage> messages;
    QSet<QString> seen; // Taken or put aside, or become due since it was asked what is offered.
    while (static_cast<int>(messages.size()) < most) {
        const auto letters =
            dueLetters(connection, most - static_cast<int>(messages.size()), relay, at, seen);
        if (letters.empty())
            break;
        for (const auto& rows : letters) {
            if (auto letter = sendable(connection, offers, rows, now); !letter.empty())
                messages.push_back(leaseLetter(connection, owner, std::move(letter), relay, now));
        }
    }
    return messages;
}

std::vector<PurchaseOrder> finishMessage(Connection& connection, const QString& messageId,
                                         const QString& owner, const QDateTime& now)
{
    std::vector<MessageRow> letter = requireLetter(connection, messageId);
    std::erase_if(letter, [](const MessageRow& row) { return !row.isLeased() && !row.isDone(); });
    std::vector<PurchaseOrder> orders;
    for (const MessageRow& row : letter)
        orders.push_back(requireOrder(connection, row.poId));
    // That the channel has it is a fact, whoever holds the lease by now.
    if (letter.empty()) {
        throw Failure(
            ErrorKind::Conflict,
            ErrorWords::tr("The sending of this message was given up meanwhile; it is tried again."), owner);
    }
    for (std::size_t i = 0; i < letter.size(); ++i) {
        if (letter[i].isDone())
            continue; // Two relays gave the same message; the channel keeps one.
        PurchaseOrder& order = orders[i];
        connection.execute(QStringLiteral("UPDATE {po}outbox SET state = 'DONE', lease_owner = NULL, "
                                          "lease_until_us = NULL, last_error = '' WHERE msg_id = ?"),
                           {letter[i].rowId});
        OrderChange change;
        change.to = OrderState::Sent;
        change.action = QStringLiteral("order.sent");
        change.text = QStringLiteral("%1 was sent to %2%3.")
                          .arg(order.number, order.supplierText(), companions(letter, orders, order.poId));
        change.payload = letter[i].figures();
        change.payload.insert(QStringLiteral("message"), messageId);
        change.payload.insert(QStringLiteral("channel"), letter[i].channel);
        change.columns = {QStringLiteral("sent_at_us")};
        change.values = {toMicroseconds(now)};
        moveOrder(connection, order, change, systemActor(), now);
        order.sentAt = now.toUTC();
        order.sendProblem.clear();
    }
    return orders;
}

void failMessage(Connection& connection, const QString& messageId, const QString& owner, const QString& error,
                 const RelaySettings& relay, const QDateTime& now)
{
    std::vector<MessageRow> letter = requireLetter(connection, messageId);
    std::erase_if(letter,
                  [&owner](const MessageRow& row) { return !row.isLeased() || row.leaseOwner != owner; });
    if (letter.empty()) {
        throw Failure(ErrorKind::Conflict,
                      ErrorWords::tr("The sending of this message was taken over meanwhile."), messageId);
    }
    for (const MessageRow& row : letter) {
        auto wait = relay.firstRetry;
        for (int attempt = 1; attempt < row.attempts && wait < relay.longestRetry; ++attempt)
            wait *= 2;
        wait = std::min(wait, relay.longestRetry);
        connection.execute(
            QStringLiteral("UPDATE {po}outbox SET state = 'READY', lease_owner = NULL, "
                           "lease_until_us = NULL, last_error = ?, not_before_us = ? WHERE msg_id = ?"),
            {error, toMicroseconds(now.addMSecs(wait.count())), row.rowId});
        PurchaseOrder order = requireOrder(connection, row.poId);
        OrderChange change;
        change.to = OrderState::Approved;
        change.action = QStringLiteral("order.send_failed");
        change.text = QStringLiteral("Sending %1 failed: %2").arg(order.number, error);
        change.payload = row.figures();
        moveOrder(connection, order, change, systemActor(), now);
    }
}

std::vector<OutboxMessage> waitingMessages(Connection& connection)
{
    const QString waits = QStringLiteral("m.state IN ('READY', 'LEASED', 'DEAD') AND o.status NOT IN "
                                         "('CANCELLED', 'REJECTED')");
    QHash<QString, PurchaseOrder> orders;
    for (PurchaseOrder& order : readOrders(connection, waits, {}, false))
        orders.insert(order.poId, std::move(order));
    std::vector<OutboxMessage> messages;
    QHash<QString, std::size_t> known;
    for (const MessageRow& row :
         readRows(connection, QStringLiteral("WHERE %1 ORDER BY m.created_at_us, m.msg_id").arg(waits), {})) {
        // What waits for the rest of its batch will be one message; of one that was taken, a part may have
        // been put aside.
        const bool isHeld = row.isReady() && row.letterId.isEmpty() && !row.batchId.isEmpty();
        const QString id = !row.letterId.isEmpty() ? row.letterId
            : isHeld ? QStringList{row.batchId, row.supplierId, row.supplierEmail}.join(QLatin1Char('\n'))
                     : row.rowId;
        const auto at = known.constFind(id + row.state);
        const std::size_t index = at == known.cend() ? messages.size() : *at;
        if (index == messages.size()) {
            known.insert(id + row.state, index);
            messages.push_back({id, {}, row.channel, row.attempts, row.state, row.notBefore, row.lastError});
        }
        messages[index].orders.push_back(orders.value(row.poId));
    }
    return messages;
}

} // namespace purchasing::sql
