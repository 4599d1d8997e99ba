#include "core/domain/catalogue_block.h"

#include <algorithm>

namespace purchasing {
namespace {

template <typename Amount> std::optional<Amount> amount(std::int64_t packed)
{
    return packed == kUnsetNumber ? std::nullopt : std::optional(Amount{packed});
}

QDateTime moment(std::int64_t milliseconds)
{
    return milliseconds == kUnsetNumber ? QDateTime() : QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

} // namespace

ProductFacts CatalogueBlock::facts(int index) const
{
    const std::int64_t confirmed = m_confirmed.load(std::memory_order_relaxed);
    if (const auto found = m_unpacked.find(index); found != m_unpacked.end()) {
        ProductFacts facts = found->second;
        if (confirmed != kUnsetNumber)
            facts.asOf = std::max(facts.asOf, moment(confirmed));
        return facts;
    }
    const auto i = static_cast<std::size_t>(index);
    const auto begin = [i](const std::vector<std::uint32_t>& ends) { return i == 0 ? 0U : ends[i - 1]; };
    ProductFacts facts;
    facts.product = {productId(index), name(index), text(m_categories[i])};
    const PackedDemand& demand = m_demands[i];
    if (demand.exists)
        facts.demand =
            Demand{amount<Quantity>(demand.avgDailyDemand), text(demand.trend), moment(demand.updated)};
    facts.warehouses.emplace();
    for (std::uint32_t at = begin(m_levelEnds); at < m_levelEnds[i]; ++at) {
        const PackedLevel& row = m_levels[at];
        facts.warehouses->push_back({text(row.warehouse), amount<Quantity>(row.current),
                                     Quantity{row.reserved}, Quantity{row.onOrder}, moment(row.updated)});
    }
    facts.suppliers.emplace();
    for (std::uint32_t at = begin(m_offerEnds); at < m_offerEnds[i]; ++at) {
        const PackedOffer& row = m_offers[at];
        SupplierOffer offer;
        offer.supplierId = text(row.supplier);
        offer.name = text(row.name);
        offer.moq = amount<Quantity>(row.moq);
        if (row.leadTimeDays != kUnsetDays)
            offer.leadTimeDays = row.leadTimeDays;
        offer.unitPrice = amount<UnitPrice>(row.price);
        if (row.active >= 0)
            offer.isActive = row.active != 0;
        offer.orderMultiple = amount<Quantity>(row.multiple);
        offer.priority = row.priority;
        offer.email = text(row.email);
        offer.lastUpdated = moment(row.updated);
        facts.suppliers->push_back(std::move(offer));
    }
    facts.units.emplace();
    for (std::uint32_t at = begin(m_unitEnds); at < m_unitEnds[i]; ++at) {
        const PackedUnit& row = m_units[at];
        facts.units->push_back(
            {text(row.from), text(row.to), amount<Quantity>(row.factor), moment(row.updated)});
    }
    facts.openOrders.emplace();
    facts.ordersVersion = m_ordersVersions.empty() ? 0 : m_ordersVersions[i];
    facts.asOf = moment(std::max(confirmed, m_asOf.size() == 1 ? m_asOf.front() : m_asOf[i]));
    return facts;
}

bool CatalogueBlock::hasSameFacts(const CatalogueBlock& other) const
{
    return m_bytes == other.m_bytes && m_idEnds == other.m_idEnds && m_nameEnds == other.m_nameEnds
        && m_categories == other.m_categories && m_texts == other.m_texts && m_demands == other.m_demands
        && m_levelEnds == other.m_levelEnds && m_offerEnds == other.m_offerEnds
        && m_unitEnds == other.m_unitEnds && m_levels == other.m_levels && m_offers == other.m_offers
        && m_units == other.m_units && m_ordersVersions == other.m_ordersVersions
        && std::equal(m_unpacked.begin(), m_unpacked.end(), other.m_unpacked.begin(), other.m_unpacked.end(),
                      [](const auto& mine, const auto& theirs) {
                          ProductFacts same = mine.second;
                          same.asOf = theirs.second.asOf;
                          return mine.first == theirs.first && same == theirs.second;
                      });
}

void CatalogueBlock::confirm(const CatalogueBlock& fresh) const
{
    // What was read first counts for all.
    const std::int64_t readAt = *std::min_element(fresh.m_asOf.begin(), fresh.m_asOf.end());
    std::int64_t known = m_confirmed.load(std::memory_order_relaxed);
    while (known < readAt && !m_confirmed.compare_exchange_weak(known, readAt, std::memory_order_relaxed)) { }
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
