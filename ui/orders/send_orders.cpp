#include "ui/orders/send_orders.h"

#include "core/flow/decision_words.h"
#include "core/mail/order_message.h"
#include "ui/parts/confirmation.h"
#include "ui/parts/panel_layout.h"
#include "ui/workspace/when_ready.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>
#include <QDialog>
#include <QHeaderView>
#include <QTableWidget>

namespace purchasing::ui {
namespace {

struct SendOrdersWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::SendOrders)
};

} // namespace

bool confirmSendingOrders(QWidget* parent, const Workspace& workspace,
                          const std::vector<PurchaseOrder>& orders)
{
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("dialog.sendSeveral"));
    const QString tag = workspace.connection().tag;
    dialog.setWindowTitle(tag.isEmpty() ? SendOrdersWords::tr("Send orders")
                                        : SendOrdersWords::tr("Send orders – %1").arg(tag));
    Money sum;
    int withoutAddress = 0;
    auto* table = plainTable({SendOrdersWords::tr("Order"), SendOrdersWords::tr("Supplier"),
                              SendOrdersWords::tr("Address"), SendOrdersWords::tr("To pay")},
                             QStringLiteral("table.sendSeveral"), &dialog);
    table->setAccessibleName(SendOrdersWords::tr("Orders to be sent"));
    for (const PurchaseOrder& order : orders) {
        sum = sum + order.toPay;
        const bool hasAddress = isMailAddress(order.supplierEmail);
        withoutAddress += hasAddress ? 0 : 1;
        const int row = table->rowCount();
        table->insertRow(row);
        setCell(table, row, 0, order.number);
        setCell(table, row, 1, order.supplierText());
        setCell(table, row, 2, hasAddress ? order.supplierEmail : SendOrdersWords::tr("none"));
        setCell(table, row, 3, moneyText(order.toPay, order.currency), true);
    }
    letGiveWay(*table->horizontalHeader(), {1, 2}); // What is paid is always in sight.
    table->horizontalHeaderItem(3)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    QString text =
        SendOrdersWords::tr("Send %n order(s), %1 to pay in all?", nullptr, static_cast<int>(orders.size()))
            .arg(moneyText(sum, workspace.identity().currency()));
    if (withoutAddress > 0)
        text += QLatin1Char(' ')
            + SendOrdersWords::tr(
                    "%n of them would be written without a recipient; you have to pass them on yourself.",
                    nullptr, withoutAddress);
    return confirmShown(dialog, text, table,
                        SendOrdersWords::tr("&Send %n order(s)", nullptr, static_cast<int>(orders.size())),
                        QStringLiteral("btn.sendSeveral"), {640, 400});
}

OrderSending::OrderSending(Workspace& workspace, std::vector<PurchaseOrder> orders, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_orders(std::move(orders))
{
}

void OrderSending::next()
{
    if (m_at == m_orders.size()) {
        Q_EMIT finished(static_cast<int>(m_orders.size()) - static_cast<int>(m_problems.size()), m_problems);
        return deleteLater();
    }
    const PurchaseOrder& order = m_orders[m_at++];
    whenReady(m_workspace.orders().requestSend(order.poId, m_workspace.identity().actor(),
                                               {!isMailAddress(order.supplierEmail), order.version}),
              this, [this, number = order.number](const Result<PurchaseOrder>& sent) {
                  if (!sent)
                      m_problems += SendOrdersWords::tr("%1: %2").arg(number, sent.error().message);
                  next();
              });
}

} // namespace purchasing::ui
