#pragma once

#include <QWidget>

class QChart;

namespace purchasing::ui {

/// Names the lines of a chart, on as many lines as that takes: Qt's own shortens the names where the chart is
/// narrow.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    explicit ChartLegend(QWidget* parent = nullptr);

    /// The lines that have a name.
    void nameLines(const QChart& chart);
};

} // namespace purchasing::ui
