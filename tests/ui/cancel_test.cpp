#include "core/sql/generator/catalogue_csv.h"
#include "ui/catalogue/import_dialog.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 240000; // The import alone takes a minute on a busy machine.
constexpr int kProducts = 100000;
constexpr int kLonger = 1500; // Cancelled work that came back would be seen within this time.

} // namespace

/// Journey 16: what takes long stops when it is told to, leaves nothing half done and does not come back.
class CancelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importThenLoad()
    {
        QTemporaryDir csv;
        sql::CatalogueCsvOptions options;
        options.products = kProducts;
        QVERIFY(sql::writeCatalogueCsv(csv.path(), options).isOk());
        PlannerHarness planner;
        QVERIFY(planner.isUsable());
        const int before = planner.workspace().feed().productCount();

        // An import, while its files are read: nothing of it is there, and the dialog can be used again.
        planner.answer("dialog.import", [&](QWidget& widget) {
            auto& dialog = static_cast<ui::ImportDialog&>(widget);
            auto* import = dialog.findChild<QPushButton*>(QStringLiteral("btn.import"));
            auto* close = dialog.findChild<QPushButton*>(QStringLiteral("btn.importClose"));
            auto* summary = dialog.findChild<QLabel*>(QStringLiteral("label.importSummary"));
            dialog.setPath(csv.path());
            QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), kPatience);
            QTest::mouseClick(import, Qt::LeftButton);
            QCOMPARE(close->text(), QStringLiteral("Cancel"));
            QTest::qWait(50);
            QTest::mouseClick(close, Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(summary->text().contains(QStringLiteral("cancelled")), kPatience);
            QTest::qWait(kLonger);
            QVERIFY(summary->text().contains(QStringLiteral("cancelled")));
            QCOMPARE(planner.workspace().feed().productCount(), before);

            // The same once more, to its end.
            dialog.setPath(csv.path());
            QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), kPatience);
            QTest::mouseClick(import, Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(summary->text().contains(QStringLiteral("Imported")), kPatience);
            dialog.close();
        });
        planner.trigger("action.import");
        QVERIFY(planner.allAnswered());
        QTRY_VERIFY_WITH_TIMEOUT(planner.workspace().feed().productCount() == before + kProducts
                                     && !planner.workspace().feed().isBusy(),
                                 kPatience);

        // A load of all of it: the catalogue that was there stays, whole.
        ui::Workspace& workspace = planner.workspace();
        workspace.feed().reload();
        QVERIFY(workspace.feed().isBusy());
        QTest::qWait(20);
        workspace.feed().cancelLoading();
        QTRY_VERIFY_WITH_TIMEOUT(!workspace.feed().isBusy(), kPatience);
        int resets = 0;
        connect(&workspace.feed(), &ui::CatalogueFeed::catalogueReset, this, [&resets] { ++resets; });
        QTest::qWait(kLonger);
        QCOMPARE(resets, 0);
        QVERIFY(!workspace.feed().isBusy());
        QCOMPARE(workspace.feed().productCount(), before + kProducts);
        workspace.feed().reload(); // It can be asked for again.
        QTRY_VERIFY_WITH_TIMEOUT(!workspace.feed().isBusy(), kPatience);
        QCOMPARE(workspace.feed().productCount(), before + kProducts);
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::CancelTest)
#include "cancel_test.moc"
