#include "core/sql/products/sql_sources.h"

#include "core/sql/engine/cell.h"
#include "core/sql/products/catalogue_rows.h"
#include "core/sql/products/product_rows.h"

#include <algorithm>
#include <map>

namespace purchasing::sql {
namespace {

// So that nobody waits long for the others, and so few at once that they are together.
constexpr std::size_t kMostOffers = 32;
constexpr int kMostOfferReadings = 2;

/// The id of the last of the next `most` products of the tables, or nothing where none follows.
std::optional<QString> endOfPiece(Connection& connection, const QStringList& tables, const QString& after,
                                  int most)
{
    QStringList parts;
    QVariantList values;
    for (const QString& table : tables) {
        // Each part ends early: of the union only the first `most` can be among the answer.
        parts += QStringLiteral("SELECT product_id FROM (SELECT DISTINCT product_id FROM %1 "
                                "WHERE product_id > ? ORDER BY product_id LIMIT %2) AS part_%3")
                     .arg(table)
                     .arg(most)
                     .arg(parts.size());
        values << after;
    }
    const QVariant last =
        connection.scalar(QStringLiteral("SELECT max(product_id) FROM (SELECT product_id FROM (%1) AS parts "
                                         "ORDER BY product_id LIMIT %2) AS piece")
                              .arg(parts.join(QLatin1String(" UNION ")))
                              .arg(most),
                          values);
    return last.isNull() ? std::nullopt : std::optional(last.toString());
}

/// The next products of a table with several rows for each.
template <typename T>
ListedPiece<std::vector<T>> pieceOf(Connection& connection, const QString& table, const QString& after,
                                    int most,
                                    void (*each)(Connection&, const ProductKeys&, const RowSink<T>&))
{
    std::vector<Listed<std::vector<T>>> piece;
    const auto last = endOfPiece(connection, {table}, after, most);
    if (!last)
        return piece;
    each(connection, ProductKeys::range(after, last), [&piece](const QString& productId, Result<T> row) {
        if (piece.empty() || piece.back().productId != productId)
            piece.push_back({productId, std::vector<T>()});
        Result<std::vector<T>>& found = piece.back().found;
        if (!found)
            return; // The first row that cannot be used says why.
        if (!row)
            found = row.error();
        else
            found->push_back(std::move(row).value());
    });
    return piece;
}

} // namespace

SqlDemandSource::SqlDemandSource(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<Demand>> SqlDemandSource::demand(const QString& productId)
{
    return m_database->read(
        [productId](Connection& connection) -> Result<Demand> { return readDemand(connection, productId); });
}

QFuture<Result<std::vector<DailyDemand>>> SqlDemandSource::history(const QString& productId, QDate from)
{
    return m_database->read([productId, from](Connection& connection) -> Result<std::vector<DailyDemand>> {
        requireReadable(connection, "oms");
        std::vector<DailyDemand> days;
        Rows rows = connection.query(QStringLiteral("SELECT CAST(day AS CHAR), qty FROM {oms}demand_daily "
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
        return readName(connection, productId);
    });
}

QFuture<ListedPiece<NamedDemand>> SqlDemandSource::list(const QString& after, int most)
{
    return m_database->read([after, most](Connection& connection) -> ListedPiece<NamedDemand> {
        requireReadable(connection, "oms");
        std::vector<Listed<NamedDemand>> piece;
        const auto last = endOfPiece(
            connection, {QStringLiteral("{oms}products"), QStringLiteral("{oms}oms_history")}, after, most);
        if (!last)
            return piece;
        const ProductKeys keys = ProductKeys::range(after, last);
        // As the database orders ids: by their bytes.
        std::map<QByteArray, Result<NamedDemand>> byId;
        const auto at = [&byId](const QString& productId) -> Result<NamedDemand>& {
            return byId.try_emplace(productId.toUtf8(), NamedDemand{{productId, {}, {}}, {}}).first->second;
        };
        eachName(connection, keys,
                 [&at](ProductName name) { at(name.productId)->product = std::move(name); });
        eachDemand(connection, keys, [&at](const QString& productId, Result<Demand> demand) {
            Result<NamedDemand>& product = at(productId);
            if (demand)
                product->demand = std::move(demand).value();
            else
                product = demand.error();
        });
        for (auto& [productId, found] : byId)
            piece.push_back({QString::fromUtf8(productId), std::move(found)});
        return piece;
    });
}

SqlInventorySource::SqlInventorySource(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<std::vector<WarehouseLevel>>> SqlInventorySource::levels(const QString& productId)
{
    return m_database->read([productId](Connection& connection) -> Result<std::vector<WarehouseLevel>> {
        return readLevels(connection, productId);
    });
}

QFuture<ListedPiece<std::vector<WarehouseLevel>>> SqlInventorySource::list(const QString& after, int most)
{
    return m_database->read([after, most](Connection& connection) {
        requireReadable(connection, "inventory");
        return pieceOf<WarehouseLevel>(connection, QStringLiteral("{inventory}inventory_levels"), after, most,
                                       eachLevel);
    });
}

SqlSupplierSource::SqlSupplierSource(std::shared_ptr<Database> database)
    : m_database(std::move(database))
    , m_turns(
          [reading = m_database.get()](std::vector<QString> productIds) {
              return reading->ask(
                  [ids = QStringList(productIds.cbegin(), productIds.cend())](
                      Connection& connection) -> Result<std::vector<Result<std::vector<SupplierOffer>>>> {
                      return readOffersOfEach(connection, ids);
                  });
          },
          kMostOffers, kMostOfferReadings)
{
}

QFuture<Result<std::vector<SupplierOffer>>> SqlSupplierSource::offers(const QString& productId)
{
    return m_turns.ask(productId);
}

QFuture<ListedPiece<std::vector<SupplierOffer>>> SqlSupplierSource::list(const QString& after, int most)
{
    return m_database->read([after, most](Connection& connection) {
        requireReadable(connection, "supplier");
        auto piece = pieceOf<SupplierOffer>(connection, QStringLiteral("{supplier}supplier_info"), after,
                                            most, eachOffer);
        for (Listed<std::vector<SupplierOffer>>& product : *piece) {
            if (product.found)
                std::sort(product.found->begin(), product.found->end(), comesBefore);
        }
        return piece;
    });
}

SqlUnitSource::SqlUnitSource(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<std::vector<UnitConversion>>> SqlUnitSource::conversions(const QString& productId)
{
    return m_database->read([productId](Connection& connection) -> Result<std::vector<UnitConversion>> {
        return readConversions(connection, productId);
    });
}

QFuture<ListedPiece<std::vector<UnitConversion>>> SqlUnitSource::list(const QString& after, int most)
{
    return m_database->read([after, most](Connection& connection) {
        requireReadable(connection, "uom");
        return pieceOf<UnitConversion>(connection, QStringLiteral("{uom}uom_conversion"), after, most,
                                       eachConversion);
    });
}

} // namespace purchasing::sql
