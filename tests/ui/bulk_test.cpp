#include "core/flow/order_batch.h"
#include "core/flow/override_words.h"

#include <QAction>
#include <QDialog>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QTableView>
#include <QTreeWidget>

#include <atomic>

#include "tests/ui/forwarding_orders.h"
#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 20000;

/// Twelve products of four suppliers; the last two cannot be ordered.
const QStringList kProducts{
    QStringLiteral("PROD-101"), QStringLiteral("PROD-127"), QStringLiteral("PROD-104"),
    QStringLiteral("PROD-003"), QStringLiteral("PROD-131"), QStringLiteral("PROD-132"),
    QStringLiteral("PROD-122"), QStringLiteral("PROD-161"), QStringLiteral("PROD-163"),
    QStringLiteral("PROD-160"), QStringLiteral("PROD-112"), QStringLiteral("PROD-124")};

/// An order store whose third creation fails once; everything else is passed on.
class ThirdFails : public ForwardingOrders
{
public:
    using ForwardingOrders::ForwardingOrders;

    QFuture<Result<PurchaseOrder>> create(const OrderRequest& request, const Actor& actor) override
    {
        if (++m_creations != 3)
            return ForwardingOrders::create(request, actor);
        return answer<PurchaseOrder>(
            Error{ErrorKind::Unavailable, QStringLiteral("The order service does not answer."), {}});
    }

private:
    std::atomic_int m_creations = 0;
};

void select(PlannerHarness& planner, const QStringList& products)
{
    auto* grid = planner.find<QTableView>("grid.products");
    grid->clearSelection();
    for (int row = 0; row < grid->model()->rowCount(); ++row) {
        const QModelIndex index = grid->model()->index(row, 0);
        if (products.contains(index.data().toString()))
            grid->selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
}

QString textIn(QWidget& dialog, const char* label)
{
    return dialog.findChild<QLabel*>(QLatin1String(label))->text();
}

QPushButton* buttonIn(QWidget& dialog, const char* name)
{
    return dialog.findChild<QPushButton*>(QLatin1String(name));
}

/// What the last column says of a product.
QString outcomeIn(QWidget& dialog, const QString& product)
{
    auto* tree = dialog.findChild<QTreeWidget*>(QStringLiteral("tree.bulk"));
    const QList<QTreeWidgetItem*> found = tree->findItems(product, Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? QString() : found.first()->text(5);
}

/// Closes a dialog that a failed comparison has left behind, so that the test ends.
auto leaveWhenFailed(QWidget& dialog)
{
    return qScopeGuard([&dialog] {
        if (QTest::currentTestFailed())
            static_cast<QDialog&>(dialog).done(QDialog::Rejected);
    });
}

void saveDialog(QWidget& dialog, const QString& name)
{
    QCoreApplication::processEvents();
    dialog.grab().save(QCoreApplication::applicationDirPath()
                       + QStringLiteral("/../screenshots/%1.png").arg(name));
}

} // namespace

/// Ordering the selection together, as a planner does.
class BulkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A line without its tick is not ordered, and not counted; numbers stay in sight beside a long name.
    void untickedLinesAreLeftOut()
    {
        PlannerHarness planner;
        planner.changeElsewhere(QStringLiteral(
            "UPDATE {oms}products SET name = 'Fastener for the outdoor use in salt water, stainless, "
            "hardened, of the "
            "second generation, in boxes of twelve with a manual' WHERE product_id = 'PROD-001'"));
        planner.workspace().feed().reload();
        select(planner, {QStringLiteral("PROD-001"), QStringLiteral("PROD-002"), QStringLiteral("PROD-003")});
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QAction>("action.createPos")->isEnabled(), kPatience);
        planner.answer("dialog.bulk", [&](QWidget& dialog) {
            const auto leave = leaveWhenFailed(dialog);
            dialog.resize(900, 500);
            QTRY_VERIFY_WITH_TIMEOUT(buttonIn(dialog, "btn.createBatch")->isEnabled(), kPatience);
            auto* tree = dialog.findChild<QTreeWidget*>(QStringLiteral("tree.bulk"));
            QCOMPARE(tree->horizontalScrollBar()->maximum(), 0);
            saveDialog(dialog, QStringLiteral("bulk_long_name"));
            const QList<QTreeWidgetItem*> group =
                tree->findItems(QStringLiteral("SUP-001"), Qt::MatchExactly);
            QCOMPARE(group.size(), 1);
            const QModelIndex id = tree->indexFromItem(group.front());
            QVERIFY(tree->visualRect(id).width() >= tree->sizeHintForIndex(id).width()); // Seen whole.
            QTreeWidgetItem* line =
                tree->findItems(QStringLiteral("PROD-002"), Qt::MatchExactly | Qt::MatchRecursive).first();
            line->setCheckState(0, Qt::Unchecked);
            QTRY_COMPARE(buttonIn(dialog, "btn.createBatch")->text(), QStringLiteral("&Create 2 orders"));
            QVERIFY(
                textIn(dialog, "label.bulkSummary").startsWith(QStringLiteral("2 orders from 2 suppliers")));
            QVERIFY(textIn(dialog, "label.bulkSummary").endsWith(QStringLiteral(" 1 left out.")));
            QVERIFY(
                outcomeIn(dialog, QStringLiteral("PROD-002")).startsWith(QStringLiteral("Not ordered: ")));
            QTest::keyClick(tree, Qt::Key_Return); // Orders nothing.
            QTest::keyClick(&dialog, Qt::Key_Return);
            QVERIFY(buttonIn(dialog, "btn.createBatch")->isEnabled());
            QVERIFY(!buttonIn(dialog, "btn.createBatch")->isDefault());
            QVERIFY(!buttonIn(dialog, "btn.createBatch")->autoDefault());
            buttonIn(dialog, "btn.createBatch")->click();
            QTRY_VERIFY_WITH_TIMEOUT(
                textIn(dialog, "label.bulkSummary").startsWith(QStringLiteral("2 orders were created.")),
                kPatience);
            QVERIFY(textIn(dialog, "label.bulkSummary").endsWith(QStringLiteral(" 1 left out.")));
            QVERIFY(!textIn(dialog, "label.bulkSummary").contains(QStringLiteral("cannot be ordered")));
            buttonIn(dialog, "btn.closeBatch")->click();
        });
        planner.trigger("action.createPos");
        QTRY_VERIFY_WITH_TIMEOUT(planner.allAnswered(), kPatience);
        const auto ordersOf = [&planner](const char* product) {
            return planner.workspace().orders().list({{}, QLatin1String(product), 10}).result()->size();
        };
        QCOMPARE(ordersOf("PROD-001"), std::size_t{1});
        QCOMPARE(ordersOf("PROD-002"), std::size_t{0});
        QCOMPARE(ordersOf("PROD-003"), std::size_t{1});
    }

    /// Who looks at the rest again may have changed their mind.
    void whatWasLeftOutCanBeTickedAgain()
    {
        PlannerHarness planner({}, QStringLiteral("en"), [](FlowPorts& ports) {
            ports.orders = std::make_shared<ThirdFails>(ports.orders);
        });
        select(planner, kProducts.mid(4, 4));
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QAction>("action.createPos")->isEnabled(), kPatience);
        planner.answer("dialog.bulk", [&](QWidget& dialog) {
            const auto leave = leaveWhenFailed(dialog);
            QTRY_VERIFY_WITH_TIMEOUT(buttonIn(dialog, "btn.createBatch")->isEnabled(), kPatience);
            const auto tick = [&dialog](Qt::CheckState state) {
                dialog.findChild<QTreeWidget*>(QStringLiteral("tree.bulk"))
                    ->findItems(QStringLiteral("PROD-161"), Qt::MatchExactly | Qt::MatchRecursive)
                    .first()
                    ->setCheckState(0, state);
            };
            tick(Qt::Unchecked);
            QTRY_COMPARE(buttonIn(dialog, "btn.createBatch")->text(), QStringLiteral("&Create 3 orders"));
            buttonIn(dialog, "btn.createBatch")->click();
            QTRY_VERIFY_WITH_TIMEOUT(buttonIn(dialog, "btn.retryBatch")->isVisible(), kPatience);
            buttonIn(dialog, "btn.retryBatch")->click();
            QTRY_VERIFY_WITH_TIMEOUT(buttonIn(dialog, "btn.createBatch")->isEnabled(), kPatience);
            QCOMPARE(buttonIn(dialog, "btn.createBatch")->text(), QStringLiteral("&Create 1 order"));
            tick(Qt::Checked);
            QTRY_COMPARE(buttonIn(dialog, "btn.createBatch")->text(), QStringLiteral("&Create 2 orders"));
            buttonIn(dialog, "btn.createBatch")->click();
            QTRY_COMPARE_WITH_TIMEOUT(textIn(dialog, "label.bulkSummary").section(QLatin1Char('.'), 0, 0),
                                      QStringLiteral("4 orders were created"), kPatience);
            buttonIn(dialog, "btn.closeBatch")->click();
        });
        planner.trigger("action.createPos");
        QTRY_VERIFY_WITH_TIMEOUT(planner.allAnswered(), kPatience);
    }

    /// Journey 5: twelve rows of four suppliers, two refused, the service fails on the third order.
    void theSelectionIsOrderedTogether()
    {
        PlannerHarness planner({}, QStringLiteral("en"), [](FlowPorts& ports) {
            ports.orders = std::make_shared<ThirdFails>(ports.orders);
        });
        QVERIFY(!planner.find<QWidget>("bar.bulk")->isVisible());
        QVERIFY(
            planner.find<QAction>("action.createPos")->toolTip().contains(QStringLiteral("at least two")));
        select(planner, kProducts);
        QTRY_COMPARE(planner.textOf("label.bulk").replace(QChar(QChar::Nbsp), QLatin1Char(' ')),
                     QStringLiteral("12 products · 4 suppliers · $27,853.80 · 1 needs approval · 2 cannot be "
                                    "ordered"));
        QVERIFY(planner.find<QWidget>("bar.bulk")->isVisible());
        planner.screenshot(QStringLiteral("bulk_bar"));

        bool isDone = false;
        planner.answer("dialog.bulk", [&](QWidget& dialog) {
            const auto leave = leaveWhenFailed(dialog);
            QTRY_VERIFY_WITH_TIMEOUT(buttonIn(dialog, "btn.createBatch")->isEnabled(), kPatience);
            QCOMPARE(textIn(dialog, "label.bulkSummary"),
                     QStringLiteral("10 orders from 4 suppliers: $27,853.80 before tax, $30,082.10 to pay. "
                                    "1 needs approval. 2 products cannot be ordered."));
            QVERIFY(
                outcomeIn(dialog, QStringLiteral("PROD-112")).startsWith(QStringLiteral("Not ordered: ")));
            QVERIFY(outcomeIn(dialog, QStringLiteral("PROD-124")).contains(QStringLiteral("50 on order")));
            QCOMPARE(outcomeIn(dialog, QStringLiteral("PROD-104")), QStringLiteral("Waits for approval"));
            saveDialog(dialog, QStringLiteral("bulk_preview"));

            buttonIn(dialog, "btn.createBatch")->click();
            QTRY_VERIFY_WITH_TIMEOUT(buttonIn(dialog, "btn.retryBatch")->isVisible(), kPatience);
            QVERIFY2(textIn(dialog, "label.bulkSummary")
                         .startsWith(QStringLiteral("9 orders were created. 1 failed.")),
                     qPrintable(textIn(dialog, "label.bulkSummary")));
            saveDialog(dialog, QStringLiteral("bulk_failure"));

            buttonIn(dialog, "btn.retryBatch")->click();
            QTRY_VERIFY_WITH_TIMEOUT(buttonIn(dialog, "btn.createBatch")->isEnabled(), kPatience);
            QCOMPARE(buttonIn(dialog, "btn.createBatch")->text(), QStringLiteral("&Create 1 order"));
            buttonIn(dialog, "btn.createBatch")->click();
            QTRY_VERIFY_WITH_TIMEOUT(
                textIn(dialog, "label.bulkSummary").startsWith(QStringLiteral("10 orders were created.")),
                kPatience);
            QVERIFY(!buttonIn(dialog, "btn.retryBatch")->isVisible());
            saveDialog(dialog, QStringLiteral("bulk_result"));
            buttonIn(dialog, "btn.closeBatch")->click();
            isDone = true;
        });
        planner.click("btn.createPos");
        QTRY_VERIFY_WITH_TIMEOUT(isDone, kPatience);

        int ordered = 0;
        Money total;
        QSet<QString> batches;
        for (const PurchaseOrder& order : planner.workspace().orders().list({}).result().value()) {
            if (order.batchId.isEmpty())
                continue;
            ++ordered;
            total = total + order.total;
            batches.insert(order.batchId);
        }
        QCOMPARE(ordered, 10);
        QCOMPARE(total, Money{2785380});
        QCOMPARE(batches.size(), 1);
        const auto& ports = planner.workspace().connection().ports;
        QTRY_VERIFY_WITH_TIMEOUT(
            ports.batches->unfinished(planner.workspace().identity().actor()).result()->empty(), kPatience);
        // The grid shows that the needs are covered; the same selection has nothing left to order.
        QTRY_VERIFY_WITH_TIMEOUT(
            planner.textOf("label.bulk").contains(QStringLiteral("12 cannot be ordered")), kPatience);
        QVERIFY(!planner.find<QAction>("action.createPos")->isEnabled());
    }

    void togetherAboveTheLimitIsFlagged()
    {
        PlannerHarness planner;
        select(planner, {QStringLiteral("PROD-101"), QStringLiteral("PROD-127")});
        bool isDone = false;
        planner.answer("dialog.bulk", [&](QWidget& dialog) {
            const auto leave = leaveWhenFailed(dialog);
            QTRY_VERIFY_WITH_TIMEOUT(buttonIn(dialog, "btn.createBatch")->isEnabled(), kPatience);
            QVERIFY(textIn(dialog, "label.bulkWarning").contains(QStringLiteral("$10,283.99")));
            saveDialog(dialog, QStringLiteral("bulk_split"));
            buttonIn(dialog, "btn.closeBatch")->click();
            isDone = true;
        });
        QTRY_VERIFY(planner.find<QAction>("action.createPos")->isEnabled());
        planner.trigger("action.createPos");
        QTRY_VERIFY_WITH_TIMEOUT(isDone, kPatience);
        QVERIFY(planner.workspace()
                    .connection()
                    .ports.batches->unfinished(planner.workspace().identity().actor())
                    .result()
                    ->empty());
    }

    /// Pictures of the preview and the override box, dark and in German, for people to look at.
    void darkAndGerman_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("theme");
        QTest::newRow("dark") << QStringLiteral("en") << QStringLiteral("dark");
        QTest::newRow("german") << QStringLiteral("de") << QStringLiteral("light");
    }

    void darkAndGerman()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        PlannerHarness planner({}, language);
        planner.trigger(qPrintable(QStringLiteral("action.theme.") + theme));
        planner.goTo(QStringLiteral("PROD-001"));
        planner.find<QLineEdit>("edit.overrideQty")->setText(QStringLiteral("7"));
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        QTest::qWait(300); // Until the dock has its final layout.
        planner.screenshot(QStringLiteral("override_") + name);
        select(planner, kProducts);
        QTRY_VERIFY(planner.find<QAction>("action.createPos")->isEnabled());
        bool isDone = false;
        planner.answer("dialog.bulk", [&](QWidget& dialog) {
            const auto leave = leaveWhenFailed(dialog);
            QTRY_VERIFY_WITH_TIMEOUT(buttonIn(dialog, "btn.createBatch")->isEnabled(), kPatience);
            saveDialog(dialog, QStringLiteral("bulk_") + name);
            buttonIn(dialog, "btn.closeBatch")->click();
            isDone = true;
        });
        planner.trigger("action.createPos");
        QTRY_VERIFY_WITH_TIMEOUT(isDone, kPatience);
        planner.trigger("action.theme.light");
    }

    /// A batch of which the program saw only the beginning is offered at the next start and finished once.
    void anInterruptedBatchIsOfferedAgain()
    {
        PlannerHarness planner;
        const auto ports = planner.workspace().connection().ports;
        const Actor actor = planner.workspace().identity().actor();
        {
            OrderBatch batch(planner.workspace().flow(), actor, kProducts);
            auto lines = batch.read(batch.intent().items).result().value();
            const auto made = batch
                                  .make(lines,
                                        [&batch](std::size_t line, const BatchLine&) {
                                            if (line == 3)
                                                batch.stop();
                                        })
                                  .result();
            QVERIFY(made.isOk()); // Never closed: as after a crash.
        }
        planner.answer("dialog.batchRecovery", [&](QWidget& question) {
            saveDialog(question, QStringLiteral("bulk_recovery"));
            planner.answer("dialog.bulk", [&](QWidget& dialog) {
                const auto leave = leaveWhenFailed(dialog);
                QTRY_VERIFY_WITH_TIMEOUT(buttonIn(dialog, "btn.createBatch")->isEnabled(), kPatience);
                QVERIFY2(textIn(dialog, "label.bulkSummary")
                             .contains(QStringLiteral("4 of them were created already")),
                         qPrintable(textIn(dialog, "label.bulkSummary")));
                saveDialog(dialog, QStringLiteral("bulk_recovered"));
                buttonIn(dialog, "btn.createBatch")->click();
                QTRY_VERIFY_WITH_TIMEOUT(
                    textIn(dialog, "label.bulkSummary").startsWith(QStringLiteral("10 orders were created.")),
                    kPatience);
                buttonIn(dialog, "btn.closeBatch")->click();
            });
            buttonIn(question, "btn.finishBatch")->click();
        });
        planner.restart();
        QTRY_VERIFY_WITH_TIMEOUT(planner.allAnswered(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(ports.batches->unfinished(actor).result()->empty(), kPatience);
        int ordered = 0;
        for (const PurchaseOrder& order : ports.orders->list({}).result().value())
            ordered += !order.batchId.isEmpty();
        QCOMPARE(ordered, 10);
    }

    /// What a stale override asks for is ordered only once the planner has said that it still holds.
    void staleOverridesAreAskedAbout()
    {
        PlannerHarness planner;
        const QString stale = QStringLiteral("PROD-101");
        const QString fresh = QStringLiteral("PROD-127");
        const auto& ports = planner.workspace().connection().ports;
        const Actor actor = planner.workspace().identity().actor();
        for (const QString& product : {stale, fresh}) {
            const auto seen = planner.workspace().flow().evaluate({product, {}, actor, {}}).result();
            QVERIFY(seen.isOk());
            Override wanted;
            wanted.productId = product;
            wanted.qty = 300;
            wanted.reason = QStringLiteral("Fair in May");
            wanted.basis = overrideBasisOf(seen->facts);
            QVERIFY(ports.overrides->set(wanted, 0, actor).result().isOk());
        }
        planner.changeElsewhere(
            QStringLiteral("UPDATE {supplier}supplier_info SET unit_price = unit_price + 1 "
                           "WHERE product_id = 'PROD-101'"));
        const auto changes = [&](const QString& product) {
            const ui::Workspace& workspace = planner.workspace();
            return changesSinceOverride(workspace.feed().facts(workspace.feed().rowOf(product)));
        };
        QTRY_VERIFY_WITH_TIMEOUT(
            planner.workspace().feed().facts(planner.workspace().feed().rowOf(fresh)).overridden
                && !changes(stale).isEmpty(),
            kPatience);
        QVERIFY(changes(fresh).isEmpty());
        select(planner, {stale, fresh});
        QTRY_VERIFY(planner.find<QAction>("action.createPos")->isEnabled());
        planner.answer("dialog.bulk", [&](QWidget& dialog) {
            const auto leave = leaveWhenFailed(dialog);
            QPushButton* create = buttonIn(dialog, "btn.createBatch");
            QTRY_VERIFY_WITH_TIMEOUT(create->isEnabled(), kPatience);
            QCOMPARE(create->text(), QStringLiteral("&Create 1 order"));
            QVERIFY2(outcomeIn(dialog, stale).contains(QStringLiteral("the override is stale")),
                     qPrintable(outcomeIn(dialog, stale)));
            QPushButton* confirm = buttonIn(dialog, "btn.confirmStale");
            QVERIFY(confirm->isVisible());
            QCOMPARE(confirm->text(), QStringLiteral("Co&nfirm 1 stale override"));
            QVERIFY(!confirm->isDefault());
            saveDialog(dialog, QStringLiteral("bulk_stale"));
            QTest::mouseClick(confirm, Qt::LeftButton);
            QTRY_COMPARE_WITH_TIMEOUT(create->text(), QStringLiteral("&Create 2 orders"), kPatience);
            QTRY_VERIFY(create->isEnabled());
            QVERIFY(!confirm->isVisible());
            QVERIFY2(!outcomeIn(dialog, stale).contains(QStringLiteral("stale")),
                     qPrintable(outcomeIn(dialog, stale)));
            QTest::mouseClick(create, Qt::LeftButton);
            QTRY_COMPARE_WITH_TIMEOUT(buttonIn(dialog, "btn.closeBatch")->text(), QStringLiteral("C&lose"),
                                      kPatience);
            QTest::mouseClick(buttonIn(dialog, "btn.closeBatch"), Qt::LeftButton);
        });
        planner.trigger("action.createPos");
        QTRY_VERIFY_WITH_TIMEOUT(planner.allAnswered(), kPatience);
        for (const QString& product : {stale, fresh}) {
            const auto orders = planner.workspace().orders().list({{}, product, 10}).result();
            QVERIFY(orders.isOk());
            QCOMPARE(orders->size(), std::size_t{1});
            QCOMPARE(orders->front().qty, 300);
        }
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::BulkTest)
#include "bulk_test.moc"
