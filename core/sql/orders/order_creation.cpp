#include "core/sql/audit/actors.h"
#include "core/sql/audit/audit_log.h"
#include "core/sql/orders/order_content.h"
#include "core/sql/orders/order_rows.h"
#include "core/sql/orders/order_steps.h"
#include "core/sql/overrides/override_rows.h"
#include "core/sql/products/catalogue_rows.h"
#include "core/sql/rules/rule_rows.h"

#include <QDateTime>
#include <QStringList>

namespace purchasing::sql {
namespace {

const QString kMethod = QStringLiteral("create");

/// The order already made with this key, if any. Throws Invalid when the key stood for something else.
std::optional<PurchaseOrder> replay(Connection& connection, const OrderRequest& request, const Actor& actor,
                                    const QByteArray& hash)
{
    if (request.idempotencyKey.isEmpty())
        return std::nullopt;
    QString poId;
    {
        Rows rows = connection.query(QStringLiteral("SELECT request_hash, po_id FROM {po}idempotency "
                                                    "WHERE person_id = ? AND method = ? AND idem_key = ?"),
                                     {actor.personId, kMethod, request.idempotencyKey});
        if (!rows.next())
            return std::nullopt;
        if (rows.bytes(0) != hash) {
            throw Failure(
                ErrorKind::Invalid,
                QStringLiteral("This request was already used for another order. Start the order again."));
        }
        poId = rows.text(1);
    }
    return requireOrder(connection, poId);
}

/// Raises the version the decision was based on; false when it is no longer that version.
bool takeBasis(Connection& connection, const QString& productId, qint64 version)
{
    connection.execute(connection.dialect().insertIfAbsent()
                           + QStringLiteral("{po}product_basis(product_id, version) VALUES (?, 0)"),
                       {productId});
    return connection.execute(QStringLiteral("UPDATE {po}product_basis SET version = version + 1 "
                                             "WHERE product_id = ? AND version = ?"),
                              {productId, version})
        == 1;
}

QString newerOrder(Connection& connection, const QString& productId, const QDateTime& now)
{
    const auto newest = readOrders(
        connection, QStringLiteral("o.product_id = ? ORDER BY o.last_event DESC LIMIT 1"), {productId});
    if (newest.empty())
        return QStringLiteral("the orders of %1 changed").arg(productId);
    const PurchaseOrder& order = newest.front();
    // Sending is the program's own doing; whom to ask is who ordered.
    if (order.state == OrderState::Sending || order.state == OrderState::Sent
        || order.state == OrderState::SendUnknown)
        return QStringLiteral("%1 was created by %2 %3")
            .arg(order.number, order.createdByName, agoInWords(order.createdAt, now));
    return QStringLiteral("%1 %2").arg(order.number, lastAct(connection, order.poId, now));
}

void addSupplierChanges(Connection& connection, const OrderRequest& request, QStringList& changes)
{
    const DecisionBasis& basis = request.basis;
    const auto offer = findOffer(connection, request.order.productId, basis.supplierId);
    if (!offer) {
        changes += QStringLiteral("%1 no longer offers %2").arg(basis.supplierId, request.order.productId);
        return;
    }
    if (!offer->unitPrice) {
        changes += QStringLiteral("the unit price of %1 is no longer known").arg(basis.supplierId);
    } else if (*offer->unitPrice != basis.unitPrice) {
        changes += QStringLiteral("the unit price of %1 is now %2, it was %3")
                       .arg(basis.supplierId, offer->unitPrice->toString(), basis.unitPrice.toString());
    }
    if (offer->isActive != basis.supplierActive) {
        changes += !offer->isActive
            ? QStringLiteral("whether %1 is active is no longer known").arg(basis.supplierId)
            : *offer->isActive ? QStringLiteral("%1 has become active").arg(basis.supplierId)
                               : QStringLiteral("%1 is no longer active").arg(basis.supplierId);
    }
}

/// Everything the decision was based on that is different now, in words.
QStringList changesSince(Connection& connection, const OrderRequest& request, const QDateTime& now)
{
    QStringList changes;
    if (!takeBasis(connection, request.order.productId, request.basis.ordersVersion))
        changes += newerOrder(connection, request.order.productId, now);
    const qint64 rules = newestRuleSet(connection);
    if (rules != request.basis.ruleSetVersion) {
        changes += QStringLiteral("rules version %1 %2")
                       .arg(rules)
                       .arg(lastAct(connection, QStringLiteral("rules-%1").arg(rules), now));
    }
    addSupplierChanges(connection, request, changes);
    if (overrideVersion(connection, request.order.productId) != request.basis.overrideVersion)
        changes += overrideChange(connection, request.order.productId, now);
    return changes;
}

void requireConsistent(const OrderRequest& request)
{
    const PurchaseOrder& order = request.order;
    if (request.basis.supplierId != order.supplierId || request.basis.unitPrice != order.unitPrice
        || order.ruleSetVersion.value_or(request.basis.ruleSetVersion) != request.basis.ruleSetVersion) {
        throw Failure(ErrorKind::Invalid, QStringLiteral("The order is not the one that was decided."));
    }
    if (request.pendingApproval && request.sendIntended) {
        throw Failure(ErrorKind::Invalid,
                      QStringLiteral("An order that waits for approval is not sent by itself."));
    }
    if (request.idempotencyKey.size() > 255)
        throw Failure(ErrorKind::Invalid, QStringLiteral("The key of the request is too long."));
}

/// Fills in what the caller left open from our own tables.
void complete(Connection& connection, const OrderRequest& request, PurchaseOrder& order)
{
    order.ruleSetVersion = request.basis.ruleSetVersion;
    order.sendIntended = request.sendIntended;
    order.state = request.pendingApproval ? OrderState::PendingApproval : OrderState::Approved;
    order.approvalsRequired = request.pendingApproval ? std::max(1, order.approvalsRequired) : 0;
    if (order.factsJson.isEmpty())
        order.factsJson = QStringLiteral("{}");
    if (order.decisionJson.isEmpty())
        order.decisionJson = QStringLiteral("{}");
    if (order.currency.isEmpty()) {
        order.currency =
            connection.scalar(QStringLiteral("SELECT value FROM {po}setting WHERE name = 'currency'"))
                .toString();
    }
    if (order.productName.isEmpty())
        order.productName = findProductName(connection, order.productId).name;
    if (const auto offer = findOffer(connection, order.productId, order.supplierId)) {
        if (order.supplierName.isEmpty())
            order.supplierName = offer->name;
        if (order.supplierEmail.isEmpty())
            order.supplierEmail = offer->email;
    }
}

} // namespace

PurchaseOrder createOrder(Connection& connection, const OrderRequest& request, const Actor& actor,
                          const RelaySettings& relay, const QDateTime& now)
{
    const Actor person = knownActor(connection, actor);
    const QByteArray hash = requestHash(request);
    if (auto made = replay(connection, request, person, hash))
        return *std::move(made);
    requireConsistent(request);

    const QStringList changes = changesSince(connection, request, now);
    if (!changes.isEmpty()) {
        throw Failure(ErrorKind::Stale,
                      QStringLiteral("%1 was decided on facts that have changed: %2. Evaluate it again.")
                          .arg(request.order.productId, changes.join(QLatin1String("; "))));
    }
    PurchaseOrder order = request.order;
    complete(connection, request, order);
    requirePossible(order);
    if (const QString refusal = whySupplierRefused(connection, order); !refusal.isEmpty())
        throw Failure(ErrorKind::Refused, refusal);

    insertOrder(connection, order, person, now);
    useUpOverride(connection, order, person, now);
    if (order.sendIntended) {
        const bool waits = !order.batchId.isEmpty();
        insertMessage(connection, order.poId, waits ? relay.batchHold : std::chrono::milliseconds(), relay,
                      now);
    }
    if (!request.idempotencyKey.isEmpty()) {
        connection.execute(
            QStringLiteral("INSERT INTO {po}idempotency(person_id, method, idem_key, request_hash, "
                           "po_id, created_at_us) VALUES (?, ?, ?, ?, ?, ?)"),
            {person.personId, kMethod, request.idempotencyKey, hash, order.poId, toMicroseconds(now)});
    }
    return requireOrder(connection, order.poId);
}

PurchaseOrder orderMadeWith(Connection& connection, const QString& idempotencyKey, const Actor& actor)
{
    QString poId;
    {
        Rows rows = connection.query(QStringLiteral("SELECT po_id FROM {po}idempotency "
                                                    "WHERE person_id = ? AND method = ? AND idem_key = ?"),
                                     {actor.personId, kMethod, idempotencyKey});
        if (!rows.next())
            throw Failure(ErrorKind::NotFound, QStringLiteral("No order was made with this request."));
        poId = rows.text(0);
    }
    return requireOrder(connection, poId);
}

} // namespace purchasing::sql
