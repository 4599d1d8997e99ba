#pragma once

#include "core/domain/decision.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace purchasing::ui {

class DecidedCatalogue;

/// Stock for each warehouse with its sum, and the open orders that bring more.
class InventoryPanel : public QWidget
{
    Q_OBJECT

public:
    explicit InventoryPanel(const DecidedCatalogue& products, QWidget* parent = nullptr);
    void show(const ProductFacts& facts);
    using QWidget::show;

Q_SIGNALS:
    void orderActivated(const QString& poId);

private:
    const DecidedCatalogue& m_products;
    QLabel* m_problem;
    QTableWidget* m_levels;
    QTableWidget* m_orders;
    QLabel* m_noOrders; ///< In the list, as long as it is empty.
};

} // namespace purchasing::ui
