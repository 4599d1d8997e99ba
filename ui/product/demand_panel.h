#pragma once

#include "core/domain/decision.h"

#include <QWidget>

class QChartView;
class QLabel;

namespace purchasing::ui {

class Workspace;

/// A year of daily demand with the average the decision uses and the trend.
class DemandPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DemandPanel(Workspace& workspace, QWidget* parent = nullptr);
    void show(const ProductFacts& facts);
    using QWidget::show;

private:
    void draw(const std::vector<DailyDemand>& days);

    Workspace& m_workspace;
    QLabel* m_summary;
    QChartView* m_view;
    QString m_productId;
    QString m_unit;
    std::optional<Quantity> m_average;
};

} // namespace purchasing::ui
