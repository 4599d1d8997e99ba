#pragma once

#include "core/domain/result.h"

#include <QDate>
#include <QString>

#include <cstdint>
#include <functional>

namespace purchasing::sql {

struct CatalogueCsvOptions
{
    std::int64_t products = 1000;
    std::uint64_t seed = 1;
    bool dailyDemand = false; ///< Also a year of demand per product: 365 rows each.
    bool replace = false; ///< Files that are there; else they are an error.
    QDate today; ///< The year of demand ends the day before; today where invalid.
    std::function<void(std::int64_t done, std::int64_t total)> progress; ///< On the calling thread.
};

/// Writes a generated catalogue into a folder, as the files that import reads: products.csv, oms_history.csv,
/// inventory_levels.csv, supplier_info.csv, uom_conversion.csv and, if asked, demand_daily.csv. UTF-8, RFC
/// 4180.
///
/// Files that are there already are an error (Refused), or replaced where the options say so, each as a
/// whole, once everything has been written; links are never followed. The same options give the same bytes.
[[nodiscard]] Result<Done> writeCatalogueCsv(const QString& folder, const CatalogueCsvOptions& options);

} // namespace purchasing::sql
