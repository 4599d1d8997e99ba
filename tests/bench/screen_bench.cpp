// What a planner waits for: a keystroke in the rule editor until the result is repainted, and another product
// until its dock is repainted. Runs the real window offscreen.
#include "ui/rules/rule_editor.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
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

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    tests::PlannerHarness planner;
    planner.goTo(QStringLiteral("PROD-001"));
    planner.trigger("action.mode.rules");
    settle();
    auto* editor = planner.window().findChild<ui::RuleEditor*>(QStringLiteral("editor.rules"));
    std::vector<double> keystrokes;
    editor->setFocus();
    editor->setCursorPosition(6, 20);
    for (int i = 0; i < 200; ++i) {
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(editor, i % 2 == 0 ? Qt::Key_Space : Qt::Key_Backspace);
        settle();
        keystrokes.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    report("keystroke to repainted result", keystrokes);

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
