#include "ui/rules/code_delegate.h"

namespace purchasing::ui {

void CodeDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (option->direction == Qt::LeftToRight)
        return;
    option->direction = Qt::LeftToRight;
    option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
    option->decorationPosition = QStyleOptionViewItem::Right;
}

} // namespace purchasing::ui
