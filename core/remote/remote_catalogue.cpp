#include "core/remote/remote_catalogue.h"

#include "core/remote/catalogue_pieces.h"
#include "core/remote/product_packer.h"
#include "core/remote/remote_watch.h"

#include "inventory.grpc.pb.h"
#include "oms.grpc.pb.h"
#include "supplier.grpc.pb.h"
#include "uom.grpc.pb.h"

#include <QElapsedTimer>
#include <QtConcurrent>

#include <algorithm>

namespace purchasing::remote {
namespace {

constexpr qint64 kTellEveryMs = 250;
constexpr std::chrono::seconds kWatchesBegin{1};
constexpr qsizetype kMostSingleProducts = 200; // More are read quicker as a whole.

Error stopped()
{
    return {ErrorKind::Cancelled, QStringLiteral("Loading the catalogue was stopped."), {}};
}

/// The lists of one load, each of which may have failed.
struct Lists
{
    ListedProducts<oms::ListedDemands, oms::ListRequest> demand;
    ListedProducts<inventory::ListedLevelsPiece, inventory::ListRequest> levels;
    ListedProducts<supplier::ListedOffersPiece, supplier::ListRequest> offers;
    ListedProducts<uom::ListedConversionsPiece, uom::ListRequest> units;
};

/// Begins calls of one list: `method(Stub::async&, context, request, reader)` names it.
template <typename Service, typename Method>
auto listOf(const std::shared_ptr<ServiceChannel>& channel, Method method)
{
    const std::shared_ptr<typename Service::Stub> stub = Service::NewStub(channel->wire().channel());
    return [stub, method](auto* context, const auto* request, auto* reader) {
        method(*stub->async(), context, request, reader);
    };
}

Lists beginLists(const RemoteCatalogueSource::Channels& channels, const std::shared_ptr<OpenCalls>& calls)
{
    return {
        {channels.oms, calls,
         listOf<oms::OmsService>(channels.oms,
                                 [](auto& stub, auto* context, auto* request, auto* reader) {
                                     stub.ListDemand(context, request, reader);
                                 })},
        {channels.inventory, calls,
         listOf<inventory::InventoryService>(channels.inventory,
                                             [](auto& stub, auto* context, auto* request, auto* reader) {
                                                 stub.ListLevels(context, request, reader);
                                             })},
        {channels.supplier, calls,
         listOf<supplier::SupplierService>(channels.supplier,
                                           [](auto& stub, auto* context, auto* request, auto* reader) {
                                               stub.ListOffers(context, request, reader);
                                           })},
        {channels.uom, calls,
         listOf<uom::UomService>(channels.uom, [](auto& stub, auto* context, auto* request, auto* reader) {
             stub.ListConversions(context, request, reader);
         })}};
}

} // namespace

/// The sources that could not be read, with the moment in which that was noticed.
struct RemoteCatalogueSource::Outages
{
    std::mutex mutex;
    std::vector<SourceOutage> known;

    void note(Source source, const ServiceChannel& channel, const std::optional<Error>& failure,
              const QDateTime& now)
    {
        const std::scoped_lock lock(mutex);
        const auto old = std::find_if(known.begin(), known.end(), [source](const SourceOutage& outage) {
            return outage.source == source;
        });
        if (!failure) {
            if (old != known.end())
                known.erase(old);
            return;
        }
        if (old != known.end())
            old->cause = failure->message;
        else
            known.push_back({source, channel.wire().settings.service, failure->message, now});
    }
};

/// What the services tell of changes.
struct RemoteCatalogueSource::Watches
{
    explicit Watches(const Channels& channels)
        : oms(channels.oms, QStringLiteral("oms"))
        , inventory(channels.inventory, QStringLiteral("inventory"))
        , supplier(channels.supplier, QStringLiteral("supplier"))
        , uom(channels.uom, QStringLiteral("uom"))
        , po(channels.po, QStringLiteral("po"))
    {
    }

    RemoteWatch oms;
    RemoteWatch inventory;
    RemoteWatch supplier;
    RemoteWatch uom;
    RemoteWatch po;
    std::mutex asking; ///< One question at a time.
};

/// One load, on a thread of its own.
class RemoteCatalogueSource::Load
{
public:
    Load(LoadProgress progress, std::shared_ptr<std::atomic_bool> cancelled)
        : m_progress(std::move(progress))
        , m_cancelled(std::move(cancelled))
    {
    }

    void abandon()
    {
        m_isAbandoned = true;
        m_calls->cancel();
    }

    [[nodiscard]] Result<std::shared_ptr<const Catalogue>> run(const Channels& channels, OrderStore& orders,
                                                               OverrideStore& overrides, const Clock& clock,
                                                               std::shared_ptr<const Catalogue> before,
                                                               Outages& outages)
    {
        // Before the stock: goods received in between would else be neither in the one nor in the other.
        const Result<std::vector<ProductOrders>> open = orders.allOpenOrders().result();
        if (!open)
            return open.error();
        const Result<std::vector<Override>> overridden = overrides.list().result();
        if (!overridden)
            return overridden.error();
        Lists lists = beginLists(channels, m_calls);
        ProductPacker packer(*open, *overridden, clock.now(), std::move(before));
        m_sinceTold.start();
        while (takeNext(lists, packer)) {
            if (isCancelled())
                break;
            tell(packer);
        }
        // Nobody must wait for pieces that nobody will read.
        m_calls->cancel();
        if (isCancelled())
            return stopped();
        // Where no list could be read, nothing is known of anything.
        if (lists.demand.failure() && lists.levels.failure() && lists.offers.failure()
            && lists.units.failure())
            return *lists.demand.failure();
        const QDateTime now = clock.now();
        outages.note(Source::Demand, *channels.oms, lists.demand.failure(), now);
        outages.note(Source::Inventory, *channels.inventory, lists.levels.failure(), now);
        outages.note(Source::Supplier, *channels.supplier, lists.offers.failure(), now);
        outages.note(Source::Units, *channels.uom, lists.units.failure(), now);
        const std::shared_ptr<const Catalogue> loaded = packer.catalogue(true);
        const std::scoped_lock lock(outages.mutex);
        return outages.known.empty() ? loaded : loaded->withOutages(outages.known);
    }

private:
    /// Packs the product with the lowest id; false when no list has one.
    static bool takeNext(Lists& lists, ProductPacker& packer)
    {
        const auto* demand = lists.demand.front();
        const auto* levels = lists.levels.front();
        const auto* offers = lists.offers.front();
        const auto* units = lists.units.front();
        const std::string* lowest = nullptr;
        const auto consider = [&lowest](const auto* product) {
            if (product && (!lowest || product->product_id() < *lowest))
                lowest = &product->product_id();
        };
        consider(demand);
        consider(levels);
        consider(offers);
        consider(units);
        if (!lowest)
            return false;
        const std::string id = *lowest;
        const auto ifSame = [&id](const auto* product) {
            return product && product->product_id() == id ? product : nullptr;
        };
        packer.add(id, {ifSame(demand), ifSame(levels), ifSame(offers), ifSame(units)});
        if (ifSame(demand))
            lists.demand.pop();
        if (ifSame(levels))
            lists.levels.pop();
        if (ifSame(offers))
            lists.offers.pop();
        if (ifSame(units))
            lists.units.pop();
        return true;
    }

    [[nodiscard]] bool isCancelled() const { return m_isAbandoned || (m_cancelled && m_cancelled->load()); }

    void tell(ProductPacker& packer)
    {
        if (!m_progress || packer.productsInBlocks() == m_told || m_sinceTold.elapsed() < kTellEveryMs)
            return;
        m_told = packer.productsInBlocks();
        m_sinceTold.restart();
        m_progress(packer.catalogue(false), m_told); // How many there will be no list says.
    }

    LoadProgress m_progress;
    std::shared_ptr<std::atomic_bool> m_cancelled;
    std::shared_ptr<OpenCalls> m_calls = std::make_shared<OpenCalls>();
    std::atomic_bool m_isAbandoned = false;
    QElapsedTimer m_sinceTold;
    int m_told = 0;
};

RemoteCatalogueSource::RemoteCatalogueSource(Channels channels, ProductPorts ports,
                                             std::shared_ptr<const Clock> clock)
    : m_channels(std::move(channels))
    , m_ports(std::move(ports))
    , m_clock(std::move(clock))
    , m_outages(std::make_shared<Outages>())
{
    m_pool.setMaxThreadCount(3); // A load, one that was given up and still ends, and what changed.
}

RemoteCatalogueSource::~RemoteCatalogueSource()
{
    abandon();
    m_pool.waitForDone();
}

std::shared_ptr<RemoteCatalogueSource::Watches> RemoteCatalogueSource::watches()
{
    const std::scoped_lock lock(m_mutex);
    if (!m_watches)
        m_watches = std::make_shared<Watches>(m_channels);
    return m_watches;
}

QFuture<Result<std::shared_ptr<const Catalogue>>>
RemoteCatalogueSource::load(LoadProgress progress, std::shared_ptr<std::atomic_bool> cancelled,
                            std::shared_ptr<const Catalogue> before)
{
    auto load = std::make_shared<Load>(std::move(progress), std::move(cancelled));
    {
        const std::scoped_lock lock(m_mutex);
        m_load = load;
    }
    return QtConcurrent::run(&m_pool, [this, load, before, context = CallContext::current()] {
        const CallScope scope(context);
        const auto watching = watches();
        for (RemoteWatch* watch :
             {&watching->oms, &watching->inventory, &watching->supplier, &watching->uom, &watching->po})
            watch->startAfresh(kWatchesBegin);
        return load->run(m_channels, *m_ports.orders, *m_ports.overrides, *m_clock, before, *m_outages);
    });
}

QFuture<Result<CatalogueChanges>> RemoteCatalogueSource::changes()
{
    return QtConcurrent::run(&m_pool, [this, context = CallContext::current()] {
        const CallScope scope(context);
        return readChanges();
    });
}

void RemoteCatalogueSource::look(Source source)
{
    const auto errorIn = [](const auto& piece) {
        return piece ? std::optional<Error>() : std::optional(piece.error());
    };
    const QDateTime now = m_clock->now();
    switch (source) {
    case Source::Demand:
        return m_outages->note(source, *m_channels.oms, errorIn(m_ports.demand->list({}, 1).result()), now);
    case Source::Inventory:
        return m_outages->note(source, *m_channels.inventory,
                               errorIn(m_ports.inventory->list({}, 1).result()), now);
    case Source::Supplier:
        return m_outages->note(source, *m_channels.supplier, errorIn(m_ports.suppliers->list({}, 1).result()),
                               now);
    case Source::Units:
        return m_outages->note(source, *m_channels.uom, errorIn(m_ports.units->list({}, 1).result()), now);
    }
}

Result<CatalogueChanges> RemoteCatalogueSource::readChanges()
{
    const auto watching = watches();
    const std::scoped_lock lock(watching->asking);
    CatalogueChanges changes;
    QSet<QString> products;
    const auto takeIn = [&](const WatchedChanges& told) {
        changes.hasChanges = changes.hasChanges || told.hasChanges || told.wasBroken;
        changes.needsReload = changes.needsReload || told.everything || told.wasBroken;
        products += told.productIds;
    };
    for (const auto& [source, watch] :
         {std::pair(Source::Demand, &watching->oms), std::pair(Source::Inventory, &watching->inventory),
          std::pair(Source::Supplier, &watching->supplier), std::pair(Source::Units, &watching->uom)}) {
        const WatchedChanges told = watch->take();
        const std::vector<SourceOutage> away = outages();
        const bool isAway =
            std::any_of(away.begin(), away.end(),
                        [source = source](const SourceOutage& outage) { return outage.source == source; });
        if (told.failure || isAway)
            look(source);
        takeIn(told);
    }
    const WatchedChanges told = watching->po.take();
    if (told.failure)
        return *told.failure;
    takeIn(told);
    if (products.size() > kMostSingleProducts)
        changes.needsReload = true;
    if (changes.needsReload)
        return changes;
    for (const QString& id : products) {
        Result<std::optional<ProductFacts>> product = readProduct(m_ports, id, m_clock->now());
        if (!product) {
            changes.needsReload = true; // What it is now is read with all the others, or not at all.
            return changes;
        }
        if (*product)
            changes.fresh.push_back(**std::move(product));
        else
            changes.gone += id;
    }
    return changes;
}

std::vector<SourceOutage> RemoteCatalogueSource::outages() const
{
    const std::scoped_lock lock(m_outages->mutex);
    return m_outages->known;
}

void RemoteCatalogueSource::abandon()
{
    const std::scoped_lock lock(m_mutex);
    if (m_load)
        m_load->abandon();
}

} // namespace purchasing::remote
