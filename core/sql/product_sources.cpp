#include "core/sql/product_sources.h"

#include "core/sql/product_rows.h"

#include <QCoreApplication>

#include <algorithm>

namespace purchasing::sql {
namespace {

Error unknownProduct(const QString& productId)
{
    return {
        ErrorKind::NotFound,
        QCoreApplication::translate("purchasing::sql::Sources", "there is no record of %1").arg(productId),
        {}};
}

/// Collects the rows of one product; an unusable row makes the whole answer an error, because a part would be
/// wrong.
template <typename Row>
QFuture<Result<std::vector<Row>>> rowsOf(Database& database, const QString& productId,
                                         void (*read)(const QSqlDatabase&, const KeyRange&,
                                                      const RowSink<Row>&))
{
    return database.read<std::vector<Row>>(
        [productId, read](const QSqlDatabase& connection) -> Result<std::vector<Row>> {
            std::vector<Row> rows;
            read(connection, {productId, productId},
                 [&rows](const QString&, std::optional<Row> row, const QString& problem) {
                     if (!row)
                         throw Failure{{ErrorKind::Invalid, problem, {}}};
                     rows.push_back(std::move(*row));
                 });
            return rows;
        });
}

} // namespace

SqlDemandSource::SqlDemandSource(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<Demand>> SqlDemandSource::demand(const QString& productId)
{
    return m_database->read<Demand>([productId](const QSqlDatabase& connection) -> Result<Demand> {
        std::optional<Demand> newest;
        QString newestProblem;
        readDemand(connection, {productId, productId},
                   [&](const QString&, std::optional<Demand> row, const QString& problem) {
                       newest = std::move(row);
                       newestProblem = problem;
                   });
        if (newest)
            return *newest;
        return newestProblem.isEmpty() ? unknownProduct(productId)
                                       : Error{ErrorKind::Invalid, newestProblem, {}};
    });
}

QFuture<Result<std::vector<DailyDemand>>> SqlDemandSource::history(const QString& productId, QDate from)
{
    using Days = std::vector<DailyDemand>;
    return m_database->read<Days>([productId, from](const QSqlDatabase& connection) -> Result<Days> {
        Query rows(connection,
                   QStringLiteral(
                       "SELECT day, qty FROM demand_daily WHERE product_id = ? AND day >= ? ORDER BY day"),
                   {productId, from.toString(Qt::ISODate)});
        Days days;
        while (rows.next()) {
            const QDate day = QDate::fromString(rows.text(0), Qt::ISODate);
            const std::optional<Quantity> qty = rows.quantity(1, 4);
            if (day.isValid() && qty)
                days.push_back({day, *qty});
        }
        return days;
    });
}

QFuture<Result<ProductName>> SqlDemandSource::product(const QString& productId)
{
    return m_database->read<ProductName>([productId](const QSqlDatabase& connection) -> Result<ProductName> {
        Result<ProductName> found = unknownProduct(productId);
        readNames(connection, {productId, productId},
                  [&found](const QString&, std::optional<ProductName> row, const QString&) {
                      if (row)
                          found = std::move(*row);
                  });
        return found;
    });
}

SqlInventorySource::SqlInventorySource(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<std::vector<WarehouseLevel>>> SqlInventorySource::levels(const QString& productId)
{
    return rowsOf<WarehouseLevel>(*m_database, productId, readLevels);
}

SqlSupplierSource::SqlSupplierSource(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<std::vector<SupplierOffer>>> SqlSupplierSource::offers(const QString& productId)
{
    using Offers = std::vector<SupplierOffer>;
    return m_database->read<Offers>([productId](const QSqlDatabase& connection) -> Result<Offers> {
        Offers offers;
        readOffers(connection, {productId, productId},
                   [&offers](const QString&, std::optional<SupplierOffer> row, const QString& problem) {
                       if (!row)
                           throw Failure{{ErrorKind::Invalid, problem, {}}};
                       offers.push_back(std::move(*row));
                   });
        std::sort(offers.begin(), offers.end(), comesBefore);
        return offers;
    });
}

SqlUnitSource::SqlUnitSource(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<std::vector<UnitConversion>>> SqlUnitSource::conversions(const QString& productId)
{
    return rowsOf<UnitConversion>(*m_database, productId, readConversions);
}

} // namespace purchasing::sql
