#include "core/sql/order_changes.h"
#include "core/sql/order_rows.h"
#include "core/sql/sql_order_store.h"

#include <QCoreApplication>

namespace purchasing::sql {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::OrderDecisions)
};

constexpr int kLongestReason = 2000;

void requireReason(const QString& reason)
{
    if (reason.trimmed().isEmpty())
        throw Failure{{ErrorKind::Invalid, Words::tr("A reason is needed."), {}}};
    if (reason.size() > kLongestReason)
        throw Failure{{ErrorKind::Invalid,
                       Words::tr("The reason is longer than %1 characters.").arg(kLongestReason),
                       {}}};
}

void insertApproval(const QSqlDatabase& connection, const PurchaseOrder& order, const Actor& actor,
                    const char* decision, const QString& reason, bool singleOperator, const QDateTime& now)
{
    Query(connection,
          QStringLiteral("INSERT INTO approval(po_id, approver_id, content_hash, decision, reason, "
                         "single_operator, decided_at_us) "
                         "VALUES(?, ?, ?, ?, ?, ?, ?)"),
          {order.poId, actor.personId, order.contentHash, QLatin1String(decision),
           reason.isNull() ? QStringLiteral("") : reason, singleOperator ? 1 : 0, microseconds(now)});
}

/// Where what arrived is put: the product's first warehouse, or a new record in the default one.
void addToStock(const QSqlDatabase& connection, const PurchaseOrder& order, std::int64_t qty,
                const QDateTime& now)
{
    Query first(
        connection,
        QStringLiteral(
            "SELECT warehouse_id FROM inventory_levels WHERE product_id = ? ORDER BY warehouse_id LIMIT 1"),
        {order.productId});
    const QString warehouse = first.next() ? first.text(0) : QStringLiteral("WH-001");
    const QString stamp = now.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    Query(
        connection,
        QStringLiteral(
            "INSERT INTO inventory_levels(product_id, warehouse_id, current_qty, reserved_qty, last_updated) "
            "VALUES(?, ?, ?, 0, ?) ON CONFLICT(product_id, warehouse_id) DO UPDATE "
            "SET current_qty = current_qty + excluded.current_qty, last_updated = excluded.last_updated"),
        {order.productId, warehouse, static_cast<qlonglong>(qty), stamp});
}

} // namespace

QFuture<Result<PurchaseOrder>> SqlOrderStore::approve(const QString& poId, std::int64_t version,
                                                      const QByteArray& contentHash, const Actor& actor)
{
    return m_database->write<PurchaseOrder>(
        [=, this](const QSqlDatabase& connection) -> Result<PurchaseOrder> {
            const QDateTime now = m_database->now();
            const PurchaseOrder order = readOrder(connection, poId);
            requirePerson(connection, actor);
            requireUnchanged(order, version, OrderState::PendingApproval, now);
            if (order.contentHash != contentHash)
                throw Failure{{ErrorKind::Stale,
                               Words::tr("The content of %1 is not the one you looked at.").arg(order.number),
                               {}}};
            const bool own = order.createdBy == actor.personId;
            const bool single = isSingleOperator(connection);
            if (own && !single)
                throw Failure{{ErrorKind::Refused,
                               Words::tr("%1 was created by %2; somebody else has to approve it.")
                                   .arg(order.number, actor.name),
                               {}}};
            insertApproval(connection, order, actor, "approve", {}, single, now);
            changeOrder(connection, order, OrderState::Approved,
                        QStringLiteral("decided_by = ?, decided_at_us = ?"),
                        {actor.personId, microseconds(now)}, QStringLiteral("order.approved"),
                        {{QStringLiteral("own"), own},
                         {QStringLiteral("content_hash"), QString::fromLatin1(contentHash.toHex())}},
                        actor, now);
            return readOrder(connection, poId);
        });
}

QFuture<Result<PurchaseOrder>> SqlOrderStore::reject(const QString& poId, std::int64_t version,
                                                     const QString& reason, const Actor& actor)
{
    return m_database->write<PurchaseOrder>(
        [=, this](const QSqlDatabase& connection) -> Result<PurchaseOrder> {
            const QDateTime now = m_database->now();
            requireReason(reason);
            const PurchaseOrder order = readOrder(connection, poId);
            requirePerson(connection, actor);
            requireUnchanged(order, version, OrderState::PendingApproval, now);
            insertApproval(connection, order, actor, "reject", reason, isSingleOperator(connection), now);
            changeOrder(connection, order, OrderState::Rejected,
                        QStringLiteral("decided_by = ?, decided_at_us = ?, decision_reason = ?"),
                        {actor.personId, microseconds(now), reason}, QStringLiteral("order.rejected"),
                        {{QStringLiteral("reason"), reason}}, actor, now);
            return readOrder(connection, poId);
        });
}

QFuture<Result<PurchaseOrder>> SqlOrderStore::cancel(const QString& poId, std::int64_t version,
                                                     const QString& reason, const Actor& actor)
{
    return m_database->write<PurchaseOrder>([=,
                                             this](const QSqlDatabase& connection) -> Result<PurchaseOrder> {
        const QDateTime now = m_database->now();
        requireReason(reason);
        const PurchaseOrder order = readOrder(connection, poId);
        requirePerson(connection, actor);
        if (!canFollow(order.state, OrderState::Cancelled))
            throw Failure{
                {ErrorKind::Conflict,
                 Words::tr("%1 can no longer be cancelled: an order can be cancelled only before it is sent.")
                     .arg(order.number),
                 {}}};
        requireUnchanged(order, version, order.state, now);
        Query(connection,
              QStringLiteral("UPDATE outbox SET state = 'DEAD', last_error = 'cancelled' WHERE po_id = ? AND "
                             "state = 'READY'"),
              {poId});
        changeOrder(connection, order, OrderState::Cancelled,
                    QStringLiteral("decided_by = ?, decided_at_us = ?, decision_reason = ?"),
                    {actor.personId, microseconds(now), reason}, QStringLiteral("order.cancelled"),
                    {{QStringLiteral("reason"), reason}}, actor, now);
        return readOrder(connection, poId);
    });
}

QFuture<Result<PurchaseOrder>> SqlOrderStore::receive(const QString& poId, std::int64_t version,
                                                      std::int64_t qty, const Actor& actor)
{
    return m_database->write<PurchaseOrder>([=,
                                             this](const QSqlDatabase& connection) -> Result<PurchaseOrder> {
        const QDateTime now = m_database->now();
        const PurchaseOrder order = readOrder(connection, poId);
        requirePerson(connection, actor);
        requireUnchanged(order, version, OrderState::Sent, now);
        if (qty < 1 || qty > order.qty - order.receivedQty)
            throw Failure{{ErrorKind::Invalid,
                           Words::tr("%1 can receive between 1 and %2.")
                               .arg(order.number)
                               .arg(order.qty - order.receivedQty),
                           {}}};
        const std::int64_t received = order.receivedQty + qty;
        addToStock(connection, order, qty, now);
        changeOrder(connection, order, received == order.qty ? OrderState::Received : OrderState::Sent,
                    QStringLiteral("received_qty = ?, received_at_us = ?"),
                    {static_cast<qlonglong>(received), microseconds(now)}, QStringLiteral("order.received"),
                    {{QStringLiteral("qty"), static_cast<qint64>(qty)},
                     {QStringLiteral("received"), static_cast<qint64>(received)}},
                    actor, now);
        return readOrder(connection, poId);
    });
}

} // namespace purchasing::sql
