#pragma once

#include "ui/planning/product_arrangement.h"

#include <QJsonObject>

#include <map>

namespace purchasing::ui {

/// What the planning grid shows and how: filters, sort order and columns. Kept in the settings under a name.
struct GridView
{
    struct Column
    {
        ProductColumn column = ProductColumn::Product;
        bool isShown = true;
        int width = 0;

        /// Widths are kept, but another width is no other view.
        friend bool operator==(const Column& a, const Column& b)
        {
            return a.column == b.column && a.isShown == b.isShown;
        }
    };

    QString text; ///< Of the search field.
    std::bitset<5> words; ///< The chips, by Word.
    bool overridden = false;
    bool hasFilterRow = false;
    std::map<ProductColumn, QString> typed; ///< Into the filter row.
    std::vector<SortKey> sort;
    std::vector<Column> columns; ///< From left to right, hidden ones too.

    friend bool operator==(const GridView&, const GridView&) = default;

    /// Everything in the order and with the columns of a new installation.
    [[nodiscard]] static GridView all();
    /// What must be ordered today or is late.
    [[nodiscard]] static GridView orderToday();

    [[nodiscard]] QJsonObject toJson() const;
    /// What was written by toJson, perhaps by another version: columns that it does not name come last, as
    /// a new installation has them.
    [[nodiscard]] static GridView fromJson(const QJsonObject& json);
};

} // namespace purchasing::ui
