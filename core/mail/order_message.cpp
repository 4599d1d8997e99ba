#include "core/mail/order_message.h"

#include "core/flow/decision_words.h"

#include <QLocale>
#include <QRegularExpression>

namespace purchasing {
namespace {

constexpr int kBase64Line = 76; // RFC 2045, 6.8

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

QString bodyText(const PurchaseOrder& order, const Sender& sender)
{
    const QLocale locale(QLocale::English, QLocale::UnitedStates);
    const auto money = [&](Money amount) { return moneyText(amount, order.currency, locale); };
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
    text += QStringLiteral("Unit price:       %1\n").arg(money(order.unitPrice));
    text += QStringLiteral("Total before tax: %1\n").arg(money(order.total));
    if (order.discount.minor != 0)
        text += QStringLiteral("Discount:         %1\n").arg(money(order.discount));
    text += QStringLiteral("Tax:              %1\n").arg(money(order.tax));
    text += QStringLiteral("To pay:           %1\n").arg(money(order.toPay));
    text += QStringLiteral("Expected by:      %1\n\n").arg(order.expectedArrival().toString(Qt::ISODate));
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
    static const QRegularExpression pattern(
        QStringLiteral("\\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+\\z"));
    return pattern.match(address).hasMatch();
}

QByteArray composeOrderMessage(const QString& messageId, const PurchaseOrder& order, const Sender& sender,
                               const QByteArray& pdf, const QDateTime& date)
{
    const QString supplier = order.supplierName.isEmpty() ? order.supplierId : order.supplierName;
    QByteArray message;
    const QByteArray from =
        isMailAddress(sender.email) ? sender.email.toLatin1() : QByteArray("purchasing@localhost");
    message += "From: " + headerText(sender.company) + " <" + from + ">\r\n";
    if (isMailAddress(order.supplierEmail))
        message += "To: " + headerText(supplier) + " <" + order.supplierEmail.toLatin1() + ">\r\n";
    else
        message += "To: " + headerText(supplier) + ":;\r\n";
    message += "Subject: " + headerText(QStringLiteral("Purchase order %1").arg(order.number)) + "\r\n";
    message += "Date: " + date.toUTC().toString(Qt::RFC2822Date).toLatin1() + "\r\n";
    message += "Message-ID: <" + messageId.toLatin1() + "@purchasing.localhost>\r\n";
    message += "X-Purchase-Order: " + order.number.toLatin1() + "\r\n";
    message += "MIME-Version: 1.0\r\n";

    const QByteArray text =
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + wrapped(
            bodyText(order, sender).replace(QLatin1Char('\n'), QStringLiteral("\r\n")).toUtf8().toBase64());
    if (pdf.isEmpty())
        return message + text;

    const QByteArray boundary = "order-" + messageId.toLatin1();
    message += "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n";
    message += "--" + boundary + "\r\n" + text;
    message += "--" + boundary + "\r\nContent-Type: application/pdf; name=\"" + order.number.toLatin1()
        + ".pdf\"\r\nContent-Disposition: attachment; filename=\"" + order.number.toLatin1()
        + ".pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + wrapped(pdf.toBase64());
    message += "--" + boundary + "--\r\n";
    return message;
}

} // namespace purchasing
