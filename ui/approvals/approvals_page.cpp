#include "ui/approvals/approvals_page.h"

#include "core/flow/decision_words.h"
#include "ui/orders/fitting_columns.h"
#include "ui/orders/order_arrangement.h"
#include "ui/orders/order_copy.h"
#include "ui/orders/order_detail.h"
#include "ui/orders/order_filter.h"
#include "ui/orders/order_table_model.h"
#include "ui/parts/action_state.h"
#include "ui/parts/filter_header.h"
#include "ui/parts/panel_layout.h"
#include "ui/parts/state_panel.h"
#include "ui/theme/theme.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSet>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

using Column = OrderTableModel::Column;

bool isShownColumn(Column column)
{
    switch (column) {
    case Column::Number:
    case Column::Product:
    case Column::Name:
    case Column::Supplier:
    case Column::Total:
    case Column::OverLimit:
    case Column::Age:
    case Column::CreatedBy:
    case Column::Approval: return true; // By whom, once decided.
    default: return false;
    }
}

} // namespace

ApprovalsPage::ApprovalsPage(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new OrderTableModel(this))
    , m_queue(new QTableView(this))
    , m_header(new FilterHeader(orderFilterColumns(*m_model, QStringLiteral("approvals")), *m_queue))
    , m_noMatch(StatePanel::inRowsOf(*m_queue, QStringLiteral("panel.noApproval")))
    , m_search(new QLineEdit(this))
    , m_filter(new QComboBox(this))
    , m_stack(new QStackedWidget(this))
    , m_statePanel(new StatePanel(this))
    , m_detail(new OrderDetail(workspace, this))
    , m_approve(new QAction(theme::icon(QStringLiteral("fired"), theme::Tone::Good), tr("&Approve"), this))
    , m_reject(new QAction(theme::icon(QStringLiteral("blocked"), theme::Tone::Danger), tr("Re&ject…"), this))
{
    setObjectName(QStringLiteral("view.approvals"));
    m_approve->setObjectName(QStringLiteral("action.approve"));
    m_approve->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A));
    m_reject->setObjectName(QStringLiteral("action.reject"));
    m_reject->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X));
    connect(m_approve, &QAction::triggered, this, &ApprovalsPage::approveSelected);
    connect(m_reject, &QAction::triggered, this, &ApprovalsPage::rejectSelected);

    m_search->setObjectName(QStringLiteral("edit.approvalFilter"));
    m_search->setAccessibleName(tr("Filter approvals"));
    m_search->setPlaceholderText(tr("Order, product, supplier"));
    setUpBarSearch(*m_search);
    m_filter->setObjectName(QStringLiteral("combo.approvalFilter"));
    m_filter->setAccessibleName(tr("Which approvals"));
    m_filter->addItems({tr("Waiting"), tr("Decided"), tr("All")});
    auto* bar = new QToolBar(this);
    bar->setIconSize(QSize(18, 18));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addWidget(m_search);
    bar->addWidget(m_filter);
    bar->addSeparator();
    bar->addAction(m_approve);
    bar->addAction(m_reject);
    bar->widgetForAction(m_approve)->setObjectName(QStringLiteral("btn.approve"));
    bar->widgetForAction(m_reject)->setObjectName(QStringLiteral("btn.reject"));

    m_queue->setObjectName(QStringLiteral("grid.approvals"));
    m_queue->setAccessibleName(tr("Orders that need approval"));
    m_queue->setHorizontalHeader(m_header);
    m_queue->setModel(m_model);
    setUpList(*m_queue);
    m_queue->setSelectionMode(QAbstractItemView::ExtendedSelection);
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_queue->setColumnWidth(column,
                                OrderTableModel::widthOf(static_cast<OrderTableModel::Column>(column)));
    m_queue->setSortingEnabled(true);
    widenToHeaders(*m_queue);
    m_queue->sortByColumn(static_cast<int>(Column::Created), Qt::AscendingOrder); // Longest waiting first.
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_queue->setColumnHidden(column, !isShownColumn(static_cast<Column>(column)));
    // What an approver looks at first stays in sight on narrow screens.
    m_header->moveSection(m_header->visualIndex(static_cast<int>(Column::Total)),
                          m_header->visualIndex(static_cast<int>(Column::Supplier)));
    m_names =
        new FittingColumns(*m_queue, {static_cast<int>(Column::Supplier), static_cast<int>(Column::Name)});
    m_stack->addWidget(m_queue);
    m_stack->addWidget(m_statePanel);

    auto* list = new QWidget(this);
    auto* listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->addWidget(m_stack, 1);
    m_count = new QLabel(list);
    m_count->setObjectName(QStringLiteral("label.approvalCount"));
    m_showToSend = new QToolButton(list);
    m_showToSend->setObjectName(QStringLiteral("btn.approvedToSend"));
    m_showToSend->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_showToSend->setIcon(theme::icon(QStringLiteral("send"), theme::Tone::Info));
    m_showToSend->setFocusPolicy(Qt::StrongFocus);
    m_showToSend->setToolTip(tr("Show in Orders what is approved and waits to be sent"));
    m_showToSend->hide();
    auto* below = new QHBoxLayout;
    below->addWidget(m_count, 1);
    below->addWidget(m_showToSend);
    listLayout->addLayout(below);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(list);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(bar);
    layout->addWidget(splitter, 1);

    m_settling.setSingleShot(true);
    m_settling.setInterval(2 * QApplication::doubleClickInterval());
    connect(&m_settling, &QTimer::timeout, this, &ApprovalsPage::updateActions);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &ApprovalsPage::applyFilter);
    connect(m_model, &OrderTableModel::sortingChanged, this, &ApprovalsPage::applyFilter);
    connect(m_search, &QLineEdit::textChanged, this, &ApprovalsPage::applyFilter);
    connect(m_header, &FilterHeader::typedChanged, this, &ApprovalsPage::applyFilter);
    connect(m_header, &FilterHeader::sortAdded, this, [this](int column) {
        m_model->addSorting(static_cast<Column>(column));
        Q_EMIT done(m_model->sortingInWords());
    });
    connect(m_queue->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                if (m_restoring || !index.isValid())
                    return;
                m_currentId = index.data(OrderTableModel::PoIdRole).toString();
                showCurrent();
            });
    connect(m_queue->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ApprovalsPage::updateActions);
    m_noMatch->showMessage(QStringLiteral("search"), tr("No order matches the filters"), {},
                           tr("Clear filters"));
    connect(m_noMatch, &StatePanel::actionRequested, this, &ApprovalsPage::clearFilters);
    connect(m_statePanel, &StatePanel::actionRequested, this, [this] {
        switch (m_panelAct) {
        case PanelAct::ReadAgain: return refresh();
        case PanelAct::ClearFilters: return clearFilters();
        case PanelAct::ShowToSend: return Q_EMIT toSendWanted();
        }
    });
    connect(m_showToSend, &QToolButton::clicked, this, &ApprovalsPage::toSendWanted);
    connect(&workspace.feed(), &CatalogueFeed::ordersChanged, this, &ApprovalsPage::refresh);
    connect(&workspace.feed(), &CatalogueFeed::catalogueReset, this, &ApprovalsPage::refresh);
    connect(&workspace.identity(), &Identity::identityChanged, this, &ApprovalsPage::updateActions);
    refresh();
}

void ApprovalsPage::copySelection(RowCopy copied)
{
    copyOrders(*m_model, *m_queue, copied, m_workspace.connection().now());
}

void ApprovalsPage::refresh()
{
    OrderFilter wanted;
    wanted.needsApproval = true;
    m_isOutdated = !isVisible();
    if (m_isOutdated) { // Only how many wait is seen elsewhere.
        wanted.states = {OrderState::PendingApproval};
        wanted.withContent = false;
    }
    const int reading = ++m_readings;
    whenReady(
        m_workspace.orders().list(wanted), this, [this, reading](Result<std::vector<PurchaseOrder>> orders) {
            if (reading != m_readings)
                return; // A newer list is under way.
            if (!orders) {
                m_stack->setCurrentWidget(m_statePanel);
                m_panelAct = PanelAct::ReadAgain;
                m_statePanel->showMessage(QStringLiteral("warning"), tr("The approvals could not be read"),
                                          orders.error().message, tr("Try again"), orders.error().detail);
                return;
            }
            m_all = std::make_shared<const std::vector<PurchaseOrder>>(std::move(orders).value());
            const auto waiting =
                static_cast<int>(std::count_if(m_all->begin(), m_all->end(), [](const PurchaseOrder& order) {
                    return order.state == OrderState::PendingApproval;
                }));
            if (waiting != m_waiting) {
                m_waiting = waiting;
                Q_EMIT waitingChanged(waiting);
            }
            if (!m_isOutdated)
                applyFilter();
        });
}

void ApprovalsPage::applyFilter()
{
    const auto filter = static_cast<Filter>(m_filter->currentIndex());
    using States = OrderArrangement::States;
    const OrderArrangement shown{m_all,
                                 m_search->text().toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts),
                                 filter == Filter::All           ? States::All
                                     : filter == Filter::Waiting ? States::Waiting
                                                                 : States::Decided,
                                 m_model->sortings(),
                                 m_workspace.connection().now(),
                                 m_model->approvalLimit(),
                                 m_header->filters(m_workspace.connection().now().date())};
    QSet<QString> selected;
    for (const QModelIndex& index : m_queue->selectionModel()->selectedRows())
        selected.insert(index.data(OrderTableModel::PoIdRole).toString());
    m_restoring = true;
    m_model->setOrders(m_all, shown.rows(), shown.now);
    m_names->fit();
    QItemSelection selection;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (selected.contains(m_model->order(row).poId))
            selection.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
    }
    if (m_model->rowOf(m_currentId) < 0)
        m_currentId = m_model->rowCount() > 0 ? m_model->order(0).poId : QString();
    if (const int row = m_model->rowOf(m_currentId); row >= 0)
        m_queue->selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::NoUpdate);
    if (selection.isEmpty() && m_model->rowCount() > 0) {
        selection.select(m_model->index(m_model->rowOf(m_currentId), 0),
                         m_model->index(m_model->rowOf(m_currentId), m_model->columnCount() - 1));
        // The second half of a double click must not decide about an order that was not there for the first.
        m_settling.start();
    }
    m_queue->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    m_restoring = false;
    m_count->setText(rowCountText(m_model->rowCount(), static_cast<qint64>(m_all->size())));

    // Nobody types into a row that vanishes.
    const bool staysInRow = m_model->rowCount() == 0 && m_header->hasTyped();
    m_noMatch->setVisible(staysInRow);
    if (m_model->rowCount() > 0 || staysInRow) {
        m_stack->setCurrentWidget(m_queue);
    } else if (!m_search->text().isEmpty() && !m_all->empty()) {
        m_stack->setCurrentWidget(m_statePanel);
        m_panelAct = PanelAct::ClearFilters;
        m_statePanel->showMessage(QStringLiteral("search"), tr("No order matches the filters"), {},
                                  tr("Clear filters"));
    } else {
        showEmpty(filter);
    }
    showToSendCount();
    showCurrent();
}

/// Whoever approved the last order learns where it goes on.
void ApprovalsPage::showEmpty(Filter filter)
{
    const PurchaseOrder* lastDecided = nullptr;
    for (const PurchaseOrder& order : *m_all) {
        if (order.decidedAt.isValid() && (!lastDecided || order.decidedAt > lastDecided->decidedAt))
            lastDecided = &order;
    }
    QString text = lastDecided
        ? tr("Last decided: %1, %2.")
              .arg(lastDecided->number,
                   QLocale().toString(lastDecided->decidedAt.toLocalTime(), QLocale::ShortFormat))
        : tr("Orders whose total before tax is above the limit of the rules wait here.");
    const int toSend = toSendCount();
    if (toSend > 0)
        text += QLatin1Char('\n') + tr("%n approved order(s) wait(s) to be sent.", nullptr, toSend);
    m_stack->setCurrentWidget(m_statePanel);
    m_panelAct = PanelAct::ShowToSend;
    m_statePanel->showMessage(QStringLiteral("approvals"),
                              filter == Filter::Waiting ? tr("No approvals waiting") : tr("Nothing here yet"),
                              text, toSend > 0 ? tr("Show what is to be sent") : QString());
}

int ApprovalsPage::toSendCount() const
{
    return static_cast<int>(std::count_if(m_all->begin(), m_all->end(), isToSend));
}

void ApprovalsPage::showToSendCount()
{
    const int toSend = toSendCount();
    m_showToSend->setText(tr("%n approved order(s) to send", nullptr, toSend));
    m_showToSend->setVisible(toSend > 0 && m_stack->currentWidget() == m_queue);
}

void ApprovalsPage::clearFilters()
{
    m_search->clear();
    m_header->clearTyped();
}

void ApprovalsPage::focusFilter()
{
    m_search->setFocus();
    m_search->selectAll();
}

void ApprovalsPage::showCurrent()
{
    const int row = m_model->rowOf(m_currentId);
    if (row >= 0)
        m_detail->show(m_model->order(row));
    else
        m_detail->clear({});
    updateActions();
    Q_EMIT currentChanged();
}

QString ApprovalsPage::currentProduct() const
{
    const int row = m_model->rowOf(m_currentId);
    return row < 0 ? QString() : m_model->order(row).productId;
}

std::vector<PurchaseOrder> ApprovalsPage::selectedWaiting() const
{
    std::vector<PurchaseOrder> orders;
    for (const QModelIndex& index : m_queue->selectionModel()->selectedRows()) {
        const PurchaseOrder& order = m_model->order(index.row());
        if (order.state == OrderState::PendingApproval)
            orders.push_back(order);
    }
    return orders;
}

QString ApprovalsPage::whyNotDecide() const
{
    if (m_workspace.connection().readOnly)
        return tr("the database is open read-only");
    if (!isVisible())
        return tr("switch to Approvals to see what is decided");
    if (m_pending > 0)
        return tr("the last decision is being written");
    if (m_settling.isActive())
        return tr("the next order has only just been selected");
    const std::vector<PurchaseOrder> orders = selectedWaiting();
    if (orders.empty())
        return tr("no waiting order is selected");
    return {};
}

void ApprovalsPage::updateActions()
{
    const QString reason = whyNotDecide();
    QString own;
    if (reason.isEmpty() && !m_workspace.identity().actor().singleOperator) {
        for (const PurchaseOrder& order : selectedWaiting()) {
            if (order.createdBy == m_workspace.identity().actor().personId)
                own = tr("%1 created %2; somebody else has to approve it")
                          .arg(m_workspace.identity().actor().name, order.number);
        }
    }
    const auto count = static_cast<int>(selectedWaiting().size());
    m_approve->setText(count > 1 ? tr("&Approve %n order(s)", nullptr, count) : tr("&Approve"));
    m_reject->setText(count > 1 ? tr("Re&ject %n order(s)…", nullptr, count) : tr("Re&ject…"));
    explainAction(m_approve, tr("Approve the selected orders"), reason.isEmpty() ? own : reason);
    explainAction(m_reject, tr("Reject the selected orders with a reason"), reason);
}

void ApprovalsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isOutdated)
        refresh();
    updateActions();
}

void ApprovalsPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    updateActions();
}

} // namespace purchasing::ui
