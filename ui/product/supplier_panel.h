#pragma once

#include "core/domain/decision.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace purchasing::ui {

class Workspace;

/// All suppliers of the product side by side: one column each, what an order would be with each, and the
/// choice of another one for this order.
class SupplierPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SupplierPanel(Workspace& workspace, QWidget* parent = nullptr);
    void show(const ProductFacts& facts);
    using QWidget::show;

private:
    void fillColumn(int column, const ProductFacts& facts, const SupplierOffer& offer, bool used);

    Workspace& m_workspace;
    QLabel* m_note;
    QTableWidget* m_table;
    QString m_productId;
};

} // namespace purchasing::ui
