#include "core/remote/product_packer.h"

#include "core/proto/wire_facts.h"
#include "core/proto/wire_values.h"

#include <algorithm>

namespace purchasing::remote {
namespace {

constexpr std::size_t kProductsAtOnce = 4 * CatalogueBlock::kMostProducts;

bool fits(std::int64_t amount)
{
    return amount <= Quantity::kLargest && amount >= -Quantity::kLargest;
}

bool fitsDays(std::int64_t number)
{
    return number > kUnsetDays && number <= std::numeric_limits<std::int32_t>::max();
}

/// As block_builder keeps moments: 0 on the wire is unknown.
std::int64_t milliseconds(std::int64_t us)
{
    return us == 0 ? kUnsetNumber : us / 1000;
}

/// The empty text is no text.
std::string_view textOf(const std::string& text)
{
    return text.empty() ? std::string_view() : std::string_view(text);
}

template <typename T, typename Messages>
void takeRows(const Messages& messages, std::optional<std::vector<T>>& rows)
{
    rows.emplace();
    rows->reserve(static_cast<std::size_t>(messages.size()));
    for (const auto& message : messages)
        rows->push_back(wire::fromWire(message));
}

/// Reads rows that may hold what we cannot: a product with such a row gets the problem in place of its rows.
template <typename Read>
void orProblem(const char* code, const std::string& problem, ProductFacts& facts, Read read)
{
    const auto say = [&](const QString& text) {
        facts.sourceProblems.push_back({QLatin1String(code), text});
    };
    if (!problem.empty())
        return say(wire::text(problem));
    try {
        read();
    } catch (const wire::OutOfRange& value) {
        say(QStringLiteral("%1 is not a value that can be held").arg(value.field));
    }
}

} // namespace

ProductPacker::ProductPacker(std::vector<ProductOrders> orders, std::vector<Override> overrides,
                             QDateTime now, std::shared_ptr<const Catalogue> before)
    : m_now(std::move(now))
    , m_before(std::move(before))
{
    for (ProductOrders& product : orders)
        m_orders.emplace(product.productId.toStdString(), std::move(product.open));
    for (Override& overridden : overrides)
        m_overrides.emplace(overridden.productId.toStdString(), std::move(overridden));
    if (m_before)
        m_cut = m_before->endOfBlockAfter(QString()).value_or(QString()).toStdString();
}

void ProductPacker::add(const std::string& id, const ListedProduct& listed)
{
    if (!m_cut.empty() && id > m_cut) {
        endBlocks();
        m_cut = m_before->endOfBlockAfter(QString::fromStdString(m_cut)).value_or(QString()).toStdString();
    } else if (m_builder->productCount() >= kProductsAtOnce) {
        endBlocks();
    }
    const auto orders = m_orders.find(id);
    const bool isPlain = m_overrides.find(id) == m_overrides.end()
        && (orders == m_orders.end() || orders->second.orders.empty());
    if (!isPlain || !packsQuickly(listed))
        return m_builder->add(factsOf(id, listed));
    packQuickly(id, listed);
    if (orders != m_orders.end())
        m_builder->setOrdersVersion(m_builder->product(id), orders->second.version);
}

bool ProductPacker::packsQuickly(const ListedProduct& listed) const
{
    const bool hasProblem = (listed.demand && !listed.demand->problem().empty())
        || (listed.levels && !listed.levels->problem().empty())
        || (listed.offers && !listed.offers->problem().empty())
        || (listed.units && !listed.units->problem().empty());
    if (hasProblem || (listed.demand && !fits(listed.demand->demand().avg_daily_demand_e4())))
        return false;
    const auto all = [](const auto& rows, auto isPlain) {
        return std::all_of(rows.begin(), rows.end(), isPlain);
    };
    return (!listed.levels
            || all(listed.levels->warehouses(),
                   [](const wire::WarehouseLevel& level) {
                       return fits(level.current_qty_e4()) && fits(level.reserved_qty_e4())
                           && fits(level.on_order_qty_e4());
                   }))
        && (!listed.offers
            || all(listed.offers->offers(),
                   [](const wire::SupplierOffer& offer) {
                       return fits(offer.moq_e4()) && fits(offer.unit_price_e4())
                           && fits(offer.order_multiple_e4()) && fitsDays(offer.lead_time_days())
                           && fitsDays(offer.priority());
                   }))
        && (!listed.units || all(listed.units->conversions(), [](const wire::UnitConversion& unit) {
               return fits(unit.factor_e4());
           }));
}

void ProductPacker::packQuickly(const std::string& id, const ListedProduct& listed)
{
    const std::size_t product = m_builder->product(id);
    m_builder->setAsOf(product, m_now.toMSecsSinceEpoch());
    if (listed.demand) {
        m_builder->setName(product, textOf(listed.demand->name()), textOf(listed.demand->category()));
        if (listed.demand->has_demand()) {
            const wire::Demand& demand = listed.demand->demand();
            m_builder->addDemand(
                product,
                {demand.has_avg_daily_demand_e4() ? demand.avg_daily_demand_e4() : kUnsetNumber,
                 milliseconds(demand.last_updated_us()), 0, true},
                textOf(demand.trend()));
        }
    }
    if (listed.levels) {
        for (const wire::WarehouseLevel& level : listed.levels->warehouses())
            m_builder->addLevel(product,
                                {level.has_current_qty_e4() ? level.current_qty_e4() : kUnsetNumber,
                                 level.reserved_qty_e4(), level.on_order_qty_e4(),
                                 milliseconds(level.last_updated_us()), 0},
                                textOf(level.warehouse_id()));
    }
    if (listed.offers) {
        for (const wire::SupplierOffer& offer : listed.offers->offers()) {
            PackedOffer packed;
            packed.moq = offer.has_moq_e4() ? offer.moq_e4() : kUnsetNumber;
            packed.price = offer.has_unit_price_e4() ? offer.unit_price_e4() : kUnsetNumber;
            packed.multiple = offer.has_order_multiple_e4() ? offer.order_multiple_e4() : kUnsetNumber;
            packed.updated = milliseconds(offer.last_updated_us());
            if (offer.has_lead_time_days())
                packed.leadTimeDays = static_cast<std::int32_t>(offer.lead_time_days());
            packed.priority = static_cast<std::int32_t>(offer.priority());
            packed.active = static_cast<std::int8_t>(offer.has_is_active() ? int{offer.is_active()} : -1);
            m_builder->addOffer(product, packed, textOf(offer.supplier_id()), textOf(offer.name()),
                                textOf(offer.email()));
        }
    }
    if (listed.units) {
        for (const wire::UnitConversion& unit : listed.units->conversions())
            m_builder->addUnit(product,
                               {unit.has_factor_e4() ? unit.factor_e4() : kUnsetNumber,
                                milliseconds(unit.last_updated_us()), 0, 0},
                               textOf(unit.from_uom()), textOf(unit.to_uom()));
    }
}

ProductFacts ProductPacker::factsOf(const std::string& id, const ListedProduct& listed)
{
    ProductFacts facts;
    facts.asOf = m_now;
    facts.product.productId = wire::text(id);
    if (listed.demand) {
        facts.product.name = wire::text(listed.demand->name());
        facts.product.category = wire::text(listed.demand->category());
        orProblem("unreadable:demand", listed.demand->problem(), facts, [&] {
            if (listed.demand->has_demand())
                facts.demand = wire::fromWire(listed.demand->demand());
        });
    }
    facts.warehouses.emplace();
    facts.suppliers.emplace();
    facts.units.emplace();
    const auto rows = [&facts](const char* code, const auto* list, auto& target, const auto& messages) {
        target.reset();
        orProblem(code, list->problem(), facts, [&] {
            std::remove_reference_t<decltype(target)> read;
            takeRows(messages, read);
            target = std::move(read);
        });
    };
    if (listed.levels)
        rows("unreadable:inventory", listed.levels, facts.warehouses, listed.levels->warehouses());
    if (listed.offers)
        rows("unreadable:suppliers", listed.offers, facts.suppliers, listed.offers->offers());
    if (listed.units)
        rows("unreadable:units", listed.units, facts.units, listed.units->conversions());
    if (facts.suppliers)
        std::sort(facts.suppliers->begin(), facts.suppliers->end(), comesBefore);
    facts.openOrders.emplace();
    if (const auto orders = m_orders.find(id); orders != m_orders.end()) {
        facts.openOrders = std::move(orders->second.orders);
        facts.ordersVersion = orders->second.version;
    }
    if (const auto overridden = m_overrides.find(id); overridden != m_overrides.end()) {
        facts.chosenSupplierId = overridden->second.supplierId;
        facts.overridden = std::move(overridden->second);
    }
    return facts;
}

void ProductPacker::endBlocks()
{
    if (m_builder->productCount() == 0)
        return;
    for (Catalogue::Block& block : m_builder->build()) {
        m_productsInBlocks += block->size();
        const Catalogue::Block old = m_before ? m_before->blockBeginningWith(block->idBytes(0)) : nullptr;
        if (old && old->hasSameFacts(*block)) {
            old->confirm(*block);
            m_blocks.push_back(old);
        } else {
            m_blocks.push_back(std::move(block));
        }
    }
    m_builder = std::make_unique<BlockBuilder>();
}

std::shared_ptr<const Catalogue> ProductPacker::catalogue(bool isLast)
{
    if (isLast)
        endBlocks();
    return std::make_shared<const Catalogue>(m_blocks);
}

} // namespace purchasing::remote
