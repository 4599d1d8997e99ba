#include "core/domain/block_builder.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace purchasing {
namespace {

bool fitsDays(std::int64_t number)
{
    return number > kUnsetDays && number <= std::numeric_limits<std::int32_t>::max();
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

std::int64_t milliseconds(const QDateTime& moment)
{
    return moment.isValid() ? moment.toMSecsSinceEpoch() : kUnsetNumber;
}

std::int64_t number(const std::optional<Quantity>& amount)
{
    return amount ? amount->tenThousandths : kUnsetNumber;
}

/// In lower case, as texts are looked for; ASCII, which most is, without a detour.
void appendLower(QByteArray& bytes, const std::string& text)
{
    const auto isAscii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (!std::all_of(text.begin(), text.end(), isAscii)) {
        bytes += QString::fromStdString(text).toLower().toUtf8();
        return;
    }
    for (const char c : text)
        bytes += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

std::size_t BlockBuilder::product(std::string_view id)
{
    for (const std::size_t guess : {m_last, m_last + 1, m_last - 1}) {
        if (guess < m_products.size() && m_products[guess].id == id)
            return m_last = guess;
    }
    if (const auto known = m_productNumbers.find(id); known != m_productNumbers.end())
        return m_last = known->second;
    m_last = m_products.size();
    m_productNumbers.emplace(id, m_last);
    m_products.emplace_back().id = id;
    return m_last;
}

bool BlockBuilder::knows(std::string_view id) const
{
    return m_productNumbers.find(id) != m_productNumbers.end();
}

PackedText BlockBuilder::textOf(std::string_view text)
{
    if (!text.data())
        return 0;
    if (const auto known = m_textNumbers.find(text); known != m_textNumbers.end())
        return static_cast<PackedText>(known->second);
    m_textNumbers.emplace(text, m_texts.size());
    m_texts.push_back(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    return static_cast<PackedText>(m_texts.size() - 1);
}

PackedText BlockBuilder::textOf(const QString& text)
{
    if (text.isNull())
        return 0;
    const QByteArray bytes = text.toUtf8();
    return textOf(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

void BlockBuilder::setName(std::size_t product, std::string_view name, std::string_view category)
{
    m_products[product].name = name;
    m_products[product].category = textOf(category);
}

void BlockBuilder::addDemand(std::size_t product, const PackedDemand& demand, std::string_view trend)
{
    PackedDemand& kept = m_products[product].demand;
    if (kept.exists)
        return;
    kept = demand;
    kept.trend = textOf(trend);
    kept.exists = true;
}

void BlockBuilder::addLevel(std::size_t product, PackedLevel level, std::string_view warehouse)
{
    level.warehouse = textOf(warehouse);
    m_levels.push_back({product, level});
}

void BlockBuilder::addOffer(std::size_t product, PackedOffer offer, std::string_view supplier,
                            std::string_view name, std::string_view email)
{
    offer.supplier = textOf(supplier);
    offer.name = textOf(name);
    offer.email = textOf(email);
    m_offers.push_back({product, offer});
}

void BlockBuilder::addUnit(std::size_t product, PackedUnit unit, std::string_view from, std::string_view to)
{
    unit.from = textOf(from);
    unit.to = textOf(to);
    m_units.push_back({product, unit});
}

void BlockBuilder::setOrdersVersion(std::size_t product, std::int64_t version)
{
    m_products[product].ordersVersion = version;
}

void BlockBuilder::setAsOf(std::size_t product, std::int64_t milliseconds)
{
    m_products[product].asOf = milliseconds;
}

void BlockBuilder::add(const ProductFacts& facts)
{
    const std::size_t number = product(facts.product.productId.toStdString());
    Product& packed = m_products[number];
    packed.name = facts.product.name.toStdString();
    packed.category = textOf(facts.product.category);
    packed.asOf = milliseconds(facts.asOf);
    packed.ordersVersion = facts.ordersVersion;
    if (facts.demand)
        packed.demand = {purchasing::number(facts.demand->avgDailyDemand),
                         milliseconds(facts.demand->lastUpdated), textOf(facts.demand->trend), true};
    if (!packs(facts))
        packed.unpacked = std::make_unique<ProductFacts>(facts);
    for (const WarehouseLevel& level : facts.warehouses.value_or(std::vector<WarehouseLevel>()))
        m_levels.push_back(
            {number,
             {purchasing::number(level.currentQty), level.reservedQty.tenThousandths,
              level.onOrderQty.tenThousandths, milliseconds(level.lastUpdated), textOf(level.warehouseId)}});
    for (const SupplierOffer& offer : facts.suppliers.value_or(std::vector<SupplierOffer>()))
        m_offers.push_back(
            {number,
             {purchasing::number(offer.moq), offer.unitPrice ? offer.unitPrice->tenThousandths : kUnsetNumber,
              purchasing::number(offer.orderMultiple), milliseconds(offer.lastUpdated),
              textOf(offer.supplierId), textOf(offer.name), textOf(offer.email),
              static_cast<std::int32_t>(offer.leadTimeDays.value_or(kUnsetDays)),
              static_cast<std::int32_t>(offer.priority),
              static_cast<std::int8_t>(offer.isActive ? int{*offer.isActive} : -1)}});
    for (const UnitConversion& unit : facts.units.value_or(std::vector<UnitConversion>()))
        m_units.push_back({number,
                           {purchasing::number(unit.factor), milliseconds(unit.lastUpdated),
                            textOf(unit.fromUom), textOf(unit.toUom)}});
}

void BlockBuilder::orderProducts()
{
    m_order.resize(m_products.size());
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    const auto byId = [this](std::size_t a, std::size_t b) { return m_products[a].id < m_products[b].id; };
    if (!std::is_sorted(m_order.begin(), m_order.end(), byId))
        std::sort(m_order.begin(), m_order.end(), byId);
    for (std::size_t place = 0; place < m_order.size(); ++place)
        m_products[m_order[place]].place = place;
}

template <typename Row> void BlockBuilder::orderRows(std::vector<Of<Row>>& rows) const
{
    const auto byPlace = [this](const Of<Row>& a, const Of<Row>& b) {
        return m_products[a.product].place < m_products[b.product].place;
    };
    if (!std::is_sorted(rows.begin(), rows.end(), byPlace))
        std::stable_sort(rows.begin(), rows.end(), byPlace);
}

/// As comesBefore() does.
void BlockBuilder::orderOffers()
{
    const auto knownFirst = [](std::int64_t amount) {
        return amount == kUnsetNumber ? std::numeric_limits<std::int64_t>::max() : amount;
    };
    const auto rank = [knownFirst](const PackedOffer& offer) {
        const bool canBeOrderedFrom = offer.price > 0 && offer.leadTimeDays != kUnsetDays;
        return std::tuple(offer.active != 1, !canBeOrderedFrom, offer.priority, knownFirst(offer.price));
    };
    const auto rest = [this, knownFirst](const PackedOffer& offer) {
        return std::tuple(
            offer.leadTimeDays == kUnsetDays ? std::numeric_limits<std::int32_t>::max() : offer.leadTimeDays,
            knownFirst(offer.moq), knownFirst(offer.multiple), m_texts[offer.email], m_texts[offer.name]);
    };
    for (auto begin = m_offers.begin(); begin != m_offers.end();) {
        const auto end = std::find_if(begin, m_offers.end(), [&](const Of<PackedOffer>& offer) {
            return offer.product != begin->product;
        });
        if (end - begin > 1)
            std::sort(begin, end, [&](const Of<PackedOffer>& a, const Of<PackedOffer>& b) {
                const auto rankA = rank(a.row);
                const auto rankB = rank(b.row);
                if (rankA != rankB)
                    return rankA < rankB;
                if (a.row.supplier != b.row.supplier)
                    return m_texts[a.row.supplier] < m_texts[b.row.supplier];
                return rest(a.row) < rest(b.row);
            });
        begin = end;
    }
}

std::vector<std::shared_ptr<const CatalogueBlock>> BlockBuilder::build()
{
    orderProducts();
    orderRows(m_levels);
    orderRows(m_offers);
    orderRows(m_units);
    orderOffers();
    // Even parts: a remainder of a few products in a block of its own would be a waste.
    const std::size_t count = m_products.size();
    const std::size_t parts = (count + CatalogueBlock::kMostProducts - 1) / CatalogueBlock::kMostProducts;
    std::vector<std::shared_ptr<const CatalogueBlock>> blocks;
    for (std::size_t part = 0; part < parts; ++part)
        blocks.push_back(buildBlock(count * part / parts, count * (part + 1) / parts));
    return blocks;
}

std::shared_ptr<const CatalogueBlock> BlockBuilder::buildBlock(std::size_t first, std::size_t end) const
{
    auto block = std::make_shared<CatalogueBlock>();
    const std::size_t count = end - first;
    // Each block has its own texts, numbered as they come.
    std::vector<PackedText> numbers(m_texts.size(), 0);
    block->m_texts.emplace_back();
    const auto renumber = [&](PackedText& text) {
        if (text == 0)
            return;
        if (numbers[text] == 0) {
            numbers[text] = static_cast<PackedText>(block->m_texts.size());
            block->m_texts.push_back(m_texts[text]);
        }
        text = numbers[text];
    };
    std::size_t bytes = 0;
    for (std::size_t place = first; place < end; ++place)
        bytes += m_products[m_order[place]].id.size() + m_products[m_order[place]].name.size();
    block->m_bytes.reserve(static_cast<qsizetype>(bytes));
    block->m_lowerBytes.reserve(static_cast<qsizetype>(bytes + 2 * count));
    for (auto* ends : {&block->m_idEnds, &block->m_nameEnds, &block->m_lowerEnds, &block->m_levelEnds,
                       &block->m_offerEnds, &block->m_unitEnds})
        ends->reserve(count);
    block->m_demands.reserve(count);
    block->m_categories.reserve(count);

    bool hasVersions = false;
    bool sameMoment = true;
    for (std::size_t place = first; place < end; ++place) {
        const Product& product = m_products[m_order[place]];
        block->m_bytes.append(product.id.data(), static_cast<qsizetype>(product.id.size()));
        block->m_idEnds.push_back(static_cast<std::uint32_t>(block->m_bytes.size()));
        block->m_bytes.append(product.name.data(), static_cast<qsizetype>(product.name.size()));
        block->m_nameEnds.push_back(static_cast<std::uint32_t>(block->m_bytes.size()));
        appendLower(block->m_lowerBytes, product.id);
        block->m_lowerBytes += ' ';
        appendLower(block->m_lowerBytes, product.name);
        block->m_lowerBytes += '\n';
        block->m_lowerEnds.push_back(static_cast<std::uint32_t>(block->m_lowerBytes.size()));
        block->m_categories.push_back(product.category);
        renumber(block->m_categories.back());
        block->m_demands.push_back(product.demand);
        renumber(block->m_demands.back().trend);
        hasVersions = hasVersions || product.ordersVersion != 0;
        sameMoment = sameMoment && product.asOf == m_products[m_order[first]].asOf;
        if (product.unpacked)
            block->m_unpacked.emplace(static_cast<int>(place - first), *product.unpacked);
    }
    for (std::size_t place = first; place < end; ++place) {
        const Product& product = m_products[m_order[place]];
        if (hasVersions)
            block->m_ordersVersions.push_back(product.ordersVersion);
        if (!sameMoment || place == first)
            block->m_asOf.push_back(product.asOf);
    }

    const auto fill = [&](const auto& from, auto& rows, std::vector<std::uint32_t>& ends,
                          const auto& renumberRow) {
        const auto placeOf = [&](const auto& row) { return m_products[row.product].place; };
        auto next =
            std::lower_bound(from.begin(), from.end(), first,
                             [&](const auto& row, std::size_t place) { return placeOf(row) < place; });
        const auto last = std::lower_bound(
            next, from.end(), end, [&](const auto& row, std::size_t place) { return placeOf(row) < place; });
        rows.reserve(static_cast<std::size_t>(last - next));
        for (std::size_t place = first; place < end; ++place) {
            for (; next != last && placeOf(*next) == place; ++next) {
                rows.push_back(next->row);
                renumberRow(rows.back());
            }
            ends.push_back(static_cast<std::uint32_t>(rows.size()));
        }
    };
    fill(m_levels, block->m_levels, block->m_levelEnds, [&](PackedLevel& row) { renumber(row.warehouse); });
    fill(m_offers, block->m_offers, block->m_offerEnds, [&](PackedOffer& row) {
        renumber(row.supplier);
        renumber(row.name);
        renumber(row.email);
    });
    fill(m_units, block->m_units, block->m_unitEnds, [&](PackedUnit& row) {
        renumber(row.from);
        renumber(row.to);
    });
    block->m_texts.shrink_to_fit();
    return block;
}

} // namespace purchasing
