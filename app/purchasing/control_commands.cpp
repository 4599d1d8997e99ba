#include "app/purchasing/control_commands.h"

#include "app/purchasing/confirmation.h"
#include "app/purchasing/printing.h"
#include "app/purchasing/session.h"
#include "core/domain/approval_ceiling.h"
#include "core/domain/setting_names.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <memory>

namespace purchasing {
namespace {

struct ControlOptions : SessionOptions
{
    std::string name;
    std::string value;
    std::string reason;
    std::vector<std::string> files;
    std::int64_t proposal = 0;
};

int verify(const ControlOptions& options)
{
    return inSession(options, openSession(options), [&](Session& session) {
        if (!session.installation.ports.audit)
            return printError(
                {ErrorKind::Unavailable, QStringLiteral("The PO service knows no audit log."), {}},
                options.json);
        const Result<AuditReport> report = session.installation.ports.audit->verify().result();
        if (!report)
            return printError(report.error(), options.json);
        if (options.json) {
            printJson(QJsonObject{
                {QStringLiteral("success"), true},
                {QStringLiteral("events"), static_cast<qint64>(report->events)},
                {QStringLiteral("remembered_event"), static_cast<qint64>(report->rememberedEvent)}});
            return 0;
        }
        printLine(QStringLiteral(
                      "%1 events, and all orders, approvals, requests, rules, settings and people, are what "
                      "was written.")
                      .arg(report->events));
        printLine(
            report->rememberedEvent > 0
                ? QStringLiteral(
                      "Event %1 is the one that was signed and remembered outside of the database.")
                      .arg(report->rememberedEvent)
                : QStringLiteral("No event was remembered outside of the database on this account yet."));
        return 0;
    });
}

int showSettings(const ControlOptions& options)
{
    return inSession(options, openSession(options), [&](Session& session) {
        const auto settings = session.installation.ports.people->settings().result();
        if (!settings)
            return printError(settings.error(), options.json);
        QStringList names = settings->keys();
        names.sort();
        QJsonObject object;
        for (const QString& name : names) {
            object.insert(name, settings->value(name));
            if (!options.json)
                printLine(QStringLiteral("%1 = %2").arg(name, settings->value(name)));
        }
        if (options.json)
            printJson(object);
        return 0;
    });
}

int set(const ControlOptions& options)
{
    return inSession(options, openToChange(options), [&](Session& session) {
        const QString name = QString::fromStdString(options.name);
        PeopleStore& people = *session.installation.ports.people;
        // A name that is mistyped would be kept, and change nothing.
        if (const auto known = people.settings().result(); known && !known->contains(name)
            && name != QLatin1String(kApprovalCeiling) && name != QLatin1String(kRefuseOneLoginAsTwo))
            return printError(
                {ErrorKind::NotFound,
                 QStringLiteral("There is no setting %1. \"purchasing settings list\" shows them.").arg(name),
                 {}},
                options.json);
        const Result<Done> done =
            people.setSetting(name, QString::fromStdString(options.value), session.actor).result();
        if (!done)
            return printError(done.error(), options.json);
        if (options.json)
            printJson(QJsonObject{{QStringLiteral("success"), true}});
        else
            printLine(QStringLiteral("%1 = %2").arg(QString::fromStdString(options.name),
                                                    QString::fromStdString(options.value)));
        return 0;
    });
}

/// The rules in force with the packs of these files in the place of those of the same name, or behind them.
Result<std::vector<RulePack>> packsWith(std::vector<RulePack> packs, const std::vector<std::string>& files)
{
    for (const std::string& name : files) {
        QFile file(QString::fromStdString(name));
        if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::NotFound, QStringLiteral("%1 cannot be read.").arg(file.fileName()), {}};
        const QString pack = QFileInfo(file).fileName();
        const auto old = std::find_if(packs.begin(), packs.end(),
                                      [&pack](const RulePack& known) { return known.name == pack; });
        if (old == packs.end())
            packs.push_back({pack, QString::fromUtf8(file.readAll()), true});
        else
            old->text = QString::fromUtf8(file.readAll());
    }
    return packs;
}

QJsonObject proposalJson(const RuleProposal& proposal)
{
    return {{QStringLiteral("proposal"), static_cast<qint64>(proposal.id)},
            {QStringLiteral("version"), static_cast<qint64>(proposal.basedOn + 1)},
            {QStringLiteral("by"), proposal.author},
            {QStringLiteral("login"), proposal.authorLogin},
            {QStringLiteral("reason"), proposal.reason},
            {QStringLiteral("hash"), QString::fromLatin1(proposal.hash.toHex())}};
}

void printProposal(const RuleProposal& proposal)
{
    printLine(QStringLiteral("Proposal %1: rules version %2 by %3 (login %4): %5")
                  .arg(proposal.id)
                  .arg(proposal.basedOn + 1)
                  .arg(proposal.author, proposal.authorLogin, proposal.reason));
}

int propose(const ControlOptions& options)
{
    return inSession(options, openToChange(options), [&](Session& session) {
        RuleStore& rules = *session.installation.ports.rules;
        const Result<RuleSetVersion> current = rules.current().result();
        if (!current)
            return printError(current.error(), options.json);
        const Result<std::vector<RulePack>> packs = packsWith(current->packs, options.files);
        if (!packs)
            return printError(packs.error(), options.json);
        const Result<std::shared_ptr<const RuleEngine>> compiled =
            RuleEngine::compile({0, *packs, {}, {}, {}, {}, {}});
        if (!compiled)
            return printError(compiled.error(), options.json);
        const Result<RuleProposal> proposal =
            rules.propose(*packs, current->version, QString::fromStdString(options.reason), session.actor)
                .result();
        if (!proposal)
            return printError(proposal.error(), options.json);
        if (options.json)
            printJson(proposalJson(*proposal));
        else
            printProposal(*proposal);
        return 0;
    });
}

int proposals(const ControlOptions& options)
{
    return inSession(options, openSession(options), [&](Session& session) {
        const auto open = session.installation.ports.rules->proposals().result();
        if (!open)
            return printError(open.error(), options.json);
        QJsonArray array;
        for (const RuleProposal& proposal : *open) {
            array.append(proposalJson(proposal));
            if (!options.json)
                printProposal(proposal);
        }
        if (options.json)
            printJson(array);
        else if (open->empty())
            printLine(QStringLiteral("No proposal waits."));
        return 0;
    });
}

int confirm(const ControlOptions& options)
{
    return inSession(options, openToChange(options), [&](Session& session) {
        RuleStore& rules = *session.installation.ports.rules;
        const auto open = rules.proposals().result();
        if (!open)
            return printError(open.error(), options.json);
        const auto wanted = std::find_if(open->begin(), open->end(), [&](const RuleProposal& proposal) {
            return proposal.id == options.proposal;
        });
        const QByteArray hash = wanted == open->end() ? QByteArray() : wanted->hash;
        const Result<RuleSetVersion> version = rules.confirm(options.proposal, hash, session.actor).result();
        if (!version)
            return printError(version.error(), options.json);
        if (options.json)
            printJson(QJsonObject{{QStringLiteral("success"), true},
                                  {QStringLiteral("version"), static_cast<qint64>(version->version)}});
        else
            printLine(QStringLiteral("Rules version %1 decides orders from now on.").arg(version->version));
        return 0;
    });
}

int withdraw(const ControlOptions& options)
{
    return inSession(options, openToChange(options), [&](Session& session) {
        const Result<Done> done =
            session.installation.ports.rules->withdraw(options.proposal, session.actor).result();
        if (!done)
            return printError(done.error(), options.json);
        if (options.json)
            printJson(QJsonObject{{QStringLiteral("success"), true}});
        else
            printLine(QStringLiteral("Proposal %1 was ended.").arg(options.proposal));
        return 0;
    });
}

} // namespace

void addControlCommands(CLI::App& app, int& exitCode)
{
    auto options = std::make_shared<ControlOptions>();
    const auto add = [&](CLI::App& parent, const char* name, const char* text, auto act) {
        CLI::App* command = addSessionCommand(parent, name, text, *options);
        addPersonOption(*command, *options);
        command->callback([&exitCode, options, act] { exitCode = act(*options); });
        return command;
    };
    const auto addChange = [&](CLI::App& parent, const char* name, const char* text, auto act) {
        CLI::App* command = add(parent, name, text, act);
        addConfirmOption(*command, options->confirmed);
        return command;
    };
    CLI::App* audit = app.add_subcommand("audit", "Watch over what is stored");
    audit->require_subcommand(1);
    add(*audit, "verify", "Check everything stored against the audit log, and name the first difference",
        verify);

    CLI::App* settings = app.add_subcommand("settings", "Show and change the installation's settings");
    settings->require_subcommand(1);
    add(*settings, "list", "All settings", showSettings);
    CLI::App* setCommand =
        addChange(*settings, "set", "Change a setting, such as approval_ceiling 5000.00", set);
    setCommand->add_option("name", options->name, "The setting")->required();
    setCommand->add_option("value", options->value, "Its new value; empty switches it off")->required();

    CLI::App* rules = app.get_subcommand("rules");
    CLI::App* proposeCommand =
        addChange(*rules, "propose",
                  "Propose the rules in force with these files for another person to confirm", propose);
    proposeCommand
        ->add_option("files", options->files, "GRL files that take the place of packs of their name")
        ->required();
    proposeCommand->add_option("--reason", options->reason, "Why; it is kept with the version")->required();
    add(*rules, "proposals", "What waits to be confirmed", proposals);
    for (CLI::App* command :
         {addChange(*rules, "confirm", "Put what another person proposed in force", confirm),
          addChange(*rules, "withdraw", "End a proposal", withdraw)})
        command->add_option("proposal", options->proposal, "Its number")->required();
}

} // namespace purchasing
