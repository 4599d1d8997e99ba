#include "ui/orders/order_table_model.h"
#include "ui/parts/filter_header.h"
#include "ui/planning/planning_page.h"
#include "ui/planning/product_table_model.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTreeWidget>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 15000;

QString cellOf(const QTableView& grid, int row, ui::ProductColumn column)
{
    return grid.model()->index(row, static_cast<int>(column)).data().toString();
}

QTableView* showOrders(PlannerHarness& planner)
{
    planner.window().activateWindow();
    planner.trigger("action.mode.orders");
    auto* orders = planner.find<QTableView>("grid.orders");
    [orders] { QTRY_VERIFY_WITH_TIMEOUT(orders->model()->rowCount() > 0, kPatience); }();
    return orders;
}

} // namespace

/// The lists of products, orders and approvals: their keys, counts and colours, and what is copied out of
/// them.
class ListsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOrderIsSavedByItsKey()
    {
        PlannerHarness planner;
        QTableView* orders = showOrders(planner);
        QTRY_VERIFY(orders->hasFocus());
        planner.answer("QFileDialog", [](QWidget& dialog) { dialog.close(); });
        QTest::keyClick(orders, Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(planner.allAnswered(), kPatience);
    }

    void ctrlClickSortsByOneMore()
    {
        PlannerHarness planner;
        auto* grid = planner.find<QTableView>("grid.products");
        auto* model = static_cast<ui::ProductTableModel*>(grid->model());
        const auto click = [grid](ui::ProductColumn column, Qt::KeyboardModifiers keys) {
            QHeaderView* header = grid->horizontalHeader();
            const int section = static_cast<int>(column);
            QTest::mouseClick(
                header->viewport(), Qt::LeftButton, keys,
                {header->sectionViewportPosition(section) + header->sectionSize(section) / 2, 8});
        };
        click(ui::ProductColumn::Decision, Qt::NoModifier);
        click(ui::ProductColumn::Name, Qt::ControlModifier);
        QCOMPARE(model->sortKeys()[0].column, ui::ProductColumn::Decision);
        QCOMPARE(model->sortKeys()[1].column, ui::ProductColumn::Name);
        QCOMPARE(model->sortKeys()[1].order, Qt::AscendingOrder);
        click(ui::ProductColumn::Name, Qt::ControlModifier); // The other way round.
        QCOMPARE(model->sortKeys()[0].column, ui::ProductColumn::Decision);
        QCOMPARE(model->sortKeys()[1].order, Qt::DescendingOrder);
        for (int row = 1; row < grid->model()->rowCount(); ++row) {
            const auto word = [&](int at) { return cellOf(*grid, at, ui::ProductColumn::Decision); };
            if (word(row) == word(row - 1))
                QVERIFY(cellOf(*grid, row - 1, ui::ProductColumn::Name)
                            .compare(cellOf(*grid, row, ui::ProductColumn::Name), Qt::CaseInsensitive)
                        >= 0);
        }
    }

    void ctrlClickSortsOrdersByOneMore()
    {
        PlannerHarness planner;
        QTableView* orders = showOrders(planner);
        const auto click = [orders](ui::OrderTableModel::Column column, Qt::KeyboardModifiers keys) {
            QHeaderView* header = orders->horizontalHeader();
            const int section = static_cast<int>(column);
            orders->scrollTo(orders->model()->index(0, section));
            QTest::mouseClick(
                header->viewport(), Qt::LeftButton, keys,
                {header->sectionViewportPosition(section) + header->sectionSize(section) / 2, 8});
        };
        using Column = ui::OrderTableModel::Column;
        click(Column::State, Qt::NoModifier);
        click(Column::Number, Qt::ControlModifier);
        const auto* model = static_cast<ui::OrderTableModel*>(orders->model());
        const auto& keys = model->sortings();
        QCOMPARE(keys.size(), std::size_t{2});
        QCOMPARE(keys[0].column, Column::State);
        QCOMPARE(keys[1].column, Column::Number);
        QCOMPARE(keys[1].direction, Qt::AscendingOrder);
        click(Column::Number, Qt::ControlModifier); // The other way round.
        QCOMPARE(keys[1].direction, Qt::DescendingOrder);
        for (int row = 1; row < orders->model()->rowCount(); ++row) {
            if (model->order(row).state == model->order(row - 1).state)
                QVERIFY(model->order(row - 1).number >= model->order(row).number);
        }
        click(Column::State, Qt::NoModifier); // Alone again.
        QCOMPARE(keys.size(), std::size_t{1});
    }

    void columnFiltersWithoutAMatchOfferToClear()
    {
        PlannerHarness planner;
        planner.trigger("action.filterRow");
        auto* grid = planner.find<QTableView>("grid.products");
        const int all = grid->model()->rowCount();
        planner.find<QLineEdit>("filter.name")->setText(QStringLiteral("nothing is called so"));
        auto* panel = planner.find<QWidget>("panel.noMatch");
        QTRY_VERIFY(panel->isVisible());
        QVERIFY(planner.find<QLineEdit>("filter.name")->isVisible());
        QTest::mouseClick(panel->findChild<QPushButton*>(QStringLiteral("panel.noMatch.action")),
                          Qt::LeftButton);
        QTRY_COMPARE(grid->model()->rowCount(), all);
        QVERIFY(!panel->isVisible());
    }

    /// What waits is found by its words and by its columns, like the products.
    void approvalsAreSearchedAndFiltered()
    {
        PlannerHarness planner;
        for (const char* product : {"PROD-104", "PROD-106"}) { // 10,000.01 and 50,000.00
            planner.goTo(QLatin1String(product));
            planner.click("btn.createPo");
            QTRY_COMPARE_WITH_TIMEOUT(planner.textOf("label.word"), QStringLiteral("Covered"), kPatience);
        }
        planner.window().activateWindow();
        planner.trigger("action.mode.approvals");
        auto* queue = planner.find<QTableView>("grid.approvals");
        const auto rows = [queue] { return queue->isVisible() ? queue->model()->rowCount() : -1; };
        QTRY_COMPARE_WITH_TIMEOUT(rows(), 3, kPatience);

        planner.trigger("action.find");
        auto* search = planner.find<QLineEdit>("edit.approvalFilter");
        QVERIFY(search->isVisible()); // Still Approvals.
        QTRY_VERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("prod-106"));
        QCOMPARE(rows(), 1);
        QCOMPARE(queue->model()->index(0, 2).data().toString(), QStringLiteral("PROD-106"));
        QTest::keyClicks(search, QStringLiteral("x"));
        QCOMPARE(rows(), -1);
        auto* clear = planner.find<QWidget>("view.approvals")
                          ->findChild<QPushButton*>(QStringLiteral("panel.state.action"));
        QTest::mouseClick(clear, Qt::LeftButton);
        QCOMPARE(rows(), 3);
        QVERIFY(search->text().isEmpty());

        planner.trigger("action.filterRow");
        QVERIFY(queue->isVisible());
        QVERIFY(planner.find<QAction>("action.filterRow")->isChecked());
        const auto type = [&planner](const char* column, const char* typed) {
            auto* edit = planner.find<QLineEdit>(column);
            edit->clear();
            QTest::keyClicks(edit, QLatin1String(typed));
        };
        type("filter.approvals.Total", ">10000.01");
        QCOMPARE(rows(), 2);
        type("filter.approvals.Total", "10000.01");
        QCOMPARE(rows(), 1);
        type("filter.approvals.Age", ">2");
        QCOMPARE(rows(), 0); // The row stays, and in the list stands what to do.
        QTRY_VERIFY(planner.find<QWidget>("panel.noApproval")->isVisible());
        planner.trigger("action.clearFilters");
        QCOMPARE(rows(), 3);
        QVERIFY(!planner.find<QWidget>("panel.noApproval")->isVisible());
        type("filter.approvals.Total", ">much");
        QCOMPARE(rows(), 3);
        QVERIFY(
            planner.find<QLineEdit>("filter.approvals.Total")->toolTip().contains(QStringLiteral("10..20")));
        planner.trigger("action.mode.planning");
        QVERIFY(!planner.find<QAction>("action.filterRow")->isChecked()); // Each list has its own.
    }

    void ordersAreFilteredByColumn_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("products");
        const auto row = [](const char* column, const QString& typed, const QStringList& products) {
            QTest::addRow("%s %s", column, qPrintable(typed)) << QString::fromLatin1(column) << typed << products;
        };
        const QString first = QStringLiteral("PROD-136"); // Received
        const QString second = QStringLiteral("PROD-124"); // Sent
        const QString third = QStringLiteral("PROD-125"); // Waits for approval
        row("Number", QStringLiteral("000002"), {second});
        row("State", QStringLiteral("=sent"), {second});
        row("Supplier", QStringLiteral("northside"), {first, third});
        row("Qty", QStringLiteral("40..49"), {first});
        row("ToPay", QStringLiteral("<1000"), {first, second});
        row("Age", QStringLiteral(">=10"), {first});
        const QDate created = QDateTime::currentDateTime().addSecs(-5400).date(); // As the demo has it.
        row("Created",
            created == QDate::currentDate() ? QStringLiteral("today") : created.toString(Qt::ISODate),
            {third});
        row("SentAt", QStringLiteral("empty"), {third});
        row("Received", QStringLiteral("<>"), {first});
        row("Approval", QStringLiteral("needed"), {third});
    }

    void ordersAreFilteredByColumn()
    {
        QFETCH(QString, column);
        QFETCH(QString, typed);
        QFETCH(QStringList, products);
        PlannerHarness planner;
        QTableView* orders = showOrders(planner);
        planner.trigger("action.filterRow");
        QTest::keyClicks(planner.find<QLineEdit>(qPrintable(QStringLiteral("filter.orders.") + column)),
                         typed);
        QStringList shown;
        for (int row = 0; row < orders->model()->rowCount(); ++row)
            shown << orders->model()->index(row, 2).data().toString();
        shown.sort();
        products.sort();
        QCOMPARE(shown, products);
    }

    /// Going on by Tab leaves the list's edge: the list follows.
    void theFieldThatIsTypedIntoIsInSight_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("list");
        QTest::newRow("products") << "planning"
                                  << "grid.products";
        QTest::newRow("orders") << "orders"
                                << "grid.orders";
        QTest::newRow("approvals") << "approvals"
                                   << "grid.approvals";
    }

    void theFieldThatIsTypedIntoIsInSight()
    {
        QFETCH(QString, mode);
        QFETCH(QString, list);
        PlannerHarness planner;
        planner.window().resize(planner.window().minimumSizeHint());
        planner.window().activateWindow();
        planner.trigger(qPrintable(QStringLiteral("action.mode.") + mode));
        const auto* view = planner.find<QTableView>(qPrintable(list));
        QTRY_VERIFY_WITH_TIMEOUT(view->isVisible() && view->model()->rowCount() > 0, kPatience);
        planner.trigger("action.filterRow");
        const auto* header = view->horizontalHeader();
        const auto sees = [header](const QWidget& field) {
            return field.x() >= 0
                && field.geometry().right() <= std::max(header->viewport()->width(), field.width());
        };
        int seen = 0;
        bool isWider = false;
        for (auto* field = qobject_cast<QLineEdit*>(planner.window().focusWidget());
             field && field->parent() == header;
             field = qobject_cast<QLineEdit*>(planner.window().focusWidget())) {
            QVERIFY2(sees(*field), qPrintable(field->objectName()));
            ++seen;
            isWider = isWider || header->offset() > 0;
            QTest::keyClick(field, Qt::Key_Tab);
        }
        QVERIFY(seen > 5);
        QVERIFY(isWider); // Or it shows nothing.
    }

    void theTraceFollowsTheOrder()
    {
        PlannerHarness planner;
        planner.find<QTableView>("grid.products")->selectAll();
        QTRY_VERIFY(planner.find<QLabel>("label.selectionSum")->isVisible());
        planner.trigger("action.trace");
        QTableView* orders = showOrders(planner);
        QVERIFY(!planner.find<QLabel>("label.selectionSum")->isVisible());
        orders->selectRow(1);
        const QString product = orders->model()->index(1, 2).data().toString();
        QTRY_VERIFY_WITH_TIMEOUT(planner.textOf("label.traceAbout").startsWith(product + QLatin1Char(' ')),
                                 kPatience);
    }

    void everyListCountsItsRows()
    {
        PlannerHarness planner;
        QTableView* orders = showOrders(planner);
        QCOMPARE(planner.textOf("label.orderCount"),
                 QStringLiteral("%1 orders").arg(orders->model()->rowCount()));
        const int all = orders->model()->rowCount();
        planner.find<QLineEdit>("edit.orderFilter")->setText(orders->model()->index(0, 0).data().toString());
        QTRY_COMPARE(planner.textOf("label.orderCount"), QStringLiteral("1 of %1 orders").arg(all));
    }

    void detailsFollowTheTheme()
    {
        PlannerHarness planner;
        (void)showOrders(planner);
        auto* state =
            planner.find<QWidget>("page.orders")->findChild<QLabel*>(QStringLiteral("label.orderState"));
        QTRY_VERIFY_WITH_TIMEOUT(!state->text().isEmpty(), kPatience);
        const QString light = state->styleSheet();
        planner.trigger("action.theme.dark");
        QTRY_VERIFY(state->styleSheet() != light);
        planner.trigger("action.theme.light");
        QTRY_COMPARE(state->styleSheet(), light);
    }

    void coveredRowsAreNotRed()
    {
        PlannerHarness planner;
        auto* grid = planner.find<QTableView>("grid.products");
        int covered = 0;
        for (int row = 0; row < grid->model()->rowCount(); ++row) {
            if (cellOf(*grid, row, ui::ProductColumn::Decision) != QLatin1String("Covered"))
                continue;
            ++covered;
            for (int column = 0; column < grid->model()->columnCount(); ++column)
                QVERIFY(grid->model()->index(row, column).data(Qt::ForegroundRole).value<QColor>()
                        != ui::theme::ink(ui::theme::Tone::Danger));
        }
        QVERIFY(covered > 0);
    }

    /// A spreadsheet reads what is copied as numbers and dates; as shown it is beside it.
    void copiedRowsAreValues()
    {
        PlannerHarness planner;
        planner.goTo(QStringLiteral("PROD-001"));
        planner.trigger("action.copy");
        const QString values = QGuiApplication::clipboard()->text();
        QVERIFY2(values.contains(QRegularExpression(QStringLiteral("\t\\d{4}-\\d\\d-\\d\\d\t"))),
                 qPrintable(values));
        QVERIFY2(values.contains(QStringLiteral("\t1599.00\t")), qPrintable(values));
        QVERIFY2(!values.contains(QChar(0x2212)) && !values.contains(QLatin1Char('$')), qPrintable(values));
        planner.trigger("action.copyShown");
        const QString shown = QGuiApplication::clipboard()->text();
        QVERIFY2(shown.contains(QStringLiteral("$1,599.00")), qPrintable(shown));
    }

    void copiedOrdersAreValues()
    {
        PlannerHarness planner;
        QTableView* orders = showOrders(planner);
        orders->selectAll();
        QTest::keyClick(orders, Qt::Key_C, Qt::ControlModifier);
        const QString values = QGuiApplication::clipboard()->text();
        QCOMPARE(values.count(QLatin1Char('\n')) + 1, orders->model()->rowCount());
        QVERIFY2(values.contains(QStringLiteral("\t12000.00\tUSD\t")), qPrintable(values));
        planner.trigger("action.copyShown");
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("\t$12,000.00\t")));
    }

    void copiedApprovalsAreValues()
    {
        PlannerHarness planner;
        planner.trigger("action.mode.approvals");
        auto* queue = planner.find<QTableView>("grid.approvals");
        QTRY_VERIFY_WITH_TIMEOUT(queue->model()->rowCount() > 0, kPatience);
        queue->selectAll();
        planner.window().activateWindow();
        queue->setFocus();
        QTRY_VERIFY(queue->hasFocus());
        QTest::keyClick(queue, Qt::Key_C, Qt::ControlModifier);
        const QString values = QGuiApplication::clipboard()->text();
        QCOMPARE(values.count(QLatin1Char('\n')) + 1, queue->model()->rowCount());
        QVERIFY2(values.contains(QStringLiteral("\t12000.00\tUSD\tNorthside Bearings Supply\t2000.00\t")),
                 qPrintable(values));
        planner.trigger("action.copyShown");
        QVERIFY(QGuiApplication::clipboard()->text().contains(
            QStringLiteral("\t$12,000.00\tNorthside Bearings Supply\t$2,000.00\t")));
    }

    void chipsKeepTheirWords()
    {
        PlannerHarness planner;
        planner.window().resize(1024, 768);
        QCoreApplication::processEvents();
        for (const char* name :
             {"chip.toOrder", "chip.needsApproval", "chip.blocked", "chip.covered", "chip.enough"}) {
            auto* chip = planner.find<QToolButton>(name);
            QVERIFY2(chip->text().contains(QRegularExpression(QStringLiteral("[A-Za-z]"))), name);
            QVERIFY2(chip->width() >= chip->sizeHint().width(), name);
        }
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::ListsTest)
#include "lists_test.moc"
