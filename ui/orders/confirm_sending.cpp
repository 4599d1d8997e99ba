#include "ui/orders/confirm_sending.h"

#include "core/domain/purchase_order.h"
#include "core/flow/decision_words.h"
#include "core/flow/order_batch.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace purchasing::ui {
namespace {

constexpr qsizetype kMostNamed = 5; // Suppliers; a longer sentence is not read.

struct ConfirmSendingWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::ConfirmSending)
};

bool ask(QWidget* parent, const Workspace& workspace, const QString& sentence)
{
    const Connection& connection = workspace.connection();
    QMessageBox question(QMessageBox::Warning,
                         connection.tag.isEmpty()
                             ? ConfirmSendingWords::tr("Confirm before sending")
                             : ConfirmSendingWords::tr("Confirm before sending – %1").arg(connection.tag),
                         sentence, QMessageBox::NoButton, parent);
    question.setObjectName(QStringLiteral("dialog.confirmSending"));
    question.setTextFormat(Qt::PlainText); // Names from the data may look like markup.
    QPushButton* send = question.addButton(ConfirmSendingWords::tr("&Send"), QMessageBox::AcceptRole);
    send->setObjectName(QStringLiteral("btn.confirmSending"));
    QPushButton* keep = question.addButton(ConfirmSendingWords::tr("Do &not send"), QMessageBox::RejectRole);
    keep->setObjectName(QStringLiteral("btn.doNotSend"));
    question.setDefaultButton(keep);
    question.setEscapeButton(keep);
    question.exec();
    return question.clickedButton() == send;
}

} // namespace

bool sendsAtOnce(const Decision& decision)
{
    return decision.outputs.shouldSendPo && decision.word == Word::ToOrder;
}

bool confirmSending(QWidget* parent, const Workspace& workspace, const QString& what, const QString& supplier,
                    Money toPay)
{
    const Connection& connection = workspace.connection();
    if (!connection.confirmsSending)
        return true;
    //: What goes where: "PO-2026-000001", a supplier, an amount, a connection
    return ask(parent, workspace,
               ConfirmSendingWords::tr("Send %1 to %2 for %3 to pay, from %4?")
                   .arg(what, supplier, moneyText(toPay, workspace.identity().currency()), connection.name));
}

bool confirmSending(QWidget* parent, const Workspace& workspace, const PurchaseOrder& order)
{
    return confirmSending(parent, workspace, order.number, order.supplierText(), order.toPay);
}

bool confirmSendingAll(QWidget* parent, const Workspace& workspace, const std::vector<BatchLine>& lines)
{
    const Connection& connection = workspace.connection();
    int orders = 0;
    QStringList suppliers;
    Money toPay;
    for (const BatchLine& line : lines) {
        if (!line.isOpen() || line.withholdSending || !sendsAtOnce(line.decision))
            continue;
        ++orders;
        toPay = toPay + line.decision.outputs.grandTotal;
        if (const SupplierOffer* supplier = line.facts.supplier())
            suppliers += supplier->name.isEmpty() ? supplier->supplierId : supplier->name;
    }
    suppliers.removeDuplicates();
    if (!connection.confirmsSending || orders == 0)
        return true;
    QStringList named = suppliers.mid(0, kMostNamed);
    if (suppliers.size() > kMostNamed)
        named += ConfirmSendingWords::tr("%n more", nullptr, static_cast<int>(suppliers.size() - kMostNamed));
    return ask(
        parent, workspace,
        ConfirmSendingWords::tr("Send %n order(s) to %1 for %2 to pay in all, from %3?", nullptr, orders)
            .arg(named.join(QLatin1String(", ")), moneyText(toPay, workspace.identity().currency()),
                 connection.name));
}

} // namespace purchasing::ui
