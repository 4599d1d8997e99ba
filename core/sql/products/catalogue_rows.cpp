#include "core/sql/products/catalogue_rows.h"

#include "core/sql/engine/cell.h"
#include "core/sql/engine/errors/error_words.h"

#include <QDateTime>

namespace purchasing::sql {
namespace {

/// Moments are read as text: one release of the client library (MariaDB 10.11.18) hands them over empty.
const QString kChangedAt = QStringLiteral("CAST(last_updated AS CHAR)");

/// Hands each row of `sql` to `read`, and a row it cannot read to the sink as an error of that product. The
/// first column is the product id.
template <typename T, typename Read>
void eachRow(Connection& connection, const QString& sql, const ProductKeys& keys, const char* table,
             const RowSink<T>& sink, Read read)
{
    Rows rows = connection.query(sql, keys.values());
    while (rows.next()) {
        const QString productId = rows.text(0);
        const auto readRow = [&]() -> Result<T> {
            try {
                return read(Cells(rows, table, productId));
            } catch (const Failure& failure) {
                return failure.error();
            }
        };
        sink(productId, readRow());
    }
}

} // namespace

void eachDemand(Connection& connection, const ProductKeys& keys, const RowSink<Demand>& sink)
{
    // Several rows of a product: the newest counts, and comes first here.
    QString previous;
    bool isFirst = true;
    const RowSink<Demand> newestOnly = [&](const QString& productId, Result<Demand> row) {
        if (!isFirst && productId == previous)
            return;
        isFirst = false;
        previous = productId;
        sink(productId, std::move(row));
    };
    eachRow<Demand>(connection,
                    QStringLiteral("SELECT product_id, avg_daily_demand, trend, %2 FROM {oms}oms_history "
                                   "WHERE %1 ORDER BY product_id, last_updated DESC, id DESC")
                        .arg(keys.condition(), kChangedAt),
                    keys, "oms_history", newestOnly, [](const Cells& cells) {
                        Demand demand;
                        demand.avgDailyDemand = cells.quantity(1, "avg_daily_demand");
                        demand.trend = cells.text(2);
                        demand.lastUpdated = cells.timestamp(3);
                        return demand;
                    });
}

void eachLevel(Connection& connection, const ProductKeys& keys, const RowSink<WarehouseLevel>& sink)
{
    eachRow<WarehouseLevel>(
        connection,
        QStringLiteral("SELECT product_id, warehouse_id, current_qty, reserved_qty, on_order_qty, %2 "
                       "FROM {inventory}inventory_levels WHERE %1 ORDER BY product_id, warehouse_id, id")
            .arg(keys.condition(), kChangedAt),
        keys, "inventory_levels", sink, [](const Cells& cells) {
            WarehouseLevel level;
            level.warehouseId = cells.text(1);
            level.currentQty = cells.quantity(2, "current_qty");
            level.reservedQty = cells.quantity(3, "reserved_qty").value_or(Quantity());
            level.onOrderQty = cells.quantity(4, "on_order_qty").value_or(Quantity());
            level.lastUpdated = cells.timestamp(5);
            return level;
        });
}

void eachOffer(Connection& connection, const ProductKeys& keys, const RowSink<SupplierOffer>& sink)
{
    eachRow<SupplierOffer>(
        connection,
        QStringLiteral(
            "SELECT product_id, supplier_id, supplier_name, moq, lead_time_days, unit_price, is_active, "
            "order_multiple, priority, email, %2 FROM {supplier}supplier_info WHERE %1 "
            "ORDER BY product_id, supplier_id, id")
            .arg(keys.condition(), kChangedAt),
        keys, "supplier_info", sink, [](const Cells& cells) {
            SupplierOffer offer;
            offer.supplierId = cells.text(1);
            offer.name = cells.text(2);
            offer.moq = cells.quantity(3, "moq");
            offer.leadTimeDays = cells.integer(4, "lead_time_days");
            offer.unitPrice = cells.price(5, "unit_price");
            offer.isActive = cells.flag(6, "is_active");
            offer.orderMultiple = cells.quantity(7, "order_multiple").value_or(Quantity::whole(1));
            offer.priority = cells.integer(8, "priority").value_or(0);
            offer.email = cells.text(9);
            offer.lastUpdated = cells.timestamp(10);
            return offer;
        });
}

void eachConversion(Connection& connection, const ProductKeys& keys, const RowSink<UnitConversion>& sink)
{
    eachRow<UnitConversion>(
        connection,
        QStringLiteral("SELECT product_id, from_uom, to_uom, conversion_factor, %2 "
                       "FROM {uom}uom_conversion WHERE %1 ORDER BY product_id, from_uom, to_uom, id")
            .arg(keys.condition(), kChangedAt),
        keys, "uom_conversion", sink, [](const Cells& cells) {
            UnitConversion conversion;
            conversion.fromUom = cells.text(1);
            conversion.toUom = cells.text(2);
            conversion.factor = cells.quantity(3, "conversion_factor");
            conversion.lastUpdated = cells.timestamp(4);
            return conversion;
        });
}

void eachName(Connection& connection, const ProductKeys& keys, const std::function<void(ProductName)>& sink)
{
    Rows rows =
        connection.query(QStringLiteral("SELECT product_id, name, category FROM {oms}products WHERE %1 "
                                        "ORDER BY product_id")
                             .arg(keys.condition()),
                         keys.values());
    while (rows.next())
        sink({rows.text(0), rows.text(1), rows.text(2)});
}

void requireReadable(Connection& connection, const char* schema)
{
    const QString why = connection.dialect().whyUnreadable(QLatin1String(schema));
    if (!why.isEmpty())
        throw Failure(ErrorKind::Unavailable, why);
}

ProductName findProductName(Connection& connection, const QString& productId)
{
    ProductName found{productId, {}, {}};
    eachName(connection, ProductKeys::one(productId), [&](ProductName name) { found = std::move(name); });
    return found;
}

bool isKnownProduct(Connection& connection, const QString& productId)
{
    return connection
        .scalar(QStringLiteral("SELECT EXISTS(SELECT 1 FROM {oms}products WHERE product_id = ?) "
                               "OR EXISTS(SELECT 1 FROM {oms}oms_history WHERE product_id = ?) "
                               "OR EXISTS(SELECT 1 FROM {inventory}inventory_levels WHERE product_id = ?) "
                               "OR EXISTS(SELECT 1 FROM {supplier}supplier_info WHERE product_id = ?) "
                               "OR EXISTS(SELECT 1 FROM {uom}uom_conversion WHERE product_id = ?)"),
                {productId, productId, productId, productId, productId})
        .toBool();
}

void requireKnownProduct(Connection& connection, const QString& productId)
{
    const QString& own = connection.dialect().ownDatabase();
    // Whoever has no catalogue leaves the question to those who have it.
    if (own == QLatin1String("po") || isKnownProduct(connection, productId))
        return;
    if (!own.isEmpty()) // What others know is theirs to say.
        throw Failure(ErrorKind::NotFound, ErrorWords::tr("There is no product %1.").arg(productId));
    for (const char* schema : {"oms", "inventory", "supplier", "uom"})
        requireReadable(connection, schema); // It may be known there.
    throw Failure(ErrorKind::NotFound, ErrorWords::tr("There is no product %1.").arg(productId));
}

std::optional<SupplierOffer> findOffer(Connection& connection, const QString& productId,
                                       const QString& supplierId)
{
    requireReadable(connection, "supplier");
    std::optional<SupplierOffer> found;
    eachOffer(connection, ProductKeys::one(productId), [&](const QString&, Result<SupplierOffer> offer) {
        if (!offer)
            throw Failure(offer.error());
        // Another system's table may have several rows of one supplier: the first by rank, as everywhere.
        if (offer->supplierId == supplierId && (!found || comesBefore(*offer, *found)))
            found = std::move(offer).value();
    });
    return found;
}

} // namespace purchasing::sql
