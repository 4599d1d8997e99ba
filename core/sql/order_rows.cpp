#include "core/sql/order_rows.h"

#include "core/sql/audit.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace purchasing::sql {
namespace {

const QString& orderColumns()
{
    static const QString columns = QStringLiteral(
        "po.po_id, po.po_number, po.batch_id, po.product_id, po.product_name, po.supplier_id, "
        "po.supplier_name, po.supplier_email, "
        "po.qty, po.uom, po.received_qty, po.received_at_us, po.currency, po.unit_price_minor, "
        "po.total_minor, po.discount_minor, "
        "po.tax_minor, po.to_pay_minor, po.lead_time_days, po.rule_set_version, po.facts, po.decision, "
        "po.content_hash, "
        "po.approvals_required, po.send_intended, po.status, po.version, po.created_by, creator.name, "
        "po.created_at_us, "
        "po.updated_at_us, po.sent_at_us, decider.name, po.decided_at_us, po.decision_reason, "
        "(SELECT last_error FROM outbox WHERE outbox.po_id = po.po_id AND outbox.state <> 'DONE')");
    return columns;
}

PurchaseOrder orderOf(const Query& row)
{
    PurchaseOrder order;
    int column = 0;
    order.poId = row.text(column++);
    order.number = row.text(column++);
    order.batchId = row.text(column++);
    order.productId = row.text(column++);
    order.productName = row.text(column++);
    order.supplierId = row.text(column++);
    order.supplierName = row.text(column++);
    order.supplierEmail = row.text(column++);
    order.qty = row.integer(column++);
    order.uom = row.text(column++);
    order.receivedQty = row.integer(column++);
    order.receivedAt = row.time(column++);
    order.currency = row.text(column++);
    order.unitPrice = {row.integer(column++)};
    order.total = {row.integer(column++)};
    order.discount = {row.integer(column++)};
    order.tax = {row.integer(column++)};
    order.toPay = {row.integer(column++)};
    order.leadTimeDays = row.integer(column++);
    order.ruleSetVersion = row.optionalInteger(column++);
    order.factsJson = row.text(column++);
    order.decisionJson = row.text(column++);
    order.contentHash = row.bytes(column++);
    order.approvalsRequired = static_cast<int>(row.integer(column++));
    order.sendIntended = row.integer(column++) != 0;
    order.state = orderStateFromDatabase(row.text(column++)).value_or(OrderState::Draft);
    order.version = row.integer(column++);
    order.createdBy = row.text(column++);
    order.createdByName = row.text(column++);
    order.createdAt = row.time(column++);
    order.updatedAt = row.time(column++);
    order.sentAt = row.time(column++);
    order.approvedByName = row.text(column++);
    order.decidedAt = row.time(column++);
    order.decisionReason = row.text(column++);
    order.sendProblem = row.text(column++);
    return order;
}

} // namespace

QString onOrderCondition()
{
    return QStringLiteral("po.status IN (SELECT name FROM order_state WHERE on_order = 1)");
}

std::vector<PurchaseOrder> readOrders(const QSqlDatabase& connection, const QString& condition,
                                      std::initializer_list<QVariant> values, const QString& order, int limit)
{
    Query rows(
        connection,
        QStringLiteral(
            "SELECT %1 FROM purchase_order po JOIN person creator ON creator.person_id = po.created_by "
            "LEFT JOIN person decider ON decider.person_id = po.decided_by WHERE %2 ORDER BY %3 LIMIT %4")
            .arg(orderColumns(), condition, order)
            .arg(limit),
        values);
    std::vector<PurchaseOrder> orders;
    while (rows.next())
        orders.push_back(orderOf(rows));
    return orders;
}

PurchaseOrder readOrder(const QSqlDatabase& connection, const QString& idOrNumber)
{
    std::vector<PurchaseOrder> found =
        readOrders(connection, QStringLiteral("po.po_id = ? OR po.po_number = ?"), {idOrNumber, idOrNumber});
    if (found.empty())
        throw Failure{
            {ErrorKind::NotFound,
             QCoreApplication::translate("purchasing::sql::Orders", "There is no order %1.").arg(idOrNumber),
             {}}};
    return std::move(found.front());
}

QByteArray contentHashOf(const PurchaseOrder& order)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString& field :
         {order.productId, order.productName, order.supplierId, order.supplierName, order.supplierEmail,
          order.uom, order.currency, order.factsJson, order.decisionJson})
        addField(hash, field.toUtf8());
    for (const std::int64_t number :
         {order.qty, order.unitPrice.minor, order.total.minor, order.discount.minor, order.tax.minor,
          order.toPay.minor, order.leadTimeDays, order.ruleSetVersion.value_or(0)})
        addField(hash, QByteArray::number(static_cast<qlonglong>(number)));
    return hash.result();
}

std::int64_t basisOf(const QSqlDatabase& connection, const QString& productId)
{
    Query row(connection, QStringLiteral("SELECT version FROM product_basis WHERE product_id = ?"),
              {productId});
    return row.next() ? row.integer(0) : 0;
}

std::int64_t raiseBasis(const QSqlDatabase& connection, const QString& productId)
{
    const std::int64_t before = basisOf(connection, productId);
    Query(connection,
          QStringLiteral("INSERT INTO product_basis(product_id, version) VALUES(?, 1) "
                         "ON CONFLICT(product_id) DO UPDATE SET version = version + 1"),
          {productId});
    return before;
}

} // namespace purchasing::sql
