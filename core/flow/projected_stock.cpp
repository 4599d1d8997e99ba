#include "core/flow/projected_stock.h"

#include <algorithm>
#include <cmath>

namespace purchasing {
namespace {

constexpr int kLongestDays = 3653; // Ten years: beyond that a date says nothing.

/// The day, or nothing where it is too far away.
std::optional<QDate> within(QDate today, QDate day, double lasts)
{
    if (lasts > kLongestDays)
        return std::nullopt;
    const QDate end = day.addDays(static_cast<qint64>(lasts));
    return today.daysTo(end) > kLongestDays ? std::nullopt : std::optional(end);
}

} // namespace

std::vector<Arrival> arrivalsOf(const ProductFacts& facts, QDate today)
{
    std::vector<Arrival> arrivals;
    if (facts.openOrders) {
        for (const PurchaseOrder& order : *facts.openOrders) {
            if (order.onOrderQty() > 0)
                arrivals.push_back({std::max(order.expectedArrival(), today),
                                    static_cast<double>(order.onOrderQty()), order.number});
        }
    }
    if (facts.warehouses) {
        // Inventory does not say when others' orders arrive: assume one lead time from now.
        const std::int64_t leadTime = facts.usableLeadTimeDays().value_or(0);
        double reported = 0;
        for (const WarehouseLevel& level : *facts.warehouses)
            reported += level.onOrderQty.toDouble();
        if (reported > 0)
            arrivals.push_back({today.addDays(leadTime), reported, {}});
    }
    std::stable_sort(arrivals.begin(), arrivals.end(),
                     [](const Arrival& a, const Arrival& b) { return a.day < b.day; });
    return arrivals;
}

std::optional<QDate> stockOutDate(const ProductFacts& facts, const std::vector<Arrival>& arrivals,
                                  QDate today)
{
    const std::optional<Quantity> available = facts.availableQty();
    if (!facts.demand || !facts.demand->avgDailyDemand || facts.demand->avgDailyDemand->tenThousandths <= 0
        || !available)
        return std::nullopt;
    const double dailyUse = facts.demand->avgDailyDemand->toDouble();
    double stock = available->toDouble();
    QDate day = today;
    for (const Arrival& arrival : arrivals) {
        const double lasts = std::floor(std::max(stock, 0.0) / dailyUse);
        const auto gap = static_cast<double>(day.daysTo(arrival.day));
        if (lasts < gap)
            return within(today, day, lasts);
        stock -= gap * dailyUse;
        stock += arrival.qty;
        day = arrival.day;
    }
    const double lasts = std::floor(std::max(stock, 0.0) / dailyUse);
    return within(today, day, lasts);
}

std::vector<double> projectedStock(const ProductFacts& facts, const std::vector<Arrival>& arrivals,
                                   QDate today, int days)
{
    const double dailyUse =
        facts.demand && facts.demand->avgDailyDemand ? facts.demand->avgDailyDemand->toDouble() : 0.0;
    double stock = facts.availableQty().value_or(Quantity{}).toDouble();
    std::vector<double> levels;
    levels.reserve(static_cast<std::size_t>(days) + 1);
    std::size_t next = 0;
    for (int offset = 0; offset <= days; ++offset) {
        if (offset > 0)
            stock -= dailyUse;
        const QDate day = today.addDays(offset);
        for (; next < arrivals.size() && arrivals[next].day <= day; ++next)
            stock += arrivals[next].qty;
        levels.push_back(stock);
    }
    return levels;
}

} // namespace purchasing
