#pragma once

#include "core/domain/catalogue.h"
#include "core/domain/result.h"

#include <QFuture>
#include <QStringList>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace purchasing {

/// Told while a catalogue loads: the products so far, from the first id on, and about how many there will be.
/// Called on worker threads, one call after the other, a few times a second.
using LoadProgress = std::function<void(const std::shared_ptr<const Catalogue>& soFar, std::int64_t total)>;

/// What became of the catalogue since the last time it was asked for.
struct CatalogueChanges
{
    bool hasChanges = false; ///< Anything at all was written; the members below say what is known of it.
    bool needsReload = false; ///< More changed than can be told product by product.
    std::vector<ProductFacts> fresh; ///< Products that may have changed, as they are now.
    QStringList gone; ///< Products that no table knows any more.
};

/// Reads the facts of all products at once, and then what changes.
class CatalogueSource
{
public:
    virtual ~CatalogueSource() = default;
    /// Every product any table knows, with the outages in which it was read. Shares what is unchanged with
    /// `before`, which may be null. Stops with ErrorKind::Cancelled soon after `cancelled` is set.
    [[nodiscard]] virtual QFuture<Result<std::shared_ptr<const Catalogue>>>
    load(LoadProgress progress, std::shared_ptr<std::atomic_bool> cancelled,
         std::shared_ptr<const Catalogue> before) = 0;
    /// What changed since load() began or since the last call, by any connection or program; cheap enough to
    /// ask every second. Calls must not overlap.
    [[nodiscard]] virtual QFuture<Result<CatalogueChanges>> changes() = 0;
    /// The sources that cannot be read at the moment, as far as reading has shown; answers at once, on any
    /// thread. Asking for changes looks whether they are back.
    [[nodiscard]] virtual std::vector<SourceOutage> outages() const = 0;
    /// Lets go of a source that does not answer: reading that is under way fails as cancelled, soon, and the
    /// next question connects anew. On any thread; does not wait.
    virtual void abandon() = 0;
};

} // namespace purchasing
