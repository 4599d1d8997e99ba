#include "core/sql/products/sql_sources.h"

#include "core/sql/engine/cell.h"
#include "core/sql/products/catalogue_rows.h"

#include <algorithm>

namespace purchasing::sql {
namespace {

/// Collects the rows of one product; the first unusable one makes the whole answer an error.
template <typename T>
Result<std::vector<T>> rowsOf(Connection& connection, const QString& productId,
                              void (*each)(Connection&, const ProductKeys&, const RowSink<T>&))
{
    std::vector<T> found;
    each(connection, ProductKeys::one(productId), [&](const QString&, Result<T> row) {
        if (!row)
            throw Failure(row.error());
        found.push_back(std::move(row).value());
    });
    if (found.empty())
        requireKnownProduct(connection, productId);
    return found;
}

} // namespace

SqlDemandSource::SqlDemandSource(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<Demand>> SqlDemandSource::demand(const QString& productId)
{
    return m_database->read([productId](Connection& connection) -> Result<Demand> {
        requireReadable(connection, "oms");
        auto rows = rowsOf<Demand>(connection, productId, eachDemand);
        if (!rows)
            return rows.error();
        if (rows->empty())
            throw Failure(ErrorKind::NotFound, QStringLiteral("No demand is known for %1.").arg(productId));
        return std::move(rows->front());
    });
}

QFuture<Result<std::vector<DailyDemand>>> SqlDemandSource::history(const QString& productId, QDate from)
{
    return m_database->read([productId, from](Connection& connection) -> Result<std::vector<DailyDemand>> {
        requireReadable(connection, "oms");
        std::vector<DailyDemand> days;
        Rows rows = connection.query(QStringLiteral("SELECT day, qty FROM {oms}demand_daily "
                                                    "WHERE product_id = ? AND day >= ? ORDER BY day"),
                                     {productId, from.toString(Qt::ISODate)});
        const Cells cells(rows, "demand_daily", productId);
        while (rows.next()) {
            const QDate day = QDate::fromString(rows.text(0).left(10), Qt::ISODate);
            if (const auto qty = cells.quantity(1, "qty"); qty && day.isValid())
                days.push_back({day, *qty});
        }
        return days;
    });
}

QFuture<Result<ProductName>> SqlDemandSource::product(const QString& productId)
{
    return m_database->read([productId](Connection& connection) -> Result<ProductName> {
        requireKnownProduct(connection, productId);
        return findProductName(connection, productId);
    });
}

SqlInventorySource::SqlInventorySource(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<std::vector<WarehouseLevel>>> SqlInventorySource::levels(const QString& productId)
{
    return m_database->read([productId](Connection& connection) {
        requireReadable(connection, "inventory");
        return rowsOf<WarehouseLevel>(connection, productId, eachLevel);
    });
}

SqlSupplierSource::SqlSupplierSource(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<std::vector<SupplierOffer>>> SqlSupplierSource::offers(const QString& productId)
{
    return m_database->read([productId](Connection& connection) {
        requireReadable(connection, "supplier");
        auto offers = rowsOf<SupplierOffer>(connection, productId, eachOffer);
        if (offers)
            std::sort(offers->begin(), offers->end(), comesBefore);
        return offers;
    });
}

SqlUnitSource::SqlUnitSource(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<std::vector<UnitConversion>>> SqlUnitSource::conversions(const QString& productId)
{
    return m_database->read([productId](Connection& connection) {
        requireReadable(connection, "uom");
        return rowsOf<UnitConversion>(connection, productId, eachConversion);
    });
}

} // namespace purchasing::sql
