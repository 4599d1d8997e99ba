#include "ui/planning/product_arrangement.h"

#include "core/flow/work_pool.h"
#include "ui/planning/arrangement_cells.h"

#include <QPromise>

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

namespace purchasing::ui {
namespace {

/// Sorts by one key, keeping the order among equals. Empty ones last, whatever the direction.
void sortBy(const CellKeys& keys, Qt::SortOrder order, std::vector<int>& rows)
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
        m_keys.assign(m_shown.size(), kEmptyCell);
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
    CellKeys m_keys; ///< Of the key that is being sorted by, as the texts.
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
