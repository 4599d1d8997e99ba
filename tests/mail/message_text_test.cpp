#include "core/domain/mail_address.h"
#include "core/mail/order_message.h"

#include <QTest>

namespace purchasing::tests {
namespace {

const QDateTime kNoon(QDate(2026, 1, 15), QTime(12, 0), Qt::UTC);

PurchaseOrder order(int number = 1)
{
    PurchaseOrder order;
    order.number = QStringLiteral("PO-2026-00000%1").arg(number);
    order.productId = QStringLiteral("P-1");
    order.productName = QStringLiteral("Schraube");
    order.supplierId = QStringLiteral("S-1");
    order.supplierName = QStringLiteral("Acme");
    order.supplierEmail = QStringLiteral("orders@acme.example");
    order.qty = 1000;
    order.uom = QStringLiteral("PIECE");
    order.currency = QStringLiteral("USD");
    order.unitPrice = UnitPrice{35};
    order.total = Money{350};
    order.tax = Money{28};
    order.toPay = Money{378};
    order.leadTimeDays = 7;
    order.createdAt = kNoon;
    return order;
}

Sender company()
{
    return {QStringLiteral("Demo"), QStringLiteral("1 Street"), QStringLiteral("buy@demo.example"),
            QStringLiteral("Gate 2")};
}

QByteArray compose(const std::vector<PurchaseOrder>& orders, const Sender& from = company())
{
    return composeOrderMessage(QStringLiteral("0f8fad5b"), orders, from, {}, kNoon);
}

QByteArray bodyOf(const QByteArray& message)
{
    return QByteArray::fromBase64(message.mid(message.indexOf("\r\n\r\n") + 4));
}

QString subjectOf(int orders)
{
    std::vector<PurchaseOrder> all;
    for (int i = 1; i <= orders; ++i)
        all.push_back(order(i));
    return orderMessagePreview(all, company()).section(QLatin1Char('\n'), 1, 1).mid(9);
}

} // namespace

/// Messages to suppliers, byte for byte.
class MessageTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoHasNoNameHasAnAddress()
    {
        Sender sender = company();
        sender.company.clear();
        QVERIFY(compose({order()}, sender).startsWith("From:  <buy@demo.example>\r\nTo: "));
    }

    void everyOrderHasItsDocument()
    {
        const QByteArray plain = compose({order(1), order(2)});
        const QByteArray message =
            composeOrderMessage(QStringLiteral("0f8fad5b"), {order(1), order(2)}, company(),
                                {QByteArray(58, 'x'), QByteArray(57, 'y')}, kNoon);
        const qsizetype head = plain.indexOf("Content-Type: text/plain");
        const auto part = [](int number, const QByteArray& base64) {
            const QByteArray name = "PO-2026-00000" + QByteArray::number(number) + ".pdf";
            return "--order-0f8fad5b\r\nContent-Type: application/pdf; name=\"" + name
                + "\"\r\nContent-Disposition: attachment; filename=\"" + name
                + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64;
        };
        // 57 bytes fill a line.
        QCOMPARE(
            message,
            plain.left(head)
                + "Content-Type: multipart/mixed; boundary=\"order-0f8fad5b\"\r\n\r\n--order-0f8fad5b\r\n"
                + plain.mid(head)
                + part(1, QByteArray(57, 'x').toBase64() + "\r\n" + QByteArray("x").toBase64() + "\r\n")
                + part(2, QByteArray(57, 'y').toBase64() + "\r\n") + "--order-0f8fad5b--\r\n");
    }

    void theWholeMessage()
    {
        const QByteArray message = compose({order()});
        QCOMPARE(message.left(message.indexOf("\r\n\r\n")),
                 QByteArray("From: Demo <buy@demo.example>\r\n"
                            "To: Acme <orders@acme.example>\r\n"
                            "Subject: Purchase order PO-2026-000001\r\n"
                            "Date: 15 Jan 2026 12:00:00 +0000\r\n"
                            "Message-ID: <0f8fad5b@purchasing.localhost>\r\n"
                            "X-Purchase-Order: PO-2026-000001\r\n"
                            "MIME-Version: 1.0\r\n"
                            "Content-Type: text/plain; charset=utf-8\r\n"
                            "Content-Transfer-Encoding: base64"));
        QCOMPARE(bodyOf(message),
                 QByteArray("Purchase order PO-2026-000001\r\n\r\n"
                            "Date:             2026-01-15\r\n"
                            "Supplier:         Acme (S-1)\r\n"
                            "Product:          P-1 \xE2\x80\x93 Schraube\r\n"
                            "Quantity:         1,000 PIECE\r\n"
                            "Unit price:       $0.0035\r\n"
                            "Total before tax: $3.50\r\n"
                            "Tax:              $0.28\r\n"
                            "To pay:           $3.78\r\n"
                            "Expected by:      2026-01-22\r\n\r\n"
                            "Deliver to:\r\nGate 2\r\n\r\n"
                            "Demo\r\n1 Street\r\nbuy@demo.example\r\n"));
    }

    void linesAreAsLongAsTheyMayBe()
    {
        const QByteArray message = compose({order()});
        QByteArrayList lines;
        for (QByteArray line : message.mid(message.indexOf("\r\n\r\n") + 4).split('\n'))
            lines += line.trimmed();
        QVERIFY(lines.takeLast().isEmpty());
        for (qsizetype i = 0; i < lines.size(); ++i)
            QVERIFY(i + 1 < lines.size() ? lines[i].size() == 76 : lines[i].size() <= 76); // RFC 2045, 6.8
    }

    void whatIsNotKnownIsNotSaid()
    {
        PurchaseOrder bare = order();
        bare.supplierName.clear();
        bare.productName.clear();
        const QByteArray message = compose({bare});
        QVERIFY(message.contains("\r\nTo: S-1 <"));
        QVERIFY(bodyOf(message).contains("Supplier:         S-1\r\n"));
        QVERIFY(bodyOf(message).contains("Product:          P-1\r\n"));
        QVERIFY(!bodyOf(message).contains("Discount"));
        bare.discount = Money{1};
        QVERIFY(bodyOf(compose({bare})).contains("Discount:         $0.01\r\n"));
    }

    void subjectsNameTwoOrders()
    {
        QCOMPARE(subjectOf(1), QStringLiteral("Purchase order PO-2026-000001"));
        QCOMPARE(subjectOf(2), QStringLiteral("Purchase orders PO-2026-000001, PO-2026-000002"));
        QCOMPARE(subjectOf(3), QStringLiteral("Purchase orders PO-2026-000001, PO-2026-000002 and 1 more"));
        QCOMPARE(subjectOf(5), QStringLiteral("Purchase orders PO-2026-000001, PO-2026-000002 and 3 more"));
        const QByteArray two = bodyOf(compose({order(1), order(2)}));
        QVERIFY(two.startsWith("This message has 2 purchase orders.\r\n\r\nPurchase order PO-2026-000001"));
        QCOMPARE(two.count("--------\r\n"), 2);
    }

    void thePreviewIsWhatIsSent()
    {
        const QString preview = orderMessagePreview({order()}, company());
        QVERIFY(preview.startsWith(QStringLiteral("To:      orders@acme.example\nSubject: Purchase order ")));
        QVERIFY(preview.endsWith(QString::fromUtf8(bodyOf(compose({order()}))).remove(QLatin1Char('\r'))));
        PurchaseOrder other = order();
        other.supplierEmail = QStringLiteral("a@ex.com;b@ex.com");
        QVERIFY(orderMessagePreview({other}, company())
                    .startsWith(QStringLiteral("To:      a@ex.com, b@ex.com\n")));
        other.supplierEmail.clear();
        QVERIFY(orderMessagePreview({other}, company()).startsWith(QStringLiteral("To:      Acme:;\n")));
    }

    void severalRecipientsStandInOneHeader()
    {
        PurchaseOrder sent = order();
        sent.supplierEmail = QStringLiteral("a@ex.com; b@ex.com; c@ex.com");
        QVERIFY(compose({sent}).contains(
            "\r\nTo: Acme <a@ex.com>,\r\n Acme <b@ex.com>,\r\n Acme <c@ex.com>\r\nSubject"));
    }

    void aSenderWithoutAnAddressIsTheProgram()
    {
        Sender from = company();
        from.email = QStringLiteral("nobody");
        QVERIFY(compose({order()}, from).startsWith("From: Demo <purchasing@localhost>\r\n"));
        from.email = QStringLiteral("a@ex.com, b@ex.com");
        QVERIFY(compose({order()}, from).startsWith("From: Demo <a@ex.com>\r\n"));
    }

    void namesArePlainUpTo60Characters()
    {
        PurchaseOrder named = order();
        named.supplierName = QString(60, QLatin1Char('a'));
        QVERIFY(compose({named}).contains("\r\nTo: " + QByteArray(60, 'a') + " <"));
        named.supplierName = QString(61, QLatin1Char('a'));
        QVERIFY(compose({named}).contains("\r\nTo: =?UTF-8?B?" + QByteArray(42, 'a').toBase64()
                                          + "?=\r\n =?UTF-8?B?" + QByteArray(19, 'a').toBase64() + "?= <"));
        // Characters are never cut: 14 of three bytes fill one word.
        named.supplierName = QString(15, QChar(0x4e2d));
        QVERIFY(compose({named}).contains("=?UTF-8?B?" + QString(14, QChar(0x4e2d)).toUtf8().toBase64()
                                          + "?=\r\n =?UTF-8?B?"
                                          + QString(1, QChar(0x4e2d)).toUtf8().toBase64() + "?= <"));
    }

    void addressesAtTheirLimits()
    {
        const QString label(61, QLatin1Char('d'));
        const QString domain = QStringList{label, label, label}.join(QLatin1Char('.')); // 185
        const QString local(64, QLatin1Char('a'));
        const QString address = local + QLatin1Char('@') + domain + QStringLiteral(".abc"); // 254
        QCOMPARE(address.size(), 254);
        QCOMPARE(recipientsOf(address), QStringList{address});
        QVERIFY(recipientsOf(address + QLatin1Char('d')).isEmpty());
        for (const QString& quoted : {QStringLiteral("\"a;b\"@ex.com"), QStringLiteral("\"a\\\";b\"@ex.com"),
                                      QStringLiteral("\"a\\\\\"@ex.com")})
            QCOMPARE(recipientsOf(quoted + QStringLiteral("; b@ex.com")),
                     (QStringList{quoted, QStringLiteral("b@ex.com")}));
        QVERIFY(recipientsOf(QStringLiteral("\"a\\")).isEmpty());
        QVERIFY(recipientsOf(QStringLiteral("a\\,b@ex.com")).isEmpty());
    }

    void theSenderIsInTheSettings()
    {
        const Sender from = Sender::fromSettings({{QStringLiteral("company_name"), QStringLiteral("a")},
                                                  {QStringLiteral("company_address"), QStringLiteral("b")},
                                                  {QStringLiteral("company_email"), QStringLiteral("c")},
                                                  {QStringLiteral("delivery_address"), QStringLiteral("d")}});
        QCOMPARE((QStringList{from.company, from.address, from.email, from.deliveryAddress}),
                 (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"),
                              QStringLiteral("d")}));
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::MessageTextTest)
#include "message_text_test.moc"
