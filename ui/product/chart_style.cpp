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
#include <QValueAxis>

#include <cmath>

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

void setRoundTicks(QValueAxis& axis, int ticks)
{
    constexpr int kMostDecimals = 6; // Quantities have no more.
    axis.setTickCount(ticks);
    axis.applyNiceNumbers();
    const double step = (axis.max() - axis.min()) / (axis.tickCount() - 1);
    const auto isWhole = [](double number) { return std::fabs(number - std::round(number)) < 1e-6; };
    int decimals = 0;
    for (double scaled = step; decimals < kMostDecimals && !isWhole(scaled); scaled *= 10)
        ++decimals;
    axis.setLabelFormat(QStringLiteral("%.%1f").arg(decimals));
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
