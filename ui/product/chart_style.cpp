#include "ui/product/chart_style.h"

#include "ui/product/value_chart.h"
#include "ui/theme/theme.h"

#include <QAbstractAxis>
#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QLegend>
#include <QLocale>
#include <QPalette>

namespace purchasing::ui {

ValueChart* makeChartView(const QString& objectName, const QString& accessibleName, QWidget* parent)
{
    auto* view = new ValueChart(parent);
    view->setObjectName(objectName);
    view->setAccessibleName(accessibleName);
    view->setRenderHint(QPainter::Antialiasing);
    view->setFrameShape(QFrame::NoFrame);
    view->setMinimumHeight(220);
    QChart* chart = view->chart();
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setMargins(QMargins(0, 0, 0, 0));
    chart->setBackgroundRoundness(0);
    chart->legend()->hide(); // ChartLegend is in its place.
    chart->setLocale(QLocale());
    chart->setLocalizeNumbers(true);
    return view;
}

void clearChart(QChart& chart)
{
    chart.removeAllSeries();
    for (QAbstractAxis* axis : chart.axes()) {
        chart.removeAxis(axis);
        delete axis;
    }
}

void styleChart(QChart& chart)
{
    const QPalette palette = QApplication::palette();
    chart.setBackgroundBrush(palette.color(QPalette::Base));
    chart.setTitleBrush(palette.color(QPalette::Text));
    for (QAbstractAxis* axis : chart.axes()) {
        axis->setLabelsColor(palette.color(QPalette::Text));
        axis->setTitleBrush(palette.color(QPalette::Text));
        axis->setLinePenColor(palette.color(QPalette::Mid));
        axis->setGridLineColor(palette.color(QPalette::Midlight));
    }
}

} // namespace purchasing::ui
