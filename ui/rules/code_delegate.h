#pragma once

#include <QStyledItemDelegate>

namespace purchasing::ui {

/// Writes a cell's rule text from left to right in every language: mirrored, "a > b" would read "a < b". The
/// text stands at the side of the cell where the language begins.
class CodeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace purchasing::ui
