// What can be done with the selected orders. The rest of the page is in orders_page.cpp.
#include "core/mail/order_message.h"
#include "ui/orders/confirm_sending.h"
#include "ui/orders/order_actions.h"
#include "ui/orders/order_arrangement.h"
#include "ui/orders/order_copy.h"
#include "ui/orders/order_document.h"
#include "ui/orders/order_export.h"
#include "ui/orders/order_table_model.h"
#include "ui/orders/orders_page.h"
#include "ui/orders/send_orders.h"
#include "ui/parts/reason_dialog.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QSaveFile>
#include <QTableView>

#include <algorithm>

namespace purchasing::ui {

void OrdersPage::copySelection(RowCopy copied)
{
    copyOrders(*m_model, *m_grid, copied, m_workspace.connection().now());
}

void OrdersPage::finish(const QString& what, const QFuture<Result<PurchaseOrder>>& future,
                        const QString& message)
{
    whenReady(future, this, [this, what, message](const Result<PurchaseOrder>& order) {
        m_workspace.noticeChange();
        refresh();
        if (order)
            Q_EMIT done(message.arg(order->number));
        else
            Q_EMIT failed(what, order.error());
    });
}

std::vector<PurchaseOrder> OrdersPage::sendable() const
{
    std::vector<PurchaseOrder> orders;
    for (const QModelIndex& index : m_grid->selectionModel()->selectedRows()) {
        if (isToSend(m_model->order(index.row())))
            orders.push_back(m_model->order(index.row()));
    }
    if (const PurchaseOrder* order = current();
        m_grid->selectionModel()->selectedRows().size() < 2 && order && isToSend(*order))
        return {*order};
    return orders;
}

void OrdersPage::send()
{
    const std::vector<PurchaseOrder> wanted = sendable();
    if (wanted.empty())
        return;
    if (wanted.size() > 1) {
        if (!confirmSendingOrders(this, m_workspace, wanted))
            return;
        auto* sending = new OrderSending(m_workspace, wanted, this);
        connect(sending, &OrderSending::finished, this, [this](int sent, const QStringList& problems) {
            m_workspace.noticeChange();
            refresh();
            if (!problems.isEmpty())
                return Q_EMIT failed(tr("Sending %n order(s)", nullptr, static_cast<int>(problems.size())),
                                     {ErrorKind::Refused, problems.join(QLatin1Char('\n')), {}});
            Q_EMIT done(tr("%n order(s) are being sent", nullptr, sent));
        });
        return sending->start();
    }
    const PurchaseOrder& asked = wanted.front();
    if (!isMailAddress(asked.supplierEmail) && !confirmWithoutAddress(this, asked.supplierText()))
        return;
    if (!confirmSending(this, m_workspace, asked))
        return;
    finish(tr("Sending %1").arg(asked.number),
           m_workspace.orders().requestSend(asked.poId, m_workspace.identity().actor(),
                                            {!isMailAddress(asked.supplierEmail), asked.version}),
           tr("%1 is being sent"));
}

void OrdersPage::receive()
{
    const PurchaseOrder* order = current();
    if (!order)
        return;
    const PurchaseOrder asked = *order;
    const auto open = static_cast<int>(std::min<std::int64_t>(asked.qty - asked.receivedQty, 1000000000));
    bool ok = false;
    const int qty = QInputDialog::getInt(
        this, tr("Receive %1").arg(asked.number),
        tr("How many %1 arrived? %2 are still to come.").arg(asked.uom).arg(open), open, 1, open, 1, &ok);
    if (ok)
        finish(tr("Receiving %1").arg(asked.number),
               m_workspace.orders().receive(asked.poId, asked.version, qty, m_workspace.identity().actor()),
               tr("%1: received"));
}

void OrdersPage::closeShort()
{
    const PurchaseOrder* order = current();
    if (!order)
        return;
    const PurchaseOrder asked = *order;
    const QString reason = askReason(
        this, tr("Close %1 short").arg(asked.number),
        tr("%1 of %2 were received. Why will the rest not come?").arg(asked.receivedQty).arg(asked.qty),
        tr("Close short"));
    if (!reason.isEmpty())
        finish(tr("Closing %1 short").arg(asked.number),
               m_workspace.orders().closeShort(asked.poId, asked.version, reason,
                                               m_workspace.identity().actor()),
               tr("%1 was closed short"));
}

void OrdersPage::cancel()
{
    const PurchaseOrder* order = current();
    if (!order)
        return;
    const PurchaseOrder asked = *order;
    const QString reason = askReason(this, tr("Cancel %1").arg(asked.number),
                                     tr("Why is the order cancelled?"), tr("Cancel order"));
    if (!reason.isEmpty())
        finish(tr("Cancelling %1").arg(asked.number),
               m_workspace.orders().cancel(asked.poId, asked.version, reason, m_workspace.identity().actor()),
               tr("%1 was cancelled"));
}

void OrdersPage::savePdf()
{
    const PurchaseOrder* order = current();
    if (!order)
        return;
    const PurchaseOrder asked = *order;
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save order as PDF"), asked.number + QStringLiteral(".pdf"), tr("PDF files (*.pdf)"));
    if (file.isEmpty())
        return;
    const Result<QByteArray> pdf = orderPdf(asked, Sender::fromSettings(m_workspace.identity().settings()));
    if (!pdf)
        return Q_EMIT failed(tr("Saving %1 as PDF").arg(asked.number), pdf.error());
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(*pdf) != pdf->size() || !out.commit())
        return Q_EMIT failed(
            tr("Saving %1 as PDF").arg(asked.number),
            {ErrorKind::Unavailable, tr("%1 could not be written: %2").arg(file, out.errorString()), {}});
    Q_EMIT done(tr("%1 was saved as %2").arg(asked.number, file));
}

} // namespace purchasing::ui
