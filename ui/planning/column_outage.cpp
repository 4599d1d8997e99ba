#include "ui/planning/column_outage.h"

#include <array>
#include <optional>

namespace purchasing::ui {
namespace {

constexpr std::array kSources = {Source::Demand, Source::Inventory, Source::Supplier, Source::Units};

/// Where a column's values stand; unset for what is decided or comes from the orders.
std::optional<Source> sourceOf(ProductColumn column)
{
    switch (column) {
    case ProductColumn::Name:
    case ProductColumn::Category:
    case ProductColumn::DailyDemand:
    case ProductColumn::Trend: return Source::Demand;
    case ProductColumn::OnHand:
    case ProductColumn::Reserved:
    case ProductColumn::Available:
    case ProductColumn::OnOrder:
    case ProductColumn::Warehouses: return Source::Inventory;
    case ProductColumn::Supplier:
    case ProductColumn::UnitPrice:
    case ProductColumn::Moq:
    case ProductColumn::Multiple:
    case ProductColumn::LeadTime: return Source::Supplier;
    case ProductColumn::Unit: return Source::Units;
    default: return std::nullopt;
    }
}

} // namespace

bool isFedBy(ProductColumn column, Source source)
{
    if (const std::optional<Source> own = sourceOf(column))
        return own == source;
    switch (column) {
    case ProductColumn::StockOut:
    case ProductColumn::Cover: return source == Source::Demand || source == Source::Inventory;
    case ProductColumn::Required: return source == Source::Demand || source == Source::Supplier;
    case ProductColumn::Total:
    case ProductColumn::ToPay:
    case ProductColumn::OrderQty:
    case ProductColumn::Shortage:
    case ProductColumn::OrderBy: return source != Source::Units;
    default: return false; // The decision itself and its reason say how things stand now.
    }
}

QString outageOfCell(ProductColumn column, const ProductFacts& facts)
{
    for (const Source source : kSources) {
        if (!isFedBy(column, source))
            continue;
        if (const QString words = outageOf(facts, source); !words.isEmpty())
            return words;
    }
    return {};
}

bool isUnknownCell(ProductColumn column, const ProductFacts& facts)
{
    const std::optional<Source> source = sourceOf(column);
    if (!source || outageOf(facts, *source).isEmpty())
        return false;
    if (column == ProductColumn::Name)
        return facts.product.name.isEmpty();
    if (column == ProductColumn::Category)
        return facts.product.category.isEmpty();
    return !hasAnyOf(facts, *source);
}

} // namespace purchasing::ui
