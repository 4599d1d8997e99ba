#include "ui/planning/product_arrangement.h"

#include "core/flow/decision_words.h"
#include "core/flow/work_pool.h"

#include <QCollator>
#include <QtConcurrent>

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

namespace purchasing::ui {
namespace {

/// The column's cells as numbers in the order people expect; kEmpty where there is nothing.
using Keys = std::vector<double>;
constexpr double kEmpty = std::numeric_limits<double>::quiet_NaN();

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
        return planned.orderQty != 0 && planned.total != 0 ? static_cast<double>(minor) : kEmpty;
    };
    switch (column) {
    case ProductColumn::Decision: return static_cast<double>(planned.word);
    case ProductColumn::OrderBy: return planned.orderBy == 0 ? kEmpty : planned.orderBy;
    case ProductColumn::StockOut: return planned.stockOut == 0 ? kEmpty : planned.stockOut;
    case ProductColumn::OrderQty:
        return planned.orderQty != 0 ? static_cast<double>(planned.orderQty) : kEmpty;
    case ProductColumn::Total: return amount(planned.total);
    case ProductColumn::ToPay: return amount(planned.toPay);
    case ProductColumn::Shortage: return planned.hasShortage ? static_cast<double>(planned.shortage) : kEmpty;
    case ProductColumn::Decided: return static_cast<double>(planned.decidedAt);
    default: return kEmpty;
    }
}

/// Runs `work` for each block on all cores, with the block's number and its first row.
template <typename Work>
void eachBlock(const Catalogue& catalogue, const std::atomic_bool& cancelled, const Work& work)
{
    std::vector<std::size_t> blocks(catalogue.blocks().size());
    std::iota(blocks.begin(), blocks.end(), std::size_t{0});
    QtConcurrent::blockingMap(&workPool(), blocks, [&](std::size_t block) {
        if (!cancelled.load(std::memory_order_relaxed))
            work(block, catalogue.firstRow(block));
    });
}

/// Numbers texts by the language's order, equal texts alike.
Keys ranked(const std::vector<QString>& texts)
{
    const QCollator collator;
    std::vector<std::pair<QCollatorSortKey, int>> keys;
    for (int i = 0; i < static_cast<int>(texts.size()); ++i) {
        if (!texts[static_cast<std::size_t>(i)].isEmpty())
            keys.emplace_back(collator.sortKey(texts[static_cast<std::size_t>(i)]), i);
    }
    std::sort(keys.begin(), keys.end(),
              [](const auto& a, const auto& b) { return a.first.compare(b.first) < 0; });
    Keys ranks(texts.size(), kEmpty);
    double rank = 0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (i > 0 && keys[i - 1].first.compare(keys[i].first) < 0)
            ++rank;
        ranks[static_cast<std::size_t>(keys[i].second)] = rank;
    }
    return ranks;
}

/// The column's keys by catalogue row, of the rows to be shown.
Keys keysOf(ProductColumn column, const ArrangementRequest& request, const std::vector<char>& shown,
            const std::atomic_bool& cancelled)
{
    const Catalogue& catalogue = *request.catalogue;
    Keys keys(shown.size(), kEmpty);
    if (column == ProductColumn::Product) {
        std::iota(keys.begin(), keys.end(), 0.0); // Rows are by id already.
        return keys;
    }
    if (isKeptByPlan(column)) {
        for (std::size_t block = 0; block < request.plan.blocks().size(); ++block) {
            const CataloguePlan::Block& planned = request.plan.blocks()[block];
            for (std::size_t i = 0; planned && i < planned->size(); ++i)
                keys[static_cast<std::size_t>(catalogue.firstRow(block)) + i] = keyOf(column, (*planned)[i]);
        }
        return keys;
    }
    std::vector<QString> texts(columnInfo(column).numeric ? 0 : shown.size());
    eachBlock(catalogue, cancelled, [&](std::size_t block, int firstRow) {
        const CatalogueBlock& products = *catalogue.blocks()[block];
        for (int i = 0; i < products.size(); ++i) {
            const auto row = static_cast<std::size_t>(firstRow + i);
            if (!shown[row])
                continue;
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
    });
    return texts.empty() ? keys : ranked(texts);
}

/// Says whether the plan's answer passes; only for columns that it keeps.
bool passes(const ColumnFilter& filter, const PlannedProduct& planned)
{
    return filter.column() == ProductColumn::Decision ? filter.passes(wordText(planned.word))
                                                      : filter.passes(keyOf(filter.column(), planned));
}

bool passes(const ColumnFilter& filter, const ProductFacts& facts, const Decision& decision)
{
    const QVariant key = cellKey(filter.column(), facts, decision);
    if (columnInfo(filter.column()).numeric)
        return filter.passes(key.isValid() ? key.toDouble() : kEmpty);
    const QString text = key.toString();
    return filter.passes(text == QStringLiteral("–") ? QString() : text); // The grid's sign for nothing.
}

/// Clears the flags of a block's products that a column filter holds back: the cheapest question first.
void keepPassing(const ArrangementRequest& request, std::size_t block, std::vector<char>& hits)
{
    const CatalogueBlock& products = *request.catalogue->blocks()[block];
    const CataloguePlan::Block plan =
        block < request.plan.blocks().size() ? request.plan.blocks()[block] : nullptr;
    std::vector<const ColumnFilter*> unpacking;
    bool decides = false;
    for (const ColumnFilter& filter : request.filter.columns) {
        const ProductColumn column = filter.column();
        if (!isKeptByPlan(column) && column != ProductColumn::Product && column != ProductColumn::Name) {
            unpacking.push_back(&filter);
            decides = decides || needsDecision(column);
            continue;
        }
        for (std::size_t i = 0; i < hits.size(); ++i) {
            if (hits[i] && isKeptByPlan(column))
                hits[i] = plan && passes(filter, (*plan)[i]);
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
        hits[i] = std::all_of(unpacking.begin(), unpacking.end(),
                              [&](const ColumnFilter* filter) { return passes(*filter, facts, decision); });
    }
}

/// Which catalogue rows the filter lets through.
std::vector<char> filtered(const ArrangementRequest& request, const std::atomic_bool& cancelled)
{
    const Catalogue& catalogue = *request.catalogue;
    std::vector<char> shown(static_cast<std::size_t>(catalogue.size()), 1);
    if (request.filter.isEmpty())
        return shown;
    const QStringList words = request.filter.text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    eachBlock(catalogue, cancelled, [&](std::size_t block, int firstRow) {
        const CatalogueBlock& products = *catalogue.blocks()[block];
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
        std::copy(hits.begin(), hits.end(), shown.begin() + firstRow);
    });
    return shown;
}

/// Sorts by one key, keeping the order among equals. Empty ones last, whatever the direction.
void sortBy(const Keys& keys, Qt::SortOrder order, std::vector<int>& rows)
{
    struct Item
    {
        double key;
        int row;
    };
    const double sign = order == Qt::DescendingOrder ? -1.0 : 1.0;
    std::vector<Item> items;
    items.reserve(rows.size());
    for (const int row : rows) {
        const double key = keys[static_cast<std::size_t>(row)];
        items.push_back({key == key ? key * sign : std::numeric_limits<double>::infinity(), row});
    }
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.key < b.key; });
    std::transform(items.begin(), items.end(), rows.begin(), [](const Item& item) { return item.row; });
}

} // namespace

Arrangement arrange(const ArrangementRequest& request, const std::atomic_bool& cancelled)
{
    Arrangement arrangement;
    for (const CataloguePlan::Block& block : request.plan.blocks()) {
        if (!block)
            continue;
        for (const PlannedProduct& planned : *block) {
            ++arrangement.counts[static_cast<std::size_t>(planned.word)];
            arrangement.overridden += planned.isOverridden ? 1 : 0;
        }
    }
    const std::vector<char> shown = filtered(request, cancelled);
    for (std::size_t row = 0; row < shown.size(); ++row) {
        if (shown[row])
            arrangement.rows.push_back(static_cast<int>(row));
    }
    for (auto key = request.sort.rbegin(); key != request.sort.rend() && !cancelled; ++key)
        sortBy(keysOf(key->column, request, shown, cancelled), key->order, arrangement.rows);
    arrangement.shownRows.assign(shown.size(), -1);
    for (std::size_t i = 0; i < arrangement.rows.size(); ++i)
        arrangement.shownRows[static_cast<std::size_t>(arrangement.rows[i])] = static_cast<int>(i);
    return arrangement;
}

} // namespace purchasing::ui
