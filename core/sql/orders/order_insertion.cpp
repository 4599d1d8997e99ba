#include "core/sql/audit/audit_log.h"
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

} // namespace

void insertOrder(Connection& connection, PurchaseOrder& order, const RequestKey& key, const Actor& actor,
                 const QDateTime& now)
{
    const int year = now.toUTC().date().year();
    const qint64 number = nextNumber(connection, year);
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

    AuditEvent event{
        now, actor, QStringLiteral("order.created"), order.poId, order.productId, createdText(order), {}};
    event.payload.insert(QStringLiteral("number"), order.number);
    event.payload.insert(QStringLiteral("to"), databaseWord(order.state));
    event.payload.insert(QStringLiteral("contentHash"), QString::fromLatin1(order.contentHash.toHex()));
    if (!key.key.isEmpty()) {
        event.payload.insert(QStringLiteral("key"), key.key);
        event.payload.insert(QStringLiteral("method"), key.method);
        event.payload.insert(QStringLiteral("request"), QString::fromLatin1(requestHash(key).toHex()));
    }
    order.lastEvent = appendEvent(connection, event);

    const qint64 at = toMicroseconds(now);
    connection.execute(
        QStringLiteral(
            "INSERT INTO {po}purchase_order(po_id, po_number, number_year, number_in_year, batch_id, "
            "product_id, "
            "product_name, supplier_id, supplier_name, supplier_email, qty, uom, currency, unit_price_e4, "
            "total_minor, discount_minor, tax_minor, to_pay_minor, lead_time_days, rule_set_version, "
            "facts_json, "
            "decision_json, content_format, content_hash, approvals_required, send_intended, created_by, "
            "created_at_us, "
            "status, "
            "version, last_event, changed_by, updated_at_us) VALUES "
            "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, "
            "?, "
            "?)"),
        {order.poId,
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
         actor.personId,
         at,
         databaseWord(order.state),
         static_cast<qint64>(order.lastEvent),
         actor.personId,
         at});
    connection.nowKnown(kOrderInserted, kLastNumber, {year}, {number});
}

} // namespace purchasing::sql
