// What a planner waits for: a keystroke in the rule editor until the result is repainted, a keystroke in 900
// KB of rules until the editor takes the next one, and another product until its dock is repainted. Runs the
// real window offscreen.
#include "ui/rules/rule_editor.h"
#include "ui/rules/rules_page.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>

#include <algorithm>
#include <cstdio>
#include <vector>

#include "tests/ui/planner_harness.h"

namespace {

using namespace purchasing;

/// Handles everything that is queued, paints included.
void settle()
{
    for (int i = 0; i < 3; ++i)
        QCoreApplication::sendPostedEvents(), QCoreApplication::processEvents();
}

void report(const char* what, std::vector<double> milliseconds)
{
    std::sort(milliseconds.begin(), milliseconds.end());
    std::printf("%-42s median %6.2f ms, 95 %% %6.2f ms, worst %6.2f ms (%zu runs)\n", what,
                milliseconds[milliseconds.size() / 2], milliseconds[milliseconds.size() * 95 / 100],
                milliseconds.back(), milliseconds.size());
}

/// Rules that never fire, so many that they have about `bytes`.
QString manyRules(int bytes)
{
    QString rules;
    for (int number = 0; rules.size() < bytes; ++number)
        rules += QStringLiteral("rule Never%1 \"No product has this id\" salience 1 no-loop {\n    when\n"
                                "        product_id == \"none-%1\" && shortage > %1 // not even then\n"
                                "    then\n        order_qty = moq + %1;\n}\n\n")
                     .arg(number);
    return rules;
}

/// Types and takes back spaces at the beginning of the text. With `page`, each time until its result is
/// there.
std::vector<double> keystrokesIn(ui::RuleEditor& editor, const QString& text, ui::RulesPage* page = nullptr)
{
    QSignalSpy results(page ? page : editor.window()->findChild<ui::RulesPage*>(),
                       &ui::RulesPage::liveResultChanged);
    editor.setText(text);
    settle();
    QTest::qWait(1000); // What the new text began is not of interest.
    editor.setFocus();
    editor.setCursorPosition(2, 8);
    std::vector<double> keystrokes;
    for (int i = 0; i < 200; ++i) {
        QElapsedTimer timer;
        results.clear();
        timer.start();
        QTest::keyClick(&editor, i % 2 == 0 ? Qt::Key_Space : Qt::Key_Backspace);
        settle();
        while (page && results.isEmpty())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        keystrokes.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return keystrokes;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    tests::PlannerHarness planner;
    planner.goTo(QStringLiteral("PROD-001"));
    planner.trigger("action.mode.rules");
    settle();
    auto* editor = planner.window().findChild<ui::RuleEditor*>(QStringLiteral("editor.rules"));
    report("keystroke to repainted editor", keystrokesIn(*editor, editor->text()));
    report("keystroke to result",
           keystrokesIn(*editor, editor->text(), planner.window().findChild<ui::RulesPage*>()));
    report("keystroke to repainted editor, 900 KB", keystrokesIn(*editor, manyRules(900'000)));

    planner.trigger("action.mode.planning");
    settle();
    auto* grid = planner.window().findChild<QTableView*>(QStringLiteral("grid.products"));
    std::vector<double> selections;
    for (int i = 0; i < 200; ++i) {
        QElapsedTimer timer;
        timer.start();
        grid->setCurrentIndex(grid->model()->index(i % grid->model()->rowCount(), 0));
        settle();
        selections.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    report("another product to repainted dock", selections);
    return 0;
}
