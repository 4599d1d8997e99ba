#include "core/sql/sql_catalogue_source.h"

#include "core/sql/order_rows.h"
#include "core/sql/product_rows.h"

#include <QCoreApplication>

#include <algorithm>

namespace purchasing::sql {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::sql::Catalogue)
};

constexpr std::size_t kRangeSize = 1000; // Products read under one lock: a few milliseconds.

std::vector<QString> allProductIds(const QSqlDatabase& connection)
{
    Query rows(connection,
               QStringLiteral(
                   "SELECT product_id FROM products UNION SELECT product_id FROM oms_history "
                   "UNION SELECT product_id FROM inventory_levels UNION SELECT product_id FROM supplier_info "
                   "UNION SELECT product_id FROM uom_conversion ORDER BY 1"));
    std::vector<QString> ids;
    while (rows.next())
        ids.push_back(rows.text(0));
    return ids;
}

/// The part of a catalogue that one range of ids covers. Rows come by ascending id, so a cursor finds the
/// product.
class RangeReader
{
public:
    RangeReader(std::vector<ProductFacts>& catalogue, std::size_t begin, std::size_t end)
        : m_catalogue(catalogue)
        , m_begin(begin)
        , m_end(end)
    {
    }

    void read(const QSqlDatabase& connection, const QDateTime& asOf)
    {
        const KeyRange range{m_catalogue[m_begin].product.productId,
                             m_catalogue[m_end - 1].product.productId};
        readNames(connection, range, sink<ProductName>("products", [](ProductFacts& facts, ProductName name) {
                      facts.product = std::move(name);
                  }));
        readDemand(connection, range, sink<Demand>("demand", [](ProductFacts& facts, Demand demand) {
                       facts.demand = std::move(demand); // The last row of a product is the newest.
                   }));
        readLevels(connection, range,
                   sink<WarehouseLevel>("inventory", [](ProductFacts& facts, WarehouseLevel level) {
                       facts.warehouses->push_back(std::move(level));
                   }));
        readOffers(connection, range,
                   sink<SupplierOffer>("supplier", [](ProductFacts& facts, SupplierOffer offer) {
                       facts.suppliers->push_back(std::move(offer));
                   }));
        readConversions(connection, range,
                        sink<UnitConversion>("units", [](ProductFacts& facts, UnitConversion unit) {
                            facts.units->push_back(std::move(unit));
                        }));
        for (PurchaseOrder& order :
             readOrders(connection, QStringLiteral("po.product_id BETWEEN ? AND ? AND ") + onOrderCondition(),
                        {range.first, range.last},
                        QStringLiteral("po.product_id, po.created_at_us, po.po_number"))) {
            if (ProductFacts* facts = find(order.productId))
                facts->openOrders->push_back(std::move(order));
        }
        Query basis(
            connection,
            QStringLiteral(
                "SELECT product_id, version FROM product_basis WHERE product_id BETWEEN ? AND ? ORDER BY 1"),
            {range.first, range.last});
        while (basis.next()) {
            if (ProductFacts* facts = find(basis.text(0)))
                facts->ordersVersion = basis.integer(1);
        }
        finish(asOf);
    }

private:
    ProductFacts* find(const QString& productId)
    {
        if (m_cursor < m_end && m_cursor >= m_begin && m_catalogue[m_cursor].product.productId == productId)
            return &m_catalogue[m_cursor];
        const auto first = m_catalogue.begin() + static_cast<std::ptrdiff_t>(m_begin);
        const auto last = m_catalogue.begin() + static_cast<std::ptrdiff_t>(m_end);
        // The database orders by bytes of UTF-8, QString by UTF-16 units; they differ beyond U+FFFF, so
        // compare as it does.
        const QByteArray wanted = productId.toUtf8();
        const auto found =
            std::lower_bound(first, last, wanted, [](const ProductFacts& facts, const QByteArray& id) {
                return facts.product.productId.toUtf8() < id;
            });
        if (found == last || found->product.productId != productId)
            return nullptr;
        m_cursor = static_cast<std::size_t>(found - m_catalogue.begin());
        return &*found;
    }

    template <typename Row, typename Store> RowSink<Row> sink(const char* source, Store store)
    {
        return
            [this, source, store](const QString& productId, std::optional<Row> row, const QString& problem) {
                ProductFacts* facts = find(productId);
                if (!facts)
                    return; // Came into being after the list of ids was read; the next load has it.
                if (row)
                    store(*facts, std::move(*row));
                else
                    facts->sourceProblems.push_back(
                        {QLatin1String("unavailable:") + QLatin1String(source),
                         Words::tr("%1 unusable: %2").arg(QLatin1String(source), problem)});
            };
    }

    void finish(const QDateTime& asOf)
    {
        for (std::size_t row = m_begin; row < m_end; ++row) {
            ProductFacts& facts = m_catalogue[row];
            facts.asOf = asOf;
            std::sort(facts.suppliers->begin(), facts.suppliers->end(), comesBefore);
            for (const Problem& problem : facts.sourceProblems) {
                // A list with an unusable row is not known: a part of it would decide wrongly.
                if (problem.code.endsWith(QLatin1String("inventory")))
                    facts.warehouses.reset();
                else if (problem.code.endsWith(QLatin1String("supplier")))
                    facts.suppliers.reset();
                else if (problem.code.endsWith(QLatin1String("units")))
                    facts.units.reset();
                else if (problem.code.endsWith(QLatin1String("demand")))
                    facts.demand.reset();
            }
            if (!facts.demand && facts.sourceProblems.empty())
                facts.sourceProblems.push_back({QStringLiteral("no-demand"), Words::tr("no demand record")});
        }
    }

    std::vector<ProductFacts>& m_catalogue;
    std::size_t m_begin;
    std::size_t m_end;
    std::size_t m_cursor = 0;
};

} // namespace

SqlCatalogueSource::SqlCatalogueSource(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<std::vector<ProductFacts>>>
SqlCatalogueSource::load(LoadProgress progress, std::shared_ptr<std::atomic_bool> cancelled)
{
    using Catalogue = std::vector<ProductFacts>;
    return m_database->read<Catalogue>(
        [this, progress = std::move(progress),
         cancelled = std::move(cancelled)](const QSqlDatabase& connection) -> Result<Catalogue> {
            const std::vector<QString> ids = allProductIds(connection);
            Catalogue catalogue(ids.size());
            for (std::size_t row = 0; row < ids.size(); ++row) {
                ProductFacts& facts = catalogue[row];
                facts.product.productId = ids[row];
                facts.warehouses.emplace();
                facts.suppliers.emplace();
                facts.units.emplace();
                facts.openOrders.emplace();
            }
            for (std::size_t begin = 0; begin < ids.size(); begin += kRangeSize) {
                if (cancelled && cancelled->load())
                    return Error{ErrorKind::Cancelled, Words::tr("Loading was cancelled."), {}};
                const std::size_t end = std::min(begin + kRangeSize, ids.size());
                RangeReader(catalogue, begin, end).read(connection, m_database->now());
                if (progress)
                    progress(static_cast<std::int64_t>(end), static_cast<std::int64_t>(ids.size()));
            }
            return catalogue;
        });
}

QFuture<Result<std::int64_t>> SqlCatalogueSource::changeCounter()
{
    return m_database->changeCounter();
}

} // namespace purchasing::sql
