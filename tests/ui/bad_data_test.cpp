#include "core/flow/decision_words.h"
#include "core/flow/override_words.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 20000;

QByteArray contentOf(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void overwrite(const QString& file, const QByteArray& bytes)
{
    QFile out(file);
    QVERIFY(out.open(QIODevice::ReadWrite));
    QCOMPARE(out.write(bytes), bytes.size());
}

SupplierOffer supplierOf(PlannerHarness& planner, const QString& productId)
{
    const int row = planner.workspace().feed().rowOf(productId);
    return *planner.workspace().feed().facts(row).supplier();
}

/// Overrides the supplier as another planner would, who sees the product as it is now, and looks again.
void overrideSupplier(PlannerHarness& planner, const QString& productId, const QString& supplierId)
{
    Override wanted;
    wanted.productId = productId;
    wanted.supplierId = supplierId;
    wanted.reason = QStringLiteral("The first is on holiday");
    const auto& ports = planner.workspace().connection().ports;
    const auto seen = planner.workspace()
                          .flow()
                          .evaluate({productId, {}, planner.workspace().identity().actor(), {}})
                          .result();
    QVERIFY(seen.isOk());
    wanted.basis = overrideBasisOf(seen->facts, supplierId);
    QVERIFY(ports.overrides->set(wanted, 0, planner.workspace().identity().actor()).result().isOk());
    planner.workspace().feed().evaluate(productId);
}

} // namespace

/// Data and files as they should not be: a clear message where the person looks, no order, nothing lost.
class BadDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddressThatIsNoneIsAskedAbout()
    {
        PlannerHarness planner;
        planner.changeElsewhere(
            QStringLiteral("UPDATE {supplier}supplier_info SET email = 'n/a' WHERE product_id = 'PROD-101'"));
        planner.goTo(QStringLiteral("PROD-101"));
        planner.click("btn.evaluate");
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QPushButton>("btn.createPo")->isEnabled()
                                     && supplierOf(planner, QStringLiteral("PROD-101")).email
                                         == QLatin1String("n/a"),
                                 kPatience);
        planner.answer("dialog.messagePreview", [](QWidget& dialog) {
            QVERIFY(dialog.findChild<QLabel*>(QStringLiteral("label.messageQuestion"))
                        ->text()
                        .contains(QStringLiteral("has no e-mail address")));
            dialog.close();
        });
        planner.click("btn.createAndSendPo");
        QVERIFY(planner.allAnswered());
        planner.click("btn.createPo");
        const auto orders = [&] {
            return planner.workspace().orders().list({{}, QStringLiteral("PROD-101"), 10}).result();
        };
        QTRY_VERIFY_WITH_TIMEOUT(orders().isOk() && orders()->size() == 1, kPatience);
        QVERIFY(planner.allAnswered());

        planner.trigger("action.mode.orders");
        auto* grid = planner.find<QTableView>("grid.orders");
        QTRY_COMPARE_WITH_TIMEOUT(grid->model()->rowCount(), 4, kPatience); // Three of the demo and this one.
        grid->selectRow(0);
        QTRY_VERIFY(planner.find<QAction>("action.sendThisOrder")->isEnabled());
        planner.answer("dialog.noAddress", [](QWidget& dialog) { dialog.close(); });
        planner.trigger("action.sendThisOrder");
        QVERIFY(planner.allAnswered());
        QTest::qWait(300);
        QCOMPARE(orders()->front().state, OrderState::Approved);
        QVERIFY(planner.messageFiles().isEmpty());
    }

    void aChosenSupplierThatIsGoneCanBeReplaced()
    {
        PlannerHarness planner;
        const QString product = QStringLiteral("PROD-001");
        planner.changeElsewhere(QStringLiteral(
            "INSERT INTO {supplier}supplier_info(supplier_id, product_id, moq, lead_time_days, unit_price, "
            "is_active, order_multiple, priority) VALUES ('SUP-X', 'PROD-001', 1, 7, 9.99, 1, 1, 9)"));
        planner.goTo(product);
        overrideSupplier(planner, product, QStringLiteral("SUP-X"));
        QTRY_COMPARE_WITH_TIMEOUT(supplierOf(planner, product).supplierId, QStringLiteral("SUP-X"),
                                  kPatience);
        planner.changeElsewhere(
            QStringLiteral("DELETE FROM {supplier}supplier_info WHERE supplier_id = 'SUP-X'"));
        planner.click("btn.evaluate");
        QTRY_COMPARE_WITH_TIMEOUT(planner.textOf("label.word"), QStringLiteral("Blocked"), kPatience);
        const QByteArray first = "btn.useSupplier." + supplierOf(planner, product).supplierId.toUtf8();
        QVERIFY(planner.find<QPushButton>(first.constData())->isEnabled());
        planner.find<QPushButton>(first.constData())
            ->click(); // Nothing else is overridden: no reason is needed.
        QTRY_COMPARE_WITH_TIMEOUT(planner.textOf("label.word"), QStringLiteral("To order"), kPatience);
    }

    void anotherSupplierIsForOneOrderOnly()
    {
        PlannerHarness planner;
        const QString product = QStringLiteral("PROD-001");
        planner.changeElsewhere(QStringLiteral(
            "INSERT INTO {supplier}supplier_info(supplier_id, product_id, moq, lead_time_days, unit_price, "
            "is_active, order_multiple, priority, email) VALUES "
            "('SUP-X', 'PROD-001', 1, 7, 9.99, 1, 1, 9, 'x@x.example')"));
        planner.goTo(product);
        overrideSupplier(planner, product, QStringLiteral("SUP-X"));
        QTRY_COMPARE_WITH_TIMEOUT(supplierOf(planner, product).supplierId, QStringLiteral("SUP-X"),
                                  kPatience);
        planner.click("btn.createPo");
        QTRY_COMPARE_WITH_TIMEOUT(planner.textOf("label.word"), QStringLiteral("Covered"), kPatience);
        const auto orders = planner.workspace().orders().list({{}, product, 10}).result();
        QVERIFY(orders.isOk());
        QCOMPARE(orders->size(), std::size_t{1});
        QCOMPARE(orders->front().supplierId, QStringLiteral("SUP-X"));
        QTRY_VERIFY_WITH_TIMEOUT(supplierOf(planner, product).supplierId != QLatin1String("SUP-X"),
                                 kPatience);
    }

    void blockedProductsSayWhyAndCannotBeOrdered_data()
    {
        QTest::addColumn<QString>("product");
        QTest::addColumn<QString>("reason");
        QTest::newRow("inactive supplier")
            << QStringLiteral("PROD-111") << QStringLiteral("supplier is not active");
        QTest::newRow("unknown activity")
            << QStringLiteral("PROD-112") << QStringLiteral("unknown whether the supplier is active");
        QTest::newRow("no supplier") << QStringLiteral("PROD-113") << QStringLiteral("no supplier");
        QTest::newRow("price 0") << QStringLiteral("PROD-114") << QStringLiteral("no price");
        QTest::newRow("price NULL") << QStringLiteral("PROD-115") << QStringLiteral("no price");
        QTest::newRow("no inventory") << QStringLiteral("PROD-116") << QStringLiteral("no inventory record");
        QTest::newRow("no demand") << QStringLiteral("PROD-117") << QStringLiteral("no demand record");
    }

    void blockedProductsSayWhyAndCannotBeOrdered()
    {
        QFETCH(QString, product);
        QFETCH(QString, reason);
        PlannerHarness planner;
        planner.goTo(product);
        QTRY_COMPARE(planner.textOf("label.word"), QStringLiteral("Blocked"));
        QVERIFY2(planner.textOf("label.sentence").contains(reason),
                 qPrintable(planner.textOf("label.sentence")));
        QVERIFY(!planner.find<QPushButton>("btn.createPo")->isEnabled());
        QVERIFY2(planner.textOf("label.createReason").contains(reason),
                 qPrintable(planner.textOf("label.createReason")));
        planner.click(
            "btn.evaluate"); // Reading it again says the same, in the catalogue's words or the source's.
        QTest::qWait(200);
        QCOMPARE(planner.textOf("label.word"), QStringLiteral("Blocked"));
    }

    void longAndForeignNamesAreShown()
    {
        PlannerHarness planner;
        for (const char* product : {"PROD-133", "PROD-134", "PROD-135", "PROD-136"}) {
            planner.goTo(QLatin1String(product));
            QTRY_VERIFY(planner.textOf("label.product").startsWith(QLatin1String(product)));
            planner.screenshot(QStringLiteral("name-") + QLatin1String(product));
        }
        QVERIFY(planner.window().width() <= 1460); // A name of 200 characters does not push the window apart.
    }

    void filterWithoutAHitSaysSo()
    {
        PlannerHarness planner;
        QTest::keyClicks(planner.find<QLineEdit>("edit.filter"), QStringLiteral("no such thing"));
        auto* page = planner.find<QWidget>("page.planning");
        QTRY_COMPARE(page->findChild<QLabel*>(QStringLiteral("panel.state.title"))->text(),
                     QStringLiteral("No product matches the filters"));
        planner.screenshot(QStringLiteral("planning-filtered-empty"));
        QTest::mouseClick(page->findChild<QPushButton*>(QStringLiteral("panel.state.action")),
                          Qt::LeftButton);
        QTRY_VERIFY(planner.find<QTableView>("grid.products")->isVisible());
        QVERIFY(planner.find<QTableView>("grid.products")->model()->rowCount() > 60);
    }

    void aDatabaseThatBreaksBlocksOrdersUntilItIsBack()
    {
        PlannerHarness planner;
        planner.goTo(QStringLiteral("PROD-001"));
        QTRY_VERIFY(planner.find<QPushButton>("btn.createPo")->isEnabled());
        const QByteArray good = contentOf(planner.file());
        QVERIFY(good.size() > 4096);
        overwrite(planner.file(), QByteArray(8192, 'x'));
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QWidget>("banner.stale")->isVisible(), kPatience);
        QVERIFY(planner.textOf("label.banner").contains(QStringLiteral("cannot be read")));
        QVERIFY(!planner.find<QPushButton>("btn.createPo")->isEnabled());
        QVERIFY(planner.find<QTableView>("grid.products")->model()->rowCount() > 60); // What was read stays.
        planner.screenshot(QStringLiteral("planning-database-broken"));
        overwrite(planner.file(), good);
        QTRY_VERIFY_WITH_TIMEOUT(!planner.find<QWidget>("banner.stale")->isVisible(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QPushButton>("btn.createPo")->isEnabled(), kPatience);
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::BadDataTest)
#include "bad_data_test.moc"
