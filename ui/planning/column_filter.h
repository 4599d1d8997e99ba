#pragma once

#include "core/domain/result.h"
#include "ui/planning/product_columns.h"

#include <limits>

namespace purchasing::ui {

/// What the cells of one column must be, as a person types it: "bolt", "=Acme", "<>Acme", ">10", "<=5",
/// "10..20", "<today+7", "empty". "=" alone asks for empty cells, "<>" alone for filled ones.
class ColumnFilter
{
public:
    /// How the cells of a column are compared.
    enum class Kind { Text, Number, Day, None };
    [[nodiscard]] static Kind kindOf(ProductColumn column);

    /// Reads what was typed; the error says what is wrong with it. Numbers and days as the locale writes
    /// them, or with a point and as 2026-01-31.
    [[nodiscard]] static Result<ColumnFilter> parse(ProductColumn column, const QString& typed, QDate today);
    /// What may be typed into the column, for a tip.
    [[nodiscard]] static QString hint(ProductColumn column);

    /// The word for the day it is, as it may be typed.
    [[nodiscard]] static QString todayWord();

    [[nodiscard]] ProductColumn column() const { return m_column; }
    /// Says whether a text passes.
    [[nodiscard]] bool passes(const QString& text) const;
    /// Says whether the cell's key (cellKey as a number) passes; NaN is an empty cell.
    [[nodiscard]] bool passes(double key) const;

    friend bool operator==(const ColumnFilter&, const ColumnFilter&) = default;

private:
    enum class How { Contains, Equals, Empty, Range };

    ProductColumn m_column = ProductColumn::Product;
    How m_how = How::Contains;
    bool m_isNegated = false;
    QString m_text;
    double m_low = -std::numeric_limits<double>::infinity(); ///< Both ends belong to the range.
    double m_high = std::numeric_limits<double>::infinity();
};

} // namespace purchasing::ui
