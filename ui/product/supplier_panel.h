#pragma once

#include "core/domain/decision.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace purchasing::ui {

class OverrideActions;
class Workspace;

/// All suppliers of the product side by side: one column each, what an order would be with each, and the
/// choice of another one, which overrides the first with a reason.
class SupplierPanel : public QWidget
{
    Q_OBJECT

public:
    SupplierPanel(Workspace& workspace, OverrideActions& overrides, QWidget* parent = nullptr);
    void show(const ProductFacts& facts);
    using QWidget::show;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    /// Lets two suppliers stand side by side: long names and addresses give way and are read in their tips.
    void fitColumns();
    void fillColumn(int column, const ProductFacts& facts, const SupplierOffer& offer, bool used);

    Workspace& m_workspace;
    OverrideActions& m_overrides;
    QLabel* m_note;
    QTableWidget* m_table;
};

} // namespace purchasing::ui
