#include "ui/orders/order_document.h"

#include <QDir>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QTest>

namespace purchasing::tests {

/// The order as a PDF, read back by another program as a supplier's would.
class OrderDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Whatever language the machine speaks.
    void initTestCase()
    {
        QLocale plain = QLocale::c();
        plain.setNumberOptions(QLocale::DefaultNumberOptions); // With separators between thousands.
        QLocale::setDefault(plain);
    }

    void aSupplierFindsEverythingNeeded()
    {
        PurchaseOrder order;
        order.number = QStringLiteral("PO-2026-000042");
        order.productId = QStringLiteral("PROD-106");
        order.productName = QStringLiteral("Aluminium profile 40 x 40, 1 m");
        order.supplierId = QStringLiteral("SUP-9");
        order.supplierName = QStringLiteral("Überland Industriebedarf");
        order.supplierEmail = QStringLiteral("orders@supplier.example");
        order.qty = 5000;
        order.uom = QStringLiteral("PIECE");
        order.currency = QStringLiteral("USD");
        order.unitPrice = UnitPrice::of({1000});
        order.total = Money{5000000};
        order.discount = Money{500000};
        order.tax = Money{360000};
        order.toPay = Money{4860000};
        order.leadTimeDays = 10;
        order.createdAt = QDateTime(QDate(2026, 1, 15), QTime(12, 0), Qt::UTC);
        const QString text = textOf(order, QStringLiteral("order"));
        for (const char* expected :
             {"Purchase order", "PO-2026-000042", "Demo Company", "1 Example Street", "buy@demo.example",
              "Überland Industriebedarf", "SUP-9", "Deliver to", "Gate 2", "PROD-106", "Aluminium profile",
              "5,000 PIECE", "$10.00", "$50,000.00", "$5,000.00", "$3,600.00", "$48,600.00"})
            QVERIFY2(text.contains(QString::fromUtf8(expected)), expected);
        QVERIFY(text.contains(QStringLiteral("25 January 2026"))); // Expected by, ten days later.
    }

    void wordsStayWhole()
    {
        PurchaseOrder order;
        order.number = QStringLiteral("PO-2026-000044");
        order.productId = QStringLiteral("PROD-107");
        order.productName =
            QStringLiteral("Stainless hexagon flange lock nut with serrated washer, M12, bag of fifty");
        order.currency = QStringLiteral("USD");
        order.createdAt = QDateTime(QDate(2027, 3, 9), QTime(12, 0), Qt::UTC);
        const QString text = textOf(order, QStringLiteral("order-words"));
        for (const QString& word : order.productName.split(QLatin1Char(' ')))
            QVERIFY2(text.contains(word), qPrintable(word));
        QVERIFY(text.contains(QStringLiteral("9 March 2027")));
    }

    void aNameOf200CharactersStaysOnThePage()
    {
        PurchaseOrder order;
        order.number = QStringLiteral("PO-2026-000043");
        order.productId = QString(50, QLatin1Char('X'));
        order.productName = QString(200, QLatin1Char('w'));
        order.supplierId = QString(50, QLatin1Char('S'));
        order.supplierName = QString(200, QLatin1Char('m'));
        order.currency = QStringLiteral("USD");
        order.qty = 1;
        order.uom = QStringLiteral("PIECE");
        order.toPay = Money{123456};
        order.createdAt = QDateTime(QDate(2026, 1, 15), QTime(12, 0), Qt::UTC);
        const QString text = textOf(order, QStringLiteral("order-long-names"));
        QVERIFY(text.contains(QStringLiteral("$1,234.56")));
        QCOMPARE(QString(text).remove(QLatin1Char('\n')).count(QLatin1Char('w')), 200);
    }

private:
    static QString textOf(const PurchaseOrder& order, const QString& name)
    {
        const Sender sender{QStringLiteral("Demo Company"), QStringLiteral("1 Example Street"),
                            QStringLiteral("buy@demo.example"), QStringLiteral("Gate 2")};
        const Result<QByteArray> pdf = ui::orderPdf(order, sender);
        if (!pdf)
            return pdf.error().message;
        const QString folder = QCoreApplication::applicationDirPath() + QStringLiteral("/../screenshots");
        QDir().mkpath(folder);
        QFile file(folder + QLatin1Char('/') + name + QStringLiteral(".pdf"));
        if (!file.open(QIODevice::WriteOnly) || file.write(*pdf) != pdf->size())
            return file.errorString();
        file.close();
        QProcess reader; // poppler-utils
        reader.start(QStringLiteral("pdftotext"),
                     {QStringLiteral("-layout"), file.fileName(), QStringLiteral("-")});
        return reader.waitForFinished() ? QString::fromUtf8(reader.readAllStandardOutput())
                                        : reader.errorString();
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::OrderDocumentTest)
#include "order_document_test.moc"
