#include "ui/planning/filter_columns.h"

namespace purchasing::ui {
namespace {

constexpr double kHalfOfLastDecimal = 0.05; // Cover is shown with one.

FilterColumn::Kind kindOf(ProductColumn column)
{
    switch (column) {
    case ProductColumn::OrderBy:
    case ProductColumn::StockOut: return FilterColumn::Kind::Day;
    case ProductColumn::Decided: return FilterColumn::Kind::None; // Only the time of day is shown.
    default: return columnInfo(column).numeric ? FilterColumn::Kind::Number : FilterColumn::Kind::Text;
    }
}

double scaleOf(ProductColumn column)
{
    switch (column) {
    case ProductColumn::Total:
    case ProductColumn::ToPay: return Money::kScale;
    case ProductColumn::LeadTime:
    case ProductColumn::Cover: return 1;
    default: return Quantity::kScale;
    }
}

} // namespace

FilterColumn filterColumn(ProductColumn column)
{
    return {columnInfo(column).id, columnInfo(column).header, kindOf(column), scaleOf(column),
            column == ProductColumn::Cover ? kHalfOfLastDecimal : 0};
}

std::vector<FilterColumn> filterColumns()
{
    std::vector<FilterColumn> columns;
    for (int column = 0; column < static_cast<int>(ProductColumn::Count); ++column)
        columns.push_back(filterColumn(static_cast<ProductColumn>(column)));
    return columns;
}

} // namespace purchasing::ui
