#include "core/sql/generator/catalogue_generator.h"

#include <algorithm>
#include <array>

namespace purchasing::sql {
namespace {

/// splitmix64: a few lines, no state but a number, and the same everywhere, unlike the standard
/// distributions.
class Chance
{
public:
    Chance(std::uint64_t seed, std::int64_t index)
        : m_state(seed * 0x9e3779b97f4a7c15U + static_cast<std::uint64_t>(index) * 0xd1b54a32d192ed03U)
    {
        (void)next();
    }

    /// 0 to `count` - 1.
    [[nodiscard]] std::int64_t below(std::int64_t count)
    {
        return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(count));
    }
    [[nodiscard]] bool oneIn(std::int64_t count) { return below(count) == 0; }
    /// `low` to `high`, each order of magnitude alike: prices and sales are spread so.
    [[nodiscard]] std::int64_t spread(std::int64_t low, std::int64_t high)
    {
        std::int64_t top = low;
        for (std::int64_t doublings = below(doublingsBetween(low, high) + 1); doublings > 0; --doublings)
            top = std::min(high, top * 2);
        return top / 2 >= low ? top / 2 + below(top - top / 2 + 1) : low + below(top - low + 1);
    }
    template <typename Array> [[nodiscard]] const auto& oneOf(const Array& values)
    {
        return values[static_cast<std::size_t>(below(static_cast<std::int64_t>(values.size())))];
    }

private:
    [[nodiscard]] static std::int64_t doublingsBetween(std::int64_t low, std::int64_t high)
    {
        std::int64_t doublings = 0;
        for (; low < high; low *= 2)
            ++doublings;
        return doublings;
    }
    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15U;
        std::uint64_t value = m_state;
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U;
        value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
        return value ^ (value >> 31);
    }

    std::uint64_t m_state;
};

struct Family
{
    const char* noun;
    const char* category;
    const char* box; ///< The larger unit it comes in.
    std::int64_t lowCents;
    std::int64_t highCents;
};

constexpr std::array kFamilies = {
    Family{"Ball bearing", "Bearings", "CASE", 150, 9000},
    Family{"Hex bolt", "Fasteners", "BOX", 2, 250},
    Family{"Spring washer", "Fasteners", "BOX", 1, 40},
    Family{"Hydraulic hose", "Hydraulics", "CASE", 600, 12000},
    Family{"Pneumatic fitting", "Pneumatics", "BOX", 60, 2400},
    Family{"Solenoid valve", "Pneumatics", "CASE", 1900, 24000},
    Family{"Contactor", "Electrical", "CASE", 900, 18000},
    Family{"Control cable", "Electrical", "DRUM", 40, 1500},
    Family{"Servo drive", "Drives", "CASE", 24000, 320000},
    Family{"V-belt", "Drives", "BUNDLE", 300, 4500},
    Family{"Steel tube", "Metal stock", "BUNDLE", 900, 16000},
    Family{"Drill bit", "Tools", "BOX", 90, 6000},
    Family{"Cutting oil", "Chemicals", "DRUM", 700, 14000},
    Family{"Packing tape", "Packaging", "CASE", 80, 900},
    Family{"Work gloves", "Safety", "CASE", 110, 2600},
};
constexpr std::array kKinds = {"standard",  "heavy",   "light", "zinc plated",
                               "stainless", "compact", "long",  "sealed"};
constexpr std::array kTrends = {"stable", "stable", "stable", "increasing", "decreasing"};
constexpr std::array<std::int64_t, 7> kMultiples = {1, 1, 1, 5, 10, 12, 25};
constexpr std::int64_t kSuppliers = 200;

SupplierOffer makeOffer(Chance& chance, std::int64_t priceCents, std::int64_t leadDays)
{
    const std::int64_t number = 1 + chance.below(kSuppliers);
    SupplierOffer offer;
    offer.supplierId = QStringLiteral("SUP-%1").arg(number, 4, 10, QLatin1Char('0'));
    offer.name = QStringLiteral("Example Supplier %1").arg(number);
    offer.email = QStringLiteral("orders@supplier-%1.example").arg(number);
    offer.orderMultiple = Quantity::whole(chance.oneOf(kMultiples));
    offer.moq = Quantity::whole(offer.orderMultiple->units() * (1 + chance.below(8)));
    offer.leadTimeDays = leadDays;
    offer.unitPrice = UnitPrice::of({priceCents});
    offer.isActive = true;
    return offer;
}

/// Stock around what is needed, so that about half of the products have enough.
std::vector<WarehouseLevel> makeLevels(Chance& chance, std::int64_t needed)
{
    const std::int64_t warehouses = chance.oneIn(8) ? 2 + chance.below(3) : 1;
    std::vector<WarehouseLevel> levels;
    std::int64_t left = needed * chance.below(220) / 100;
    for (std::int64_t i = 0; i < warehouses; ++i) {
        const std::int64_t here = i + 1 == warehouses ? left : left / (warehouses - i);
        left -= here;
        WarehouseLevel level;
        level.warehouseId = QStringLiteral("WH-%1").arg(i + 1, 3, 10, QLatin1Char('0'));
        level.currentQty = Quantity::whole(here);
        level.reservedQty = Quantity::whole(here * chance.below(20) / 100);
        level.onOrderQty = Quantity::whole(chance.oneIn(15) ? needed * chance.below(60) / 100 : 0);
        levels.push_back(level);
    }
    return levels;
}

/// What real data lack now and then.
void damage(Chance& chance, GeneratedProduct& product)
{
    switch (chance.below(6)) {
    case 0: product.offers.clear(); break;
    case 1: product.offers.front().isActive = false; break;
    case 2: product.offers.front().isActive = std::nullopt; break;
    case 3: product.offers.front().unitPrice = std::nullopt; break;
    case 4: product.levels.clear(); break;
    default: product.demand.reset(); break;
    }
}

} // namespace

GeneratedProduct CatalogueGenerator::product(std::int64_t index) const
{
    Chance chance(m_seed, index);
    const Family& family = chance.oneOf(kFamilies);
    GeneratedProduct product;
    product.name.productId = QStringLiteral("GEN-%1").arg(index + 1, 7, 10, QLatin1Char('0'));
    product.name.name = QStringLiteral("%1 %2, %3")
                            .arg(QLatin1String(family.noun))
                            .arg(10 + chance.below(990))
                            .arg(QLatin1String(chance.oneOf(kKinds)));
    product.name.category = QLatin1String(family.category);

    const std::int64_t price = chance.spread(family.lowCents, family.highCents);
    // Dear things sell slowly: what is sold of a product in a day is worth a few hundred at most.
    const std::int64_t dailyHundredths =
        std::clamp<std::int64_t>(chance.spread(200, 60000) * 100 / price, 2, 50000);
    Demand demand;
    demand.avgDailyDemand = Quantity{dailyHundredths * 100};
    demand.trend = QLatin1String(chance.oneOf(kTrends));
    product.demand = demand;

    const std::int64_t leadDays = 2 + chance.below(24);
    product.offers.push_back(makeOffer(chance, price, leadDays));
    if (chance.oneIn(6)) {
        SupplierOffer second =
            makeOffer(chance, price + price * chance.below(20) / 100, 2 + chance.below(24));
        second.priority = 1;
        if (second.supplierId != product.offers.front().supplierId)
            product.offers.push_back(second);
    }
    product.levels = makeLevels(chance, dailyHundredths * leadDays / 100 + 1);
    product.units.push_back({QLatin1String(family.box),
                             QStringLiteral("PIECE"),
                             Quantity::whole(chance.oneOf(kMultiples) * 4),
                             {}});
    if (chance.oneIn(40))
        damage(chance, product);
    return product;
}

} // namespace purchasing::sql
