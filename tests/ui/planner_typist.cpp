// A planner in which somebody writes 20 lines into the rules, one after the other, and closes the window when
// all are stored. Two of them write into one draft.
//
//   planner_typist top|end FILE
//   planner_typist top|end SOCKET DATABASE

#include "ui/rules/rule_editor.h"

#include <QApplication>
#include <QElapsedTimer>

#include "tests/support/mariadb_server.h"
#include "tests/ui/planner_harness.h"

namespace purchasing::tests {
namespace {

constexpr int kLines = 20;
constexpr int kPatience = 60000;

ui::ConnectionProfile profileOf(const QStringList& place)
{
    ui::ConnectionProfile profile;
    profile.name = QStringLiteral("typist");
    if (place.size() == 1) {
        profile.file = place[0];
        return profile;
    }
    profile.kind = ui::ConnectionKind::Mysql;
    QString prefix = place[1];
    prefix.chop(QStringLiteral("_po_db").size());
    profile.server = settingsOn(place[0], prefix);
    profile.server.user = QStringLiteral("planner");
    profile.server.password = QStringLiteral("secret");
    return profile;
}

bool isStored(PlannerHarness& planner, const QString& where)
{
    const auto draft =
        planner.workspace().connection().ports.rules->draft(planner.workspace().identity().actor()).result();
    if (!draft || draft->packs.empty())
        return false;
    for (int i = 0; i < kLines; ++i) {
        if (!draft->packs.front().text.contains(QStringLiteral("// %1 %2\n").arg(where).arg(i)))
            return false;
    }
    return true;
}

int run(const QStringList& arguments)
{
    const QString& where = arguments.at(1);
    PlannerHarness planner(profileOf(arguments.mid(2)));
    if (!planner.isUsable())
        return 2;
    planner.trigger("action.mode.rules");
    for (int i = 0; i < kLines; ++i) {
        auto* editor = planner.find<ui::RuleEditor>("editor.rules");
        const QString line = QStringLiteral("// %1 %2\n").arg(where).arg(i);
        if (where == QLatin1String("top"))
            editor->insertAt(line, 0, 0);
        else
            editor->append(line);
        QTest::qWait(150); // As fast as nobody types whole lines; some are saved together, some are not.
    }
    QElapsedTimer since;
    since.start();
    while (!isStored(planner, where) && since.elapsed() < kPatience)
        QTest::qWait(50);
    return isStored(planner, where) ? 0 : 1;
}

} // namespace
} // namespace purchasing::tests

int main(int argc, char* argv[])
{
    const QApplication application(argc, argv);
    return purchasing::tests::run(QCoreApplication::arguments());
}
