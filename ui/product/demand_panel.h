#pragma once

#include "core/domain/decision.h"

#include <QWidget>

class QLabel;

namespace purchasing::ui {

class ChartTable;
class Workspace;
class ValueChart;

/// A year of daily demand with the average the decision uses and the trend.
class DemandPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DemandPanel(Workspace& workspace, QWidget* parent = nullptr);
    void show(const ProductFacts& facts);
    using QWidget::show;
    /// The values as a table instead of the chart.
    void showTable(bool isTable);

private:
    /// Under the mouse and in the table.
    void tellValues(const std::vector<DailyDemand>& days);
    void draw(const std::vector<DailyDemand>& days);

    Workspace& m_workspace;
    QLabel* m_summary;
    ValueChart* m_view;
    ChartTable* m_twin; ///< The chart and its table.
    QString m_productId;
    QString m_unit;
    std::optional<Quantity> m_average;
};

} // namespace purchasing::ui
