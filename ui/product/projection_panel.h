#pragma once

#include "core/domain/decision.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace purchasing::ui {

class ChartTable;
class DecidedCatalogue;
class ValueChart;

/// Projected stock at the average daily use: with the open orders, and dashed with the order that the rules
/// propose; the order-by and the stock-out date are marked.
class ProjectionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ProjectionPanel(const DecidedCatalogue& products, QWidget* parent = nullptr);
    void show(const ProductFacts& facts, const Decision& decision);
    using QWidget::show;
    /// The values as a table instead of the chart.
    void showTable(bool isTable);

private:
    /// Under the mouse and in the table; by day, from today.
    void tellValues(const Decision& decision, const std::vector<double>& without,
                    const std::vector<double>& with, const QString& unit);

    const DecidedCatalogue& m_products;
    QLabel* m_summary;
    ValueChart* m_view;
    ChartTable* m_twin; ///< The chart and its table.
};

} // namespace purchasing::ui
