#pragma once

#include "core/domain/import_mapping.h"

#include <QDate>

namespace purchasing::sql {

/// The days that a text may mean, by the order of its parts.
struct PeopleDay
{
    QDate inOrder[4]; ///< By DayOrder; Unknown: what it means whatever the order. Invalid: not that.

    [[nodiscard]] bool isDay() const;
    /// Whether it takes an order to tell which day it is.
    [[nodiscard]] bool isAmbiguous() const;
    /// The day in this order, or whatever the order; invalid where that is none, or open.
    [[nodiscard]] QDate in(DayOrder order) const;
};

/// Reads a day as people write one: 2026-03-09, 9.3.26, 3/9/2026, 9 March 2026, 20260309, with or without a
/// time of day behind it; nothing else may stand there.
[[nodiscard]] PeopleDay readPeopleDay(const QString& text);

} // namespace purchasing::sql
