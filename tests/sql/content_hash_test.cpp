#include "core/sql/orders/order_content.h"

#include <QTest>

#include <functional>

namespace purchasing::sql {
namespace {

PurchaseOrder golden(int format)
{
    PurchaseOrder order;
    order.contentFormat = format;
    order.batchId = QStringLiteral("batch");
    order.productId = QStringLiteral("PROD-001");
    order.productName = QStringLiteral("Kugellager ø 20");
    order.supplierId = QStringLiteral("SUP-001");
    order.supplierName = QStringLiteral("Northside");
    order.supplierEmail = QStringLiteral("orders@northside.example");
    order.qty = 100;
    order.uom = QStringLiteral("PIECE");
    order.currency = QStringLiteral("USD");
    order.unitPrice = UnitPrice{159900};
    order.total = Money{159900};
    order.discount = Money{100};
    order.tax = Money{12784};
    order.toPay = Money{172584};
    order.leadTimeDays = 7;
    order.ruleSetVersion = 3;
    order.factsJson = QStringLiteral("{\"a\":1}");
    order.decisionJson = QStringLiteral("{\"b\":2}");
    order.approvalsRequired = 1;
    order.sendIntended = true;
    return order;
}

} // namespace

/// What an approval binds to: the same bytes for ever, and nothing of an order left out.
class ContentHashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysWhatItWas()
    {
        QCOMPARE(contentHash(golden(1)).toHex(),
                 QByteArray("93d00fdbe672d4a99110f2605c2e209e9e233bab25ebf0b7bd8a344a98800857"));
        QCOMPARE(contentHash(golden(2)).toHex(),
                 QByteArray("5ace00fe7e1e5f632485af5f89282de90112c8e2c1f70a15de52007e0c3952e3"));
        QVERIFY(contentHash(golden(3)).isEmpty()); // Nobody knows what that would be.
    }

    void everyFieldCounts_data()
    {
        QTest::addColumn<int>("field");
        for (std::size_t field = 0; field < changes().size(); ++field)
            QTest::newRow(changes()[field].first) << static_cast<int>(field);
    }

    void everyFieldCounts()
    {
        QFETCH(int, field);
        const auto& [name, change] = changes()[static_cast<std::size_t>(field)];
        for (const int format : {1, 2}) {
            PurchaseOrder order = golden(format);
            change(order);
            // Older orders did not name their batch, and their price was in cents.
            const bool isNewOnly = QByteArray(name) == "batch" || QByteArray(name) == "a hundredth of a cent";
            QCOMPARE(contentHash(order) == contentHash(golden(format)), format == 1 && isNewOnly);
        }
    }

private:
    using Change = std::function<void(PurchaseOrder&)>;
    static const std::vector<std::pair<const char*, Change>>& changes()
    {
        static const std::vector<std::pair<const char*, Change>> all = {
            {"batch", [](PurchaseOrder& o) { o.batchId += QLatin1Char('x'); }},
            {"product", [](PurchaseOrder& o) { o.productId += QLatin1Char('x'); }},
            {"product name", [](PurchaseOrder& o) { o.productName += QLatin1Char('x'); }},
            {"supplier", [](PurchaseOrder& o) { o.supplierId += QLatin1Char('x'); }},
            {"supplier name", [](PurchaseOrder& o) { o.supplierName += QLatin1Char('x'); }},
            {"e-mail", [](PurchaseOrder& o) { o.supplierEmail += QLatin1Char('x'); }},
            {"quantity", [](PurchaseOrder& o) { ++o.qty; }},
            {"unit", [](PurchaseOrder& o) { o.uom += QLatin1Char('x'); }},
            {"currency", [](PurchaseOrder& o) { o.currency = QStringLiteral("EUR"); }},
            {"a cent", [](PurchaseOrder& o) { o.unitPrice.tenThousandths += 100; }},
            {"a hundredth of a cent", [](PurchaseOrder& o) { ++o.unitPrice.tenThousandths; }},
            {"total", [](PurchaseOrder& o) { ++o.total.minor; }},
            {"discount", [](PurchaseOrder& o) { ++o.discount.minor; }},
            {"tax", [](PurchaseOrder& o) { ++o.tax.minor; }},
            {"to pay", [](PurchaseOrder& o) { ++o.toPay.minor; }},
            {"lead time", [](PurchaseOrder& o) { ++o.leadTimeDays; }},
            {"rules", [](PurchaseOrder& o) { o.ruleSetVersion = 4; }},
            {"facts", [](PurchaseOrder& o) { o.factsJson = QStringLiteral("{}"); }},
            {"decision", [](PurchaseOrder& o) { o.decisionJson = QStringLiteral("{}"); }},
            {"approvals", [](PurchaseOrder& o) { o.approvalsRequired = 0; }},
            {"intent to send", [](PurchaseOrder& o) { o.sendIntended = false; }},
        };
        return all;
    }
};

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::ContentHashTest)
#include "content_hash_test.moc"
