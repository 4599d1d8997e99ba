#include "core/sql/product_rows.h"

namespace purchasing::sql {
namespace {

/// Reads all rows of a query whose first column is the product id; one unusable value costs one row, not the
/// table.
template <typename Row, typename Read>
void readRows(const QSqlDatabase& connection, const QString& statement, const KeyRange& range,
              const RowSink<Row>& sink, Read read)
{
    Query rows(connection, statement, {range.first, range.last});
    while (rows.next()) {
        const QString productId = rows.text(0);
        try {
            sink(productId, read(rows), {});
        } catch (const Failure& failure) {
            sink(productId, std::nullopt, failure.error.message);
        }
    }
}

} // namespace

void readNames(const QSqlDatabase& connection, const KeyRange& range, const RowSink<ProductName>& sink)
{
    readRows<ProductName>(connection,
                          QStringLiteral("SELECT product_id, name, category FROM products "
                                         "WHERE product_id BETWEEN ? AND ? ORDER BY product_id"),
                          range, sink, [](const Query& row) {
                              return ProductName{row.text(0), row.text(1), row.text(2)};
                          });
}

void readDemand(const QSqlDatabase& connection, const KeyRange& range, const RowSink<Demand>& sink)
{
    // Ascending, so that the last row of a product a caller sees is the newest.
    readRows<Demand>(
        connection,
        QStringLiteral("SELECT product_id, avg_daily_demand, trend, last_updated FROM oms_history "
                       "WHERE product_id BETWEEN ? AND ? ORDER BY product_id, last_updated, id"),
        range, sink, [](const Query& row) {
            return Demand{row.quantity(1, 2), row.text(2), row.timestamp(3)};
        });
}

void readLevels(const QSqlDatabase& connection, const KeyRange& range, const RowSink<WarehouseLevel>& sink)
{
    readRows<WarehouseLevel>(
        connection,
        QStringLiteral(
            "SELECT product_id, warehouse_id, current_qty, reserved_qty, on_order_qty, last_updated "
            "FROM inventory_levels WHERE product_id BETWEEN ? AND ? ORDER BY product_id, warehouse_id"),
        range, sink, [](const Query& row) {
            return WarehouseLevel{row.text(1), row.quantity(2, 0), row.quantity(3, 0).value_or(Quantity{}),
                                  row.quantity(4, 0).value_or(Quantity{}), row.timestamp(5)};
        });
}

void readOffers(const QSqlDatabase& connection, const KeyRange& range, const RowSink<SupplierOffer>& sink)
{
    readRows<SupplierOffer>(
        connection,
        QStringLiteral(
            "SELECT product_id, supplier_id, supplier_name, moq, lead_time_days, unit_price, is_active, "
            "order_multiple, priority, email, last_updated FROM supplier_info "
            "WHERE product_id BETWEEN ? AND ? ORDER BY product_id, supplier_id"),
        range, sink, [](const Query& row) {
            SupplierOffer offer;
            offer.supplierId = row.text(1);
            offer.name = row.text(2);
            offer.moq = row.quantity(3, 0);
            offer.leadTimeDays = row.optionalInteger(4);
            offer.unitPrice = row.money(5);
            offer.isActive = row.optionalBool(6);
            offer.orderMultiple = row.quantity(7, 0);
            offer.priority = row.optionalInteger(8).value_or(0);
            offer.email = row.text(9);
            offer.lastUpdated = row.timestamp(10);
            return offer;
        });
}

void readConversions(const QSqlDatabase& connection, const KeyRange& range,
                     const RowSink<UnitConversion>& sink)
{
    readRows<UnitConversion>(
        connection,
        QStringLiteral(
            "SELECT product_id, from_uom, to_uom, conversion_factor, last_updated FROM uom_conversion "
            "WHERE product_id BETWEEN ? AND ? ORDER BY product_id, id"),
        range, sink, [](const Query& row) {
            return UnitConversion{row.text(1), row.text(2), row.quantity(3, 4), row.timestamp(4)};
        });
}

} // namespace purchasing::sql
