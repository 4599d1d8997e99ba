#include "ui/orders/outbox_panel.h"

#include "ui/orders/order_table_model.h"
#include "ui/product/panel_layout.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace purchasing::ui {
namespace {

enum Column { Orders, Supplier, State, Attempts, Waiting, Problem };

QString numbersOf(const OutboxMessage& message)
{
    QStringList numbers;
    for (const PurchaseOrder& order : message.orders)
        numbers << order.number;
    return numbers.join(QLatin1String(", "));
}

} // namespace

OutboxPanel::OutboxPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_table(plainTable(
          {tr("Orders"), tr("Supplier"), tr("State"), tr("Attempts"), tr("Waiting"), tr("Last problem")},
          QStringLiteral("table.outbox"), this))
    , m_empty(new QLabel(tr("Nothing waits. Every order that was to be sent is with its supplier."), this))
    , m_tryNow(new QPushButton(tr("&Try now"), this))
    , m_open(new QPushButton(tr("&Open order"), this))
{
    setObjectName(QStringLiteral("panel.outbox"));
    m_table->setAccessibleName(tr("Messages that wait to be sent"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_empty->setObjectName(QStringLiteral("label.outboxEmpty"));
    m_empty->setWordWrap(true);
    m_tryNow->setObjectName(QStringLiteral("btn.tryNow"));
    m_open->setObjectName(QStringLiteral("btn.openWaiting"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_empty, 1);
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
    connect(&workspace, &Workspace::ordersChanged, this, &OutboxPanel::refresh);
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
    whenReady(
        m_workspace.orders().waitingMessages(), this, [this](Result<std::vector<OutboxMessage>> messages) {
            if (!messages) {
                m_empty->setText(tr("The outbox cannot be read: %1").arg(messages.error().message));
                m_empty->setVisible(true);
                return;
            }
            m_messages = std::move(messages).value();
            m_empty->setText(tr("Nothing waits. Every order that was to be sent is with its supplier."));
            showMessages();
        });
}

void OutboxPanel::showMessages()
{
    const OutboxMessage* before = current();
    const QString selected = before ? before->messageId : QString();
    const QDateTime now = m_workspace.now();
    m_table->setRowCount(static_cast<int>(m_messages.size()));
    for (std::size_t i = 0; i < m_messages.size(); ++i) {
        const OutboxMessage& message = m_messages[i];
        const PurchaseOrder& first = message.orders.front();
        const int row = static_cast<int>(i);
        setCell(m_table, row, Orders, numbersOf(message));
        setCell(m_table, row, Supplier, first.supplierName.isEmpty() ? first.supplierId : first.supplierName);
        setCell(m_table, row, State, stateText(message, now));
        setCell(m_table, row, Attempts, QLocale().toString(message.attempts), true);
        setCell(m_table, row, Waiting, ageText(first.createdAt, now), true);
        setCell(m_table, row, Problem, message.lastError);
        m_table->item(row, Orders)->setData(Qt::UserRole, message.messageId);
        if (message.messageId == selected)
            m_table->selectRow(row);
    }
    if (m_table->selectedItems().isEmpty() && !m_messages.empty())
        m_table->selectRow(0);
    m_table->resizeColumnsToContents();
    m_empty->setVisible(m_messages.empty());
    updateButtons();
}

const OutboxMessage* OutboxPanel::current() const
{
    const int row = m_table->currentRow();
    if (row < 0 || !m_table->item(row, Orders) || m_table->selectedItems().isEmpty())
        return nullptr;
    const QString id = m_table->item(row, Orders)->data(Qt::UserRole).toString();
    const auto found = std::find_if(m_messages.begin(), m_messages.end(),
                                    [&id](const OutboxMessage& known) { return known.messageId == id; });
    return found == m_messages.end() ? nullptr : &*found;
}

void OutboxPanel::tryNow()
{
    const OutboxMessage* message = current();
    if (!message)
        return;
    // Every order of it, or one that waits for its batch would go alone.
    for (const PurchaseOrder& order : message->orders) {
        whenReady(m_workspace.orders().requestSend(order.poId, m_workspace.actor()), this,
                  [this, number = order.number](const Result<PurchaseOrder>& asked) {
                      if (!asked)
                          Q_EMIT failed(tr("Sending %1").arg(number), asked.error());
                      m_workspace.noticeChange();
                      refresh();
                  });
    }
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
