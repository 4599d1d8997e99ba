#include "ui/orders/outbox_panel.h"

#include "core/mail/order_message.h"
#include "ui/orders/confirm_sending.h"
#include "ui/orders/order_actions.h"
#include "ui/orders/order_table_model.h"
#include "ui/parts/panel_layout.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace purchasing::ui {
namespace {

enum OutboxColumn { Orders, Supplier, State, Attempts, Waiting, Problem };

QString numbersOf(const OutboxMessage& message)
{
    QStringList numbers;
    for (const PurchaseOrder& order : message.orders)
        numbers << order.number;
    return numbers.join(QLatin1String(", "));
}

/// Tells the entries apart: a part of a message may have been put aside.
QString keyOf(const OutboxMessage& message)
{
    return message.messageId + QLatin1Char(' ') + message.state;
}

} // namespace

OutboxPanel::OutboxPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_table(plainTable(
          {tr("Orders"), tr("Supplier"), tr("State"), tr("Attempts"), tr("Waiting"), tr("Last problem")},
          QStringLiteral("table.outbox"), this))
    , m_empty(new QLabel(tr("Nothing waits. Every order that was to be sent is with its supplier."), this))
    , m_count(new QLabel(this))
    , m_tryNow(new QPushButton(tr("&Try now"), this))
    , m_open(new QPushButton(tr("&Open order"), this))
{
    setObjectName(QStringLiteral("panel.outbox"));
    m_table->setAccessibleName(tr("Messages that wait to be sent"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_empty->setObjectName(QStringLiteral("label.outboxEmpty"));
    m_empty->setWordWrap(true);
    m_count->setObjectName(QStringLiteral("label.outboxCount"));
    m_tryNow->setObjectName(QStringLiteral("btn.tryNow"));
    m_open->setObjectName(QStringLiteral("btn.openWaiting"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_empty, 1);
    buttons->addWidget(m_count);
    buttons->addStretch();
    buttons->addWidget(m_tryNow);
    buttons->addWidget(m_open);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);

    connect(m_tryNow, &QPushButton::clicked, this, &OutboxPanel::tryNow);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const OutboxMessage* message = current())
            Q_EMIT orderActivated(message->orders.front().poId);
    });
    connect(m_table, &QTableWidget::itemActivated, m_open, &QPushButton::click);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &OutboxPanel::updateButtons);
    connect(&workspace.feed(), &CatalogueFeed::ordersChanged, this, &OutboxPanel::refresh);
    updateButtons();
}

QString OutboxPanel::stateText(const OutboxMessage& message, const QDateTime& now)
{
    if (message.state == QLatin1String("LEASED"))
        return tr("is being sent");
    if (message.state == QLatin1String("DEAD"))
        return tr("put aside: send it again when the cause is gone");
    if (message.notBefore <= now)
        return tr("is due");
    const QString at = QLocale().toString(message.notBefore.toLocalTime().time(), QLocale::ShortFormat);
    return message.attempts == 0 ? tr("waits for the rest of its batch, until %1 at most").arg(at)
                                 : tr("is tried again at %1").arg(at);
}

void OutboxPanel::refresh()
{
    if (!isVisible())
        return; // Read when somebody looks.
    whenReady(m_workspace.connection().ports.outbox->waitingMessages(), this,
              [this](Result<std::vector<OutboxMessage>> messages) {
                  if (!messages) {
                      m_empty->setText(tr("The outbox cannot be read: %1").arg(messages.error().message));
                      m_empty->setVisible(true);
                      return;
                  }
                  m_messages = std::move(messages).value();
                  m_empty->setText(
                      tr("Nothing waits. Every order that was to be sent is with its supplier."));
                  showMessages();
              });
}

void OutboxPanel::showMessages()
{
    const OutboxMessage* before = current();
    const QString selected = before ? keyOf(*before) : QString();
    const QDateTime now = m_workspace.connection().now();
    m_table->clearSelection();
    m_table->setRowCount(static_cast<int>(m_messages.size()));
    for (std::size_t i = 0; i < m_messages.size(); ++i) {
        const OutboxMessage& message = m_messages[i];
        const PurchaseOrder& first = message.orders.front();
        const int row = static_cast<int>(i);
        setCell(m_table, row, Orders, numbersOf(message));
        setCell(m_table, row, Supplier, first.supplierText());
        setCell(m_table, row, State, stateText(message, now));
        setCell(m_table, row, Attempts, QLocale().toString(message.attempts), true);
        setCell(m_table, row, Waiting, ageText(first.createdAt, now), true);
        setCell(m_table, row, Problem, message.lastError);
        if (keyOf(message) == selected)
            m_table->selectRow(row);
    }
    if (m_table->selectedItems().isEmpty() && !m_messages.empty())
        m_table->selectRow(0);
    m_table->resizeColumnsToContents();
    m_empty->setVisible(m_messages.empty());
    m_count->setVisible(!m_messages.empty());
    m_count->setText(tr("%Ln message(s) wait", nullptr, static_cast<int>(m_messages.size())));
    updateButtons();
}

const OutboxMessage* OutboxPanel::current() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const auto row = rows.isEmpty() ? m_messages.size() : static_cast<std::size_t>(rows.front().row());
    return row < m_messages.size() ? &m_messages[row] : nullptr;
}

void OutboxPanel::tryNow()
{
    if (!current())
        return;
    const OutboxMessage message = *current();
    const PurchaseOrder& first = message.orders.front();
    Money toPay;
    for (const PurchaseOrder& order : message.orders)
        toPay = toPay + order.toPay;
    if ((!isMailAddress(first.supplierEmail) && !confirmWithoutAddress(this, first.supplierText()))
        || !confirmSending(this, m_workspace, numbersOf(message), first.supplierText(), toPay))
        return;
    const auto finished = [this, what = tr("Sending %1").arg(numbersOf(message))](const auto& asked) {
        if (!asked)
            Q_EMIT failed(what, asked.error());
        m_workspace.noticeChange();
        refresh();
    };
    if (message.attempts == 0 && !first.batchId.isEmpty()) {
        // Asked for one by one, the orders would not go together.
        whenReady(m_workspace.connection().ports.outbox->releaseBatch(first.batchId), this, finished);
        return;
    }
    // Of a message that was taken before, all orders go with the first; what was put aside goes by itself.
    const bool isAside = message.state == QLatin1String("DEAD");
    for (std::size_t i = 0; i < (isAside ? message.orders.size() : 1); ++i)
        whenReady(m_workspace.orders().requestSend(message.orders[i].poId, m_workspace.identity().actor(),
                                                   {!isMailAddress(first.supplierEmail), 0}),
                  this, finished);
}

void OutboxPanel::updateButtons()
{
    const OutboxMessage* message = current();
    QString why;
    if (!message)
        why = tr("no message is selected");
    else if (m_workspace.connection().readOnly)
        why = tr("the database is open read-only");
    else if (message->state == QLatin1String("LEASED"))
        why = tr("it is being sent");
    m_tryNow->setEnabled(why.isEmpty());
    const QString tip =
        why.isEmpty() ? tr("Send this message without waiting any longer") : tr("Unavailable: %1").arg(why);
    m_tryNow->setToolTip(tip);
    m_tryNow->setAccessibleDescription(tip);
    m_open->setEnabled(message);
    m_open->setToolTip(message ? tr("Show the order in Orders")
                               : tr("Unavailable: %1").arg(tr("no message is selected")));
}

void OutboxPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

} // namespace purchasing::ui
