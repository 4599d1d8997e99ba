#include "core/sql/catalogue/range_reader.h"

#include "core/sql/orders/order_rows.h"
#include "core/sql/orders/unbooked_receipts.h"
#include "core/sql/overrides/override_rows.h"

#include <QDateTime>
#include <QHash>

#include <algorithm>
#include <numeric>

namespace purchasing::sql {
namespace {

constexpr int kRowsOfRange = 2000;

constexpr const char* kCatalogueTables[] = {"{oms}products", "{oms}oms_history",
                                            "{inventory}inventory_levels", "{supplier}supplier_info",
                                            "{uom}uom_conversion"};

/// Gathers the rows of all tables by product.
class RangeReader
{
public:
    RangeReader(Connection& connection, const ProductKeys& keys)
        : m_connection(connection)
        , m_keys(keys)
    {
    }

    std::vector<ProductFacts> read(const QDateTime& now)
    {
        eachName(m_connection, m_keys, [this](ProductName name) {
            ProductFacts& facts = at(name.productId);
            facts.product = std::move(name);
        });
        // No demand row at all leaves the demand unset: it is missing, not zero.
        eachDemand(m_connection, m_keys, [this](const QString& productId, Result<Demand> row) {
            ProductFacts& facts = at(productId);
            if (row)
                facts.demand = std::move(row).value();
            else
                facts.sourceProblems.push_back({QStringLiteral("unreadable:demand"), row.error().message});
        });
        collect<WarehouseLevel>(eachLevel, &ProductFacts::warehouses, QStringLiteral("unreadable:inventory"));
        collect<SupplierOffer>(eachOffer, &ProductFacts::suppliers, QStringLiteral("unreadable:suppliers"));
        collect<UnitConversion>(eachConversion, &ProductFacts::units, QStringLiteral("unreadable:units"));
        readOpenOrders();
        readOverrides();
        for (ProductFacts& facts : m_products) {
            facts.asOf = now;
            if (facts.suppliers && facts.suppliers->size() > 1)
                std::sort(facts.suppliers->begin(), facts.suppliers->end(), comesBefore);
        }
        return sorted();
    }

private:
    /// The product's place; rows come by ascending id, so it mostly is the one after the last.
    ProductFacts& at(const QString& productId)
    {
        for (const std::size_t guess : {m_last, m_last + 1}) {
            if (guess < m_products.size() && m_products[guess].product.productId == productId)
                return m_products[m_last = guess];
        }
        const auto found = m_placeOf.constFind(productId);
        if (found != m_placeOf.cend())
            return m_products[m_last = *found];
        ProductFacts facts;
        facts.product.productId = productId;
        facts.warehouses.emplace();
        facts.suppliers.emplace();
        facts.units.emplace();
        facts.openOrders.emplace();
        m_last = m_products.size();
        m_placeOf.insert(productId, m_last);
        m_products.push_back(std::move(facts));
        return m_products.back();
    }

    /// Gathers rows per product; a product with an unusable row gets a problem instead of a part of its rows.
    template <typename T>
    void collect(void (*each)(Connection&, const ProductKeys&, const RowSink<T>&),
                 std::optional<std::vector<T>> ProductFacts::*member, const QString& code)
    {
        m_last = 0;
        each(m_connection, m_keys, [&](const QString& productId, Result<T> row) {
            ProductFacts& facts = at(productId);
            if (!row) {
                if (facts.*member)
                    facts.sourceProblems.push_back({code, row.error().message});
                (facts.*member).reset();
            } else if (facts.*member) {
                (facts.*member)->push_back(std::move(row).value());
            }
        });
    }

    void readOpenOrders()
    {
        {
            Rows rows = m_connection.query(
                QStringLiteral("SELECT product_id, version FROM {po}product_basis WHERE %1")
                    .arg(m_keys.condition()),
                m_keys.values());
            while (rows.next()) {
                if (const auto place = m_placeOf.constFind(rows.text(0)); place != m_placeOf.cend())
                    m_products[*place].ordersVersion = rows.integer(1);
            }
        }
        QVariantList values = m_keys.values();
        const QString open = inStates(openStates(), values);
        std::vector<PurchaseOrder> orders = readOrders(m_connection,
                                                       QStringLiteral("%1 AND %2 ORDER BY o.created_at_us")
                                                           .arg(m_keys.condition(QStringLiteral("o.")), open),
                                                       values);
        addUnbookedReceipts(m_connection, m_keys.condition(QStringLiteral("o.")), m_keys.values(), orders);
        for (PurchaseOrder& order : orders) {
            if (const auto place = m_placeOf.constFind(order.productId); place != m_placeOf.cend())
                m_products[*place].openOrders->push_back(std::move(order));
        }
    }

    void readOverrides()
    {
        eachOverride(m_connection, m_keys, [this](const QString& productId, Result<Override> row) {
            const auto place = m_placeOf.constFind(productId);
            if (place == m_placeOf.cend())
                return;
            ProductFacts& facts = m_products[*place];
            if (!row) {
                facts.sourceProblems.push_back({QStringLiteral("unreadable:override"), row.error().message});
                return;
            }
            facts.chosenSupplierId = row->supplierId;
            facts.overridden = std::move(row).value();
        });
    }

    /// By the ids' UTF-8 bytes, as both databases order them; products that only a later table knows came
    /// last.
    std::vector<ProductFacts> sorted()
    {
        std::vector<QByteArray> ids;
        ids.reserve(m_products.size());
        for (const ProductFacts& facts : m_products)
            ids.push_back(facts.product.productId.toUtf8());
        if (std::is_sorted(ids.begin(), ids.end()))
            return std::move(m_products);
        std::vector<std::size_t> order(m_products.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return ids[a] < ids[b]; });
        std::vector<ProductFacts> products;
        products.reserve(order.size());
        for (const std::size_t place : order)
            products.push_back(std::move(m_products[place]));
        return products;
    }

    Connection& m_connection;
    const ProductKeys& m_keys;
    std::vector<ProductFacts> m_products;
    QHash<QString, std::size_t> m_placeOf;
    std::size_t m_last = 0;
};

} // namespace

std::optional<QString> endOfRange(Connection& connection, const QString& after)
{
    // Where finding a range costs as much as reading all, there is one range.
    if (connection.dialect().readsWholeTables())
        return std::nullopt;
    QStringList parts;
    QVariantList values;
    for (const char* table : kCatalogueTables) {
        parts += QStringLiteral("SELECT (SELECT product_id FROM %1 WHERE product_id > ? ORDER BY product_id "
                                "LIMIT 1 OFFSET %2) AS id")
                     .arg(QLatin1String(table))
                     .arg(kRowsOfRange - 1);
        values += after;
    }
    const QVariant end = connection.scalar(
        QStringLiteral("SELECT min(id) FROM (%1) AS ends").arg(parts.join(QLatin1String(" UNION ALL "))),
        values);
    return end.isNull() ? std::nullopt : std::optional(end.toString());
}

std::vector<ProductFacts> readProducts(Connection& connection, const ProductKeys& keys, const QDateTime& now)
{
    return RangeReader(connection, keys).read(now);
}

} // namespace purchasing::sql
