#include "ui/theme/theme.h"

#include <QAction>
#include <QDockWidget>
#include <QTabWidget>
#include <QTreeWidget>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {

/// Pictures of every mode and panel, light and dark, from the running application, for people to look at.
class ScreenshotsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyModeInBothThemes_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("light") << QStringLiteral("light");
        QTest::newRow("dark") << QStringLiteral("dark");
    }

    void everyModeInBothThemes()
    {
        QFETCH(QString, theme);
        PlannerHarness planner;
        QVERIFY(planner.isUsable());
        planner.trigger(qPrintable(QStringLiteral("action.theme.") + theme));
        QCOMPARE(ui::theme::isDark(), theme == QLatin1String("dark"));
        planner.goTo(QStringLiteral("PROD-001"));
        auto* tabs = planner.find<QTabWidget>("tabs.product");
        const char* const panels[] = {"decision", "demand", "inventory", "supplier",
                                      "units",    "chart",  "activity"};
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            QTest::qWait(400); // Panels read their data; a picture has no condition to wait for.
            planner.screenshot(QStringLiteral("planning-%1-%2").arg(QLatin1String(panels[i]), theme));
        }
        tabs->setCurrentIndex(0);
        planner.trigger("action.trace");
        QTRY_VERIFY(planner.find<QTreeWidget>("tree.trace")->topLevelItemCount() > 0);
        planner.screenshot(QStringLiteral("planning-trace-") + theme);
        planner.trigger("action.trace");
        for (const char* mode : {"rules", "orders", "approvals"}) {
            planner.trigger(qPrintable(QStringLiteral("action.mode.") + QLatin1String(mode)));
            QTest::qWait(400);
            planner.screenshot(QLatin1String(mode) + QLatin1Char('-') + theme);
        }
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::ScreenshotsTest)
#include "screenshots_test.moc"
