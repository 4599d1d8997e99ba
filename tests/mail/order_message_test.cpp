#include "core/domain/mail_address.h"
#include "core/mail/order_message.h"

#include <QTest>

namespace purchasing::tests {
namespace {

PurchaseOrder order()
{
    PurchaseOrder order;
    order.number = QStringLiteral("PO-2026-000001");
    order.productId = QStringLiteral("P-1");
    order.productName = QStringLiteral("Schraube");
    order.supplierId = QStringLiteral("S-1");
    order.supplierName = QStringLiteral("Acme");
    order.supplierEmail = QStringLiteral("orders@acme.example");
    order.qty = 100;
    order.uom = QStringLiteral("PIECE");
    order.currency = QStringLiteral("USD");
    order.unitPrice = UnitPrice::of({1599});
    order.total = Money{159900};
    order.tax = Money{12792};
    order.toPay = Money{172692};
    order.leadTimeDays = 7;
    order.createdAt = QDateTime(QDate(2026, 1, 15), QTime(12, 0), Qt::UTC);
    return order;
}

Sender sender()
{
    return {QStringLiteral("Demo Company"), QStringLiteral("1 Street"), QStringLiteral("buy@demo.example"),
            QStringLiteral("Gate 2")};
}

QByteArray compose(const std::vector<PurchaseOrder>& orders, const std::vector<QByteArray>& documents = {})
{
    return composeOrderMessage(QStringLiteral("0f8fad5b"), orders, sender(), documents,
                               QDateTime(QDate(2026, 1, 15), QTime(12, 0), Qt::UTC));
}

QByteArray headersOf(const QByteArray& message)
{
    return message.left(message.indexOf("\r\n\r\n"));
}

} // namespace

/// Messages to suppliers: what a mail program must read, and what no name may smuggle in.
class OrderMessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesSenderRecipientAndOrder()
    {
        const QByteArray headers = headersOf(compose({order()}));
        QVERIFY(headers.contains("From: Demo Company <buy@demo.example>"));
        QVERIFY(headers.contains("To: Acme <orders@acme.example>"));
        QVERIFY(headers.contains("Subject: Purchase order PO-2026-000001"));
        QVERIFY(headers.contains("Message-ID: <0f8fad5b@"));
    }

    void bodySaysWhatIsOrderedAndWhereTo()
    {
        const QByteArray message = compose({order()});
        const QByteArray body = QByteArray::fromBase64(message.mid(message.indexOf("\r\n\r\n") + 4));
        for (const char* text : {"PO-2026-000001", "P-1", "Schraube", "100 PIECE", "$15.99", "$1,599.00",
                                 "$1,726.92", "2026-01-22", "Gate 2"})
            QVERIFY2(body.contains(text), text);
    }

    void anAddressIsOneMailboxOrSeveral_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QStringList>("recipients");
        const auto row = [](const char* address, const QStringList& recipients) {
            QTest::newRow(address) << QString::fromUtf8(address) << recipients;
        };
        const QStringList both{QStringLiteral("a@ex.com"), QStringLiteral("b@ex.com")};
        row("a@ex.com", both.mid(0, 1));
        row("a@ex.com\n", both.mid(0, 1)); // Blanks around it, too.
        row(" a@ex.com ", both.mid(0, 1));
        row("a@ex.com; b@ex.com", both);
        row("a@ex.com,b@ex.com;", both);
        row("a@x, b@x", {QStringLiteral("a@x"), QStringLiteral("b@x")});
        row("first.last+po@ex-am.ple.com", {QStringLiteral("first.last+po@ex-am.ple.com")});
        row("\"a, b\"@ex.com", {QStringLiteral("\"a, b\"@ex.com")});
        for (const char* unusable :
             {"", " ", ";", "Name <a@ex.com>", "a@ex.com; nobody", "a b@ex.com", ".a@ex.com", "a..b@ex.com",
              "a.@ex.com", "a@", "@ex.com", "a@ex..com", "a@-ex.com", "a@ex.com.",
              "a@ex.com\r\nBcc: thief@ex.com", "ä@ex.com", "a@b@ex.com"})
            row(unusable, {});
        QTest::newRow("too long") << QString(65, QLatin1Char('a')) + QStringLiteral("@ex.com")
                                  << QStringList();
        QTest::newRow("just long enough")
            << QString(64, QLatin1Char('a')) + QStringLiteral("@ex.com")
            << QStringList(QString(64, QLatin1Char('a')) + QStringLiteral("@ex.com"));
    }

    void anAddressIsOneMailboxOrSeveral()
    {
        QFETCH(QString, address);
        QFETCH(QStringList, recipients);
        QCOMPARE(recipientsOf(address), recipients);
        QCOMPARE(isMailAddress(address), !recipients.isEmpty());
        PurchaseOrder sent = order();
        sent.supplierEmail = address;
        const QByteArray headers = headersOf(compose({sent}));
        for (const QString& recipient : recipients)
            QVERIFY2(headers.contains(" Acme <" + recipient.toLatin1() + ">"), headers.constData());
        QCOMPARE(headers.count("Acme <"), recipients.size());
        QCOMPARE(headers.contains("To: Acme:;"), recipients.isEmpty());
        QVERIFY(!headers.contains("\nBcc"));
    }

    void aDotInADisplayNameIsEncoded()
    {
        PurchaseOrder dotted = order();
        dotted.supplierName = QStringLiteral("Acme Inc.");
        const QByteArray headers = headersOf(compose({dotted}));
        QVERIFY(!headers.contains("Acme Inc. <"));
        QVERIFY2(headers.contains("To: =?UTF-8?B?" + QByteArray("Acme Inc.").toBase64() + "?= <"),
                 headers.constData());
    }

    void encodedWordsHaveAtMost75Characters()
    {
        PurchaseOrder named = order();
        named.supplierName = QString(100, QChar(0x4e2d)) + QString(100, QLatin1Char('.'));
        const QByteArray headers = headersOf(compose({named}));
        QByteArray read;
        for (qsizetype at = headers.indexOf("=?UTF-8?B?"); at >= 0;
             at = headers.indexOf("=?UTF-8?B?", at + 1)) {
            const qsizetype end = headers.indexOf("?=", at);
            QVERIFY(end + 2 - at <= 75); // RFC 2047, 2
            read += QByteArray::fromBase64(headers.mid(at + 10, end - at - 10));
        }
        QVERIFY(QString::fromUtf8(read).contains(named.supplierName));
        for (const QByteArray& line : headers.split('\n'))
            QVERIFY(line.size() <= 998);
    }

    void withoutAddressItGoesToAnEmptyGroup()
    {
        PurchaseOrder without = order();
        without.supplierEmail.clear();
        QVERIFY(headersOf(compose({without})).contains("To: Acme:;\r\n"));
        without.supplierEmail = QStringLiteral("not an address");
        QVERIFY(headersOf(compose({without})).contains("To: Acme:;\r\n"));
    }

    void noNameSwallowsTheAddress()
    {
        for (const char* name : {"Acme (", "Acme) Ltd.", "A, B", "\"Acme", "Acme <x@y>", "Acme;", "Acme:"}) {
            PurchaseOrder odd = order();
            odd.supplierName = QLatin1String(name);
            const QByteArray headers = headersOf(compose({odd}));
            const QByteArray encoded = "=?UTF-8?B?" + QByteArray(name).toBase64() + "?=";
            QVERIFY2(headers.contains("\r\nTo: " + encoded + " <orders@acme.example>\r\n"),
                     headers.constData());
        }
    }

    void noNameCanAddAHeaderOrALongLine()
    {
        PurchaseOrder evil = order();
        evil.supplierName =
            QStringLiteral("Acme\r\nBcc: thief@evil.example\r\n") + QString(200, QChar(0x20AC));
        const QByteArray message = compose({evil});
        QVERIFY(!message.contains("\r\nBcc:"));
        for (const QByteArray& line : headersOf(message).split('\n'))
            QVERIFY2(line.size() <= 200, line.constData());
        for (const char character : message)
            QVERIFY(static_cast<unsigned char>(character) < 128);
    }

    void pdfIsAttachedUnchanged()
    {
        QByteArray pdf("%PDF-1.4 ");
        for (int i = 0; i < 256; ++i)
            pdf += static_cast<char>(i);
        const QByteArray message = compose({order()}, {pdf});
        const qsizetype start =
            message.indexOf("\r\n\r\n", message.indexOf("Content-Type: application/pdf")) + 4;
        const qsizetype end = message.indexOf("--order-", start);
        QCOMPARE(QByteArray::fromBase64(message.mid(start, end - start)), pdf);
        QVERIFY(message.contains("filename=\"PO-2026-000001.pdf\""));
    }

    void severalOrdersGoInOneMessage()
    {
        std::vector<PurchaseOrder> orders(4, order());
        std::vector<QByteArray> documents;
        for (std::size_t i = 0; i < orders.size(); ++i) {
            orders[i].number = QStringLiteral("PO-2026-00000%1").arg(i + 1);
            orders[i].productId = QStringLiteral("P-%1").arg(i + 1);
            documents.push_back("%PDF of " + orders[i].number.toLatin1());
        }
        const QByteArray message = compose(orders, documents);
        const QByteArray headers = headersOf(message);
        QVERIFY(headers.contains("Subject: =?UTF-8?B?"
                                 + QByteArray("Purchase orders PO-2026-000001, PO-202").toBase64().left(40)));
        QCOMPARE(headers.count("\r\nTo: "), 1);
        const qsizetype bodyStart = message.indexOf("\r\n\r\n", message.indexOf("text/plain")) + 4;
        const QByteArray body = QByteArray::fromBase64(
            message.mid(bodyStart, message.indexOf("--order-", bodyStart) - bodyStart));
        QCOMPARE(body.count("Deliver to:"), 1);
        for (std::size_t i = 0; i < orders.size(); ++i) {
            QVERIFY(headers.contains("X-Purchase-Order: " + orders[i].number.toLatin1()));
            QVERIFY(body.contains("Purchase order " + orders[i].number.toLatin1()));
            QVERIFY(body.contains("P-" + QByteArray::number(static_cast<int>(i) + 1)));
            QVERIFY(message.contains(documents[i].toBase64()));
        }
    }
};

} // namespace purchasing::tests

QTEST_GUILESS_MAIN(purchasing::tests::OrderMessageTest)
#include "order_message_test.moc"
