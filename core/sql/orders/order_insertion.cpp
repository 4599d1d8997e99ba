#include "core/sql/audit/audit_log.h"
#include "core/sql/engine/row_lists.h"
#include "core/sql/engine/uuid.h"
#include "core/sql/orders/order_content.h"
#include "core/sql/orders/order_rows.h"

#include <QDateTime>

namespace purchasing::sql {
namespace {

const QString kOrderInserted =
    QStringLiteral("INTO {po}purchase_order("); // No other statement changes numbers.
const QString kLastNumber =
    QStringLiteral("SELECT coalesce(max(number_in_year), 0) FROM {po}purchase_order WHERE number_year = ?");

/// The next number of the year. Orders are never deleted and the transaction has no other writer, so there is
/// neither gap nor repetition; the schema checks both.
qint64 nextNumber(Connection& connection, int year)
{
    return connection.known(kOrderInserted, kLastNumber, {year}).value(0).toLongLong() + 1;
}

QString createdText(const PurchaseOrder& order)
{
    const QString supplier = order.supplierText();
    return QStringLiteral("%1 created: %2 of %3 from %4 for %5 %6 before tax; %7.")
        .arg(order.number)
        .arg(order.qty)
        .arg(order.productId, supplier, order.currency, order.total.toString(),
             order.state == OrderState::PendingApproval ? QStringLiteral("it waits for approval")
                 : order.state == OrderState::Draft     ? QStringLiteral("a draft")
                                                        : QStringLiteral("approved by the rules"));
}

/// Fills in what an order has from its beginning on.
void giveNumber(PurchaseOrder& order, int year, qint64 number, const Actor& actor, const QDateTime& now)
{
    order.poId = newUuid(now);
    order.number =
        QStringLiteral("PO-%1-%2").arg(year, 4, 10, QLatin1Char('0')).arg(number, 6, 10, QLatin1Char('0'));
    order.contentFormat = 2;
    order.contentHash = contentHash(order);
    order.version = 1;
    order.createdBy = actor.personId;
    order.createdByName = actor.name;
    order.createdAt = now.toUTC();
    order.updatedAt = order.createdAt;
}

AuditEvent createdEvent(const NewOrder& added, const QDateTime& now)
{
    const PurchaseOrder& order = added.order;
    AuditEvent event{now,          added.actor,     QStringLiteral("order.created"),
                     order.poId,   order.productId, createdText(order),
                     added.figures};
    event.payload.insert(QStringLiteral("number"), order.number);
    event.payload.insert(QStringLiteral("to"), databaseWord(order.state));
    event.payload.insert(QStringLiteral("contentHash"), QString::fromLatin1(order.contentHash.toHex()));
    if (!added.key.key.isEmpty()) {
        event.payload.insert(QStringLiteral("key"), added.key.key);
        event.payload.insert(QStringLiteral("method"), added.key.method);
        event.payload.insert(QStringLiteral("request"), QString::fromLatin1(requestHash(added.key).toHex()));
    }
    return event;
}

QVariantList rowOf(const PurchaseOrder& order, int year, qint64 number)
{
    const qint64 at = toMicroseconds(order.createdAt);
    return {order.poId,
            order.number,
            year,
            number,
            order.batchId,
            order.productId,
            order.productName,
            order.supplierId,
            order.supplierName,
            order.supplierEmail,
            static_cast<qint64>(order.qty),
            order.uom,
            order.currency,
            static_cast<qint64>(order.unitPrice.tenThousandths),
            static_cast<qint64>(order.total.minor),
            static_cast<qint64>(order.discount.minor),
            static_cast<qint64>(order.tax.minor),
            static_cast<qint64>(order.toPay.minor),
            static_cast<qint64>(order.leadTimeDays),
            order.ruleSetVersion ? QVariant(static_cast<qint64>(*order.ruleSetVersion)) : QVariant(),
            order.factsJson,
            order.decisionJson,
            order.contentFormat,
            order.contentHash,
            order.approvalsRequired,
            static_cast<int>(order.sendIntended),
            order.createdBy,
            at,
            databaseWord(order.state),
            1,
            static_cast<qint64>(order.lastEvent),
            order.createdBy,
            at};
}

} // namespace

void insertOrders(Connection& connection, std::vector<NewOrder>& orders, const QDateTime& now)
{
    if (orders.empty())
        return;
    const int year = now.toUTC().date().year();
    qint64 number = nextNumber(connection, year);
    std::vector<AuditEvent> events;
    for (NewOrder& added : orders) {
        giveNumber(added.order, year, number + static_cast<qint64>(events.size()), added.actor, now);
        events.push_back(createdEvent(added, now));
    }
    const qint64 firstEvent = appendEvents(connection, events);
    std::vector<QVariantList> rows;
    for (NewOrder& added : orders) {
        added.order.lastEvent = firstEvent + static_cast<qint64>(rows.size());
        rows.push_back(rowOf(added.order, year, number + static_cast<qint64>(rows.size())));
    }
    insertRows(connection,
               QStringLiteral("INSERT INTO {po}purchase_order(po_id, po_number, number_year, number_in_year, "
                              "batch_id, product_id, product_name, supplier_id, supplier_name, "
                              "supplier_email, qty, uom, currency, unit_price_e4, total_minor, "
                              "discount_minor, tax_minor, to_pay_minor, lead_time_days, rule_set_version, "
                              "facts_json, decision_json, content_format, content_hash, approvals_required, "
                              "send_intended, created_by, created_at_us, status, version, last_event, "
                              "changed_by, updated_at_us)"),
               rows);
    number += static_cast<qint64>(orders.size()) - 1;
    connection.nowKnown(kOrderInserted, kLastNumber, {year}, {number});
}

PurchaseOrder insertOrder(Connection& connection, NewOrder order, const QDateTime& now)
{
    std::vector<NewOrder> one;
    one.push_back(std::move(order));
    insertOrders(connection, one, now);
    return std::move(one.front().order);
}

} // namespace purchasing::sql
