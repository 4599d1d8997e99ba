#include "core/sql/catalogue/sql_catalogue_source.h"

#include "core/ports/and_then.h"
#include "core/sql/catalogue/catalogue_load.h"
#include "core/sql/catalogue/range_reader.h"
#include "core/sql/engine/errors/error_words.h"
#include "core/sql/engine/server/catalogue_access.h"
#include "core/sql/engine/transaction.h"

#include <QFuture>

#include <algorithm>

namespace purchasing::sql {
namespace {

constexpr int kThreads = 2; // More would take the cores from what is shown meanwhile.
constexpr qsizetype kProductsAtOnce = 200; // In one transaction, which keeps writers waiting.

Error stopped()
{
    return {ErrorKind::Cancelled, ErrorWords::tr("Loading the catalogue was stopped."), {}};
}

/// Reads the products as they are now; those that no table knows any more have gone.
void readChanged(Connection& connection, const Clock& clock, const QStringList& productIds,
                 CatalogueChanges& changes)
{
    for (qsizetype at = 0; at < productIds.size(); at += kProductsAtOnce) {
        const Transaction moment(connection, connection.dialect().beginRead());
        // What only an unreadable database knows has not gone.
        const bool isComplete = connection.dialect().readsEverything();
        for (const QString& productId : productIds.mid(at, kProductsAtOnce)) {
            std::vector<ProductFacts> found =
                readProducts(connection, ProductKeys::one(productId), clock.now());
            if (found.empty() && isComplete)
                changes.gone += productId;
            else if (!found.empty())
                changes.fresh.push_back(std::move(found.front()));
        }
    }
}

} // namespace

SqlCatalogueSource::SqlCatalogueSource(std::shared_ptr<Database> database)
    : m_database(std::move(database))
{
}

QFuture<Result<std::shared_ptr<const Catalogue>>>
SqlCatalogueSource::load(LoadProgress progress, std::shared_ptr<std::atomic_bool> cancelled,
                         std::shared_ptr<const Catalogue> before)
{
    const auto load =
        std::make_shared<CatalogueLoad>(std::move(progress), std::move(cancelled), std::move(before));
    const Clock* clock = &m_database->clock();
    const auto workers = std::make_shared<QList<QFuture<Result<Done>>>>();
    const auto begun = std::make_shared<std::once_flag>();
    const std::vector<SourceOutage> awayBefore = outages();
    for (int i = 0; i < kThreads; ++i) {
        *workers += m_database->readInPieces(
            [load, clock, begun, feed = m_feed](Connection& connection) -> Result<Done> {
                // What changes from now on is told by changes().
                std::call_once(*begun, [&] {
                    const std::scoped_lock lock(feed->mutex);
                    feed->changes.start(connection);
                    feed->counter.reset();
                });
                load->work(connection, *clock);
                return Done{};
            });
    }
    return andThen(
        allFinished(*workers),
        [load, awayBefore, access = m_database->access()](
            const QList<QFuture<Result<Done>>>& ended) -> Result<std::shared_ptr<const Catalogue>> {
            for (const QFuture<Result<Done>>& worker : ended) {
                if (const Result<Done> result = worker.result(); !result)
                    return result.error();
            }
            if (load->wasCancelled())
                return stopped();
            // A source that was away for a part of the time is missing from a part of the products.
            std::vector<SourceOutage> outages = awayBefore;
            const auto add = [&outages](SourceOutage outage) {
                if (std::none_of(outages.begin(), outages.end(),
                                 [&](const SourceOutage& other) { return other.source == outage.source; }))
                    outages.push_back(std::move(outage));
            };
            for (SourceOutage& outage : access ? access->outages() : std::vector<SourceOutage>())
                add(std::move(outage));
            for (const auto& [schema, cause] : load->readWithout()) {
                if (access)
                    add(access->outageOf(schema, cause));
            }
            const std::shared_ptr<const Catalogue> loaded = load->catalogue();
            return outages.empty() ? loaded : loaded->withOutages(std::move(outages));
        });
}

QFuture<Result<CatalogueChanges>> SqlCatalogueSource::changes()
{
    const Clock* clock = &m_database->clock();
    return m_database->watch(
        [feed = m_feed, clock](Connection& connection, std::int64_t counter) -> Result<CatalogueChanges> {
            const std::scoped_lock lock(feed->mutex);
            CatalogueChanges changes;
            if (feed->counter == counter)
                return changes;
            // Where reading fails half-way, the next question starts from the same place.
            ChangeFeed moved = feed->changes;
            const ChangeFeed::Changes found = moved.changes(connection);
            changes.hasChanges = true;
            changes.needsReload = found.needsReload;
            readChanged(connection, *clock, found.productIds, changes);
            feed->changes = std::move(moved);
            feed->counter = counter;
            return changes;
        });
}

} // namespace purchasing::sql
