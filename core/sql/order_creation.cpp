#include "core/sql/audit.h"
#include "core/sql/order_changes.h"
#include "core/sql/order_rows.h"
#include "core/sql/rule_set_rows.h"
#include "core/sql/sql_order_store.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QUuid>

namespace purchasing::sql {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::OrderCreation)
};

const QString kMethod = QStringLiteral("order.create");

/// What a repeated request must have in common with the first one: what is ordered, not when it was decided.
QByteArray requestHashOf(const OrderRequest& request)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const PurchaseOrder& order = request.order;
    for (const QString& field : {order.productId, order.supplierId, order.uom, order.currency})
        addField(hash, field.toUtf8());
    for (const std::int64_t number :
         {order.qty, order.unitPrice.minor, order.total.minor, order.discount.minor, order.tax.minor,
          order.toPay.minor, static_cast<std::int64_t>(request.pendingApproval)})
        addField(hash, QByteArray::number(static_cast<qlonglong>(number)));
    return hash.result();
}

/// The order already made with this key; throws Invalid when the key was used for something else.
std::optional<PurchaseOrder> replayed(const QSqlDatabase& connection, const OrderRequest& request,
                                      const Actor& actor)
{
    Query row(connection,
              QStringLiteral("SELECT po_id, request_hash FROM idempotency WHERE person_id = ? AND method = ? "
                             "AND idem_key = ?"),
              {actor.personId, kMethod, request.idempotencyKey});
    if (!row.next())
        return std::nullopt;
    if (row.bytes(1) != requestHashOf(request))
        throw Failure{
            {ErrorKind::Invalid, Words::tr("This request's key was already used for another order."), {}}};
    return readOrder(connection, row.text(0));
}

void requirePossible(const OrderRequest& request)
{
    const PurchaseOrder& order = request.order;
    std::int64_t total = 0;
    const bool multiplies =
        !__builtin_mul_overflow(order.qty, order.unitPrice.minor, &total) && total == order.total.minor;
    if (order.qty < 1 || order.qty > 1000000000)
        throw Failure{
            {ErrorKind::Refused, Words::tr("A quantity of %1 cannot be ordered.").arg(order.qty), {}}};
    if (order.unitPrice.minor <= 0)
        throw Failure{{ErrorKind::Refused, Words::tr("Nothing can be ordered without a price."), {}}};
    if (!multiplies || order.toPay.minor != order.total.minor - order.discount.minor + order.tax.minor)
        throw Failure{{ErrorKind::Refused, Words::tr("The amounts of the order do not add up."), {}}};
}

/// Compares the decision's basis with what the database says now, and names every difference.
void requireFreshBasis(const QSqlDatabase& connection, const OrderRequest& request)
{
    QStringList changes;
    const DecisionBasis& basis = request.basis;
    const std::int64_t rules = newestRuleSet(connection);
    if (rules != basis.ruleSetVersion)
        changes << Words::tr("rule set version %1 was published").arg(rules);
    if (basisOf(connection, request.order.productId) != basis.ordersVersion) {
        const std::vector<PurchaseOrder> orders =
            readOrders(connection, QStringLiteral("po.product_id = ?"), {request.order.productId},
                       QStringLiteral("po.updated_at_us DESC"), 1);
        changes << (orders.empty() ? Words::tr("an order of this product changed")
                                   : Words::tr("order %1 of this product by %2 changed")
                                         .arg(orders.front().number, orders.front().createdByName));
    }
    Query offer(
        connection,
        QStringLiteral(
            "SELECT unit_price, is_active FROM supplier_info WHERE product_id = ? AND supplier_id = ?"),
        {request.order.productId, basis.supplierId});
    if (!offer.next()) {
        changes << Words::tr("supplier %1 no longer offers the product").arg(basis.supplierId);
    } else {
        const Money price = offer.money(0).value_or(Money{});
        if (price != basis.unitPrice)
            changes << Words::tr("the unit price was %1, is now %2")
                           .arg(basis.unitPrice.toString(), price.toString());
        if (offer.optionalBool(1) != basis.supplierActive)
            changes << (offer.optionalBool(1).value_or(false)
                            ? Words::tr("the supplier is active again")
                            : Words::tr("the supplier is no longer active"));
    }
    if (basis.supplierId != request.order.supplierId || basis.unitPrice != request.order.unitPrice)
        throw Failure{{ErrorKind::Invalid, Words::tr("The order is not the one that was decided."), {}}};
    if (!changes.isEmpty())
        throw Failure{{ErrorKind::Stale,
                       Words::tr("No order was made, because the decision is out of date: %1.")
                           .arg(changes.join(Words::tr("; "))),
                       {}}};
}

QString nextNumber(const QSqlDatabase& connection, int year)
{
    Query(connection,
          QStringLiteral("INSERT INTO order_number(year, next) VALUES(?, 1) ON CONFLICT(year) DO UPDATE SET "
                         "next = next + 1"),
          {year});
    Query row(connection, QStringLiteral("SELECT next FROM order_number WHERE year = ?"), {year});
    row.next();
    return QStringLiteral("PO-%1-%2").arg(year).arg(row.integer(0), 6, 10, QLatin1Char('0'));
}

void insertOrder(const QSqlDatabase& connection, const PurchaseOrder& order)
{
    const QVariant noText = QVariant(QMetaType(QMetaType::QString));
    const auto number = [](std::int64_t value) { return QVariant(static_cast<qlonglong>(value)); };
    const auto text = [](const QString& value) { return value.isNull() ? QStringLiteral("") : value; };
    Query(connection,
          QStringLiteral(
              "INSERT INTO purchase_order(po_id, po_number, batch_id, product_id, product_name, supplier_id, "
              "supplier_name, "
              "supplier_email, qty, uom, currency, unit_price_minor, total_minor, discount_minor, tax_minor, "
              "to_pay_minor, "
              "lead_time_days, rule_set_version, facts, decision, content_hash, approvals_required, "
              "send_intended, status, "
              "created_by, created_at_us, updated_at_us) "
              "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
          {order.poId,
           order.number,
           order.batchId.isEmpty() ? noText : QVariant(order.batchId),
           order.productId,
           text(order.productName),
           order.supplierId,
           text(order.supplierName),
           text(order.supplierEmail),
           number(order.qty),
           order.uom,
           order.currency,
           number(order.unitPrice.minor),
           number(order.total.minor),
           number(order.discount.minor),
           number(order.tax.minor),
           number(order.toPay.minor),
           number(order.leadTimeDays),
           number(order.ruleSetVersion.value_or(0)),
           text(order.factsJson),
           text(order.decisionJson),
           order.contentHash,
           order.approvalsRequired,
           order.sendIntended ? 1 : 0,
           databaseWord(order.state),
           order.createdBy,
           microseconds(order.createdAt),
           microseconds(order.updatedAt)});
}

} // namespace

SqlOrderStore::SqlOrderStore(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<PurchaseOrder>> SqlOrderStore::create(const OrderRequest& request, const Actor& actor)
{
    return m_database->write<PurchaseOrder>([this, request,
                                             actor](const QSqlDatabase& connection) -> Result<PurchaseOrder> {
        requirePerson(connection, actor);
        if (std::optional<PurchaseOrder> before = replayed(connection, request, actor))
            return *before;
        requirePossible(request);
        requireFreshBasis(connection, request);

        const QDateTime now = m_database->now();
        PurchaseOrder order = request.order;
        order.poId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        order.number = nextNumber(connection, now.date().year());
        order.contentHash = contentHashOf(order);
        order.ruleSetVersion = request.basis.ruleSetVersion;
        order.approvalsRequired = request.pendingApproval ? 1 : 0;
        order.sendIntended = request.sendIntended && !request.pendingApproval;
        order.state = request.pendingApproval ? OrderState::PendingApproval : OrderState::Approved;
        order.createdBy = actor.personId;
        order.createdAt = now;
        order.updatedAt = now;
        insertOrder(connection, order);
        raiseBasis(connection, order.productId);
        if (order.sendIntended)
            enqueueMessage(connection, order.poId, now);
        Query(connection,
              QStringLiteral(
                  "INSERT INTO idempotency(person_id, method, idem_key, request_hash, po_id, created_at_us) "
                  "VALUES(?, ?, ?, ?, ?, ?)"),
              {actor.personId, kMethod, request.idempotencyKey, requestHashOf(request), order.poId,
               microseconds(now)});
        appendAudit(
            connection, now, actor, QStringLiteral("order.created"), order.poId, order.productId,
            {{QStringLiteral("number"), order.number},
             {QStringLiteral("qty"), QStringLiteral("%1 %2").arg(order.qty).arg(order.uom)},
             {QStringLiteral("supplier"), order.supplierId},
             {QStringLiteral("total"), QStringLiteral("%1 %2").arg(order.total.toString(), order.currency)},
             {QStringLiteral("pending"), request.pendingApproval},
             {QStringLiteral("rule_set_version"), static_cast<qint64>(request.basis.ruleSetVersion)},
             {QStringLiteral("content_hash"), QString::fromLatin1(order.contentHash.toHex())}});
        return readOrder(connection, order.poId);
    });
}

QFuture<Result<PurchaseOrder>> SqlOrderStore::orderOfKey(const QString& idempotencyKey, const Actor& actor)
{
    return m_database->read<PurchaseOrder>([idempotencyKey,
                                            actor](const QSqlDatabase& connection) -> Result<PurchaseOrder> {
        Query row(connection,
                  QStringLiteral(
                      "SELECT po_id FROM idempotency WHERE person_id = ? AND method = ? AND idem_key = ?"),
                  {actor.personId, kMethod, idempotencyKey});
        if (!row.next())
            return Error{ErrorKind::NotFound, Words::tr("No order was made with this request."), {}};
        return readOrder(connection, row.text(0));
    });
}

} // namespace purchasing::sql
