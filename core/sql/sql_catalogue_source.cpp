#include "core/sql/sql_catalogue_source.h"

#include "core/sql/catalogue_rows.h"
#include "core/sql/order_rows.h"
#include "core/sql/override_rows.h"
#include "core/sql/transaction.h"

#include <QDateTime>
#include <QHash>

#include <algorithm>

namespace purchasing::sql {
namespace {

constexpr int kRange = 500; // Read in well under 50 ms, which is what a writer may have to wait.
constexpr int kEverything = 100'000'000; // More products than there can be.

/// The next products after `after`, by ascending id, over all tables.
std::vector<ProductFacts> nextProducts(Connection& connection, const QString& after)
{
    static const char* const kTables[] = {"{oms}products", "{oms}oms_history", "{inventory}inventory_levels",
                                          "{supplier}supplier_info", "{uom}uom_conversion"};
    // Readers keep no writer waiting where ranges do not pay (a server's tables with ids we must convert).
    const int range = connection.dialect().readsWholeTables() ? kEverything : kRange;
    QStringList parts;
    QVariantList values;
    for (const char* table : kTables) {
        parts += QStringLiteral("SELECT * FROM (SELECT DISTINCT product_id FROM %1 WHERE product_id > ? "
                                "ORDER BY product_id LIMIT %2) AS t%3")
                     .arg(QLatin1String(table))
                     .arg(range)
                     .arg(parts.size());
        values += after;
    }
    Rows rows = connection.query(
        parts.join(QLatin1String(" UNION ")) + QStringLiteral(" ORDER BY 1 LIMIT %1").arg(range), values);
    std::vector<ProductFacts> products;
    while (rows.next()) {
        ProductFacts facts;
        facts.product.productId = rows.text(0);
        products.push_back(std::move(facts));
    }
    return products;
}

/// Fills the facts of one range of products.
class RangeLoader
{
public:
    RangeLoader(Connection& connection, std::vector<ProductFacts>& products, const QString& after)
        : m_connection(connection)
        , m_products(products)
        , m_keys(ProductKeys::range(after, products.back().product.productId))
    {
        for (std::size_t i = 0; i < products.size(); ++i)
            m_rowOf.insert(products[i].product.productId, i);
    }

    void load()
    {
        eachName(m_connection, m_keys, [this](ProductName name) {
            if (ProductFacts* facts = find(name.productId))
                facts->product = std::move(name);
        });
        // No demand row at all leaves the demand unset: it is missing, not zero.
        eachDemand(m_connection, m_keys, [this](const QString& productId, Result<Demand> row) {
            ProductFacts* facts = find(productId);
            if (!facts)
                return;
            if (row)
                facts->demand = std::move(row).value();
            else
                facts->sourceProblems.push_back({QStringLiteral("unreadable:demand"), row.error().message});
        });
        collect<WarehouseLevel>(eachLevel, &ProductFacts::warehouses, QStringLiteral("unreadable:inventory"));
        collect<SupplierOffer>(eachOffer, &ProductFacts::suppliers, QStringLiteral("unreadable:suppliers"));
        collect<UnitConversion>(eachConversion, &ProductFacts::units, QStringLiteral("unreadable:units"));
        for (ProductFacts& facts : m_products) {
            if (facts.suppliers)
                std::sort(facts.suppliers->begin(), facts.suppliers->end(), comesBefore);
        }
        loadOrders();
        eachOverride(m_connection, m_keys, [this](const QString& productId, Result<Override> row) {
            ProductFacts* facts = find(productId);
            if (!facts)
                return;
            if (!row) {
                facts->sourceProblems.push_back({QStringLiteral("unreadable:override"), row.error().message});
                return;
            }
            facts->chosenSupplierId = row->supplierId;
            facts->overridden = std::move(row).value();
        });
    }

private:
    ProductFacts* find(const QString& productId)
    {
        const auto found = m_rowOf.constFind(productId);
        return found == m_rowOf.cend() ? nullptr : &m_products[*found];
    }

    /// Gathers rows per product; a product with an unusable row gets a problem instead of a part of its rows.
    template <typename T>
    void collect(void (*each)(Connection&, const ProductKeys&, const RowSink<T>&),
                 std::optional<std::vector<T>> ProductFacts::*member, const QString& code)
    {
        for (ProductFacts& facts : m_products)
            facts.*member = std::vector<T>();
        each(m_connection, m_keys, [&](const QString& productId, Result<T> row) {
            ProductFacts* facts = find(productId);
            if (!facts)
                return;
            if (!row) {
                if (facts->*member)
                    facts->sourceProblems.push_back({code, row.error().message});
                (facts->*member).reset();
            } else if (facts->*member) {
                (facts->*member)->push_back(std::move(row).value());
            }
        });
    }

    void loadOrders()
    {
        for (ProductFacts& facts : m_products)
            facts.openOrders = std::vector<PurchaseOrder>();
        {
            Rows rows = m_connection.query(
                QStringLiteral("SELECT product_id, version FROM {po}product_basis WHERE %1")
                    .arg(m_keys.condition()),
                m_keys.values());
            while (rows.next()) {
                if (ProductFacts* facts = find(rows.text(0)))
                    facts->ordersVersion = rows.integer(1);
            }
        }
        QVariantList values = m_keys.values();
        const QString open = inStates(openStates(), values);
        for (PurchaseOrder& order : readOrders(
                 m_connection,
                 QStringLiteral("o.product_id > ? AND o.product_id <= ? AND %1 ORDER BY o.created_at_us")
                     .arg(open),
                 values)) {
            if (ProductFacts* facts = find(order.productId))
                facts->openOrders->push_back(std::move(order));
        }
    }

    Connection& m_connection;
    std::vector<ProductFacts>& m_products;
    ProductKeys m_keys;
    QHash<QString, std::size_t> m_rowOf;
};

/// How many products there are at least, cheaply; only for showing progress.
qint64 estimate(Connection& connection)
{
    const auto count = [&](const QString& sql) { return connection.scalar(sql).toLongLong(); };
    return std::max(count(QStringLiteral("SELECT count(*) FROM {oms}products")),
                    count(QStringLiteral("SELECT count(*) FROM {oms}oms_history")));
}

} // namespace

SqlCatalogueSource::SqlCatalogueSource(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<std::vector<ProductFacts>>>
SqlCatalogueSource::load(LoadProgress progress, std::shared_ptr<std::atomic_bool> cancelled)
{
    const Clock* clock = &m_database->clock();
    return m_database->readInPieces([clock, progress = std::move(progress), cancelled = std::move(cancelled)](
                                        Connection& connection) -> Result<std::vector<ProductFacts>> {
        const qint64 total = estimate(connection);
        std::vector<ProductFacts> all;
        all.reserve(static_cast<std::size_t>(total));
        for (QString after;;) {
            if (cancelled && cancelled->load())
                return Error{ErrorKind::Cancelled, QStringLiteral("Loading the catalogue was stopped."), {}};
            const Transaction moment(connection, connection.dialect().beginRead());
            const QDateTime now = clock->now();
            std::vector<ProductFacts> range = nextProducts(connection, after);
            if (range.empty())
                break;
            RangeLoader(connection, range, after).load();
            after = range.back().product.productId;
            for (ProductFacts& facts : range) {
                facts.asOf = now;
                all.push_back(std::move(facts));
            }
            if (progress)
                progress(static_cast<qint64>(all.size()), std::max(total, static_cast<qint64>(all.size())));
        }
        return all;
    });
}

QFuture<Result<std::int64_t>> SqlCatalogueSource::changeCounter()
{
    return m_database->changeCounter();
}

} // namespace purchasing::sql
