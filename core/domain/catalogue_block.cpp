#include "core/domain/catalogue_block.h"

#include <QHash>

#include <algorithm>

namespace purchasing {
namespace {

constexpr std::int32_t kUnsetDays = std::numeric_limits<std::int32_t>::min();

bool fitsDays(std::int64_t number)
{
    return number > kUnsetDays && number <= std::numeric_limits<std::int32_t>::max();
}

std::int64_t milliseconds(const QDateTime& moment, std::int64_t unset)
{
    return moment.isValid() ? moment.toMSecsSinceEpoch() : unset;
}

/// Says whether packed rows hold all there is to know of the product.
bool packs(const ProductFacts& facts)
{
    return facts.warehouses && facts.suppliers && facts.units && facts.openOrders && facts.openOrders->empty()
        && facts.sourceProblems.empty() && facts.chosenSupplierId.isEmpty() && !facts.overridden
        && std::all_of(facts.suppliers->begin(), facts.suppliers->end(), [](const SupplierOffer& offer) {
               return fitsDays(offer.priority) && (!offer.leadTimeDays || fitsDays(*offer.leadTimeDays));
           });
}

template <typename Amount> std::optional<Amount> amount(std::int64_t packed, std::int64_t unset)
{
    return packed == unset ? std::nullopt : std::optional(Amount{packed});
}

template <typename T> void trim(std::vector<T>& rows)
{
    rows.shrink_to_fit();
}

} // namespace

/// Numbers texts while a block is packed.
class CatalogueBlock::TextTable
{
public:
    explicit TextTable(std::vector<QString>& texts)
        : m_texts(texts)
    {
        m_texts.emplace_back(); // A null text stays null: rules see such a fact as missing.
    }

    Text numberOf(const QString& text)
    {
        if (text.isNull())
            return 0;
        const auto known = m_numbers.constFind(text);
        if (known != m_numbers.cend())
            return *known;
        const auto number = static_cast<Text>(m_texts.size());
        m_texts.push_back(text);
        m_numbers.insert(text, number);
        return number;
    }

private:
    std::vector<QString>& m_texts;
    QHash<QString, Text> m_numbers;
};

CatalogueBlock::CatalogueBlock(const std::vector<ProductFacts>& products)
{
    m_demands.reserve(products.size());
    m_categories.reserve(products.size());
    m_levelEnds.reserve(products.size());
    m_offerEnds.reserve(products.size());
    m_unitEnds.reserve(products.size());
    m_levels.reserve(products.size() * 5 / 4);
    m_offers.reserve(products.size() * 5 / 4);
    m_units.reserve(products.size());
    packTexts(products);
    TextTable texts(m_texts);
    bool sameMoment = true;
    bool hasVersions = false;
    for (std::size_t i = 0; i < products.size(); ++i) {
        const ProductFacts& facts = products[i];
        packRows(facts, texts);
        if (!packs(facts))
            m_unpacked.emplace(static_cast<int>(i), facts);
        sameMoment = sameMoment && facts.asOf == products.front().asOf;
        hasVersions = hasVersions || facts.ordersVersion != 0;
    }
    for (std::size_t i = 0; i < products.size() && (i == 0 || !sameMoment); ++i)
        m_asOf.push_back(milliseconds(products[i].asOf, kUnset));
    if (hasVersions) {
        for (const ProductFacts& facts : products)
            m_ordersVersions.push_back(facts.ordersVersion);
    }
    trim(m_texts);
    trim(m_levels);
    trim(m_offers);
    trim(m_units);
}

void CatalogueBlock::packTexts(const std::vector<ProductFacts>& products)
{
    const auto end = [](const QByteArray& bytes) { return static_cast<std::uint32_t>(bytes.size()); };
    for (const ProductFacts& facts : products) {
        m_bytes += facts.product.productId.toUtf8();
        m_idEnds.push_back(end(m_bytes));
        m_bytes += facts.product.name.toUtf8();
        m_nameEnds.push_back(end(m_bytes));
        m_lowerBytes +=
            facts.product.productId.toLower().toUtf8() + ' ' + facts.product.name.toLower().toUtf8() + '\n';
        m_lowerEnds.push_back(end(m_lowerBytes));
    }
    m_bytes.squeeze();
    m_lowerBytes.squeeze();
    trim(m_idEnds);
    trim(m_nameEnds);
    trim(m_lowerEnds);
}

void CatalogueBlock::packRows(const ProductFacts& facts, TextTable& texts)
{
    const auto number = [](const auto& value, auto member) { return value ? (*value).*member : kUnset; };
    m_categories.push_back(texts.numberOf(facts.product.category));
    DemandRow demand;
    if (facts.demand) {
        demand.avgDailyDemand = number(facts.demand->avgDailyDemand, &Quantity::tenThousandths);
        demand.updated = milliseconds(facts.demand->lastUpdated, kUnset);
        demand.trend = texts.numberOf(facts.demand->trend);
        demand.exists = true;
    }
    m_demands.push_back(demand);
    if (facts.warehouses) {
        for (const WarehouseLevel& level : *facts.warehouses)
            m_levels.push_back({number(level.currentQty, &Quantity::tenThousandths),
                                level.reservedQty.tenThousandths, level.onOrderQty.tenThousandths,
                                milliseconds(level.lastUpdated, kUnset), texts.numberOf(level.warehouseId)});
    }
    if (facts.suppliers) {
        for (const SupplierOffer& offer : *facts.suppliers)
            m_offers.push_back({number(offer.moq, &Quantity::tenThousandths),
                                number(offer.unitPrice, &Money::minor),
                                number(offer.orderMultiple, &Quantity::tenThousandths),
                                milliseconds(offer.lastUpdated, kUnset), texts.numberOf(offer.supplierId),
                                texts.numberOf(offer.name), texts.numberOf(offer.email),
                                static_cast<std::int32_t>(offer.leadTimeDays.value_or(kUnsetDays)),
                                static_cast<std::int32_t>(offer.priority),
                                static_cast<std::int8_t>(offer.isActive ? int{*offer.isActive} : -1)});
    }
    if (facts.units) {
        for (const UnitConversion& unit : *facts.units)
            m_units.push_back({number(unit.factor, &Quantity::tenThousandths),
                               milliseconds(unit.lastUpdated, kUnset), texts.numberOf(unit.fromUom),
                               texts.numberOf(unit.toUom)});
    }
    m_levelEnds.push_back(static_cast<std::uint32_t>(m_levels.size()));
    m_offerEnds.push_back(static_cast<std::uint32_t>(m_offers.size()));
    m_unitEnds.push_back(static_cast<std::uint32_t>(m_units.size()));
}

ProductFacts CatalogueBlock::facts(int index) const
{
    if (const auto found = m_unpacked.find(index); found != m_unpacked.end())
        return found->second;
    const auto i = static_cast<std::size_t>(index);
    const auto begin = [i](const std::vector<std::uint32_t>& ends) { return i == 0 ? 0U : ends[i - 1]; };
    const auto moment = [](std::int64_t ms) {
        return ms == kUnset ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    };
    ProductFacts facts;
    facts.product = {productId(index), name(index), text(m_categories[i])};
    const DemandRow& demand = m_demands[i];
    if (demand.exists)
        facts.demand = Demand{amount<Quantity>(demand.avgDailyDemand, kUnset), text(demand.trend),
                              moment(demand.updated)};
    facts.warehouses.emplace();
    for (std::uint32_t at = begin(m_levelEnds); at < m_levelEnds[i]; ++at) {
        const LevelRow& row = m_levels[at];
        facts.warehouses->push_back({text(row.warehouse), amount<Quantity>(row.current, kUnset),
                                     Quantity{row.reserved}, Quantity{row.onOrder}, moment(row.updated)});
    }
    facts.suppliers.emplace();
    for (std::uint32_t at = begin(m_offerEnds); at < m_offerEnds[i]; ++at) {
        const OfferRow& row = m_offers[at];
        SupplierOffer offer;
        offer.supplierId = text(row.supplier);
        offer.name = text(row.name);
        offer.moq = amount<Quantity>(row.moq, kUnset);
        if (row.leadTimeDays != kUnsetDays)
            offer.leadTimeDays = row.leadTimeDays;
        offer.unitPrice = amount<Money>(row.price, kUnset);
        if (row.active >= 0)
            offer.isActive = row.active != 0;
        offer.orderMultiple = amount<Quantity>(row.multiple, kUnset);
        offer.priority = row.priority;
        offer.email = text(row.email);
        offer.lastUpdated = moment(row.updated);
        facts.suppliers->push_back(std::move(offer));
    }
    facts.units.emplace();
    for (std::uint32_t at = begin(m_unitEnds); at < m_unitEnds[i]; ++at) {
        const UnitRow& row = m_units[at];
        facts.units->push_back(
            {text(row.from), text(row.to), amount<Quantity>(row.factor, kUnset), moment(row.updated)});
    }
    facts.openOrders.emplace();
    facts.ordersVersion = m_ordersVersions.empty() ? 0 : m_ordersVersions[i];
    facts.asOf = moment(m_asOf.size() == 1 ? m_asOf.front() : m_asOf[i]);
    return facts;
}

QByteArrayView CatalogueBlock::idBytes(int index) const
{
    const auto i = static_cast<std::size_t>(index);
    const std::uint32_t begin = i == 0 ? 0 : m_nameEnds[i - 1];
    return QByteArrayView(m_bytes).sliced(begin, m_idEnds[i] - begin);
}

QByteArrayView CatalogueBlock::nameBytes(int index) const
{
    const auto i = static_cast<std::size_t>(index);
    return QByteArrayView(m_bytes).sliced(m_idEnds[i], m_nameEnds[i] - m_idEnds[i]);
}

QString CatalogueBlock::productId(int index) const
{
    return QString::fromUtf8(idBytes(index));
}

QString CatalogueBlock::name(int index) const
{
    return QString::fromUtf8(nameBytes(index));
}

int CatalogueBlock::find(QByteArrayView wanted) const
{
    int low = 0;
    int high = size();
    while (low < high) {
        const int middle = (low + high) / 2;
        if (idBytes(middle).compare(wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < size() && idBytes(low) == wanted ? low : -1;
}

bool CatalogueBlock::hasSameProducts(const CatalogueBlock& other) const
{
    if (size() != other.size())
        return false;
    for (int index = 0; index < size(); ++index) {
        if (idBytes(index) != other.idBytes(index))
            return false;
    }
    return true;
}

void CatalogueBlock::keepMatches(const QString& lowerCaseWord, std::vector<char>& hits) const
{
    std::vector<char> textHits(m_texts.size());
    std::transform(m_texts.begin(), m_texts.end(), textHits.begin(), [&](const QString& text) {
        return static_cast<char>(text.toLower().contains(lowerCaseWord));
    });
    const QByteArray word = lowerCaseWord.toUtf8();
    std::size_t product = 0;
    // From find to find: products between two places have no hit in their bytes.
    qsizetype place = m_lowerBytes.indexOf(word);
    for (; product < hits.size(); ++product) {
        const std::uint32_t begin = product == 0 ? 0 : m_lowerEnds[product - 1];
        const std::uint32_t end = m_lowerEnds[product];
        while (place >= 0 && place < begin)
            place = m_lowerBytes.indexOf(word, begin);
        if (!hits[product] || (place >= 0 && place + word.size() <= end))
            continue;
        bool isHit = textHits[m_categories[product]] != 0;
        if (const auto other = m_unpacked.find(static_cast<int>(product)); other != m_unpacked.end()) {
            const SupplierOffer* supplier = other->second.supplier();
            isHit = isHit
                || (supplier
                    && (supplier->supplierId.toLower().contains(lowerCaseWord)
                        || supplier->name.toLower().contains(lowerCaseWord)));
        } else {
            const std::uint32_t first = product == 0 ? 0 : m_offerEnds[product - 1];
            isHit = isHit
                || (first < m_offerEnds[product]
                    && (textHits[m_offers[first].supplier] || textHits[m_offers[first].name]));
        }
        hits[product] = static_cast<char>(isHit);
    }
}

std::size_t CatalogueBlock::memory() const
{
    const auto bytes = [](const auto& rows) { return rows.capacity() * sizeof(rows.front()); };
    std::size_t sum = sizeof(*this) + static_cast<std::size_t>(m_bytes.capacity() + m_lowerBytes.capacity())
        + bytes(m_idEnds) + bytes(m_nameEnds) + bytes(m_lowerEnds) + bytes(m_categories) + bytes(m_demands)
        + bytes(m_levelEnds) + bytes(m_offerEnds) + bytes(m_unitEnds) + bytes(m_levels) + bytes(m_offers)
        + bytes(m_units) + bytes(m_asOf) + bytes(m_ordersVersions) + bytes(m_texts);
    for (const QString& text : m_texts)
        sum += static_cast<std::size_t>(text.capacity()) * sizeof(QChar) + 16;
    return sum + m_unpacked.size() * 2048;
}

} // namespace purchasing
