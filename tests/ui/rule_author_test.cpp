#include "ui/rules/rule_editor.h"
#include "ui/rules/rules_page.h"
#include "ui/rules/versions_dialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QSignalSpy>
#include <QStatusBar>
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
        QVERIFY(explained(QStringLiteral("then")).contains(QStringLiteral("what the rule does")));
        QVERIFY(explained(QStringLiteral("//")).startsWith(QStringLiteral("A comment")));
        QToolTip::hideText();
    }

    /// The word, and not the line that it stands in.
    void theNextProblemIsGoneTo()
    {
        PlannerHarness planner;
        planner.trigger("action.mode.rules");
        activate(planner.window());
        auto* editor = planner.find<ui::RuleEditor>("editor.rules");
        planner.trigger("action.nextProblem");
        QCOMPARE(planner.window().statusBar()->currentMessage(),
                 QStringLiteral("There is no problem in the rules"));
        editor->append(QStringLiteral("\nrule Typo \"für Öl\" { when shortge > 0 then order_qty = 1; }\n"));
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QTreeWidget>("tree.problems")->topLevelItemCount() > 0,
                                 kPatience);
        editor->setCursorPosition(0, 0);
        QTest::keyClick(&planner.window(), Qt::Key_F8);
        QCOMPARE(editor->wordAtCursor(), QStringLiteral("shortge"));
        QVERIFY(editor->hasFocus());
    }

    void longSentencesOfProblemsGetTheRoomOfShortHints()
    {
        PlannerHarness planner;
        planner.window().resize(1920, 1080);
        planner.trigger("action.mode.rules");
        planner.find<ui::RuleEditor>("editor.rules")
            ->append(QStringLiteral("\nrule Typo { when shortge > 0 then order_qty = 1; }\n"));
        auto* problems = planner.find<QTreeWidget>("tree.problems");
        QTRY_VERIFY_WITH_TIMEOUT(problems->isVisible() && problems->topLevelItemCount() > 0, kPatience);
        QCoreApplication::processEvents();
        if (problems->isColumnHidden(3))
            return; // It has all of the room.
        QVERIFY2(
            problems->columnWidth(0) >= problems->columnWidth(3),
            qPrintable(
                QStringLiteral("%1 and %2").arg(problems->columnWidth(0)).arg(problems->columnWidth(3))));
        planner.screenshot(QStringLiteral("problems-1920"));
    }

    void lineNumbersAreWhole()
    {
        ui::RuleEditor editor;
        const auto fits = [&editor](const QString& number) {
            return editor.SendScintilla(QsciScintillaBase::SCI_TEXTWIDTH, QsciScintillaBase::STYLE_LINENUMBER,
                                        number.toUtf8().constData())
                < editor.marginWidth(0);
        };
        editor.setText(QStringLiteral("one\ntwo\n"));
        const int narrow = editor.marginWidth(0);
        QVERIFY(fits(QStringLiteral("888")));
        editor.setText(QStringLiteral("\n").repeated(100000));
        QVERIFY(fits(QStringLiteral("100001")));
        QVERIFY(editor.marginWidth(0) > narrow);
        editor.setText(QString());
        QCOMPARE(editor.marginWidth(0), narrow);
    }

    /// A greyed button has a tip; keys would be silent.
    void keysOfWhatCannotBeDoneSayWhyNot()
    {
        PlannerHarness planner;
        planner.trigger("action.mode.rules");
        activate(planner.window());
        auto* editor = planner.find<ui::RuleEditor>("editor.rules");
        editor->append(QStringLiteral("\nrule Broken {\n"));
        QTRY_VERIFY_WITH_TIMEOUT(planner.find<QAction>("action.publish")
                                     ->toolTip()
                                     .contains(QStringLiteral("the text has errors")),
                                 kPatience);
        editor->setFocus();
        const QString before = editor->text();
        QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(planner.window().statusBar()->currentMessage(),
                 QStringLiteral("Publish: the text has errors"));
        QCOMPARE(editor->text(), before);
        planner.trigger("action.mode.planning");
        auto* grid = planner.find<QTableView>("grid.products");
        QTest::keyClick(grid, Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(planner.window().statusBar()->currentMessage(),
                 QStringLiteral("Approve: switch to Approvals to see what is decided"));
    }

    void headersOfTheResultStandOverTheirColumns()
    {
        PlannerHarness planner;
        planner.trigger("action.mode.rules");
        auto* table = planner.find<QTableWidget>("table.liveResult");
        QTRY_VERIFY_WITH_TIMEOUT(table->rowCount() > 0, kPatience);
        for (int column = 0; column < table->columnCount(); ++column)
            QCOMPARE(table->horizontalHeaderItem(column)->textAlignment() & Qt::AlignRight,
                     table->item(0, column)->textAlignment() & Qt::AlignRight);
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
        const auto* table = dialog.findChild<QTableWidget*>(QStringLiteral("table.versions"));
        QCOMPARE(table->currentRow(), 0);
        QCOMPARE(other->currentText(), QStringLiteral("The version before it"));
        QCOMPARE(other->findText(QStringLiteral("Version 2")), -1); // Nobody compares it with itself.
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

        dialog.findChild<QTableWidget*>(QStringLiteral("table.versions"))->setCurrentCell(1, 0);
        QCOMPARE(other->currentText(), QStringLiteral("The draft")); // As before.
        QCOMPARE(other->findText(QStringLiteral("The version before it")), -1);
        QVERIFY(other->findText(QStringLiteral("Version 2")) >= 0);
        QCOMPARE(left->text(), first.packs.front().text);
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::RuleAuthorTest)
#include "rule_author_test.moc"
