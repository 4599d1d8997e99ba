#include "ui/planning/arrangement_cells.h"

#include "core/flow/decision_words.h"

#include <QCollator>

#include <algorithm>
#include <utility>

namespace purchasing::ui {
namespace {

bool isKeptByPlan(ProductColumn column)
{
    switch (column) {
    case ProductColumn::Decision:
    case ProductColumn::OrderBy:
    case ProductColumn::StockOut:
    case ProductColumn::OrderQty:
    case ProductColumn::Total:
    case ProductColumn::ToPay:
    case ProductColumn::Shortage:
    case ProductColumn::Decided: return true;
    default: return false;
    }
}

bool needsDecision(ProductColumn column)
{
    return column == ProductColumn::Required || column == ProductColumn::Reason;
}

double keyOf(ProductColumn column, const PlannedProduct& planned)
{
    // As the grid shows them: without a price there is no amount, and no amount without a quantity.
    const auto amount = [&](std::int64_t minor) {
        return planned.orderQty != 0 && planned.total != 0 ? static_cast<double>(minor) : kEmptyCell;
    };
    switch (column) {
    case ProductColumn::Decision: return static_cast<double>(planned.word);
    case ProductColumn::OrderBy: return planned.orderBy == 0 ? kEmptyCell : planned.orderBy;
    case ProductColumn::StockOut: return planned.stockOut == 0 ? kEmptyCell : planned.stockOut;
    case ProductColumn::OrderQty:
        return planned.orderQty != 0 ? static_cast<double>(planned.orderQty) : kEmptyCell;
    case ProductColumn::Total: return amount(planned.total);
    case ProductColumn::ToPay: return amount(planned.toPay);
    case ProductColumn::Shortage:
        return planned.hasShortage ? static_cast<double>(planned.shortage) : kEmptyCell;
    case ProductColumn::Decided: return static_cast<double>(planned.decidedAt);
    default: return kEmptyCell;
    }
}

/// Says whether the plan's answer passes; only for columns that it keeps.
bool passes(const ColumnFilter& filter, ProductColumn column, const PlannedProduct& planned)
{
    return column == ProductColumn::Decision ? filter.passes(wordText(planned.word))
                                             : filter.passes(keyOf(column, planned));
}

bool passes(const ColumnFilter& filter, ProductColumn column, const ProductFacts& facts,
            const Decision& decision)
{
    const QVariant key = cellKey(column, facts, decision);
    if (columnInfo(column).numeric)
        return filter.passes(key.isValid() ? key.toDouble() : kEmptyCell);
    const QString text = key.toString();
    return filter.passes(text == QStringLiteral("–") ? QString() : text); // The grid's sign for nothing.
}

/// Clears the flags of a block's products that a column filter holds back: the cheapest question first.
void keepPassing(const ArrangementRequest& request, std::size_t block, std::vector<char>& hits)
{
    const CatalogueBlock& products = *request.catalogue->blocks()[block];
    const CataloguePlan::Block plan =
        block < request.plan.blocks().size() ? request.plan.blocks()[block] : nullptr;
    std::vector<const std::pair<ProductColumn, ColumnFilter>*> unpacking;
    bool decides = false;
    for (const auto& each : request.filter.columns) {
        const auto& [column, filter] = each;
        if (!isKeptByPlan(column) && column != ProductColumn::Product && column != ProductColumn::Name) {
            unpacking.push_back(&each);
            decides = decides || needsDecision(column);
            continue;
        }
        for (std::size_t i = 0; i < hits.size(); ++i) {
            if (hits[i] && isKeptByPlan(column))
                hits[i] = plan && passes(filter, column, (*plan)[i]);
            else if (hits[i])
                hits[i] =
                    filter.passes(column == ProductColumn::Name ? products.name(static_cast<int>(i))
                                                                : products.productId(static_cast<int>(i)));
        }
    }
    for (std::size_t i = 0; i < hits.size() && !unpacking.empty(); ++i) {
        if (!hits[i])
            continue;
        const ProductFacts facts = request.catalogue->facts(block, static_cast<int>(i));
        const Decision decision =
            decides && request.rules ? request.rules->decide(facts, request.today) : Decision();
        hits[i] = std::all_of(unpacking.begin(), unpacking.end(), [&](const auto* each) {
            return passes(each->second, each->first, facts, decision);
        });
    }
}

} // namespace

CellKeys ranked(const std::vector<QString>& texts)
{
    const QCollator collator;
    std::vector<std::pair<QCollatorSortKey, int>> keys;
    for (int i = 0; i < static_cast<int>(texts.size()); ++i) {
        if (!texts[static_cast<std::size_t>(i)].isEmpty())
            keys.emplace_back(collator.sortKey(texts[static_cast<std::size_t>(i)]), i);
    }
    std::sort(keys.begin(), keys.end(),
              [](const auto& a, const auto& b) { return a.first.compare(b.first) < 0; });
    CellKeys ranks(texts.size(), kEmptyCell);
    double rank = 0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (i > 0 && keys[i - 1].first.compare(keys[i].first) < 0)
            ++rank;
        ranks[static_cast<std::size_t>(keys[i].second)] = rank;
    }
    return ranks;
}

void readKeys(ProductColumn column, const ArrangementRequest& request, std::size_t block,
              const std::vector<char>& shown, CellKeys& keys, std::vector<QString>& texts)
{
    const Catalogue& catalogue = *request.catalogue;
    const auto firstRow = static_cast<std::size_t>(catalogue.firstRow(block));
    if (isKeptByPlan(column)) {
        const CataloguePlan::Block planned =
            block < request.plan.blocks().size() ? request.plan.blocks()[block] : nullptr;
        for (std::size_t i = 0; planned && i < planned->size(); ++i)
            keys[firstRow + i] = keyOf(column, (*planned)[i]);
        return;
    }
    const CatalogueBlock& products = *catalogue.blocks()[block];
    for (int i = 0; i < products.size(); ++i) {
        const std::size_t row = firstRow + static_cast<std::size_t>(i);
        if (!shown[row])
            continue;
        if (column == ProductColumn::Product) {
            keys[row] = static_cast<double>(row); // Rows are by id already.
            continue;
        }
        if (column == ProductColumn::Name) { // The most usual one, without unpacking the rest.
            texts[row] = products.name(i);
            continue;
        }
        const ProductFacts facts = catalogue.facts(block, i);
        const QVariant key =
            cellKey(column, facts,
                    needsDecision(column) && request.rules ? request.rules->decide(facts, request.today)
                                                           : Decision());
        if (!texts.empty())
            texts[row] = key.toString();
        else if (key.isValid())
            keys[row] = key.toDouble();
    }
}

bool hasTexts(ProductColumn column)
{
    return column != ProductColumn::Product && !isKeptByPlan(column) && !columnInfo(column).numeric;
}

std::vector<char> filtered(const ArrangementRequest& request, const QStringList& words, std::size_t block)
{
    const CatalogueBlock& products = *request.catalogue->blocks()[block];
    std::vector<char> hits(static_cast<std::size_t>(products.size()), 1);
    if (request.filter.words.any() || request.filter.overridden) {
        const CataloguePlan::Block plan =
            block < request.plan.blocks().size() ? request.plan.blocks()[block] : nullptr;
        const auto isWanted = [&](const PlannedProduct& planned) {
            return (request.filter.words.none()
                    || request.filter.words.test(static_cast<std::size_t>(planned.word)))
                && (!request.filter.overridden || planned.isOverridden);
        };
        for (std::size_t i = 0; i < hits.size(); ++i)
            hits[i] = plan && isWanted((*plan)[i]);
    }
    for (const QString& word : words)
        products.keepMatches(word, hits);
    if (!request.filter.columns.empty())
        keepPassing(request, block, hits);
    return hits;
}

} // namespace purchasing::ui
