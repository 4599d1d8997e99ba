#pragma once

#include "core/domain/decision.h"

#include <QWidget>

class QChartView;
class QLabel;

namespace purchasing::ui {

class DecidedCatalogue;

/// Projected stock at the average daily use: with the open orders, and dashed with the order that the rules
/// propose; the order-by and the stock-out date are marked.
class ProjectionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ProjectionPanel(const DecidedCatalogue& products, QWidget* parent = nullptr);
    void show(const ProductFacts& facts, const Decision& decision);
    using QWidget::show;

private:
    const DecidedCatalogue& m_products;
    QLabel* m_summary;
    QChartView* m_view;
};

} // namespace purchasing::ui
