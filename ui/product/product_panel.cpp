#include "ui/product/product_panel.h"

#include "ui/product/activity_panel.h"
#include "ui/product/decision_panel.h"
#include "ui/product/demand_panel.h"
#include "ui/product/inventory_panel.h"
#include "ui/product/override_actions.h"
#include "ui/product/override_box.h"
#include "ui/product/projection_panel.h"
#include "ui/product/supplier_panel.h"
#include "ui/product/units_panel.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QProxyStyle>
#include <QTabBar>

namespace purchasing::ui {
namespace {

/// Tabs close together, so that all of them are seen in the longer words of other languages too.
class TightTabs : public QProxyStyle
{
public:
    TightTabs()
        : QProxyStyle(QStringLiteral("Fusion"))
    {
    }

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override
    {
        return metric == PM_TabBarTabHSpace ? 10 : QProxyStyle::pixelMetric(metric, option, widget);
    }
};

} // namespace

ProductPanel::ProductPanel(Workspace& workspace, OrderActions& actions, OverrideActions& overrides,
                           QWidget* parent)
    : QTabWidget(parent)
    , m_workspace(workspace)
    , m_decision(new DecisionPanel(workspace, actions, overrides, this))
    , m_demand(new DemandPanel(workspace, this))
    , m_inventory(new InventoryPanel(workspace.feed(), this))
    , m_supplier(new SupplierPanel(workspace, overrides, this))
    , m_units(new UnitsPanel(this))
    , m_projection(new ProjectionPanel(workspace.feed(), this))
    , m_activity(new ActivityPanel(workspace.connection(), this))
    , m_chartTable(new QAction(tr("Charts as &tables"), this))
{
    setObjectName(QStringLiteral("tabs.product"));
    setDocumentMode(true);
    auto* tight = new TightTabs;
    tight->setParent(tabBar());
    tabBar()->setStyle(tight);
    addTab(m_decision, tr("Decision"));
    addTab(m_demand, tr("Demand"));
    addTab(m_inventory, tr("Inventory"));
    addTab(m_supplier, tr("Supplier"));
    addTab(m_units, tr("Units"));
    addTab(m_projection, tr("Chart"));
    addTab(m_activity, tr("Activity"));

    connect(&workspace.feed(), &CatalogueFeed::rowChanged, this, [this](int row) {
        if (row < 0 || row == m_workspace.feed().rowOf(m_productId))
            refresh();
    });
    connect(&workspace.feed(), &CatalogueFeed::catalogueReset, this, [this] {
        // Other products joined or left: this one is as it was while its block is the same, the same sources
        // can be read and the same rules decide.
        if (m_workspace.feed().blockOf(m_productId) != m_shownBlock || !m_shownBlock
            || m_workspace.feed().outages() != m_shownOutages || m_workspace.feed().rules() != m_shownRules)
            refresh();
    });
    connect(&workspace.identity(), &Identity::identityChanged, this, &ProductPanel::refresh);
    connect(m_decision, &DecisionPanel::traceWanted, this, &ProductPanel::traceWanted);
    connect(m_inventory, &InventoryPanel::orderActivated, this, &ProductPanel::orderActivated);
    connect(&overrides, &OverrideActions::editWanted, this, [this] {
        setCurrentWidget(m_decision);
        m_decision->startOverride();
    });
    connect(&overrides, &OverrideActions::supplierWanted, this, [this] {
        setCurrentWidget(m_supplier);
        m_supplier->setFocus();
    });
    addActions(
        {overrides.editQuantity(), overrides.changeSupplier(), overrides.confirm(), overrides.revert()});
    m_chartTable->setObjectName(QStringLiteral("action.chartTable"));
    m_chartTable->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B));
    m_chartTable->setCheckable(true);
    m_chartTable->setStatusTip(tr("The values of the charts as a table"));
    connect(m_chartTable, &QAction::toggled, this, [this](bool isTable) {
        m_demand->showTable(isTable);
        m_projection->showTable(isTable);
        if (currentWidget() != m_demand)
            setCurrentWidget(m_projection);
        Q_EMIT chartWanted();
    });
    // Panels that read more than the catalogue holds do so only while they are seen.
    connect(this, &QTabWidget::currentChanged, this, &ProductPanel::refresh);
}

void ProductPanel::setProduct(const QString& productId)
{
    if (m_productId == productId)
        return;
    m_productId = productId;
    refresh();
}

void ProductPanel::keepDraftsIn(OverrideDrafts& drafts)
{
    m_decision->overrideBox().keepDraftsIn(drafts);
}

void ProductPanel::refresh()
{
    const int row = m_workspace.feed().rowOf(m_productId);
    m_shownBlock = m_workspace.feed().blockOf(m_productId);
    m_shownOutages = m_workspace.feed().outages();
    m_shownRules = m_workspace.feed().rules();
    setEnabled(row >= 0);
    if (row < 0) {
        m_explained = {};
        m_decision->clear();
        Q_EMIT shownChanged();
        return;
    }
    const ProductFacts facts = m_workspace.feed().facts(row);
    m_explained = m_workspace.feed().explain(row);
    m_decision->show(facts, m_explained);
    m_inventory->show(facts);
    m_supplier->show(facts);
    m_units->show(facts, m_explained.decision);
    m_projection->show(facts, m_explained.decision);
    if (currentWidget() == m_demand)
        m_demand->show(facts);
    if (currentWidget() == m_activity)
        m_activity->show(m_productId);
    Q_EMIT shownChanged();
}

} // namespace purchasing::ui
