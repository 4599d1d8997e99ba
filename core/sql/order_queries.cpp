#include "core/sql/audit.h"
#include "core/sql/order_rows.h"
#include "core/sql/sql_order_store.h"

#include <QJsonDocument>

namespace purchasing::sql {

QFuture<Result<std::vector<PurchaseOrder>>> SqlOrderStore::list(const OrderFilter& filter)
{
    using Orders = std::vector<PurchaseOrder>;
    return m_database->read<Orders>([filter](const QSqlDatabase& connection) -> Result<Orders> {
        QStringList states;
        for (const OrderState state : filter.states)
            states << QStringLiteral("'%1'").arg(databaseWord(state)); // Our own words, never input.
        const QString condition =
            QStringLiteral("(? = '' OR po.product_id = ?)%1")
                .arg(states.isEmpty()
                         ? QString()
                         : QStringLiteral(" AND po.status IN (%1)").arg(states.join(QLatin1Char(','))));
        const QString product = filter.productId.isNull() ? QStringLiteral("") : filter.productId;
        return readOrders(connection, condition, {product, product},
                          QStringLiteral("po.created_at_us DESC, po.po_number DESC"), filter.limit);
    });
}

QFuture<Result<PurchaseOrder>> SqlOrderStore::find(const QString& idOrNumber)
{
    return m_database->read<PurchaseOrder>(
        [idOrNumber](const QSqlDatabase& connection) -> Result<PurchaseOrder> {
            return readOrder(connection, idOrNumber);
        });
}

QFuture<Result<std::vector<HistoryEntry>>> SqlOrderStore::history(const QString& poId)
{
    using Entries = std::vector<HistoryEntry>;
    return m_database->read<Entries>([poId](const QSqlDatabase& connection) -> Result<Entries> {
        Query rows(connection,
                   QStringLiteral("SELECT at_us, actor_name, action, object_id, payload FROM audit_event "
                                  "WHERE object_id = ? ORDER BY seq"),
                   {poId});
        Entries entries;
        while (rows.next())
            entries.push_back({rows.time(0), rows.text(1), rows.text(2), rows.text(3),
                               eventText(rows.text(2), QJsonDocument::fromJson(rows.bytes(4)).object())});
        return entries;
    });
}

QFuture<Result<OpenOrders>> SqlOrderStore::openOrders(const QString& productId)
{
    return m_database->readSnapshot<OpenOrders>([productId](
                                                    const QSqlDatabase& connection) -> Result<OpenOrders> {
        OpenOrders open;
        open.version = basisOf(connection, productId);
        open.orders = readOrders(connection, QStringLiteral("po.product_id = ? AND ") + onOrderCondition(),
                                 {productId}, QStringLiteral("po.created_at_us, po.po_number"));
        return open;
    });
}

QFuture<Result<std::int64_t>> SqlOrderStore::verifyAudit()
{
    return m_database->readSnapshot<std::int64_t>(
        [](const QSqlDatabase& connection) -> Result<std::int64_t> { return verifyAuditChain(connection); });
}

} // namespace purchasing::sql
