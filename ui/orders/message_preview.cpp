#include "ui/orders/message_preview.h"

#include "core/flow/decision_words.h"
#include "core/mail/order_message.h"
#include "ui/parts/confirmation.h"
#include "ui/workspace/workspace.h"

#include <QCoreApplication>
#include <QDialog>
#include <QFontDatabase>
#include <QPlainTextEdit>

namespace purchasing::ui {
namespace {

struct MessagePreviewWords
{
    Q_DECLARE_TR_FUNCTIONS(purchasing::ui::MessagePreview)
};

} // namespace

bool confirmMessage(QWidget* parent, const Workspace& workspace, const PurchaseOrder& order)
{
    const Connection& connection = workspace.connection();
    const bool hasAddress = isMailAddress(order.supplierEmail);
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("dialog.messagePreview"));
    dialog.setWindowTitle(connection.tag.isEmpty()
                              ? MessagePreviewWords::tr("Create and send")
                              : MessagePreviewWords::tr("Create and send – %1").arg(connection.tag));
    QString sentence = MessagePreviewWords::tr("Create the order and send this message to %1? To pay: %2.")
                           .arg(order.supplierText(), moneyText(order.toPay, order.currency));
    if (connection.confirmsSending)
        sentence += QLatin1Char(' ') + MessagePreviewWords::tr("It goes out from %1.").arg(connection.name);
    if (!hasAddress)
        sentence += QLatin1Char(' ')
            + MessagePreviewWords::tr(
                  "%1 has no e-mail address: the message will be written without a recipient, and you "
                  "have to pass it on yourself.")
                  .arg(order.supplierText());
    auto* text = new QPlainTextEdit(&dialog);
    text->setObjectName(QStringLiteral("text.message"));
    text->setAccessibleName(MessagePreviewWords::tr("Message to the supplier"));
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setPlainText(orderMessagePreview({order}, Sender::fromSettings(workspace.identity().settings())));
    return confirmShown(dialog, sentence, text,
                        hasAddress ? MessagePreviewWords::tr("Create and &send")
                                   : MessagePreviewWords::tr("Create and &send without address"),
                        QStringLiteral("btn.createAndSend"), {640, 480});
}

} // namespace purchasing::ui
