#include "core/domain/source_outage.h"

#include "core/domain/decision.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace purchasing {
namespace {

struct SourceOutageWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::SourceOutage)
};

} // namespace

QString outageCode(Source source)
{
    // The words that a failing source has elsewhere, so that it is named once.
    switch (source) {
    case Source::Demand: return QStringLiteral("unavailable:demand");
    case Source::Inventory: return QStringLiteral("unavailable:inventory");
    case Source::Supplier: return QStringLiteral("unavailable:supplier");
    case Source::Units: return QStringLiteral("unavailable:units");
    }
    return {};
}

QString outageInWords(const SourceOutage& outage)
{
    QString cause = outage.cause;
    if (cause.endsWith(QLatin1Char('.')))
        cause.chop(1); // It becomes a part of a sentence.
    return SourceOutageWords::tr("%1 unavailable since %2: %3")
        .arg(outage.database, QLocale().toString(outage.since.toLocalTime().time(), QLocale::ShortFormat),
             cause);
}

QString outageOf(const ProductFacts& facts, Source source)
{
    const QString code = outageCode(source);
    const auto found = std::find_if(facts.sourceProblems.begin(), facts.sourceProblems.end(),
                                    [&](const Problem& problem) { return problem.code == code; });
    return found == facts.sourceProblems.end() ? QString() : found->text;
}

bool hasAnyOf(const ProductFacts& facts, Source source)
{
    switch (source) {
    case Source::Demand: return facts.demand.has_value();
    case Source::Inventory: return facts.warehouses && !facts.warehouses->empty();
    case Source::Supplier: return facts.suppliers && !facts.suppliers->empty();
    case Source::Units: return facts.units && !facts.units->empty();
    }
    return false;
}

void applyOutages(const std::vector<SourceOutage>& outages, ProductFacts& facts)
{
    for (const SourceOutage& outage : outages) {
        const QString code = outageCode(outage.source);
        std::erase_if(facts.sourceProblems, [&](const Problem& problem) { return problem.code == code; });
        facts.sourceProblems.push_back({code, outageInWords(outage)});
        if (hasAnyOf(facts, outage.source))
            continue;
        switch (outage.source) {
        case Source::Demand: break;
        case Source::Inventory: facts.warehouses.reset(); break;
        case Source::Supplier: facts.suppliers.reset(); break;
        case Source::Units: facts.units.reset(); break;
        }
    }
}

void keepKnown(const std::vector<SourceOutage>& outages, const ProductFacts* before, ProductFacts& facts)
{
    for (const SourceOutage& outage : outages) {
        const QString code = outageCode(outage.source);
        std::erase_if(facts.sourceProblems, [&](const Problem& problem) { return problem.code == code; });
        const auto keep = [&](auto ProductFacts::*member) {
            if (!hasAnyOf(facts, outage.source) && before && hasAnyOf(*before, outage.source))
                facts.*member = before->*member;
        };
        switch (outage.source) {
        case Source::Demand:
            keep(&ProductFacts::demand);
            if (before && facts.product.name.isEmpty())
                facts.product = before->product; // The names are in the same database.
            break;
        case Source::Inventory: keep(&ProductFacts::warehouses); break;
        case Source::Supplier: keep(&ProductFacts::suppliers); break;
        case Source::Units: keep(&ProductFacts::units); break;
        }
        // Plain rows pack; the outage, said once for all of them, makes them unknown again.
        if (!facts.warehouses && outage.source == Source::Inventory)
            facts.warehouses.emplace();
        if (!facts.suppliers && outage.source == Source::Supplier)
            facts.suppliers.emplace();
        if (!facts.units && outage.source == Source::Units)
            facts.units.emplace();
    }
}

} // namespace purchasing
