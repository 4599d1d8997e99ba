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
#include <array>
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

/// Settings that are kept only once somebody set them; until then they are off.
constexpr std::array kSwitchedOff{kApprovalCeiling, kRefuseOneLoginAsTwo};

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
        printLine(
            QStringLiteral("%1, and all orders, approvals, requests, messages, rules, overrides, settings and "
                           "people, are what was written.")
                .arg(counted(report->events, "event")));
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
        for (const char* name : kSwitchedOff) {
            if (!names.contains(QLatin1String(name)))
                names << QLatin1String(name);
        }
        names.sort();
        QJsonObject object;
        for (const QString& name : names) {
            const QString value = settings->value(name);
            object.insert(name, value);
            if (!options.json)
                printLine(
                    QStringLiteral("%1 = %2").arg(name, value.isEmpty() ? QStringLiteral("off") : value));
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
            && std::none_of(kSwitchedOff.begin(), kSwitchedOff.end(),
                            [&name](const char* one) { return name == QLatin1String(one); }))
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

QJsonObject proposalJson(const RuleProposal& proposal, std::int64_t inForce)
{
    return {{QStringLiteral("proposal"), static_cast<qint64>(proposal.id)},
            {QStringLiteral("version"), static_cast<qint64>(proposal.basedOn + 1)},
            {QStringLiteral("by"), proposal.author},
            {QStringLiteral("login"), proposal.authorLogin},
            {QStringLiteral("reason"), proposal.reason},
            {QStringLiteral("stale"), proposal.isStale(inForce)},
            {QStringLiteral("hash"), QString::fromLatin1(proposal.hash.toHex())}};
}

void printProposal(const RuleProposal& proposal, std::int64_t inForce)
{
    printLine(QStringLiteral("Proposal %1: rules version %2 by %3 (login %4): %5")
                  .arg(proposal.id)
                  .arg(proposal.basedOn + 1)
                  .arg(proposal.author, proposal.authorLogin, proposal.reason));
    if (proposal.isStale(inForce))
        printLine(
            QStringLiteral("  out of date: version %1 was published meanwhile; withdraw it, and propose it "
                           "again")
                .arg(inForce));
}

/// The rules in force with the files in their place, or why they are none.
Result<RuleSetVersion> changedRules(RuleStore& rules, const std::vector<std::string>& files)
{
    Result<RuleSetVersion> set = rules.current().result();
    if (!set)
        return set;
    Result<std::vector<RulePack>> packs = packsWith(set->packs, files);
    if (!packs)
        return packs.error();
    set->packs = std::move(packs).value();
    const Result<std::shared_ptr<const RuleEngine>> compiled =
        RuleEngine::compile({0, set->packs, {}, {}, {}, {}, {}});
    if (!compiled)
        return compiled.error();
    return set;
}

int printPublished(const Result<RuleSetVersion>& version, bool json)
{
    if (!version)
        return printError(version.error(), json);
    if (json)
        printJson(QJsonObject{{QStringLiteral("success"), true},
                              {QStringLiteral("version"), static_cast<qint64>(version->version)}});
    else
        printLine(QStringLiteral("Rules version %1 decides orders from now on.").arg(version->version));
    return 0;
}

/// For who works alone, as in the planner's window.
int publish(const ControlOptions& options)
{
    return inSession(options, openToChange(options), [&](Session& session) {
        RuleStore& rules = *session.installation.ports.rules;
        const Result<RuleSetVersion> changed = changedRules(rules, options.files);
        if (!changed)
            return printError(changed.error(), options.json);
        return printPublished(rules
                                  .publish(changed->packs, changed->version,
                                           QString::fromStdString(options.reason), session.actor)
                                  .result(),
                              options.json);
    });
}

int propose(const ControlOptions& options)
{
    return inSession(options, openToChange(options), [&](Session& session) {
        RuleStore& rules = *session.installation.ports.rules;
        const Result<RuleSetVersion> changed = changedRules(rules, options.files);
        if (!changed)
            return printError(changed.error(), options.json);
        const Result<RuleProposal> proposal =
            rules
                .propose(changed->packs, changed->version, QString::fromStdString(options.reason),
                         session.actor)
                .result();
        if (!proposal)
            return printError(proposal.error(), options.json);
        if (options.json)
            printJson(proposalJson(*proposal, changed->version));
        else
            printProposal(*proposal, changed->version);
        if (session.actor.singleOperator)
            printNotes({QStringLiteral("You work alone here, so nobody else confirms it: \"purchasing rules "
                                       "publish\" puts rules in force.")});
        return 0;
    });
}

int proposals(const ControlOptions& options)
{
    return inSession(options, openSession(options), [&](Session& session) {
        RuleStore& rules = *session.installation.ports.rules;
        const auto open = rules.proposals().result();
        if (!open)
            return printError(open.error(), options.json);
        const Result<std::int64_t> inForce = rules.currentVersion().result();
        if (!inForce)
            return printError(inForce.error(), options.json);
        QJsonArray array;
        for (const RuleProposal& proposal : *open) {
            array.append(proposalJson(proposal, *inForce));
            if (!options.json)
                printProposal(proposal, *inForce);
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
        return printPublished(rules.confirm(options.proposal, hash, session.actor).result(), options.json);
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
    for (CLI::App* command :
         {addChange(*rules, "propose",
                    "Propose the rules in force with these files for another person to confirm", propose),
          addChange(*rules, "publish",
                    "Put the rules in force with these files in force; for who works alone here", publish)}) {
        command->add_option("files", options->files, "GRL files that take the place of packs of their name")
            ->required();
        command->add_option("--reason", options->reason, "Why; it is kept with the version")->required();
    }
    add(*rules, "proposals", "What waits to be confirmed", proposals);
    for (CLI::App* command :
         {addChange(*rules, "confirm", "Put what another person proposed in force", confirm),
          addChange(*rules, "withdraw", "End a proposal", withdraw)})
        command->add_option("proposal", options->proposal, "Its number")->required();
}

} // namespace purchasing
