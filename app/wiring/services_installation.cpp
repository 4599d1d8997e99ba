#include "app/wiring/services_installation.h"

#include "app/wiring/bare_services.h"
#include "core/remote/bare_orders.h"
#include "core/remote/remote_audit.h"
#include "core/remote/remote_batches.h"
#include "core/remote/remote_catalogue.h"
#include "core/remote/remote_orchestrator.h"
#include "core/remote/remote_orders.h"
#include "core/remote/remote_outbox.h"
#include "core/remote/remote_rule_store.h"
#include "core/remote/remote_sources.h"
#include "core/remote/service_probe.h"

#include <algorithm>

namespace purchasing {
namespace {

/// The Orchestrator asks the others in its turn, and sends.
constexpr int kOrchestratorSeconds = 12;

/// What a service is called where people read of it.
QString serviceName(const ServicePlace& place)
{
    const QLatin1String name(place.name);
    return name == QLatin1String("rules")       ? QStringLiteral("rule-engine-service")
        : name == QLatin1String("orchestrator") ? QStringLiteral("orchestrator")
                                                : name + QLatin1String("-service");
}

std::shared_ptr<remote::ServiceChannel> channelTo(const ServicesSettings& settings, const TlsIdentity& tls,
                                                  QString ServicesSettings::*address)
{
    const auto place =
        std::find_if(std::begin(kServicePlaces), std::end(kServicePlaces),
                     [address](const ServicePlace& known) { return known.address == address; });
    remote::ServiceChannel::Settings chosen;
    chosen.service = serviceName(*place);
    chosen.addresses = settings.*address;
    chosen.tls = tls;
    chosen.token = settings.token;
    const bool asksOthers = address == &ServicesSettings::orchestrator;
    chosen.patience = std::chrono::seconds(asksOthers ? std::max(settings.answerSeconds, kOrchestratorSeconds)
                                                      : settings.answerSeconds);
    return std::make_shared<remote::ServiceChannel>(chosen);
}

/// Of a connection that changes nothing: who looked at what is not noted down either.
class ReadOnlyActivity : public ActivityStore
{
public:
    explicit ReadOnlyActivity(std::shared_ptr<ActivityStore> kept)
        : m_kept(std::move(kept))
    {
    }
    QFuture<Result<Done>> recordEvaluation(const Decision& /*decision*/, const QString& /*sentence*/,
                                           const Actor& /*actor*/) override
    {
        return QtFuture::makeReadyFuture(
            Result<Done>(Error{ErrorKind::Refused, QStringLiteral("This connection is read-only."), {}}));
    }
    QFuture<Result<std::vector<HistoryEntry>>> activity(const QString& productId, int limit) override
    {
        return m_kept->activity(productId, limit);
    }

private:
    std::shared_ptr<ActivityStore> m_kept;
};

} // namespace

QString whyNoServices()
{
    return {};
}

Result<Installation> openServicesInstallation(const ServicesSettings& settings)
{
    if (const QString why = whyNoAddresses(settings); !why.isEmpty())
        return Error{ErrorKind::Invalid, why, {}};
    const Result<TlsIdentity> tls = tlsOf(settings);
    if (!tls)
        return tls.error();
    const auto oms = channelTo(settings, *tls, &ServicesSettings::oms);
    const auto inventory = channelTo(settings, *tls, &ServicesSettings::inventory);
    const auto supplier = channelTo(settings, *tls, &ServicesSettings::supplier);
    const auto uom = channelTo(settings, *tls, &ServicesSettings::uom);
    const auto po = channelTo(settings, *tls, &ServicesSettings::po);
    Installation installation;
    installation.file = settings.po;
    installation.isRemote = true;
    installation.database = QStringLiteral("Services");
    if (settings.readOnly)
        installation.readOnlyReason = QStringLiteral("This connection is read-only.");
    FlowPorts& ports = installation.ports;
    ports.demand = std::make_shared<remote::RemoteDemandSource>(oms);
    ports.inventory = std::make_shared<remote::RemoteInventorySource>(inventory);
    ports.suppliers = std::make_shared<remote::RemoteSupplierSource>(supplier, settings.suppliersConfirmed);
    ports.units = std::make_shared<remote::RemoteUnitSource>(uom);
    ports.orders = std::make_shared<remote::RemoteOrderStore>(po);
    ports.overrides = std::make_shared<remote::RemoteOverrideStore>(po);
    ports.people = std::make_shared<remote::RemotePeopleStore>(po);
    const auto rules = channelTo(settings, *tls, &ServicesSettings::rules);
    ports.rules = std::make_shared<remote::RemoteRuleStore>(po, rules);
    ports.outbox = std::make_shared<remote::RemoteOutboxStore>(po);
    ports.batches = std::make_shared<remote::RemoteBatchStore>(po);
    ports.audit = std::make_shared<remote::RemoteAuditStore>(po);
    ports.activity = std::make_shared<remote::RemoteActivityStore>(po);
    ports.decisions = std::make_shared<remote::RemoteDecisions>(rules, ports.people);
    const Result<Actor> actor = ports.people->operatingSystemUser().result();
    if (!actor) {
        const DatabaseAnswer answer = remote::probe(*po, QStringLiteral("po"));
        if (answer.error || answer.missing.isEmpty())
            return actor.error();
        // A service of another make, which creates and sends orders and does nothing else.
        ports.orders = std::make_shared<remote::BareOrderStore>(po);
        standInForPoService(ports);
        installation.limitations << answer.missing
                                 << QStringLiteral("The rules that are delivered with this program decide.");
    }
    if (settings.suppliersConfirmed)
        installation.limitations << QStringLiteral("It was confirmed for this connection that suppliers are "
                                                   "active where their service does not say so, "
                                                   "and that their name is their id.");
    if (settings.readOnly)
        ports.activity = std::make_shared<ReadOnlyActivity>(ports.activity);
    else if (actor && !settings.orchestrator.isEmpty())
        ports.orchestrator = std::make_shared<remote::RemoteOrchestrator>(
            channelTo(settings, *tls, &ServicesSettings::orchestrator));
    installation.catalogue = std::make_shared<remote::RemoteCatalogueSource>(
        remote::RemoteCatalogueSource::Channels{oms, inventory, supplier, uom, po},
        remote::ProductPorts{ports.demand, ports.inventory, ports.suppliers, ports.units, ports.orders,
                             ports.overrides});
    installation.isIdle = [] { return true; };
    return installation;
}

DatabaseAnswer probeService(const ServicesSettings& settings, int service)
{
    const ServicePlace& place = kServicePlaces[service];
    const Result<TlsIdentity> tls = tlsOf(settings);
    const QString why = whyNoAddresses(settings);
    if (!tls || !why.isEmpty()) {
        DatabaseAnswer answer;
        answer.database = serviceName(place);
        answer.error = why.isEmpty() ? tls.error() : Error{ErrorKind::Invalid, why, {}};
        return answer;
    }
    return remote::probe(*channelTo(settings, *tls, place.address), QLatin1String(place.name));
}

} // namespace purchasing
