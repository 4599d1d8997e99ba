#pragma once

#include "core/domain/decision.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QTableWidget;

namespace purchasing::ui {

/// Unit conversions of the product, a converter that works both ways, and the order in the supplier's unit.
class UnitsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit UnitsPanel(QWidget* parent = nullptr);
    void show(const ProductFacts& facts, const Decision& decision);
    using QWidget::show;

private:
    void convert();

    QTableWidget* m_table;
    QDoubleSpinBox* m_amount;
    QComboBox* m_direction;
    QLabel* m_result;
    QLabel* m_order;
    std::vector<UnitConversion> m_conversions;
    QString m_productId;
};

/// How many whole larger units and left-over smaller ones `qty` makes: "8 CASE + 4 PIECE (8.3333 CASE)".
[[nodiscard]] QString inLargerUnit(Quantity qty, const UnitConversion& conversion);

} // namespace purchasing::ui
