#include "app/wiring/installation.h"
#include "ui/catalogue/import_dialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 15000;

const char* const kPriceList = "SKU;Name;Supplier ID;Unit price;Lead time [days]\n"
                               "N-1;Pump;S-1;1250.50;7\nN-2;Seal;S-1;99.-;7\n";

} // namespace

/// From an empty database to the first decision, with nothing but what the screen says.
class FirstImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyDatabaseIsFilled()
    {
        const QTemporaryDir folder;
        const QString database = folder.filePath(QStringLiteral("empty.sqlite"));
        QVERIFY(openInstallation(database, {}, false, NewDatabase::Empty).isOk());
        QFile file(folder.filePath(QStringLiteral("prices.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(kPriceList);
        file.close();

        PlannerHarness planner(database);
        auto* start = planner.window()
                          .findChild<QWidget*>(QStringLiteral("page.planning"))
                          ->findChild<QPushButton*>(QStringLiteral("panel.state.action"));
        QTRY_VERIFY_WITH_TIMEOUT(start->isVisible() && start->text().startsWith(QStringLiteral("Import")),
                                 kPatience);
        planner.answer("dialog.import", [&](QWidget& dialog) {
            takeIn(dialog, file.fileName());
            dialog.close();
        });
        QTest::mouseClick(start, Qt::LeftButton);
        QVERIFY(planner.allAnswered());
        auto* grid = planner.find<QTableView>("grid.products");
        QTRY_COMPARE_WITH_TIMEOUT(grid->model()->rowCount(), 2, kPatience);
    }

private:
    /// Types the path, goes through the steps and imports.
    static void takeIn(QWidget& dialog, const QString& file)
    {
        const auto button = [&dialog](const char* name) {
            return dialog.findChild<QPushButton*>(QLatin1String(name));
        };
        const auto isAt = [&dialog](int step) {
            return dialog.findChild<QLabel*>(QStringLiteral("label.importStep"))
                ->text()
                .contains(QStringLiteral(" %1 ").arg(step));
        };
        auto* path = dialog.findChild<QLineEdit*>(QStringLiteral("edit.importFolder"));
        QTest::keyClicks(path, file + QLatin1Char('x'));
        QTest::keyClick(path, Qt::Key_Return);
        const auto* summary = dialog.findChild<QLabel*>(QStringLiteral("label.importSummary"));
        QTRY_VERIFY2(summary->text().contains(QStringLiteral("does not exist")), qPrintable(summary->text()));
        QTest::keyClick(path, Qt::Key_Backspace);
        QTest::keyClick(path, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(isAt(2), kPatience);
        QTest::mouseClick(button("btn.importNext"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(isAt(3), kPatience);
        // What the file does not say blocks what it brings: a value for every row can be given at once.
        auto* moq = dialog.findChild<QLineEdit*>(QStringLiteral("edit.importValue.moq"));
        QVERIFY(moq);
        QTest::keyClicks(moq, QStringLiteral("10"));
        QTRY_VERIFY(button("btn.importNext")->isEnabled());
        QTest::qWait(500); // As a person pauses; nobody leaves the field.
        QTest::mouseClick(button("btn.importNext"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(button("btn.import")->isEnabled(), kPatience);
        QVERIFY2(summary->text().contains(QStringLiteral("Supplier is active")), qPrintable(summary->text()));
        QVERIFY2(!summary->text().contains(QStringLiteral("Minimum")), qPrintable(summary->text()));
        // Before anything is changed it stands there what would be.
        const auto* changes = dialog.findChild<QTableWidget*>(QStringLiteral("table.importChanges"));
        QVERIFY(changes->isVisible() && changes->rowCount() > 2);
        QTest::mouseClick(button("btn.import"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(summary->text().contains(QStringLiteral("Imported")), kPatience);
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::FirstImportTest)
#include "first_import_test.moc"
