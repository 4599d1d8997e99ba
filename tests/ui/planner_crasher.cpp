// A planner to be killed: edits the rules, types an override, sets an override and begins to order a batch.
// Says "typed" when the texts are in the editors; then it goes on ordering until it is killed.
//
//   planner_crasher FILE                    on a database file
//   planner_crasher FILE conflict           types on while another window's draft disagrees, and says "typed"
//   planner_crasher SOCKET PREFIX FOLDER    on a MariaDB server; settings and messages are in the folder

#include "core/flow/order_batch.h"
#include "ui/rules/rule_editor.h"

#include <QApplication>
#include <QLineEdit>

#include <unistd.h>

#include "tests/support/mariadb_server.h"
#include "tests/ui/draft_conflict.h"
#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

void say(const char* line)
{
    if (::write(STDOUT_FILENO, line, qstrlen(line)) < 0)
        ::_exit(3);
}

int runInConflict(PlannerHarness& planner)
{
    disagree(planner);
    planner.find<ui::RuleEditor>("editor.rules")->insertAt(QStringLiteral("// typed on\n"), 0, 0);
    QTest::qWait(1100); // What is older than a second must survive.
    say("typed\n");
    for (;;)
        QTest::qWait(1000);
}

int run(PlannerHarness& planner)
{
    auto* editor = planner.find<ui::RuleEditor>("editor.rules");
    QTest::qWait(500); // An earlier draft is opened first.
    editor->insertAt(QStringLiteral("// Edited before the end.\n"), 0, 0);
    planner.goTo(QStringLiteral("PROD-002"));
    QTest::keyClicks(planner.find<QLineEdit>("edit.overrideQty"), QStringLiteral("260"));
    QTest::keyClicks(planner.find<QLineEdit>("edit.overrideReason"), QStringLiteral("Typed before the end"));
    QTest::qWait(1100); // What is older than a second must survive.
    say("typed\n");
    QStringList products;
    for (int row = 0; row < planner.workspace().feed().productCount(); ++row) {
        if (planner.workspace().feed().decision(row).outputs.shouldCreatePo)
            products << planner.workspace().feed().decision(row).productId;
    }
    OrderBatch batch(planner.workspace().flow(), planner.workspace().identity().actor(), products);
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
    using namespace purchasing;
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 2) {
        tests::PlannerHarness planner(arguments[1]);
        return tests::run(planner);
    }
    if (arguments.size() == 3) {
        tests::PlannerHarness planner(arguments[1]);
        return tests::runInConflict(planner);
    }
    ui::ConnectionProfile profile;
    profile.name = QStringLiteral("demo");
    profile.kind = ui::ConnectionKind::Mysql;
    profile.server = tests::settingsOn(arguments.at(1), arguments.at(2));
    profile.server.user = QStringLiteral("planner");
    profile.server.password = QStringLiteral("secret");
    profile.outbox = arguments.at(3) + QStringLiteral("/outbox");
    tests::PlannerHarness planner(profile, QDir(arguments.at(3)));
    return tests::run(planner);
}
