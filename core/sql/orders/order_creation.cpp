#include "core/domain/approval_ceiling.h"
#include "core/sql/audit/actors.h"
#include "core/sql/audit/audit_log.h"
#include "core/sql/engine/errors/error_words.h"
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

/// The order already made with this key, if any. Throws Invalid when the key stood for another request.
std::optional<PurchaseOrder> madeWith(Connection& connection, const RequestKey& key, const Actor& actor)
{
    if (key.key.isEmpty())
        return std::nullopt;
    QString poId;
    QString method;
    QByteArray hash;
    bool isOld = false;
    {
        Rows rows =
            connection.query(QStringLiteral("SELECT po_id, method, request_hash, request_format "
                                            "FROM {po}idempotency WHERE person_id = ? AND idem_key = ?"),
                             {actor.personId, key.key});
        if (!rows.next())
            return std::nullopt;
        poId = rows.text(0);
        method = rows.text(1);
        hash = rows.bytes(2);
        isOld = rows.integer(3) == 1;
    }
    PurchaseOrder order = requireOrder(connection, poId);
    RequestKey asked = key;
    if (asked.method.isEmpty())
        asked.method = method;
    // Of keys stored by earlier versions only the order is known.
    const bool isSame = isOld
        ? order.productId == key.productId && (key.supplierId.isEmpty() || order.supplierId == key.supplierId)
        : requestHash(asked) == hash;
    if (!isSame) {
        throw Failure(
            ErrorKind::Invalid,
            ErrorWords::tr("This request was already used for another order: its key belongs to %1 of "
                           "%2. Start the order again.")
                .arg(order.number, order.productId));
    }
    return order;
}

/// Raises the version the decision was based on; false when it is no longer that version.
bool takeBasis(Connection& connection, const QString& productId, qint64 version)
{
    if (version == 0)
        beginBasis(connection, productId);
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

void addSupplierChanges(Connection& connection, const OrderRequest& request, const OfferFacts& offers,
                        QStringList& changes)
{
    const DecisionBasis& basis = request.basis;
    const auto offer = offers.of(connection, request.order.productId, basis.supplierId);
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
QStringList changesSince(Connection& connection, const OrderRequest& request, const OfferFacts& offers,
                         const QDateTime& now)
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
    addSupplierChanges(connection, request, offers, changes);
    if (overrideVersion(connection, request.order.productId) != request.basis.overrideVersion)
        changes += overrideChange(connection, request.order.productId, now);
    return changes;
}

void requireConsistent(const OrderRequest& request)
{
    const PurchaseOrder& order = request.order;
    if (request.basis.supplierId != order.supplierId || request.basis.unitPrice != order.unitPrice
        || order.ruleSetVersion.value_or(request.basis.ruleSetVersion) != request.basis.ruleSetVersion) {
        throw Failure(ErrorKind::Invalid, ErrorWords::tr("The order is not the one that was decided."));
    }
    if (request.pendingApproval && request.sendIntended) {
        throw Failure(ErrorKind::Invalid,
                      ErrorWords::tr("An order that waits for approval is not sent by itself."));
    }
    if (request.key.productId != order.productId
        || (!request.key.supplierId.isEmpty() && request.key.supplierId != order.supplierId)
        || (request.key.qty != 0 && request.key.qty != order.qty))
        throw Failure(ErrorKind::Invalid, ErrorWords::tr("The order is not the one that was asked for."));
    if (request.key.key.size() > 255)
        throw Failure(ErrorKind::Invalid, ErrorWords::tr("The key of the request is too long."));
}

/// An order above the installation's ceiling waits for approval; one that was decided without knowing of it
/// is stale.
void requireBelowCeiling(Connection& connection, const PurchaseOrder& order)
{
    const std::optional<Money> ceiling =
        ceilingOf(storedSetting(connection, QLatin1String(kApprovalCeiling)).toString());
    if (ceiling && order.total > *ceiling && order.state != OrderState::PendingApproval) {
        throw Failure(
            ErrorKind::Stale,
            ErrorWords::tr("%1 for %2 is above the approval ceiling of %3, so it needs approval. Evaluate "
                           "it again.")
                .arg(order.productId, order.total.toString(), ceiling->toString()));
    }
}

QString currencyOf(Connection& connection)
{
    const QVariant setting = storedSetting(connection, QStringLiteral("currency"));
    return setting.isValid() ? setting.toString() : QStringLiteral("USD");
}

/// Fills in what the caller left open from our own tables.
void complete(Connection& connection, const OrderRequest& request, const OfferFacts& offers,
              PurchaseOrder& order)
{
    order.ruleSetVersion = request.basis.ruleSetVersion;
    order.sendIntended = request.sendIntended;
    order.state = request.pendingApproval ? OrderState::PendingApproval : OrderState::Approved;
    order.approvalsRequired = request.pendingApproval ? std::max(1, order.approvalsRequired) : 0;
    if (order.factsJson.isEmpty())
        order.factsJson = QStringLiteral("{}");
    if (order.decisionJson.isEmpty())
        order.decisionJson = QStringLiteral("{}");
    if (order.currency.isEmpty())
        order.currency = currencyOf(connection);
    if (order.productName.isEmpty() && !connection.dialect().isMysql())
        order.productName = findProductName(connection, order.productId).name;
    if (const auto offer = offers.of(connection, order.productId, order.supplierId)) {
        if (order.supplierName.isEmpty())
            order.supplierName = offer->name;
        if (order.supplierEmail.isEmpty())
            order.supplierEmail = offer->email;
    }
}

} // namespace

PurchaseOrder createOrder(Connection& connection, const OrderRequest& request, const OfferFacts& offers,
                          const Actor& actor, const RelaySettings& relay, const QDateTime& now)
{
    const Actor person = knownActor(connection, actor);
    if (auto made = madeWith(connection, request.key, person))
        return *std::move(made);
    requireConsistent(request);

    const QStringList changes = changesSince(connection, request, offers, now);
    if (!changes.isEmpty()) {
        throw Failure(ErrorKind::Stale,
                      ErrorWords::tr("%1 was decided on facts that have changed: %2. Evaluate it again.")
                          .arg(request.order.productId, changes.join(QLatin1String("; "))));
    }
    PurchaseOrder order = request.order;
    complete(connection, request, offers, order);
    requirePossible(order);
    requireBelowCeiling(connection, order);
    if (const QString refusal = whySupplierRefused(connection, offers, order); !refusal.isEmpty())
        throw Failure(ErrorKind::Refused, refusal);

    insertOrder(connection, order, request.key, person, now);
    if (request.basis.overrideVersion != 0) // As it still is; see changesSince().
        useUpOverride(connection, order, person, now);
    if (order.sendIntended) {
        const bool waits = !order.batchId.isEmpty();
        insertMessage(connection, order.poId, waits ? relay.batchHold : std::chrono::milliseconds(),
                      request.withoutAddress, relay, now);
        // Nothing is sent to nobody by itself.
        if (const QString missing = whyNoRecipient(order); !missing.isEmpty() && !request.withoutAddress)
            order = putAside(connection, order, missing, now);
    }
    if (!request.key.key.isEmpty()) {
        connection.execute(
            QStringLiteral(
                "INSERT INTO {po}idempotency(person_id, method, idem_key, request_hash, request_format, "
                "po_id, created_at_us) VALUES (?, ?, ?, ?, 2, ?, ?)"),
            {person.personId, request.key.method, request.key.key, requestHash(request.key), order.poId,
             toMicroseconds(now)});
    }
    return order;
}

PurchaseOrder orderMadeWith(Connection& connection, const RequestKey& key, const Actor& actor)
{
    auto made = madeWith(connection, key, actor);
    if (!made)
        throw Failure(ErrorKind::NotFound, ErrorWords::tr("No order was made with this request."));
    return *std::move(made);
}

} // namespace purchasing::sql
