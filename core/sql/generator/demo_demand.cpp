#include "core/sql/generator/demo_demand.h"

#include "core/sql/products/catalogue_rows.h"

#include <cmath>
#include <numbers>
#include <random>

namespace purchasing::sql {
namespace {

constexpr int kDays = 365;
constexpr int kRecent = 90; // The days an average is made from.

/// A number of the product's own, the same on every machine.
quint32 seedOf(const QString& productId)
{
    quint32 hash = 2166136261U; // FNV-1a
    for (const char byte : productId.toUtf8())
        hash = (hash ^ static_cast<uchar>(byte)) * 16777619U;
    return hash;
}

double trendOverYear(const QString& trend)
{
    if (trend == QLatin1String("increasing"))
        return 0.6;
    if (trend == QLatin1String("decreasing"))
        return -0.45;
    return 0.0;
}

} // namespace

std::vector<std::int64_t> demandYear(const QString& productId, std::int64_t averageHundredths,
                                     const QString& trend)
{
    const quint32 seed = seedOf(productId);
    std::mt19937 random(seed);
    const double slope = trendOverYear(trend);
    const double season = 0.1 + 0.25 * (seed % 100) / 100.0;
    const double phase = 2 * std::numbers::pi * ((seed / 100) % 365) / 365.0;
    std::vector<double> shape(kDays);
    for (int day = 0; day < kDays; ++day) {
        const double share = static_cast<double>(day) / kDays;
        const double wave = 1 + season * std::sin(2 * std::numbers::pi * share + phase);
        const double weekday = day % 7 >= 5 ? 0.55 : 1.18;
        const double chance = 0.75 + 0.5 * (random() % 1001) / 1000.0;
        shape[static_cast<std::size_t>(day)] =
            std::max(0.05, (1 + slope * (share - 0.5)) * wave * weekday * chance);
    }
    double recent = 0;
    for (int day = kDays - kRecent; day < kDays; ++day)
        recent += shape[static_cast<std::size_t>(day)];
    const double scale = static_cast<double>(averageHundredths) * kRecent / recent;
    // Whole units where a day sells several, hundredths where it sells fewer.
    const double step = averageHundredths >= 500 ? 100 : 1;
    std::vector<std::int64_t> year;
    year.reserve(kDays);
    for (const double value : shape)
        year.push_back(
            static_cast<std::int64_t>(std::llround(value * scale / step) * static_cast<int>(step) * 100));
    return year;
}

void insertDemoDemand(Connection& connection, QDate today)
{
    struct Product
    {
        QString productId;
        Demand demand;
    };
    std::vector<Product> products;
    // Nothing sorts after the last code point, so the range is everything.
    eachDemand(connection, ProductKeys::range(QString(), QStringLiteral("\U0010FFFF")),
               [&](const QString& productId, Result<Demand> row) {
                   if (row && row->avgDailyDemand && row->avgDailyDemand->tenThousandths > 0)
                       products.push_back({productId, std::move(row).value()});
               });
    for (const Product& product : products) {
        const auto year = demandYear(product.productId, product.demand.avgDailyDemand->tenThousandths / 100,
                                     product.demand.trend);
        const auto days = static_cast<qsizetype>(year.size());
        QDate day = today.addDays(-days);
        // One statement per product: a server is asked dozens of times instead of tens of thousands.
        const QStringList marks(days, QStringLiteral("(?, ?, ?)"));
        QVariantList values;
        values.reserve(3 * days);
        for (const std::int64_t qty : year) {
            values << product.productId << day.toString(Qt::ISODate) << Quantity{qty}.toDouble();
            day = day.addDays(1);
        }
        connection.execute(QStringLiteral("INSERT INTO {oms}demand_daily(product_id, day, qty) VALUES ")
                               + marks.join(QLatin1String(", ")),
                           values);
    }
}

} // namespace purchasing::sql
