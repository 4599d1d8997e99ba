#include "core/sql/engine/errors/failure.h"
#include "core/sql/orders/order_content.h"

#include <QTest>

namespace purchasing::sql {
namespace {

/// An order that has everything that its content hash covers.
PurchaseOrder fullOrder(int format)
{
    PurchaseOrder order;
    order.contentFormat = format;
    order.productId = QStringLiteral("P-1");
    order.productName = QStringLiteral("Schraube \u00E4");
    order.supplierId = QStringLiteral("S-1");
    order.supplierName = QStringLiteral("Acme");
    order.supplierEmail = QStringLiteral("orders@acme.example");
    order.qty = 100;
    order.uom = QStringLiteral("PIECE");
    order.currency = QStringLiteral("USD");
    order.unitPrice = UnitPrice::of({1600});
    order.total = Money{160000};
    order.discount = Money{100};
    order.tax = Money{12792};
    order.toPay = Money{172692};
    order.leadTimeDays = 7;
    order.ruleSetVersion = 3;
    order.factsJson = QStringLiteral("{}");
    order.decisionJson = QStringLiteral("{\"a\":1}");
    order.approvalsRequired = 1;
    order.sendIntended = true;
    order.batchId = QStringLiteral("B-1");
    return order;
}

using Change = std::function<void(PurchaseOrder&)>;

} // namespace

/// What an order's content hash covers, and which contents are possible at all.
class OrderContentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Stored hashes must be found again by every later version, so these bytes never change.
    void theFormatsStayWhatTheyAre()
    {
        QCOMPARE(contentHash(fullOrder(1)).toHex(),
                 QByteArray("36bc0c195bbad25d9f0d3541920f822df0e578eede3d83fc864fa0561aa163ea"));
        QCOMPARE(contentHash(fullOrder(2)).toHex(),
                 QByteArray("f308749ad44325d3cf107bd850c44d7fc6275949c71b8b62aaf9351bf074adf1"));
        for (const int unknown : {0, 3, -1})
            QVERIFY(contentHash(fullOrder(unknown)).isEmpty());
    }

    void everyFieldCounts_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<bool>("inFormat1");
        const auto row = [](const char* tag, const Change& change, bool inFormat1 = true) {
            QTest::newRow(tag) << change << inFormat1;
        };
        row("product", [](PurchaseOrder& o) { o.productId = QStringLiteral("P-2"); });
        row("product name", [](PurchaseOrder& o) { o.productName.clear(); });
        row("supplier", [](PurchaseOrder& o) { o.supplierId = QStringLiteral("S-2"); });
        row("supplier name", [](PurchaseOrder& o) { o.supplierName.clear(); });
        row("e-mail", [](PurchaseOrder& o) { o.supplierEmail = QStringLiteral("thief@acme.example"); });
        row("quantity", [](PurchaseOrder& o) { ++o.qty; });
        row("unit", [](PurchaseOrder& o) { o.uom = QStringLiteral("CASE"); });
        row("currency", [](PurchaseOrder& o) { o.currency = QStringLiteral("EUR"); });
        row("a cent of the price", [](PurchaseOrder& o) { o.unitPrice.tenThousandths += 100; });
        row(
            "less than a cent", [](PurchaseOrder& o) { ++o.unitPrice.tenThousandths; }, false);
        row("total", [](PurchaseOrder& o) { ++o.total.minor; });
        row("discount", [](PurchaseOrder& o) { ++o.discount.minor; });
        row("tax", [](PurchaseOrder& o) { ++o.tax.minor; });
        row("to pay", [](PurchaseOrder& o) { ++o.toPay.minor; });
        row("lead time", [](PurchaseOrder& o) { ++o.leadTimeDays; });
        row("rules", [](PurchaseOrder& o) { o.ruleSetVersion = 4; });
        row("no rules", [](PurchaseOrder& o) { o.ruleSetVersion.reset(); });
        row("facts", [](PurchaseOrder& o) { o.factsJson += QLatin1Char(' '); });
        row("decision", [](PurchaseOrder& o) { o.decisionJson += QLatin1Char(' '); });
        row("approvals", [](PurchaseOrder& o) { o.approvalsRequired = 0; });
        row("sending", [](PurchaseOrder& o) { o.sendIntended = false; });
        row(
            "batch", [](PurchaseOrder& o) { o.batchId.clear(); }, false);
        row("a text moved to its neighbour", [](PurchaseOrder& o) {
            o.productName += o.supplierId.left(1);
            o.supplierId.remove(0, 1);
        });
    }

    void everyFieldCounts()
    {
        QFETCH(Change, change);
        QFETCH(bool, inFormat1);
        for (const int format : {1, 2}) {
            PurchaseOrder changed = fullOrder(format);
            change(changed);
            QCOMPARE(contentHash(changed) != contentHash(fullOrder(format)), format == 2 || inFormat1);
        }
    }

    void whatHappensToAnOrderIsNoContent()
    {
        PurchaseOrder later = fullOrder(2);
        later.poId = QStringLiteral("id");
        later.number = QStringLiteral("PO-1");
        later.state = OrderState::Received;
        later.receivedQty = 100;
        later.version = 9;
        later.approvedByName = QStringLiteral("Ann");
        later.sendProblem = QStringLiteral("no space");
        QCOMPARE(contentHash(later), contentHash(fullOrder(2)));
    }

    void aRequestIsAllThatItNames()
    {
        const RequestKey key{QStringLiteral("k"), QStringLiteral("create"), QStringLiteral("P-1"),
                             QStringLiteral("S-1"), 5};
        const auto changed = [&key](const std::function<void(RequestKey&)>& change) {
            RequestKey other = key;
            change(other);
            return requestHash(other) != requestHash(key);
        };
        QVERIFY(changed([](RequestKey& k) { k.method = QStringLiteral("create_and_send"); }));
        QVERIFY(changed([](RequestKey& k) { k.productId = QStringLiteral("P-2"); }));
        QVERIFY(changed([](RequestKey& k) { k.supplierId.clear(); }));
        QVERIFY(changed([](RequestKey& k) { k.qty = 0; }));
        QVERIFY(!changed([](RequestKey& k) { k.key = QStringLiteral("other"); }));
    }

    void onlyPossibleOrdersAreTaken_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("said"); // Empty: possible.
        const auto row = [](const char* tag, const Change& change, const char* said = "") {
            QTest::newRow(tag) << change << QString::fromLatin1(said);
        };
        /// Keeps the amounts in step with quantity and price.
        const auto amounts = [](PurchaseOrder& o) {
            o.discount = o.tax = {};
            o.total = o.toPay = o.unitPrice.times(o.qty).value_or(Money());
        };
        row("as it is", [](PurchaseOrder&) {});
        row(
            "no product", [](PurchaseOrder& o) { o.productId.clear(); }, "names no product");
        row("50 characters", [](PurchaseOrder& o) { o.productId = QString(50, QLatin1Char('x')); });
        row(
            "51 characters", [](PurchaseOrder& o) { o.productId = QString(51, QLatin1Char('x')); },
            "names no product");
        row(
            "no supplier", [](PurchaseOrder& o) { o.supplierId.clear(); }, "names no supplier");
        row(
            "nothing",
            [amounts](PurchaseOrder& o) {
                o.qty = 0;
                amounts(o);
            },
            "cannot be ordered");
        row("one", [amounts](PurchaseOrder& o) {
            o.qty = 1;
            amounts(o);
        });
        row("most", [amounts](PurchaseOrder& o) {
            o.qty = 1000000000;
            amounts(o);
        });
        row(
            "one more",
            [amounts](PurchaseOrder& o) {
                o.qty = 1000000001;
                amounts(o);
            },
            "cannot be ordered");
        row(
            "no price",
            [amounts](PurchaseOrder& o) {
                o.unitPrice = {};
                amounts(o);
            },
            "has no price");
        row("the smallest price", [amounts](PurchaseOrder& o) {
            o.unitPrice = {1};
            amounts(o);
        });
        row("at once", [](PurchaseOrder& o) { o.leadTimeDays = 0; });
        row(
            "yesterday", [](PurchaseOrder& o) { o.leadTimeDays = -1; }, "is impossible");
        row("a century", [](PurchaseOrder& o) { o.leadTimeDays = 36500; });
        row(
            "and a day", [](PurchaseOrder& o) { o.leadTimeDays = 36501; }, "is impossible");
        row("no approval", [](PurchaseOrder& o) { o.approvalsRequired = 0; });
        row(
            "less than none", [](PurchaseOrder& o) { o.approvalsRequired = -1; }, "cannot be required");
        row("five approvals", [](PurchaseOrder& o) { o.approvalsRequired = 5; });
        row(
            "six approvals", [](PurchaseOrder& o) { o.approvalsRequired = 6; }, "cannot be required");
        row(
            "another total",
            [](PurchaseOrder& o) {
                ++o.total.minor;
                ++o.toPay.minor;
            },
            "is not 100 times");
        row("all of it off", [](PurchaseOrder& o) {
            o.discount = o.total;
            o.toPay = o.tax;
        });
        row(
            "more off",
            [](PurchaseOrder& o) {
                o.discount = o.total + Money{1};
                o.toPay = o.tax - Money{1};
            },
            "discount of");
        row(
            "less than nothing off",
            [](PurchaseOrder& o) {
                o.discount = {-1};
                o.toPay = {172793};
            },
            "discount of");
        row("no tax", [](PurchaseOrder& o) {
            o.tax = {};
            o.toPay = o.total - o.discount;
        });
        row(
            "negative tax",
            [](PurchaseOrder& o) {
                o.tax = {-1};
                o.toPay = {159899};
            },
            "does not follow");
        row(
            "a cent more to pay", [](PurchaseOrder& o) { ++o.toPay.minor; }, "does not follow");
        row(
            "facts that are none", [](PurchaseOrder& o) { o.factsJson = QStringLiteral("{"); },
            "cannot be read");
        row(
            "no decision", [](PurchaseOrder& o) { o.decisionJson.clear(); }, "cannot be read");
    }

    void onlyPossibleOrdersAreTaken()
    {
        QFETCH(Change, change);
        QFETCH(QString, said);
        PurchaseOrder order = fullOrder(2);
        order.toPay = order.total - order.discount + order.tax;
        change(order);
        QString refused;
        try {
            requirePossible(order);
        } catch (const Failure& failure) {
            refused = failure.error().message;
        }
        QVERIFY2(said.isEmpty() ? refused.isEmpty() : refused.contains(said), qPrintable(refused));
    }
};

} // namespace purchasing::sql

QTEST_GUILESS_MAIN(purchasing::sql::OrderContentTest)
#include "order_content_test.moc"
