#include "core/sql/catalogue/packed_reader.h"

#include "core/domain/block_builder.h"
#include "core/sql/catalogue/range_reader.h"
#include "core/sql/engine/bulk_rows.h"
#include "core/sql/orders/order_rows.h"
#include "core/sql/orders/unbooked_receipts.h"

#include <set>
#include <string>

namespace purchasing::sql {
namespace {

/// Reading so many products one by one takes as long as reading the whole range with care.
constexpr std::size_t kMostOddOnes = 100;

/// Reads the tables of a range into a builder and remembers the products that need care.
class PackedReader
{
public:
    PackedReader(Connection& connection, const ProductKeys& keys)
        : m_connection(connection)
        , m_where(conditionOf(connection.dialect(), keys))
    {
    }

    void readNames()
    {
        BulkRows rows(m_connection, select("product_id, name, category FROM {oms}products", "product_id"));
        while (rows.next())
            m_builder.setName(m_builder.product(rows.text(0)), rows.text(1), rows.text(2));
    }

    void readDemands()
    {
        // The newest first; all backwards, so that the index has the order and nothing is sorted.
        BulkRows rows(m_connection,
                      select("product_id, avg_daily_demand, trend, last_updated FROM {oms}oms_history",
                             "product_id DESC, last_updated DESC, id DESC"));
        while (rows.next()) {
            const std::size_t product = m_builder.product(rows.text(0));
            PackedDemand demand;
            bool isOdd = false;
            demand.avgDailyDemand = take(rows.number(1), isOdd);
            demand.updated = take(rows.timestamp(3), isOdd);
            m_builder.addDemand(product, demand, rows.text(2));
            noteIf(isOdd, rows);
        }
    }

    void readLevels()
    {
        BulkRows rows(
            m_connection,
            select("product_id, warehouse_id, current_qty, reserved_qty, on_order_qty, last_updated "
                   "FROM {inventory}inventory_levels",
                   "product_id, warehouse_id, id"));
        while (rows.next()) {
            PackedLevel level;
            bool isOdd = false;
            level.current = take(rows.number(2), isOdd);
            level.reserved = take(rows.number(3), isOdd, 0);
            level.onOrder = take(rows.number(4), isOdd, 0);
            level.updated = take(rows.timestamp(5), isOdd);
            m_builder.addLevel(m_builder.product(rows.text(0)), level, rows.text(1));
            noteIf(isOdd, rows);
        }
    }

    void readOffers()
    {
        BulkRows rows(
            m_connection,
            select("product_id, supplier_id, supplier_name, moq, lead_time_days, unit_price, is_active, "
                   "order_multiple, priority, email, last_updated FROM {supplier}supplier_info",
                   "product_id, supplier_id, id"));
        while (rows.next()) {
            PackedOffer offer;
            bool isOdd = false;
            offer.moq = take(rows.number(3), isOdd);
            offer.leadTimeDays = static_cast<std::int32_t>(whole(rows.number(4), isOdd, kUnsetDays));
            offer.price = take(rows.number(5), isOdd);
            const std::int64_t active = whole(rows.number(6), isOdd, -1);
            isOdd = isOdd || active < -1 || active > 1;
            offer.active = static_cast<std::int8_t>(active);
            offer.multiple = take(rows.number(7), isOdd, Quantity::kScale);
            offer.priority = static_cast<std::int32_t>(whole(rows.number(8), isOdd, 0));
            offer.updated = take(rows.timestamp(10), isOdd);
            m_builder.addOffer(m_builder.product(rows.text(0)), offer, rows.text(1), rows.text(2),
                               rows.text(9));
            noteIf(isOdd, rows);
        }
    }

    void readUnits()
    {
        BulkRows rows(m_connection,
                      select("product_id, from_uom, to_uom, conversion_factor, last_updated "
                             "FROM {uom}uom_conversion",
                             "product_id, from_uom, to_uom, id"));
        while (rows.next()) {
            PackedUnit unit;
            bool isOdd = false;
            unit.factor = take(rows.number(3), isOdd);
            unit.updated = take(rows.timestamp(4), isOdd);
            m_builder.addUnit(m_builder.product(rows.text(0)), unit, rows.text(1), rows.text(2));
            noteIf(isOdd, rows);
        }
    }

    void readOrders()
    {
        {
            BulkRows rows(m_connection, select("product_id, version FROM {po}product_basis", "product_id"));
            while (rows.next()) {
                if (m_builder.knows(rows.text(0)))
                    m_builder.setOrdersVersion(m_builder.product(rows.text(0)),
                                               rows.number(1).value.value_or(0) / Quantity::kScale);
            }
        }
        QStringList states;
        for (const OrderState state : openStates())
            states += QStringLiteral("'%1'").arg(databaseWord(state));
        noteAll(
            QStringLiteral("SELECT DISTINCT product_id FROM {po}purchase_order WHERE %1 AND status IN (%2)")
                .arg(m_where, states.join(QLatin1String(", "))));
        if (const QString unbooked = unbookedCondition(m_connection, QStringLiteral("purchase_order."));
            !unbooked.isEmpty())
            noteAll(QStringLiteral("SELECT DISTINCT product_id FROM {po}purchase_order WHERE %1 AND %2")
                        .arg(m_where, unbooked));
        noteAll(QStringLiteral("SELECT product_id FROM {po}product_override WHERE %1").arg(m_where));
    }

    [[nodiscard]] const std::set<std::string>& oddOnes() const { return m_oddOnes; }

    std::vector<Catalogue::Block> build(const QDateTime& now)
    {
        for (std::size_t product = 0; product < m_builder.productCount(); ++product)
            m_builder.setAsOf(product, now.toMSecsSinceEpoch());
        return m_builder.build();
    }

private:
    static QString conditionOf(const Dialect& dialect, const ProductKeys& keys)
    {
        QString condition = QStringLiteral("product_id > %1").arg(textLiteral(dialect, keys.after));
        if (keys.last)
            condition += QStringLiteral(" AND product_id <= %1").arg(textLiteral(dialect, *keys.last));
        return condition;
    }

    [[nodiscard]] QString select(const char* what, const char* order) const
    {
        return QStringLiteral("SELECT %1 WHERE %2 ORDER BY %3")
            .arg(QLatin1String(what), m_where, QLatin1String(order));
    }

    static std::int64_t take(const BulkRows::Number& number, bool& isOdd, std::int64_t unset = kUnsetNumber)
    {
        isOdd = isOdd || number.isOdd;
        return number.value.value_or(unset);
    }

    /// The number in whole units that fit into 32 bits.
    static std::int64_t whole(const BulkRows::Number& number, bool& isOdd, std::int64_t unset)
    {
        if (!number.value) {
            isOdd = isOdd || number.isOdd;
            return unset;
        }
        const std::int64_t units = *number.value / Quantity::kScale;
        isOdd = isOdd || *number.value % Quantity::kScale != 0 || units <= kUnsetDays
            || units > std::numeric_limits<std::int32_t>::max();
        return units;
    }

    void noteIf(bool isOdd, const BulkRows& rows)
    {
        if (isOdd)
            m_oddOnes.emplace(rows.text(0));
    }

    void noteAll(const QString& sql)
    {
        BulkRows rows(m_connection, sql);
        while (rows.next())
            m_oddOnes.emplace(rows.text(0));
    }

    Connection& m_connection;
    QString m_where;
    BlockBuilder m_builder;
    std::set<std::string> m_oddOnes;
};

} // namespace

std::vector<Catalogue::Block> readPacked(Connection& connection, const ProductKeys& keys,
                                         const QDateTime& now)
{
    PackedReader reader(connection, keys);
    reader.readNames();
    reader.readDemands();
    reader.readLevels();
    reader.readOffers();
    reader.readUnits();
    reader.readOrders();
    if (reader.oddOnes().size() > kMostOddOnes)
        return Catalogue::packed(readProducts(connection, keys, now));
    std::vector<Catalogue::Block> blocks = reader.build(now);
    if (reader.oddOnes().empty())
        return blocks;
    std::vector<ProductFacts> careful;
    for (const std::string& productId : reader.oddOnes()) {
        for (ProductFacts& facts :
             readProducts(connection, ProductKeys::one(QString::fromStdString(productId)), now))
            careful.push_back(std::move(facts));
    }
    return Catalogue(std::move(blocks)).with(careful).catalogue->blocks();
}

} // namespace purchasing::sql
