#include "ui/rules/rule_editor.h"
#include "ui/rules/rules_page.h"
#include "ui/rules/versions_dialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QSignalSpy>
#include <QToolTip>
#include <QTreeWidget>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 15000;

/// What a window manager does when a dialog closes.
void activate(QWidget& window)
{
    window.activateWindow();
    QTRY_VERIFY(QApplication::activeWindow() == &window);
}

/// Puts the cursor into the first occurrence of `text`.
void goInto(ui::RuleEditor& editor, const QString& text)
{
    QVERIFY(editor.findFirst(text, false, true, false, false, true, 0, 0));
    int line = 0;
    int column = 0;
    editor.getCursorPosition(&line, &column);
    editor.setCursorPosition(line, column - 1);
}

std::vector<RulePack> pack(const QString& text)
{
    return {{QStringLiteral("purchasing_rules.grl"), text, true}};
}

} // namespace

/// What helps whoever writes rules: a product to try them on, what names mean, what differs between versions.
class RuleAuthorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDraftIsTriedOnAnotherProductWithKeysAlone()
    {
        PlannerHarness planner;
        planner.goTo(QStringLiteral("PROD-001"));
        planner.trigger("action.mode.rules");
        activate(planner.window());
        const auto shown = [&] { return planner.textOf("label.liveProduct"); };
        QTRY_VERIFY_WITH_TIMEOUT(shown().startsWith(QStringLiteral("PROD-001")), kPatience);
        planner.answer("dialog.locator", [](QWidget& dialog) {
            auto* edit = dialog.findChild<QLineEdit*>(QStringLiteral("edit.locator"));
            QTest::keyClicks(edit, QStringLiteral("PROD-101"));
            QTest::keyClick(edit, Qt::Key_Return);
        });
        QTest::keyClick(&planner.window(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(shown().startsWith(QStringLiteral("PROD-101")));
        QVERIFY(!planner.find<QCheckBox>("check.followPlanning")->isChecked());

        planner.restart(); // It is remembered, whatever is current in Planning.
        planner.goTo(QStringLiteral("PROD-002"));
        planner.trigger("action.mode.rules");
        QTRY_VERIFY_WITH_TIMEOUT(shown().startsWith(QStringLiteral("PROD-101")), kPatience);
        planner.find<QCheckBox>("check.followPlanning")->click();
        QTRY_VERIFY(shown().startsWith(QStringLiteral("PROD-002")));
    }

    void rulesThatNobodySeesAreNotTried()
    {
        PlannerHarness planner;
        planner.trigger("action.mode.rules");
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QTableWidget>("table.liveResult")->rowCount() > 0, kPatience);
        planner.trigger("action.mode.planning");
        auto* page = planner.window().findChild<ui::RulesPage*>();
        QSignalSpy results(page, &ui::RulesPage::liveResultChanged);
        auto* grid = planner.find<QTableView>("grid.products");
        for (int row = 0; row < 20; ++row) {
            grid->setCurrentIndex(grid->model()->index(row, 0));
            QTest::qWait(20);
        }
        QCOMPARE(results.count(), 0);
        planner.goTo(QStringLiteral("PROD-101"));
        planner.trigger("action.mode.rules"); // What was left out is made up for.
        QTRY_VERIFY_WITH_TIMEOUT(planner.textOf("label.liveProduct").startsWith(QStringLiteral("PROD-101")),
                                 kPatience);
    }

    void oneMisspeltNameIsOneProblemAndMarkedEverywhere()
    {
        PlannerHarness planner;
        planner.trigger("action.mode.rules");
        auto* editor = planner.find<ui::RuleEditor>("editor.rules");
        editor->append(
            QStringLiteral("\nrule Typo { when shortge > 0 && shortge < 5 then order_qty = shortge; }\n"
                           "rule Assigns { when shortage = 5 then order_qty = 1; }\n"));
        auto* problems = planner.find<QTreeWidget>("tree.problems");
        QTRY_COMPARE_WITH_TIMEOUT(problems->topLevelItemCount(), 2, kPatience);
        QCOMPARE(editor->diagnostics().size(), std::size_t{4});
    }

    void namesAreExplainedByAKey()
    {
        PlannerHarness planner;
        planner.goTo(QStringLiteral("PROD-001"));
        planner.trigger("action.mode.rules");
        activate(planner.window());
        auto* editor = planner.find<ui::RuleEditor>("editor.rules");
        editor->setFocus();
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QTableWidget>("table.liveResult")->rowCount() > 0, kPatience);
        const auto explained = [&](const QString& name) {
            goInto(*editor, name);
            QTest::keyClick(editor, Qt::Key_I, Qt::ControlModifier);
            return QToolTip::text();
        };
        const QString fact = explained(QStringLiteral("shortage"));
        QVERIFY2(fact.contains(QStringLiteral("Required less available")), qPrintable(fact));
        QVERIFY2(fact.contains(QStringLiteral("quantity, units")), qPrintable(fact));
        QVERIFY2(fact.contains(QStringLiteral("PROD-001: ")), qPrintable(fact));
        const QString function = explained(QStringLiteral("Log"));
        QVERIFY2(function.startsWith(QStringLiteral("Log(value, ...)")), qPrintable(function));
        const QString rule = explained(QStringLiteral("CalculateShortage"));
        QVERIFY2(rule.contains(QStringLiteral("salience 120")), qPrintable(rule));
        QVERIFY2(rule.contains(QStringLiteral("What is needed")), qPrintable(rule));
        QToolTip::hideText();
    }

    void versionsAreCompared()
    {
        RuleSetVersion first;
        first.version = 1;
        first.packs = pack(QStringLiteral("one\ntwo\nthree\nfour\nfive\n"));
        RuleSetVersion second = first;
        second.version = 2;
        second.packs = pack(QStringLiteral("one\n2\nthree\nfour\nfive\nsix\n"));
        ui::VersionsDialog dialog({second, first}, pack(QStringLiteral("two\nthree\nfour\nfive\n")));
        dialog.show();
        activate(dialog);
        auto* other = dialog.findChild<QComboBox*>(QStringLiteral("combo.compareWith"));
        other->setCurrentIndex(other->findText(QStringLiteral("Version 1")));
        const auto* left = dialog.findChild<ui::RuleEditor*>(QStringLiteral("text.left"));
        const auto* right = dialog.findChild<ui::RuleEditor*>(QStringLiteral("text.right"));
        const auto* place = dialog.findChild<QLabel*>(QStringLiteral("label.change"));
        QCOMPARE(left->text(), first.packs.front().text); // The older one, though it was chosen second.
        QCOMPARE(right->text(), second.packs.front().text);
        QCOMPARE(place->text(), QStringLiteral("Change 1 of 2 in purchasing_rules.grl"));
        QTest::keyClick(&dialog, Qt::Key_F7);
        QCOMPARE(place->text(), QStringLiteral("Change 2 of 2 in purchasing_rules.grl"));
        QVERIFY(!dialog.findChild<QPushButton*>(QStringLiteral("btn.nextChange"))->isEnabled());
        QTest::keyClick(&dialog, Qt::Key_F7, Qt::ShiftModifier);
        QCOMPARE(place->text(), QStringLiteral("Change 1 of 2 in purchasing_rules.grl"));

        other->setCurrentIndex(other->findText(QStringLiteral("The draft")));
        QCOMPARE(left->text(), second.packs.front().text);
        QCOMPARE(right->text(), QStringLiteral("two\nthree\nfour\nfive\n"));
        QVERIFY(other->isVisible() && left->isVisible());
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::RuleAuthorTest)
#include "rule_author_test.moc"
