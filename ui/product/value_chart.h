#pragma once

#include <QChartView>

#include <functional>

class QGraphicsLineItem;

namespace purchasing::ui {

/// A chart over days that tells the values under the mouse: a line across and a tip.
class ValueChart : public QChartView
{
    Q_OBJECT

public:
    explicit ValueChart(QWidget* parent = nullptr);

    /// What there is to tell about a day; an empty text where there is nothing.
    void setDayText(std::function<QString(QDate)> dayText) { m_dayText = std::move(dayText); }

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    std::function<QString(QDate)> m_dayText;
    QGraphicsLineItem* m_line;
};

} // namespace purchasing::ui
