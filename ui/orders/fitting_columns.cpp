#include "ui/orders/fitting_columns.h"

#include "ui/parts/panel_layout.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace purchasing::ui {
namespace {

constexpr int kUsualName = 240; // Pixels; longer ones must not push the other columns out of sight.

} // namespace

FittingColumns::FittingColumns(QTableView& view, const std::vector<int>& columns)
    : QObject(&view)
    , m_view(view)
{
    for (const int column : columns) {
        const int usual = view.horizontalHeader()->sectionSize(column);
        m_columns.push_back({column, usual, usual, usual});
    }
    view.viewport()->installEventFilter(this);
}

void FittingColumns::fit()
{
    for (Column& each : m_columns)
        each.content = static_cast<const QAbstractItemView&>(m_view).sizeHintForColumn(each.column);
    share();
}

bool FittingColumns::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        share();
    return QObject::eventFilter(object, event);
}

void FittingColumns::share()
{
    QHeaderView& header = *m_view.horizontalHeader();
    for (Column& each : m_columns) {
        if (header.isSectionHidden(each.column))
            continue;
        const int others = header.length() - header.sectionSize(each.column);
        const int room = m_view.viewport()->width() - others;
        refit(header, each.column, each.fitted,
              std::clamp(each.content, each.usual, std::max({each.usual, kUsualName, room})));
    }
}

} // namespace purchasing::ui
