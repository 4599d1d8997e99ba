#include "core/sql/audit/actors.h"
#include "core/sql/audit/audit_log.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/orders/order_integrity.h"
#include "core/sql/orders/order_rows.h"
#include "core/sql/orders/order_steps.h"

#include <QDateTime>

namespace purchasing::sql {
namespace {

/// The order as the caller saw it; Conflict with the name of who was quicker otherwise.
PurchaseOrder requireSeen(Connection& connection, const QString& poId, std::int64_t version,
                          std::initializer_list<OrderState> states, const QDateTime& now)
{
    PurchaseOrder order = requireOrder(connection, poId);
    if (std::find(states.begin(), states.end(), order.state) == states.end() || order.version != version)
        throw tooLate(connection, order, now);
    return order;
}

void insertApproval(Connection& connection, const PurchaseOrder& order, const char* decision,
                    const QString& reason, const Actor& actor, const QDateTime& now)
{
    const bool isOwn = order.createdBy == actor.personId;
    if (isOwn && !actor.singleOperator) {
        throw Failure(
            ErrorKind::Refused,
            ErrorWords::tr("Nobody decides about their own order: %1 was created by %2. Somebody else has "
                           "to do it.")
                .arg(order.number, order.createdByName));
    }
    const qint64 earlier = connection
                               .scalar(QStringLiteral("SELECT count(*) FROM {po}approval WHERE po_id = ? AND "
                                                      "approver_id = ?"),
                                       {order.poId, actor.personId})
                               .toLongLong();
    if (earlier > 0) {
        throw Failure(ErrorKind::Refused,
                      ErrorWords::tr("%1 has already approved %2; it needs another person.")
                          .arg(actor.name, order.number));
    }
    connection.execute(
        QStringLiteral("INSERT INTO {po}approval(po_id, approver_id, content_hash, decision, reason, "
                       "single_operator, decided_at_us) VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {order.poId, actor.personId, order.contentHash, QLatin1String(decision), reason,
         static_cast<int>(actor.singleOperator), toMicroseconds(now)});
}

/// Marks, in words, that the login that created the order now approves it under another name; empty where it
/// does not. Throws Refused where a setting forbids that.
QString sameLoginWords(Connection& connection, const PurchaseOrder& order, const Actor& person)
{
    if (order.createdBy == person.personId)
        return {};
    const std::vector<StoredEvent> events = eventsOf(connection, order.poId);
    const auto same = std::find_if(events.begin(), events.end(), [&](const StoredEvent& event) {
        const bool isAct = event.action == QLatin1String("order.created")
            || event.action == QLatin1String("order.approval_added");
        return isAct && event.actor.login == person.login && event.actor.personId != person.personId
            && event.actor.personId != systemActor().personId;
    });
    if (same == events.end())
        return {};
    if (refusesOneLoginAsTwo(connection)) {
        throw Failure(ErrorKind::Refused,
                      ErrorWords::tr("%1 needs somebody else's login: %2 has already acted on it as %3.")
                          .arg(order.number, person.login, same->actor.name));
    }
    return QStringLiteral(" (login %1, which also acted as %2)").arg(person.login, same->actor.name);
}

QString byWhom(const PurchaseOrder& order, const Actor& actor)
{
    if (order.createdBy == actor.personId && actor.singleOperator)
        return QStringLiteral("by its creator, single operator");
    return QStringLiteral("by %1").arg(actor.name);
}

} // namespace

QString requireReason(const QString& reason, const QString& sentence)
{
    const QString trimmed = reason.trimmed();
    if (trimmed.isEmpty())
        throw Failure(ErrorKind::Invalid, sentence);
    if (trimmed.size() > 2000)
        throw Failure(ErrorKind::Invalid, ErrorWords::tr("The reason is longer than 2000 characters."));
    return trimmed;
}

PurchaseOrder approveOrder(Connection& connection, const QString& poId, std::int64_t version,
                           const QByteArray& contentHash, const Actor& actor, const QDateTime& now)
{
    const Actor person = knownActor(connection, actor);
    const PurchaseOrder order = requireSeen(connection, poId, version, {OrderState::PendingApproval}, now);
    if (order.contentHash != contentHash) {
        throw Failure(
            ErrorKind::Stale,
            ErrorWords::tr("%1 is not what you looked at: it orders %2 of %3 for %4. Look at it again.")
                .arg(order.number)
                .arg(order.qty)
                .arg(order.productId, order.total.toString()));
    }
    requireGenuine(connection, order);
    const QString sameLogin = sameLoginWords(connection, order, person);
    insertApproval(connection, order, "approve", QString(), person, now);
    const qint64 given = connection
                             .scalar(QStringLiteral("SELECT count(*) FROM {po}approval WHERE po_id = ? AND "
                                                    "decision = 'approve' AND content_hash = ?"),
                                     {poId, order.contentHash})
                             .toLongLong();
    OrderChange change;
    change.payload.insert(QStringLiteral("contentHash"), QString::fromLatin1(order.contentHash.toHex()));
    if (given >= order.approvalsRequired) {
        change.to = OrderState::Approved;
        change.action = QStringLiteral("order.approved");
        change.text = QStringLiteral("%1 approved %2%3.").arg(order.number, byWhom(order, person), sameLogin);
    } else {
        change.to = OrderState::PendingApproval;
        change.action = QStringLiteral("order.approval_added");
        change.text = QStringLiteral("%1 approved %2%3; %4 of %5 approvals given.")
                          .arg(order.number, byWhom(order, person), sameLogin)
                          .arg(given)
                          .arg(order.approvalsRequired);
    }
    change.columns = {QStringLiteral("decided_by"), QStringLiteral("decided_at_us")};
    change.values = {person.personId, toMicroseconds(now)};
    return changeOrder(connection, order, change, person, now);
}

PurchaseOrder rejectOrder(Connection& connection, const QString& poId, std::int64_t version,
                          const QString& reason, const Actor& actor, const QDateTime& now)
{
    const Actor person = knownActor(connection, actor);
    const QString why = requireReason(reason, QStringLiteral("Say why the order is rejected."));
    const PurchaseOrder order = requireSeen(connection, poId, version, {OrderState::PendingApproval}, now);
    insertApproval(connection, order, "reject", why, person, now);
    OrderChange change;
    change.to = OrderState::Rejected;
    change.action = QStringLiteral("order.rejected");
    change.text = QStringLiteral("%1 rejected %2: %3").arg(order.number, byWhom(order, person), why);
    change.payload.insert(QStringLiteral("reason"), why);
    change.payload.insert(QStringLiteral("contentHash"), QString::fromLatin1(order.contentHash.toHex()));
    change.columns = {QStringLiteral("decided_by"), QStringLiteral("decided_at_us"),
                      QStringLiteral("reason")};
    change.values = {person.personId, toMicroseconds(now), why};
    return changeOrder(connection, order, change, person, now);
}

PurchaseOrder cancelOrder(Connection& connection, const QString& poId, std::int64_t version,
                          const QString& reason, const Actor& actor, const QDateTime& now)
{
    const Actor person = knownActor(connection, actor);
    if (reason.size() > 2000)
        throw Failure(ErrorKind::Invalid, ErrorWords::tr("The reason is longer than 2000 characters."));
    const PurchaseOrder order =
        requireSeen(connection, poId, version,
                    {OrderState::Draft, OrderState::PendingApproval, OrderState::Approved}, now);
    // A message that waits goes with its order.
    connection.execute(
        QStringLiteral("UPDATE {po}outbox SET state = 'DEAD', last_error = ? WHERE po_id = ? AND "
                       "state = 'READY'"),
        {QStringLiteral("The order was cancelled."), poId});
    OrderChange change;
    change.to = OrderState::Cancelled;
    change.action = QStringLiteral("order.cancelled");
    change.text = QStringLiteral("%1 cancelled by %2%3")
                      .arg(order.number, person.name,
                           reason.trimmed().isEmpty() ? QStringLiteral(".")
                                                      : QStringLiteral(": %1").arg(reason.trimmed()));
    change.payload.insert(QStringLiteral("reason"), reason.trimmed());
    change.columns = {QStringLiteral("reason")};
    change.values = {reason.trimmed()};
    return changeOrder(connection, order, change, person, now);
}

} // namespace purchasing::sql
