#pragma once

#include "core/sql/engine/connection.h"

#include <QDate>

#include <vector>

namespace purchasing::sql {

/// A year of a product's daily demand, up to yesterday.
///
/// The same for the same product and average, whatever the date: a season, weekdays, the product's trend and
/// some chance, scaled so that its last 90 days average to `averageHundredths`. Values are ten-thousandths.
[[nodiscard]] std::vector<std::int64_t> demandYear(const QString& productId, std::int64_t averageHundredths,
                                                   const QString& trend);

/// Fills demand_daily with the year before `today` for every product that has a demand.
void insertDemoDemand(Connection& connection, QDate today);

} // namespace purchasing::sql
