#include "app/purchasing/database_commands.h"

#include "app/purchasing/confirmation.h"
#include "app/purchasing/printing.h"
#include "app/wiring/environment.h"
#include "app/wiring/installation.h"
#include "core/flow/delivered_rules.h"
#include "core/sql/opening/table_detection.h"

#include <QFile>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

namespace purchasing {
namespace {

struct DatabaseOptions
{
    std::string environmentFile = ".env";
    std::string confirmed;
    std::string mappingFile;
    bool noDemo = false;
    bool singleOperator = false;
};

/// The server as its administrator reaches it, with what else was said about it.
struct Server
{
    Environment environment;
    MysqlSettings administrator;
};

Result<Server> serverOf(const DatabaseOptions& options)
{
    Result<Environment> environment = Environment::read(QString::fromStdString(options.environmentFile));
    if (!environment)
        return environment.error();
    Result<MysqlSettings> administrator = mysqlAdministrator(*environment);
    if (!administrator)
        return administrator.error();
    return Server{std::move(environment).value(), std::move(administrator).value()};
}

int setUp(const DatabaseOptions& options)
{
    const Result<Server> server = serverOf(options);
    if (!server)
        return printError(server.error(), false);
    const QString place =
        QStringLiteral("%1 on %2").arg(server->administrator.names.po, server->administrator.host);
    if (const auto confirmed = requireConfirmed(place, tagOf(server->environment), options.confirmed);
        !confirmed)
        return printError(confirmed.error(), false);
    sql::MysqlSetup setup;
    setup.initialRulePacks = deliveredRules();
    setup.fillDemo = !options.noDemo;
    setup.singleOperator = options.singleOperator;
    setup.users = mysqlUsers(server->environment);
    setup.report = printLine;
    const Result<Done> done = sql::setUpMysql(server->administrator, setup);
    if (!done)
        return printError(done.error(), false);
    if (setup.users.empty())
        printLine(QStringLiteral(
            "No user was made: name DB_ADMIN_USER to have DB_USER made with the least rights."));
    printLine(QStringLiteral("Everything is ready. Try: purchasing plan --mysql"));
    return 0;
}

int status(const DatabaseOptions& options)
{
    const Result<Environment> environment =
        Environment::read(QString::fromStdString(options.environmentFile));
    if (!environment)
        return printError(environment.error(), false);
    const Result<Installation> installation = openMysqlInstallation(*environment);
    if (!installation)
        return printError(installation.error(), false);
    printLine(QStringLiteral("%1 can be used.").arg(installation->file));
    for (const QString& limitation : installation->limitations)
        printLine(limitation);
    return 0;
}

int detect(const DatabaseOptions& options)
{
    const Result<Server> server = serverOf(options);
    if (!server)
        return printError(server.error(), false);
    const Result<TableChoice> choice = sql::detectTables(server->administrator);
    if (!choice)
        return printError(choice.error(), false);
    for (const WantedTable& table : choice->wanted) {
        const TableMapping* found = choice->found.of(table.name);
        printLine(QStringLiteral("%1: %2").arg(table.name,
                                               !found                       ? QStringLiteral("as it is")
                                                   : found->table.isEmpty() ? QStringLiteral("nothing")
                                                                            : found->table));
        for (const WantedColumn& column : table.columns) {
            if (found && found->columns.contains(column.name))
                printLine(QStringLiteral("    %1: %2").arg(column.name, found->columns.value(column.name)));
        }
    }
    for (const QString& note : choice->notes)
        printLine(note);
    if (options.mappingFile.empty())
        return 0;
    QFile file(QString::fromStdString(options.mappingFile));
    const QByteArray json = catalogueMappingToJson(choice->found);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(json) != json.size()) {
        return printError({ErrorKind::Unavailable,
                           QStringLiteral("%1 cannot be written: %2")
                               .arg(QString::fromStdString(options.mappingFile), file.errorString()),
                           {}},
                          false);
    }
    printLine(QStringLiteral("Read it, complete it, and name it in .env: CATALOGUE_MAPPING=%1")
                  .arg(file.fileName()));
    return 0;
}

} // namespace

void addDatabaseCommands(CLI::App& app, int& exitCode)
{
    auto options = std::make_shared<DatabaseOptions>();
    CLI::App* database =
        app.add_subcommand("database", "Set up or look at the databases on a MySQL or MariaDB server");
    database->require_subcommand(1);
    CLI::App* setupCommand = database->add_subcommand(
        "setup",
        "Make the five databases or bring them up to date; repeating it is harmless. .env.example says which "
        "variables it reads");
    setupCommand->add_flag("--no-demo", options->noDemo, "Leave an empty catalogue empty");
    setupCommand->add_flag("--single-operator", options->singleOperator,
                           "One person works alone and approves their own orders. Without it a new "
                           "installation needs a second person for that and for new rules");
    addConfirmOption(*setupCommand, options->confirmed);
    CLI::App* statusCommand =
        database->add_subcommand("status", "Say whether the databases can be used, and what they lack");
    CLI::App* detectCommand = database->add_subcommand(
        "detect", "Find out which tables and columns of another system's databases hold the catalogue");
    detectCommand->add_option("file", options->mappingFile,
                              "A new file for what was found (CATALOGUE_MAPPING)");
    detectCommand->callback([&exitCode, options] { exitCode = detect(*options); });
    for (CLI::App* command : {setupCommand, statusCommand, detectCommand})
        command->add_option("--env", options->environmentFile, "The file with the variables (.env)");
    setupCommand->callback([&exitCode, options] { exitCode = setUp(*options); });
    statusCommand->callback([&exitCode, options] { exitCode = status(*options); });
}

} // namespace purchasing
