#include "app/purchasing/session.h"

#include "app/purchasing/confirmation.h"
#include "app/purchasing/printing.h"
#include "app/wiring/planner_settings.h"
#include "app/wiring/services_installation.h"
#include "core/flow/outbox_relay.h"
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

/// Where a command works.
enum class Place { File, Mysql, Services };

/// What the flags say; without any, what SERVICES says.
Result<Place> placeOf(const SessionOptions& options)
{
    if (options.services)
        return Place::Services;
    if (options.mysql)
        return Place::Mysql;
    if (!options.database.empty())
        return Place::File;
    const Result<Environment> environment = readEnvironment();
    if (!environment)
        return environment.error();
    const Result<bool> services = wantsServices(*environment);
    if (!services)
        return services.error();
    return *services ? Place::Services : Place::File;
}

Result<ServicesSettings> readServicesSettings()
{
    if (const QString why = whyNoServices(); !why.isEmpty())
        return Error{ErrorKind::Unavailable, why, {}};
    const Result<Environment> environment = readEnvironment();
    return environment ? servicesSettings(*environment) : environment.error();
}

Result<Installation> open(const SessionOptions& options)
{
    const Result<Place> place = placeOf(options);
    if (!place)
        return place.error();
    if (*place == Place::Services) {
        const Result<ServicesSettings> settings = readServicesSettings();
        return settings ? openServicesInstallation(*settings) : settings.error();
    }
    if (*place == Place::File)
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
    // Nobody trusts a name that somebody else says: the services know who calls.
    if (installation.isRemote) {
        if (name.isEmpty() || name.compare(actor->name, Qt::CaseInsensitive) == 0)
            return actor;
        return Error{
            ErrorKind::Refused,
            QStringLiteral("Services know who calls: you act as %1, whoever --as names.").arg(actor->name),
            {}};
    }
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

void Session::deliverOutbox() const
{
    if (installation.ports.outbox && installation.channel)
        OutboxRelay(installation.ports.outbox, installation.channel).deliverDue();
}

Result<Done> requireConfirmed(const SessionOptions& options)
{
    const Result<Place> place = placeOf(options);
    if (!place)
        return place.error();
    if (*place == Place::File)
        return requireConfirmed(options.database.empty() ? defaultDatabaseFile()
                                                         : QString::fromStdString(options.database),
                                QString(), options.confirmed);
    const Result<Environment> environment = readEnvironment();
    if (!environment)
        return environment.error();
    if (*place == Place::Services) {
        const Result<ServicesSettings> services = readServicesSettings();
        if (!services)
            return services.error();
        return requireConfirmed(QStringLiteral("The PO service at %1").arg(services->po), tagOf(*environment),
                                options.confirmed);
    }
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
    CLI::Option* mysql =
        command
            ->add_flag("--mysql", options.mysql,
                       "The MySQL or MariaDB server that .env and the environment name (see .env.example)")
            ->excludes(file);
    command
        ->add_flag(
            "--services", options.services,
            "The services whose addresses .env and the environment name; on this machine when they name "
            "none")
        ->excludes(file)
        ->excludes(mysql);
    command->add_flag("--json", options.json, "Answer as JSON");
    return command;
}

void addPersonOption(CLI::App& command, SessionOptions& options)
{
    command.add_option("--as", options.person, "Act as this person")->check(kNotEmpty);
}

} // namespace purchasing
