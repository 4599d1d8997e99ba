#pragma once

#include "core/domain/decision.h"

#include <QStringList>

namespace purchasing {

/// What an override made now would be based on; with the supplier `supplierId`, or the one in use where it is
/// empty or does not offer the product.
[[nodiscard]] OverrideBasis overrideBasisOf(const ProductFacts& facts, const QString& supplierId = {});

/// What has changed since the product was overridden, each in words with both values ("daily demand was 10,
/// is now 20"). Empty: the override is as fresh as the day it was made. Without an override: empty.
[[nodiscard]] QStringList changesSinceOverride(const ProductFacts& facts);

/// What to think about before ordering `qty` units: below the supplier's minimum, not a multiple. It may be
/// ordered all the same.
[[nodiscard]] QStringList overrideWarnings(std::int64_t qty, const ProductFacts& facts);

/// Why the overriding quantity makes no order, in words; empty where it does, or where there is none.
/// `isRead` says whether the rules in force look at overrides at all.
[[nodiscard]] QString whyOverrideIsIdle(const ProductFacts& facts, const Decision& decision, bool isRead);

/// The override in one line: "240 units from SUP-2, by Ana: promotion".
[[nodiscard]] QString overrideText(const Override& overridden);

} // namespace purchasing
