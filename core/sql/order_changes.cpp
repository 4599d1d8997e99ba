#include "core/sql/order_changes.h"

#include "core/sql/audit.h"
#include "core/sql/order_rows.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QUuid>

#include <algorithm>

namespace purchasing::sql {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::OrderChanges)
};

QString stateWords(OrderState state)
{
    switch (state) {
    case OrderState::Draft: return Words::tr("a draft");
    case OrderState::PendingApproval: return Words::tr("waiting for approval");
    case OrderState::Approved: return Words::tr("approved");
    case OrderState::Sending: return Words::tr("being sent");
    case OrderState::SendUnknown: return Words::tr("perhaps sent");
    case OrderState::Sent: return Words::tr("sent");
    case OrderState::Received: return Words::tr("received");
    case OrderState::Rejected: return Words::tr("rejected");
    case OrderState::Cancelled: return Words::tr("cancelled");
    }
    return {};
}

QString ago(const QDateTime& then, const QDateTime& now)
{
    const qint64 seconds = std::max<qint64>(0, then.secsTo(now));
    if (seconds < 120)
        return Words::tr("%n second(s) ago", nullptr, static_cast<int>(seconds));
    if (seconds < 7200)
        return Words::tr("%n minute(s) ago", nullptr, static_cast<int>(seconds / 60));
    return Words::tr("on %1").arg(then.toLocalTime().toString(Qt::ISODate));
}

} // namespace

void changeOrder(const QSqlDatabase& connection, const PurchaseOrder& order, OrderState to,
                 const QString& assignments, std::initializer_list<QVariant> values, const QString& action,
                 const QJsonObject& details, const Actor& actor, const QDateTime& at)
{
    QSqlQuery update(connection);
    const QString statement =
        QStringLiteral("UPDATE purchase_order SET status = ?, version = version + 1, updated_at_us = ?%1 "
                       "WHERE po_id = ? AND status = ? AND version = ?")
            .arg(assignments.isEmpty() ? QString() : QStringLiteral(", ") + assignments);
    if (!update.prepare(statement))
        throw Failure{errorOf(update.lastError(), statement)};
    update.addBindValue(databaseWord(to));
    update.addBindValue(microseconds(at));
    for (const QVariant& value : values)
        update.addBindValue(value);
    update.addBindValue(order.poId);
    update.addBindValue(databaseWord(order.state));
    update.addBindValue(static_cast<qlonglong>(order.version));
    if (!update.exec())
        throw Failure{errorOf(update.lastError(), statement)};
    if (update.numRowsAffected() != 1)
        requireUnchanged(readOrder(connection, order.poId), order.version, order.state, at);
    raiseBasis(connection, order.productId);
    QJsonObject payload = details;
    payload.insert(QStringLiteral("number"), order.number);
    payload.insert(QStringLiteral("state"), databaseWord(to));
    appendAudit(connection, at, actor, action, order.poId, order.productId, payload);
}

void requireUnchanged(const PurchaseOrder& order, std::int64_t seenVersion, OrderState needed,
                      const QDateTime& now)
{
    if (order.state != needed) {
        if (!order.approvedByName.isEmpty())
            throw Failure{
                {ErrorKind::Conflict,
                 Words::tr("%1 is no longer %2: it was %3 by %4 %5.")
                     .arg(order.number, stateWords(needed),
                          order.state == OrderState::Rejected || order.state == OrderState::Cancelled
                              ? stateWords(order.state)
                              : stateWords(OrderState::Approved),
                          order.approvedByName, ago(order.decidedAt, now)),
                 {}}};
        throw Failure{
            {ErrorKind::Conflict,
             Words::tr("%1 is no longer %2: it is %3 since %4.")
                 .arg(order.number, stateWords(needed), stateWords(order.state), ago(order.updatedAt, now)),
             {}}};
    }
    if (order.version != seenVersion)
        throw Failure{
            {ErrorKind::Stale,
             Words::tr("%1 changed %2; look at it again.").arg(order.number, ago(order.updatedAt, now)),
             {}}};
}

void requirePerson(const QSqlDatabase& connection, const Actor& actor)
{
    Query row(connection, QStringLiteral("SELECT disabled_at_us FROM person WHERE person_id = ?"),
              {actor.personId});
    if (!row.next())
        throw Failure{
            {ErrorKind::Refused, Words::tr("%1 is not known to this database.").arg(actor.name), {}}};
    if (!row.isNull(0))
        throw Failure{
            {ErrorKind::Refused, Words::tr("%1 may no longer work with this database.").arg(actor.name), {}}};
}

bool isSingleOperator(const QSqlDatabase& connection)
{
    Query row(connection, QStringLiteral("SELECT value FROM setting WHERE name = 'single_operator'"));
    return row.next() && row.text(0) == QLatin1String("1");
}

std::optional<bool> supplierActive(const QSqlDatabase& connection, const QString& productId,
                                   const QString& supplierId)
{
    Query row(connection,
              QStringLiteral("SELECT is_active FROM supplier_info WHERE product_id = ? AND supplier_id = ?"),
              {productId, supplierId});
    return row.next() ? row.optionalBool(0) : std::nullopt;
}

void enqueueMessage(const QSqlDatabase& connection, const QString& poId, const QDateTime& now)
{
    Query(
        connection,
        QStringLiteral("INSERT INTO outbox(msg_id, po_id, channel, not_before_us) VALUES(?, ?, 'folder', ?) "
                       "ON CONFLICT(po_id) DO UPDATE SET state = 'READY', not_before_us = "
                       "excluded.not_before_us, last_error = '' "
                       "WHERE outbox.state IN ('READY', 'DEAD')"),
        {QUuid::createUuid().toString(QUuid::WithoutBraces), poId, microseconds(now)});
}

Actor relayActor()
{
    return {QStringLiteral("system"), QStringLiteral("system"), false};
}

} // namespace purchasing::sql
