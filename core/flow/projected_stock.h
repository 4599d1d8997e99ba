#pragma once

#include "core/domain/decision.h"

#include <QDate>

#include <optional>
#include <vector>

namespace purchasing {

/// Stock that arrives on a day; an open order arrives at its creation plus lead time, overdue ones today.
struct Arrival
{
    QDate day;
    double qty = 0;
    QString label; ///< The order's number; empty for what other systems have on order.
};

/// The open orders of a product as arrivals, oldest first.
[[nodiscard]] std::vector<Arrival> arrivalsOf(const ProductFacts& facts, QDate today);

/// The day on which stock reaches zero at the average daily use, with these arrivals. Today when there is
/// nothing left now; unset when there is no use, or demand or stock is unknown, or it lasts longer than ten
/// years.
[[nodiscard]] std::optional<QDate> stockOutDate(const ProductFacts& facts,
                                                const std::vector<Arrival>& arrivals, QDate today);

/// Stock at the end of each day from `today` for `days` days (index 0 is today's opening stock).
[[nodiscard]] std::vector<double> projectedStock(const ProductFacts& facts,
                                                 const std::vector<Arrival>& arrivals, QDate today, int days);

} // namespace purchasing
