// A planner to be killed: edits the rules, types an override, sets an override and begins to order a batch.
// Says "typed" when the texts are in the editors; then it goes on ordering until it is killed.
//
//   planner_crasher FILE

#include "core/flow/order_batch.h"
#include "ui/rules/rule_editor.h"

#include <QApplication>
#include <QLineEdit>

#include <unistd.h>

#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

void say(const char* line)
{
    if (::write(STDOUT_FILENO, line, qstrlen(line)) < 0)
        ::_exit(3);
}

int run(const QString& file)
{
    PlannerHarness planner(file);
    auto* editor = planner.find<ui::RuleEditor>("editor.rules");
    QTest::qWait(500); // An earlier draft is opened first.
    editor->insertAt(QStringLiteral("// Edited before the end.\n"), 0, 0);
    planner.goTo(QStringLiteral("PROD-002"));
    QTest::keyClicks(planner.find<QLineEdit>("edit.overrideQty"), QStringLiteral("260"));
    QTest::keyClicks(planner.find<QLineEdit>("edit.overrideReason"), QStringLiteral("Typed before the end"));
    QTest::qWait(1100); // What is older than a second must survive.
    say("typed\n");
    QStringList products;
    for (int row = 0; row < planner.workspace().productCount(); ++row) {
        if (planner.workspace().decision(row).outputs.shouldCreatePo)
            products << planner.workspace().decision(row).productId;
    }
    OrderBatch batch(planner.workspace().flow(), planner.workspace().actor(), products);
    const auto lines = batch.read(batch.intent().items).result();
    say("ordering\n");
    (void)batch.make(*lines).result();
    for (;;)
        QTest::qWait(1000);
}

} // namespace
} // namespace purchasing::tests

int main(int argc, char* argv[])
{
    const QApplication application(argc, argv);
    return purchasing::tests::run(QCoreApplication::arguments().at(1));
}
