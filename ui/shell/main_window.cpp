#include "ui/shell/main_window.h"

#include "core/flow/decision_words.h"
#include "ui/approvals/approvals_page.h"
#include "ui/help/help.h"
#include "ui/orders/batch_recovery.h"
#include "ui/orders/bulk_dialog.h"
#include "ui/orders/order_actions.h"
#include "ui/orders/orders_page.h"
#include "ui/orders/outbox_panel.h"
#include "ui/parts/action_state.h"
#include "ui/parts/filter_header.h"
#include "ui/parts/page_stack.h"
#include "ui/parts/panel_layout.h"
#include "ui/parts/screen_fit.h"
#include "ui/planning/bulk_bar.h"
#include "ui/planning/planning_page.h"
#include "ui/planning/product_export.h"
#include "ui/planning/product_table_model.h"
#include "ui/preferences/choices.h"
#include "ui/product/locator.h"
#include "ui/product/override_actions.h"
#include "ui/product/override_drafts.h"
#include "ui/product/product_panel.h"
#include "ui/recovery/recovery.h"
#include "ui/rules/rules_page.h"
#include "ui/rules/trace_panel.h"
#include "ui/shell/disabled_keys.h"
#include "ui/shell/product_menu.h"
#include "ui/shell/shortcut_keys.h"
#include "ui/shell/stale_banner.h"
#include "ui/shell/status_line.h"
#include "ui/shell/undo_actions.h"
#include "ui/shell/working_as_button.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QActionGroup>
#include <QDockWidget>
#include <QEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace purchasing::ui {
namespace {

constexpr qint64 kWorthSaying = 5000; // Products; fewer are read before anybody could read the message.
constexpr int kMessageMilliseconds = 8000;
constexpr std::size_t kFailuresKept = 20;
constexpr int kNarrowestProduct = 400; // Beside it, 1024 pixels leave as much for the list.
constexpr int kUsualProduct = 480;

} // namespace

MainWindow::MainWindow(Workspace& workspace, QSettings& settings)
    : m_workspace(workspace)
    , m_settings(settings)
    , m_choices(std::make_unique<Choices>(settings))
    , m_keys(std::make_unique<ShortcutKeys>(*this, settings))
    , m_help(std::make_unique<Help>(*this, *m_keys, settings, QStringLiteral("action.manual")))
    , m_actions(new OrderActions(workspace, this))
    , m_overrides(new OverrideActions(workspace, this))
{
    setObjectName(QStringLiteral("window.main"));
    setWindowIcon(theme::icon(QStringLiteral("application")));
    setDockNestingEnabled(true);
    buildPages();
    buildDocks();
    buildModeBar();
    buildMenus();
    buildToolBar();
    buildStatusBar();
    connectPages();
    m_keys->gather();
    connect(new DisabledKeys(*this), &DisabledKeys::refused, this, &MainWindow::showDone);
    resizeWithin(*this, {1440, 900});
    shareWidth();
    m_defaultLayout = saveState(kLayoutVersion);
    restoreSession();
    if (m_workspace.feed().isLoaded()) // A window that replaces another gets no reset.
        showCurrentProduct();
    updateTitle();
    updateStatus();
    updateBanner();
}

MainWindow::~MainWindow()
{
    // Parts that go say so; then nobody is left to hear it.
    for (QObject* part : findChildren<QObject*>())
        part->disconnect(this);
}

void MainWindow::buildPages()
{
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_banner = new StaleBanner(m_workspace, centre);
    layout->addWidget(m_banner);

    m_stack = new PageStack(centre);
    m_planning = new PlanningPage(m_workspace, m_stack);
    m_rules = new RulesPage(m_workspace, m_stack);
    m_rules->keepStateIn(m_settings);
    m_orders = new OrdersPage(m_workspace, m_stack);
    m_approvals = new ApprovalsPage(m_workspace, m_stack);
    for (QWidget* page : {static_cast<QWidget*>(m_planning), static_cast<QWidget*>(m_rules),
                          static_cast<QWidget*>(m_orders), static_cast<QWidget*>(m_approvals)})
        m_stack->addWidget(page);
    layout->addWidget(m_stack, 1);
    setCentralWidget(centre);
    m_undo = new UndoActions(*m_rules, m_overrides->history(), this);
}

void MainWindow::buildDocks()
{
    m_product = new ProductPanel(m_workspace, *m_actions, *m_overrides, this);
    m_drafts = new OverrideDrafts(m_settings, m_workspace.connection().location, this);
    m_product->keepDraftsIn(*m_drafts);
    m_productDock = new QDockWidget(tr("Product"), this);
    m_productDock->setObjectName(QStringLiteral("dock.product"));
    m_productDock->setWidget(m_product);
    m_productDock->setMinimumWidth(kNarrowestProduct);
    addDockWidget(Qt::RightDockWidgetArea, m_productDock);

    const auto below = [this](QWidget* content, const QString& title, const QString& objectName) {
        auto* dock = new QDockWidget(title, this);
        dock->setObjectName(objectName);
        dock->setWidget(content);
        addDockWidget(Qt::BottomDockWidgetArea, dock);
        dock->hide();
        return dock;
    };
    m_trace = new TracePanel(this);
    m_traceDock = below(m_trace, tr("Trace"), QStringLiteral("dock.trace"));
    auto* outbox = new OutboxPanel(m_workspace, this);
    connect(outbox, &OutboxPanel::orderActivated, this, &MainWindow::showOrder);
    connect(outbox, &OutboxPanel::failed, this, &MainWindow::showFailure);
    m_outboxDock = below(outbox, tr("Outbox"), QStringLiteral("dock.outbox"));
    tabifyDockWidget(m_traceDock, m_outboxDock);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    resizeDocks({m_traceDock}, {260}, Qt::Vertical);
}

void MainWindow::shareWidth()
{
    resizeDocks({m_productDock}, {std::clamp(width() / 3, kNarrowestProduct, kUsualProduct)}, Qt::Horizontal);
}

void MainWindow::buildStatusBar()
{
    m_status = new StatusLine(m_workspace, m_settings, statusBar());
    connect(m_status, &StatusLine::done, this, &MainWindow::showDone);
    connect(m_status, &StatusLine::failed, this, &MainWindow::showFailure);
}

void MainWindow::connectPages()
{
    connect(m_planning, &PlanningPage::currentProductChanged, this, [this](const QString& productId) {
        m_product->setProduct(productId);
        m_actions->setProduct(productId);
        m_overrides->setProduct(productId);
        m_rules->setProduct(productId);
        updateStatus();
    });
    connect(m_planning, &PlanningPage::currentShownChanged, this,
            [this](bool shown) { m_actions->setProductFiltered(!shown); });
    connect(m_planning, &PlanningPage::productActivated, this, [this] {
        m_productDock->show();
        m_productDock->raise();
        m_product->setFocus();
    });
    connect(m_planning, &PlanningPage::contextMenuWanted, this,
            [this](const QPoint& place) { showProductMenu(place, productActs(), this); });
    connect(m_planning->grid()->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &MainWindow::updateStatus);
    connect(m_planning->grid()->selectionModel(), &QItemSelectionModel::selectionChanged, m_actions, [this] {
        int rows = 0; // Of ranges: there may be a million rows.
        for (const QItemSelectionRange& range : m_planning->grid()->selectionModel()->selection())
            rows += range.height();
        m_actions->setSelectedCount(rows);
    });
    connect(m_product, &ProductPanel::shownChanged, this, &MainWindow::updateTrace);
    connect(m_product, &ProductPanel::traceWanted, this, [this] {
        m_traceDock->show();
        m_traceDock->raise();
    });
    connect(m_product, &ProductPanel::chartWanted, this, [this] {
        setMode(Mode::Planning);
        m_productDock->show();
        m_productDock->raise();
    });
    connect(m_product, &ProductPanel::orderActivated, this, &MainWindow::showOrder);
    const auto showDock = [this] {
        m_productDock->show();
        m_productDock->raise();
    };
    connect(m_overrides, &OverrideActions::editWanted, this, showDock);
    connect(m_overrides, &OverrideActions::supplierWanted, this, showDock);
    connect(m_overrides, &OverrideActions::done, this, &MainWindow::showDone);
    connect(m_overrides, &OverrideActions::failed, this, &MainWindow::showFailure);
    m_planning->addActions(
        {m_overrides->editQuantity(), m_overrides->changeSupplier(), m_overrides->revert()});
    connect(m_trace, &TracePanel::ruleActivated, this, [this](const QString& pack, int line) {
        setMode(Mode::Rules);
        m_rules->goTo(pack, line);
    });
    connect(m_rules, &RulesPage::liveResultChanged, this, &MainWindow::updateTrace);
    connect(m_orders, &OrdersPage::productActivated, this, &MainWindow::showProduct);
    connect(m_orders, &OrdersPage::currentChanged, this, &MainWindow::updateTrace);
    connect(m_approvals, &ApprovalsPage::currentChanged, this, &MainWindow::updateTrace);
    connect(m_rules, &RulesPage::proposalsChanged, this, [this](int count) {
        m_modes->actions()[static_cast<int>(Mode::Rules)]->setText(count > 0 ? tr("Rules (%1)").arg(count)
                                                                             : tr("Rules"));
    });
    connect(m_approvals, &ApprovalsPage::waitingChanged, this, [this](int count) {
        m_approvalsButton->defaultAction()->setText(count > 0 ? tr("Approvals (%1)").arg(count)
                                                              : tr("Approvals"));
    });
    connect(m_approvals, &ApprovalsPage::toSendWanted, this, [this] {
        setMode(Mode::Orders);
        m_orders->showToSend();
    });
    connect(m_actions, &OrderActions::done, this, &MainWindow::showDone);
    connect(m_planning, &PlanningPage::done, this, &MainWindow::showDone);
    connect(m_orders, &OrdersPage::done, this, &MainWindow::showDone);
    connect(m_approvals, &ApprovalsPage::done, this, &MainWindow::showDone);
    connect(m_rules, &RulesPage::done, this, &MainWindow::showDone);
    connect(m_actions, &OrderActions::failed, this, &MainWindow::showFailure);
    connect(m_orders, &OrdersPage::failed, this, &MainWindow::showFailure);
    connect(m_approvals, &ApprovalsPage::failed, this, &MainWindow::showFailure);
    connect(m_rules, &RulesPage::failed, this, &MainWindow::showFailure);
    connect(&m_workspace.feed(), &CatalogueFeed::actFailed, this, &MainWindow::showFailure);
    connect(&m_workspace.identity(), &Identity::actFailed, this, &MainWindow::showFailure);
    connect(&m_workspace.feed(), &CatalogueFeed::evaluated, this,
            [this](const QString& productId, const QString& sentence) {
                showDone(QStringLiteral("%1: %2").arg(productId, sentence));
            });
    connect(&m_workspace.feed(), &CatalogueFeed::loadingProgressed, this,
            [this](qint64 done, qint64 total, const QString& stage) {
                if (!m_doneShown.hasExpired() || total < kWorthSaying)
                    return; // What became of an order stays readable while the catalogue follows.
                statusBar()->showMessage(
                    tr("%1 %2 of %3").arg(stage, QLocale().toString(done), QLocale().toString(total)), 1000);
            });
    connect(&m_workspace.feed(), &CatalogueFeed::catalogueReset, this, &MainWindow::showCurrentProduct);
    connect(&m_planning->model(), &ProductTableModel::countsChanged, this, &MainWindow::pickFirst);
    connect(&m_workspace.feed(), &CatalogueFeed::rowChanged, this, &MainWindow::updateStatus);
    connect(&m_planning->bulkBar(), &BulkBar::createWanted, this,
            [this](const QStringList& productIds) { BulkDialog(m_workspace, productIds, this).exec(); });
    connect(&m_workspace.identity(), &Identity::identityChanged, this, [this] {
        updateTitle();
        updateStatus();
        // Once, as soon as it is known who works here.
        if (!m_hasOffered && !m_workspace.identity().actor().personId.isEmpty()) {
            m_hasOffered = true;
            m_status->person().restorePerson();
            if (m_isAfterCrash)
                offerRecovery(m_workspace, *m_rules, *m_drafts, this);
            else
                offerInterruptedBatches(m_workspace, this);
        }
    });
    connect(&m_workspace.feed(), &CatalogueFeed::stalenessChanged, this, &MainWindow::updateBanner);
    connect(m_traceDock, &QDockWidget::visibilityChanged, this, &MainWindow::updateTrace);
}

/// The product that needs attention first, so that the dock is not empty after the start. Which one that is
/// is known when all are decided; nobody's choice is changed.
void MainWindow::pickFirst()
{
    if (!m_picksFirst || m_workspace.feed().isBusy() || m_planning->model().rowCount() == 0)
        return;
    m_picksFirst = false;
    if (m_workspace.feed().rowOf(m_planning->currentProduct()) < 0)
        m_planning->grid()->setCurrentIndex(m_planning->model().index(0, 0));
}

void MainWindow::showCurrentProduct()
{
    const QString current = m_planning->currentProduct();
    const int row = current.isEmpty() ? -1 : m_workspace.feed().rowOf(current);
    if (row >= 0) {
        if (m_planning->model().shownRow(row)
            >= 0) // Filters that hide it stay: nobody asked for the product.
            m_planning->selectProduct(current);
        m_product->setProduct(current);
        m_actions->setProduct(current);
        m_overrides->setProduct(current);
        m_rules->setProduct(current);
    } else {
        m_picksFirst = true;
        pickFirst();
    }
    updateStatus();
}

void MainWindow::setMode(Mode mode)
{
    if (mode != Mode::Planning) {
        if (this->mode() == Mode::Planning)
            keepPlanningLayout();
        m_productDock->hide(); // First, or for a moment the window would need room for both.
    }
    m_stack->setCurrentIndex(static_cast<int>(mode));
    m_modes->actions()[static_cast<int>(mode)]->setChecked(true);
    m_productDock->setVisible(mode == Mode::Planning);
    m_actions->setProductShown(mode == Mode::Planning);
    m_filterRow->setChecked(filterHeader().isRowShown());
    m_undo->setScope(mode == Mode::Rules          ? UndoActions::Scope::Rules
                         : mode == Mode::Planning ? UndoActions::Scope::Overrides
                                                  : UndoActions::Scope::Nothing);
    explainAction(m_export, tr("Write the products or orders as a CSV or XLSX file"),
                  mode == Mode::Planning || mode == Mode::Orders ? QString()
                                                                 : tr("switch to Planning or Orders"));
    updateTitle();
    updateTrace();
    updateStatus();
    if (mode == Mode::Planning)
        m_planning->grid()->setFocus();
    else if (mode == Mode::Orders)
        m_orders->grid()->setFocus();
}

MainWindow::Mode MainWindow::mode() const
{
    return static_cast<Mode>(m_stack->currentIndex());
}

void MainWindow::showProduct(const QString& productId)
{
    setMode(Mode::Planning);
    if (!m_planning->selectProduct(productId))
        showDone(tr("%1 is not in the catalogue").arg(productId));
}

void MainWindow::showOrder(const QString& poId)
{
    setMode(Mode::Orders);
    m_orders->selectOrder(poId);
}

void MainWindow::updateTitle()
{
    const QString mode = m_modes->actions()[static_cast<int>(this->mode())]->text();
    const QString single = m_workspace.identity().actor().singleOperator
        ? tr(" – %1, single operator").arg(m_workspace.identity().actor().name)
        : QString();
    const QString readOnly = m_workspace.connection().readOnly ? tr(" – read-only") : QString();
    const QString& tag = m_workspace.connection().tag;
    const QString name =
        tag.isEmpty() ? m_workspace.connection().name : tr("%1 (%2)").arg(m_workspace.connection().name, tag);
    //: Mode – connection, person, state – product name
    setWindowTitle(tr("%1 – %2%3%4 – Purchasing Flow").arg(mode, name, single, readOnly));
}

void MainWindow::updateStatus()
{
    m_status->showState(mode() == Mode::Planning ? m_planning->selectionInWords() : QString());
}

void MainWindow::updateBanner()
{
    m_banner->showState();
    setGreyed(m_planning->grid(), !m_workspace.feed().staleReason().isEmpty());
}

void MainWindow::updateTrace()
{
    if (!m_traceDock->isVisible())
        return;
    const QString product = m_product->product();
    if (mode() == Mode::Orders || mode() == Mode::Approvals)
        return traceOrder(mode() == Mode::Orders ? m_orders->currentProduct()
                                                 : m_approvals->currentProduct());
    if (mode() == Mode::Rules && m_rules->hasDraftResult())
        m_trace->show(tr("%1 by the draft").arg(m_rules->product()), m_rules->draftResult().rules);
    else
        m_trace->show(tr("%1 by rule set version %2")
                          .arg(product)
                          .arg(m_product->explained().decision.basis.ruleSetVersion),
                      m_product->explained().rules);
}

/// As the rules decide now; how they decided then is in the order's details.
void MainWindow::traceOrder(const QString& productId)
{
    const int row = productId.isEmpty() ? -1 : m_workspace.feed().rowOf(productId);
    if (row < 0)
        return m_trace->show(productId.isEmpty() ? tr("No order is selected")
                                                 : tr("%1 is not in the catalogue").arg(productId),
                             {});
    const ExplainedDecision now = m_workspace.feed().explain(row);
    m_trace->show(tr("%1 as it is decided now, by rule set version %2")
                      .arg(productId)
                      .arg(now.decision.basis.ruleSetVersion),
                  now.rules);
}

void MainWindow::showDone(const QString& message)
{
    m_doneShown.setRemainingTime(kMessageMilliseconds);
    statusBar()->showMessage(message, kMessageMilliseconds);
}

void MainWindow::showFailure(const QString& what, const Error& error)
{
    if (m_failures.size() == kFailuresKept)
        m_failures.erase(m_failures.begin());
    m_failures.push_back({QDateTime::currentDateTimeUtc(), what, error.message});
    QMessageBox box(QMessageBox::Warning, what, error.message, QMessageBox::Ok, this);
    box.setObjectName(QStringLiteral("dialog.failure"));
    box.setTextFormat(Qt::PlainText); // Names from the data may look like markup.
    if (!error.detail.isEmpty())
        box.setDetailedText(error.detail);
    box.exec();
}

void MainWindow::showLocator()
{
    Locator locator(m_workspace.feed(), this);
    connect(&locator, &Locator::productChosen, this, &MainWindow::showProduct);
    locator.exec();
}

ProductActs MainWindow::productActs() const
{
    return {*m_actions, *m_overrides, *m_planning, *m_traceDock};
}

void MainWindow::childEvent(QChildEvent* event)
{
    QMainWindow::childEvent(event);
    // Qt's tabs for panels that lie over each other: there even while none is shown, and each panel has a
    // key.
    if (auto* tabs = event->polished() ? qobject_cast<QTabBar*>(event->child()) : nullptr) {
        tabs->setAccessibleName(tr("Panels"));
        tabs->setFocusPolicy(Qt::NoFocus);
    }
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_banner)
        updateBanner();
}

} // namespace purchasing::ui
