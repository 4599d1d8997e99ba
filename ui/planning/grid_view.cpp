#include "ui/planning/grid_view.h"

#include <QJsonArray>

#include <algorithm>
#include <optional>

namespace purchasing::ui {
namespace {

constexpr int kGridColumns = static_cast<int>(ProductColumn::Count);
constexpr std::array kWordNames = {"blocked", "needs_approval", "to_order", "covered", "enough"}; // By Word.
constexpr int kNarrowest = 20;
constexpr int kWidest = 2000;

std::optional<ProductColumn> columnOf(const QString& id)
{
    for (int i = 0; i < kGridColumns; ++i) {
        if (columnInfo(static_cast<ProductColumn>(i)).id == id)
            return static_cast<ProductColumn>(i);
    }
    return std::nullopt;
}

QString idOf(ProductColumn column)
{
    return columnInfo(column).id;
}

/// Adds the columns that the view does not name.
void complete(std::vector<GridView::Column>& columns)
{
    for (int i = 0; i < kGridColumns; ++i) {
        const auto column = static_cast<ProductColumn>(i);
        const bool isThere =
            std::any_of(columns.begin(), columns.end(),
                        [column](const GridView::Column& other) { return other.column == column; });
        if (!isThere)
            columns.push_back({column, columnInfo(column).shownByDefault, columnInfo(column).width});
    }
}

} // namespace

GridView GridView::all()
{
    GridView view;
    view.sort = {SortKey{}};
    complete(view.columns);
    return view;
}

GridView GridView::orderToday()
{
    GridView view = all();
    view.words.set(static_cast<std::size_t>(Word::ToOrder))
        .set(static_cast<std::size_t>(Word::NeedsApproval));
    view.hasFilterRow = true;
    view.typed[ProductColumn::OrderBy] = QStringLiteral("<=") + ColumnFilter::todayWord();
    return view;
}

QJsonObject GridView::toJson() const
{
    QJsonArray chips;
    for (std::size_t i = 0; i < kWordNames.size(); ++i) {
        if (words.test(i))
            chips << QLatin1String(kWordNames[i]);
    }
    QJsonObject filters;
    for (const auto& [column, filter] : typed)
        filters.insert(idOf(column), filter);
    QJsonArray keys;
    for (const SortKey& key : sort)
        keys << QJsonObject{{QStringLiteral("column"), idOf(key.column)},
                            {QStringLiteral("descending"), key.order == Qt::DescendingOrder}};
    QJsonArray places;
    for (const Column& place : columns)
        places << QJsonObject{{QStringLiteral("column"), idOf(place.column)},
                              {QStringLiteral("shown"), place.isShown},
                              {QStringLiteral("width"), place.width}};
    return {{QStringLiteral("text"), text},
            {QStringLiteral("chips"), chips},
            {QStringLiteral("overridden"), overridden},
            {QStringLiteral("filter_row"), hasFilterRow},
            {QStringLiteral("filters"), filters},
            {QStringLiteral("sort"), keys},
            {QStringLiteral("columns"), places}};
}

GridView GridView::fromJson(const QJsonObject& json)
{
    GridView view;
    view.text = json[QStringLiteral("text")].toString();
    view.overridden = json[QStringLiteral("overridden")].toBool();
    view.hasFilterRow = json[QStringLiteral("filter_row")].toBool();
    const QJsonArray chips = json[QStringLiteral("chips")].toArray();
    for (std::size_t i = 0; i < kWordNames.size(); ++i)
        view.words.set(i, chips.contains(QLatin1String(kWordNames[i])));
    const QJsonObject filters = json[QStringLiteral("filters")].toObject();
    for (auto filter = filters.begin(); filter != filters.end(); ++filter) {
        if (const auto column = columnOf(filter.key()); column && !filter.value().toString().isEmpty())
            view.typed[*column] = filter.value().toString();
    }
    for (const QJsonValue& key : json[QStringLiteral("sort")].toArray()) {
        if (const auto column = columnOf(key[QStringLiteral("column")].toString()))
            view.sort.push_back(
                {*column,
                 key[QStringLiteral("descending")].toBool() ? Qt::DescendingOrder : Qt::AscendingOrder});
    }
    for (const QJsonValue& place : json[QStringLiteral("columns")].toArray()) {
        const auto column = columnOf(place[QStringLiteral("column")].toString());
        const bool isKnown = column
            && std::any_of(view.columns.begin(), view.columns.end(),
                           [&](const Column& other) { return other.column == *column; });
        if (column && !isKnown)
            view.columns.push_back(
                {*column, *column == ProductColumn::Product || place[QStringLiteral("shown")].toBool(),
                 std::clamp(place[QStringLiteral("width")].toInt(), kNarrowest, kWidest)});
    }
    if (view.sort.empty())
        view.sort = {SortKey{}};
    complete(view.columns);
    return view;
}

} // namespace purchasing::ui
