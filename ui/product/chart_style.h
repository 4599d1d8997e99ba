#pragma once

#include <QString>

class QChart;
class QValueAxis;
class QWidget;

namespace purchasing::ui {

class ValueChart;

/// A chart view in the colours of the theme, without margins and animation.
[[nodiscard]] ValueChart* makeChartView(const QString& objectName, const QString& accessibleName,
                                        QWidget* parent);
/// Ticks at round numbers, written with as many decimals as tell them apart. The range must be set.
void setRoundTicks(QValueAxis& axis, int ticks);
/// Removes all series and axes, to draw anew.
void clearChart(QChart& chart);
/// Gives chart and axes the palette's colours; call again after a change of theme.
void styleChart(QChart& chart);

} // namespace purchasing::ui
