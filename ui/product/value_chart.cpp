#include "ui/product/value_chart.h"

#include "ui/theme/theme.h"

#include <QChart>
#include <QDateTime>
#include <QGraphicsLineItem>
#include <QMouseEvent>
#include <QToolTip>

namespace purchasing::ui {
namespace {

constexpr qint64 kHalfDay = 12 * 3600 * 1000; // Milliseconds.

} // namespace

ValueChart::ValueChart(QWidget* parent)
    : QChartView(new QChart, parent)
    , m_line(new QGraphicsLineItem)
{
    scene()->addItem(m_line);
    m_line->setZValue(chart()->zValue() + 1);
    m_line->hide();
    setMouseTracking(true);
}

void ValueChart::mouseMoveEvent(QMouseEvent* event)
{
    QChartView::mouseMoveEvent(event);
    const QRectF plot = chart()->plotArea();
    const QPointF place = chart()->mapFromScene(mapToScene(event->position().toPoint()));
    QString text;
    if (m_dayText && !chart()->axes(Qt::Horizontal).isEmpty() && plot.contains(place)) {
        const auto at = static_cast<qint64>(chart()->mapToValue(place).x());
        text = m_dayText(QDateTime::fromMSecsSinceEpoch(at + kHalfDay).date()); // The nearest one's.
    }
    m_line->setVisible(!text.isEmpty());
    m_line->setPen(QPen(theme::ink(theme::Tone::Muted), 1, Qt::DotLine));
    m_line->setLine(place.x(), plot.top(), place.x(), plot.bottom());
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPosition().toPoint(), text, this);
}

void ValueChart::leaveEvent(QEvent* event)
{
    QChartView::leaveEvent(event);
    m_line->hide();
}

} // namespace purchasing::ui
