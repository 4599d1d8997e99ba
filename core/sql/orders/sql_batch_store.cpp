#include "core/sql/orders/sql_batch_store.h"

#include "core/sql/audit/actors.h"
#include "core/sql/orders/order_steps.h"

#include <QDateTime>

namespace purchasing::sql {

SqlBatchStore::SqlBatchStore(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<Done>> SqlBatchStore::begin(const BatchIntent& intent, const Actor& actor)
{
    return m_database->write(
        [intent, actor, clock = &m_database->clock()](Connection& connection) -> Result<Done> {
            const Actor by = knownActor(connection, actor);
            const bool isKnown =
                connection
                    .scalar(QStringLiteral("SELECT count(*) FROM {po}order_batch WHERE batch_id = ?"),
                            {intent.batchId})
                    .toInt()
                > 0;
            if (isKnown)
                return Done{};
            connection.execute(
                QStringLiteral(
                    "INSERT INTO {po}order_batch(batch_id, person_id, started_at_us) VALUES (?, ?, ?)"),
                {intent.batchId, by.personId, toMicroseconds(clock->now())});
            int position = 0;
            for (const BatchItem& item : intent.items) {
                connection.execute(
                    QStringLiteral("INSERT INTO {po}order_batch_item(batch_id, position, product_id, "
                                   "supplier_id, idem_key) VALUES (?, ?, ?, ?, ?)"),
                    {intent.batchId, position++, item.productId, item.supplierId, item.idempotencyKey});
            }
            return Done{};
        });
}

QFuture<Result<std::vector<BatchIntent>>> SqlBatchStore::unfinished(const Actor& actor)
{
    return m_database->read([actor](Connection& connection) -> Result<std::vector<BatchIntent>> {
        std::vector<BatchIntent> found;
        Rows rows = connection.query(
            QStringLiteral("SELECT b.batch_id, b.started_at_us, i.product_id, i.supplier_id, i.idem_key "
                           "FROM {po}order_batch b JOIN {po}order_batch_item i ON i.batch_id = b.batch_id "
                           "WHERE b.person_id = ? AND b.closed_at_us IS NULL "
                           "ORDER BY b.started_at_us, b.batch_id, i.position"),
            {actor.personId});
        while (rows.next()) {
            if (found.empty() || found.back().batchId != rows.text(0))
                found.push_back({rows.text(0), {}, rows.moment(1)});
            found.back().items.push_back({rows.text(2), rows.text(3), rows.text(4)});
        }
        return found;
    });
}

QFuture<Result<Done>> SqlBatchStore::close(const QString& batchId, const Actor& actor)
{
    return m_database->write([batchId, actor,
                              clock = &m_database->clock()](Connection& connection) -> Result<Done> {
        connection.execute(QStringLiteral("UPDATE {po}order_batch SET closed_at_us = ? WHERE batch_id = ? "
                                          "AND person_id = ? AND closed_at_us IS NULL"),
                           {toMicroseconds(clock->now()), batchId, actor.personId});
        releaseBatch(connection, batchId, clock->now()); // Nothing more of it comes to wait for.
        return Done{};
    });
}

} // namespace purchasing::sql
