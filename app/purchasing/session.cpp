#include "app/purchasing/session.h"

#include "app/purchasing/confirmation.h"
#include "app/purchasing/printing.h"
#include "app/wiring/planner_settings.h"
#include "ui/shell/remembered_person.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace purchasing {
namespace {

/// A place that somebody named and where nothing is: never a demo by mistake.
Result<Installation> openFile(const SessionOptions& options)
{
    const QString file = QString::fromStdString(options.database);
    const QFileInfo info(file);
    if (!info.exists()) {
        const QString shown = QDir::toNativeSeparators(file);
        if (info.isSymLink()) {
            return Error{
                ErrorKind::NotFound,
                QStringLiteral("%1 is a link to %2, which does not exist.").arg(shown, info.symLinkTarget()),
                {}};
        }
        if (options.create.empty()) {
            return Error{
                ErrorKind::NotFound,
                QStringLiteral("%1 does not exist. To make it, add --create empty, or --create demo for one "
                               "with example products.")
                    .arg(shown),
                {}};
        }
    }
    return openInstallation(file, {}, false,
                            options.create.empty()          ? NewDatabase::None
                                : options.create == "empty" ? NewDatabase::Empty
                                                            : NewDatabase::Demo);
}

Result<Environment> readEnvironment()
{
    return Environment::read(QStringLiteral(".env"));
}

Result<Installation> open(const SessionOptions& options)
{
    if (!options.mysql)
        return options.database.empty() ? openInstallation(defaultDatabaseFile()) : openFile(options);
    const Result<Environment> environment = readEnvironment();
    if (!environment)
        return environment.error();
    return openMysqlInstallation(*environment);
}

/// Who acts: the person called `name`, where it is empty the one whom the planner's window works as here,
/// else the login's own.
Result<Actor> actorAt(const Installation& installation, const QString& name)
{
    Result<Actor> actor = installation.ports.people->operatingSystemUser().result();
    if (!actor)
        return actor;
    const QString remembered = actor->singleOperator
        ? QString()
        : PlannerSettings().value(ui::rememberedPersonKey(installation.file)).toString();
    if (name.isEmpty() && remembered.isEmpty())
        return actor;
    const Result<std::vector<Person>> people = installation.ports.people->people().result();
    if (!people)
        return people.error();
    const auto found = std::find_if(people->begin(), people->end(), [&](const Person& person) {
        return person.enabled
            && (name.isEmpty() ? person.personId == remembered
                               : person.name.compare(name, Qt::CaseInsensitive) == 0);
    });
    if (found != people->end()) {
        actor->personId = found->personId;
        actor->name = found->name;
    } else if (!name.isEmpty()) {
        return Error{
            ErrorKind::NotFound, QStringLiteral("There is nobody called %1 in this database.").arg(name), {}};
    }
    return actor;
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
    const Result<Actor> actor = actorAt(*installation, QString::fromStdString(options.person));
    if (!actor)
        return actor.error();
    return Session{std::move(installation).value(), *actor};
}

Result<Done> requireConfirmed(const SessionOptions& options)
{
    if (!options.mysql)
        return requireConfirmed(options.database.empty() ? defaultDatabaseFile()
                                                         : QString::fromStdString(options.database),
                                QString(), options.confirmed);
    const Result<Environment> environment = readEnvironment();
    if (!environment)
        return environment.error();
    const Result<MysqlSettings> settings = mysqlSettings(*environment);
    if (!settings)
        return settings.error();
    return requireConfirmed(QStringLiteral("%1 on %2").arg(settings->names.po, settings->host),
                            tagOf(*environment), options.confirmed);
}

Result<Session> openToChange(const SessionOptions& options)
{
    if (const Result<Done> confirmed = requireConfirmed(options); !confirmed)
        return confirmed.error();
    Result<Session> session = openSession(options);
    if (session && session->installation.readOnlyReason.isEmpty()) {
        const Actor& actor = session->actor;
        printNotes({actor.name == actor.login
                        ? QStringLiteral("You act as %1.").arg(actor.name)
                        : QStringLiteral("You act as %1 (login %2).").arg(actor.name, actor.login)});
    }
    return session;
}

CLI::App* addSessionCommand(CLI::App& parent, const char* name, const char* text, SessionOptions& options)
{
    CLI::App* command = parent.add_subcommand(name, text);
    CLI::Option* file = command->add_option("--database", options.database,
                                            "The database file; the planner's own when left out");
    file->check(kNotEmpty);
    command
        ->add_option("--create", options.create,
                     "Make the named database file where there is none: empty or demo")
        ->check(CLI::IsMember({"empty", "demo"}))
        ->needs(file);
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
