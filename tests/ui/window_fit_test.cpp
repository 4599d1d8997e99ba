#include <QDir>
#include <QDockWidget>
#include <QScreen>
#include <QStatusBar>

#include "tests/ui/every_screen.h"
#include "tests/ui/planner_harness.h"
#include "tests/ui/text_fit.h"
#include "tests/ui/window_fit.h"

namespace purchasing::tests {
namespace {

/// Names and numbers as long as the database takes them, and words that no panel has room for.
void makeEverythingLong(PlannerHarness& planner)
{
    planner.changeElsewhere(QStringLiteral(
        "UPDATE {oms}products SET name = name || ' – stainless, hardened, for the outdoor use in salt water, "
        "spare "
        "part, packed in boxes of twelve with a manual in nine languages, "
        "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaftsschraube'"));
    planner.changeElsewhere(QStringLiteral(
        "UPDATE {supplier}supplier_info SET supplier_name = 'Vereinigte Schrauben- und Befestigungstechnik "
        "Handelsgesellschaft mbH & Co. Kommanditgesellschaft, "
        "Schraubengrosshandelsniederlassungsverwaltungsgesellschaft Norddeutschland', "
        "email = 'purchase.orders.department.north@befestigungstechnik-handelsgesellschaft.example.com', "
        "unit_price = unit_price + 98765432 WHERE product_id <> 'PROD-163'"));
    planner.changeElsewhere(
        QStringLiteral("UPDATE {inventory}inventory_levels SET current_qty = current_qty * 1000000 "
                       "WHERE product_id = 'PROD-002'"));
}

} // namespace

/// The window on small screens, with long names and numbers, light and in German and dark: everything is in
/// sight, whole and named. ctest runs it on screens of 1024x768 and 1366x768, and again at 200 %.
class WindowFitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingFits_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("appearance");
        QTest::newRow("english") << QStringLiteral("en") << QStringLiteral("light");
        QTest::newRow("german") << QStringLiteral("de") << QStringLiteral("dark");
    }

    void everythingFits()
    {
        QFETCH(QString, language);
        QFETCH(QString, appearance);
        const QSize screen = QGuiApplication::primaryScreen()->size();
        const QString prefix =
            QStringLiteral("fit-%1-%2x%3-").arg(language).arg(screen.width()).arg(screen.height());
        QStringList wrong;
        {
            PlannerHarness planner({}, language);
            QVERIFY(planner.isUsable());
            makeEverythingLong(planner);
            planner.settings().setValue(QStringLiteral("appearance"), appearance);
            planner.restart();
            planner.window().resize(screen);
            planner.goTo(QStringLiteral("PROD-001"));
            const auto look = [&](const QString& name, QWidget& shown) {
                shown.grab().save(QCoreApplication::applicationDirPath() + QStringLiteral("/../screenshots/")
                                  + prefix + name + QStringLiteral(".png"));
                for (const QString& each : clippedTexts(shown) + misfits(shown) + namelessStops(shown)
                         + sharedLetters(shown) + letterlessActs(shown))
                    wrong << name + QStringLiteral(": ") + each;
            };
            lookAtPages(planner, look);
            lookAtDialogs(planner, look);
        }
        for (const QString& each : wrong) // A failure's message is cut where it is long.
            qWarning("%s", qPrintable(each));
        QVERIFY(wrong.isEmpty());
    }

    /// Pages and the product beside Planning together need more than a small screen has.
    void everyModeFitsWhenStartedAgain_data()
    {
        QTest::addColumn<QString>("mode");
        for (const char* mode : {"planning", "rules", "orders", "approvals"})
            QTest::newRow(mode) << QString::fromLatin1(mode);
    }

    void everyModeFitsWhenStartedAgain()
    {
        QFETCH(QString, mode);
        PlannerHarness planner;
        const QSize screen = QGuiApplication::primaryScreen()->size();
        planner.window().resize(screen);
        planner.trigger(qPrintable(QStringLiteral("action.mode.") + mode));
        planner.trigger("action.resetLayout");
        QCoreApplication::processEvents();
        QCOMPARE(planner.window().size(), screen);
        planner.window().close(); // Keeps where it was.
        ui::MainWindow again(planner.workspace(), planner.settings());
        again.show();
        QCoreApplication::processEvents();
        QCOMPARE(again.size().boundedTo(screen), again.size());
        again.setMode(ui::MainWindow::Mode::Planning);
        QVERIFY(again.findChild<QDockWidget*>(QStringLiteral("dock.product"))->isVisible());
    }

    void firstStartFitsTheScreen()
    {
        PlannerHarness planner;
        planner.settings().remove(QStringLiteral("window")); // As the first time.
        ui::MainWindow window(planner.workspace(), planner.settings());
        window.show();
        const QSize screen = window.screen()->availableSize();
        QVERIFY2(window.width() <= screen.width() && window.height() <= screen.height(),
                 qPrintable(QStringLiteral("%1x%2").arg(window.width()).arg(window.height())));
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::WindowFitTest)
#include "window_fit_test.moc"
