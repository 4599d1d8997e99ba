#pragma once

#include "core/flow/catalogue_plan.h"
#include "ui/parts/column_filter.h"
#include "ui/planning/product_columns.h"

#include <QFuture>

#include <array>
#include <atomic>
#include <bitset>
#include <memory>
#include <vector>

namespace purchasing::ui {

/// Which products the grid shows.
struct ProductFilter
{
    QString text; ///< Every word must occur in id, name, category or supplier, any case.
    std::bitset<5> words; ///< By Word; none set shows all.
    bool overridden = false; ///< Only what a planner has overridden.

    std::vector<std::pair<ProductColumn, ColumnFilter>> columns; ///< All must pass.

    friend bool operator==(const ProductFilter&, const ProductFilter&) = default;
    [[nodiscard]] bool isEmpty() const
    {
        return text.isEmpty() && words.none() && !overridden && columns.empty();
    }
};

/// One column to sort by.
struct SortKey
{
    ProductColumn column = ProductColumn::OrderBy;
    Qt::SortOrder order = Qt::AscendingOrder;

    friend bool operator==(const SortKey&, const SortKey&) = default;
};

/// What to arrange: snapshots, so that any thread may do it.
struct ArrangementRequest
{
    std::shared_ptr<const Catalogue> catalogue;
    CataloguePlan plan;
    std::shared_ptr<const RuleEngine> rules; ///< For columns that the plan does not keep.
    QDate today;
    ProductFilter filter;
    std::vector<SortKey> sort; ///< The first decides, the next ones among equals. Empty cells are last.
};

/// The grid's rows: which products, in which order.
struct Arrangement
{
    std::vector<int> rows; ///< Catalogue rows in the order shown.
    std::vector<int> shownRows; ///< By catalogue row: where it is shown, or -1.
    std::array<int, 5> counts{}; ///< Of the whole catalogue, by Word.
    int overridden = 0; ///< Of the whole catalogue.
};

/// Filters and sorts on the calling thread.
[[nodiscard]] Arrangement arrange(const ArrangementRequest& request);
/// The same on all cores, at once returning. The result is worthless once `cancelled` is set, which ends it
/// soon.
[[nodiscard]] QFuture<Arrangement> arrangeInWorkPool(const ArrangementRequest& request,
                                                     std::shared_ptr<std::atomic_bool> cancelled);

} // namespace purchasing::ui
