#include "core/domain/approval_ceiling.h"
#include "core/sql/audit/actors.h"
#include "core/sql/audit/audit_log.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/row_lists.h"
#include "core/sql/orders/order_content.h"
#include "core/sql/orders/order_rows.h"
#include "core/sql/orders/order_steps.h"
#include "core/sql/overrides/override_rows.h"
#include "core/sql/products/catalogue_rows.h"
#include "core/sql/rules/rule_rows.h"

#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QStringList>

namespace purchasing::sql {
namespace {

/// What the orders' database knows of requests, read for all of them at once.
struct Known
{
    /// A request that made an order.
    struct Made
    {
        QString poId;
        QString method;
        QByteArray hash;
        bool isOld = false; ///< Stored by an earlier version, which knew the order only.
    };
    QHash<QString, Made> made; ///< By person and key.
    QHash<QString, qint64> ordersVersions; ///< By product; none where there is no row.
    QHash<QString, qint64> overrideVersions; ///< The same.
};

QString keyOf(const QString& personId, const QString& key)
{
    return personId + QLatin1Char('\n') + key;
}

QHash<QString, Known::Made> madeBefore(Connection& connection, const QStringList& keys)
{
    QHash<QString, Known::Made> made;
    inLists(keys, [&](std::span<const QString> piece) {
        Rows rows = connection.query(
            QStringLiteral("SELECT person_id, idem_key, po_id, method, request_hash, request_format "
                           "FROM {po}idempotency WHERE idem_key IN (%1)")
                .arg(marks(piece.size())),
            QVariantList(piece.begin(), piece.end()));
        while (rows.next())
            made.insert(keyOf(rows.text(0), rows.text(1)),
                        {rows.text(2), rows.text(3), rows.bytes(4), rows.integer(5) == 1});
    });
    return made;
}

/// What `select`, which ends before its condition, says of each product.
QHash<QString, qint64> versionsOf(Connection& connection, const QString& select,
                                  const QStringList& productIds)
{
    QHash<QString, qint64> versions;
    inLists(productIds, [&](std::span<const QString> piece) {
        Rows rows =
            connection.query(select + QStringLiteral(" WHERE product_id IN (%1)").arg(marks(piece.size())),
                             QVariantList(piece.begin(), piece.end()));
        while (rows.next())
            versions.insert(rows.text(0), rows.integer(1));
    });
    return versions;
}

/// The order already made with this key, if any. Throws Invalid when the key stood for another request.
std::optional<PurchaseOrder> madeWith(Connection& connection, const QHash<QString, Known::Made>& all,
                                      const RequestKey& key, const Actor& actor)
{
    const auto made = all.constFind(keyOf(actor.personId, key.key));
    if (key.key.isEmpty() || made == all.cend())
        return std::nullopt;
    PurchaseOrder order = requireOrder(connection, made->poId);
    RequestKey asked = key;
    if (asked.method.isEmpty())
        asked.method = made->method;
    // Of keys stored by earlier versions only the order is known.
    const bool isSame = made->isOld
        ? order.productId == key.productId && (key.supplierId.isEmpty() || order.supplierId == key.supplierId)
        : requestHash(asked) == made->hash;
    if (!isSame) {
        throw Failure(
            ErrorKind::Invalid,
            ErrorWords::tr("This request was already used for another order: its key belongs to %1 of "
                           "%2. Start the order again.")
                .arg(order.number, order.productId));
    }
    return order;
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
QStringList changesSince(Connection& connection, const OrderRequest& request, const Known& known,
                         const OfferFacts& offers, const QDateTime& now)
{
    QStringList changes;
    if (known.ordersVersions.value(request.order.productId) != request.basis.ordersVersion)
        changes += newerOrder(connection, request.order.productId, now);
    const qint64 rules = newestRuleSet(connection);
    if (rules != request.basis.ruleSetVersion) {
        changes += QStringLiteral("rules version %1 %2")
                       .arg(rules)
                       .arg(lastAct(connection, QStringLiteral("rules-%1").arg(rules), now));
    }
    addSupplierChanges(connection, request, offers, changes);
    if (known.overrideVersions.value(request.order.productId) != request.basis.overrideVersion)
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

/// The order that is to be written for the request. Throws Failure where it is refused.
PurchaseOrder requireAllowed(Connection& connection, const OrderRequest& request, const Known& known,
                             const OfferFacts& offers, const QDateTime& now)
{
    requireConsistent(request);
    const QStringList changes = changesSince(connection, request, known, offers, now);
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
    return order;
}

/// Writes what was allowed, with everything that belongs to it. `requests` are those of the orders.
void writeOrders(Connection& connection, std::vector<NewOrder>& orders,
                 const std::vector<const OrderRequest*>& requests, const Known& known,
                 const RelaySettings& relay, const QDateTime& now)
{
    QStringList productIds;
    QStringList newProducts;
    for (const NewOrder& added : orders) {
        productIds << added.order.productId;
        if (!known.ordersVersions.contains(added.order.productId))
            newProducts << added.order.productId;
    }
    raiseBasis(connection, productIds, newProducts);
    insertOrders(connection, orders, now);

    std::vector<NewMessage> messages;
    std::vector<QVariantList> keys;
    for (std::size_t i = 0; i < orders.size(); ++i) {
        const auto& [order, key, person, figures] = orders[i];
        if (requests[i]->basis.overrideVersion != 0) // As it still is; see changesSince().
            useUpOverride(connection, order, person, now, figures);
        if (order.sendIntended) {
            const bool waits = !order.batchId.isEmpty();
            messages.push_back({order.poId, waits ? relay.batchHold : std::chrono::milliseconds(),
                                requests[i]->withoutAddress});
        }
        if (!key.key.isEmpty())
            keys.push_back(
                {person.personId, key.method, key.key, requestHash(key), 2, order.poId, toMicroseconds(now)});
    }
    insertMessages(connection, messages, relay, now);
    insertRows(connection,
               QStringLiteral("INSERT INTO {po}idempotency(person_id, method, idem_key, request_hash, "
                              "request_format, po_id, created_at_us)"),
               keys);
    for (std::size_t i = 0; i < orders.size(); ++i) {
        // Nothing is sent to nobody by itself.
        PurchaseOrder& order = orders[i].order;
        const QString missing = order.sendIntended ? whyNoRecipient(order) : QString();
        if (!missing.isEmpty() && !requests[i]->withoutAddress)
            order = putAside(connection, order, missing, now, orders[i].figures);
    }
}

using Answers = std::span<std::optional<Result<PurchaseOrder>>>;

/// Answers questions of which no two are about one product or have one key.
void createWave(Connection& connection, std::span<const OrderQuestion> questions, const OfferFacts& offers,
                const RelaySettings& relay, const QDateTime& now, Answers answers)
{
    QStringList products;
    QStringList keys;
    for (const OrderQuestion& question : questions) {
        products << question.request.order.productId;
        if (!question.request.key.key.isEmpty())
            keys << question.request.key.key;
    }
    const Known known{
        madeBefore(connection, keys),
        versionsOf(connection, QStringLiteral("SELECT product_id, version FROM {po}product_basis"), products),
        versionsOf(connection, QStringLiteral("SELECT product_id, event FROM {po}product_override"),
                   products)};
    std::vector<NewOrder> orders;
    std::vector<const OrderRequest*> requests;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const auto& [request, actor, figures] = questions[i];
        try {
            const Actor person = knownActor(connection, actor);
            if (auto made = madeWith(connection, known.made, request.key, person)) {
                answers[i] = *std::move(made);
                continue;
            }
            orders.push_back(
                {requireAllowed(connection, request, known, offers, now), request.key, person, figures});
            requests.push_back(&request);
            places.push_back(i);
        } catch (const Failure& failure) {
            if (failure.mayBeMended())
                throw;
            answers[i] = failure.error();
        }
    }
    writeOrders(connection, orders, requests, known, relay, now);
    for (std::size_t i = 0; i < orders.size(); ++i)
        answers[places[i]] = std::move(orders[i].order);
}

} // namespace

std::vector<Result<PurchaseOrder>> createOrders(Connection& connection,
                                                const std::vector<OrderQuestion>& questions,
                                                const OfferFacts& offers, const RelaySettings& relay,
                                                const QDateTime& now)
{
    std::vector<std::optional<Result<PurchaseOrder>>> answers(questions.size());
    // Of several about one product, or with one key, each is answered after what was written for the one
    // before.
    for (std::size_t next = 0; next < questions.size();) {
        QSet<QString> products;
        QSet<QString> keys;
        std::size_t end = next;
        for (; end < questions.size(); ++end) {
            const OrderRequest& request = questions[end].request;
            if (products.contains(request.order.productId) || keys.contains(request.key.key))
                break;
            products.insert(request.order.productId);
            if (!request.key.key.isEmpty())
                keys.insert(request.key.key);
        }
        createWave(connection, std::span(questions).subspan(next, end - next), offers, relay, now,
                   std::span(answers).subspan(next, end - next));
        next = end;
    }
    std::vector<Result<PurchaseOrder>> all;
    for (std::optional<Result<PurchaseOrder>>& answer : answers)
        all.push_back(*std::move(answer));
    return all;
}

PurchaseOrder orderMadeWith(Connection& connection, const RequestKey& key, const Actor& actor)
{
    auto made = madeWith(connection, madeBefore(connection, {key.key}), key, actor);
    if (!made)
        throw Failure(ErrorKind::NotFound, ErrorWords::tr("No order was made with this request."));
    return *std::move(made);
}

} // namespace purchasing::sql
