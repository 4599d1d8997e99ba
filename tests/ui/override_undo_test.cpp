#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

#include "tests/ui/override_steps.h"
#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 20000;
const QString kProduct = QStringLiteral("PROD-002"); // 245 by the rules.

} // namespace

/// Undoing what was done to overrides.
class OverrideUndoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Every act can be undone and done again; each is stored, audited and survives a restart.
    void actsAreUndoneAndDoneAgain()
    {
        PlannerHarness planner;
        planner.window().activateWindow();
        planner.goTo(kProduct);
        auto* undo = planner.find<QAction>("action.undo");
        auto* redo = planner.find<QAction>("action.redo");
        const auto qty = [&] { return cell(planner, kProduct, QStringLiteral("Order qty")); };
        const auto press = [&](int key, Qt::KeyboardModifiers modifiers) {
            auto* grid = planner.find<QTableView>("grid.products");
            grid->setFocus();
            QTRY_VERIFY(grid->hasFocus());
            QTest::keyClick(grid, static_cast<Qt::Key>(key), modifiers);
        };
        QVERIFY(!undo->isEnabled());
        QVERIFY(undo->toolTip().startsWith(QStringLiteral("Unavailable: ")));
        override(planner, QStringLiteral("260"), QStringLiteral("Promotion"));
        QTRY_COMPARE_WITH_TIMEOUT(qty(), QStringLiteral("260"), kPatience);
        override(planner, QStringLiteral("280"), QStringLiteral("Larger promotion"));
        QTRY_COMPARE_WITH_TIMEOUT(qty(), QStringLiteral("280"), kPatience);
        planner.trigger("action.revertOverride");
        QTRY_COMPARE_WITH_TIMEOUT(qty(), QStringLiteral("245"), kPatience);

        QTRY_COMPARE(undo->text(), QStringLiteral("&Undo revert to the rules of PROD-002"));
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(qty(), QStringLiteral("280"), kPatience);
        QTRY_COMPARE(undo->text(), QStringLiteral("&Undo override of PROD-002"));
        QTRY_VERIFY(undo->isEnabled());
        planner.screenshot(QStringLiteral("override_undo"));
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(qty(), QStringLiteral("260"), kPatience);
        QTRY_VERIFY(planner.textOf("label.overrideNow").contains(QStringLiteral("Promotion")));
        QTRY_VERIFY(undo->isEnabled());
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(qty(), QStringLiteral("245"), kPatience);
        QTRY_VERIFY(!undo->isEnabled() && redo->isEnabled());
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(qty(), QStringLiteral("260"), kPatience);
        QTRY_VERIFY(redo->isEnabled());
        press(Qt::Key_Y, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(qty(), QStringLiteral("280"), kPatience);
        const auto& ports = planner.workspace().connection().ports;
        QCOMPARE((*ports.overrides->find(kProduct).result())->reason, QStringLiteral("Larger promotion"));
        QVERIFY(ports.audit->verify().result().isOk());
        planner.restart();
        QCOMPARE(cell(planner, kProduct, QStringLiteral("Order qty")), QStringLiteral("280"));
    }

    /// A field that is being typed in keeps Ctrl+Z for its own text.
    void textFieldsUndoTheirOwn()
    {
        PlannerHarness planner;
        planner.window().activateWindow();
        planner.goTo(kProduct);
        override(planner, QStringLiteral("260"), QStringLiteral("Promotion"));
        QTRY_COMPARE_WITH_TIMEOUT(cell(planner, kProduct, QStringLiteral("Order qty")), QStringLiteral("260"),
                                  kPatience);
        auto* reason = planner.find<QLineEdit>("edit.overrideReason");
        QTRY_COMPARE(reason->text(), QStringLiteral("Promotion"));
        QTRY_VERIFY(planner.find<QAction>("action.undo")->isEnabled());
        reason->setFocus();
        QTRY_VERIFY(reason->hasFocus());
        reason->end(false);
        QTest::keyClicks(reason, QStringLiteral(" of spring"));
        QTest::keyClick(reason, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(reason->text(), QStringLiteral("Promotion"));
        planner.trigger("action.evaluate");
        const auto stored = planner.workspace().connection().ports.overrides->find(kProduct).result();
        QVERIFY(stored.isOk() && *stored);
        QCOMPARE((*stored)->qty, 260);
        QVERIFY(planner.find<QAction>("action.undo")->isEnabled());
    }

    /// Where no override is seen, none is undone.
    void nothingUnseenIsUndone()
    {
        PlannerHarness planner;
        planner.window().activateWindow();
        planner.goTo(kProduct);
        override(planner, QStringLiteral("260"), QStringLiteral("Promotion"));
        auto* undo = planner.find<QAction>("action.undo");
        QTRY_VERIFY_WITH_TIMEOUT(undo->isEnabled(), kPatience);
        for (const char* mode : {"orders", "approvals"}) {
            planner.trigger(qPrintable(QStringLiteral("action.mode.") + QLatin1String(mode)));
            auto* grid = planner.find<QTableView>(qPrintable(QStringLiteral("grid.") + QLatin1String(mode)));
            grid->setFocus();
            QTRY_VERIFY(grid->hasFocus());
            QTest::keyClick(grid, Qt::Key_Z, Qt::ControlModifier);
            QVERIFY(!undo->isEnabled());
            QVERIFY2(undo->toolTip().contains(QStringLiteral("switch to Planning")),
                     qPrintable(undo->toolTip()));
            QCOMPARE(undo->text(), QStringLiteral("&Undo"));
        }
        planner.trigger("action.mode.planning");
        QTRY_VERIFY_WITH_TIMEOUT(undo->isEnabled(), kPatience); // After whatever was under way.
        QCOMPARE(undo->text(), QStringLiteral("&Undo override of PROD-002"));
        QCOMPARE((*planner.workspace().connection().ports.overrides->find(kProduct).result())->qty, 260);
    }

    /// The working person changes while an override is stored: it is not the next person's to undo.
    void nobodyUndoesWhatAnotherDid()
    {
        PlannerHarness planner;
        planner.window().activateWindow();
        const auto& ports = planner.workspace().connection().ports;
        const Actor ana = planner.workspace().identity().actor();
        const auto ben = ports.people->addPerson(QStringLiteral("Ben"), ana).result();
        QVERIFY(ports.people->setSingleOperator(false, ana).result().isOk());
        planner.workspace().identity().refresh();
        QTRY_VERIFY(!planner.workspace().identity().actor().singleOperator);
        planner.goTo(kProduct);
        override(planner, QStringLiteral("260"), QStringLiteral("Promotion"));
        planner.workspace().identity().workAs({ben->personId, ben->name, false}); // Before the answer.
        QTRY_COMPARE_WITH_TIMEOUT(cell(planner, kProduct, QStringLiteral("Order qty")), QStringLiteral("260"),
                                  kPatience);
        QCOMPARE(planner.workspace().identity().actor().personId, ben->personId);
        auto* undo = planner.find<QAction>("action.undo");
        QVERIFY2(!undo->isEnabled() && undo->toolTip().contains(QStringLiteral("no override was changed")),
                 qPrintable(undo->toolTip()));
        auto* revert = planner.find<QAction>("action.revertOverride");
        QTRY_VERIFY_WITH_TIMEOUT(revert->isEnabled(), kPatience);
        revert->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(cell(planner, kProduct, QStringLiteral("Order qty")), QStringLiteral("245"),
                                  kPatience);
        QTRY_COMPARE(undo->text(), QStringLiteral("&Undo revert to the rules of PROD-002")); // His own.
    }

    /// What somebody changed since is not undone; the person is told who did what.
    void undoingIsRefusedWhenOthersActedSince()
    {
        PlannerHarness planner;
        planner.window().activateWindow();
        planner.goTo(kProduct);
        auto* undo = planner.find<QAction>("action.undo");
        const auto& ports = planner.workspace().connection().ports;
        const auto tryToUndo = [&] {
            QString told;
            planner.answer("dialog.failure", [&told](QWidget& dialog) {
                for (const QLabel* label : dialog.findChildren<QLabel*>())
                    told += label->text() + QLatin1Char('\n');
                dialog.close();
            });
            undo->trigger();
            (void)QTest::qWaitFor([&] { return planner.allAnswered(); }, kPatience);
            return told;
        };
        override(planner, QStringLiteral("260"), QStringLiteral("Promotion"));
        QTRY_VERIFY_WITH_TIMEOUT(undo->isEnabled(), kPatience);
        const auto ben =
            ports.people->addPerson(QStringLiteral("Ben"), planner.workspace().identity().actor()).result();
        Override his = **ports.overrides->find(kProduct).result();
        his.qty = 300;
        QVERIFY(ports.overrides->set(his, his.version, {ben->personId, ben->name, false}).result().isOk());
        QString told = tryToUndo();
        QVERIFY2(told.contains(QStringLiteral("changed by Ben")), qPrintable(told));
        QCOMPARE((*ports.overrides->find(kProduct).result())->qty, 300);
        QTRY_VERIFY(!undo->isEnabled()); // It can never be done.

        // Nor is it made again where somebody removed it.
        QTRY_COMPARE_WITH_TIMEOUT(cell(planner, kProduct, QStringLiteral("Order qty")), QStringLiteral("300"),
                                  kPatience);
        override(planner, QStringLiteral("280"), QStringLiteral("Larger promotion"));
        QTRY_VERIFY_WITH_TIMEOUT(undo->isEnabled(), kPatience);
        const auto mine = *ports.overrides->find(kProduct).result();
        QVERIFY(mine && mine->qty == 280);
        QVERIFY(ports.overrides->clear(kProduct, mine->version, {ben->personId, ben->name, false})
                    .result()
                    .isOk());
        told = tryToUndo();
        QVERIFY2(told.contains(QStringLiteral("removed by Ben")), qPrintable(told));
        QVERIFY(!*ports.overrides->find(kProduct).result());
        QTRY_VERIFY(!undo->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(cell(planner, kProduct, QStringLiteral("Order qty")), QStringLiteral("245"),
                                  kPatience);

        // An order uses the next one up.
        override(planner, QStringLiteral("310"), QStringLiteral("Agreed"));
        QTRY_VERIFY_WITH_TIMEOUT(undo->isEnabled(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(cell(planner, kProduct, QStringLiteral("Order qty")), QStringLiteral("310"),
                                  kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QPushButton>("btn.createPo")->isEnabled(), kPatience);
        planner.click("btn.createPo");
        QTRY_COMPARE_WITH_TIMEOUT(planner.textOf("label.word"), QStringLiteral("Covered"), kPatience);
        told = tryToUndo();
        QVERIFY2(told.contains(QStringLiteral("used for an order")), qPrintable(told));
        QVERIFY(!*ports.overrides->find(kProduct).result());
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::OverrideUndoTest)
#include "override_undo_test.moc"
