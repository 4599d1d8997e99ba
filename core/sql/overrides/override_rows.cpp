#include "core/sql/overrides/override_rows.h"

#include "core/sql/audit/actors.h"
#include "core/sql/audit/audit_log.h"
#include "core/sql/overrides/override_basis.h"

#include <QDateTime>

namespace purchasing::sql {
namespace {

const QString kSelect =
    QStringLiteral("SELECT o.product_id, o.event, o.qty, o.supplier_id, o.reason, o.basis, o.set_by, p.name, "
                   "o.set_at_us FROM {po}product_override o JOIN {po}person p ON p.person_id = o.set_by ");

Result<Override> readOverride(const Rows& rows)
{
    Override found;
    found.productId = rows.text(0);
    found.version = rows.integer(1);
    found.qty = rows.integer(2);
    found.supplierId = rows.text(3);
    found.reason = rows.text(4);
    found.byId = rows.text(6);
    found.byName = rows.text(7);
    found.at = rows.moment(8);
    Result<OverrideBasis> basis = overrideBasisFromJson(rows.text(5));
    if (!basis)
        return basis.error();
    found.basis = std::move(basis).value();
    return found;
}

} // namespace

void eachOverride(Connection& connection, const ProductKeys& keys, const RowSink<Override>& sink)
{
    Rows rows = connection.query(
        kSelect + QStringLiteral("WHERE %1 ORDER BY o.product_id").arg(keys.condition(QStringLiteral("o."))),
        keys.values());
    while (rows.next())
        sink(rows.text(0), readOverride(rows));
}

std::vector<Override> readOverrides(Connection& connection)
{
    std::vector<Override> found;
    Rows rows = connection.query(kSelect + QStringLiteral("ORDER BY o.product_id"));
    while (rows.next()) {
        Result<Override> row = readOverride(rows);
        if (!row)
            throw Failure(row.error());
        found.push_back(std::move(row).value());
    }
    return found;
}

std::optional<Override> findOverride(Connection& connection, const QString& productId)
{
    std::optional<Override> found;
    eachOverride(connection, ProductKeys::one(productId), [&](const QString&, Result<Override> row) {
        if (!row)
            throw Failure(row.error());
        found = std::move(row).value();
    });
    return found;
}

qint64 overrideVersion(Connection& connection, const QString& productId)
{
    return connection
        .scalar(QStringLiteral("SELECT event FROM {po}product_override WHERE product_id = ?"), {productId})
        .toLongLong();
}

QString overrideChange(Connection& connection, const QString& productId, const QDateTime& now)
{
    Rows rows = connection.query(
        QStringLiteral("SELECT action, actor_name, at_us FROM {po}audit_event WHERE product_id = ? AND "
                       "action IN ('override.set', 'override.cleared', 'override.used') "
                       "ORDER BY seq DESC LIMIT 1"),
        {productId});
    if (!rows.next())
        return QStringLiteral("there is no override");
    const QString what = rows.text(0) == QLatin1String("override.set")
        ? QStringLiteral("the override was changed by %1 %2")
        : rows.text(0) == QLatin1String("override.cleared")
        ? QStringLiteral("the override was removed by %1 %2")
        : QStringLiteral("the override was used for an order by %1 %2");
    return what.arg(rows.text(1), agoInWords(rows.moment(2), now));
}

void useUpOverride(Connection& connection, const PurchaseOrder& order, const Actor& actor,
                   const QDateTime& now, const QJsonObject& figures)
{
    // The order's basis has its version, so the rules knew it, whatever they made of its quantity.
    const auto used = findOverride(connection, order.productId);
    if (!used || (!used->supplierId.isEmpty() && used->supplierId != order.supplierId))
        return;
    QString text = QStringLiteral("The override by %1 (%2) was used for %3")
                       .arg(used->byName, used->reason, order.number);
    if (used->qty > 0 && used->qty != order.qty)
        text += QStringLiteral("; the rules made %1 of its %2").arg(order.qty).arg(used->qty);
    AuditEvent event{now,
                     actor,
                     QStringLiteral("override.used"),
                     order.productId,
                     order.productId,
                     text + QLatin1Char('.'),
                     figures};
    event.payload.insert(QStringLiteral("order"), order.poId);
    event.payload.insert(QStringLiteral("version"), static_cast<qint64>(used->version));
    appendEvent(connection, event); // First: the schema lets go of nothing that is not noted down.
    connection.execute(QStringLiteral("DELETE FROM {po}product_override WHERE product_id = ?"),
                       {order.productId});
}

} // namespace purchasing::sql
