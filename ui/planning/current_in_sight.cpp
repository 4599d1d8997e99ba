#include "ui/planning/current_in_sight.h"

#include <QResizeEvent>
#include <QTableView>
#include <QTimer>

#include <utility>

namespace purchasing::ui {

CurrentInSight::CurrentInSight(QTableView& view)
    : QObject(&view)
    , m_view(view)
{
    view.viewport()->installEventFilter(this);
    const auto look = [this] { m_wasSeen = isSeenWithin(m_view.viewport()->height()); };
    connect(view.model(), &QAbstractItemModel::layoutAboutToBeChanged, this, look);
    connect(view.model(), &QAbstractItemModel::modelAboutToBeReset, this, look);
    connect(view.model(), &QAbstractItemModel::modelReset, this, [this] {
        if (m_wasSeen)
            QTimer::singleShot(0, this, &CurrentInSight::show); // The page finds the row again first.
    });
    connect(view.model(), &QAbstractItemModel::layoutChanged, this, [this] {
        if (!std::exchange(m_letGo, false) && m_wasSeen)
            show();
    });
}

bool CurrentInSight::eventFilter(QObject* watched, QEvent* event)
{
    const bool isSmaller = event->type() == QEvent::Resize
        && isSeenWithin(static_cast<QResizeEvent*>(event)->oldSize().height());
    if (isSmaller || event->type() == QEvent::Show)
        QTimer::singleShot(0, this, &CurrentInSight::show); // When the view has laid itself out.
    return QObject::eventFilter(watched, event);
}

bool CurrentInSight::isSeenWithin(int height) const
{
    const QRect row = m_view.visualRect(m_view.currentIndex());
    return row.isValid() && row.top() < height && row.bottom() >= 0;
}

void CurrentInSight::show()
{
    if (m_view.currentIndex().isValid())
        m_view.scrollTo(m_view.currentIndex());
}

} // namespace purchasing::ui
