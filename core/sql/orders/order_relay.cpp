#include "core/sql/audit/actors.h"
#include "core/sql/audit/audit_log.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/row_lists.h"
#include "core/sql/engine/uuid.h"
#include "core/sql/orders/order_content.h"
#include "core/sql/orders/order_integrity.h"
#include "core/sql/orders/order_rows.h"
#include "core/sql/orders/order_steps.h"

#include <QDateTime>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QSet>

#include <algorithm>

namespace purchasing::sql {
namespace {

Q_LOGGING_CATEGORY(lcRelay, "purchasing.relay", QtWarningMsg)

bool mayBeSent(OrderState state)
{
    return state == OrderState::Approved || state == OrderState::Draft;
}

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
                   const PurchaseOrder& order, const std::vector<StoredEvent>& events)
{
    if (const QString refusal = whySupplierRefused(connection, offers, order); !refusal.isEmpty())
        return refusal;
    if (const QString why = whyNotGenuine(order, events); !why.isEmpty())
        return QStringLiteral("It was changed from outside: %1. Verify the audit log.").arg(why);
    return row.withoutAddress ? QString() : whyNoRecipient(order);
}

using Letter = std::vector<std::pair<MessageRow, PurchaseOrder>>;

/// Puts aside what must not be sent, and returns the rest with its orders; a message of which nothing is left
/// is left out.
std::vector<Letter> sendable(Connection& connection, const OfferFacts& offers,
                             const std::vector<std::vector<MessageRow>>& letters, const QDateTime& now)
{
    QStringList all;
    QStringList ready;
    for (const auto& letter : letters) {
        for (const MessageRow& row : letter)
            (row.isReady() ? ready : all) << row.poId;
    }
    all += ready;
    const QHash<QString, PurchaseOrder> orders = ordersOf(connection, all);
    const auto events = eventsOf(connection, ready);
    std::vector<Letter> rest;
    for (const auto& letter : letters) {
        Letter left;
        for (const MessageRow& row : letter) {
            const PurchaseOrder& order = *orders.constFind(row.poId);
            if (row.isReady() && !mayBeSent(order.state)) {
                // Nothing of ours writes that; it must not keep back what is in order.
                qCWarning(lcRelay, "%s waits to be sent, but its state is %s: verify the audit log.",
                          qUtf8Printable(order.number), qUtf8Printable(databaseWord(order.state)));
                continue;
            }
            // Asked for READY ones only: one whose lease ran out may have reached the supplier already.
            const QString why = row.isReady()
                ? whyNotSent(connection, offers, row, order, events.value(row.poId))
                : QString();
            if (why.isEmpty())
                left.emplace_back(row, order);
            else
                (void)putAside(connection, order, why, now, row.figures());
        }
        if (!left.empty())
            rest.push_back(std::move(left));
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

/// Up to `most` due messages, in the order in which they became due. Each part comes out of its index in that
/// order already, so that a long queue costs no more than a short one.
std::vector<MessageRow> dueRows(Connection& connection, int most, const RelaySettings& relay, qint64 now)
{
    const QString ready =
        QStringLiteral("SELECT * FROM (SELECT msg_id FROM {po}outbox WHERE state = 'READY' AND "
                       "channel = ? AND not_before_us <= ? ORDER BY not_before_us, msg_id "
                       "LIMIT ?) AS %1");
    const QString abandoned = QStringLiteral("SELECT msg_id FROM {po}outbox WHERE state = 'LEASED' AND "
                                             "channel IN (?, 'folder') AND not_before_us <= ? AND "
                                             "lease_until_us <= ?");
    return readRows(
        connection,
        QStringLiteral("JOIN (%1 UNION ALL %2 UNION ALL %3) AS due ON due.msg_id = m.msg_id "
                       "ORDER BY m.not_before_us, m.msg_id LIMIT ?")
            .arg(ready.arg(QLatin1String("mine")), ready.arg(QLatin1String("anyones")), abandoned),
        {relay.channel, now, most, QStringLiteral("folder"), now, most, relay.channel, now, now, most});
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

/// The message that the orders are from now on.
OutboxMessage messageOf(const Letter& letter, const QDateTime& now)
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
    for (const auto& [row, order] : letter) {
        message.attempts = std::max(message.attempts, row.attempts + 1);
        message.orders.push_back(order);
    }
    return message;
}

/// A row of the outbox, the message that it goes in, and until when a relay may take over that.
struct Lease
{
    QString rowId;
    QString messageId;
    qint64 until = 0;
};

void writeLeases(Connection& connection, const QString& owner, const std::vector<Lease>& leases)
{
    inLists(leases, [&](std::span<const Lease> piece) {
        const QString cases = QStringLiteral(" WHEN ? THEN ?").repeated(static_cast<qsizetype>(piece.size()));
        QVariantList messages;
        QVariantList untils;
        QVariantList rows;
        for (const auto& [rowId, messageId, until] : piece) {
            messages << rowId << messageId;
            untils << rowId << until;
            rows << rowId;
        }
        connection.execute(
            QStringLiteral(
                "UPDATE {po}outbox SET state = 'LEASED', letter_id = CASE msg_id%1 END, attempts = "
                "attempts + 1, lease_owner = ?, lease_until_us = CASE msg_id%1 END "
                "WHERE msg_id IN (%2)")
                .arg(cases, marks(piece.size())),
            messages + QVariantList{owner} + untils + rows);
    });
}

/// Takes the orders of each letter as one message.
std::vector<OutboxMessage> leaseLetters(Connection& connection, const QString& owner,
                                        const std::vector<Letter>& letters, const RelaySettings& relay,
                                        const QDateTime& now)
{
    std::vector<OutboxMessage> messages;
    std::vector<Lease> leases;
    for (const Letter& letter : letters) {
        messages.push_back(messageOf(letter, now));
        const auto more = static_cast<int>(letter.size()) - 1;
        const qint64 until = toMicroseconds(now.addMSecs((relay.lease + more * relay.leasePerOrder).count()));
        for (const auto& [row, order] : letter)
            leases.push_back({row.rowId, messages.back().messageId, until});
    }
    writeLeases(connection, owner, leases);
    std::vector<OrderMove> moves;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        for (std::size_t k = 0; k < letters[i].size(); ++k) {
            const MessageRow& row = letters[i][k].first;
            if (!row.isReady())
                continue;
            PurchaseOrder& order = messages[i].orders[k];
            OrderChange change;
            change.to = OrderState::Sending;
            change.action = QStringLiteral("order.sending");
            change.text = QStringLiteral("%1 is being sent.").arg(order.number);
            change.payload = row.figures();
            change.payload.insert(QStringLiteral("message"), messages[i].messageId);
            moves.push_back({&order, std::move(change)});
        }
    }
    moveOrders(connection, moves, systemActor(), now);
    return messages;
}

/// Notes what was leased as sent; `sent` has the orders of each message in the order of its rows, and
/// follows.
void noteSent(Connection& connection, const QStringList& messageIds,
              const QHash<QString, std::vector<MessageRow>>& letters,
              QHash<QString, std::vector<PurchaseOrder>>& sent, const QDateTime& now)
{
    QStringList rowIds;
    std::vector<OrderMove> moves;
    for (const QString& messageId : messageIds) {
        const std::vector<MessageRow> letter = letters.value(messageId);
        for (std::size_t i = 0; i < letter.size(); ++i) {
            // That the channel has it is a fact, whoever holds the lease by now. Of one that two relays gave
            // the channel keeps one.
            if (letter[i].isDone())
                continue;
            std::vector<PurchaseOrder>& orders = sent[messageId];
            PurchaseOrder& order = orders[i];
            rowIds << letter[i].rowId;
            OrderChange change;
            change.to = OrderState::Sent;
            change.action = QStringLiteral("order.sent");
            change.text =
                QStringLiteral("%1 was sent to %2%3.")
                    .arg(order.number, order.supplierText(), companions(letter, orders, order.poId));
            change.payload = letter[i].figures();
            change.payload.insert(QStringLiteral("message"), messageId);
            change.payload.insert(QStringLiteral("channel"), letter[i].channel);
            change.columns = {QStringLiteral("sent_at_us")};
            change.values = {toMicroseconds(now)};
            moves.push_back({&order, std::move(change)});
        }
    }
    inLists(rowIds, [&](std::span<const QString> piece) {
        connection.execute(QStringLiteral("UPDATE {po}outbox SET state = 'DONE', lease_owner = NULL, "
                                          "lease_until_us = NULL, last_error = '' WHERE msg_id IN (%1)")
                               .arg(marks(piece.size())),
                           QVariantList(piece.begin(), piece.end()));
    });
    moveOrders(connection, moves, systemActor(), now);
    for (const OrderMove& move : moves) {
        move.order->sentAt = now.toUTC();
        move.order->sendProblem.clear();
    }
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
    bool areAllKnown = true;
    while (areAllKnown && static_cast<int>(messages.size()) < most) {
        auto letters = dueLetters(connection, most - static_cast<int>(messages.size()), relay, at, seen);
        if (letters.empty())
            break;
        // Of what has become due since nobody has asked what is offered: it waits for the next time. Where
        // another relay took what was asked about, all that is left may be of that kind.
        for (auto& letter : letters) {
            areAllKnown &= std::erase_if(letter,
                                         [&offers](const MessageRow& row) {
                                             return row.isReady() && !offers.know(row.productId);
                                         })
                == 0;
        }
        for (OutboxMessage& message :
             leaseLetters(connection, owner, sendable(connection, offers, letters, now), relay, now))
            messages.push_back(std::move(message));
    }
    return messages;
}

std::vector<Result<std::vector<PurchaseOrder>>>
finishMessages(Connection& connection, const std::vector<DeliveredMessage>& delivered, const QDateTime& now)
{
    QStringList ids;
    for (const DeliveredMessage& message : delivered)
        ids << message.messageId;
    ids.removeDuplicates();
    QHash<QString, std::vector<MessageRow>> letters;
    QStringList known;
    inLists(ids, [&](std::span<const QString> piece) {
        const QString condition =
            QStringLiteral("WHERE m.letter_id IN (%1) ORDER BY m.msg_id").arg(marks(piece.size()));
        for (MessageRow& row : readRows(connection, condition, QVariantList(piece.begin(), piece.end()))) {
            if (row.isLeased() || row.isDone())
                known << row.poId;
            letters[row.letterId].push_back(std::move(row));
        }
    });
    const QHash<QString, PurchaseOrder> orders = ordersOf(connection, known);
    QHash<QString, std::vector<PurchaseOrder>> sent;
    for (auto letter = letters.begin(); letter != letters.end(); ++letter) {
        std::erase_if(*letter, [](const MessageRow& row) { return !row.isLeased() && !row.isDone(); });
        for (const MessageRow& row : *letter)
            sent[letter.key()].push_back(orders.value(row.poId));
    }
    noteSent(connection, ids, letters, sent, now);
    std::vector<Result<std::vector<PurchaseOrder>>> answers;
    for (const auto& [messageId, owner] : delivered) {
        if (!letters.contains(messageId))
            answers.emplace_back(
                Error{ErrorKind::NotFound, ErrorWords::tr("There is no such message."), messageId});
        else if (letters.value(messageId).empty())
            answers.emplace_back(Error{
                ErrorKind::Conflict,
                ErrorWords::tr("The sending of this message was given up meanwhile; it is tried again."),
                owner});
        else
            answers.emplace_back(sent.value(messageId));
    }
    return answers;
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
