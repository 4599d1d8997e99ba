#include "app/purchasing/people_commands.h"

#include "app/purchasing/confirmation.h"
#include "app/purchasing/printing.h"
#include "app/purchasing/session.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <memory>

namespace purchasing {
namespace {

struct PeopleOptions : SessionOptions
{
    std::string name;
    std::string roles;
    std::string tokenId;
    int days = 90;
};

Result<Person> personCalled(Session& session, const std::string& name)
{
    const QString wanted = QString::fromStdString(name);
    const Result<std::vector<Person>> people = session.installation.ports.people->people().result();
    if (!people)
        return people.error();
    const auto found = std::find_if(people->begin(), people->end(), [&wanted](const Person& person) {
        return person.name.compare(wanted, Qt::CaseInsensitive) == 0;
    });
    if (found == people->end()) {
        return Error{
            ErrorKind::NotFound,
            QStringLiteral("There is nobody called %1 in this database. purchasing people add adds them.")
                .arg(wanted),
            {}};
    }
    return *found;
}

/// What says that a change was made, for people and as JSON.
int done(const PeopleOptions& options, const QString& sentence, QJsonObject json = {})
{
    json.insert(QStringLiteral("success"), true);
    if (options.json)
        printJson(json);
    else
        printLine(sentence);
    return 0;
}

int listPeople(const PeopleOptions& options)
{
    return inSession(options, openSession(options), [&](Session& session) {
        const auto people = session.installation.ports.people->people().result();
        if (!people)
            return printError(people.error(), options.json);
        QJsonArray array;
        for (const Person& person : *people) {
            array.append(QJsonObject{{QStringLiteral("person_id"), person.personId},
                                     {QStringLiteral("name"), person.name},
                                     {QStringLiteral("enabled"), person.enabled}});
            if (!options.json)
                printLine(person.enabled ? person.name
                                         : QStringLiteral("%1 (no longer works here)").arg(person.name));
        }
        if (options.json)
            printJson(array);
        return 0;
    });
}

int add(const PeopleOptions& options)
{
    return inSession(options, openToChange(options), [&](Session& session) {
        const Result<Person> person =
            session.installation.ports.people->addPerson(QString::fromStdString(options.name), session.actor)
                .result();
        if (!person)
            return printError(person.error(), options.json);
        return done(options, QStringLiteral("%1 works here now.").arg(person->name),
                    {{QStringLiteral("person_id"), person->personId}});
    });
}

int setRoles(const PeopleOptions& options)
{
    const Result<Roles> roles = rolesFromText(QString::fromStdString(options.roles));
    if (!roles)
        return printError(roles.error(), options.json);
    return inSession(options, openToChange(options), [&](Session& session) {
        const Result<Person> person = personCalled(session, options.name);
        if (!person)
            return printError(person.error(), options.json);
        const Result<Done> changed =
            session.installation.ports.tokens->setRoles(person->personId, *roles, session.actor).result();
        if (!changed)
            return printError(changed.error(), options.json);
        return done(options, QStringLiteral("%1 is %2.").arg(person->name, textOf(*roles)));
    });
}

int issue(const PeopleOptions& options)
{
    const Result<Roles> roles = rolesFromText(QString::fromStdString(options.roles));
    if (!roles)
        return printError(roles.error(), options.json);
    return inSession(options, openToChange(options), [&](Session& session) {
        const Result<Person> person = personCalled(session, options.name);
        if (!person)
            return printError(person.error(), options.json);
        const Result<IssuedToken> issued =
            session.installation.ports.tokens->issue(person->personId, *roles, options.days, session.actor)
                .result();
        if (!issued)
            return printError(issued.error(), options.json);
        const QString until = issued->known.expiresAt.date().toString(Qt::ISODate);
        if (!options.json) {
            printNotes({QStringLiteral("Token %1 for %2 (%3), good until %4. It is shown this once:")
                            .arg(issued->known.tokenId, person->name, textOf(issued->known.roles), until)});
        }
        return done(options, issued->secret,
                    {{QStringLiteral("token_id"), issued->known.tokenId},
                     {QStringLiteral("token"), issued->secret},
                     {QStringLiteral("expires_at"), issued->known.expiresAt.toString(Qt::ISODate)}});
    });
}

QString stateOf(const AccessToken& token)
{
    if (token.revokedAt.isValid())
        return QStringLiteral("revoked %1").arg(token.revokedAt.date().toString(Qt::ISODate));
    const bool isOver = token.expiresAt <= QDateTime::currentDateTimeUtc();
    return (isOver ? QStringLiteral("was good until %1") : QStringLiteral("good until %1"))
        .arg(token.expiresAt.date().toString(Qt::ISODate));
}

int tokens(const PeopleOptions& options)
{
    return inSession(options, openSession(options), [&](Session& session) {
        const auto found = session.installation.ports.tokens->tokens().result();
        if (!found)
            return printError(found.error(), options.json);
        QJsonArray array;
        for (const AccessToken& token : *found) {
            array.append(QJsonObject{{QStringLiteral("token_id"), token.tokenId},
                                     {QStringLiteral("person"), token.personName},
                                     {QStringLiteral("roles"), textOf(token.roles)},
                                     {QStringLiteral("issued_at"), token.issuedAt.toString(Qt::ISODate)},
                                     {QStringLiteral("expires_at"), token.expiresAt.toString(Qt::ISODate)},
                                     {QStringLiteral("revoked_at"), token.revokedAt.toString(Qt::ISODate)}});
            if (!options.json)
                printLine(QStringLiteral("%1  %2 (%3), %4")
                              .arg(token.tokenId, token.personName, textOf(token.roles), stateOf(token)));
        }
        if (options.json)
            printJson(array);
        else if (found->empty())
            printLine(QStringLiteral("Nobody has a token."));
        return 0;
    });
}

int revoke(const PeopleOptions& options)
{
    return inSession(options, openToChange(options), [&](Session& session) {
        const Result<Done> revoked =
            session.installation.ports.tokens->revoke(QString::fromStdString(options.tokenId), session.actor)
                .result();
        if (!revoked)
            return printError(revoked.error(), options.json);
        return done(options,
                    QStringLiteral("The token stands for nobody now; services know it within ten seconds."));
    });
}

} // namespace

void addPeopleCommands(CLI::App& app, int& exitCode)
{
    auto options = std::make_shared<PeopleOptions>();
    CLI::App* people =
        app.add_subcommand("people", "Who works here, their roles, and their tokens for services");
    people->require_subcommand(1);
    const auto addLook = [&](const char* name, const char* text, auto act) {
        CLI::App* command = addSessionCommand(*people, name, text, *options);
        addPersonOption(*command, *options);
        command->callback([&exitCode, options, act] { exitCode = act(*options); });
        return command;
    };
    const auto addChange = [&](const char* name, const char* text, auto act) {
        CLI::App* command = addLook(name, text, act);
        addConfirmOption(*command, options->confirmed);
        return command;
    };
    const auto addName = [&options](CLI::App* command) {
        command->add_option("name", options->name, "The person")->required()->check(kNotEmpty);
    };
    addLook("list", "Everybody", listPeople);
    addName(addChange("add", "Add a person", add));
    CLI::App* roles = addChange("roles", "Give a person these roles in the place of those before", setRoles);
    addName(roles);
    roles->add_option("roles", options->roles, "Such as planner,approver")->required();
    CLI::App* token =
        addChange("token", "Make a token by which services know the person; it is shown this once", issue);
    addName(token);
    token->add_option("--role,--roles", options->roles, "What it is for, such as planner,approver")
        ->required();
    token->add_option("--days", options->days, "For how many days; 90 when left out");
    addLook("tokens", "All tokens, those that are over too", tokens);
    addChange("revoke", "End a token", revoke)
        ->add_option("token", options->tokenId, "Its number, as people tokens shows it")
        ->required();
}

} // namespace purchasing
