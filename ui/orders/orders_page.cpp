#include "ui/orders/orders_page.h"

#include "core/flow/decision_words.h"
#include "core/flow/work_pool.h"
#include "ui/orders/fitting_columns.h"
#include "ui/orders/order_arrangement.h"
#include "ui/orders/order_detail.h"
#include "ui/orders/order_export.h"
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
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {

using States = OrderArrangement::States;

namespace {

/// What an empty list of these orders says.
QString noOrderOf(States states)
{
    switch (states) {
    case States::All:
    case States::Decided: break;
    case States::Waiting: return OrdersPage::tr("No order waits for approval");
    case States::ToSend: return OrdersPage::tr("No order is to be sent");
    case States::Open: return OrdersPage::tr("No order is open");
    case States::Finished: return OrdersPage::tr("No order is finished");
    }
    return OrdersPage::tr("No order matches the filters");
}

} // namespace

OrdersPage::OrdersPage(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new OrderTableModel(this))
    , m_grid(new QTableView(this))
    , m_header(new FilterHeader(orderFilterColumns(*m_model, QStringLiteral("orders")), *m_grid))
    , m_noMatch(StatePanel::inRowsOf(*m_grid, QStringLiteral("panel.noOrder")))
    , m_search(new QLineEdit(this))
    , m_states(new QComboBox(this))
    , m_stack(new QStackedWidget(this))
    , m_statePanel(new StatePanel(this))
    , m_detail(new OrderDetail(workspace, this))
{
    setObjectName(QStringLiteral("page.orders"));
    buildActions();

    m_search->setObjectName(QStringLiteral("edit.orderFilter"));
    m_search->setAccessibleName(tr("Filter orders"));
    m_search->setPlaceholderText(tr("Order, product, supplier"));
    setUpBarSearch(*m_search);
    m_states->setObjectName(QStringLiteral("combo.orderStates"));
    m_states->setAccessibleName(tr("Which orders"));
    m_states->addItem(tr("All orders"), QVariant::fromValue(States::All));
    m_states->addItem(tr("Waiting for approval"), QVariant::fromValue(States::Waiting));
    m_states->addItem(tr("To send"), QVariant::fromValue(States::ToSend));
    m_states->addItem(tr("Open orders"), QVariant::fromValue(States::Open));
    m_states->addItem(tr("Finished orders"), QVariant::fromValue(States::Finished));

    auto* bar = new QToolBar(this);
    bar->setIconSize(QSize(18, 18));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addWidget(m_search);
    bar->addWidget(m_states);
    m_toSend = new QToolButton(bar);
    m_toSend->setObjectName(QStringLiteral("chip.toSend"));
    m_toSend->setCheckable(true);
    m_toSend->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toSend->setIcon(theme::icon(QStringLiteral("send"), theme::Tone::Info));
    m_toSend->setFocusPolicy(Qt::StrongFocus);
    m_toSend->setToolTip(tr("Show only approved orders that wait to be sent by a person"));
    bar->addWidget(m_toSend);
    bar->addSeparator();
    bar->addActions(orderActions());
    for (QAction* action : orderActions()) {
        if (QWidget* button = bar->widgetForAction(action))
            button->setObjectName(
                QString(action->objectName()).replace(QStringLiteral("action."), QStringLiteral("btn.")));
    }

    m_grid->setObjectName(QStringLiteral("grid.orders"));
    m_grid->setAccessibleName(tr("Orders"));
    m_grid->setHorizontalHeader(m_header);
    m_grid->setModel(m_model);
    setUpList(*m_grid);
    m_grid->setSelectionMode(
        QAbstractItemView::ExtendedSelection); // Several can be exported; one is acted on.
    m_grid->horizontalHeader()->setSectionsMovable(true);
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_grid->setColumnWidth(column,
                               OrderTableModel::widthOf(static_cast<OrderTableModel::Column>(column)));
    m_grid->setSortingEnabled(true);
    widenToHeaders(*m_grid);
    m_grid->sortByColumn(static_cast<int>(OrderTableModel::Column::Created), Qt::DescendingOrder);
    m_grid->setColumnHidden(static_cast<int>(OrderTableModel::Column::OverLimit), true);
    m_names = new FittingColumns(*m_grid,
                                 {static_cast<int>(OrderTableModel::Column::Supplier),
                                  static_cast<int>(OrderTableModel::Column::Name)});
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_statePanel);

    auto* list = new QWidget(this);
    auto* listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->addWidget(m_stack, 1);
    m_count = new QLabel(list);
    m_count->setObjectName(QStringLiteral("label.orderCount"));
    listLayout->addWidget(m_count);
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

    connect(m_search, &QLineEdit::textChanged, this, &OrdersPage::applyFilter);
    connect(m_model, &OrderTableModel::sortingChanged, this, &OrdersPage::applyFilter);
    connect(m_header, &FilterHeader::typedChanged, this, &OrdersPage::applyFilter);
    connect(m_header, &FilterHeader::sortAdded, this, [this](int column) {
        m_model->addSorting(static_cast<OrderTableModel::Column>(column));
        Q_EMIT done(m_model->sortingInWords());
    });
    connect(m_states, &QComboBox::currentIndexChanged, this, [this] {
        const QSignalBlocker blocker(m_toSend);
        m_toSend->setChecked(m_states->currentData().value<States>() == States::ToSend);
        applyFilter();
    });
    connect(m_toSend, &QToolButton::toggled, this, [this](bool on) {
        m_states->setCurrentIndex(on ? m_states->findData(QVariant::fromValue(States::ToSend)) : 0);
    });
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &OrdersPage::updateActions);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                if (m_restoring || !index.isValid())
                    return;
                m_currentId = index.data(OrderTableModel::PoIdRole).toString();
                showCurrent();
            });
    connect(m_grid, &QTableView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT productActivated(m_model->order(index.row()).productId);
    });
    connect(m_statePanel, &StatePanel::actionRequested, this,
            [this] { m_all->empty() ? refresh() : clearFilters(); });
    m_noMatch->showMessage(QStringLiteral("search"), tr("No order matches the filters"), {},
                           tr("Clear filters"));
    connect(m_noMatch, &StatePanel::actionRequested, this, &OrdersPage::clearFilters);
    connect(&workspace.feed(), &CatalogueFeed::ordersChanged, this, &OrdersPage::refresh);
    connect(&workspace.feed(), &CatalogueFeed::catalogueReset, this, &OrdersPage::refresh);
    connect(&workspace.identity(), &Identity::identityChanged, this, &OrdersPage::updateActions);
    refresh();
}

void OrdersPage::buildActions()
{
    const auto make = [this](const char* icon, const QString& text, const char* name,
                             void (OrdersPage::*slot)()) {
        auto* action = new QAction(theme::icon(QLatin1String(icon)), text, this);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_send = make("send", tr("Send"), "action.sendThisOrder", &OrdersPage::send);
    m_receive = make("receive", tr("Receive…"), "action.receiveOrder", &OrdersPage::receive);
    m_closeShort = make("receive", tr("Close short…"), "action.closeShort", &OrdersPage::closeShort);
    m_cancel = make("close", tr("Cancel order…"), "action.cancelOrder", &OrdersPage::cancel);
    m_pdf = make("print", tr("Save PDF…"), "action.savePdf", &OrdersPage::savePdf);
    m_pdf->setShortcut(QKeySequence::Print);
    m_pdf->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_pdf); // To the page: where only its bar and a menu have it, the key works nowhere.
    m_again = new QAction(theme::icon(QStringLiteral("order")), tr("Order again"), this);
    m_again->setObjectName(QStringLiteral("action.orderAgain"));
    connect(m_again, &QAction::triggered, this, [this] {
        if (const PurchaseOrder* order = current()) {
            m_workspace.feed().evaluate(
                order->productId); // Starts anew: the rules decide, the planner creates.
            Q_EMIT productActivated(order->productId);
        }
    });
}

QList<QAction*> OrdersPage::orderActions() const
{
    return {m_send, m_receive, m_closeShort, m_cancel, m_again, m_pdf};
}

void OrdersPage::refresh()
{
    m_isOutdated = !isVisible();
    if (m_isOutdated)
        return; // Read when somebody looks.
    OrderFilter wanted;
    wanted.withContent = false;
    const int reading = ++m_readings;
    m_isReading = true;
    whenReady(
        m_workspace.orders().list(wanted), this, [this, reading](Result<std::vector<PurchaseOrder>> orders) {
            if (reading != m_readings)
                return; // A newer list is under way.
            m_isReading = false;
            if (!orders) {
                m_stack->setCurrentWidget(m_statePanel);
                m_statePanel->showMessage(QStringLiteral("warning"), tr("The orders could not be read"),
                                          orders.error().message, tr("Try again"), orders.error().detail);
                return;
            }
            m_all = std::make_shared<const std::vector<PurchaseOrder>>(std::move(orders).value());
            const auto count = std::count_if(m_all->begin(), m_all->end(), isToSend);
            m_toSend->setText(tr("To send  %1").arg(QLocale().toString(static_cast<qlonglong>(count))));
            m_toSend->setAccessibleName(tr("To send, %n order(s)", nullptr, static_cast<int>(count)));
            applyFilter();
        });
}

void OrdersPage::applyFilter()
{
    const OrderArrangement wanted{m_all,
                                  m_search->text().toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts),
                                  m_states->currentData().value<OrderArrangement::States>(),
                                  m_model->sortings(),
                                  m_workspace.connection().now(),
                                  {},
                                  m_header->filters(m_workspace.connection().now().date())};
    const int generation = ++m_generation;
    if (m_all->size() <= OrderTableModel::kManyOrders)
        return showRows(m_all, wanted.rows(), wanted.now);
    whenReady(inWorkPool([wanted] { return wanted.rows(); }), this,
              [this, generation, orders = m_all, now = wanted.now](std::vector<std::uint32_t> rows) {
                  if (generation == m_generation)
                      showRows(orders, std::move(rows), now);
              });
}

void OrdersPage::showRows(const OrderList& orders, std::vector<std::uint32_t> rows, const QDateTime& now)
{
    m_restoring = true;
    // A list that is read again while somebody selects in it keeps what they selected.
    QSet<QString> selected;
    for (const QModelIndex& index : m_grid->selectionModel()->selectedRows())
        selected.insert(index.data(OrderTableModel::PoIdRole).toString());
    m_model->setOrders(orders, std::move(rows), now);
    m_names->fit();
    // While a newer list is read, an order that is not here may be in that one.
    if (m_model->rowOf(m_currentId) < 0 && m_model->rowCount() > 0 && !m_isReading && !m_isOutdated)
        m_currentId = m_model->order(0).poId; // The newest, so that the detail is never empty beside a list.
    const int row = m_model->rowOf(m_currentId);
    if (row >= 0)
        m_grid->setCurrentIndex(m_model->index(row, 0));
    if (selected.size() > 1) {
        QItemSelection again;
        for (int each = 0; each < m_model->rowCount(); ++each) {
            const QModelIndex index = m_model->index(each, 0);
            if (selected.contains(index.data(OrderTableModel::PoIdRole).toString()))
                again.select(index, index);
        }
        m_grid->selectionModel()->select(again,
                                         QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    m_restoring = false;
    m_count->setText(rowCountText(m_model->rowCount(), static_cast<qint64>(m_all->size())));
    // Nobody types into a row that vanishes.
    const bool staysInRow = m_model->rowCount() == 0 && m_header->hasTyped();
    m_noMatch->setVisible(staysInRow);
    if (m_model->rowCount() > 0 || staysInRow) {
        m_stack->setCurrentWidget(m_grid);
    } else {
        m_stack->setCurrentWidget(m_statePanel);
        if (m_all->empty())
            m_statePanel->showMessage(QStringLiteral("orders"), tr("There are no orders yet"),
                                      tr("Orders that you create in Planning appear here."));
        else if (m_search->text().isEmpty())
            m_statePanel->showMessage(QStringLiteral("orders"),
                                      noOrderOf(m_states->currentData().value<States>()), {},
                                      tr("Show all orders"));
        else
            m_statePanel->showMessage(QStringLiteral("search"), tr("No order matches the filters"), {},
                                      tr("Clear filters"));
    }
    showCurrent();
}

void OrdersPage::clearFilters()
{
    m_search->clear();
    m_header->clearTyped();
    m_states->setCurrentIndex(0);
}

void OrdersPage::showToSend()
{
    clearFilters();
    m_states->setCurrentIndex(m_states->findData(QVariant::fromValue(States::ToSend)));
}

void OrdersPage::focusFilter()
{
    m_search->setFocus();
    m_search->selectAll();
}

void OrdersPage::selectOrder(const QString& poId)
{
    const bool isListed = std::any_of(m_all->begin(), m_all->end(),
                                      [&poId](const PurchaseOrder& order) { return order.poId == poId; });
    if (!isListed && !m_isReading)
        refresh(); // It may be newer than the list.
    m_currentId = poId;
    clearFilters();
    applyFilter();
    const int row = m_model->rowOf(poId);
    if (row >= 0)
        m_grid->scrollTo(m_model->index(row, 0));
}

ExportSource OrdersPage::exportSource() const
{
    return orderExport(*m_model, *m_grid, m_workspace.connection().now());
}

QString OrdersPage::currentProduct() const
{
    const PurchaseOrder* order = current();
    return order ? order->productId : QString();
}

const PurchaseOrder* OrdersPage::current() const
{
    const int row = m_model->rowOf(m_currentId);
    return row < 0 ? nullptr : &m_model->order(row);
}

void OrdersPage::showCurrent()
{
    const PurchaseOrder* order = current();
    if (order)
        m_detail->show(*order);
    else
        m_detail->clear(m_model->rowCount() > 0 ? tr("Select an order to see it in full.") : QString());
    updateActions();
    Q_EMIT currentChanged();
}

void OrdersPage::updateActions()
{
    const PurchaseOrder* order = current();
    const QString none = tr("no order is selected");
    const QString state = order ? stateText(order->state) : QString();
    const QString readOnly =
        m_workspace.connection().readOnly ? tr("the database is open read-only") : QString();
    const auto reason = [&](bool possible, const QString& why) {
        // The menu and the shortcuts work everywhere, but nobody acts on an order that they do not see.
        return !isVisible()       ? tr("switch to Orders to see which order it is")
            : !order              ? none
            : !readOnly.isEmpty() ? readOnly
            : possible            ? QString()
                                  : why;
    };
    const auto several = m_grid->selectionModel()->selectedRows().size();
    const auto count = static_cast<int>(sendable().size());
    m_send->setText(count > 1 ? tr("Send %n orders", nullptr, count) : tr("Send"));
    explainAction(m_send,
                  count > 1 ? tr("Send the selected orders that are approved to their suppliers")
                            : tr("Send this order to its supplier"),
                  reason(count > 0,
                         several > 1 ? tr("none of the selected orders is approved and waits to be sent")
                             : order && order->sendIntended && order->state == OrderState::Approved
                             ? tr("it is already being sent")
                             : tr("only an approved order can be sent; this one is: %1").arg(state)));
    explainAction(m_closeShort, tr("End this order, because what is missing will not come"),
                  reason(order && order->state == OrderState::Sent,
                         tr("only a sent order can be closed; this one is: %1").arg(state)));
    explainAction(m_receive, tr("Book what arrived, all or a part"),
                  reason(order && order->state == OrderState::Sent,
                         tr("only a sent order can be received; this one is: %1").arg(state)));
    explainAction(m_cancel, tr("Cancel this order with a reason"),
                  reason(order && canFollow(order->state, OrderState::Cancelled),
                         tr("an order can be cancelled only before it is sent; this one is: %1").arg(state)));
    const QString unseen = isVisible() ? none : tr("switch to Orders to see which order it is");
    const bool isSeen = order && isVisible();
    explainAction(m_again, tr("Decide the product again and order it anew"), isSeen ? QString() : unseen);
    explainAction(m_pdf, tr("Save the order as the supplier gets it"), isSeen ? QString() : unseen);
}

void OrdersPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isOutdated)
        refresh();
    updateActions();
}

void OrdersPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    updateActions();
}

} // namespace purchasing::ui
