#pragma once

#include "core/domain/decision.h"
#include "core/domain/result.h"

#include <QFuture>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace purchasing {

/// Told while a catalogue loads: how many products of how many; called on a worker thread.
using LoadProgress = std::function<void(std::int64_t loaded, std::int64_t total)>;

/// Reads the facts of all products at once.
class CatalogueSource
{
public:
    virtual ~CatalogueSource() = default;
    /// Every product any table knows, by ascending id. Stops with ErrorKind::Cancelled soon after `cancelled`
    /// is set.
    [[nodiscard]] virtual QFuture<Result<std::vector<ProductFacts>>>
    load(LoadProgress progress, std::shared_ptr<std::atomic_bool> cancelled) = 0;
    /// A number that changes whenever any connection or program wrote to the source; cheap enough to ask
    /// every second.
    [[nodiscard]] virtual QFuture<Result<std::int64_t>> changeCounter() = 0;
};

} // namespace purchasing
