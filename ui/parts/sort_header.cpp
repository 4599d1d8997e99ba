#include "ui/parts/sort_header.h"

#include <QMouseEvent>

namespace purchasing::ui {

SortHeader::SortHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true); // As a table's own header.
    setHighlightSections(true);
}

void SortHeader::mousePressEvent(QMouseEvent* event)
{
    const int column = logicalIndexAt(event->position().toPoint());
    const bool isResizing = cursor().shape() == Qt::SplitHCursor;
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::ControlModifier && column >= 0
        && !isResizing)
        return Q_EMIT sortAdded(column);
    QHeaderView::mousePressEvent(event);
}

} // namespace purchasing::ui
