#include "core/sql/orders/order_rows.h"

#include "core/sql/audit/audit_log.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/row_lists.h"
#include "core/sql/orders/order_content.h"

#include <QDateTime>
#include <QSet>

namespace purchasing::sql {
namespace {

const QString kSelect = QStringLiteral(
    "SELECT o.po_id, o.po_number, o.batch_id, o.product_id, o.product_name, o.supplier_id, o.supplier_name, "
    "o.supplier_email, o.qty, o.uom, o.received_qty, o.currency, o.unit_price_e4, o.total_minor, "
    "o.discount_minor, o.tax_minor, o.to_pay_minor, o.lead_time_days, o.rule_set_version, "
    "o.facts_json, o.decision_json, o.content_format, o.content_hash, o.approvals_required, o.send_intended, "
    "o.status, "
    "o.version, "
    "o.created_by, "
    "c.name, o.created_at_us, o.updated_at_us, o.sent_at_us, o.received_at_us, d.name, o.decided_at_us, "
    "o.reason, o.closed_short, o.last_event, "
    "CASE WHEN o.sent_at_us IS NULL THEN m.last_error END "
    "FROM {po}purchase_order o JOIN {po}person c ON c.person_id = o.created_by "
    "LEFT JOIN {po}person d ON d.person_id = o.decided_by "
    "LEFT JOIN {po}outbox m ON m.po_id = o.po_id AND m.kind = 'send' WHERE ");

PurchaseOrder readOrder(const Rows& rows)
{
    int column = 0;
    const auto text = [&] { return rows.text(column++); };
    const auto number = [&] { return rows.integer(column++); };
    const auto moment = [&] { return rows.moment(column++); };
    PurchaseOrder order;
    order.poId = text();
    order.number = text();
    order.batchId = text();
    order.productId = text();
    order.productName = text();
    order.supplierId = text();
    order.supplierName = text();
    order.supplierEmail = text();
    order.qty = number();
    order.uom = text();
    order.receivedQty = number();
    order.currency = text();
    order.unitPrice = {number()};
    order.total = {number()};
    order.discount = {number()};
    order.tax = {number()};
    order.toPay = {number()};
    order.leadTimeDays = number();
    if (!rows.isNull(column))
        order.ruleSetVersion = rows.integer(column);
    ++column;
    order.factsJson = text();
    order.decisionJson = text();
    order.contentFormat = static_cast<int>(number());
    order.contentHash = rows.bytes(column++);
    order.approvalsRequired = static_cast<int>(number());
    order.sendIntended = number() != 0;
    const auto state = orderStateFromDatabase(text());
    if (!state)
        throw Failure(ErrorKind::Internal, ErrorWords::tr("%1 is in an unknown state.").arg(order.number));
    order.state = *state;
    order.version = number();
    order.createdBy = text();
    order.createdByName = text();
    order.createdAt = moment();
    order.updatedAt = moment();
    order.sentAt = moment();
    order.receivedAt = moment();
    order.approvedByName = text();
    order.decidedAt = moment();
    order.decisionReason = text();
    order.closedShort = number() != 0;
    order.lastEvent = number();
    order.sendProblem = text();
    return order;
}

/// Changes the rows of the orders, whose events are written.
void movePiece(Connection& connection, std::span<const OrderMove> moves, const Actor& actor,
               const QDateTime& now, qint64 firstEvent)
{
    const OrderChange& all = moves.front().change;
    QString events;
    QString rows;
    QVariantList eventValues;
    QVariantList rowValues;
    for (const auto& [order, change] : moves) {
        events += QStringLiteral(" WHEN ? THEN ?");
        eventValues << order->poId << static_cast<qint64>(order->lastEvent);
        rows += rows.isEmpty() ? QString() : QStringLiteral(" OR ");
        rows += QStringLiteral("(po_id = ? AND status = ? AND version = ?)");
        rowValues << order->poId << databaseWord(order->state) << static_cast<qint64>(order->version);
    }
    QString columns;
    for (const QString& column : all.columns)
        columns += QStringLiteral(", %1 = ?").arg(column);
    const QString sql =
        QStringLiteral("UPDATE {po}purchase_order SET status = ?, version = version + 1, last_event = CASE "
                       "po_id%1 END, changed_by = ?, updated_at_us = ?%2 WHERE %3")
            .arg(events, columns, rows);
    const QVariantList values = QVariantList{databaseWord(all.to)} + eventValues
        + QVariantList{actor.personId, toMicroseconds(now)} + all.values + rowValues;
    // The last may stand there more than once.
    const auto last = std::find_if(moves.begin(), moves.end(),
                                   [&](const OrderMove& move) { return move.order == moves.back().order; });
    if (connection.execute(sql, values) == last - moves.begin() + 1)
        return;
    for (const auto& [order, change] : moves) {
        const std::optional<PurchaseOrder> there = findOrder(connection, order->poId);
        if (!there || there->lastEvent != order->lastEvent)
            throw tooLate(connection, *order, now, firstEvent);
    }
}

} // namespace

std::vector<PurchaseOrder> readOrders(Connection& connection, const QString& condition,
                                      const QVariantList& values, bool withContent)
{
    std::vector<PurchaseOrder> orders;
    QString select = kSelect;
    if (!withContent)
        select.replace(QLatin1String("o.facts_json, o.decision_json"), QLatin1String("'', ''"));
    Rows rows = connection.query(select + condition, values);
    while (rows.next())
        orders.push_back(readOrder(rows));
    return orders;
}

std::optional<PurchaseOrder> findOrder(Connection& connection, const QString& poId)
{
    auto found = readOrders(connection, QStringLiteral("o.po_id = ?"), {poId});
    if (found.empty())
        return std::nullopt;
    return std::move(found.front());
}

PurchaseOrder requireOrder(Connection& connection, const QString& poId)
{
    auto order = findOrder(connection, poId);
    if (!order)
        throw Failure(ErrorKind::NotFound, ErrorWords::tr("There is no such purchase order."), poId);
    return *std::move(order);
}

QHash<QString, PurchaseOrder> ordersOf(Connection& connection, const QStringList& poIds)
{
    QHash<QString, PurchaseOrder> found;
    inLists(poIds, [&](std::span<const QString> piece) {
        for (PurchaseOrder& order :
             readOrders(connection, QStringLiteral("o.po_id IN (%1)").arg(marks(piece.size())),
                        QVariantList(piece.begin(), piece.end())))
            found.insert(order.poId, std::move(order));
    });
    return found;
}

qint64 ordersVersion(Connection& connection, const QString& productId)
{
    return connection
        .scalar(QStringLiteral("SELECT version FROM {po}product_basis WHERE product_id = ?"), {productId})
        .toLongLong();
}

void raiseBasis(Connection& connection, const QStringList& productIds)
{
    // Asked first: the schema refuses to insert what is there, also where a statement would pass it over.
    QStringList missing = productIds;
    inLists(productIds, [&](std::span<const QString> piece) {
        Rows rows = connection.query(
            QStringLiteral("SELECT product_id FROM {po}product_basis WHERE product_id IN (%1)")
                .arg(marks(piece.size())),
            QVariantList(piece.begin(), piece.end()));
        while (rows.next())
            missing.removeAll(rows.text(0));
    });
    raiseBasis(connection, productIds, missing);
}

void raiseBasis(Connection& connection, const QStringList& productIds, const QStringList& missing)
{
    std::vector<QVariantList> first;
    for (const QString& productId : missing)
        first.push_back({productId, 0});
    insertRows(connection, QStringLiteral("INSERT INTO {po}product_basis(product_id, version)"), first);
    inLists(productIds, [&](std::span<const QString> piece) {
        connection.execute(
            QStringLiteral("UPDATE {po}product_basis SET version = version + 1 WHERE product_id IN (%1)")
                .arg(marks(piece.size())),
            QVariantList(piece.begin(), piece.end()));
    });
}

QString inStates(const std::vector<OrderState>& states, QVariantList& values)
{
    for (const OrderState state : states)
        values += databaseWord(state);
    return QStringLiteral("o.status IN (%1)").arg(marks(states.size()));
}

std::vector<OrderState> openStates()
{
    std::vector<OrderState> open;
    for (const OrderState state : {OrderState::Draft, OrderState::PendingApproval, OrderState::Approved,
                                   OrderState::Sending, OrderState::SendUnknown, OrderState::Sent,
                                   OrderState::Received, OrderState::Rejected, OrderState::Cancelled}) {
        if (countsAsOnOrder(state))
            open.push_back(state);
    }
    return open;
}

Failure tooLate(Connection& connection, const PurchaseOrder& order, const QDateTime& now, qint64 beforeEvent)
{
    const QString act = lastAct(connection, order.poId, now, beforeEvent);
    return Failure(ErrorKind::Conflict,
                   QStringLiteral("%1 %2.").arg(
                       order.number, act.isEmpty() ? QStringLiteral("was changed by somebody else") : act));
}

void moveOrder(Connection& connection, PurchaseOrder& order, const OrderChange& change, const Actor& actor,
               const QDateTime& now)
{
    moveOrders(connection, {{&order, change}}, actor, now);
}

void moveOrders(Connection& connection, const std::vector<OrderMove>& moves, const Actor& actor,
                const QDateTime& now)
{
    if (moves.empty())
        return;
    std::vector<AuditEvent> events;
    for (const auto& [order, change] : moves) {
        AuditEvent event{now,         actor,         change.action, order->poId, order->productId,
                         change.text, change.payload};
        event.payload.insert(QStringLiteral("number"), order->number);
        event.payload.insert(QStringLiteral("from"), databaseWord(order->state));
        event.payload.insert(QStringLiteral("to"), databaseWord(change.to));
        events.push_back(std::move(event));
    }
    // The event of a change that then matches no row is rolled back with the transaction.
    const qint64 first = appendEvents(connection, events);
    for (std::size_t i = 0; i < moves.size(); ++i)
        moves[i].order->lastEvent = first + static_cast<qint64>(i);
    inLists(moves,
            [&](std::span<const OrderMove> piece) { movePiece(connection, piece, actor, now, first); });
    for (const auto& [order, change] : moves) {
        order->state = change.to;
        ++order->version;
        order->updatedAt = now.toUTC();
    }
}

PurchaseOrder changeOrder(Connection& connection, const PurchaseOrder& order, const OrderChange& change,
                          const Actor& actor, const QDateTime& now)
{
    PurchaseOrder changed = order;
    moveOrder(connection, changed, change, actor, now);
    return requireOrder(connection, order.poId);
}

} // namespace purchasing::sql
