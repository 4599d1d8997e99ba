#include "core/mail/order_message.h"

#include "core/domain/mail_address.h"
#include "core/flow/decision_words.h"

#include <QLocale>
#include <QRegularExpression>

namespace purchasing {
namespace {

constexpr int kBase64Line = 76; // RFC 2045, 6.8
constexpr std::size_t kNamedInSubject = 2; // Orders; of more it is said how many.

/// A text for a header: plain where it is safe, else RFC 2047 encoded words of at most 45 bytes each.
QByteArray headerText(const QString& text)
{
    // No dots and parentheses: those of a name would end it or start a comment that swallows the address.
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9 _+/-]{1,60}\\z"));
    if (plain.match(text).hasMatch())
        return text.toLatin1();
    QByteArray encoded;
    QByteArray chunk;
    const auto flush = [&] {
        if (chunk.isEmpty())
            return;
        if (!encoded.isEmpty())
            encoded += "\r\n ";
        encoded += "=?UTF-8?B?" + chunk.toBase64() + "?=";
        chunk.clear();
    };
    for (const char32_t codePoint : text.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&codePoint, 1).toUtf8();
        if (chunk.size() + bytes.size() > 42)
            flush();
        chunk += bytes;
    }
    flush();
    return encoded;
}

QByteArray wrapped(const QByteArray& base64)
{
    QByteArray lines;
    for (qsizetype at = 0; at < base64.size(); at += kBase64Line)
        lines += base64.mid(at, kBase64Line) + "\r\n";
    return lines;
}

QString subjectOf(const std::vector<PurchaseOrder>& orders)
{
    if (orders.size() == 1)
        return QStringLiteral("Purchase order %1").arg(orders.front().number);
    QStringList numbers;
    for (std::size_t i = 0; i < orders.size() && i < kNamedInSubject; ++i)
        numbers << orders[i].number;
    QString subject = QStringLiteral("Purchase orders %1").arg(numbers.join(QLatin1String(", ")));
    if (orders.size() > kNamedInSubject)
        subject += QStringLiteral(" and %1 more").arg(orders.size() - kNamedInSubject);
    return subject;
}

QString orderText(const PurchaseOrder& order)
{
    const QLocale locale(QLocale::English, QLocale::UnitedStates);
    const auto money = [&](auto amount) { return moneyText(amount, order.currency, locale); };
    QString product = order.productId;
    if (!order.productName.isEmpty())
        product += QStringLiteral(" – ") + order.productName;
    QString text;
    text += QStringLiteral("Purchase order %1\n\n").arg(order.number);
    text += QStringLiteral("Date:             %1\n").arg(order.createdAt.date().toString(Qt::ISODate));
    text += QStringLiteral("Supplier:         %1\n")
                .arg(order.supplierName.isEmpty()
                         ? order.supplierId
                         : order.supplierName + QStringLiteral(" (") + order.supplierId + QLatin1Char(')'));
    text += QStringLiteral("Product:          %1\n").arg(product);
    text += QStringLiteral("Quantity:         %1 %2\n")
                .arg(locale.toString(static_cast<qlonglong>(order.qty)), order.uom);
    text += QStringLiteral("Unit price:       %1\n").arg(moneyText(order.unitPrice, order.currency, locale));
    text += QStringLiteral("Total before tax: %1\n").arg(money(order.total));
    if (order.discount.minor != 0)
        text += QStringLiteral("Discount:         %1\n").arg(money(order.discount));
    text += QStringLiteral("Tax:              %1\n").arg(money(order.tax));
    text += QStringLiteral("To pay:           %1\n").arg(money(order.toPay));
    text += QStringLiteral("Expected by:      %1\n\n").arg(order.expectedArrival().toString(Qt::ISODate));
    return text;
}

QString bodyText(const std::vector<PurchaseOrder>& orders, const Sender& sender)
{
    QString text;
    if (orders.size() > 1)
        text += QStringLiteral("This message has %1 purchase orders.\n\n").arg(orders.size());
    for (const PurchaseOrder& order : orders)
        text += orderText(order) + (orders.size() > 1 ? QStringLiteral("--------\n\n") : QString());
    text += QStringLiteral("Deliver to:\n%1\n\n").arg(sender.deliveryAddress);
    text += QStringLiteral("%1\n%2\n%3\n").arg(sender.company, sender.address, sender.email);
    return text;
}

} // namespace

Sender Sender::fromSettings(const QHash<QString, QString>& settings)
{
    const auto value = [&settings](const char* name) { return settings.value(QLatin1String(name)); };
    return {value("company_name"), value("company_address"), value("company_email"),
            value("delivery_address")};
}

bool isMailAddress(const QString& address)
{
    return !recipientsOf(address).isEmpty();
}

QByteArray composeOrderMessage(const QString& messageId, const std::vector<PurchaseOrder>& orders,
                               const Sender& sender, const std::vector<QByteArray>& documents,
                               const QDateTime& date)
{
    const PurchaseOrder& first = orders.front();
    const QString supplier = first.supplierText();
    QByteArray message;
    const QByteArray from =
        recipientsOf(sender.email).value(0, QStringLiteral("purchasing@localhost")).toLatin1();
    message += "From: " + headerText(sender.company) + " <" + from + ">\r\n";
    const QStringList recipients = recipientsOf(first.supplierEmail);
    if (recipients.isEmpty())
        message += "To: " + headerText(supplier) + ":;\r\n";
    for (const QString& recipient : recipients) {
        message += (&recipient == &recipients.front() ? "To: " : ",\r\n ") + headerText(supplier) + " <"
            + recipient.toLatin1() + ">" + (&recipient == &recipients.back() ? "\r\n" : "");
    }
    message += "Subject: " + headerText(subjectOf(orders)) + "\r\n";
    message += "Date: " + date.toUTC().toString(Qt::RFC2822Date).toLatin1() + "\r\n";
    message += "Message-ID: <" + messageId.toLatin1() + "@purchasing.localhost>\r\n";
    for (const PurchaseOrder& order : orders)
        message += "X-Purchase-Order: " + order.number.toLatin1() + "\r\n";
    message += "MIME-Version: 1.0\r\n";

    const QByteArray text =
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + wrapped(
            bodyText(orders, sender).replace(QLatin1Char('\n'), QStringLiteral("\r\n")).toUtf8().toBase64());
    if (documents.empty())
        return message + text;

    const QByteArray boundary = "order-" + messageId.toLatin1();
    message += "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n";
    message += "--" + boundary + "\r\n" + text;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const QByteArray name = orders[i].number.toLatin1() + ".pdf";
        message += "--" + boundary + "\r\nContent-Type: application/pdf; name=\"" + name
            + "\"\r\nContent-Disposition: attachment; filename=\"" + name
            + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + wrapped(documents[i].toBase64());
    }
    message += "--" + boundary + "--\r\n";
    return message;
}

} // namespace purchasing
