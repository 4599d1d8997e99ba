#include "app/purchasing/session.h"

#include "app/purchasing/printing.h"

#include <algorithm>

namespace purchasing {
namespace {

Result<Installation> open(const SessionOptions& options)
{
    if (!options.mysql)
        return openInstallation(options.database.empty() ? defaultDatabaseFile()
                                                         : QString::fromStdString(options.database));
    const Result<Environment> environment = Environment::read(QStringLiteral(".env"));
    if (!environment)
        return environment.error();
    return openMysqlInstallation(*environment);
}

} // namespace

const CLI::Validator kNotEmpty(
    [](const std::string& value) { return value.empty() ? std::string("must not be empty") : std::string(); },
    "", "not empty");

Result<Session> openSession(const SessionOptions& options)
{
    Result<Installation> installation = open(options);
    if (!installation)
        return installation.error();
    if (!options.json)
        printNotes(installation->limitations);
    Result<Actor> actor = installation->ports.people->operatingSystemUser().result();
    if (!actor)
        return actor.error();
    if (!options.person.empty()) {
        const Result<std::vector<Person>> people = installation->ports.people->people().result();
        if (!people)
            return people.error();
        const QString wanted = QString::fromStdString(options.person);
        const auto found = std::find_if(people->begin(), people->end(), [&](const Person& person) {
            return person.name.compare(wanted, Qt::CaseInsensitive) == 0 && person.enabled;
        });
        if (found == people->end())
            return Error{ErrorKind::NotFound,
                         QStringLiteral("There is nobody called %1 in this database.").arg(wanted),
                         {}};
        actor->personId = found->personId;
        actor->name = found->name;
    }
    return Session{std::move(installation).value(), *actor};
}

CLI::App* addSessionCommand(CLI::App& parent, const char* name, const char* text, SessionOptions& options)
{
    CLI::App* command = parent.add_subcommand(name, text);
    CLI::Option* file = command->add_option("--database", options.database,
                                            "The database file; the planner's own when left out");
    file->check(kNotEmpty);
    command
        ->add_flag("--mysql", options.mysql,
                   "The MySQL or MariaDB server that .env and the environment name (see .env.example)")
        ->excludes(file);
    command->add_flag("--json", options.json, "Answer as JSON");
    return command;
}

void addPersonOption(CLI::App& command, SessionOptions& options)
{
    command.add_option("--as", options.person, "Act as this person")->check(kNotEmpty);
}

} // namespace purchasing
