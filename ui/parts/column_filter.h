#pragma once

#include "core/domain/result.h"

#include <QDate>
#include <QString>

#include <limits>

namespace purchasing::ui {

/// How a column of a list is filtered.
struct FilterColumn
{
    /// How its cells are compared.
    enum class Kind { Text, Number, Day, None };

    QString id; ///< Stable name, for the field's object name.
    QString header;
    Kind kind = Kind::Text;
    double scale = 1; ///< What its key is multiplied with.
    double reach = 0; ///< How far a single number reaches, where cells are shown rounded.
};

/// What the cells of one column must be, as a person types it: "bolt", "=Acme", "<>Acme", ">10", "<=5",
/// "10..20", "<today+7", "empty". "=" alone asks for empty cells, "<>" alone for filled ones.
class ColumnFilter
{
public:
    /// Reads what was typed; the error says what is wrong with it. Numbers and days as the locale writes
    /// them, or with a point and as 2026-01-31.
    [[nodiscard]] static Result<ColumnFilter> parse(const FilterColumn& column, const QString& typed,
                                                    QDate today);
    /// What may be typed into such a column, for a tip.
    [[nodiscard]] static QString hint(FilterColumn::Kind kind);

    /// The word for the day it is, as it may be typed.
    [[nodiscard]] static QString todayWord();

    /// Says whether a text passes.
    [[nodiscard]] bool passes(const QString& text) const;
    /// Says whether the cell's key, scaled and rounded, or the Julian day, passes; NaN is an empty cell.
    [[nodiscard]] bool passes(double key) const;

    friend bool operator==(const ColumnFilter&, const ColumnFilter&) = default;

private:
    enum class How { Contains, Equals, Empty, Range };

    How m_how = How::Contains;
    bool m_isNegated = false;
    QString m_text;
    double m_low = -std::numeric_limits<double>::infinity(); ///< Both ends belong to the range.
    double m_high = std::numeric_limits<double>::infinity();
};

} // namespace purchasing::ui
