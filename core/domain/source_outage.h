#pragma once

#include <QDateTime>
#include <QLatin1String>
#include <QString>

#include <vector>

namespace purchasing {

struct ProductFacts;

/// Where the facts of a product come from, apart from our own orders.
enum class Source { Demand, Inventory, Supplier, Units };

/// A source that cannot be read at the moment. What it would say is unknown, which is not the same as
/// nothing.
struct SourceOutage
{
    Source source = Source::Demand;
    QString database; ///< As people know it.
    QString cause; ///< A sentence.
    QDateTime since; ///< When that was noticed, UTC.

    friend bool operator==(const SourceOutage&, const SourceOutage&) = default;
};

/// The code of the problem that an outage is for a product: "unavailable:supplier".
[[nodiscard]] QString outageCode(Source source);
/// "supplier_db unavailable since 14:02: the table is missing".
[[nodiscard]] QString outageInWords(const SourceOutage& outage);

/// Why the source could not be read for these facts, in words; empty where it could.
[[nodiscard]] QString outageOf(const ProductFacts& facts, Source source);
/// Says whether the facts hold anything of the source.
[[nodiscard]] bool hasAnyOf(const ProductFacts& facts, Source source);
/// Lets the facts say which sources cannot be read. What they hold of such a source is what was known before;
/// where they hold nothing, it becomes unknown.
void applyOutages(const std::vector<SourceOutage>& outages, ProductFacts& facts);
/// Gives the facts what `before` holds of the sources that cannot be read, and takes away what they say of
/// the outage themselves. `before` may be null.
void keepKnown(const std::vector<SourceOutage>& outages, const ProductFacts* before, ProductFacts& facts);

} // namespace purchasing
