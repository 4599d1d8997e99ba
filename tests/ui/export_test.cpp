#include "core/flow/work_pool.h"
#include "core/sql/generator/catalogue_csv.h"
#include "ui/export/export_dialog.h"
#include "ui/planning/product_columns.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 15000;

QStringList linesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
}

/// A list whose writing takes long enough to be cancelled.
ui::ExportSource longList()
{
    ui::ExportSource source;
    source.title = QStringLiteral("Products");
    source.fileName = QStringLiteral("products");
    source.counts = {0, 1000000, 1000000};
    source.table = [](ui::ExportScope, bool) {
        return ui::Table{{QStringLiteral("Product"), QStringLiteral("Quantity")},
                         1000000,
                         [](std::int64_t row, std::vector<ui::Cell>& cells) {
                             cells = {QString::number(row), ui::ExactNumber{row, 0}};
                         }};
    };
    return source;
}

} // namespace

/// File ▸ Export as a person uses it; journey 16's part.
class ExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shownRowsAsTheGridHasThem()
    {
        PlannerHarness planner;
        QVERIFY(planner.isUsable());
        planner.click("chip.toOrder");
        auto* grid = planner.find<QTableView>("grid.products");
        const int rows = grid->model()->rowCount();
        QVERIFY(rows > 5 && rows < planner.workspace().feed().productCount());
        const QString file = planner.folder() + QStringLiteral("/out.csv");
        planner.answer("dialog.export", [&](QWidget& widget) {
            auto& dialog = static_cast<ui::ExportDialog&>(widget);
            const auto* preview = dialog.findChild<QPlainTextEdit*>(QStringLiteral("edit.exportPreview"));
            QVERIFY(preview->toPlainText().startsWith(QStringLiteral("\"Product\",\"Name\",\"Decision\"")));
            dialog.findChild<QComboBox*>(QStringLiteral("combo.exportSeparator"))->setCurrentIndex(0);
            QVERIFY(preview->toPlainText().startsWith(QStringLiteral("\"Product\";\"Name\";\"Decision\"")));
            QTest::qWait(50);
            picture(dialog, QStringLiteral("export"));
            dialog.exportTo(file);
        });
        planner.trigger("action.export");
        QVERIFY(planner.allAnswered());
        const QStringList lines = linesOf(file);
        QCOMPARE(lines.size(), rows + 1);
        QVERIFY(lines[0].startsWith(QStringLiteral("\"Product\";")));
        QVERIFY(lines[0].contains(QStringLiteral("\"To pay (USD)\"")));
        for (int row = 0; row < rows; ++row)
            QVERIFY(lines[row + 1].startsWith(
                QStringLiteral("\"%1\";").arg(grid->model()->index(row, 0).data().toString())));
        const QStringList one = lines.filter(QStringLiteral("\"PROD-001\""));
        QCOMPARE(one.size(), 1);
        QVERIFY2(one[0].contains(QStringLiteral(";1726,92;")), qPrintable(one[0]));
    }

    void selectedRowsWithAllColumns()
    {
        PlannerHarness planner;
        auto* grid = planner.find<QTableView>("grid.products");
        grid->selectionModel()->select(QItemSelection(grid->model()->index(2, 0), grid->model()->index(4, 0)),
                                       QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        const QString file = planner.folder() + QStringLiteral("/out.csv");
        planner.answer("dialog.export", [&](QWidget& widget) {
            auto& dialog = static_cast<ui::ExportDialog&>(widget);
            QCOMPARE(dialog.findChild<QComboBox*>(QStringLiteral("combo.exportRows"))->currentText(),
                     QStringLiteral("Selected rows (3)"));
            dialog.findChild<QComboBox*>(QStringLiteral("combo.exportColumns"))->setCurrentIndex(1);
            dialog.findChild<QCheckBox*>(QStringLiteral("check.exportMark"))->setChecked(false);
            dialog.exportTo(file);
        });
        planner.trigger("action.export");
        const QStringList lines = linesOf(file);
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines[0].startsWith(QStringLiteral("\"Product\",")));
        QCOMPARE(lines[0].count(QLatin1Char(',')), static_cast<int>(ui::ProductColumn::Count) - 1);
        QVERIFY(lines[1].startsWith(QLatin1Char('"') + grid->model()->index(2, 0).data().toString()
                                    + QLatin1Char('"')));
    }

    void ordersAsAWorkbook()
    {
        PlannerHarness planner;
        planner.trigger("action.mode.rules");
        QVERIFY(!planner.find<QAction>("action.export")->isEnabled());
        planner.trigger("action.mode.orders");
        auto* grid = planner.find<QTableView>("grid.orders");
        QTRY_VERIFY_WITH_TIMEOUT(grid->model()->rowCount() > 0, kPatience);
        const QString file = planner.folder() + QStringLiteral("/orders.xlsx");
        planner.answer("dialog.export", [&](QWidget& widget) {
            auto& dialog = static_cast<ui::ExportDialog&>(widget);
            dialog.findChild<QComboBox*>(QStringLiteral("combo.exportFormat"))->setCurrentIndex(1);
            const auto* separator = dialog.findChild<QComboBox*>(QStringLiteral("combo.exportSeparator"));
            QVERIFY(!separator->isEnabled());
            QVERIFY(separator->toolTip().startsWith(QStringLiteral("Unavailable")));
            QTest::qWait(50);
            picture(dialog, QStringLiteral("export-orders"));
            dialog.exportTo(file);
        });
        planner.trigger("action.export");
        QVERIFY(planner.allAnswered());
        QFile workbook(file);
        QVERIFY(workbook.open(QIODevice::ReadOnly));
        QVERIFY(workbook.readAll().startsWith("PK"));
    }

    /// Journey 18's part: the defaults of a German desktop, in the dark theme.
    void germanIsSemicolonAndDecimalComma()
    {
        PlannerHarness planner({}, QStringLiteral("de"));
        planner.trigger("action.theme.dark");
        planner.trigger("action.view.1");
        planner.screenshot(QStringLiteral("views-de-dark"));
        const QString file = planner.folder() + QStringLiteral("/out.csv");
        planner.answer("dialog.export", [&](QWidget& widget) {
            QTest::qWait(50);
            picture(widget, QStringLiteral("export-de-dark"));
            static_cast<ui::ExportDialog&>(widget).exportTo(file);
        });
        planner.trigger("action.export");
        planner.answer("dialog.columns", [&](QWidget& widget) {
            QTest::qWait(50);
            picture(widget, QStringLiteral("columns-de-dark"));
            widget.close();
        });
        planner.trigger("action.columns");
        planner.trigger("action.theme.light");
        QVERIFY(planner.allAnswered());
        const QStringList lines = linesOf(file);
        QVERIFY(lines.size() > 1);
        QVERIFY2(lines[0].contains(QStringLiteral(";\"Entscheidung\";")), qPrintable(lines[0]));
        const QStringList one = lines.filter(QStringLiteral("\"PROD-001\""));
        QCOMPARE(one.size(), 1);
        QVERIFY2(one[0].contains(QStringLiteral(";1726,92;")), qPrintable(one[0]));
    }

    void nothingSelectedSaysWhy()
    {
        ui::ExportDialog dialog(longList());
        dialog.findChild<QComboBox*>(QStringLiteral("combo.exportRows"))->setCurrentIndex(0);
        const auto* button = dialog.findChild<QPushButton*>(QStringLiteral("btn.export"));
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->toolTip(), QStringLiteral("Unavailable: no row is selected"));
    }

    void cancelStopsAtOnceAndNothingRevives_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<bool>("isPacking");
        QTest::newRow("csv") << 0 << false;
        QTest::newRow("xlsx") << 1 << false;
        QTest::newRow("xlsx, while it is packed") << 1 << true;
    }

    void cancelStopsAtOnceAndNothingRevives()
    {
        QFETCH(int, format);
        QFETCH(bool, isPacking);
        const QTemporaryDir folder;
        ui::ExportDialog dialog(longList());
        const QSignalSpy exported(&dialog, &ui::ExportDialog::exported);
        dialog.findChild<QComboBox*>(QStringLiteral("combo.exportFormat"))->setCurrentIndex(format);
        dialog.show();
        dialog.exportTo(folder.filePath(QStringLiteral("out")));
        auto* close = dialog.findChild<QPushButton*>(QStringLiteral("btn.exportClose"));
        QCOMPARE(close->text(), QStringLiteral("Cancel"));
        auto* bar = dialog.findChild<QProgressBar*>(QStringLiteral("progress.export"));
        QTRY_VERIFY_WITH_TIMEOUT(isPacking ? bar->maximum() == 0 : bar->value() > 0, 2 * kPatience);
        picture(dialog, QStringLiteral("export-running"));
        QElapsedTimer time;
        time.start();
        QTest::mouseClick(close, Qt::LeftButton);
        QVERIFY(dialog.isVisible());
        QVERIFY(dialog.findChild<QPushButton*>(QStringLiteral("btn.export"))->isEnabled());
        QVERIFY(dialog.findChild<QLabel*>(QStringLiteral("label.exportMessage"))
                    ->text()
                    .startsWith(QStringLiteral("Cancelled")));
        if (!isPacking)
            QVERIFY(workPool().waitForDone(1000));
        QVERIFY(time.elapsed() < 1000);
        QVERIFY(workPool().waitForDone(4 * kPatience));
        QTest::qWait(50);
        QCOMPARE(exported.count(), 0);
        QVERIFY(dialog.isVisible());
        QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    void problemsAreSaidInTheDialog()
    {
        ui::ExportDialog dialog(longList());
        dialog.show();
        dialog.exportTo(QStringLiteral("/nowhere/at/all.csv"));
        const auto* message = dialog.findChild<QLabel*>(QStringLiteral("label.exportMessage"));
        QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(QStringLiteral("folder does not exist")),
                                 kPatience);
        QVERIFY(message->isVisible());
        QVERIFY(dialog.isVisible());
        picture(dialog, QStringLiteral("export-problem"));
    }

    /// Journey 16 on a large catalogue; the long form.
    void hundredThousandProducts()
    {
        if (!qEnvironmentVariableIsSet("PURCHASING_LONG_TESTS"))
            QSKIP("the long form: PURCHASING_LONG_TESTS=1");
        PlannerHarness planner;
        sql::CatalogueCsvOptions csv;
        csv.products = 100000;
        csv.seed = 7;
        const QTemporaryDir folder;
        QVERIFY(sql::writeCatalogueCsv(folder.path(), csv).isOk());
        QVERIFY(planner.workspace().connection().importer->import(folder.path(), {}).result().isOk());
        planner.workspace().feed().reload();
        QTRY_VERIFY_WITH_TIMEOUT(planner.workspace().feed().productCount() > 100000
                                     && !planner.workspace().feed().isBusy(),
                                 20 * kPatience);
        auto* grid = planner.find<QTableView>("grid.products");
        const int all = planner.workspace().feed().productCount();
        QTRY_COMPARE_WITH_TIMEOUT(grid->model()->rowCount(), all, kPatience);

        // The longest time that the window did not answer.
        QElapsedTimer sinceBeat;
        qint64 longest = 0;
        QTimer beat;
        connect(&beat, &QTimer::timeout, this, [&] { longest = std::max(longest, sinceBeat.restart()); });
        beat.start(1);
        sinceBeat.start();
        QElapsedTimer time;
        const auto tell = [&](const char* what) {
            qInfo("%s: %lld ms, longest stall %lld ms", what, static_cast<long long>(time.elapsed()),
                  static_cast<long long>(longest));
            longest = 0;
            time.start();
        };
        QTest::qWait(100);
        longest = 0;
        time.start();
        planner.trigger("action.filterRow");
        planner.find<QLineEdit>("filter.total_amount")->setText(QStringLiteral(">1000"));
        QTRY_VERIFY_WITH_TIMEOUT(grid->model()->rowCount() < all, kPatience);
        tell("filter by total");
        planner.click("chip.all");
        QTRY_COMPARE_WITH_TIMEOUT(grid->model()->rowCount(), all, kPatience);
        tell("no filter");
        planner.find<QLineEdit>("filter.supplier")->setText(QStringLiteral("a"));
        QTRY_VERIFY_WITH_TIMEOUT(grid->model()->rowCount() < all, kPatience);
        tell("filter by supplier");
        planner.click("chip.all");
        QTRY_COMPARE_WITH_TIMEOUT(grid->model()->rowCount(), all, kPatience);
        planner.find<QLineEdit>("filter.reason")->setText(QStringLiteral("on order"));
        QTRY_VERIFY_WITH_TIMEOUT(grid->model()->rowCount() < all, kPatience);
        tell("filter by reason");
        planner.click("chip.all");
        QTRY_COMPARE_WITH_TIMEOUT(grid->model()->rowCount(), all, kPatience);

        time.start();
        grid->selectAll();
        tell("select all");
        planner.trigger("action.copy");
        QTRY_COMPARE_WITH_TIMEOUT(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')) + 1, all,
                                  4 * kPatience);
        tell("copy");
        const QString file = folder.filePath(QStringLiteral("out.csv"));
        planner.answer("dialog.export", [&](QWidget& widget) {
            auto& dialog = static_cast<ui::ExportDialog&>(widget);
            dialog.findChild<QComboBox*>(QStringLiteral("combo.exportFormat"))->setCurrentIndex(1);
            tell("export dialog");
            dialog.exportTo(folder.filePath(QStringLiteral("out.xlsx")));
            QTest::qWait(1500);
            tell("writing a workbook");
            dialog.reject();
            QVERIFY(workPool().waitForDone(1000));
            tell("cancelling it");
            dialog.findChild<QComboBox*>(QStringLiteral("combo.exportFormat"))->setCurrentIndex(0);
            dialog.exportTo(file);
        });
        planner.trigger("action.export");
        tell("writing CSV");
        QVERIFY(planner.allAnswered());
        QCOMPARE(linesOf(file).size(), all + 1);
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("out.xlsx"))));
    }

private:
    static void picture(QWidget& widget, const QString& name)
    {
        const QString folder = QCoreApplication::applicationDirPath() + QStringLiteral("/../screenshots");
        QDir().mkpath(folder);
        QVERIFY(widget.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::ExportTest)
#include "export_test.moc"
