#include "app/services/service_setup.h"

#include "app/services/service_key.h"
#include "app/wiring/installation.h"
#include "core/remote/remote_orders.h"
#include "core/remote/remote_rule_store.h"
#include "core/remote/remote_rules.h"
#include "core/remote/remote_sources.h"
#include "core/remote/remote_tokens.h"

#include <QDir>
#include <QFileInfo>

namespace purchasing {
namespace {

QString dataFolder()
{
    return QFileInfo(defaultDatabaseFile()).absolutePath();
}

/// The services' own file, made with the seed data on first start; or the one that was named.
Result<Installation> openDatabase(const ServiceOptions& options)
{
    const bool isOwn = options.database.isEmpty();
    if (!isOwn && !QFileInfo::exists(options.database)) {
        return Error{
            ErrorKind::NotFound,
            QStringLiteral("%1 does not exist. \"purchasing plan --create empty --database FILE\" makes "
                           "one, --create demo one with example products; without --database the "
                           "services make their own.")
                .arg(QDir::toNativeSeparators(options.database)),
            {}};
    }
    Result<Installation> opened =
        openInstallation(isOwn ? dataFolder() + QStringLiteral("/services.sqlite") : options.database, {},
                         false, isOwn ? NewDatabase::Demo : NewDatabase::None);
    if (opened && !opened->readOnlyReason.isEmpty())
        return Error{ErrorKind::Refused, opened->readOnlyReason, {}};
    return opened;
}

/// A way to another program, which goes with the setup.
std::shared_ptr<remote::ServiceChannel> channelTo(ServiceSetup& setup, const ServiceOptions& options,
                                                  const std::string& service, const char* name,
                                                  const QString& key = {}, bool passesOn = false)
{
    remote::ServiceChannel::Settings settings;
    settings.service = QString::fromLatin1(name);
    settings.addresses = options.addresses.at(service);
    settings.key = key;
    settings.tls = options.tls;
    settings.passesOn = passesOn;
    settings.spans = setup.spans;
    setup.channels.push_back(std::make_shared<remote::ServiceChannel>(settings));
    return setup.channels.back();
}

/// All services on the five databases as one user, or one of them on its own database as its own.
Result<Installation> openOnServer(ServiceSetup& setup, const ServiceOptions& options)
{
    if (options.services.size() > 1)
        return openMysqlInstallation(options.environment);
    const std::string& only = options.services.front();
    std::shared_ptr<SupplierSource> suppliers;
    if (only == "po") {
        suppliers = std::make_shared<remote::RemoteSupplierSource>(
            channelTo(setup, options, "supplier", "supplier-service"));
    }
    return openMysqlService(options.environment, QString::fromStdString(only), suppliers);
}

/// Who shows a token is known to the PO service.
std::shared_ptr<TokenStore> tokensBehind(ServiceSetup& setup, const ServiceOptions& options)
{
    return std::make_shared<remote::RemoteTokenStore>(channelTo(setup, options, "po", "po-service"));
}

/// The Orchestrator alone: everything it knows it asks for.
ServiceSetup orchestratorAlone(ServiceSetup setup, const ServiceOptions& options, const QString& key)
{
    const auto po = channelTo(setup, options, "po", "po-service", key, true);
    FlowPorts& ports = setup.ports;
    ports.demand =
        std::make_shared<remote::RemoteDemandSource>(channelTo(setup, options, "oms", "oms-service"));
    ports.inventory = std::make_shared<remote::RemoteInventorySource>(
        channelTo(setup, options, "inventory", "inventory-service"));
    ports.suppliers = std::make_shared<remote::RemoteSupplierSource>(
        channelTo(setup, options, "supplier", "supplier-service"));
    ports.units = std::make_shared<remote::RemoteUnitSource>(channelTo(setup, options, "uom", "uom-service"));
    ports.orders = std::make_shared<remote::RemoteOrderStore>(po);
    ports.overrides = std::make_shared<remote::RemoteOverrideStore>(po);
    ports.people = std::make_shared<remote::RemotePeopleStore>(po);
    ports.activity = std::make_shared<remote::RemoteActivityStore>(po);
    ports.tokens = tokensBehind(setup, options);
    ports.decisions = std::make_shared<remote::RemoteDecisions>(
        channelTo(setup, options, "rules", "rule-engine-service"), ports.people);
    setup.place = QStringLiteral("the services behind");
    return setup;
}

/// A rule engine alone: it has no database, and asks the PO service which rules are in force.
ServiceSetup rulesAlone(ServiceSetup setup, const ServiceOptions& options)
{
    const auto rules = std::make_shared<remote::RemoteRules>(
        channelTo(setup, options, "po", "po-service"),
        options.rulesFolder.isEmpty() ? dataFolder() + QStringLiteral("/rules") : options.rulesFolder);
    struct Compiled
    {
        std::mutex mutex;
        std::shared_ptr<const RuleEngine> engine;
        QByteArray hash;
    };
    setup.rules = [rules,
                   compiled = std::make_shared<Compiled>()]() -> Result<std::shared_ptr<const RuleEngine>> {
        const Result<RuleSetVersion> inForce = rules->inForce();
        if (!inForce)
            return inForce.error();
        const std::scoped_lock lock(compiled->mutex);
        if (!compiled->engine || compiled->hash != inForce->hash
            || compiled->engine->ruleSetVersion() != inForce->version) {
            Result<std::shared_ptr<const RuleEngine>> engine = RuleEngine::compile(*inForce);
            if (!engine)
                return engine;
            compiled->engine = *engine;
            compiled->hash = inForce->hash;
        }
        return compiled->engine;
    };
    const auto po = channelTo(setup, options, "po", "po-service", {}, true);
    setup.ruleSets = std::make_shared<remote::RemoteRuleStore>(po, po);
    setup.ports.tokens = tokensBehind(setup, options);
    setup.place = QStringLiteral("the rules that the PO service at %1 names").arg(options.addresses.at("po"));
    return setup;
}

/// Whether the Orchestrator and the PO service know each other by a key there: by a certificate where the way
/// between them is encrypted.
bool isKnownByKey(const std::string& service, const ServiceOptions& options)
{
    if (service == "orchestrator")
        return !options.tls.isEncrypted() || options.addresses.at("po").contains(QLatin1String("unix:"));
    return service == "po" && !options.servesEncrypted();
}

} // namespace

Result<ServiceSetup> setUp(const ServiceOptions& options)
{
    const bool isAlone = options.services.size() == 1;
    const std::string& only = options.services.front();
    ServiceSetup setup;
    const Result<std::shared_ptr<services::SpanExport>> spans = openTrace(options.trace);
    if (!spans)
        return spans.error();
    setup.spans = *spans;
    QString key;
    if (isAlone && isKnownByKey(only, options)) {
        const Result<QString> read = serviceKey(
            options.keyFile.isEmpty() ? dataFolder() + QStringLiteral("/services.key") : options.keyFile);
        if (!read)
            return read.error();
        key = *read;
    }
    if (isAlone && only == "orchestrator")
        return orchestratorAlone(std::move(setup), options, key);
    if (isAlone && only == "rules")
        return rulesAlone(std::move(setup), options);

    Result<Installation> opened = options.isMysql ? openOnServer(setup, options) : openDatabase(options);
    if (!opened)
        return opened.error();
    setup.place = opened->file;
    setup.ports = opened->ports;
    setup.ruleSets = opened->ports.rules;
    setup.changes = opened->changes;
    setup.key = key;
    if (!setup.ports.tokens)
        setup.ports.tokens = tokensBehind(setup, options);
    if (!isAlone || only == "po") {
        setup.channel = opened->channel;
        const Result<Actor> actor = setup.ports.people->operatingSystemUser().result();
        if (!actor)
            return actor.error();
        setup.actor = *actor;
    }
    if (!isAlone) {
        const auto local = std::make_shared<LocalDecisions>(setup.ports.rules, setup.ports.people);
        setup.ports.decisions = local;
        setup.rules = [local] { return local->rulesInForce(); };
    }
    return setup;
}

} // namespace purchasing
