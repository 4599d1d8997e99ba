#pragma once

#include <QStackedWidget>

#include <vector>

class QTableWidget;

namespace purchasing::ui {

class ChartLegend;
class ValueChart;

/// A chart and its twin, a table with the same values, of which one is seen.
class ChartTable : public QStackedWidget
{
    Q_OBJECT

public:
    /// The table has the chart's object name with "table" for "chart".
    explicit ChartTable(ValueChart* chart, QWidget* parent = nullptr);

    /// A row for each day: the day, then numbers. The lines of the chart, which are drawn by now, are named.
    void setRows(const QStringList& headers, const std::vector<QStringList>& rows);
    void showTable(bool isTable);

private:
    ValueChart* m_chart;
    ChartLegend* m_legend;
    QTableWidget* m_table;
};

} // namespace purchasing::ui
