#pragma once

#include "core/domain/catalogue.h"
#include "core/flow/rule_engine.h"

#include <QTabWidget>

class QAction;
class QLabel;
class QStackedWidget;

namespace purchasing::ui {

class ActivityPanel;
class DecisionPanel;
class DemandPanel;
class InventoryPanel;
class OrderActions;
class OverrideActions;
class OverrideDrafts;
class ProjectionPanel;
class SupplierPanel;
class UnitsPanel;
class Workspace;

/// The product dock: everything about the current product in tabs. Follows the selection and every change of
/// its row.
class ProductPanel : public QTabWidget
{
    Q_OBJECT

public:
    ProductPanel(Workspace& workspace, OrderActions& actions, OverrideActions& overrides,
                 QWidget* parent = nullptr);

    void setProduct(const QString& productId);
    /// Keeps what was typed and not stored there; it must outlive the panel.
    void keepDraftsIn(OverrideDrafts& drafts);
    [[nodiscard]] const QString& product() const { return m_productId; }
    /// The decision as shown, with its reasons; empty rules while no product is shown.
    [[nodiscard]] const ExplainedDecision& explained() const { return m_explained; }
    /// Shows the charts' values as tables, and back.
    [[nodiscard]] QAction* chartTable() const { return m_chartTable; }

Q_SIGNALS:
    /// A chart or its table is to be seen.
    void chartWanted();
    /// Another product, or other facts or rules for the same one.
    void shownChanged();
    /// The planner wants to see why, in the trace.
    void traceWanted();
    void orderActivated(const QString& poId);

private:
    void refresh();

    Workspace& m_workspace;
    QString m_productId;
    ExplainedDecision m_explained;
    Catalogue::Block m_shownBlock; ///< Where the shown facts are from.
    std::vector<SourceOutage> m_shownOutages;
    std::shared_ptr<const RuleEngine> m_shownRules;
    DecisionPanel* m_decision;
    DemandPanel* m_demand;
    InventoryPanel* m_inventory;
    SupplierPanel* m_supplier;
    UnitsPanel* m_units;
    ProjectionPanel* m_projection;
    ActivityPanel* m_activity;
    QAction* m_chartTable;
};

} // namespace purchasing::ui
