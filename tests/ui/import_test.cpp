#include "ui/catalogue/import_dialog.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 15000;

} // namespace

/// File ▸ Import as a person uses it.
class ImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dryRunThenImportThenTheGridHasIt()
    {
        PlannerHarness planner;
        const QString folder =
            files(planner, "product_id,name,category\nNEW-1,Brand new,Test\nPROD-001,Renamed,Bearings\n");
        planner.answer("dialog.import", [&](QWidget& widget) {
            auto& dialog = static_cast<ui::ImportDialog&>(widget);
            auto* import = dialog.findChild<QPushButton*>(QStringLiteral("btn.import"));
            QVERIFY(!import->isEnabled());
            dialog.setPath(folder);
            QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), kPatience);
            auto* table = dialog.findChild<QTableWidget*>(QStringLiteral("table.importFiles"));
            QCOMPARE(table->item(0, 1)->text(), QStringLiteral("1"));
            QCOMPARE(table->item(0, 2)->text(), QStringLiteral("1"));
            QCOMPARE(planner.workspace().feed().rowOf(QStringLiteral("NEW-1")), -1);
            QTest::mouseClick(import, Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(planner.workspace().feed().rowOf(QStringLiteral("NEW-1")) >= 0,
                                     kPatience);
            dialog.close();
        });
        planner.trigger("action.import");
        QVERIFY(planner.allAnswered());
        planner.goTo(QStringLiteral("NEW-1"));
        QTRY_COMPARE(planner.textOf("label.word"),
                     QStringLiteral("Blocked")); // Nothing but its name is known.
    }

    void badCellsAreShownAndNothingIsImported()
    {
        PlannerHarness planner;
        const QString folder = files(planner, "product_id,name,category\nNEW-1,a\x07,Test\nNEW-2,ok,Test\n");
        planner.answer("dialog.import", [&](QWidget& widget) {
            auto& dialog = static_cast<ui::ImportDialog&>(widget);
            dialog.setPath(folder);
            auto* cells = dialog.findChild<QTableWidget*>(QStringLiteral("table.badCells"));
            QTRY_COMPARE_WITH_TIMEOUT(cells->rowCount(), 1, kPatience);
            QCOMPARE(cells->item(0, 1)->text(), QStringLiteral("2"));
            QVERIFY(cells->item(0, 4)->text().contains(QStringLiteral("control character")));
            QVERIFY(!dialog.findChild<QPushButton*>(QStringLiteral("btn.import"))->isEnabled());
            dialog.grab().save(QCoreApplication::applicationDirPath()
                               + QStringLiteral("/../screenshots/import-bad-cells.png"));
            dialog.close();
        });
        planner.trigger("action.import");
        QCOMPARE(planner.workspace().feed().rowOf(QStringLiteral("NEW-2")), -1);
    }

    void warningsAreShownAndStopNothing()
    {
        PlannerHarness planner;
        const QString folder =
            files(planner, "product_id,name,category\nNEW-1,a,Test\nnew-1,b,Test\nprod-001,c,Test\n");
        planner.answer("dialog.import", [&](QWidget& widget) {
            auto& dialog = static_cast<ui::ImportDialog&>(widget);
            dialog.setPath(folder);
            auto* cells = dialog.findChild<QTableWidget*>(QStringLiteral("table.badCells"));
            QTRY_COMPARE_WITH_TIMEOUT(cells->rowCount(), 2, kPatience);
            QCOMPARE(cells->item(0, 3)->text(), QStringLiteral("Warning"));
            QVERIFY(cells->item(0, 4)->text().contains(QStringLiteral("looks like the product")));
            QVERIFY(dialog.findChild<QPushButton*>(QStringLiteral("btn.import"))->isEnabled());
            dialog.grab().save(QCoreApplication::applicationDirPath()
                               + QStringLiteral("/../screenshots/import-warnings.png"));
            QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("btn.import")), Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(dialog.findChild<QLabel*>(QStringLiteral("label.importSummary"))
                                         ->text()
                                         .startsWith(QStringLiteral("Imported")),
                                     kPatience);
            dialog.close();
        });
        planner.trigger("action.import");
        QTRY_VERIFY_WITH_TIMEOUT(planner.workspace().feed().rowOf(QStringLiteral("new-1")) >= 0, kPatience);
    }

private:
    static QString files(const PlannerHarness& planner, const QByteArray& products)
    {
        const QString folder = planner.folder() + QStringLiteral("/csv");
        QDir().mkpath(folder);
        QFile file(folder + QStringLiteral("/products.csv"));
        if (!file.open(QIODevice::WriteOnly) || file.write(products) != products.size())
            qFatal("cannot write a test file");
        return folder;
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::ImportTest)
#include "import_test.moc"
