#include "ui/planning/product_arrangement.h"

#include "core/flow/decision_words.h"
#include "core/flow/work_pool.h"

#include <QCollator>
#include <QPromise>

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

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

/// Takes the keys of a block's products that are shown; texts go into `texts`, which has room for them where
/// the column holds texts.
void readKeys(ProductColumn column, const ArrangementRequest& request, std::size_t block,
              const std::vector<char>& shown, Keys& keys, std::vector<QString>& texts)
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

/// Which of a block's products the filter lets through.
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

/// An arrangement that is being made, block by block. Blocks may be worked on at the same time.
class Arranging
{
public:
    explicit Arranging(const ArrangementRequest& request)
        : m_request(request)
        , m_words(request.filter.text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts))
        , m_shown(static_cast<std::size_t>(request.catalogue->size()), 1)
    {
    }

    [[nodiscard]] std::size_t blockCount() const { return m_request.catalogue->blocks().size(); }
    [[nodiscard]] const std::vector<SortKey>& sort() const { return m_request.sort; }

    void filterBlock(std::size_t block)
    {
        if (m_request.filter.isEmpty())
            return;
        const std::vector<char> hits = filtered(m_request, m_words, block);
        std::copy(hits.begin(), hits.end(), m_shown.begin() + m_request.catalogue->firstRow(block));
    }

    void collectRows()
    {
        for (const CataloguePlan::Block& block : m_request.plan.blocks()) {
            if (!block)
                continue;
            for (const PlannedProduct& planned : *block) {
                ++m_made.counts[static_cast<std::size_t>(planned.word)];
                m_made.overridden += planned.isOverridden ? 1 : 0;
            }
        }
        for (std::size_t row = 0; row < m_shown.size(); ++row) {
            if (m_shown[row])
                m_made.rows.push_back(static_cast<int>(row));
        }
    }

    void beginSorting(const SortKey& key)
    {
        m_keys.assign(m_shown.size(), kEmpty);
        m_texts.assign(hasTexts(key.column) ? m_shown.size() : 0, QString());
    }

    void readBlock(const SortKey& key, std::size_t block)
    {
        readKeys(key.column, m_request, block, m_shown, m_keys, m_texts);
    }

    void endSorting(const SortKey& key)
    {
        sortBy(m_texts.empty() ? m_keys : ranked(m_texts), key.order, m_made.rows);
    }

    [[nodiscard]] Arrangement take()
    {
        m_made.shownRows.assign(m_shown.size(), -1);
        for (std::size_t i = 0; i < m_made.rows.size(); ++i)
            m_made.shownRows[static_cast<std::size_t>(m_made.rows[i])] = static_cast<int>(i);
        return std::move(m_made);
    }

private:
    const ArrangementRequest m_request;
    const QStringList m_words;
    std::vector<char> m_shown; ///< By catalogue row.
    Keys m_keys; ///< Of the key that is being sorted by, as the texts.
    std::vector<QString> m_texts;
    Arrangement m_made;
};

/// What making it takes, in order: the last key first, because sorting keeps the order among equals.
std::vector<WorkStage> stagesOf(const std::shared_ptr<Arranging>& arranging)
{
    std::vector<WorkStage> stages;
    stages.push_back({arranging->blockCount(),
                      [arranging](std::size_t block) { arranging->filterBlock(block); },
                      [arranging] { arranging->collectRows(); }});
    const std::vector<SortKey>& keys = arranging->sort();
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        stages.push_back({0, {}, [arranging, key = *key] { arranging->beginSorting(key); }});
        stages.push_back({arranging->blockCount(),
                          [arranging, key = *key](std::size_t block) { arranging->readBlock(key, block); },
                          [arranging, key = *key] { arranging->endSorting(key); }});
    }
    return stages;
}

} // namespace

Arrangement arrange(const ArrangementRequest& request)
{
    const auto arranging = std::make_shared<Arranging>(request);
    for (const WorkStage& stage : stagesOf(arranging)) {
        for (std::size_t part = 0; part < stage.parts; ++part)
            stage.work(part);
        stage.end();
    }
    return arranging->take();
}

QFuture<Arrangement> arrangeInWorkPool(const ArrangementRequest& request,
                                       std::shared_ptr<std::atomic_bool> cancelled)
{
    const auto arranging = std::make_shared<Arranging>(request);
    const auto promise = std::make_shared<QPromise<Arrangement>>();
    promise->start();
    std::vector<WorkStage> stages = stagesOf(arranging);
    for (WorkStage& stage : stages) { // What is left is skipped once it is cancelled.
        stage.work = [cancelled, work = std::move(stage.work)](std::size_t part) {
            if (!cancelled->load(std::memory_order_relaxed))
                work(part);
        };
        stage.end = [cancelled, end = std::move(stage.end)] {
            if (!cancelled->load(std::memory_order_relaxed))
                end();
        };
    }
    runInWorkPool(std::move(stages), [arranging, promise](const std::exception_ptr& failure) {
        if (failure)
            promise->setException(failure);
        else
            promise->addResult(arranging->take());
        promise->finish();
    });
    return promise->future();
}

} // namespace purchasing::ui
