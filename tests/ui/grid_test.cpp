#include "ui/parts/filter_header.h"
#include "ui/planning/grid_view.h"
#include "ui/planning/planning_page.h"
#include "ui/planning/product_columns.h"
#include "ui/planning/product_table_model.h"

#include <QAction>
#include <QClipboard>
#include <QHeaderView>
#include <QInputDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTableView>
#include <QToolButton>

#include <utility>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 15000;

QString cellOf(const QTableView& grid, int row, ui::ProductColumn column)
{
    return grid.model()->index(row, static_cast<int>(column)).data().toString();
}

} // namespace

/// The planning grid's comforts: columns, filter row, saved views, copying.
class GridTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filterRow()
    {
        PlannerHarness planner;
        QVERIFY(planner.isUsable());
        auto* grid = planner.find<QTableView>("grid.products");
        const int all = grid->model()->rowCount();
        QVERIFY(!planner.window().findChild<QLineEdit*>(QStringLiteral("filter.name")));
        planner.trigger("action.filterRow");
        auto* name = planner.find<QLineEdit>("filter.name");
        QVERIFY(name->isVisible());
        QCOMPARE(planner.window().focusWidget()->objectName(), QStringLiteral("filter.product_id"));
        QTest::keyClicks(name, QStringLiteral("bearing"));
        const int bearings = grid->model()->rowCount();
        QVERIFY(bearings > 0 && bearings < all);
        for (int row = 0; row < bearings; ++row)
            QVERIFY(cellOf(*grid, row, ui::ProductColumn::Name)
                        .contains(QStringLiteral("bearing"), Qt::CaseInsensitive));
        auto* total = planner.find<QLineEdit>("filter.total_amount");
        QTest::keyClicks(total, QStringLiteral(">abc"));
        QCOMPARE(grid->model()->rowCount(), bearings); // What is not understood filters nothing.
        QVERIFY(total->toolTip().contains(QStringLiteral("not understood")));
        QCOMPARE(total->accessibleDescription(), total->toolTip());
        planner.screenshot(QStringLiteral("filter-row"));
        total->setText(QStringLiteral(">999999999"));
        QCOMPARE(grid->model()->rowCount(), 0);
        QVERIFY(name->isVisible()); // Nobody types into a row that vanishes.
        planner.find<QAction>("action.filterRow")->trigger();
        QCOMPARE(grid->model()->rowCount(), all);
        QVERIFY(!name->isVisible());
        planner.trigger("action.filterRow");
        QCOMPARE(grid->model()->rowCount(), 0);
        planner.click("chip.all");
        QCOMPARE(grid->model()->rowCount(), all);
        QVERIFY(name->text().isEmpty());
    }

    void everyColumnFiltersByWhatItShows()
    {
        PlannerHarness planner;
        auto* grid = planner.find<QTableView>("grid.products");
        auto* page = planner.window().findChild<ui::PlanningPage*>();
        for (int i = 0; i < static_cast<int>(ui::ProductColumn::Count); ++i) {
            const auto column = static_cast<ui::ProductColumn>(i);
            page->clearFilters();
            grid->setColumnHidden(i, false);
            grid->setCurrentIndex(grid->model()->index(7, i));
            const QString shown = cellOf(*grid, 7, column);
            const QString product = cellOf(*grid, 7, ui::ProductColumn::Product);
            QMenu menu;
            page->addFilterActions(menu);
            if (column == ui::ProductColumn::Decided) {
                QVERIFY(menu.isEmpty());
                continue;
            }
            menu.actions().first()->trigger();
            QTRY_VERIFY(grid->model()->rowCount() > 0);
            bool isThere = false;
            for (int row = 0; row < grid->model()->rowCount(); ++row) {
                QCOMPARE(cellOf(*grid, row, column), shown);
                isThere = isThere || cellOf(*grid, row, ui::ProductColumn::Product) == product;
            }
            QVERIFY2(isThere, qPrintable(ui::columnInfo(column).id));
            const int same = grid->model()->rowCount();
            menu.actions().at(1)->trigger();
            QCOMPARE(grid->model()->rowCount() + same, planner.workspace().feed().productCount());
        }
    }

    void columnsDialog()
    {
        PlannerHarness planner;
        const auto* grid = planner.find<QTableView>("grid.products");
        const auto trend = static_cast<int>(ui::ProductColumn::Trend);
        QVERIFY(grid->isColumnHidden(trend));
        planner.answer("dialog.columns", [&](QWidget& dialog) {
            auto* list = dialog.findChild<QListWidget*>(QStringLiteral("list.columns"));
            QVERIFY(!(list->item(0)->flags() & Qt::ItemIsUserCheckable)); // The product's id.
            QCOMPARE(dialog.findChild<QPushButton*>(QStringLiteral("btn.columnUp"))->toolTip(),
                     QStringLiteral("Unavailable: this is the first column"));
            list->item(trend)->setCheckState(Qt::Checked);
            list->setCurrentRow(trend);
            QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("btn.columnUp")), Qt::LeftButton);
            dialog.grab().save(QCoreApplication::applicationDirPath()
                               + QStringLiteral("/../screenshots/columns.png"));
            static_cast<QDialog&>(dialog).accept();
        });
        planner.trigger("action.columns");
        QVERIFY(planner.allAnswered());
        QVERIFY(!grid->isColumnHidden(trend));
        QCOMPARE(grid->horizontalHeader()->visualIndex(trend), trend - 1);
        planner.restart();
        grid = planner.find<QTableView>("grid.products");
        QVERIFY(!grid->isColumnHidden(trend));
        QCOMPARE(grid->horizontalHeader()->visualIndex(trend), trend - 1);
        planner.answer("dialog.columns", [&](QWidget& dialog) {
            QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("btn.columnsReset")),
                              Qt::LeftButton);
            static_cast<QDialog&>(dialog).accept();
        });
        planner.trigger("action.columns");
        QVERIFY(grid->isColumnHidden(trend));
        QCOMPARE(grid->horizontalHeader()->visualIndex(trend), trend);
    }

    void savedViews()
    {
        PlannerHarness planner;
        const auto* grid = planner.find<QTableView>("grid.products");
        const int all = grid->model()->rowCount();
        const auto title = [&] { return planner.find<QPushButton>("btn.views")->text(); };
        QTRY_COMPARE(title(), QStringLiteral("View: All"));
        planner.trigger("action.view.1");
        QTRY_COMPARE(title(), QStringLiteral("View: Order today"));
        const int today = grid->model()->rowCount();
        QVERIFY(today > 0 && today < all);
        QVERIFY(planner.find<QToolButton>("chip.toOrder")->isChecked());
        QVERIFY(!planner.find<QAction>("action.deleteView")->isEnabled());
        planner.screenshot(QStringLiteral("view-order-today"));

        planner.find<QLineEdit>("filter.name")->setText(QStringLiteral("a"));
        QTRY_COMPARE(title(), QStringLiteral("View: Order today *"));
        const int mine = grid->model()->rowCount();
        QTimer::singleShot(0, this, [] {
            auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            dialog->setTextValue(QStringLiteral("Mine & <b>yours</b>"));
            dialog->accept();
        });
        planner.trigger("action.saveViewAs");
        QTRY_COMPARE(title(), QStringLiteral("View: Mine && <b>yours</b>"));

        planner.restart();
        grid = planner.find<QTableView>("grid.products");
        QTRY_COMPARE_WITH_TIMEOUT(title(), QStringLiteral("View: Mine && <b>yours</b>"), kPatience);
        QCOMPARE(grid->model()->rowCount(), mine);
        planner.trigger("action.view.0");
        QTRY_COMPARE(title(), QStringLiteral("View: All"));
        QCOMPARE(grid->model()->rowCount(), all);
        QVERIFY(!planner.find<QAction>("action.filterRow")->isChecked());
        planner.trigger("action.view.2");
        QTRY_COMPARE(grid->model()->rowCount(), mine);

        planner.click("chip.blocked");
        QTRY_VERIFY(title().endsWith(QLatin1Char('*')));
        Q_EMIT planner.find<QMenu>("menu.views")->aboutToShow();
        QVERIFY(planner.find<QAction>("action.view.2")->text().endsWith(QStringLiteral("(modified)")));
        planner.trigger("action.saveView");
        QTRY_COMPARE(title(), QStringLiteral("View: Mine && <b>yours</b>"));
        planner.answer("dialog.deleteView", [](QWidget& dialog) {
            for (auto* button : dialog.findChildren<QPushButton*>()) {
                if (button->text() == QStringLiteral("Delete"))
                    return button->click();
            }
        });
        planner.trigger("action.deleteView");
        QTRY_COMPARE(title(), QStringLiteral("View: All *"));
        QVERIFY(!planner.window().findChild<QAction*>(QStringLiteral("action.view.2")));
    }

    void viewsSurviveStrangeSettings()
    {
        const ui::GridView all = ui::GridView::all();
        QVERIFY(ui::GridView::fromJson({}) == all);
        QVERIFY(ui::GridView::fromJson(ui::GridView::orderToday().toJson()) == ui::GridView::orderToday());
        const QByteArray strange =
            R"({"chips":["x",7],"filters":{"nobody":"1","name":3},"sort":[{"column":"gone"}],"columns":[{"column":"name","width":-9},{"column":"name"},{"column":"product_id","shown":false},5]})";
        const ui::GridView view = ui::GridView::fromJson(QJsonDocument::fromJson(strange).object());
        QCOMPARE(view.columns.size(), static_cast<std::size_t>(ui::ProductColumn::Count));
        QVERIFY(view.columns[1].column == ui::ProductColumn::Product && view.columns[1].isShown);
        QVERIFY(view.typed.empty() && view.words.none());
        QVERIFY(view.sort == all.sort);
    }

    /// Names give way to what is ordered; not where somebody made them as wide as they like.
    void theQuantityIsInSightOnASmallScreen()
    {
        PlannerHarness planner;
        auto* header = planner.find<QTableView>("grid.products")->horizontalHeader();
        const int name = static_cast<int>(ui::ProductColumn::Name);
        const int qty = static_cast<int>(ui::ProductColumn::OrderQty);
        const int usual = header->sectionSize(name);
        planner.window().resize(1008, 720);
        planner.trigger("action.resetLayout");
        QTRY_VERIFY2(header->sectionViewportPosition(qty) + header->sectionSize(qty)
                         <= header->viewport()->width(),
                     qPrintable(QString::number(header->viewport()->width())));
        QVERIFY(header->sectionSize(name) < usual);
        planner.window().resize(1440, 900);
        QTRY_COMPARE(header->sectionSize(name), usual);
        header->resizeSection(name, usual + 7);
        planner.window().resize(1008, 720);
        QTest::qWait(50);
        QCOMPARE(header->sectionSize(name), usual + 7);
    }

    void copyingRows()
    {
        PlannerHarness planner;
        auto* grid = planner.find<QTableView>("grid.products");
        grid->selectAll();
        planner.trigger("action.copy");
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), grid->model()->rowCount());
        QVERIFY(lines[0].startsWith(cellOf(*grid, 0, ui::ProductColumn::Product) + QLatin1Char('\t')));
    }

    /// The catalogue's rows become other products while the grid is being sorted on another thread: the
    /// person's product stays the current one.
    void selectionStaysWhenRowsChangeWhileTheGridIsSorted()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("demo.sqlite"));
        {
            const PlannerHarness first(file); // Makes the file.
        }
        // More than are arranged at once; all after the demo's.
        changeFile(file,
                   {QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                                   "6000) INSERT INTO products(product_id, name) SELECT "
                                   "printf('ZZ-%05d', i), printf('Made up %d', (i * 7919) % 6000) FROM n")});
        PlannerHarness planner(file);
        ui::Workspace& workspace = planner.workspace();
        QVERIFY(workspace.feed().productCount() > 6000);
        auto* grid = planner.find<QTableView>("grid.products");
        auto& model = planner.window().findChild<ui::PlanningPage*>()->model();
        QTRY_VERIFY_WITH_TIMEOUT(!model.isArranging(), kPatience);
        const QString product = QStringLiteral("ZZ-03000");
        planner.goTo(product);
        const auto current = [grid] {
            return grid->currentIndex().data(ui::ProductTableModel::ProductIdRole).toString();
        };
        QCOMPARE(current(), product);

        // As many products as before, but every row is another one. The model is told first, then the grid is
        // sorted, which supersedes the arrangement that was to show the new rows.
        bool isSorted = false;
        connect(&workspace.feed(), &ui::CatalogueFeed::catalogueReset, this, [&] {
            if (std::exchange(isSorted, true))
                return;
            QVERIFY(model.isArranging());
            grid->sortByColumn(static_cast<int>(ui::ProductColumn::Name), Qt::DescendingOrder);
            QVERIFY(model.isArranging());
        });
        changeFile(file,
                   {QStringLiteral("INSERT INTO products(product_id, name) VALUES ('AAA', 'First of all')"),
                    QStringLiteral("DELETE FROM products WHERE product_id = 'ZZ-06000'")});
        workspace.feed().reload();
        QTRY_VERIFY_WITH_TIMEOUT(isSorted && !model.isArranging() && !workspace.feed().isBusy(), kPatience);
        QVERIFY(workspace.feed().rowOf(QStringLiteral("AAA")) >= 0);
        QCOMPARE(current(), product);
        const QModelIndexList selected = grid->selectionModel()->selectedRows();
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected.front().data(ui::ProductTableModel::ProductIdRole).toString(), product);
    }

    /// Products whose ids only look the same are marked, until they are not there any more.
    void idsThatLookAlikeAreMarked()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("demo.sqlite"));
        {
            const PlannerHarness first(file); // Makes the file.
        }
        const QString alike = QStringLiteral("prod-101");
        changeFile(file, {QStringLiteral("INSERT INTO products(product_id, name) VALUES ('prod-101', 'x')")});
        PlannerHarness planner(file);
        auto& model = planner.window().findChild<ui::PlanningPage*>()->model();
        const auto id = [&](const QString& productId) {
            return model.index(model.shownRow(planner.workspace().feed().rowOf(productId)),
                               static_cast<int>(ui::ProductColumn::Product));
        };
        const auto isMarked = [&](const QString& productId) {
            return !id(productId).data(Qt::DecorationRole).isNull();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isMarked(alike), kPatience);
        QVERIFY(isMarked(QStringLiteral("PROD-101")));
        QVERIFY(!isMarked(QStringLiteral("PROD-103")));
        const QString tip = id(alike).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(QStringLiteral("looks like the product \"PROD-101\"")), qPrintable(tip));
        const QString read = id(QStringLiteral("PROD-101")).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(read.contains(QStringLiteral("looks like the product \"prod-101\"")), qPrintable(read));
        QVERIFY(id(alike)
                    .siblingAtColumn(static_cast<int>(ui::ProductColumn::Name))
                    .data(Qt::DecorationRole)
                    .isNull());

        changeFile(file, {QStringLiteral("DELETE FROM products WHERE product_id = 'prod-101'")});
        planner.workspace().feed().reload();
        QTRY_VERIFY_WITH_TIMEOUT(planner.workspace().feed().rowOf(alike) < 0, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!isMarked(QStringLiteral("PROD-101")), kPatience);
    }

private:
    /// What another program does to the database meanwhile.
    static void changeFile(const QString& file, const QStringList& statements)
    {
        const QString name = QStringLiteral("elsewhere");
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
            database.setDatabaseName(file);
            QVERIFY(database.open());
            QVERIFY(database.transaction()); // One commit, so that it is noticed at once.
            for (const QString& statement : statements) {
                QSqlQuery query(database);
                QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
            }
            QVERIFY(database.commit());
        }
        QSqlDatabase::removeDatabase(name);
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::GridTest)
#include "grid_test.moc"
