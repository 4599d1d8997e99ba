#include "ui/rules/rule_editor.h"

#include <QApplication>
#include <QSpinBox>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kPatience = 15000;

ui::RuleEditor* showEditor(PlannerHarness& planner, const QString& text)
{
    planner.window().activateWindow();
    planner.trigger("action.mode.rules");
    auto* editor = planner.find<ui::RuleEditor>("editor.rules");
    editor->setText(text);
    editor->setFocus();
    [editor] { QTRY_VERIFY_WITH_TIMEOUT(editor->hasFocus(), kPatience); }();
    return editor;
}

} // namespace

/// What an editor is expected to do: replace, go to a line; and publishing only what is seen.
class RuleEditingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReplaced()
    {
        PlannerHarness planner;
        ui::RuleEditor* editor = showEditor(planner, QStringLiteral("// one two one\n// One\n"));
        QTest::keyClick(editor, Qt::Key_H, Qt::ControlModifier);
        auto* replacement = planner.find<QLineEdit>("edit.replaceInRules");
        QTRY_VERIFY(replacement->isVisible());
        QTest::keyClicks(planner.find<QLineEdit>("edit.findInRules"), QStringLiteral("one"));
        QTest::keyClicks(replacement, QStringLiteral("three"));
        planner.click("btn.replace"); // The hit that is seen.
        QCOMPARE(editor->text(), QStringLiteral("// three two one\n// One\n"));
        planner.click("btn.replaceAll");
        QCOMPARE(editor->text(), QStringLiteral("// three two three\n// three\n"));
        QCOMPARE(planner.textOf("label.findMessage"), QStringLiteral("2 replaced"));
        editor->undo(); // All at once.
        QCOMPARE(editor->text(), QStringLiteral("// three two one\n// One\n"));
    }

    void aLineIsGoneTo()
    {
        PlannerHarness planner;
        ui::RuleEditor* editor = showEditor(planner, QStringLiteral("// 1\n// 2\n// 3\n// 4\n"));
        planner.answer("dialog.goToLine", [](QWidget& dialog) {
            auto* line = dialog.findChild<QSpinBox*>();
            line->setValue(3);
            QTest::keyClick(line, Qt::Key_Return);
        });
        QTest::keyClick(editor, Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(planner.allAnswered(), kPatience);
        int row = 0;
        int column = 0;
        editor->getCursorPosition(&row, &column);
        QCOMPARE(row, 2);
    }

    /// What is offered must not be taken by Enter where people write words of their own.
    void nothingIsOfferedInAComment()
    {
        PlannerHarness planner;
        ui::RuleEditor* editor = showEditor(planner, QStringLiteral("\n// moq and \n"));
        editor->setCursorPosition(1, 11);
        QTest::keyClicks(editor, QStringLiteral("orde"));
        QVERIFY(!editor->isListActive());
        editor->setCursorPosition(0, 0);
        QTest::keyClicks(editor, QStringLiteral("orde"));
        QVERIFY(editor->isListActive());
    }

    void onlyWhatIsSeenIsPublished()
    {
        PlannerHarness planner;
        planner.trigger("action.mode.rules");
        planner.find<ui::RuleEditor>("editor.rules")->append(QStringLiteral("// more\n"));
        auto* publish = planner.find<QAction>("action.publish");
        QTRY_VERIFY_WITH_TIMEOUT(publish->isEnabled(), kPatience);
        planner.trigger("action.mode.planning");
        QVERIFY(!publish->isEnabled());
        QVERIFY2(publish->toolTip().contains(QStringLiteral("switch to Rules")),
                 qPrintable(publish->toolTip()));
        planner.trigger("action.mode.rules");
        QVERIFY(publish->isEnabled());
    }
};

} // namespace purchasing::tests

QTEST_MAIN(purchasing::tests::RuleEditingTest)
#include "rule_editing_test.moc"
