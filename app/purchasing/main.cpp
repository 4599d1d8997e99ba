#include "app/purchasing/catalogue_commands.h"
#include "app/purchasing/control_commands.h"
#include "app/purchasing/database_commands.h"
#include "app/purchasing/flow_commands.h"
#include "app/purchasing/override_commands.h"
#include "app/purchasing/people_commands.h"
#include "app/purchasing/rules_commands.h"
#include "app/wiring/program_start.h"
#include "core/domain/program_version.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>
#include <cstdio>

namespace {

int run(int argc, char** argv)
{
    constexpr int kWrongUsage = 2;
    purchasing::endWhereThreadsCannotStart();
    const QCoreApplication application(argc, argv); // Qt Sql needs one.
    purchasing::readNumbersWithAPoint();
    CLI::App app("Purchasing Flow Planner on the command line");
    app.require_subcommand(1);
    app.set_version_flag("--version", purchasing::programVersion(), "Print which version this is and exit");
    int exitCode = 0;
    purchasing::addFlowCommands(app, exitCode);
    purchasing::addOverrideCommands(app, exitCode);
    purchasing::addCatalogueCommands(app, exitCode);
    purchasing::addRulesCommands(app, exitCode);
    purchasing::addControlCommands(app, exitCode);
    purchasing::addPeopleCommands(app, exitCode);
    purchasing::addDatabaseCommands(app, exitCode);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : kWrongUsage;
    }
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) { // A full disk must not look like success.
        std::fputs("The answer could not be written.\n", stderr);
        return 1;
    }
    return exitCode;
}

} // namespace

int main(int argc, char** argv)
{
    purchasing::endWithoutStatics(run(argc, argv));
}
